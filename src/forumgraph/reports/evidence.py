"""The cited lines of a source, where the user has its text at hand."""

from __future__ import annotations

import os
import re
from pathlib import Path

from forumgraph.ingest.lines import split
from forumgraph.ingest.words import nearest
from forumgraph.reports.errors import ReportError
from forumgraph.reports.layout import wrapped

_CITATION = re.compile(r"[^:]+: *[0-9]{1,7}(-[0-9]{1,7})?(, *[0-9]{1,7}(-[0-9]{1,7})?)*")
_NUMBER = 7  # columns before the text: five of a line's number, two of space


def cited_lines(citation: str, room: int | None = None) -> str:
    """Return the lines of ``SOURCE:LINES`` with their numbers; raise ReportError where they cannot be had.

    Lines end at a line feed and nowhere else, as they are counted in the data. ``room`` is the terminal's, in columns.
    """
    if not _CITATION.fullmatch(citation.strip()):
        raise ReportError("not_a_citation", citation=citation)
    source, spans = split(citation.strip())
    lines = _text(source or "").split("\n")
    if lines[-1] == "":
        lines.pop()  # the file ends with a line break; what is counted are lines
    for first, last in spans:
        if first > last or first < 1:
            raise ReportError("not_a_citation", citation=citation)
        if last > len(lines):
            raise ReportError("beyond_source", source=source or "", lines=str(len(lines)), asked=str(last))
    numbers = (number for first, last in spans for number in range(first, last + 1))
    return "".join(f"{shown}\n" for number in numbers for shown in _shown(number, lines[number - 1], room))


def _shown(number: int, line: str, room: int | None) -> list[str]:
    """Return a line with its number, without the signs that would move the cursor."""
    text = "".join(sign if sign.isprintable() else " " for sign in line).rstrip()
    parts = wrapped(text, room - _NUMBER) if room else [text]
    return [f"{number:>5}  {parts[0]}".rstrip(), *(" " * _NUMBER + part for part in parts[1:])]


def _folder() -> Path:
    return Path(os.environ.get("FORUMGRAPH_SOURCES") or "sources")


def _text(source: str) -> str:
    folder = _folder()
    if not folder.is_dir():
        raise ReportError("no_sources", folder=str(folder))
    known = [path.stem for path in folder.glob("*.txt")]
    if source not in known:
        near = nearest(source, known)
        if near:
            raise ReportError("no_such_source_near", source=source, folder=str(folder), near=near)
        raise ReportError("no_such_source", source=source, folder=str(folder))
    return (folder / f"{source}.txt").read_bytes().decode("utf-8", "replace")
