"""The map as two plain tables, for a browser without script: answers, and fora with their members. Knows no HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.links import DRAWN, links

if TYPE_CHECKING:
    from forumgraph.maps.model import MapData, MapForum, MapMunicipality
    from forumgraph.maps.words import Words

_LONGEST = 160  # letters of a name in a table; the details give it whole
_MOST = 500  # fora: a longer table would make the page heavier than what it is for


@dataclass(frozen=True)
class AnswerRow:
    """A municipality and its latest status in each area, as (symbol, word)."""

    name: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ForumRow:
    """A forum with the names of its members grouped by basis."""

    name: str
    status: str
    kind: str
    areas: tuple[str, ...]
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tables:
    """Both tables; ``left`` is how many fora do not stand there."""

    answers: tuple[AnswerRow, ...]
    forums: tuple[ForumRow, ...]
    left: int


def tables(data: MapData, words: Words) -> Tables:
    """Return the two tables, in the order of the data."""
    names = {one.code: one.name for one in data.municipalities}
    held, latest = _members(data), data.latest()
    return Tables(
        tuple(_answers(one, data, latest, words) for one in data.municipalities if one.answers),
        tuple(_forum(one, data, held.get(one.id, {}), names, words) for one in data.forums[:_MOST]),
        max(0, len(data.forums) - _MOST),
    )


def _answers(one: MapMunicipality, data: MapData, latest: dict[str, str], words: Words) -> AnswerRow:
    status = {answer.area: answer.status for answer in one.answers if answer.round == latest.get(answer.area)}
    found = [status.get(area.id, "not_asked") for area in data.areas]
    return AnswerRow(_short(one.name), tuple((words.of("symbol", key), words.of("status", key)) for key in found))


def _members(data: MapData) -> dict[str, dict[str, list[str]]]:
    """Return the codes of the municipalities in each forum by the basis on which they are."""
    found: dict[str, dict[str, list[str]]] = {}
    out = [(claim.forum, "excluded", claim.municipality) for claim in data.memberships if claim.basis == "excluded"]
    for forum, basis, code in [*((link.forum, link.basis, link.municipality) for link in links(data)), *out]:
        found.setdefault(forum, {key: [] for key in (*DRAWN, "excluded")})[basis].append(code)
    return found


def _forum(
    one: MapForum, data: MapData, members: dict[str, list[str]], names: dict[str, str], words: Words
) -> ForumRow:
    return ForumRow(
        _short(one.name),
        words.of("forum_status", one.status),
        words.of("kind", one.kind),
        tuple(area.name for area in data.areas if area.id in one.areas),
        tuple(
            (words.of("basis", basis), ", ".join(_short(names[code]) for code in codes))
            for basis, codes in members.items()
            if codes
        ),
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
