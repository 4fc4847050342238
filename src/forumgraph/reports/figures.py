"""Stated figures as a report: those on one topic together, with why they may not be subtracted from each other."""

from __future__ import annotations

from collections.abc import Iterable

from forumgraph.queries.findings import FindingRow, Findings, Topic
from forumgraph.reports.report import Header, Report, Table, cited, fields_of, flat, only, plain
from forumgraph.reports.words import share
from forumgraph.texts import Texts

_ORDER = ("date", "position")  # columns that rows have for their order
_SHOWN_VALUES = ("population", "question", "unit", "period")  # reasons that are told with what differs


def figures_report(found: Findings, header: Header, texts: Texts) -> Report:
    """Return the report of the findings question; CSV holds the figures, JSON the topics as well."""
    body = [only(plain(each), *_ORDER) for each in found.findings]
    by_id = {each.id: each for each in found.findings}
    tables = [_topic(topic, [by_id[id_] for id_ in topic.findings], texts) for topic in found.topics]
    together = {id_ for topic in found.topics for id_ in topic.findings}
    rest = [each for each in found.findings if each.id not in together]
    if rest or not tables:
        key = "figures.rest_title" if tables else "figures.title"
        notes = () if rest else (texts("figures.none"),)
        tables.append(_table(texts(key, n=len(rest)), rest, texts, notes))
    keys = {"findings": body, "topics": plain(found.topics)}
    return Report(header, keys, tuple(tables), fields_of(FindingRow, *_ORDER), tuple(map(flat, body)))


def figure(value: float | str | None, unit: str, texts: Texts) -> str:
    """Return a figure as people write it: with its unit, or the words that stand in place of a number."""
    if not isinstance(value, int | float):
        return texts("figures.value.text", text=value or "")
    return texts(f"figures.value.{unit}", value=written(value, texts))


def written(value: float, texts: Texts) -> str:
    """Return a number as the language writes it, thousands apart."""
    marks = {",": texts("findings.thousands"), ".": texts("notices.decimal")}
    return "".join(marks.get(sign, sign) for sign in f"{value:,}")


def _topic(topic: Topic, several: list[FindingRow], texts: Texts) -> Table:
    title = texts("figures.topic_title", topic=topic.topic)
    return _table(title, several, texts, (_may(topic, several, texts),))


def _table(title: str, several: Iterable[FindingRow], texts: Texts, notes: tuple[str, ...]) -> Table:
    keys = ("round", "measure", "value", "population", "period", "told_by")
    head = (*(texts(f"figures.head.{key}") for key in keys), texts("report.lines"))
    return Table(title, head, tuple(_row(each, texts) for each in several), notes)


def _row(found: FindingRow, texts: Texts) -> tuple[str, ...]:
    of = found.forum_name or ""
    return (
        found.round,
        f"{found.measure} ({of})" if of else found.measure,
        figure(found.text if found.value is None else found.value, found.unit, texts),
        _whom(found, texts),
        found.period or "",
        found.told_by or "",
        cited(found.evidence),
    )


def _whom(found: FindingRow, texts: Texts) -> str:
    size = [written(found.population_size, texts)] if found.population_size else []
    rate = [texts("figures.rate", rate=share(found.response_rate))] if found.response_rate is not None else []
    more = ", ".join(size + rate)
    return f"{found.population} ({more})" if more else found.population


def _may(topic: Topic, several: list[FindingRow], texts: Texts) -> str:
    """Say whether figures of one topic may be subtracted from each other, and if not, why."""
    if not topic.differ:
        return texts("figures.may")
    if topic.differ == ("period",):
        return texts("figures.may_at_times", values=_values(several, "period", texts))
    why = [_why(reason, several, texts) for reason in topic.differ if reason != "period"]  # the table has the times
    return texts("figures.may_not", why="; ".join(why))


def _why(reason: str, several: list[FindingRow], texts: Texts) -> str:
    values = _values(several, reason, texts) if reason in _SHOWN_VALUES else ""
    return texts(f"figures.differ.{reason}", values=values)


def _values(several: list[FindingRow], name: str, texts: Texts) -> str:
    """Return the different values that figures have, in their order."""
    said = dict.fromkeys(str(getattr(each, name)) for each in several if getattr(each, name))
    return " / ".join(texts(f"figures.unit.{value}") if name == "unit" else value for value in said)
