"""Organisations as a report: a line each, or one with its seats and the places where its kind is missing."""

from __future__ import annotations

from forumgraph.queries.organisations import Meetings, Organisation, Organisations, OrganisationSeat
from forumgraph.queries.selection import AreaRow
from forumgraph.reports.report import Header, Report, Table, cited, fields_of, flat, plain
from forumgraph.reports.words import with_status
from forumgraph.texts import Texts
from forumgraph.texts.phrases import span


def organisations_report(
    found: Organisations, header: Header, areas: tuple[AreaRow, ...], texts: Texts, *, one: bool
) -> Report:
    """Return the report of the organisations question; ``one`` says that one was asked for, and is shown whole."""
    body = [plain(each) for each in found.organisations]
    short = {area.id: area.short(texts.language) for area in areas}
    tables = [_list(found, short, texts)]
    if one:
        (whole,) = found.organisations
        tables += [_seats(whole, short, texts), _missing(whole, short, texts)]
    shown = tuple(table for table in tables if table.rows)
    return Report(header, {"organisations": body}, shown, fields_of(Organisation), tuple(map(flat, body)))


def _list(found: Organisations, short: dict[str, str], texts: Texts) -> Table:
    rows = tuple(
        (
            each.name,
            texts(f"organisations.kind.{each.kind}"),
            str(len(each.forums)),
            str(len(each.municipalities)),
            ", ".join(short[area] for area in each.areas),
            _meets(each.meetings, texts),
        )
        for each in found.organisations
    )
    keys = ("kind_head", "fora", "municipalities")
    head = (
        texts("report.organisation"),
        *(texts(f"organisations.{key}") for key in keys),
        texts("report.areas"),
        texts("organisations.meetings"),
    )
    return Table(texts("organisations.title", n=len(rows)), head, rows, (texts("organisations.note"),))


def _meets(meetings: Meetings, texts: Texts) -> str:
    if meetings.low is None or meetings.high is None:
        return texts("organisations.unknown") if meetings.unknown else ""
    of = meetings.known + meetings.unknown
    return texts("organisations.meets", times=span(meetings.low, meetings.high), known=meetings.known, of=of)


def _seats(found: Organisation, short: dict[str, str], texts: Texts) -> Table:
    rows = tuple(
        (
            with_status(seat.name, seat.status, texts, *([texts("organisations.runs")] if seat.runs else [])),
            ", ".join(short[area] for area in seat.areas),
            ", ".join(seat.municipalities),
            ", ".join(seat.reported_by),
            cited(seat.evidence),
            _often(seat, texts),
        )
        for seat in found.forums
    )
    head = (
        texts("report.forum"),
        texts("report.areas"),
        texts("organisations.municipalities"),
        texts("report.said_by"),
        texts("report.lines"),
        texts("organisations.meetings"),
    )
    return Table(texts("organisations.seats_title", n=len(rows)), head, rows)


def _often(seat: OrganisationSeat, texts: Texts) -> str:
    """Say how often a forum meets, who says so and where: it need not be who names the organisation."""
    if seat.per_year_low is None or seat.per_year_high is None:
        return texts("organisations.unknown")
    times, names = span(seat.per_year_low, seat.per_year_high), ", ".join(seat.per_year_by)
    return texts("organisations.often", times=times, names=names, lines=cited(seat.per_year_evidence))


def _missing(found: Organisation, short: dict[str, str], texts: Texts) -> Table:
    rows = tuple(
        (
            each.municipality,
            short[each.area],
            cited(each.evidence),
            texts("organisations.of_neighbours", n=len(each.neighbours), of=each.of, names=", ".join(each.neighbours)),
        )
        for each in found.missing
    )
    keys = ("report.municipality", "report.area", "report.lines", "organisations.with_neighbours")
    notes = (texts("organisations.missing_note"),)
    return Table(texts("organisations.missing_title", n=len(rows)), tuple(map(texts, keys)), rows, notes)
