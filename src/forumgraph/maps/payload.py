"""What the page's script is given: the map's values as page/scripts/types.d.ts has them, ready for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from forumgraph.maps import look
from forumgraph.maps.groups import groups
from forumgraph.maps.links import BASES
from forumgraph.maps.network import forum_id, municipality_id, network, organisation_id
from forumgraph.maps.places import place_of, places_block
from forumgraph.maps.renaming import kept_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forumgraph.maps.edition import Edition
    from forumgraph.maps.groups import Groups
    from forumgraph.maps.layout import Layout
    from forumgraph.maps.model import (
        MapAnswer,
        MapConflict,
        MapData,
        MapFact,
        MapForum,
        MapMembership,
        MapMoment,
        MapMunicipality,
        MapOrganisation,
        MapSeat,
        MapWish,
        Stands,
    )
    from forumgraph.maps.spot import Spot
    from forumgraph.maps.words import Words
    from forumgraph.queries.evidence import Evidence


def payload(data: MapData, layout: Layout, edition: Edition, words: Words) -> dict[str, Any]:
    """Return the data block of the page."""
    return _Block(data, layout, words).block(edition)


class _Block:
    """One data block while it is made: what its parts refer to by number."""

    def __init__(self, data: MapData, layout: Layout, words: Words) -> None:
        self.data, self.layout, self.words = data, layout, words
        self.sources: dict[str, int] = {}
        self.groups: Groups = groups(data, layout)
        self.names = {one.code: one.name for one in data.municipalities}
        self.towns_at = {one.code: n for n, one in enumerate(data.municipalities)}
        self.forums_at = {one.id: n for n, one in enumerate(data.forums)}
        self.rounds_at = {one.id: n for n, one in enumerate(data.rounds)}
        self.places = place_of({one.code: one.name for one in data.municipalities})
        self.stands: dict[str, int] = {}
        self.kept = kept_places(data.forums)

    def block(self, edition: Edition) -> dict[str, Any]:
        data = self.data
        parts = {
            "towns": [self.town(one) for one in data.municipalities],
            "forums": [self.forum(one) for one in data.forums],
            "organisations": [self.organisation(one) for one in data.organisations],
            "seats": [self.seat(one) for one in data.seats],
            "circles": [
                {
                    "id": one.id,
                    "name": one.name,
                    "members": [municipality_id(code) for code in one.members],
                    "forums": [forum_id(forum) for forum in one.forums],
                    "others": one.others,
                }
                for one in data.circles
            ],
        }
        return {
            "meta": self.meta(edition),
            "rounds": self.rounds(),
            "latest": {area: self.rounds_at[each] for area, each in data.latest().items()},
            "areas": self.areas(edition.branding.areas),
            "sources": self.cited(),
            **{key: [_lean(one) for one in each] for key, each in parts.items()},
            "memberships": [self.membership(one) for one in data.memberships],
            "stands": list(self.stands),
            "groups": [asdict(one) for one in self.groups.groups],
            "network": asdict(network(data, self.layout)),
            "extent": self.layout.extent,
            "places": places_block(
                [one.code for one in data.municipalities],
                edition.boundaries,
                self.words.language,
                framed=[one.code for one in data.municipalities if one.answers],
            ),
            "looks": look.for_script(),
            "words": self.words.for_script(),
        }

    def meta(self, edition: Edition) -> dict[str, Any]:
        data, words = self.data, self.words
        title = edition.branding.title or words.texts("atlas.title")
        return {
            "title": title,
            "subtitle": edition.branding.subtitle or words.subtitle(data),
            "language": words.language,
            "as_of": data.as_of,
            "day": words.day(data.as_of),
            "file": words.texts("atlas.ui.file_name"),
            "source": words.source_line(data),
            "narrowed": data.narrowed,
            "overview": bool(self.groups.groups),
            "logo": edition.branding.logo,
            "start": edition.start,
        }

    def rounds(self) -> list[dict[str, Any]]:
        answered = {answer.round for town in self.data.municipalities for answer in town.answers}
        return [
            {**asdict(one), "day": self.words.day(one.date), "answers": one.id in answered} for one in self.data.rounds
        ]

    def areas(self, colours: Mapping[str, str]) -> list[dict[str, Any]]:
        numbers = self.data.numbers()
        return [
            {
                "id": area.id,
                "name": area.name,
                "number": numbers[area.id],
                "colour": colours.get(area.id, look.area_colour(numbers[area.id] - 1)),
            }
            for area in self.data.areas
        ]

    def cited(self) -> list[dict[str, str]]:
        """Return every source that something cites, with the round that is read from it."""
        rounds = {one.source: one for one in reversed(self.data.rounds)}
        found = []
        for source in self.sources:
            one = rounds.get(source)
            found.append(
                {"id": source, "title": one.title if one else source, "day": self.words.day(one.date) if one else ""}
            )
        return found

    def town(self, one: MapMunicipality) -> dict[str, Any]:
        place = self.places[one.code]
        known = place.lon is not None and place.lat is not None
        return {
            "node": municipality_id(one.code),
            "code": one.code,
            "name": one.name,
            "kkr": one.kkr,
            "answers": [self.answer(each) for each in one.answers],
            "wishes": [self.said(wish) for wish in one.wishes],
            "spot": _spot(self.layout.municipalities[one.code], one.name),
            "tile": [place.column, place.row],
            "place": [place.lon, place.lat] if known else None,
            "group": self.groups.towns.get(one.code) or None,
            "stands": self.stand(one.stands),
            "dates": [one.since or "", one.until or ""] if one.since or one.until else None,
        }

    def answer(self, one: MapAnswer) -> dict[str, Any]:
        named = [forum_id(forum) for forum in one.forums]
        return {**self.said(one), "forums": named}

    def said(self, one: MapAnswer | MapWish) -> dict[str, Any]:
        """Return what a municipality said, with its lines and its round by number."""
        return {**_plain(one), "evidence": self.evidence(one.evidence), "round": self.rounds_at[one.round]}

    def forum(self, one: MapForum) -> dict[str, Any]:
        unknown = list(self.words.texts.section("atlas.unknown"))
        return {
            "node": forum_id(one.id),
            "name": one.name,
            "status": one.status,
            "kind": self.words.of("kind", one.kind),
            "areas": one.areas,
            "levels": one.levels,
            "aliases": one.aliases,
            "facts": [self.fact(fact) for fact in one.facts],
            "conflicts": [self.conflict(each) for each in one.conflicts],
            "tiers": [{"name": tier.name, "level": tier.level, "rank": tier.rank} for tier in one.tiers],
            "succeeds": [forum_id(each) for each in one.succeeds],
            "part_of": forum_id(one.part_of) if one.part_of else None,
            "unknown": [unknown.index(key) for key in one.unknown],
            "known": [one.known.span, one.known.side] if one.known else None,
            "spot": _spot(self.layout.forums[one.id], one.name),
            "group": self.groups.forums.get(one.id) or None,
            "stands": self.stand(one.stands),
            "kept": self.place_kept(one),
            "timeline": [self.moment(each) for each in one.timeline],
        }

    def stand(self, rounds: Stands) -> int | None:
        """Return how something stands in each round by number, since many stand alike; None where it is known in all.

        Each round is a letter: k(nown), e(nded), n(ot_yet), u(nknown).
        """
        if not rounds:
            return None
        return self.stands.setdefault("".join(one[0] for one in rounds), len(self.stands))

    def place_kept(self, one: MapForum) -> list[Any] | None:
        """Return the node whose place a forum has, and how many names came before, where it shares one."""
        kept = self.kept.get(one.id)
        return [forum_id(kept.place), kept.names] if kept else None

    def moment(self, one: MapMoment) -> dict[str, Any]:
        lines, other = self.evidence(one.evidence), forum_id(one.forum) if one.forum else None
        return {"when": one.when, "text": one.text, "by": one.reported_by, "evidence": lines, "forum": other}

    def conflict(self, one: MapConflict) -> dict[str, Any]:
        sides = [self.fact(each) for each in one.sides]
        return {"about": one.about, "subject": one.subject, "sides": sides, "round": self.round_at(one.round)}

    def fact(self, one: MapFact) -> dict[str, Any]:
        lines = self.evidence(one.evidence)
        return {
            "kind": one.kind,
            "text": one.text,
            "by": one.reported_by,
            "evidence": lines,
            "round": self.round_at(one.round),
        }

    def organisation(self, one: MapOrganisation) -> dict[str, Any]:
        return {
            "node": organisation_id(one.id),
            "name": one.name,
            "kind": self.words.texts.section("organisations.kind").get(one.kind, one.kind),
            "aliases": one.aliases,
            "spot": _spot(self.layout.organisations[one.id], one.name),
            "group": self.groups.organisations.get(one.id) or None,
        }

    def membership(self, one: MapMembership) -> list[Any]:
        """Return a claim as a row, since a map has thousands.

        Who, where, basis, round, by whom, lines, how it stands in the rounds (from 1), why, contested. Who is in by its
        own word alone is not named again (0), and what stands empty at the end is left out.
        """
        own = one.reported_by == (self.names[one.municipality],)
        by = 0 if own else list(one.reported_by)
        stands = self.stand(one.stands)
        row = [
            *(self.towns_at[one.municipality], self.forums_at[one.forum], BASES.index(one.basis)),
            *(self.rounds_at[one.round], by, self.evidence(one.evidence), 0 if stands is None else stands + 1),
            *(one.reason or 0, int(one.contested)),
        ]
        while row[-1] in (0, []):
            row.pop()
        return row

    def seat(self, one: MapSeat) -> dict[str, Any]:
        return {
            "organisation": organisation_id(one.organisation),
            "forum": forum_id(one.forum),
            "runs": one.runs,
            "by": one.reported_by,
            "evidence": self.evidence(one.evidence),
            "round": self.round_at(one.round),
        }

    def round_at(self, round_id: str | None) -> int | None:
        return None if round_id is None else self.rounds_at[round_id]

    def evidence(self, lines: Iterable[Evidence]) -> list[list[Any]]:
        return [[self.sources.setdefault(one.source, len(self.sources)), one.lines] for one in lines]


def _lean(value: Any) -> Any:
    """Return a value without what is empty: the page's ``hydrate.js`` puts it back."""
    if isinstance(value, dict):
        return {
            key: _lean(one)
            for key, one in value.items()
            if one is not None and one is not False and one not in ((), [], "")
        }
    return [_lean(one) for one in value] if isinstance(value, list | tuple) else value


def _spot(spot: Spot, name: str) -> dict[str, Any]:
    """Return the size of a thing and its name's lines, unless these are its name; its place stands with its node."""
    return {"r": spot.radius, "lines": () if spot.lines == (name,) else spot.lines}


def _plain(one: Any) -> dict[str, Any]:
    """Return a value's fields as they are, without going deeper."""
    return {name: getattr(one, name) for name in one.__dataclass_fields__}
