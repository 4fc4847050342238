"""The ledger of abolished bodies as a report: each task with its figures, each municipality, the fora behind them."""

from __future__ import annotations

from forumgraph.ingest.danish import sort_key
from forumgraph.ingest.moments import last_day
from forumgraph.queries.claims import grouped, joined
from forumgraph.queries.ledger import STATES, Body, Duty, Ledger, LedgerRow
from forumgraph.reports.report import Cell, Header, Report, Table, cited, fields_of, flat, only, plain
from forumgraph.texts import Texts

_STYLES = {"carried": "bold blue", "similar": "cyan", "not_said": "", "unknown": "dim italic", "not_asked": "dim"}


def ledger_report(found: Ledger, header: Header, texts: Texts) -> Report:
    """Return the report of the ledger; CSV has a line for each task and municipality."""
    body = plain(found)
    body["duties"] = [only(each, "position") for each in body["duties"]]
    tables = (_duties(found, header, texts), _places(found, texts), _bodies(found, texts))
    shown = tuple(table for table in tables if table.rows or table.notes)
    return Report(header, body, shown, fields_of(LedgerRow), tuple(map(flat, body["rows"])))


def _duties(found: Ledger, header: Header, texts: Texts) -> Table:
    rows = tuple(_line(each, texts) for each in found.duties)
    states = (texts(f"ledger.state.{state}") for state in STATES)
    head = (texts("ledger.head.duty"), texts("ledger.head.basis"), *states, texts("report.lines"))
    bodies = dict.fromkeys(_abolished(each, texts) for each in found.duties)
    title = texts("ledger.title", forum=", ".join(bodies)) if rows else texts("ledger.none")
    return Table(title, head, rows, _notes(found, header, texts) if rows else ())


def _abolished(duty: Duty, texts: Texts) -> str:
    return texts("ledger.ended", forum=duty.forum_name, moment=duty.ended) if duty.ended else duty.forum_name


def _line(duty: Duty, texts: Texts) -> tuple[str, ...]:
    counts = (str(getattr(duty, state)) for state in STATES)
    return duty.name, duty.legal_basis or texts("ledger.no_basis"), *counts, cited(duty.evidence)


def _notes(found: Ledger, header: Header, texts: Texts) -> tuple[str, ...]:
    """Return what the figures are of, what the states mean, and of which tasks nothing can be found."""
    first = found.duties[0]
    counts = {"asked": first.asked, "answered": first.answered, "surveys": ", ".join(found.surveys)}
    asked = texts("ledger.counts", **counts) if found.surveys else texts("ledger.no_survey")
    meanings = (texts(f"ledger.{key}") for key in ("carried_note", "similar_note", "silent_note"))
    nobody = [each.name for each in found.duties if each.id in found.nobody]
    without = [each for each in found.duties if not each.tasks]
    said_only = [each.name for each in without if each.carriers]
    not_sought = [each.name for each in without if not each.carriers]
    lists = (("nobody", nobody), ("said_only", said_only), ("no_tasks", not_sought))
    said = (texts(f"ledger.{key}", names="; ".join(names)) for key, names in lists if names)
    return (asked, *_too_early(found, header, texts), *meanings, *said)


def _too_early(found: Ledger, header: Header, texts: Texts) -> list[str]:
    """Say of which bodies the tasks were still their own on the day that was chosen."""
    day = header.parameters["as_of"]
    early = {each.forum_name: each.ended for each in found.duties if day and each.ended and day <= last_day(each.ended)}
    return [texts("ledger.not_ended", forum=name, day=day, moment=moment) for name, moment in early.items()]


def _places(found: Ledger, texts: Texts) -> Table:
    """Return a line a municipality with a column a task; those that nothing is known of are only counted."""
    by_place = grouped(found.rows, lambda row: row.municipality)
    known = {name: rows for name, rows in by_place.items() if {row.state for row in rows} != {"not_asked"}}
    rows = tuple((name, *(_cell(row.state, texts) for row in own)) for name, own in known.items())
    left = len(by_place) - len(known)
    head = (texts("report.municipality"), *(each.name for each in found.duties))
    notes = (texts("ledger.left_out", n=left),) if left else ()
    return Table(texts("ledger.places_title"), head, rows, notes, splits=True)


def _cell(state: str, texts: Texts) -> Cell:
    return Cell(f"{texts(f'ledger.symbol.{state}')} {texts(f'ledger.state.{state}')}", _STYLES[state])


def _bodies(found: Ledger, texts: Texts) -> Table:
    """Return a line for each forum of each municipality with the tasks that it carries on, or else has the like of."""
    names = {each.id: each.name for each in found.duties}
    held = [(row, body) for row in found.rows for body in row.bodies if body.carries or not row.bodies[0].carries]
    held.sort(key=lambda each: sort_key(each[0].municipality))
    groups = grouped(held, lambda each: (each[0].municipality, each[1].forum, each[1].carries))
    rows = tuple(_body(several, names, texts) for several in groups.values())
    keys = ("report.municipality", "report.forum", "ledger.head.as", "ledger.head.duties", "report.lines")
    return Table(texts("ledger.bodies_title"), tuple(map(texts, keys)), rows)


def _body(several: list[tuple[LedgerRow, Body]], names: dict[str, str], texts: Texts) -> tuple[str, ...]:
    row, body = several[0]
    return (
        row.municipality,
        body.name,
        texts(f"ledger.state.{'carried' if body.carries else 'similar'}"),
        "; ".join(names[each.duty] for each, _ in several),
        cited(joined(line for _, each in several for line in (*each.evidence, *each.said))),
    )
