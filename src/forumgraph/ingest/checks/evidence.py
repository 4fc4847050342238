"""Cited lines must exist in their source, and lie in the row of the municipality whose words they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from forumgraph.ingest.dataset import Dataset
from forumgraph.ingest.document import Located
from forumgraph.ingest.findings import Finding
from forumgraph.ingest.lines import Span, join, overlap, split, within
from forumgraph.ingest.models import Entry, Reply
from forumgraph.ingest.tree import Path
from forumgraph.ingest.walk import answers, mentions
from forumgraph.ingest.words import nearest


def cited(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every citation inside an entry with the path that leads to it."""
    if isinstance(value, Entry):
        for name, info in type(value).model_fields.items():
            yield from _field(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from cited(each, (*path, key))
    elif isinstance(value, tuple):
        for n, each in enumerate(value):
            yield from cited(each, (*path, n))


def _field(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if path[-1] in ("lines", "row") and isinstance(value, tuple):
        for n, each in enumerate(value):
            yield (*path, n), each
    elif path[-1] == "questions":
        for key, each in value.items():
            yield (*path, key), each
    else:
        yield from cited(value, path)


def lines_beyond_source(data: Dataset) -> Iterator[Finding]:
    """FG401, and FG305 where the citation itself names an unknown source."""
    lengths = {id_: source.lines for id_, source in data.ids("sources").items()}
    for section in ("rounds", "forums", "replies"):
        for located in getattr(data, section):
            default = data.source_of(located) if section == "replies" else _default(located)
            for path, lines in cited(located.entry):
                yield from _beyond(located, path, lines, default, lengths)


def _default(located: Located[Any]) -> str | None:
    return getattr(located.entry, "source", None) or located.defaults.source


def _beyond(
    located: Located[Any], path: Path, lines: str, default: str | None, lengths: dict[str, int]
) -> Iterator[Finding]:
    named, spans = split(lines)
    source = named or default
    if named and named not in lengths:
        yield Finding("FG305", located.place(*path), named, tuple(sorted(lengths)), nearest(named, lengths))
    length = lengths.get(source or "")
    for first, last in spans:
        backwards = first > last or first < 1
        if backwards or (length and last > length):
            values = {"source": source or "?", "length": str(length or "?")}
            yield Finding("FG205" if backwards else "FG401", located.place(*path), lines, values={**values, "key": "lines"})


def lines_outside_row(data: Dataset) -> Iterator[Finding]:
    """FG402: what a municipality says is cited from its own row (what it says of missing fora stands elsewhere)."""
    for located in data.replies:
        row = _spans(located.entry.row)
        for path, lines in _row_citations(located.entry):
            source, spans = split(lines)
            if source is None and not within(spans, row):
                values = {"row": join(row), "municipality": located.entry.municipality}
                yield Finding("FG402", located.place(*path), lines, values=values)


def _row_citations(reply: Reply) -> Iterator[tuple[Path, str]]:
    for path, _, answer in answers(reply):
        for n, lines in enumerate(answer.lines):
            yield (*path, "lines", n), lines
    for at in mentions(reply):
        if at.path[0] != "missing_fora":
            yield from cited(at.mention, at.path)


def overlapping_rows(data: Dataset) -> Iterator[Finding]:
    """FG414: a line of the table belongs to one municipality."""
    seen: dict[str | None, list[tuple[list[Span], str]]] = {}
    for located in data.replies:
        row = _spans(located.entry.row)
        others = seen.setdefault(data.round_of(located), [])
        for spans, name in others:
            if overlap(row, spans) and name != located.entry.municipality:
                yield Finding("FG414", located.place("row"), join(row), values={"other": name})
        others.append((row, located.entry.municipality))


def _spans(cited_lines: tuple[str, ...]) -> list[Span]:
    return [span for each in cited_lines for span in split(each)[1]]
