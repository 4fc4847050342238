"""The tables of the page, each under the name that its markers have; agreement is counted elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from agreement import figures
from agreement.differences import Decision, Difference, Settlement, Views, by_difference, differences, rule_for
from agreement.facts import TOPICS, Key

Rows = list[list[str]]
NO_ANSWER = ("no_reply", "not_asked")
BASES = ("self_reported", "named_by_other", "excluded", "inferred")
FOUND_TOPICS = ("names", "body", "meetings", "politicians", "organisations", "kept apart", "question 7")
BODY_TOPICS = ("kind", "body status", "levels", "areas", "part of", "carries on", "tiers")


class NoMarker(Exception):
    """The page has no place for a table, or a place without one."""


@dataclass(frozen=True)
class Page:
    """What the tables are made of; ``areas`` are the short English names by id."""

    views: Views
    settlement: Settlement
    areas: dict[str, str]

    def tables(self) -> dict[str, str]:
        """Return every table by the name of its place."""
        return {
            "cells": self._cells(),
            "confidence": self._confidence(),
            "alternatives": self._alternatives(),
            "memberships": self._memberships(),
            "found": self._found(),
            "bodies": self._bodies(),
            "differences": self._summary(),
            "rules": self._rules(),
            "settled": self._settled(),
            "open": self._open(),
        }

    def _cells(self) -> str:
        first, second = self.views.first, self.views.second
        every = list(first.values["status"])
        answered = [key for key in every if first.get("status", key) not in NO_ANSWER]
        rows = [["Cells", str(len(every)), str(len(answered))]]
        for topic in ("status", "confidence", "alternative"):
            pairs = [figures.values(first, second, topic, keys) for keys in (every, answered)]
            rows.append([f"{TOPICS[topic]}: same", *map(alike, pairs)])
            rows.append([f"{TOPICS[topic]}: Cohen's kappa", *(decimal(figures.kappa(each)) for each in pairs)])
        lines = figures.overlap(first, second, "cell lines")
        rows.append(["Lines: exactly the same", f"{lines.exact} of {lines.things}", ""])
        rows.append(["Lines: cited by both, of those cited by any", percent(lines.share, 1), ""])
        return table(["", "All cells", "Without the rows that are empty or missing"], rows)

    def _confidence(self) -> str:
        sides = (self.views.first, self.views.second, self.views.settled)
        keys = [key for key, status in self.views.first.values["status"].items() if status not in NO_ANSWER]
        counts = [Counter(side.get("confidence", key) for key in keys) for side in sides]
        rows = [[word, *(str(count[word]) for count in counts)] for word in ("certain", "probable", "uncertain")]
        rows.append(
            ["with an alternative", *(str(sum(bool(side.get("alternative", key)) for key in keys)) for side in sides)]
        )
        return table(["Answered cells", "First", "Second", "Settled"], rows)

    def _alternatives(self) -> str:
        rows: Rows = []
        for key, status in self.views.first.values["status"].items():
            said = [side.get("alternative", key) for side in (self.views.first, self.views.second, self.views.settled)]
            if any(said):
                rows.append([self._name(key), status, *(each or "" for each in said)])
        return table(["Cell", "Status", "Alternative: first", "Second", "Settled"], rows)

    def _memberships(self) -> str:
        first, second, settled = self.views.first, self.views.second, self.views.settled
        rows: Rows = []
        for basis in (*BASES, None):
            found = figures.found(first, second, "membership", basis)
            lines = figures.overlap(first, second, "membership", basis)
            kept = figures.found(settled, settled, "membership", basis).both
            name = basis.replace("_", " ") if basis else "all"
            cited = (f"{lines.exact} of {lines.things}", f"{lines.touching} of {lines.things}", percent(lines.share))
            rows.append([name, *shares(found), *cited, str(kept)])
        return table(["Basis", *SHARES, "Same lines", "A line in common", "Lines shared", "Settled"], rows)

    def _found(self) -> str:
        rows: Rows = []
        for topic in FOUND_TOPICS:
            found = figures.found(self.views.first, self.views.second, topic)
            kept = len(self.views.settled.values[topic])
            rows.append([TOPICS[topic], *shares(found), self._same_value(topic), str(kept)])
        return table(["What", *SHARES, "Same content, of those found by both", "Settled"], rows)

    def _same_value(self, topic: str) -> str:
        first, second = self.views.first, self.views.second
        both = first.values[topic].keys() & second.values[topic].keys()
        pairs = figures.values(first, second, topic, both)
        return "" if {a for a, _ in pairs} == {"yes"} else f"{sum(a == b for a, b in pairs)} of {len(pairs)}"

    def _bodies(self) -> str:
        first, second = self.views.first, self.views.second
        both = first.values["body"].keys() & second.values["body"].keys()
        rows: Rows = []
        for topic in BODY_TOPICS:
            pairs = figures.values(first, second, topic, both)
            rows.append([TOPICS[topic], alike(pairs), decimal(figures.kappa(pairs))])
        return table(["Of bodies that both found", "Same", "Cohen's kappa"], rows)

    def _summary(self) -> str:
        listed = by_difference(self.settlement)
        rows: Rows = []
        for topic in TOPICS:
            of_topic = [each for each in differences(self.views) if each.topic == topic]
            if of_topic:
                between = sum(each.first != each.second for each in of_topic)
                ruled = sum((topic, each.name) not in listed for each in of_topic)
                opened = sum((topic, each.name) in listed and listed[topic, each.name].open for each in of_topic)
                counts = (between, len(of_topic) - between, ruled, len(of_topic) - ruled, opened)
                rows.append([TOPICS[topic], *map(str, counts)])
        rows.append(["all", *(str(sum(int(row[n]) for row in rows)) for n in range(1, 6))])
        heads = [
            "Between the readings",
            "Between both and the data",
            "Settled by a rule",
            "Settled one by one",
            "Of these open",
        ]
        return table(["What", *heads], rows)

    def _rules(self) -> str:
        listed = by_difference(self.settlement)
        rest = [each for each in differences(self.views) if (each.topic, each.name) not in listed]
        count = Counter(rule_for(each, self.views) for each in rest)
        rows = [[name, str(count[name]) if count[name] else "", text] for name, text in self.settlement.rules.items()]
        return table(["Rule", "Differences", "What it says"], rows)

    def _settled(self) -> str:
        return self._decisions([each for each in self.settlement.decisions if not each.open])

    def _open(self) -> str:
        return self._decisions([each for each in self.settlement.decisions if each.open])

    def _decisions(self, decisions: list[Decision]) -> str:
        found = {(each.topic, each.name): each for each in differences(self.views)}
        rows: Rows = []
        for decision in decisions:
            for topic in decision.topics:
                said = [found[topic, name] for name in decision.names if (topic, name) in found]
                each_said = "<br>".join(f"{self._name(each.key)}: {values(each)}" for each in said)
                rows.append([TOPICS[topic], each_said, decision.why, decision.lines])
        return table(["What", "First · second → settled", "Why", "Lines"], rows) if rows else "Nothing."

    def _name(self, key: Key) -> str:
        sides = (self.views.first, self.views.second, self.views.settled)
        bodies = {name for side in sides for (name,) in side.values["body"]}
        words = (self.areas.get(part, part.replace("_", " ")) for part in key)
        return ", ".join(f"`{part}`" if part in bodies else word for part, word in zip(key, words, strict=True))


def values(each: Difference) -> str:
    """Return what the three say of one thing, as text."""
    first, second, settled = (value or "–" for value in (each.first, each.second, each.settled))
    return f"{first} · {second} → {settled}".replace("_", " ")


def alike(pairs: list[figures.Pair]) -> str:
    """Return how many pairs are equal, of how many, and the share."""
    return f"{sum(a == b for a, b in pairs)} of {len(pairs)} ({percent(figures.same(pairs))})"


SHARES = ["First", "Second", "Both", "Only first", "Only second", "Both, of any"]


def shares(found: figures.Found) -> list[str]:
    """Return the cells of a row on things found; heads in SHARES."""
    counts = (found.first, found.second, found.both, found.first - found.both, found.second - found.both)
    return [*map(str, counts), percent(found.share)]


def percent(share: float | None, digits: int = 0) -> str:
    """Return a share as per cent. What is less than all is never rounded up to all."""
    if share is None:
        return ""
    text = f"{share * 100:.{digits}f}"
    return f"{share * 100:.1f} %" if float(text) == 100 and share < 1 else f"{text} %"  # noqa: PLR2004 - per cent


def decimal(number: float | None) -> str:
    """Return kappa with two decimals; a dash where it is undefined."""
    return "–" if number is None else f"{number:.2f}"


def table(heads: list[str], rows: Rows) -> str:
    """Return a Markdown table."""
    body = [[cell.replace("|", "\\|").replace("\n", " ").strip() for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [heads, ["---"] * len(heads), *body])


def fill(text: str, tables: dict[str, str]) -> str:
    """Return the page with each table between its markers, ``<!-- begin: NAME -->`` and ``<!-- end: NAME -->``."""
    places = re.findall(r"<!-- begin: (\w+) -->", text)
    if sorted(places) != sorted(tables):
        raise NoMarker(f"The page has places for {', '.join(places)}; there are tables for {', '.join(tables)}.")
    for name, content in tables.items():
        between = re.compile(rf"(<!-- begin: {name} -->\n).*?(<!-- end: {name} -->)", re.DOTALL)
        text = between.sub(_around(content), text)
    return text


def _around(content: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[1]}\n{content}\n\n{found[2]}"
