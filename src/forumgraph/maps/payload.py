"""What the page's script is given: the map's values, from which page/scripts/hydrate.js makes what types.d.ts has."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from forumgraph.maps import look
from forumgraph.maps.groups import groups
from forumgraph.maps.network import network
from forumgraph.maps.places import places_block
from forumgraph.maps.repeated import Repeated
from forumgraph.maps.things import Things

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.maps.edition import Edition
    from forumgraph.maps.groups import Groups
    from forumgraph.maps.layout import Layout
    from forumgraph.maps.model import MapData
    from forumgraph.maps.words import Words


def payload(data: MapData, layout: Layout, edition: Edition, words: Words) -> dict[str, Any]:
    """Return the data block of the page."""
    return _Block(data, layout, words).block(edition)


class _Block:
    """One data block while it is made."""

    def __init__(self, data: MapData, layout: Layout, words: Words) -> None:
        self.data, self.layout, self.words = data, layout, words
        self.groups: Groups = groups(data, layout)
        self.repeated = Repeated(data)

    def block(self, edition: Edition) -> dict[str, Any]:
        data = self.data
        held = asdict(network(data, self.layout))
        tables = Things(data, self.layout, self.words, self.groups, self.repeated).tables()
        return {
            "meta": self.meta(edition),
            "rounds": self.rounds(),
            "latest": {area: self.repeated.rounds[each] - 1 for area, each in data.latest().items()},
            "areas": self.areas(edition.branding.areas),
            "sources": self.cited(),
            **tables,
            **self.repeated.block(),
            "groups": [asdict(one) for one in self.groups.groups],
            # Fora, organisations and municipalities in this order: which they are stands with them.
            "network": {**held, "nodes": [[one["x"], one["y"]] for one in held["nodes"]]},
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
        for source in self.repeated.sources.values():
            one = rounds.get(source)
            found.append(
                {"id": source, "title": one.title if one else source, "day": self.words.day(one.date) if one else ""}
            )
        return found
