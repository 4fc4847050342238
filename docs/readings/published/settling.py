"""Everything that is compared of one publication, what was decided where it differs, and what is not settled yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from published.kept import Kept
from published.pairing import pairs, standing
from published.reading import LISTS, Body, load

NOTHING = "nothing"
YES = "yes"
# What is said of a body that both readers have, in the order of the page.
SAID = ("kind", "status", "reach", "area", "part_of", "tier", "member", "number", "date", "organisation", "succession")
# Of these it is checked as well what the data says.
CHECKED = ("kind", "status", "reach", "member")


@dataclass(frozen=True)
class Compared:
    """One thing that is compared: under which names it may be decided on, and what each of the three says of it.

    ``settled`` is None where it is not compared what the data says.
    """

    topic: str
    names: tuple[str, ...]
    first: str
    second: str
    settled: str | None

    @property
    def differs(self) -> bool:
        """Say whether the three do not all say the same."""
        return len({self.first, self.second} | ({self.settled} if self.settled is not None else set())) > 1

    def fits(self, taken: str) -> bool:
        """Say whether the data says what was decided to be taken."""
        if self.settled is None:
            return True
        if taken in ("first", "second"):
            return self.settled == (self.first if taken == "first" else self.second)
        # Both: of two things the one is there that one reader has, or two lists were made one.
        same = self.settled in (self.first, self.second)
        return bool(self.settled) if taken == "both" else not self.settled or not same


@dataclass(frozen=True)
class Decision:
    """Differences that were settled alike, each by its topic and a name."""

    topics: tuple[str, ...]
    names: tuple[str, ...]
    taken: str
    lines: str
    why: str


class Publication:
    """The two readings of one publication, what was decided, and what stands in the data."""

    def __init__(self, folder: Path, stem: str, kept: Kept) -> None:
        """Read the files ``STEM-first.yaml``, ``-second.yaml`` and ``-settled.yaml``."""
        settled: dict[str, Any] = yaml.safe_load((folder / f"{stem}-settled.yaml").read_text(encoding="utf-8"))
        self.stem, self._kept, self._source = stem, kept, kept.source(stem)
        self.readings = [load(folder / f"{stem}-{which}.yaml") for which in ("first", "second")]
        self.labels: list[dict[str, str]] = [settled.get(which) or {} for which in ("first", "second")]
        self.decisions = [_decision(each) for each in settled["decisions"]]
        self.compared = [*self._bodies(), *(each for topic in LISTS for each in self._items(topic))]

    def _bodies(self) -> Iterator[Compared]:
        for one, other in self.paired_bodies():
            label = self.labels[0].get(one.label, "") if one else self.labels[1].get(other.label, "") if other else ""
            forum = label if label in self._kept.forums else ""
            names = tuple(dict.fromkeys(each for each in (forum, one and one.label, other and other.label) if each))
            yield Compared("body", names, YES if one else "", YES if other else "", YES if forum else "")
            if one and other and forum:
                yield from self._said(names, one, other, forum)

    def paired_bodies(self) -> list[tuple[Body | None, Body | None]]:
        """Return the bodies of the first reader with those of the second: by the forum they are, else by lines.

        Of several bodies of one reader that are one forum the first speaks for all.
        """
        first, second = (self._placed_bodies(which) for which in (0, 1))
        loose = [
            [each for each in found.values() if not self._forum(n, each)] for n, found in enumerate((first, second))
        ]
        same = {f"{NOTHING}/{a}": f"{NOTHING}/{b}" for a, b in pairs(*loose).items()}
        found = [(each, second.pop(same.get(key, key), None)) for key, each in first.items()]
        return [*found, *((None, each) for each in second.values())]

    def kept_pairs(self) -> list[tuple[Body, Body]]:
        """Return the bodies that both readers have and that are in the data."""
        return [(one, other) for one, other in self.paired_bodies() if one and other and self._forum(0, one)]

    def _placed_bodies(self, which: int) -> dict[str, Body]:
        """Return the bodies of a reader by their forum, by their label where they are none."""
        found: dict[str, Body] = {}
        for label, body in self.readings[which].bodies.items():
            found.setdefault(self._forum(which, body) or f"{NOTHING}/{label}", body)
        return found

    def _forum(self, which: int, body: Body) -> str:
        label = self.labels[which].get(body.label, NOTHING)
        return "" if label == NOTHING else label

    def _said(self, names: tuple[str, ...], one: Body, other: Body, forum: str) -> Iterator[Compared]:
        kept = self._kept.said(forum, self._source)
        for topic in SAID:
            said = [self._placed(topic, which, body.said[topic]) for which, body in enumerate((one, other))]
            settled = kept[topic] if topic in CHECKED else None
            yield Compared(topic, names, said[0], said[1], settled)

    def _placed(self, topic: str, which: int, said: str) -> str:
        """Return what names other bodies with their forum in place of the reader's label."""
        if topic not in ("part_of", "succession"):
            return said
        named = {self.labels[which].get(label, label) for label in said.split("; ") if label}
        return "; ".join(sorted(named - {NOTHING}))

    def _items(self, topic: str) -> Iterator[Compared]:
        first, second = (each.items[topic] for each in self.readings)
        kept = self._kept.items(topic, self._source)
        settled = [standing(each, kept) for each in (first, second)]
        both = pairs(first, second)
        for item in first:
            other = both.get(item.label, "")
            stands = item.label in settled[0] or other in settled[1]
            yield Compared(topic, _names(item.label, other), YES, YES if other else "", YES if stands else "")
        for item in second:
            if item.label not in both.values():
                yield Compared(topic, (item.label,), "", YES, YES if item.label in settled[1] else "")

    def decision(self, compared: Compared) -> Decision | None:
        """Return what was decided on a difference."""
        return next((each for each in self.decisions if _decides(each, compared)), None)

    def problems(self) -> list[str]:
        """Return what keeps the settlement from being complete and true, one sentence each."""
        return sorted([*self._unplaced(), *self._undecided(), *self._unknown()])

    def _unplaced(self) -> Iterator[str]:
        for which, reading, labels in zip(("first", "second"), self.readings, self.labels, strict=True):
            for label in reading.bodies.keys() - labels.keys():
                yield f"{self.stem}: {label} of the {which} reading is not said to be a forum or nothing."
            for label in labels.keys() - reading.bodies.keys():
                yield f"{self.stem}: the {which} reading has no body {label}."
            for forum in set(labels.values()) - self._kept.forums.keys() - {NOTHING}:
                yield f"{self.stem}: there is no forum {forum}."

    def _undecided(self) -> Iterator[str]:
        for each in self.compared:
            found, what = self.decision(each), f"{self.stem}: {each.topic} of {each.names[-1]}"
            if each.differs and found is None:
                yield f"{what} differs, and no decision settles it."
            elif each.differs and found and not each.fits(found.taken):
                yield f"{what} is listed as taken from {found.taken}; the data has something else."

    def _unknown(self) -> Iterator[str]:
        known = {name for each in self.compared for name in each.names}
        known |= {label for each in self.readings for label in each.bodies}
        for decision in self.decisions:
            for name in set(decision.names) - known:
                yield f"{self.stem}: {name} is decided on, and no reading has it."


def _names(*labels: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for label in labels if label))


def _decision(entry: dict[str, Any]) -> Decision:
    lines = str(entry.get("lines", ""))
    return Decision(_listed(entry["about"]), _listed(entry["of"]), entry["taken"], lines, entry["why"])


def _listed(found: str | list[str]) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else tuple(found)


def _decides(decision: Decision, compared: Compared) -> bool:
    """Say whether a decision is on a difference; one on a theme is on what stands under it."""
    names = set(compared.names)
    if compared.topic == "action" and "theme" in decision.topics:
        names = {name.partition("/")[0] for name in names}
    elif compared.topic not in decision.topics:
        return False
    return bool(set(decision.names) & names)
