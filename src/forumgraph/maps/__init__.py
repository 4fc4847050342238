"""Stage 4: rows become pages that open without a server or a network."""

from forumgraph.maps.atlas import Wanted, write_atlas
from forumgraph.maps.model import MapData

__all__ = ["MapData", "Wanted", "write_atlas"]
