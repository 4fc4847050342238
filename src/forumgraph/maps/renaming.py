"""Which fora are one another under a new name, and so stand at one place; it knows no map and no time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.maps.model import MapForum


@dataclass(frozen=True)
class Kept:
    """The place of a forum: that of the first of its line (an id), and how many names came before."""

    place: str
    names: int


def kept_places(forums: Iterable[MapForum]) -> dict[str, Kept]:
    """Return the place of each forum that took a new name or gave one up; the others stand for themselves."""
    before = {one.id: one.renames for one in forums}
    found = {id_: _line(id_, before) for id_ in before}
    shared = {one.place for one in found.values() if one.names}
    return {id_: one for id_, one in found.items() if one.place in shared}


def _line(id_: str, before: dict[str, str | None]) -> Kept:
    """Follow a forum back to its first name; where data go round in a circle, to where they meet themselves."""
    seen = [id_]
    while (earlier := before.get(seen[-1])) and earlier in before and earlier not in seen:
        seen.append(earlier)
    return Kept(seen[-1], len(seen) - 1)
