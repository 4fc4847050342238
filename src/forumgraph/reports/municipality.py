"""One municipality as a report: its answers, the fora it is in, who names it where it does not, and what it misses."""

from __future__ import annotations

from forumgraph.queries.municipality import Answered, Municipality, Place
from forumgraph.queries.selection import AreaRow
from forumgraph.reports.report import Header, Report, Table, cited, fields_of, flat, plain
from forumgraph.reports.words import status_cell
from forumgraph.texts import Texts


def municipality_report(found: Municipality, header: Header, areas: tuple[AreaRow, ...], texts: Texts) -> Report:
    """Return the report of one municipality."""
    body = {key: value for key, value in plain(found).items() if key != "rounds"}
    tables = (_answers(found, header, areas, texts), _places(found, texts), _wishes(found, texts))
    return Report(
        header,
        body,
        tuple(table for table in tables if table.rows or table.notes),
        fields_of(Answered),
        tuple(flat(row) for row in body["answers"]),
    )


def _answers(found: Municipality, header: Header, areas: tuple[AreaRow, ...], texts: Texts) -> Table:
    short = {area.id: area.short(texts.language) for area in areas}
    rows = []
    for row in found.answers:
        note = row.note or ""
        if row.alternative:
            note = f"{texts('report.or', status=texts(f'words.status.{row.alternative}'))} {note}"
        named = ", ".join(forum.name for forum in row.forums) or "–"
        rows.append((short[row.area], status_cell(row.status, texts), named, cited(row.evidence) or "–", note))
    head = tuple(texts(f"report.{key}") for key in ("area", "answer", "fora", "lines", "note"))
    title = texts("report.municipality_title", name=found.municipality, code=found.code, kkr=found.kkr)
    by = header.parameters["as_of"]
    never = texts("rounds.never_asked_by", day=by) if by else texts("report.never_asked")
    notes = [*_life(found, texts), *([] if rows else [never])]
    return Table(title, head, tuple(rows), tuple(notes))


def _life(found: Municipality, texts: Texts) -> list[str]:
    """Say when the municipality was one, and which rounds are of another time: it is missing there, not silent."""
    moments = {"since": found.since, "until": found.until}
    said = [texts(f"rounds.municipality_{key}", moment=moment) for key, moment in moments.items() if moment]
    return [*said, *([texts("rounds.outside", rounds=", ".join(found.outside))] if found.outside else [])]


def _places(found: Municipality, texts: Texts) -> Table:
    rows = tuple((*_place(place, texts), cited(place.evidence)) for place in found.forums)
    head = tuple(texts(f"report.{key}") for key in ("forum", "basis", "said_by_or_why", "lines"))
    named = ", ".join(each.name for each in found.named_by_others)
    notes = (texts("report.named_note", names=named),) if named else ()
    return Table(texts("report.places_title") if rows else "", head, rows, notes)


def _place(place: Place, texts: Texts) -> tuple[str, str, str]:
    basis = texts(f"words.basis.{place.basis}")
    if place.status != "existing":
        basis += f" ({texts(f'words.forum_status.{place.status}')})"
    who = place.excluded_by if place.basis == "excluded" else place.reported_by
    why = place.reason or ""
    if why and place.basis == "excluded":
        why = texts("report.inferred_though", why=why)
    return place.name, basis, ". ".join(filter(None, [", ".join(who), why]))


def _wishes(found: Municipality, texts: Texts) -> Table:
    rows = tuple(
        (texts(f"report.wish.{wish.answer}"), wish.summary, cited(wish.evidence)) for wish in found.missing_fora
    )
    head = tuple(texts(f"report.{key}") for key in ("answer", "summary", "lines"))
    return Table(texts("report.wishes_title") if rows else "", head, rows)
