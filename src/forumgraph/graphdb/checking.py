"""Rows checked against the schema before they are sent: engines drop, convert or accept what should be refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from forumgraph.graphdb.schema import Kind, Property, Relation
from forumgraph.graphdb.table import Row

Values = list[Any]
"""The values of a row in the order of its kind's columns."""

_TYPES: dict[str, type] = {"STRING": str, "INT64": int, "BOOL": bool, "DATE": dt.date, "STRING[]": list}


class BadRow(ValueError):
    """A row that is not what the schema says; the text names the kind, the column and the value."""


def checked(kind: Kind, rows: Iterable[Row]) -> Iterator[Values]:
    """Yield the values of rows, each checked: its columns, their types, its keys, and the order of its identity."""
    columns = kind.columns
    take, identity_of = _taker(columns), _taker([columns.index(name) for name in kind.identity])
    last_key = len(kind.columns) - len(kind.properties) - 1 if isinstance(kind, Relation) else 0
    known: set[tuple[type, ...]] = set()  # mixtures of types that were found to be right: there are few
    before: Any = None
    for row in rows:
        if len(row) != len(columns):
            raise BadRow(_other_columns(kind, row))
        try:
            values = list(take(row))
        except KeyError:
            raise BadRow(_other_columns(kind, row)) from None
        types = tuple(map(type, values))
        if types not in known:
            _check_types(kind, values)
            known.add(types)
        if not (values[0] and values[last_key]):
            _check_types(kind, values)
        identity = identity_of(values)
        if before is not None and identity <= before:
            raise BadRow(_out_of_order(kind, identity, again=identity == before))
        before = identity
        yield values


def _taker(which: Sequence[str] | Sequence[int]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what takes several columns out of a row, as a tuple also where there is one."""
    if len(which) == 1:
        (one,) = which
        return lambda row: (row[one],)
    taker: Callable[[Any], tuple[Any, ...]] = itemgetter(*which)
    return taker


def _other_columns(kind: Kind, row: Row) -> str:
    return f"{kind.name}: {', '.join(sorted(row.keys() ^ frozenset(kind.columns)))}?"


def _check_types(kind: Kind, values: Values) -> None:
    """Raise BadRow for a key that is not a text or is empty, and for a value that is of another type."""
    columns = kind.columns
    for name in columns[: len(columns) - len(kind.properties)] or columns[:1]:
        value = values[columns.index(name)]
        if not value or type(value) is not str:
            raise BadRow(f"{kind.name}.{name} = {value!r}")
    for property_ in kind.properties:
        value = values[columns.index(property_.name)]
        if type(value) is not _TYPES[property_.type] and (value is not None or property_.name in kind.identity):
            _refuse(kind, property_, value)


def _refuse(kind: Kind, property_: Property, value: Any) -> None:
    raise BadRow(f"{kind.name}.{property_.name} = {value!r} ≠ {property_.type}")


def _out_of_order(kind: Kind, identity: tuple[Any, ...], *, again: bool) -> str:
    named = " → ".join(map(str, identity))
    return f"{kind.name} {named}: 2 ×" if again else f"{kind.name} {named}: ↕"
