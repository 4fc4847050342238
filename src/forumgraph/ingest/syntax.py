"""Says what libyaml found wrong with a text in words of the catalogue (``findings.problem``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.ingest.findings import Finding, Place

if TYPE_CHECKING:
    import yaml

# What libyaml says, and our word for it; the first that fits counts.
_PROBLEMS = (
    ("quoted scalar found unexpected end", "open_quote"),
    ("quoted scalar found unexpected document", "open_quote"),
    ("flow sequence", "open_bracket"),
    ("flow mapping", "open_brace"),
    ("unknown escape character", "escape"),
    ("escape code", "escape"),
    ("did not find expected hexdecimal number", "escape"),
    ("mapping values are not allowed", "stray_colon"),
    ("could not find expected ':'", "no_colon"),
    ("sequence entries are not allowed", "stray_dash"),
    ("did not find expected '-' indicator", "indentation"),
    ("did not find expected key", "indentation"),
    ("cannot start any token", "sign"),
    ("did not find expected node content", "content"),
    ("block scalar", "block"),
    ("anchor", "anchor"),
    ("directive", "directive"),
    ("document start", "directive"),
)
_AT_THE_OPENING = ("open_quote", "open_bracket", "open_brace", "no_colon")  # seen at the end, made at the beginning


def syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    """Return the finding for a text that is not YAML; a tab that indents has a code of its own."""
    rows = text.split("\n")
    line, column = _mark(error.problem_mark or error.context_mark, rows)
    if tab := re.match(r" *\t", rows[line]):
        return Finding("FG107", Place(file, line + 1, tab.end()), rows[line].strip()[:60])
    problem = _word(" ".join(part for part in (error.context, error.problem) if part))
    if problem in _AT_THE_OPENING and error.context_mark:
        line, column = _mark(error.context_mark, rows)
    return Finding("FG108", Place(file, line + 1, column + 1), rows[line].strip()[:60], values={"problem": problem})


def _mark(mark: yaml.Mark | None, rows: list[str]) -> tuple[int, int]:
    """Return the line and column of a mark; what is missed at the end of the text is missing in its last line."""
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line = min(line, len(rows) - 1)
    while line and not rows[line].strip():
        line -= 1
        column = len(rows[line])
    return line, column


def _word(said: str) -> str:
    return next((word for part, word in _PROBLEMS if part in said), "other")
