"""The rows of an own query as a report: whatever it returns, in every form."""

from __future__ import annotations

import math
from typing import Any

from forumgraph.graphdb.engine import Answer
from forumgraph.reports.report import Report, Table, flat
from forumgraph.texts import Texts


def cypher_report(answer: Answer, parameters: dict[str, Any], limit: int, texts: Texts) -> Report:
    """Return the report; a note says where rows were cut off."""
    body = [dict(zip(answer.columns, map(plain_json, values), strict=True)) for values in answer.values]
    records = tuple(map(flat, body))
    rows = tuple(tuple(str(each[name]) for name in answer.columns) for each in records)
    notes = (texts("cypher.cut", n=limit),) if answer.more else (texts("cypher.rows", n=len(rows)),)
    top = {
        "question": "cypher",
        "parameters": parameters,
        "columns": list(answer.columns),
        "rows": body,
        "limit": limit,
        "more": answer.more,
    }
    return Report(None, top, (Table("", answer.columns, rows, notes),), answer.columns, records)


def plain_json(value: Any) -> Any:
    """Return a value as JSON can have it: dates as text, numbers that are none as words."""
    if isinstance(value, list):
        return [plain_json(each) for each in value]
    if isinstance(value, dict):
        return {str(name): plain_json(each) for name, each in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, str | bool | int | float) else str(value)
