"""Comments are told from what only looks like one."""

from __future__ import annotations

from forumgraph.ingest.comments import comments
from forumgraph.ingest.tree import parse


def _found(text: str) -> list[tuple[int, int, str]]:
    return [tuple(each) for each in comments(text, parse(text, "x").scalars)]


def test_comments_are_found_where_they_stand() -> None:
    assert _found("# one\na: b  # two\n  # æ three\nc: 1\n") == [
        (1, 1, "# one"),
        (2, 7, "# two"),
        (3, 3, "# æ three"),
    ]


def test_a_hash_inside_a_text_is_no_comment() -> None:
    assert _found("a: b#c\nd: 'e # f'\ng: \"h # i\"\nj: |\n  k\n  # l\nm: 1 # n\n") == [(7, 6, "# n")]


def test_a_comment_after_a_text_with_a_hash_is_found() -> None:
    assert _found("a: 'b # c' # d\ne: [\"f # g\", h] # i\n") == [(1, 12, "# d"), (2, 17, "# i")]
