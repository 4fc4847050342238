"""Rows checked against the schema before they are sent: engines drop, convert or accept what should be refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from forumgraph.graphdb.kinds import Kind
from forumgraph.graphdb.table import Row

Values = list[Any]
"""The values of a row in the order of its kind's columns."""

_TYPES: dict[str, type] = {
    "STRING": str,
    "INT64": int,
    "DOUBLE": float,
    "BOOL": bool,
    "DATE": dt.date,
    "STRING[]": list,
}


class BadRow(ValueError):
    """A row that is not what the schema says; the text names the kind, the column and the value."""


def checked(kind: Kind, rows: Iterable[Row]) -> Iterator[Values]:
    """Yield the values of rows, each checked: its columns, their types, its keys, and the order of its identity."""
    columns, names, last_key = kind.columns, frozenset(kind.columns), len(_keys(kind)) - 1
    take, identity_of = _taker(columns), _taker([columns.index(name) for name in kind.identity])
    known: set[tuple[type, ...]] = set()  # mixtures of types that were found to be right: there are few
    before: tuple[Any, ...] = ()
    for row in rows:
        if row.keys() != names:
            raise BadRow(f"{kind.name}: {', '.join(sorted(row.keys() ^ names))}?")
        values = list(take(row))
        types = tuple(map(type, values))
        if types not in known or not (values[0] and values[last_key]):
            _check_values(kind, values)
            known.add(types)
        identity = identity_of(values)
        if before and identity <= before:
            raise BadRow(_out_of_order(kind, identity, again=identity == before))
        before = identity
        yield values


def _keys(kind: Kind) -> tuple[str, ...]:
    """Return the columns that say which nodes are meant: a node's own key, or those of a relation's ends."""
    return kind.columns[: len(kind.columns) - len(kind.properties)] or kind.columns[:1]


def _taker(which: Sequence[str] | Sequence[int]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what takes several columns out of a row, as a tuple also where there is one."""
    if len(which) == 1:
        (one,) = which
        return lambda row: (row[one],)
    taker: Callable[[Any], tuple[Any, ...]] = itemgetter(*which)
    return taker


def _check_values(kind: Kind, values: Values) -> None:
    """Raise BadRow for a key that is not a text or is empty, and for a value that is of another type."""
    row = dict(zip(kind.columns, values, strict=True))
    for name in _keys(kind):
        if not row[name] or type(row[name]) is not str:
            raise BadRow(f"{kind.name}.{name} = {row[name]!r}")
    for each in kind.properties:
        value = row[each.name]
        if type(value) is not _TYPES[each.type] and (value is not None or each.name in kind.identity):
            raise BadRow(f"{kind.name}.{each.name} = {value!r} ≠ {each.type}")


def _out_of_order(kind: Kind, identity: tuple[Any, ...], *, again: bool) -> str:
    named = " → ".join(map(str, identity))
    return f"{kind.name} {named}: 2 ×" if again else f"{kind.name} {named}: ↕"
