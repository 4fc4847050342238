"""Makes a map of so many nodes: the 98 municipalities and fora of five members each, most of them neighbours."""

from __future__ import annotations

import random

from country import AREAS, NAMES, municipalities
from forumgraph.maps.model import (
    MapAnswer,
    MapArea,
    MapData,
    MapFact,
    MapForum,
    MapMembership,
    MapMunicipality,
    MapRound,
)
from forumgraph.queries.evidence import Evidence

SEED = 7
MEMBERS = 5
NEAR = 10  # places in the order of the municipalities' numbers
ROUND = "land-2026"


def made(nodes: int) -> MapData:
    """Return a map of so many nodes; the same for the same number."""
    chance = random.Random(SEED)  # noqa: S311 - a made-up country, no secret
    towns = municipalities()
    bodies = [_body(chance, n, towns) for n in range(nodes - len(towns))]
    names = {str(each["code"]): each["name"] for each in towns}
    held: dict[tuple[str, str], list[str]] = {}
    for forum, codes in bodies:
        for code in codes:
            held.setdefault((code, forum.areas[0]), []).append(forum.id)
    return MapData(
        rounds=(MapRound(ROUND, "Et opdigtet land", "2026-01-01", ROUND, AREAS),),
        as_of="2026-01-01",
        data="benchmarks/large_map.py",
        areas=tuple(MapArea(area, NAMES[area]) for area in AREAS),
        municipalities=tuple(_town(each, held) for each in towns),
        forums=tuple(forum for forum, _ in bodies),
        memberships=tuple(_membership(code, forum.id, names) for forum, codes in bodies for code in codes),
    )


def _body(chance: random.Random, n: int, towns: list[dict[str, str]]) -> tuple[MapForum, list[str]]:
    centre = chance.randrange(len(towns))
    near = [(centre + chance.randint(-NEAR, NEAR)) % len(towns) for _ in range(4 * MEMBERS)]
    codes = [str(towns[place]["code"]) for place in dict.fromkeys([centre, *near])][:MEMBERS]
    area = AREAS[n % len(AREAS)]
    fact = MapFact("meetings", f"{n % 6 + 1} gange om året", (towns[centre]["name"],), (_lines(n),), ROUND)
    name = f"{NAMES[area]} {towns[centre]['name']} {n}"
    return MapForum(f"f{n}", name, "existing", "network", (area,), ("management",), (), (fact,)), codes


def _town(each: dict[str, str], held: dict[tuple[str, str], list[str]]) -> MapMunicipality:
    code = str(each["code"])
    answers = []
    for n, area in enumerate(AREAS):
        forums = tuple(held.get((code, area), ())[:6])
        status = "established" if forums else ("none", "no_reply")[n % 2]
        answers.append(MapAnswer(area, status, "certain", None, None, forums, (_lines(int(code)),), ROUND))
    return MapMunicipality(code, each["name"], each["kkr"], tuple(answers))


def _membership(code: str, forum: str, names: dict[str, str]) -> MapMembership:
    return MapMembership(code, forum, "self_reported", (names[code],), None, (_lines(int(code)),), ROUND)


def _lines(n: int) -> Evidence:
    return Evidence(ROUND, f"{n}-{n + 4}")
