"""One thing, one name: what differs only in spelling is said, what is meant to be two is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..conftest import HEAD

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


def test_a_predecessor_of_a_forum_is_given_once(say: Say) -> None:
    before = "{forum: b, how: All of it, lines: 1}"
    forums = _forums("LAU", "LBR").replace("council}", f"council, succeeds: [{before}, {before}]}}", 1)
    assert [each.split()[1:] for each in say(HEAD + forums)] == [["FG311", "b"]]


def test_a_claim_of_a_round_has_an_id_of_its_own(say: Say) -> None:
    claim = "{id: all, statement: All did, claimed: all, of: answered, lines: 1}"
    text = HEAD.replace("{companies: 12}}", f"{{companies: 12}}, claims: [{claim}, {claim}]}}")
    assert [each.split()[1:] for each in say(text)] == [["FG311", "all"]]


def test_a_pair_is_kept_apart_once_whichever_comes_first(say: Say) -> None:
    pairs = "kept_apart:\n  - {forums: [a, b], why: Two towns}\n  - {forums: [b, a], why: Two lists}\n"
    assert say(_forums("LAU", "LBR") + pairs) == ["a.yaml:6:18 FG311 b, a"]
