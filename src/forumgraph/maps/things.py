"""What stands on the map, and what is said of it, as rows of the page's data block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forumgraph.maps.labels import ends
from forumgraph.maps.links import BASES
from forumgraph.maps.network import forum_id
from forumgraph.maps.places import place_of
from forumgraph.maps.renaming import kept_places
from forumgraph.maps.repeated import Once, Repeated, rows

if TYPE_CHECKING:
    from forumgraph.maps.groups import Groups
    from forumgraph.maps.layout import Layout
    from forumgraph.maps.model import (
        MapAnswer,
        MapCircle,
        MapConflict,
        MapData,
        MapFact,
        MapForum,
        MapMembership,
        MapMoment,
        MapMunicipality,
        MapOrganisation,
        MapSeat,
        MapTier,
        MapWish,
    )
    from forumgraph.maps.spot import Spot
    from forumgraph.maps.words import Words


class Things:
    """The things of a map as rows that refer to each other, and to what many of them say, by number."""

    def __init__(self, data: MapData, layout: Layout, words: Words, groups: Groups, repeated: Repeated) -> None:
        self._data, self._layout, self._words = data, layout, words
        self._groups, self._repeated = groups, repeated
        self._places = place_of({one.code: one.name for one in data.municipalities})
        self._kept = kept_places(data.forums)
        self._answers: Once[MapAnswer] = Once()
        self._wishes: Once[MapWish] = Once()
        self._facts: Once[MapFact] = Once()
        self._conflicts: Once[MapConflict] = Once()
        self._tiers: Once[MapTier] = Once()
        self._moments: Once[MapMoment] = Once()

    def tables(self) -> dict[str, list[list[Any]]]:
        """Return what there is as rows; what things name by number is only known when they are made."""
        data = self._data
        things = {
            "towns": rows(self._town(one) for one in data.municipalities),
            "forums": rows(self._forum(one) for one in data.forums),
            "organisations": rows(self._organisation(one) for one in data.organisations),
            "memberships": rows(self._membership(one) for one in data.memberships),
            "seats": rows(self._seat(one) for one in data.seats),
            "circles": rows(self._circle(one) for one in data.circles),
        }
        conflicts = rows(self._conflict(one) for one in self._conflicts.values())  # their sides are facts
        return {
            **things,
            "answers": rows(self._answer(one) for one in self._answers.values()),
            "wishes": rows(self._wish(one) for one in self._wishes.values()),
            "facts": rows(self._fact(one) for one in self._facts.values()),
            "conflicts": conflicts,
            "tiers": rows(self._tier(one) for one in self._tiers.values()),
            "moments": rows(self._moment(one) for one in self._moments.values()),
        }

    def _town(self, one: MapMunicipality) -> dict[str, Any]:
        place = self._places[one.code]
        known = place.lon is not None and place.lat is not None
        return {
            "code": one.code,
            "name": one.name,
            "kkr": self._repeated.texts.at(one.kkr),
            "tile": [place.column, place.row],
            "place": [place.lon, place.lat] if known else None,
            "stands": self._repeated.stand(one.stands),
            "answers": self._answers.each(one.answers),
            "wishes": self._wishes.each(one.wishes),
            "group": self._groups.towns.get(one.code),
            "dates": [one.since or "", one.until or ""] if one.since or one.until else None,
            "spot": _spot(self._layout.municipalities[one.code], one.name),
        }

    def _answer(self, one: MapAnswer) -> dict[str, Any]:
        texts = self._repeated.texts
        return {
            "area": self._repeated.areas[one.area],
            "status": texts.at(one.status),
            "round": self._repeated.rounds[one.round],
            "confidence": texts.at(one.confidence),
            "evidence": self._repeated.evidence(one.evidence),
            "forums": [self._repeated.forums[each] for each in one.forums],
            "note": texts.at(one.note),
            "alternative": texts.at(one.alternative),
        }

    def _wish(self, one: MapWish) -> dict[str, Any]:
        return {
            "round": self._repeated.rounds[one.round],
            "answer": self._repeated.texts.at(one.answer),
            "summary": one.summary,
            "evidence": self._repeated.evidence(one.evidence),
        }

    def _forum(self, one: MapForum) -> dict[str, Any]:
        unknown = list(self._words.texts.section("atlas.unknown"))
        texts, lists, forums = self._repeated.texts, self._repeated.lists, self._repeated.forums
        return {
            "id": one.id,
            "name": one.name,
            "status": texts.at(one.status),
            "kind": texts.at(self._words.of("kind", one.kind)),
            "spot": _spot(self._layout.forums[one.id], one.name),
            "stands": self._repeated.stand(one.stands),
            "areas": lists.at(one.areas),
            "levels": lists.at(one.levels),
            "unknown": lists.at(tuple(unknown.index(key) for key in one.unknown)),
            "known": lists.at((one.known.span, one.known.side) if one.known else None),
            "facts": self._facts.each(one.facts),
            "timeline": self._moments.each(one.timeline),
            "part_of": forums[one.part_of] if one.part_of else None,
            "succeeds": [forums[each] for each in one.succeeds],
            "tiers": self._tiers.each(one.tiers),
            "conflicts": self._conflicts.each(one.conflicts),
            "kept": self._place_kept(one),
            "group": self._groups.forums.get(one.id),
            "aliases": _aliases(one),
        }

    def _place_kept(self, one: MapForum) -> list[int] | None:
        """Return whose place a forum has, and how many names came before, where it shares one."""
        kept = self._kept.get(one.id)
        return [self._repeated.forums[kept.place], kept.names] if kept else None

    def _moment(self, one: MapMoment) -> dict[str, Any]:
        texts = self._repeated.texts
        return {
            "when": texts.at(one.when),
            "text": texts.at(one.text),
            "evidence": self._repeated.evidence(one.evidence),
            "by": self._repeated.lists.at(one.reported_by),
            "forum": self._forum_at(one.forum) if one.forum else None,
        }

    def _forum_at(self, forum: str) -> int | str:
        """Return the number of a forum, or what would be its node where it is not on the map."""
        return self._repeated.forums.get(forum) or forum_id(forum)

    def _tier(self, one: MapTier) -> dict[str, Any]:
        return {"name": one.name, "level": self._repeated.texts.at(one.level), "rank": one.rank}

    def _conflict(self, one: MapConflict) -> dict[str, Any]:
        return {
            "about": self._repeated.texts.at(one.about),
            "subject": self._repeated.texts.at(one.subject),
            "sides": self._facts.each(one.sides),
            "round": self._repeated.rounds[one.round],
        }

    def _fact(self, one: MapFact) -> dict[str, Any]:
        return {
            "kind": self._repeated.texts.at(one.kind),
            "text": one.text,
            "round": self._repeated.rounds[one.round] if one.round else None,
            "by": self._repeated.lists.at(one.reported_by),
            "evidence": self._repeated.evidence(one.evidence),
        }

    def _organisation(self, one: MapOrganisation) -> dict[str, Any]:
        return {
            "node": one.id,  # the page puts its letter before it
            "name": one.name,
            "kind": self._repeated.texts.at(self._words.texts.section("organisations.kind").get(one.kind, one.kind)),
            "spot": _spot(self._layout.organisations[one.id], one.name),
            "aliases": one.aliases,
            "group": self._groups.organisations.get(one.id),
        }

    def _membership(self, one: MapMembership) -> dict[str, Any]:
        return {
            "town": self._repeated.towns[one.municipality],
            "forum": self._repeated.forums[one.forum],
            "round": self._repeated.rounds[one.round],
            "by": self._repeated.lists.at(one.reported_by),
            "evidence": self._repeated.evidence(one.evidence),
            "stands": self._repeated.stand(one.stands),
            "basis": BASES.index(one.basis),
            "reason": self._repeated.texts.at(one.reason),
            "contested": int(one.contested),
        }

    def _seat(self, one: MapSeat) -> dict[str, Any]:
        return {
            "organisation": self._repeated.organisations[one.organisation],
            "forum": self._repeated.forums[one.forum],
            "round": self._repeated.rounds[one.round],
            "by": self._repeated.lists.at(one.reported_by),
            "evidence": self._repeated.evidence(one.evidence),
            "runs": int(one.runs),
        }

    def _circle(self, one: MapCircle) -> dict[str, Any]:
        return {
            "id": one.id,
            "name": one.name,
            "members": [self._repeated.towns[code] for code in one.members],
            "forums": [self._forum_at(forum) for forum in one.forums],
            "others": one.others,
        }


def _aliases(one: MapForum) -> list[str]:
    """Return what else a forum is called, without what its facts say: the page adds it."""
    told = {fact.text for fact in one.facts if fact.kind in ("alias", "described")}
    return [alias for alias in one.aliases if alias not in told]


def _spot(spot: Spot, name: str) -> list[int | str]:
    """Return the size of a thing and where its name's lines end, unless these are its name; its place stands apart."""
    lines = () if spot.lines == (name,) else ends(name, spot.lines) or spot.lines
    return [spot.radius, *lines] if spot.radius or lines else []
