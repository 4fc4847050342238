"""Two states of the records beside each other, as rows: what a load of the one would change in a graph of the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from forumgraph.graphdb.checking import Values, checked
from forumgraph.graphdb.difference import Difference, difference
from forumgraph.graphdb.kinds import Kind
from forumgraph.graphdb.loaded import Loaded
from forumgraph.graphdb.rows import to_rows
from forumgraph.graphdb.table import Rows
from forumgraph.ingest.records import Records

_LOAD = Loaded("", "", (), (), "")  # says which files a graph is of, and is no part of the difference


def compare(before: Records, after: Records) -> Difference:
    """Return the differences between two states of the records; no engine is needed for it."""
    found = Difference()
    for _, _, delta in difference(to_rows(after, _LOAD), _Held(to_rows(before, _LOAD))):
        found.note(delta)
    return found


class _Held:
    """Rows in the place of a graph that holds them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def pages(self, kind: Kind, low: str, high: str | None) -> Iterator[list[Values]]:
        """Yield the rows of a kind whose first key is above ``low`` and up to ``high``, all in one page."""
        rows = list(checked(kind, self._rows[kind.name]))
        keys = [values[0] for values in rows]
        page = rows[bisect_right(keys, low) : len(rows) if high is None else bisect_right(keys, high)]
        if page:
            yield page
