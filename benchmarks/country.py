"""Writes a made-up country as data files: 98 municipalities, 2,500 fora, 15,000 memberships, 120 organisations.

Most members of a forum are neighbours, some are from anywhere; many fora have one member, a few have dozens. The same
seed gives the same files. ``python benchmarks/country.py FOLDER`` writes them.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
SEED = 5
FORA = 2_500
MEMBERSHIPS = 15_000
ROUND = "land-2026"
AREAS = ("lbr", "unemployment_funds", "education", "jobcentres", "unions", "companies")
NAMES = {
    "lbr": "Dialogforum", "unemployment_funds": "LAU", "education": "Uddannelsesråd", "jobcentres": "Jobcenternetværk",
    "unions": "Fællesmøder", "companies": "Virksomhedspanel",
}  # fmt: skip
KINDS = {
    "lbr": "council", "unemployment_funds": "committee", "education": "network", "jobcentres": "network",
    "unions": "meetings", "companies": "panel",
}  # fmt: skip
ORGANISED = {"unemployment_funds": "fund", "education": "school", "unions": "union"}  # who sits where, by area
AMONG_NEIGHBOURS = 0.8  # of the members
NEAR = 10  # places in the order of the municipalities' numbers, which go from region to region
LEVELS = ("political", "management", "operational")


@dataclass
class Body:
    """One forum: its members in the order in which they report, and whether the first lists the others."""

    id: str
    name: str
    area: str
    members: list[str]
    listed: bool
    organisations: list[str] = field(default_factory=list)


def municipalities() -> list[dict[str, str]]:
    """Return the 98, as they ship, in the order of their numbers: neighbours mostly stand beside each other."""
    content = yaml.safe_load((ROOT / "data" / "municipalities.yaml").read_text(encoding="utf-8"))
    return sorted(content["municipalities"], key=lambda each: str(each["code"]))


def bodies(chance: random.Random, names: list[str]) -> list[Body]:
    """Return so many fora that their members are so many in all: a few have dozens, most have some, many have one."""
    sizes = [max(1, round(chance.expovariate(FORA / MEMBERSHIPS))) for _ in range(FORA)]
    while (over := sum(sizes) - MEMBERSHIPS) != 0:
        n = chance.randrange(FORA)
        sizes[n] = max(1, sizes[n] - (1 if over > 0 else -1))
    found = []
    for n, size in enumerate(sizes):
        area, members = AREAS[n % len(AREAS)], _members(chance, names, size)
        found.append(Body(f"forum-{n}", f"{NAMES[area]} {members[0]} {n}", area, members, size > 1 and n % 3 == 0))
    return found


def _members(chance: random.Random, names: list[str], size: int) -> list[str]:
    """Return members around one of them, every fifth from anywhere."""
    first = chance.randrange(len(names))
    found = {first}
    while len(found) < min(size, len(names)):
        near = chance.random() < AMONG_NEIGHBOURS and len(found) < NEAR
        found.add((first + chance.randint(-NEAR, NEAR) if near else chance.randrange(len(names))) % len(names))
    return [names[n] for n in sorted(found)]


def organisations(chance: random.Random, found: list[Body]) -> list[dict[str, str]]:
    """Return forty organisations of each kind, and seat a few of them in the fora of their area."""
    made = {kind: [f"{kind}-{n}" for n in range(40)] for kind in ORGANISED.values()}
    for body in found:
        if body.area in ORGANISED:
            body.organisations = chance.sample(made[ORGANISED[body.area]], chance.randrange(4))
    kinds = {"fund": "unemployment_fund", "school": "school", "union": "union"}
    return [{"id": each, "name": each.capitalize(), "kind": kinds[kind]} for kind, ids in made.items() for each in ids]


def replies(chance: random.Random, found: list[Body], names: list[str]) -> list[dict[str, Any]]:
    """Return what each municipality answers; in a third of the fora the first to report lists all the others."""
    said: dict[str, dict[str, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    for body in found:
        speaking = body.members[:1] if body.listed else body.members
        for who in speaking:
            mention: dict[str, Any] = {"called": body.name}
            if body.listed:
                mention["with"] = [name for name in body.members if name != who]
            if body.organisations:
                mention["organisations"] = body.organisations
            if chance.random() < 0.4:  # noqa: PLR2004 - as many frequencies as the survey has
                mention["meets"] = chance.choice((2, 4, 6))
            said[who][body.area][body.id] = mention
    return [
        {"municipality": name, "row": 1 + n, "answers": {area: _answer(1 + n, said[name][area]) for area in AREAS}}
        for n, name in enumerate(names)
    ]


def _answer(line: int, mentions: dict[str, Any]) -> dict[str, Any]:
    return {"status": "established" if mentions else "none", "lines": line, "forums": mentions}


def country(seed: int = SEED) -> dict[str, Any]:
    """Return the content of the data file."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    names = [each["name"] for each in municipalities()]
    found = bodies(chance, names)
    tasks = yaml.safe_load((ROOT / "data" / "vocabulary.yaml").read_text(encoding="utf-8"))["tasks"]
    seated = organisations(chance, found)
    return {
        "source": ROUND,
        "round": ROUND,
        "sources": [{"id": ROUND, "title": "Land", "publisher": "Ingen", "date": "2026-01-01", "lines": 200}],
        "rounds": [{"id": ROUND, "title": "Land", "date": "2026-01-01", "source": ROUND, "lines": 1,
                    "questions": dict.fromkeys(AREAS, 1)}],
        "organisations": seated,
        "forums": [
            {"id": body.id, "name": body.name, "kind": KINDS[body.area], "levels": chance.choice(LEVELS),
             "tasks": chance.sample([each["id"] for each in tasks], 2)}
            for body in found
        ],
        "replies": replies(chance, found, names),
    }  # fmt: skip


def write(folder: Path, seed: int = SEED) -> None:
    """Write the data files into a folder, which is made where it is missing. JSON is YAML, and is read faster."""
    folder.mkdir(parents=True, exist_ok=True)
    dated = json.dumps(country(seed), ensure_ascii=False, indent=1).replace('"2026-01-01"', "2026-01-01")
    (folder / "country.yaml").write_text(dated, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
