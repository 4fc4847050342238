"""A page for each municipality and each forum, with a start page: linked files that open from a folder.

No page holds a script. ``write_pages`` is the door; ``held`` looks the data up, ``town`` and ``body`` say what stands
on a page, ``picture`` places the small map, ``render`` puts the HTML together and ``folder`` writes it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from forumgraph.maps.branding import Branding
from forumgraph.maps.links import check
from forumgraph.maps.pages.folder import write_folder
from forumgraph.maps.pages.held import Held
from forumgraph.maps.pages.names import START

if TYPE_CHECKING:
    from pathlib import Path

    from forumgraph.maps.model import MapData

__all__ = ["write_pages"]


def write_pages(data: MapData, folder: Path, language: str, branding: Branding | None = None) -> int:
    """Write all pages into a folder, which is made if need be, and return how many there are.

    The title, subtitle and logo of ``branding`` stand at their heads.

    Pages of an earlier run that are gone are removed. Raises ValueError where the data contradict themselves, and
    FileExistsError where a file stands in the way that this command did not write.
    """
    from forumgraph.maps.pages.render import Renderer  # noqa: PLC0415  (jinja2 is heavy)

    check(data)
    held = Held(data, language)
    make = Renderer(held, branding or Branding())
    pages = {START: make.start}
    pages |= {held.town_link(one).href: partial(make.town, one) for one in data.municipalities}
    pages |= {held.forum_link(one.id).href: partial(make.forum, one) for one in data.forums}
    write_folder(folder, pages)
    return len(pages)
