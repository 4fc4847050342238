"""From when to when something is known: what each claim says of its time, taken together body by body.

A claim holds for the time that it describes: the year that it names, else the year of its round. What two claims of
different years agree on is taken to have been so between them. Before the first and after the last nothing is known,
unless the entry of a forum has a date for it. That is why the bounds are *known from* and *known to*, never today.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.ingest.moments import first_day, last_day

if TYPE_CHECKING:
    from forumgraph.ingest.records import ForumRecord, MembershipRecord, Records

_YEAR = 4  # signs of a moment that make its year
_BY_NAME = ("self_reported", "named_by_other")
_COUNTING_IN = (*_BY_NAME, "inferred")

Together = tuple[str, str, str]
"""What makes one interval: a municipality, a forum, and by name or inferred; one that counts out stands alone."""

Interval = tuple[str, str]
"""The first and the last day, both included."""


def timed(records: Records) -> Records:
    """Return the records with the days from and to which fora and memberships are known."""
    years = {each.id: str(each.date.year).zfill(_YEAR) for each in records.rounds}
    spoken = _spoken_of(records, years)
    forums = [_timed_forum(each, spoken[each.id]) for each in records.forums]
    return replace(records, forums=forums, memberships=_timed_memberships(records.memberships, years))


def _interval(moments: Iterable[str]) -> Interval:
    given = list(moments)
    return min(map(first_day, given)), max(map(last_day, given))


def _spoken_of(records: Records, years: dict[str, str]) -> dict[str, list[str]]:
    """Return for each forum the times of which something is said of it.

    A forum that has ended is spoken of afterwards: of what says no time of its own, nothing tells that it was there.
    """
    ended = {each.id for each in records.forums if each.status == "ended"}
    found: dict[str, list[str]] = defaultdict(list)
    for forum, year, round_ in _said(records):
        if year or forum not in ended:
            found[forum].append(year or years[round_])
    return found


def _said(records: Records) -> Iterator[tuple[str, str | None, str]]:
    """Yield the forum of each thing that is said, with the time that it names itself and the round that says it."""
    rounds = {each.id: each.round for each in records.answers}
    for mention in records.mentions:
        yield mention.forum, None, rounds[mention.answer]
    for member in records.memberships:
        if member.basis in _COUNTING_IN and member.round:
            yield member.forum, member.year, member.round
    for statement in records.statements:
        yield statement.forum, statement.year, statement.round


def _timed_forum(forum: ForumRecord, moments: list[str]) -> ForumRecord:
    """Return a forum with its interval: what is said when it no longer or not yet was does not make it longer."""
    given = [each for each in (forum.since, forum.since_at_least, forum.until) if each] + moments
    if not given:
        return forum
    start, end = _interval(given)
    latest = forum.until or forum.until_at_most
    start = max(start, first_day(forum.since)) if forum.since else start
    end = min(end, last_day(latest)) if latest else end
    return replace(forum, known_from=start, known_to=end) if start <= end else forum


def _timed_memberships(claims: list[MembershipRecord], years: dict[str, str]) -> list[MembershipRecord]:
    """Return claims with their intervals.

    Those that count a municipality into one forum by name make one interval, and what is inferred another: an inference
    of one year and a word of a later one do not say that somebody was in it by name between them.
    """
    moments: dict[Together, list[str]] = defaultdict(list)
    for each in claims:
        if each.basis in _COUNTING_IN and (moment := _moment(each, years)):
            moments[_together(each)].append(moment)
    return [_timed_membership(each, moments, years) for each in claims]


def _together(claim: MembershipRecord) -> Together:
    return claim.municipality, claim.forum, "named" if claim.basis in _BY_NAME else claim.basis


def _moment(claim: MembershipRecord, years: dict[str, str]) -> str | None:
    return claim.year or years.get(claim.round or "")


def _timed_membership(
    claim: MembershipRecord, moments: dict[Together, list[str]], years: dict[str, str]
) -> MembershipRecord:
    own = _moment(claim, years)
    if own is None:
        return claim
    start, end = _interval(moments[_together(claim)] if claim.basis in _COUNTING_IN else [own])
    return replace(claim, known_from=start, known_to=end)
