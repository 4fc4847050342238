"""What the page's script is given: the map's values with their words filled in, so that it only has to show them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from forumgraph.maps import look
from forumgraph.maps.labels import FORUM_FONT, LINE, MUNICIPALITY_FONT
from forumgraph.maps.network import forum_id, municipality_id, network
from forumgraph.maps.search import search_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.maps.layout import Layout
    from forumgraph.maps.model import MapAnswer, MapData, MapFact, MapForum, MapMembership, MapMunicipality
    from forumgraph.maps.spot import Spot
    from forumgraph.maps.words import Words
    from forumgraph.queries.evidence import Evidence


def payload(data: MapData, layout: Layout, words: Words) -> dict[str, Any]:
    """Return the data block of the page, ready for JSON."""
    return {
        "network": asdict(network(data, layout)),
        "areas": [
            {"id": area.id, "name": area.name, "number": number, "colour": look.area_colour(number - 1)}
            for number, area in enumerate(data.areas, start=1)
        ],
        "municipalities": [_municipality(one, layout.municipalities[one.code], words) for one in data.municipalities],
        "forums": [_forum(one, layout.forums[one.id], words) for one in data.forums],
        "memberships": [_membership(one, words) for one in data.memberships],
        "margin": asdict(layout.margin) if layout.margin else None,
        "extent": layout.extent,
        "core": layout.core,
        "looks": {
            "status": {key: asdict(one) for key, one in look.STATUS.items()},
            "forum": {key: asdict(one) for key, one in look.FORUM_STATUS.items()},
            "municipality": look.MUNICIPALITY_COLOUR,
            "ink": look.INK,
            "line": look.LINE_COLOUR,
        },
        "fonts": {"municipality": MUNICIPALITY_FONT, "forum": FORUM_FONT, "line": LINE},
        "words": words.for_script(),
    }


def _municipality(one: MapMunicipality, spot: Spot, words: Words) -> dict[str, Any]:
    return {
        "node": municipality_id(one.code),
        "code": one.code,
        "name": one.name,
        "kkr": one.kkr,
        "search": [search_text(one.name)],
        "spot": asdict(spot),
        "answers": [_answer(answer, words) for answer in one.answers],
    }


def _answer(answer: MapAnswer, words: Words) -> dict[str, Any]:
    return {
        "area": answer.area,
        "status": answer.status,
        "confidence": answer.confidence,
        "alternative": answer.alternative,
        "note": answer.note,
        "forums": [forum_id(forum) for forum in answer.forums],
        "evidence": _evidence(answer.evidence, words),
    }


def _forum(one: MapForum, spot: Spot, words: Words) -> dict[str, Any]:
    return {
        "node": forum_id(one.id),
        "name": one.name,
        "status": one.status,
        "kind": words.of("kind", one.kind),
        "areas": list(one.areas),
        "levels": [words.of("level", level) for level in one.levels],
        "aliases": list(one.aliases),
        "search": [search_text(name) for name in (one.name, *one.aliases)],
        "spot": asdict(spot),
        "facts": [_fact(fact, words) for fact in one.facts],
    }


def _fact(fact: MapFact, words: Words) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "text": fact.text,
        "by": words.names(fact.reported_by),
        "evidence": _evidence(fact.evidence, words),
    }


def _membership(claim: MapMembership, words: Words) -> dict[str, Any]:
    return {
        "municipality": municipality_id(claim.municipality),
        "forum": forum_id(claim.forum),
        "basis": claim.basis,
        "by": words.names(claim.reported_by),
        "reason": claim.reason,
        "evidence": _evidence(claim.evidence, words),
    }


def _evidence(evidence: Sequence[Evidence], words: Words) -> list[str]:
    return [words.evidence(one) for one in evidence]
