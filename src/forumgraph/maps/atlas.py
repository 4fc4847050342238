"""Writes the atlas: the page, the files beside it, and a folder of pages; it decides which, not what stands in them."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from forumgraph.documents.files import write_file
from forumgraph.maps.edition import Edition
from forumgraph.maps.errors import MapError
from forumgraph.maps.groups import MOST, size
from forumgraph.maps.links import check

if TYPE_CHECKING:
    from forumgraph.maps.model import MapData

_PAGES = (".html", ".htm")  # what is cut off a page's name before another ending stands there


@dataclass(frozen=True)
class Wanted:
    """What is to be written: the page, whether a picture and a workbook beside it, and a folder of pages, if any."""

    page: Path
    language: str
    edition: Edition = field(default_factory=Edition)
    companions: bool = True
    pages: Path | None = None

    @property
    def stem(self) -> Path:
        """The page's path without ``.html``, if it ends so; with another ending it is the companions'."""
        return self.page.with_suffix("") if self.page.suffix.lower() in _PAGES else self.page

    @property
    def beside(self) -> bool:
        """Whether there are companions: a pipe or a device has nothing beside it."""
        return self.companions and (self.page.is_file() or not self.page.exists())


@dataclass(frozen=True)
class Written:
    """What was written: the page, the files beside it, and how many pages in the folder."""

    page: Path
    companions: tuple[Path, ...] = ()
    pages: int = 0


def write_atlas(data: MapData, wanted: Wanted) -> Written:
    """Write everything that is wanted.

    Raises MapError where the map is too large or the names clash, ValueError where the data contradict themselves, and
    OSError where something stands in the way: all before anything is written, but for what happens to a disk meanwhile.
    The folder's pages come first, as they may meet files of others; the page comes last, so that it is never newer than
    what is beside it.
    """
    from forumgraph.maps.layout import lay_out  # noqa: PLC0415  (only a map needs it)
    from forumgraph.maps.page import render  # noqa: PLC0415

    if size(data) > MOST:
        raise MapError("map_too_large", nodes=f"{size(data):,}".replace(",", "."), most=f"{MOST:,}".replace(",", "."))
    check(data)
    _check_places(wanted)
    layout = lay_out(data)
    page = render(data, wanted.edition, wanted.language, layout).encode("utf-8")
    count = 0
    if wanted.pages is not None:
        from forumgraph.maps.pages import write_pages  # noqa: PLC0415

        count = write_pages(data, wanted.pages, wanted.language, wanted.edition.branding)
    beside: tuple[Path, ...] = ()
    if wanted.beside:
        from forumgraph.maps.companions import write_companions  # noqa: PLC0415

        named = wanted.stem.with_name(f"{wanted.stem.name}.html")
        beside = tuple(write_companions(data, layout, named, wanted.language, wanted.edition.branding))
    write_file(wanted.page, page)
    return Written(wanted.page, beside, count)


def _check_places(wanted: Wanted) -> None:
    """Refuse what could not be written, or would be written over by what belongs to it."""
    if wanted.beside and wanted.page.suffix.lower() in (".png", ".xlsx"):
        raise MapError("page_name", path=str(wanted.page))
    folder = wanted.page.parent
    if wanted.pages is not None and folder.resolve() == wanted.pages.resolve():
        raise MapError("page_in_pages", path=str(wanted.pages))
    if not folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(wanted.page))
    targets = [wanted.page, *(_companions(wanted.stem) if wanted.beside else ())]
    for each in targets:
        if each.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(each))
    if wanted.pages is not None and wanted.pages.exists() and not wanted.pages.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(wanted.pages))


def _companions(stem: Path) -> tuple[Path, Path]:
    return stem.with_name(f"{stem.name}.png"), stem.with_name(f"{stem.name}.xlsx")
