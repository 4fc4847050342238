"""Two graphs beside each other, as a report: each question with its selections, and where rows differ, the first."""

from __future__ import annotations

import json
from typing import Any

from forumgraph.queries.parity import Compared
from forumgraph.reports.cypher import plain_json
from forumgraph.reports.report import Cell, Report, Table, flat
from forumgraph.texts import Texts


def parity_report(found: list[Compared], first: str, second: str, texts: Texts) -> Report:
    """Return the report; ``first`` and ``second`` say where the graphs lie."""
    body = [_body(each) for each in found]
    head = tuple(texts(f"parity.{name}") for name in ("question", "selections", "rows", "result"))
    rows = tuple(
        (
            each.question,
            str(each.selections),
            str(each.rows),
            texts(f"parity.{'differs' if each.difference else 'equal'}"),
        )
        for each in found
    )
    tables = [Table(texts("parity.title", first=first, second=second), head, rows, (_sentence(found, texts),))]
    tables += [_difference(each, first, second, texts) for each in found if each.difference]
    top = {
        "question": "parity",
        "first": first,
        "second": second,
        "equal": not any(each.difference for each in found),
        "questions": body,
    }
    records = tuple(flat({**each, "difference": bool(each["difference"])}) for each in body)
    return Report(None, top, tuple(tables), ("question", "selections", "rows", "difference"), records)


def _body(found: Compared) -> dict[str, Any]:
    different = found.difference
    return {
        "question": found.question,
        "selections": found.selections,
        "rows": found.rows,
        "difference": plain_json(vars(different)) if different else None,
    }


def _sentence(found: list[Compared], texts: Texts) -> str:
    counts = {
        "questions": len(found),
        "selections": sum(each.selections for each in found),
        "rows": sum(each.rows for each in found),
    }
    differing = sum(each.difference is not None for each in found)
    if differing:
        return texts("parity.some_differ", n=differing, **counts)
    return texts("parity.all_equal", **counts)


def _difference(found: Compared, first: str, second: str, texts: Texts) -> Table:
    different = found.difference
    if different is None:
        raise AssertionError("only a question that differs has a difference")
    rows: tuple[tuple[Cell | str, ...], ...] = (
        (texts("parity.parameters"), _json(different.parameters)),
        (first, _json(different.first) if different.first is not None else texts("parity.no_row")),
        (second, _json(different.second) if different.second is not None else texts("parity.no_row")),
    )
    return Table(texts("parity.difference", question=found.question, row=different.row), ("", ""), rows)


def _json(value: Any) -> str:
    return json.dumps(plain_json(value), ensure_ascii=False)
