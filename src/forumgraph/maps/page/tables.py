"""The map as two tables: what a screen reader, a printer and a browser without script are given. Knows no HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.links import DRAWN, links
from forumgraph.maps.network import forum_id, municipality_id

if TYPE_CHECKING:
    from forumgraph.maps.model import MapData, MapForum, MapMunicipality
    from forumgraph.maps.words import Words

_LONGEST = 160  # letters of a name in a table; the details give it whole


@dataclass(frozen=True)
class AnswerRow:
    """A municipality and its status in each area, as (symbol, word)."""

    node: str
    name: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ForumRow:
    """A forum; ``numbers`` are its areas' numbers, ``members`` the names grouped by basis."""

    node: str
    name: str
    status: str
    kind: str
    numbers: tuple[int, ...]
    areas: tuple[str, ...]
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tables:
    """Both tables."""

    answers: tuple[AnswerRow, ...]
    forums: tuple[ForumRow, ...]


def tables(data: MapData, words: Words) -> Tables:
    """Return the two tables, in the order of the data."""
    return Tables(
        tuple(_answers(one, data, words) for one in data.municipalities if one.answers),
        tuple(_forum(one, data, words) for one in data.forums),
    )


def _answers(one: MapMunicipality, data: MapData, words: Words) -> AnswerRow:
    status = {answer.area: answer.status for answer in one.answers}
    found = [status.get(area.id, "not_asked") for area in data.areas]
    cells = tuple((words.of("symbol", key), words.of("status", key)) for key in found)
    return AnswerRow(municipality_id(one.code), _short(one.name), cells)


def _forum(one: MapForum, data: MapData, words: Words) -> ForumRow:
    numbered = [(number, area) for number, area in enumerate(data.areas, start=1) if area.id in one.areas]
    return ForumRow(
        forum_id(one.id),
        _short(one.name),
        words.of("forum_status", one.status),
        words.of("kind", one.kind),
        tuple(number for number, _ in numbered),
        tuple(area.name for _, area in numbered),
        tuple(_members(one, data, words)),
    )


def _members(one: MapForum, data: MapData, words: Words) -> list[tuple[str, str]]:
    found: dict[str, list[str]] = {basis: [] for basis in (*DRAWN, "excluded")}
    for link in links(data):
        if link.forum == one.id:
            found[link.basis].append(link.municipality)
    for claim in data.memberships:
        if claim.forum == one.id and claim.basis == "excluded":
            found["excluded"].append(claim.municipality)
    return [
        (words.of("basis", basis), ", ".join(_short(name) for name in words.names(codes)))
        for basis, codes in found.items()
        if codes
    ]


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
