"""Which part of a map the picture draws: where publications speak of the whole country, that of the survey alone.

On a sheet of paper nobody can zoom in, and the matrix beside the network is of those that were asked.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.maps.links import links, members

if TYPE_CHECKING:
    from forumgraph.maps.model import MapData


def focused(data: MapData) -> MapData:
    """Return the map of the municipalities that were asked and all who meet them, if these are the fewer; else all."""
    asked = {one.code for one in data.municipalities if one.answers}
    if not asked or 2 * len(asked) > len(data.municipalities):
        return data
    met = members(links(data))
    shown = {one.id for one in data.forums if asked & set(met.get(one.id, ()))}
    codes = asked | {code for forum in shown for code in met[forum]}
    seats = tuple(one for one in data.seats if one.forum in shown)
    seated = {one.organisation for one in seats}
    return replace(
        data,
        municipalities=tuple(one for one in data.municipalities if one.code in codes),
        forums=tuple(one for one in data.forums if one.id in shown),
        memberships=tuple(one for one in data.memberships if one.forum in shown and one.municipality in codes),
        seats=seats,
        organisations=tuple(one for one in data.organisations if one.id in seated),
        circles=tuple(one for one in data.circles if set(one.forums) & shown),
    )
