"""Stage 4: rows become pages that open without a server or a network."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from forumgraph.maps.atlas import Wanted, write_atlas
    from forumgraph.maps.model import MapData

__all__ = ["MapData", "Wanted", "write_atlas"]


def __getattr__(name: str) -> Any:
    """Import what the door opens to when it is asked for: what goes wrong with a map is named without drawing one."""
    if name == "MapData":
        from forumgraph.maps.model import MapData  # noqa: PLC0415

        return MapData
    if name in __all__:
        from forumgraph.maps import atlas  # noqa: PLC0415

        return getattr(atlas, name)
    raise AttributeError(name)
