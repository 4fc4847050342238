"""A comparison as a report: one KKR's fora against another's requirements, in each form said to be no breach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from forumgraph.queries.compare import LABEL, Compared, Comparison, Direction, Having
from forumgraph.reports.report import Header, Report, Table, cited, flat, plain
from forumgraph.reports.requirements import level_word
from forumgraph.texts import Texts

_COLUMNS = (
    "label", "forums_of", "requirements_of", "requirement", "theme", "level", "municipality", "standing", "asked",
    "forums", "evidence",
)  # fmt: skip


def compare_report(found: Comparison, header: Header, texts: Texts) -> Report:
    """Return the report of the compare question; CSV has a line for each municipality and requirement."""
    body = {"label": LABEL, "directions": plain(found.directions)}
    records = tuple(
        {"label": LABEL, "forums_of": way.forums_of, "requirements_of": way.requirements_of, **record}
        for way in found.directions
        for each in way.requirements
        for record in _records(each)
    )
    return Report(header, body, tuple(_table(way, found.names, texts) for way in found.directions), _COLUMNS, records)


def _records(each: Compared) -> Iterator[dict[str, Any]]:
    asked = {"requirement": each.requirement, "theme": each.theme, "level": each.level}
    for having in each.fitting:
        yield {**asked, "standing": "fitting", **flat(plain(having))}
    for standing in ("without", "unknown", "not_asked"):
        for name in getattr(each, standing):
            yield {**asked, "standing": standing, "municipality": name, "asked": _flag(standing)}


def _flag(standing: str) -> str:
    return "false" if standing == "not_asked" else "true"


def _table(way: Direction, names: dict[str, str], texts: Texts) -> Table:
    whose = {"fora": way.forums_of, "asking": way.requirements_of}
    words = ("level", "requirement", *(f"compare.{key}" for key in ("having", "without", "unknown", "share")))
    head = (*(texts(f"requirements.{key}") for key in words), texts("report.lines"))
    rows = tuple(_row(each, names, texts) for each in way.requirements)
    notes = [texts("requirements.compare.label_note", **whose)]
    if rows:
        notes += [
            *_not_asked(way, texts),
            texts("requirements.compare.rule_note"),
            texts("requirements.compare.lines_note"),
        ]
    else:
        notes.append(texts("requirements.none_note"))
    return Table(texts("requirements.compare.title", **whose), head, rows, tuple(notes))


def _not_asked(way: Direction, texts: Texts) -> list[str]:
    """Name once who is in none of the figures."""
    everywhere = set.intersection(*(set(each.not_asked) for each in way.requirements))
    named = [name for name in way.requirements[0].not_asked if name in everywhere]
    return [texts("requirements.compare.not_asked_note", names=", ".join(named))] if named else []


def _row(each: Compared, names: dict[str, str], texts: Texts) -> tuple[str, ...]:
    return (
        level_word(each.level, texts),
        each.summary,
        _having(each.fitting, names, texts),
        ", ".join(each.without),
        ", ".join(each.unknown),
        _figure(each, texts),
        cited(each.evidence),
    )


def _having(fitting: tuple[Having, ...], names: dict[str, str], texts: Texts) -> str:
    said = {each.municipality: f"{each.municipality} ({_forums(each, names)})" for each in fitting}
    asked = "; ".join(said[each.municipality] for each in fitting if each.asked)
    others = "; ".join(said[each.municipality] for each in fitting if not each.asked)
    return "; ".join(filter(None, (asked, others and texts("requirements.compare.also", names=others))))


def _forums(each: Having, names: dict[str, str]) -> str:
    return ", ".join(names.get(forum, forum) for forum in each.forums)


def _figure(each: Compared, texts: Texts) -> str:
    low, high = each.numerator, each.numerator + len(each.unknown)
    if not each.denominator:
        return texts("requirements.compare.nobody")
    key = "figure" if low == high else "figure_open"
    return texts(f"requirements.compare.{key}", low=low, high=high, of=each.denominator)
