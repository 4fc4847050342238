"""Cited lines must exist in their source, and lie in the row of the municipality whose words they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from forumgraph.ingest.checks.references import Known
from forumgraph.ingest.findings import Finding
from forumgraph.ingest.lines import Span, join, split, within
from forumgraph.ingest.models import Entry
from forumgraph.ingest.walk import answers, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.findings import Place
    from forumgraph.ingest.models import Reply
    from forumgraph.ingest.tree import Path


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


_CITING = (
    "rounds", "forums", "replies", "statements", "findings", "requirements", "progress", "themes", "duties",
)  # fmt: skip


def lines_beyond_source(data: Dataset) -> Iterator[Finding]:
    """FG401, FG205 for lines that run backwards, and FG305 where the citation itself names an unknown source."""
    sources = _Sources(data)
    for section in _CITING:
        for located in getattr(data, section):
            default = data.source_of(located)
            for path, lines in cited(located.entry):
                yield from sources.check(lines, default, located.place(*path), path)


class _Sources:
    """How many lines each source has."""

    def __init__(self, data: Dataset) -> None:
        self.known = Known(data)
        self.lengths = {id_: source.lines for id_, source in data.ids("sources").items()}

    def check(self, lines: str, default: str | None, place: Place, path: Path) -> Iterator[Finding]:
        named, spans = split(lines)
        source = named or default or ""
        if named:
            yield from self.known.check("source", named, place)
        length = self.lengths.get(source)
        if any(first > last or first < 1 for first, last in spans):
            key = next(str(step) for step in reversed(path) if isinstance(step, str))
            yield Finding("FG205", place, lines, values={"key": key})
        elif length and any(last > length for _, last in spans):
            yield Finding("FG401", place, lines, values={"source": source, "length": str(length)})


def lines_outside_row(data: Dataset) -> Iterator[Finding]:
    """FG402: what a municipality says is cited from its own row (what it says of missing fora stands elsewhere)."""
    for located in data.replies:
        default = data.source_of(located)
        row = _spans(located.entry.row, default)
        for path, lines in _row_citations(located.entry):
            source, spans = split(lines)
            if source in (None, default) and not within(spans, row.get(default, [])):
                values = {"row": join(row.get(default, [])), "municipality": located.entry.municipality}
                yield Finding("FG402", located.place(*path), lines, values=values)


def _row_citations(reply: Reply) -> Iterator[tuple[Path, str]]:
    for path, _, answer in answers(reply):
        for n, lines in enumerate(answer.lines):
            yield (*path, "lines", n), lines
    for at in mentions(reply):
        if at.path[0] != "missing_fora":
            yield from cited(at.mention, at.path)


class _Owned(NamedTuple):
    """A span of lines and whose row it belongs to (as the position of its reply)."""

    first: int
    last: int
    reply: int


def overlapping_rows(data: Dataset) -> Iterator[Finding]:
    """FG414: a line of the table belongs to one municipality; a row that ends beyond its source is said to (FG401)."""
    lengths = {id_: source.lines for id_, source in data.ids("sources").items()}
    owned: dict[tuple[str | None, str | None], list[_Owned]] = {}
    for n, located in enumerate(data.replies):
        for source, spans in _spans(located.entry.row, data.source_of(located)).items():
            inside = [span for span in spans if span[1] <= lengths.get(source or "", span[1])]
            owned.setdefault((data.round_of(located), source), []).extend(_Owned(*span, n) for span in inside)
    pairs = {pair for spans in owned.values() for pair in _overlaps(spans, data)}
    for n, other in sorted(pairs):
        located = data.replies[n]
        values = {"other": data.replies[other].entry.municipality}
        row = join(span for each in located.entry.row for span in split(each)[1])
        yield Finding("FG414", located.place("row"), row, values=values)


def _overlaps(spans: list[_Owned], data: Dataset) -> Iterator[tuple[int, int]]:
    """Yield pairs of replies that share a line: in order of lines, each against the two that reach furthest so far."""
    furthest: list[_Owned] = []
    for span in sorted(spans):
        name = data.replies[span.reply].entry.municipality
        others = [each for each in furthest if data.replies[each.reply].entry.municipality != name]
        for other in others:
            if span.first <= other.last:
                yield max(span.reply, other.reply), min(span.reply, other.reply)
        own = [each for each in furthest if each not in others]
        furthest = sorted([max([span, *own], key=lambda each: each.last), *others], key=lambda each: -each.last)[:2]


def _spans(cited_lines: tuple[str, ...], default: str | None) -> dict[str | None, list[Span]]:
    """Return the spans by source."""
    found: dict[str | None, list[Span]] = {}
    for each in cited_lines:
        source, spans = split(each)
        found.setdefault(source or default, []).extend(spans)
    return found
