"""A requirement takes the place of an earlier one of its own KKR, which is not asked about any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.ingest.findings import Finding
from forumgraph.ingest.moments import outside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.dataset import Dataset


def impossible_successors(data: Dataset) -> Iterator[Finding]:
    """FG435: a KKR replaces what it has recommended itself, and nothing that it recommends later."""
    requirements = data.ids("requirements")
    for located in data.requirements:
        own, before = located.entry, requirements.get(located.entry.succeeds or "")
        if before and (before.kkr != own.kkr or outside(own.in_force_from, before.in_force_from, None)):
            values = {"kkr": before.kkr, "start": before.in_force_from, "own": own.kkr, "moment": own.in_force_from}
            yield Finding("FG435", located.place("succeeds"), before.id, values=values)
