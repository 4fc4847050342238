"""What a load changes, as a report: added, changed and removed, kind by kind, with names."""

from __future__ import annotations

import dataclasses
from typing import Any

from forumgraph.graphdb.difference import Changed, Difference, KindDifference
from forumgraph.reports.report import Cell, Report, Table, flat, plain
from forumgraph.texts import Texts

_SHOWN = 20  # names of a kind that a table shows; JSON and CSV have all that were kept


def difference_report(found: Difference, place: str, texts: Texts, most: int = _SHOWN) -> Report:
    """Return the report of what a load would change; a table shows so many names of a kind."""
    body = {
        "question": "load",
        "place": place,
        "new": found.whole,
        "added": sum(each.added for each in found.kinds.values()),
        "changed": sum(each.changed for each in found.kinds.values()),
        "removed": sum(each.removed for each in found.kinds.values()),
        "kinds": [_kind(each) for each in found.kinds.values()],
    }
    rows = tuple(row for each in found.kinds.values() for row in _rows(each, texts, most))
    head = tuple(texts(f"difference.{name}") for name in ("kind", "what", "count", "names"))
    table = Table(texts("difference.title", place=place), head, rows, (difference_sentence(found, texts),))
    records = tuple(flat(record) for each in found.kinds.values() for record in _records(each))
    return Report(None, body, (table,), ("kind", "what", "name", "before", "after"), records)


def difference_sentence(found: Difference, texts: Texts) -> str:
    """Return in one sentence how much differs."""
    if not len(found):
        return texts("difference.nothing")
    kinds = found.kinds.values()
    counts = {what: sum(getattr(each, what) for each in kinds) for what in ("added", "changed", "removed")}
    return texts("difference.sentence", **counts)


def _kind(found: KindDifference) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "added": found.added,
        "changed": found.changed,
        "removed": found.removed,
        "added_names": found.added_names,
        "changes": [_change(each) for each in found.changes],
        "removed_names": found.removed_names,
    }


def _change(change: Changed) -> dict[str, Any]:
    return {key: _dated(each) for key, each in dataclasses.asdict(change).items()}


def _dated(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _dated(each) for key, each in value.items()}
    return value if value is None or isinstance(value, str | int | list) else str(value)


def _rows(found: KindDifference, texts: Texts, most: int) -> list[tuple[Cell | str, ...]]:
    kind = texts(f"words.graph.{found.kind}")
    changes = [_told(each) for each in found.changes]
    every = (("added", found.added_names), ("changed", changes), ("removed", found.removed_names))
    return [
        (
            kind,
            texts(f"difference.{what}"),
            str(getattr(found, what)),
            _listed(names, getattr(found, what), texts, most),
        )
        for what, names in every
        if names
    ]


def _told(change: Changed) -> str:
    parts = [f"{name}: {_short(change.before[name])} → {_short(change.after[name])}" for name in change.before]
    return f"{change.name} {{{'; '.join(parts)}}}"


def _short(value: Any) -> str:
    text = ", ".join(value) if isinstance(value, list) else "–" if value is None else str(value)
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - letters that tell two values apart


def _listed(names: list[str], count: int, texts: Texts, most: int) -> str:
    shown = "\n".join(names[:most])
    return shown if count <= most else f"{shown}\n{texts('difference.more', n=count - most)}"


def _records(found: KindDifference) -> list[dict[str, Any]]:
    plainly = [{"kind": found.kind, "what": "added", "name": name} for name in found.added_names]
    plainly += [{"kind": found.kind, "what": "changed", **plain(_change(each))} for each in found.changes]
    return plainly + [{"kind": found.kind, "what": "removed", "name": name} for name in found.removed_names]
