"""Every difference between two readings and the settled data, and whether it stands in the list of what was settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from agreement.facts import CELL_TOPICS, TOPICS, Facts, Key, numbers

SEPARATOR = " / "


@dataclass(frozen=True)
class Views:
    """The two readings and the settled data, side by side."""

    first: Facts
    second: Facts
    settled: Facts


@dataclass(frozen=True)
class Difference:
    """One thing of which not all three say the same."""

    topic: str
    key: Key
    first: str | None
    second: str | None
    settled: str | None

    @property
    def name(self) -> str:
        """The key as it is written in settled.yaml."""
        return SEPARATOR.join(self.key)

    @property
    def taken(self) -> str:
        """Whose reading stands in the settled data."""
        if self.settled == self.first:
            return "first"
        return "second" if self.settled == self.second else "neither"


@dataclass(frozen=True)
class Decision:
    """A group of differences that were settled alike; ``open`` where the settled data is in doubt."""

    topics: tuple[str, ...]
    names: tuple[str, ...]
    taken: str
    why: str
    lines: str
    open: bool


@dataclass(frozen=True)
class Settlement:
    """What stands in settled.yaml: rules that settle a class of differences, and decisions one by one."""

    rules: dict[str, str]
    decisions: tuple[Decision, ...]


def differences(views: Views) -> list[Difference]:
    """Return every difference, in the order of the topics and then of the keys as the readings have them."""
    return [each for topic in TOPICS for each in _of_topic(views, topic)]


def _of_topic(views: Views, topic: str) -> Iterator[Difference]:
    sides = (views.first, views.second, views.settled)
    for key in dict.fromkeys(key for side in sides for key in side.values[topic]):
        said = [side.get(topic, key) for side in sides]
        if topic == "cell lines":
            said = [_canonical(value) for value in said]
        if len(set(said)) > 1:
            yield Difference(topic, key, *said)


def _canonical(lines: str | None) -> str | None:
    return lines and ", ".join(sorted(part.strip() for part in lines.split(",")))


def load(path: Path) -> Settlement:
    """Return the settlement as it stands in its file."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    decisions = tuple(
        Decision(
            topics=_listed(each["about"]),
            names=_listed(each["of"]),
            taken=each["taken"],
            why=each["why"],
            lines=str(each.get("lines", "")),
            open=bool(each.get("open")),
        )
        for each in found["decisions"]
    )
    return Settlement(found["rules"], decisions)


def _listed(found: str | list[str]) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else tuple(found)


def by_difference(settlement: Settlement) -> dict[tuple[str, str], Decision]:
    """Return the decision on each difference, by topic and name."""
    return {(topic, name): each for each in settlement.decisions for topic in each.topics for name in each.names}


def rule_for(difference: Difference, views: Views) -> str | None:
    """Return the rule that settles a difference as one of its class; None where it needs a decision of its own."""
    return next((name for name, holds in RULES.items() if holds(difference, views)), None)


def problems(views: Views, settlement: Settlement) -> list[str]:
    """Return what keeps the settlement from being complete and true, one sentence each."""
    listed = by_difference(settlement)
    found = {(each.topic, each.name): each for each in differences(views)}
    wrong = [
        f"{topic}: {name} differs, and no rule and no decision in settled.yaml settles it."
        for (topic, name), each in found.items()
        if (topic, name) not in listed and rule_for(each, views) is None
    ]
    wrong += [
        f"{topic}: {name} is listed in settled.yaml and does not differ."
        for topic, name in listed.keys() - found.keys()
    ]
    wrong += [
        f"{topic}: {name} is listed as taken from {listed[topic, name].taken}; the data has {found[topic, name].taken}."
        for topic, name in listed.keys() & found.keys()
        if listed[topic, name].taken != found[topic, name].taken
    ]
    wrong += [f"settled.yaml has no text for the rule {name}." for name in RULES.keys() - settlement.rules.keys()]
    return sorted(wrong)


def _follows_body(each: Difference, views: Views) -> bool:
    """Speaks of a body that not both readers have, and stands in the settled data as that body does."""
    if each.topic in ("body", "kept apart", *CELL_TOPICS):
        return False
    sides = (views.first, views.second)
    bodies = {key[0] for side in (*sides, views.settled) for key in side.values["body"]}
    named = [part for part in each.key if part in bodies]
    lacking = [name for name in named if not all((name,) in side.values["body"] for side in sides)]
    if not lacking:
        return False
    kept = all((name,) in views.settled.values["body"] for name in named)
    said = [value for value in (each.first, each.second) if value]
    return each.settled in said or not said if kept else each.settled is None


def _blank_line(each: Difference, _: Views) -> bool:
    """The settled range of a cell takes in one empty line that both readers left out."""
    if each.topic != "cell lines" or each.first != each.second:
        return False
    extra = numbers(each.settled or "") - numbers(each.first or "")
    return len(extra) == 1 and numbers(each.first or "") <= numbers(each.settled or "")


def _partnership(each: Difference, _: Views) -> bool:
    """The readers' list of kinds had no word for a partnership."""
    return each.topic == "kind" and (each.first, each.second, each.settled) == ("agreement", "agreement", "partnership")


def _pair_kept(each: Difference, _: Views) -> bool:
    return each.topic == "kept apart" and each.settled is not None


def _seat_kept(each: Difference, _: Views) -> bool:
    return each.topic == "organisations" and each.settled is not None


# The rules, each with its text in settled.yaml under the same name; the first that holds is the one that counts.
RULES: dict[str, Callable[[Difference, Views], bool]] = {
    "follows the body": _follows_body,
    "empty line": _blank_line,
    "partnership": _partnership,
    "pair kept apart": _pair_kept,
    "organisation kept": _seat_kept,
}
