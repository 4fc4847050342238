"""The workbook that stands beside the page: the same facts, to be filtered and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.documents.workbook import workbook as workbook_of
from forumgraph.maps.branding import Branding
from forumgraph.maps.companions.sheets import sheets
from forumgraph.maps.look import STATUS

if TYPE_CHECKING:
    from forumgraph.maps.model import MapData


def workbook(data: MapData, language: str, branding: Branding | None = None) -> bytes:
    """Return the workbook as a file."""
    return workbook_of(sheets(data, language, branding or Branding()), data.as_of, STATUS)
