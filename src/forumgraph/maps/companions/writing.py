"""Writes the companion files beside a page, each whole or not at all; it knows nothing of what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.documents.files import write_file
from forumgraph.maps.companions.picture import picture
from forumgraph.maps.companions.workbook import workbook

if TYPE_CHECKING:
    from pathlib import Path

    from forumgraph.maps.branding import Branding
    from forumgraph.maps.companions.places import Layout
    from forumgraph.maps.model import MapData


def write_companions(data: MapData, layout: Layout, page: Path, language: str, branding: Branding) -> list[Path]:
    """Write a PNG and an XLSX of the page's name beside it and return their paths.

    Both are made before the first is written, so that a failure leaves neither of them behind alone.
    """
    made = {".png": picture(data, layout, language, branding), ".xlsx": workbook(data, language, branding)}
    paths = []
    for suffix, content in made.items():
        path = page.with_suffix(suffix)
        write_file(path, content)
        paths.append(path)
    return paths
