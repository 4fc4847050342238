"""Who came into, and who went out of, a forum that two rounds speak of; only where both could have said so."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.queries.change import Change, Compared, NotComparable
from forumgraph.queries.changed_answers import Replies
from forumgraph.queries.changed_forums import Fora
from forumgraph.queries.claims import COUNTED, basis_of, counted, grouped, lines_of
from forumgraph.queries.forum_rows import MEMBERS, MemberRow
from forumgraph.queries.question import ask
from forumgraph.queries.selection import RoundRow

_NOT_IN = "not_in"  # what a municipality is that nobody counts in
_YEAR = 4  # signs of a moment that make its year


@dataclass(frozen=True)
class _Claims:
    """What two rounds claim of one forum's members."""

    forum: str
    name: str
    areas: tuple[str, ...]
    before: dict[str, list[MemberRow]]
    after: dict[str, list[MemberRow]]

    @property
    def whole(self) -> bool:
        """Whether both rounds give a full list, so that whom one leaves out is not in it."""
        rounds = ([row for rows in each.values() for row in rows] for each in (self.before, self.after))
        return all(any(row.listed for row in rows) for rows in rounds)


def members(graph: Graph, replies: Replies, fora: Fora) -> Compared:
    """Return the memberships that differ in fora of which both rounds name members."""
    found = Compared()
    for claims in _claims(graph, replies, fora):
        unclear = []
        for code in sorted({*claims.before, *claims.after}):
            if not (place := replies.places.get(code)) or _is_in(claims.before, code) == _is_in(claims.after, code):
                continue
            if cause := _cause(replies, claims, code):
                found.changes.append(_change(claims, code, cause, replies.corrected(code, claims.areas)))
            else:
                unclear.append(place.name)
        if unclear:
            found.not_comparable.append(_unclear(claims, unclear))
    return found


def _claims(graph: Graph, replies: Replies, fora: Fora) -> list[_Claims]:
    ids = [each.id for each in replies.rounds]
    rows = ask(graph, MEMBERS, {"rounds": ids, "day": "", "forums": [], "municipalities": []})
    found = []
    for forum, own in grouped((row for row in rows if row.forum in fora.rows), lambda row: row.forum).items():
        first, second = ([row for row in own if _of_its_time(row, each)] for each in replies.rounds)
        if counted(first) and counted(second):
            sides = (grouped(each, lambda row: row.code) for each in (first, second))
            found.append(_Claims(forum, own[0].forum_name, fora.rows[forum].areas, *sides))
    return found


def _of_its_time(row: MemberRow, round_: RoundRow) -> bool:
    """Say whether a claim is of a round's own time: who was in a forum in another year is no state of it."""
    return row.round == round_.id and (row.year is None or row.year[:_YEAR] == str(round_.date)[:_YEAR])


def _is_in(side: dict[str, list[MemberRow]], code: str) -> bool:
    return code in side and basis_of(side[code]) in COUNTED


def _cause(replies: Replies, claims: _Claims, code: str) -> str | None:
    """Return the cause of a difference; None where the round without it says nothing of it."""
    place, gained = replies.places[code], _is_in(claims.after, code)
    if gained and replies.born(place):
        return "joined"
    if not gained and replies.abolished(place):
        return "left"
    silent = claims.before if gained else claims.after
    counted_out = code in silent and basis_of(silent[code]) == "excluded"
    asked_both = replies.answered_both(code, claims.areas)
    return "real" if claims.whole or counted_out or asked_both else None


def _change(claims: _Claims, code: str, cause: str, corrected: str | None) -> Change:
    sides = [each.get(code, []) for each in (claims.before, claims.after)]
    rows = [row for side in sides for row in side]
    before, after = (basis_of(side) if side else _NOT_IN for side in sides)
    return Change(
        what="membership",
        subject=f"{rows[0].municipality}, {claims.name}",
        before=before,
        after=after,
        cause="correction" if corrected else cause,
        why=corrected,
        municipality=rows[0].municipality,
        forum=claims.forum,
        evidence=lines_of(rows),
    )


def _unclear(claims: _Claims, names: list[str]) -> NotComparable:
    rows = [row for side in (claims.before, claims.after) for each in side.values() for row in each]
    evidence = lines_of(row for row in rows if row.municipality in names)
    return NotComparable(
        "membership",
        claims.name,
        "no_full_list",
        municipalities=tuple(names),
        forums=(claims.forum,),
        evidence=evidence,
    )
