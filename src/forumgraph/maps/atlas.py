"""Writes the atlas: the page, the files beside it, and a folder of pages; it decides which, not what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from forumgraph.maps.edition import Edition
from forumgraph.maps.errors import MapError
from forumgraph.maps.groups import MOST, size
from forumgraph.maps.write import write_file

if TYPE_CHECKING:
    from forumgraph.maps.model import MapData


@dataclass(frozen=True)
class Wanted:
    """What is to be written: the page, whether a picture and a workbook beside it, and a folder of pages, if any."""

    page: Path
    language: str
    edition: Edition = field(default_factory=Edition)
    companions: bool = True
    pages: Path | None = None


@dataclass(frozen=True)
class Written:
    """What was written: the page, the files beside it, and how many pages in the folder."""

    page: Path
    companions: tuple[Path, ...] = ()
    pages: int = 0


def write_atlas(data: MapData, wanted: Wanted) -> Written:
    """Write everything that is wanted; raise MapError where the map is too large, ValueError where data contradict.

    Each file takes the old one's place in one step; the page comes last, so that it is never newer than what is
    beside it.
    """
    from forumgraph.maps.layout import lay_out  # noqa: PLC0415  (networkx is slow to import, and only a map needs it)
    from forumgraph.maps.page import render  # noqa: PLC0415

    if size(data) > MOST:
        raise MapError("map_too_large", nodes=f"{size(data):,}".replace(",", "."), most=f"{MOST:,}".replace(",", "."))
    layout = lay_out(data)
    page = render(data, wanted.edition, wanted.language, layout).encode("utf-8")
    beside: tuple[Path, ...] = ()
    if wanted.companions:
        from forumgraph.maps.companions import write_companions  # noqa: PLC0415

        beside = tuple(write_companions(data, layout, wanted.page, wanted.language, wanted.edition.branding))
    count = 0
    if wanted.pages is not None:
        from forumgraph.maps.pages import write_pages  # noqa: PLC0415

        count = write_pages(data, wanted.pages, wanted.language)
    write_file(wanted.page, page)
    return Written(wanted.page, beside, count)
