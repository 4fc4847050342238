"""How a graph is, as a report: one line a fact."""

from __future__ import annotations

from forumgraph.graphdb.health import Health
from forumgraph.reports.report import Report, Table, plain
from forumgraph.reports.words import decimal
from forumgraph.texts import Texts


def doctor_report(found: Health, texts: Texts) -> Report:
    """Return the report; what is wrong is said apart, as any error is."""
    facts = {name: value for name, value in _facts(found).items() if value is not None}
    rows = tuple((texts(f"doctor.{name}"), _said(name, value, texts)) for name, value in facts.items())
    body = {"question": "doctor", **_body(found)}
    return Report(None, body, (Table("", ("", ""), rows),), tuple(body), (body,))


def _facts(found: Health) -> dict[str, object]:
    """Return what is known, in the order in which it is told."""
    about, said = found.about, found.loaded
    return {
        "engine": about and " ".join(filter(None, (about.engine, about.version, about.edition))),
        "place": found.place,
        "database": about and about.database,
        "latency": about and about.latency,
        "loaded": said and ", ".join(said.files),
        "version": said and said.version,
        "counts": found.counts or None,
        "current": found.current,
    }


def _said(name: str, value: object, texts: Texts) -> str:
    if name == "latency" and isinstance(value, float):
        return texts("doctor.milliseconds", n=decimal(value, texts))
    if name == "counts" and isinstance(value, tuple):
        return ", ".join(texts(f"doctor.count.{kind}", n=n) for kind, n in value)
    if name == "current":
        return texts("doctor.is_current" if value else "doctor.is_not_current")
    return str(value)


def _body(found: Health) -> dict[str, object]:
    about, said = found.about, found.loaded
    return {
        "place": found.place,
        "engine": about and about.engine,
        "version": about and about.version,
        "edition": about and about.edition,
        "database": about and about.database,
        "latency_ms": about and about.latency and round(about.latency, 2),
        "loaded": plain(said) if said else None,
        "counts": dict(found.counts),
        "current": found.current,
        "problem": found.problem.key if found.problem else None,
    }
