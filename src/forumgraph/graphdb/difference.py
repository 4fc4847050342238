"""What is in a graph beside what should be in it: added, changed and removed rows, kind by kind, range by range.

Both sides come in the order of their identity, so that only one range of either is ever in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from forumgraph.graphdb.checking import Values, checked
from forumgraph.graphdb.kinds import Kind, Node
from forumgraph.graphdb.schema import KINDS
from forumgraph.graphdb.table import Row, Rows

RANGE = 5_000  # rows compared at a time
LISTED = 1_000  # changes of a kind that are kept by name; the rest is only counted

#: Bookkeeping of the load itself, which is no difference of the data.
COMPARED: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind.name != "Load")


class Stored(Protocol):
    """Reads what a graph holds."""

    def pages(self, kind: Kind, low: str, high: str | None) -> Iterator[list[Values]]:
        """Yield the stored rows of a kind whose first key is above ``low`` and up to ``high`` (None: to the end).

        All rows with the same first key come in one page.
        """
        ...


@dataclass(frozen=True)
class Delta:
    """The differences in one range of one kind; ``changed`` holds what is stored and what should be."""

    kind: Kind
    added: list[Values] = field(default_factory=list)
    changed: list[tuple[Values, Values]] = field(default_factory=list)
    removed: list[Values] = field(default_factory=list)

    def __len__(self) -> int:
        """Return how many differences there are."""
        return len(self.added) + len(self.changed) + len(self.removed)

    def parts(self, n: int) -> Iterator[Delta]:
        """Yield the same differences at most so many at a time, in the order in which they can be written."""
        for what in ("removed", "changed", "added"):
            rows = getattr(self, what)
            for start in range(0, len(rows), n):
                yield Delta(self.kind, **{what: rows[start : start + n]})


def deltas(kind: Kind, rows: Iterable[Row], stored: Stored) -> Iterator[tuple[int, Delta]]:
    """Yield the differences of a kind, each with how many rows were compared for it; raise BadRow for a bad row."""
    low, parts = "", _ranges(checked(kind, rows))
    part = next(parts, [])
    while True:
        following = next(parts, None)
        high = part[-1][0] if following else None  # the last range is open, which saves a question to the end
        for delta in _compare(kind, part, stored.pages(kind, low, high)):
            yield 0, delta
        yield len(part), Delta(kind)
        if following is None:
            return
        low, part = part[-1][0], following


def _ranges(rows: Iterable[Values]) -> Iterator[list[Values]]:
    """Cut rows into ranges of about RANGE; rows with the same first key stay together."""
    part: list[Values] = []
    for values in rows:
        if len(part) >= RANGE and values[0] != part[-1][0]:
            yield part
            part = []
        part.append(values)
    if part:
        yield part


def _compare(kind: Kind, part: list[Values], pages: Iterable[list[Values]]) -> Iterator[Delta]:
    at = [kind.columns.index(name) for name in kind.identity]
    wanted = {tuple([values[n] for n in at]): values for values in part}
    for page in pages:
        delta = Delta(kind)
        identities = [tuple([values[n] for n in at]) for values in page]
        doubled = _doubled(identities)
        for identity, values in zip(identities, page, strict=True):
            # What somebody wrote twice by hand cannot be told apart: all of it goes, and is added once.
            found = None if identity in doubled else wanted.pop(identity, None)
            if found is None:
                delta.removed.append(values)
            elif found != values:
                delta.changed.append((values, found))
        if delta:
            # An engine gives the relations of one node in any order.
            delta.removed.sort(key=_by(at))
            delta.changed.sort(key=lambda pair: _by(at)(pair[0]))
            yield delta
    if wanted:
        yield Delta(kind, added=list(wanted.values()))


def _by(at: list[int]) -> Callable[[Values], tuple[str, ...]]:
    return lambda values: tuple([str(values[n]) for n in at])


def _doubled(identities: list[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    once = set(identities)
    if len(once) == len(identities):
        return set()
    return {identity for identity, n in Counter(identities).items() if n > 1}


@dataclass
class Changed:
    """An element that stays, with the properties that differ: what they are and what they should be."""

    name: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass
class KindDifference:
    """The differences of one kind: counts, and the first LISTED of each by name."""

    kind: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    added_names: list[str] = field(default_factory=list)
    removed_names: list[str] = field(default_factory=list)
    changes: list[Changed] = field(default_factory=list)

    def note(self, delta: Delta) -> None:
        """Take the differences of a range in."""
        self.added += len(delta.added)
        self.changed += len(delta.changed)
        self.removed += len(delta.removed)
        _fill(self.added_names, (title(delta.kind, values) for values in delta.added))
        _fill(self.removed_names, (title(delta.kind, values) for values in delta.removed))
        _fill(self.changes, (_changed(delta.kind, *pair) for pair in delta.changed))


def _fill(names: list[Any], more: Iterator[Any]) -> None:
    while len(names) < LISTED and (one := next(more, None)) is not None:
        names.append(one)


@dataclass
class Difference:
    """What a load changes, or would change: the kinds that differ, in the order of the schema.

    ``whole`` says that the graph had nothing before.
    """

    kinds: dict[str, KindDifference] = field(default_factory=dict)
    whole: bool = False

    def note(self, delta: Delta) -> None:
        """Take the differences of a range in."""
        if delta:
            self.kinds.setdefault(delta.kind.name, KindDifference(delta.kind.name)).note(delta)

    def __len__(self) -> int:
        """Return how many differences there are."""
        return sum(each.added + each.changed + each.removed for each in self.kinds.values())


def title(kind: Kind, values: Values) -> str:
    """Return what an element is called for people: a node's key and name, the ends of a relation."""
    if not isinstance(kind, Node):
        return f"{values[0]} → {values[1]}"
    named = next((values[kind.columns.index(name)] for name in ("name", "title") if name in kind.columns), None)
    return f"{values[0]} ({named})" if named else str(values[0])


def _changed(kind: Kind, before: Values, after: Values) -> Changed:
    differ = [n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    names = kind.columns
    return Changed(title(kind, before), {names[n]: before[n] for n in differ}, {names[n]: after[n] for n in differ})


def difference(rows: Rows, stored: Stored) -> Iterator[tuple[str, int, Delta]]:
    """Yield all differences between rows and a graph, with the kind and how many rows were compared."""
    for kind in COMPARED:
        for compared, delta in deltas(kind, rows[kind.name], stored):
            yield kind.name, compared, delta
