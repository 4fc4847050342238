"""Identity as reports: who a body is and why, and what a decision changes in its file and in the graph."""

from __future__ import annotations

import dataclasses
import difflib

from forumgraph.graphdb.difference import Difference
from forumgraph.ingest.writing import Edit
from forumgraph.queries.decisions import DecisionRow
from forumgraph.queries.forum_rows import ApartRow
from forumgraph.queries.identity import Identity
from forumgraph.queries.moving import Moved
from forumgraph.reports.difference import difference_report
from forumgraph.reports.report import Header, Report, Table, cited, flat, plain
from forumgraph.texts import Texts

_SHOWN = 5  # names of a kind: enough to see what a decision does, which one can ask for before and after


def identity_report(found: Identity, header: Header, texts: Texts) -> Report:
    """Return the report of one body: names for CSV, everything for JSON and for people."""
    body = plain(found)
    for decision in body["decisions"]:
        decision["date"] = str(decision["date"])
    tables = (
        _head(found, texts),
        _names(found, texts),
        _decisions(found.decisions, texts),
        _apart(found.kept_apart, texts),
    )
    records = tuple({"id": found.id, **flat(name)} for name in body["names"])
    columns = ("id", "name", "used_by", "described", "evidence")
    return Report(header, body, tuple(table for table in tables if table.rows), columns, records)


def _head(found: Identity, texts: Texts) -> Table:
    facts = {"id": found.id, "merged": found.merged or ""}
    return Table(found.name, ("", ""), tuple((texts(f"report.{key}"), value) for key, value in facts.items() if value))


def _names(found: Identity, texts: Texts) -> Table:
    rows = tuple(
        (f"({name.name})" if name.described else name.name, ", ".join(name.used_by), cited(name.evidence))
        for name in found.names
    )
    head = tuple(texts(f"report.{key}") for key in ("name", "used_by", "lines"))
    return Table(texts("report.identity_names"), head, rows, (texts("report.identity_names_note"),))


def _decisions(found: tuple[DecisionRow, ...], texts: Texts) -> Table:
    rows = tuple(
        (
            f"{row.first_name} ({row.first})\n{row.second_name} ({row.second})",
            texts(f"words.verdict.{row.verdict}"),
            row.why,
            row.decided_by,
            str(row.date),
        )
        for row in found
    )
    head = tuple(texts(f"report.{key}") for key in ("pair", "verdict", "why", "decided_by", "date_head"))
    return Table(texts("report.identity_decisions"), head, rows)


def _apart(found: tuple[ApartRow, ...], texts: Texts) -> Table:
    rows = tuple((each.name, each.other, each.why) for each in found)
    head = tuple(texts(f"report.{key}") for key in ("forum", "id", "why"))
    return Table(texts("report.apart_title"), head, rows)


def changes_report(found: Difference, key: str, texts: Texts) -> Report:
    """Return the report of what changes in the graph, under a title of the catalogue (``report.KEY``)."""
    made = difference_report(found, "", texts, _SHOWN)
    (table,) = made.tables
    return dataclasses.replace(made, tables=(dataclasses.replace(table, title=texts(f"report.{key}")),))


def moved_sentences(joined: list[Moved], parted: list[Moved], texts: Texts) -> list[str]:
    """Say of each forum that becomes one with another, or is one of its own again, what goes with it."""
    said = [("report.identity_joined", each) for each in joined] + [("report.identity_parted", each) for each in parted]
    return [texts(key, name=each.name, into=each.into, what=_what(each, texts)) for key, each in said]


_COUNTED = ("members", "answers", "names", "meetings", "statements", "figures", "themes", "duties")


def _what(found: Moved, texts: Texts) -> str:
    """Return what there is of each kind as one list in words."""
    counts = [(key, getattr(found, key)) for key in _COUNTED]
    *others, last = [texts(f"report.moved.{key}", n=n) for key, n in counts if n] or [texts("report.moved.nothing")]
    return texts("report.moved.several", others=", ".join(others), last=last) if others else last


def file_changes(edit: Edit) -> str:
    """Return what changes in a file as a unified difference."""
    before, after = (_lines(content) for content in (edit.before, edit.after))
    old, new = (str(edit.path) if content is not None else "/dev/null" for content in (edit.before, edit.after))
    return "".join(f"{line}\n" for line in difflib.unified_diff(before, after, old, new, lineterm=""))


def _lines(content: bytes | None) -> list[str]:
    text = (content or b"").decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return text.removesuffix("\n").split("\n") if text else []
