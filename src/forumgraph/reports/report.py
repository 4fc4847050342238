"""What a report is made of before it is printed: tables for people, records for machines, the head of every answer."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from forumgraph.queries.evidence import Evidence
from forumgraph.queries.left_out import LeftOut


@dataclass(frozen=True)
class Cell:
    """A text with the style it may have besides: the words alone must say all."""

    text: str
    style: str = ""


@dataclass(frozen=True)
class Table:
    """A table for people. ``head`` and each row are of one length; ``notes`` stand below it."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell | str, ...], ...]
    notes: tuple[str, ...] = ()
    splits: bool = False  # its columns after the first may be spread over several tables where the page is narrow


@dataclass(frozen=True)
class Header:
    """What every answer says of itself: question, round (None where several), date, what was chosen, the data."""

    question: str
    round: str | None
    rounds: tuple[str, ...]
    as_of: str
    parameters: dict[str, Any]
    data: tuple[str, ...]
    stale: bool = False  # the graph is older than the data, as the user allowed
    left_out: tuple[LeftOut, ...] = ()  # the fora that nothing says held on the day that was asked of


@dataclass(frozen=True)
class Report:
    """An answer in every form: ``body`` for JSON, ``tables`` for people, ``records`` (below ``columns``) for CSV.

    A report on the graph itself has no header: it is of no round and no date.
    """

    header: Header | None
    body: dict[str, Any]
    tables: tuple[Table, ...]
    columns: tuple[str, ...]
    records: tuple[dict[str, Any], ...]


def plain(value: Any) -> Any:
    """Return a value as JSON has it: dataclasses as objects, tuples as lists, evidence as source and lines."""
    if isinstance(value, Evidence):
        return {"source": value.source, "lines": value.lines}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return value


def only(value: dict[str, Any], *left_out: str) -> dict[str, Any]:
    """Return an object without some of its keys."""
    return {key: each for key, each in value.items() if key not in left_out}


def fields_of(row: type, *left_out: str) -> tuple[str, ...]:
    """Return the names of a dataclass's fields without some of them: the head of its records as CSV."""
    return tuple(field.name for field in dataclasses.fields(row) if field.name not in left_out)


def flat(value: dict[str, Any]) -> dict[str, Any]:
    """Return an object as one row of a table: lists joined by semicolons, evidence as ``source:lines``, no line breaks.

    An object inside a list is its name, or the municipality or the other forum it is about, or else all that it says.
    """
    return {key: _joined(each) for key, each in value.items()}


_NAMES = ("name", "municipality", "other", "id")  # what an object inside a list is told by, the best first


def _joined(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(str(_joined(each)) for each in value)
    if isinstance(value, dict):
        return _told(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return " ".join(value.splitlines())
    return "" if value is None else value


def _told(value: dict[str, Any]) -> str:
    if set(value) == {"source", "lines"}:
        return f"{value['source']}:{value['lines']}"
    if named := next((value[key] for key in _NAMES if value.get(key)), None):
        return str(_joined(named))
    return ", ".join(f"{key}={_joined(each)}" for key, each in value.items() if each not in (None, [], ""))


def cited(evidence: tuple[Evidence, ...]) -> str:
    """Return evidence for a table: each source with its lines."""
    return "; ".join(map(str, evidence))
