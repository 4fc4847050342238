"""What is referred to exists; what may exist where nothing could be read is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..conftest import HEAD

if TYPE_CHECKING:
    from ..conftest import Say


def _vejle(mention: str) -> str:
    return (
        HEAD + "organisations:\n  - {id: foa, name: FOA, kind: union}\nforums:\n  - {id: f, name: F, kind: council}\n"
        "replies:\n  - municipality: Vejle\n    row: 20-40\n    answers:\n      companies:\n"
        f"        {{status: established, lines: 20, forums: {{f: {mention}}}}}\n"
    )


@pytest.mark.parametrize(
    ("mention", "said"),
    [
        ("{with: [Vejle, Vejl]}", "a.yaml:16:69 FG301 Vejl"),
        ("{without: Vejl}", "a.yaml:16:64 FG301 Vejl"),
        ("{organisations: [foa, fob]}", "a.yaml:16:76 FG303 fob"),
        ("{run_by: fob}", "a.yaml:16:63 FG303 fob"),
    ],
)
def test_an_unknown_word_is_said_at_its_place_in_the_list(mention: str, said: str, say: Say) -> None:
    assert say(_vejle(mention)) == [said]


def test_the_top_of_a_file_is_checked_though_the_file_has_nothing_else(say: Say) -> None:
    assert say(HEAD, "source: x\nround: y\n") == ["b.yaml:1:9 FG305 x", "b.yaml:2:8 FG306 y"]


def test_that_nothing_says_the_round_is_said_once_for_a_file(say: Say) -> None:
    replies = "".join(
        f"  - {{municipality: {name}, row: {n}, answers: {{}}}}\n" for n, name in ((1, "Vejle"), (2, "Kolding"))
    )
    assert say("replies:\n" + replies) == ["a.yaml:2:20 FG308 Vejle"]


def test_a_forum_with_inferred_members_needs_a_round_to_infer_them_in(say: Say) -> None:
    forum = "forums: [{id: f, name: F, kind: council, inferred: [{municipalities: Ærø, why: Because., lines: 's:1'}]}]"
    assert say(HEAD, forum) == ["b.yaml:1:52 FG308 f"]


def test_an_entry_without_a_name_may_be_the_one_that_is_meant(say: Say) -> None:
    forums = "forums:\n  - {name: F, kind: council}\n  - {id: g, name: G, kind: council, part_of: f}\n"
    assert say(forums) == ["a.yaml:2:5 FG202 id"]
