"""Fora as a map tells of them: facts in words, claims, contradictions and what no source says. It asks nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from forumgraph.ingest.danish import sort_key
from forumgraph.maps.model import MapConflict, MapFact, MapForum, MapKnown, MapMembership, MapSeat, MapTier
from forumgraph.maps.standing import Standings
from forumgraph.maps.timeline import moments, renamed_from
from forumgraph.queries import Scope
from forumgraph.queries.claims import COUNTED
from forumgraph.queries.conflicts import Conflict
from forumgraph.queries.forum import Forum, Member
from forumgraph.texts import Texts
from forumgraph.texts.phrases import known_span, per_year, side, span, unknown_side

#: Facts that are true whoever speaks, so that every round repeats them.
_TIMELESS = ("tier", "note", "merged", "apart", "since", "reach", "theme", "task")


@dataclass(frozen=True)
class Told:
    """What fora are told with: the areas and fora of the map, how fora stand in the rounds, their titles, the words."""

    areas: frozenset[str]
    shown: frozenset[str]
    stands: Standings
    titles: dict[str, str]
    texts: Texts


def bodies(found: list[tuple[Scope, tuple[Forum, ...]]], whole: tuple[Forum, ...], told: Told) -> tuple[MapForum, ...]:
    """Return each forum of any round once, with the facts of all rounds, by the Danish alphabet.

    ``whole`` are the same as all rounds together tell of them.
    """
    rounds: dict[str, list[tuple[str, Forum]]] = defaultdict(list)
    for scope, forums in found:
        for each in forums:
            rounds[each.id].append((scope.ids[0], each))
    made = [_body(each, rounds[each.id], told) for each in whole if each.id in rounds]
    return tuple(sorted(made, key=lambda each: (sort_key(each.name), each.id)))


def memberships(found: Forum, round_id: str, stands: Standings) -> Iterator[MapMembership]:
    """Yield one a municipality, and a second where others say that it is out: whose lines are not told apart."""
    contested = {conflict.subject for conflict in found.conflicts if conflict.about == "members"}
    for member in found.members:
        torn = member.municipality in contested or bool(member.excluded_by and member.basis != "excluded")
        said = [_claim(found, member, round_id, torn)] if member.basis != "excluded" else []
        if member.excluded_by or member.basis == "excluded":
            said.append(_out(found, member, round_id, torn))
        yield from (replace(one, stands=stands.membership(found.id, member.code, one.basis)) for one in said)


def _claim(found: Forum, member: Member, round_id: str, torn: bool) -> MapMembership:
    by, why = member.reported_by, member.reason
    return MapMembership(member.code, found.id, member.basis, by, why, member.evidence, round_id, torn)


def _out(found: Forum, member: Member, round_id: str, torn: bool) -> MapMembership:
    own = member.basis == "excluded"
    why, lines = (member.reason, member.evidence) if own else (None, ())
    return MapMembership(member.code, found.id, "excluded", member.excluded_by, why, lines, round_id, torn)


def seats(found: Forum, round_id: str) -> Iterator[MapSeat]:
    """Yield the organisations in a forum."""
    for seat in found.organisations:
        yield MapSeat(seat.id, found.id, bool(seat.runs), seat.reported_by, seat.evidence, round_id)


def _body(found: Forum, rounds: list[tuple[str, Forum]], told: Told) -> MapForum:
    facts = [fact for round_id, each in rounds for fact in _facts(each, round_id, told.texts)]
    conflicts = [_conflict(one, round_id, told.texts) for round_id, each in rounds for one in each.conflicts]
    before = renamed_from(found)
    return MapForum(
        id=found.id,
        name=found.name,
        status=found.status,
        kind=found.kind,
        areas=tuple(area for area in found.areas if area in told.areas),
        levels=found.levels,
        aliases=tuple(dict.fromkeys(name.name for _, each in rounds for name in each.aliases)),
        facts=tuple(dict.fromkeys(facts)),
        conflicts=tuple(conflicts),
        tiers=tuple(MapTier(tier.name, tier.level, tier.rank, tier.evidence) for tier in found.tiers),
        succeeds=tuple(each for each in found.succeeds if each in told.shown),
        part_of=found.part_of if found.part_of in told.shown else None,
        unknown=tuple(_unknown([each for _, each in rounds])),
        stands=told.stands.forum(found.id),
        renames=before if before in told.shown else None,
        known=_known_days(found),
        timeline=moments(found, told.titles, told.texts),
    )


def _unknown(rounds: list[Forum]) -> Iterator[str]:
    """Yield what no source says of a forum, as keys of the catalogue's texts on it."""
    found = rounds[-1]
    if not any(member.basis in COUNTED for each in rounds for member in each.members):
        yield "members"
    if not any(each.meetings for each in rounds):
        yield "meetings"
    if not found.levels:
        yield "levels"
    if not any(each.political for each in rounds):
        yield "political"
    if not (found.since or found.since_at_least):
        yield "since"


def _facts(found: Forum, round_id: str, texts: Texts) -> Iterator[MapFact]:
    for fact in (*_said(found, texts), *_known(found, texts)):
        yield fact if fact.kind in _TIMELESS else replace(fact, round=round_id)


def _said(found: Forum, texts: Texts) -> Iterable[MapFact]:
    """Yield what reporters say: names, frequencies, politicians."""
    for name in found.aliases:
        yield MapFact("described" if name.described else "alias", name.name, name.used_by, name.evidence)
    for meets in found.meetings:
        times = per_year(span(meets.per_year, meets.per_year_max), meets.level, texts)
        yield MapFact("meetings", times, meets.reported_by, meets.evidence)
    for who in found.political:
        yield MapFact("political", texts(f"words.role.{who.who}"), who.reported_by, who.evidence)


def _known(found: Forum, texts: Texts) -> Iterable[MapFact]:
    """Yield what is true whoever speaks: dates, tiers, how far it reaches, what it is held apart from."""
    for key in ("since", "since_at_least", "until", "until_at_most"):
        if moment := getattr(found, key):
            yield MapFact("since", texts(f"report.date.{key}", moment=moment), (), ())
    for tier in found.tiers:
        yield MapFact("tier", f"{tier.rank}. {tier.name} ({texts(f'words.level.{tier.level}')})", (), tier.evidence)
    if found.reach:
        yield MapFact("reach", texts(f"words.reach.{found.reach}"), (), ())
    yield from (
        MapFact("theme", texts(f"timeline.theme_{each.by}", name=each.name), (), ())
        for each in found.themes
        if each.by == "name"
    )
    yield from (MapFact("apart", f"{each.name}: {each.why}", (), ()) for each in found.kept_apart)
    yield from (MapFact(key, text, (), ()) for key in ("merged", "note") if (text := getattr(found, key)))


def _known_days(found: Forum) -> MapKnown | None:
    side = unknown_side(bool(found.since), bool(found.until or found.until_at_most))
    if not (found.known_from and found.known_to) or not side:
        return None
    return MapKnown(known_span(found.known_from, found.known_to), side)


def _conflict(found: Conflict, round_id: str, texts: Texts) -> MapConflict:
    sides = (
        MapFact("side", side(found.about, found.subject, said.value, texts), said.reported_by, said.evidence, round_id)
        for said in found.claims
    )
    return MapConflict(found.about, found.subject, tuple(sides), round_id)
