"""The comments of a YAML text, which its parser drops; what is written there is published as well."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)


class Comment(NamedTuple):
    """A comment and where it begins (counted from 1)."""

    line: int
    column: int
    text: str


def comments(text: str, scalars: list[tuple[int, int]]) -> list[Comment]:
    """Return the comments of a text; what lies in one of its scalars (begin and end, in order) is none."""
    found = []
    line, line_start, at = 1, 0, 0
    starts = [start for start, _ in scalars]
    while match := _COMMENT.search(text, at):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and match.start() < scalars[before][1]:
            at = scalars[before][1]  # a comment may still follow on the line on which a text in quotes ends
            continue
        line += text.count("\n", line_start, match.start())
        line_start = text.rfind("\n", 0, match.start()) + 1
        found.append(Comment(line, match.start() - line_start + 1, match[0]))
        at = match.end()
    return found
