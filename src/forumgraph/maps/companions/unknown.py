"""The sheet of what is not known: of municipalities and of fora; it knows no spreadsheet format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.documents.sheet import Cell, Line, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.maps.companions.reader import Reader
    from forumgraph.maps.model import MapAnswer, MapData

_COLUMNS = (("who", 14), ("name", 42), ("area", 20), ("what", 60), ("round", 28))


def unknown(data: MapData, read: Reader) -> Sheet:
    """Return a line for each thing that the sources do not say."""
    lines = (*_towns(data, read), *_forums(data, read))
    return Sheet(read.text("sheet.unknown"), read.columns(_COLUMNS), lines or ((read.text("none"),),), frozen=2)


def _towns(data: MapData, read: Reader) -> Iterator[Line]:
    for town in data.municipalities:
        if not town.answers:
            yield read.text("municipality"), town.name, None, read.text("unknown.answer.outside"), None
        for answer in town.answers:
            for key in _gaps(answer):
                said = read.text(f"unknown.answer.{key}")
                what = Cell(said, key if key in ("no_reply", "not_asked") else "")
                yield read.text("municipality"), town.name, read.area(answer.area), what, read.round(answer.round)


def _gaps(answer: MapAnswer) -> Iterator[str]:
    if answer.status in ("no_reply", "not_asked"):
        yield answer.status
    if answer.status == "established" and not answer.forums:
        yield "forum"
    if answer.confidence == "uncertain":
        yield "uncertain"


def _forums(data: MapData, read: Reader) -> Iterator[Line]:
    for forum in data.forums:
        areas = "; ".join(read.area(each) for each in forum.areas)
        for key in forum.unknown:
            yield read.text("forum"), forum.name, areas, read.word("companions.unknown.forum", key), None
