"""The sheets of the workbook, filled from a map's data; it knows no spreadsheet format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.documents.sheet import Cell, Column, Line, Sheet
from forumgraph.maps.companions.bodies import claims, conflicts, forums
from forumgraph.maps.companions.figures import STATUSES, doubtful, latest, outside, totals
from forumgraph.maps.companions.reader import Reader
from forumgraph.maps.companions.unknown import unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.maps.branding import Branding
    from forumgraph.maps.companions.figures import Total
    from forumgraph.maps.model import MapAnswer, MapData, MapMunicipality


def sheets(data: MapData, language: str, branding: Branding) -> tuple[Sheet, ...]:
    """Return all sheets in their order."""
    read = Reader(data, language)
    made = (_coverage, _answers, forums, claims, conflicts, unknown)
    return (*(each(data, read) for each in made), _about(data, read, branding))


def _coverage(data: MapData, read: Reader) -> Sheet:
    columns = (read.column("municipality", 20), read.column("kkr", 14), *(Column(each.name, 17) for each in data.areas))
    lines: list[Line] = [
        (row.municipality.name, row.municipality.kkr, *(_cell(row.answers.get(area.id), read) for area in data.areas))
        for row in latest(data)
    ]
    return Sheet(read.text("sheet.coverage"), columns, tuple(lines), tuple(_totals(data, read)))


def _cell(answer: MapAnswer | None, read: Reader) -> Cell:
    return Cell(read.sign(answer), answer.status if answer else "")


def _totals(data: MapData, read: Reader) -> Iterator[Line]:
    """Yield the figures below the matrix, one kind a line, and what the mark of a second reading means."""
    found = totals(data)
    counted = tuple((f"{read.words.of('symbol', key)} {read.words.of('status', key)}", key) for key in STATUSES)
    yield (Cell(read.text("total.title"), "strong"),)
    for name, status in counted:
        yield (name, None, *(each.counts[status] for each in found))
    yield (read.text("total.asked"), None, *(each.asked for each in found))
    yield (read.text("total.answered"), None, *(each.answered for each in found))
    yield (read.text("total.low"), None, *(_share(each.low) for each in found))
    yield (read.text("total.high"), None, *(_share(each.high) for each in found))
    yield (read.text("total.said"), None, *(_said(each, read) for each in found))
    yield (Cell(read.text("total.note"), "note"),)
    if any(doubtful(answer) for row in latest(data) for answer in row.answers.values()):
        yield (Cell(read.text("total.alternative"), "note"),)


def _share(share: float | None) -> Cell | None:
    return None if share is None else Cell(share, "share")


def _said(total: Total, read: Reader) -> str:
    return f"{read.share(total)}; {read.counted('answered', total.answered)}" if total.asked else read.text("nobody")


_ANSWER = (
    ("municipality", 18), ("code", 8), ("kkr", 13), ("round", 26), ("area", 18), ("status", 15), ("reading", 13),
    ("alternative", 15), ("note", 44), ("forums", 44), ("source", 24), ("lines", 16), ("dated", 12),
)  # fmt: skip


def _answers(data: MapData, read: Reader) -> Sheet:
    lines = [
        line
        for town in data.municipalities
        for line in (
            *(_answer(town, one, read) for one in town.answers),
            *(
                (
                    *_who(town, read, one.round),
                    read.text("wish"),
                    read.word("report.wish", one.answer),
                    None,
                    None,
                    one.summary,
                    None,
                    *read.cited(one.evidence, one.round),
                )
                for one in town.wishes
            ),
        )
    ]
    return Sheet(read.text("sheet.answers"), read.columns(_ANSWER), tuple(lines))


def _who(town: MapMunicipality, read: Reader, round_id: str) -> tuple[str, str, str, str]:
    return town.name, town.code, town.kkr, read.round(round_id)


def _answer(town: MapMunicipality, answer: MapAnswer, read: Reader) -> Line:
    return (
        *_who(town, read, answer.round),
        read.area(answer.area),
        Cell(read.sign(answer, mark=False), answer.status),
        read.words.of("confidence", answer.confidence) if answer.confidence else None,
        read.words.of("status", answer.alternative) if answer.alternative else None,
        answer.note,
        "; ".join(read.forum(each) for each in answer.forums),
        *read.cited(answer.evidence, answer.round),
    )


def _about(data: MapData, read: Reader, branding: Branding) -> Sheet:
    title = branding.title or read.text("title")
    lines: list[Line] = [(Cell(read.text("about.title"), "strong"), Cell(title, "strong"))]
    if branding.subtitle:
        lines.append((read.text("about.subtitle"), branding.subtitle))
    lines += [(read.text("about.round"), f"{each.title} ({read.words.day(each.date)})") for each in data.rounds]
    lines.append((read.text("about.as_of"), read.words.day(data.as_of)))
    if data.narrowed:
        lines.append((read.text("about.narrowed"), data.narrowed))
    if others := outside(data):
        lines.append((read.text("about.outside"), ", ".join(each.name for each in others)))
    lines.append((read.text("about.data"), data.data))
    lines += [(read.text("about.how") if not n else None, text) for n, text in enumerate(read.all("how").values())]
    for section in ("status", "basis"):
        meaning = read.all(f"means.{section}")
        lines += [(_named(section, key, read), text) for key, text in meaning.items()]
    lines.append((read.text("about.credit"), read.text("credit")))
    columns = (Column(read.text("column.about"), 30), Column(read.text("column.text"), 110))
    return Sheet(read.text("sheet.about"), columns, tuple(lines))


def _named(section: str, key: str, read: Reader) -> str | Cell:
    if section == "status":
        return Cell(f"{read.words.of('symbol', key)} {read.words.of('status', key)}", key)
    return read.words.of(section, key)
