"""Writes a survey of all Denmark that nobody made: 98 municipalities, 2,500 fora and 15,000 memberships, as files.

    python benchmarks/national.py FOLDER

Municipalities, areas and tasks are the real ones. Most fora are among neighbours, some are across the country; one in
six has a single member and a few have dozens. The same folder is written every time.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from pathlib import Path

from server_data import SIZES

DATA = Path(__file__).resolve().parents[1] / "data"
SIZE = SIZES["survey"]  # the fora and memberships of the other benchmarks
AREAS = ("lbr", "unemployment_funds", "education", "jobcentres", "unions", "companies")
_AMONG_NEIGHBOURS = 0.8  # of the members
_NEAR = 10  # places in the order of the municipalities' numbers, which go from region to region

_HEAD = """source: national
round: national

sources:
  - {id: national, title: A survey that nobody made, publisher: Nobody, date: 2026-01-01, lines: 100000}

rounds:
  - id: national
    title: A survey that nobody made
    date: 2026-01-01
    source: national
    lines: 1-100000
    questions: {lbr: 1, unemployment_funds: 2, education: 3, jobcentres: 4, unions: 5, companies: 6}

"""


def memberships(municipalities: int) -> list[list[int]]:
    """Return the members of each forum, of ``SIZE.members`` on average."""
    chance = random.Random(98)  # noqa: S311 - the same data every time, no secret
    return [_members(chance, municipalities) for _ in range(SIZE.fora)]


def _members(chance: random.Random, municipalities: int) -> list[int]:
    first = chance.randrange(municipalities)
    wanted = min(municipalities, max(1, round(chance.expovariate(1 / SIZE.members))))
    found = {first}
    while len(found) < wanted:
        near = chance.random() < _AMONG_NEIGHBOURS and len(found) < _NEAR
        found.add(
            (first + chance.randint(-_NEAR, _NEAR) if near else chance.randrange(municipalities)) % municipalities
        )
    return sorted(found)


def write(folder: Path) -> int:
    """Write the files and return the number of memberships."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("municipalities.yaml", "vocabulary.yaml"):
        shutil.copy(DATA / name, folder / name)
    listed = (DATA / "municipalities.yaml").read_text(encoding="utf-8")
    names = re.findall(r"code: '\d+', name: ([^,]+),", listed)
    forums = memberships(len(names))
    replies = "".join(_reply(n, name, forums) for n, name in enumerate(names))
    made = "".join(f"  - {{id: forum-{n}, name: Forum {n}, kind: network}}\n" for n in range(len(forums)))
    (folder / "national.yaml").write_text(f"{_HEAD}forums:\n{made}\nreplies:\n{replies}", encoding="utf-8")
    return sum(map(len, forums))


def _reply(number: int, name: str, forums: list[list[int]]) -> str:
    row = 1 + 1000 * number
    text = f"  - municipality: {name}\n    row: {row}-{row + 999}\n    answers:\n"
    for place, area in enumerate(AREAS):
        own = [n for n, members in enumerate(forums) if n % len(AREAS) == place and number in members]
        line = row + place
        if own:
            named = "".join(f"          forum-{n}: {{called: Forum {n}}}\n" for n in own)
            text += f"      {area}:\n        status: established\n        lines: {line}\n        forums:\n{named}"
        else:
            text += f"      {area}: {{status: none, lines: {line}}}\n"
    return text


if __name__ == "__main__":
    print(f"{write(Path(sys.argv[1]))} memberships")
