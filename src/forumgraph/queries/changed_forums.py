"""Which fora began, ended, or became others between two rounds, as dates say; that a round is silent says nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.moments import first_day, last_day
from forumgraph.queries.change import Change, Compared, NotComparable
from forumgraph.queries.claims import grouped, joined
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import MENTIONS, STATEMENTS, SUCCESSION, MentionRow, StatementRow, SuccessionRow
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import RoundRow, Scope

_YEAR = 4  # signs of a moment that make its year
_NOT_YET = ("planned", "proposed")


@dataclass(frozen=True)
class ForumDatesRow:
    """When a forum was there; ``known_from`` and ``known_to`` are the days that something speaks of."""

    id: str
    name: str
    status: str
    since: str | None
    until: str | None
    until_at_most: str | None
    known_from: str | None
    known_to: str | None
    areas: tuple[str, ...]


FORUM_DATES = Question("forum_dates", ForumDatesRow, ("areas", "kkr", "municipalities"))


class Fora:
    """The fora of a selection with their dates, and where each round speaks of them."""

    def __init__(self, graph: Graph, scope: Scope, before: RoundRow, after: RoundRow) -> None:
        chosen = {"areas": list(scope.selection.areas), **scope.parameters}
        self.before, self.after = before, after
        self.rows = {row.id: row for row in ask(graph, FORUM_DATES, chosen)}
        steps = ask(graph, SUCCESSION, {"forums": []})
        self.successions = [row for row in steps if row.forum in self.rows or row.predecessor in self.rows]
        self._said: dict[str, list[tuple[str, str, tuple[Evidence, ...]]]] = defaultdict(list)
        said = {"rounds": scope.ids, "forums": []}
        rows: list[MentionRow | StatementRow] = [*ask(graph, MENTIONS, said), *ask(graph, STATEMENTS, said)]
        for row in rows:
            self._said[row.forum].append((row.round, row.moment, row.evidence))
        self._carried_on = grouped(self.successions, lambda row: row.predecessor)

    def speaks(self, round_: RoundRow, forum: str) -> bool:
        """Say whether a round speaks of a forum."""
        return any(round_.id == said[0] for said in self._said[forum])

    def lines(self, forum: str, moment: str) -> tuple[Evidence, ...]:
        """Return where a forum is spoken of in the year of a moment, or else at all, or else its successors are."""
        own = [said for said in self._said[forum] if said[1][:_YEAR] == moment[:_YEAR]]
        lines = [each for said in own or self._said[forum] for each in said[2]]
        return joined(lines or (each for row in self._carried_on.get(forum, []) for each in row.evidence))

    def placed(self, moment: str) -> str:
        """Say whether a moment lies between the rounds: between, elsewhere, or vague where it may be either."""
        first, last, start, end = first_day(moment), last_day(moment), str(self.before.date), str(self.after.date)
        if last <= start or first > end:
            return "elsewhere"
        return "between" if start < first and last <= end else "vague"

    def begun(self, moment: str, forum: str) -> str:
        """Say the same of the beginning of a forum: who speaks of one says that it has begun."""
        place = self.placed(moment)
        if place == "vague" and self.speaks(self.before, forum):
            return "elsewhere"
        ends_in_time = first_day(moment) > str(self.before.date) and self.speaks(self.after, forum)
        return "between" if place == "vague" and ends_in_time else place


def forums(fora: Fora) -> Compared:
    """Return what happened to fora between two rounds, and those of which that cannot be said."""
    found = Compared()
    vague, undated = _became(fora, found)
    became = _became_another(fora)
    vague += _began_or_ended(fora, found, became)
    told = became | {each.forum or "" for each in found.changes}
    found.not_comparable += [
        *_several(fora, "later_round_silent", _spoken_once(fora, fora.before, fora.after, told)),
        *_several(fora, "earlier_round_silent", _spoken_once(fora, fora.after, fora.before, told)),
        *_several(fora, "succession_undated", undated),
        *_several(fora, "date_vague", vague),
    ]
    return found


def _became(fora: Fora, found: Compared) -> tuple[list[str], list[str]]:
    """Add the successions between the rounds; return the fora whose succession is vague in time, and undated."""
    vague, undated = [], []
    for row in fora.successions:
        place = fora.begun(row.date, row.forum) if row.date else None
        if place == "between":
            found.changes.append(_succession(row))
        elif place == "vague":
            vague.append(row.forum)
        elif place is None and fora.speaks(fora.after, row.forum) and not fora.speaks(fora.before, row.forum):
            undated.append(row.forum)
    return vague, undated


def _succession(row: SuccessionRow) -> Change:
    return Change(
        what="forum",
        subject=row.forum_name,
        before=row.name,
        after=row.forum_name,
        cause="real",
        why=row.kind,
        date=row.date,
        confidence=row.confidence,
        forum=row.forum,
        evidence=row.evidence,
    )


def _became_another(fora: Fora) -> set[str]:
    """Return the fora that became another between the rounds: that they ended is no news beside that."""
    goes_on = [row for row in fora.successions if row.date and row.kind in ("renamed", "merged_from")]
    return {row.predecessor for row in goes_on if fora.begun(row.date or "", row.forum) == "between"}


def _began_or_ended(fora: Fora, found: Compared, became: set[str]) -> list[str]:
    """Add the fora whose own dates say that they began or ended between the rounds; return those of vague dates."""
    vague, came_of = [], {each.forum for each in found.changes}
    for row in fora.rows.values():
        for why, moment in _dates(row, fora):
            if row.id in (came_of if why == "began" else became):
                continue  # told with what it came of, or went on as
            place = fora.begun(moment, row.id) if why == "began" else fora.placed(moment)
            if place == "between":
                found.changes.append(_event(fora, row, why, moment))
            elif place == "vague":
                vague.append(row.id)
    return vague


def _dates(row: ForumDatesRow, fora: Fora) -> Iterator[tuple[str, str]]:
    """Yield what a forum's own dates say of it; a latest end tells only of one that was there at the first round."""
    if row.since and row.status not in _NOT_YET:
        yield "began", row.since
    if row.until:
        yield "ended", row.until
    elif row.until_at_most and row.known_from and row.known_from <= str(fora.before.date) <= (row.known_to or ""):
        yield "ended_at_latest", row.until_at_most


def _event(fora: Fora, row: ForumDatesRow, why: str, moment: str) -> Change:
    return Change(
        what="forum",
        subject=row.name,
        before=None if why == "began" else row.name,
        after=row.name if why == "began" else None,
        cause="real",
        why=why,
        date=moment,
        forum=row.id,
        evidence=fora.lines(row.id, moment),
    )


def _spoken_once(fora: Fora, one: RoundRow, other: RoundRow, told: set[str]) -> list[str]:
    return [id_ for id_ in fora.rows if id_ not in told and fora.speaks(one, id_) and not fora.speaks(other, id_)]


def _several(fora: Fora, why: str, ids: Iterable[str]) -> list[NotComparable]:
    """Return one entry for all fora of which the same holds; none where there are no such fora."""
    own = tuple(sorted({each for each in ids if each in fora.rows}))
    return [NotComparable("forum", "forums", why, forums=own)] if own else []
