"""Data sets of any size for the benchmark of loads, made row by row in the order of their identity.

It imports nothing but Python's own library, because peers read it in an environment of their own.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

Values = list[Any]
AREAS = 6

#: Columns of each kind: a node's key is the first; a relation's ends are the first two.
NODES = {
    "Municipality": ("code", "name", "kkr", "since", "until"),
    "Area": ("id", "position", "name_da", "name_en", "short_da", "short_en"),
    "Round": (
        *("id", "title", "date", "day", "source", "kkr"),
        *("population", "population_size", "response_rate", "evidence"),
    ),
    "Forum": (
        *("id", "name", "kind", "status", "levels", "since", "since_at_least"),
        *("until", "until_at_most", "merged", "note", "other_ids", "other_names"),
        *("reach", "known_from", "known_to"),
    ),
    "Answer": ("id", "status", "confidence", "alternative", "corrects", "note", "evidence"),
}  # fmt: skip
RELATIONS = {
    "ASKED_IN": ("Municipality", "Round", ("start", "end", "evidence")),
    "GAVE": ("Municipality", "Answer", ("start", "end")),
    "IN_AREA": ("Answer", "Area", ("start", "end")),
    "IN_ROUND": ("Answer", "Round", ("start", "end")),
    "NAMES": ("Answer", "Forum", ("start", "end", "evidence")),
    "WORKS_IN": ("Forum", "Area", ("start", "end")),
    "MEMBER_OF": (
        *("Municipality", "Forum"),
        (
            *("start", "end", "basis", "reason", "listed", "year", "known_from", "known_to"),
            *("reported_by", "round", "evidence", "position"),
        ),
    ),
}  # fmt: skip
COLUMNS = NODES | {name: columns for name, (_, _, columns) in RELATIONS.items()}


@dataclass(frozen=True)
class Kind:
    """One kind of a data set: its columns, how many rows there are, and what makes them anew at each call."""

    name: str
    count: int
    make: Callable[[], Iterator[Values]]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the values."""
        return COLUMNS[self.name]


@dataclass(frozen=True)
class Size:
    """How much there is; each forum has ``members`` municipalities, and each round claims all of them again.

    Answers are one for each municipality, area and round. ``edited`` names one forum otherwise.
    """

    fora: int
    members: int
    rounds: int = 1
    municipalities: int = 98
    answers: bool = False
    edited: bool = False

    @property
    def kinds(self) -> list[Kind]:
        """All kinds, nodes before relations."""
        places, given = self.municipalities, self.municipalities * self.rounds * AREAS if self.answers else 0
        within = self.fora if self.answers else 0
        return [
            Kind("Municipality", places, self._municipalities),
            Kind("Area", AREAS, self._areas),
            Kind("Round", self.rounds, self._rounds),
            Kind("Forum", self.fora, self._fora),
            Kind("Answer", given, self._answers),
            Kind("ASKED_IN", places * self.rounds, self._asked),
            Kind("GAVE", given, self._gave),
            Kind("IN_AREA", given, lambda: ([_answer(r, m, a), _area(a)] for r, m, a in self._given())),
            Kind("IN_ROUND", given, lambda: ([_answer(r, m, a), _round(r)] for r, m, a in self._given())),
            Kind("NAMES", sum(1 for _ in self._names()), self._names),
            Kind("WORKS_IN", within, lambda: ([_forum(n), _area(n % AREAS)] for n in range(within))),
            Kind("MEMBER_OF", self.fora * self.members * self.rounds, self._memberships),
        ]

    @property
    def elements(self) -> int:
        """How many nodes and relations there are."""
        return sum(kind.count for kind in self.kinds)

    def _municipalities(self) -> Iterator[Values]:
        return ([_code(n), f"Kommune {n}", f"KKR {n % 5}", None, None] for n in range(self.municipalities))

    def _areas(self) -> Iterator[Values]:
        return ([_area(n), n, f"Område {n}", f"Area {n}", f"O{n}", f"A{n}"] for n in range(AREAS))

    def _rounds(self) -> Iterator[Values]:
        for n in range(self.rounds):
            title, lines = f"Undersøgelse {n}", [f"survey:{n + 1}"]
            yield [_round(n), title, None, f"{2000 + n}-06-01", "survey", None, None, None, None, lines]

    def _fora(self) -> Iterator[Values]:
        for n in range(self.fora):
            name = f"Forum for beskæftigelse nr. {n}" + (" (ny)" if self.edited and n == self.fora // 2 else "")
            levels = ["political", "management"] if n % 3 else ["operational"]
            since = str(2000 + n % 20) if n % 4 else None
            said = [name, "standing", "existing", levels, since, None, None, None, None, None]
            yield [_forum(n), *said, [], [], None, f"{since or 2000}-01-01", "2009-06-01"]

    def _given(self) -> Iterator[tuple[int, int, int]]:
        rounds = range(self.rounds if self.answers else 0)
        return ((r, m, a) for r in rounds for m in range(self.municipalities) for a in range(AREAS))

    def _answers(self) -> Iterator[Values]:
        for r, m, a in self._given():
            status = "established" if _established(r, m, a) else "none"
            yield [_answer(r, m, a), status, "certain", None, None, None, [f"survey-{r}:{m * AREAS + a}"]]

    def _asked(self) -> Iterator[Values]:
        pairs = ((m, r) for m in range(self.municipalities) for r in range(self.rounds))
        return ([_code(m), _round(r), [f"survey-{r}:{m}"]] for m, r in pairs)

    def _gave(self) -> Iterator[Values]:
        for m in range(self.municipalities if self.answers else 0):
            yield from ([_code(m), _answer(r, m, a)] for r in range(self.rounds) for a in range(AREAS))

    def _names(self) -> Iterator[Values]:
        """Two answers of three name a forum of each of three thirds."""
        third = self.fora // 3
        for r, m, a in self._given():
            for n in range(3 if _established(r, m, a) else 0):
                yield [_answer(r, m, a), _forum(n * third + (m * 7 + a * 31) % third), [f"survey-{r}:{m * AREAS + a}"]]

    def _memberships(self) -> Iterator[Values]:
        """Forum n has the municipalities n, n + 17, n + 34 … around the circle of all."""
        for m in range(self.municipalities):
            rests = sorted((m - 17 * n) % self.municipalities for n in range(self.members))
            code, name = _code(m), f"Kommune {m}"
            for base in range(0, self.fora, self.municipalities):
                for n in (base + rest for rest in rests if base + rest < self.fora):
                    for r in range(self.rounds):
                        day = f"{2000 + r}-06-01"
                        basis = ["self_reported", None, n % 2 == 0, None, day, day]
                        yield [code, _forum(n), *basis, name, _round(r), [f"survey-{r}:{n % 900 + 1}"], r]


def _code(n: int) -> str:
    return f"{101 + n:04}"


def _area(n: int) -> str:
    return f"area-{n}"


def _round(n: int) -> str:
    return f"round-{n:02}"


def _forum(n: int) -> str:
    return f"forum-{n:06}"


def _answer(r: int, m: int, a: int) -> str:
    return f"{_round(r)}/{_code(m)}/{_area(a)}"


def _established(r: int, m: int, a: int) -> bool:
    return (r + m + a) % 3 != 0


SIZES = {
    "survey": Size(fora=2_500, members=6, rounds=10, answers=True),
    "large": Size(fora=100_000, members=5),
    "survey, 1/40": Size(fora=120, members=3, answers=True),
    "survey, 1/10": Size(fora=500, members=3, rounds=4, answers=True),
    "large, 1/200": Size(fora=500, members=5),
    "large, 1/50": Size(fora=2_000, members=5),
    "large, 1/10": Size(fora=10_000, members=5),
}


def size_of(name: str) -> Size:
    """Return a size by its name, or by how many elements it should have about."""
    return SIZES[name] if name in SIZES else Size(fora=int(name) // 6, members=5)


class Content:
    """Counts rows by kind, and sums a hash of each: the order in which they come does not matter."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self._sum = 0

    def take(self, kind: str, values: Values) -> None:
        """Take one row in."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        said = json.dumps([kind, values], ensure_ascii=False).encode()
        self._sum += int.from_bytes(blake2b(said, digest_size=8).digest(), "big")

    @property
    def hash(self) -> str:
        """The hash of all rows."""
        return f"{self._sum % 2**64:016x}"


def content_of(size: Size) -> Content:
    """Return what a graph should hold."""
    content = Content()
    for kind in size.kinds:
        for values in kind.make():
            content.take(kind.name, values)
    return content


class Clock:
    """Seconds since it was made: by the clock, of this process's CPU, and of the server's where the system tells.

    The clock suffers from whatever else runs on the machine; the CPU's seconds hardly do.
    """

    def __init__(self) -> None:
        self._started = self._now()

    @property
    def elapsed(self) -> dict[str, float]:
        """What has gone by."""
        return {name: now - self._started[name] for name, now in self._now().items()}

    def _now(self) -> dict[str, float]:
        stat = Path("/proc", os.environ.get("SERVER_PID", "?"), "stat")
        found = {"seconds": time.perf_counter(), "client": time.process_time()}
        if stat.is_file():
            user, system = stat.read_text().rpartition(")")[2].split()[11:13]
            found["server"] = (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        return found


def credentials() -> tuple[str, tuple[str, str]]:
    """Return the address of the server and who asks, from the environment."""
    return os.environ["NEO4J_URI"], (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
