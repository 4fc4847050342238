"""Rows checked against the schema before they are sent: engines drop, convert or accept what should be refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from forumgraph.graphdb.schema import Kind, Property
from forumgraph.graphdb.table import Row

Values = list[Any]
"""The values of a row in the order of its kind's columns."""

_TYPES: dict[str, type] = {"STRING": str, "INT64": int, "BOOL": bool, "DATE": dt.date, "STRING[]": list}


class BadRow(ValueError):
    """A row that is not what the schema says; the text names the kind, the column and the value."""


def checked(kind: Kind, rows: Iterable[Row]) -> Iterator[Values]:
    """Yield the values of rows, each checked: its columns, their types, its keys, and the order of its identity."""
    columns, names = kind.columns, frozenset(kind.columns)
    keys = columns[: len(columns) - len(kind.properties)] or columns[:1]
    typed = [(each, columns.index(each.name), _TYPES[each.type]) for each in kind.properties]
    at = [columns.index(name) for name in kind.identity]
    before: list[Any] = []
    for row in rows:
        if row.keys() != names:
            raise BadRow(f"{kind.name}: {', '.join(sorted(row.keys() ^ names))}?")
        values = [row[name] for name in columns]
        for name in keys:
            if not row[name] or type(row[name]) is not str:
                raise BadRow(f"{kind.name}.{name} = {row[name]!r}")
        for property_, index, wanted in typed:
            if type(values[index]) is not wanted and (values[index] is not None or index in at):
                _refuse(kind, property_, values[index])
        identity = [values[index] for index in at]
        if before and identity <= before:
            raise BadRow(_out_of_order(kind, identity, again=identity == before))
        before = identity
        yield values


def _refuse(kind: Kind, property_: Property, value: Any) -> None:
    raise BadRow(f"{kind.name}.{property_.name} = {value!r} ≠ {property_.type}")


def _out_of_order(kind: Kind, identity: list[Any], *, again: bool) -> str:
    named = " → ".join(map(str, identity))
    return f"{kind.name} {named}: 2 ×" if again else f"{kind.name} {named}: ↕"
