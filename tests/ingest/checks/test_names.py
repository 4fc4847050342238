"""One thing, one name: what differs only in spelling is said, what is meant to be two is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Say


def _forums(one: str, other: str) -> str:
    return f"forums:\n  - {{id: a, name: {one!r}, kind: council}}\n  - {{id: b, name: {other!r}, kind: council}}\n"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("LAU Vejle", "Lau-Vejle", True),
        ("Ærø", "Aeroe", True),
        ("Åbenrå", "Aabenraa", True),
        ("LAU Vejle", "LAU Vejen", False),
        ("Ράδα", "Совет", False),
        ("Совет", "Совет", True),
    ],
)
def test_names_are_compared_by_their_letters(one: str, other: str, alike: bool, say: Say) -> None:
    assert say(_forums(one, other)) == ([f"a.yaml:3:19 FG312 {other}"] if alike else [])


def test_what_is_kept_apart_is_two_on_purpose(say: Say) -> None:
    assert say(_forums("Dialogforum", "dialogforum") + "kept_apart:\n  - {forums: [a, b], why: Two towns}\n") == []


def test_one_id_in_two_files_is_said_once(say: Say) -> None:
    entry = "organisations:\n  - {id: foa, name: FOA, kind: union}\n"
    assert say(entry, entry) == ["b.yaml:2:10 FG311 foa"]
