"""The municipalities, and of when each is: who is no municipality at a time is in no figure of it."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.ingest.moments import first_day, last_day
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import ANY_DATE, Scope


@dataclass(frozen=True)
class Span:
    """The days of which something is asked, both included; what holds on one of them is asked."""

    first: str = ""
    last: str = str(ANY_DATE)

    @classmethod
    def of(cls, scope: Scope) -> Span:
        """Return the day that was chosen, or all days."""
        return cls(scope.day, scope.day) if scope.day else cls()

    @classmethod
    def of_year(cls, year: int) -> Span:
        """Return the days of a year."""
        return cls(f"{year:04}-01-01", f"{year:04}-12-31")

    @property
    def one_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last


@dataclass(frozen=True)
class MunicipalityRow:
    """A municipality; ``since`` and ``until`` where it is younger than a round, or no longer there."""

    name: str
    code: str
    kkr: str
    since: str | None
    until: str | None

    def came_after(self, day: str) -> bool:
        """Say whether it came to be after a day."""
        return self.since is not None and first_day(self.since) > day

    def went_before(self, day: str) -> bool:
        """Say whether it ceased to be before a day."""
        return self.until is not None and last_day(self.until) < day

    def there(self, span: Span) -> bool:
        """Say whether it was a municipality on a day of a span."""
        return not self.came_after(span.last) and not self.went_before(span.first)


MUNICIPALITIES = Question("municipalities", MunicipalityRow, ("kkr", "municipalities"))


def municipalities_of(graph: Graph, scope: Scope, span: Span, kkr: tuple[str, ...]) -> list[MunicipalityRow]:
    """Return the chosen municipalities of some KKRs (of all, where none is named) that there were in a span.

    They come by the Danish alphabet.
    """
    rows = ask(graph, MUNICIPALITIES, {"kkr": list(kkr), "municipalities": list(scope.selection.municipalities)})
    return sorted((row for row in rows if row.there(span)), key=lambda row: sort_key(row.name))
