"""Stage 4: rows become pages that open without a server or a network."""

from forumgraph.maps.model import MapData
from forumgraph.maps.write import write_map

__all__ = ["MapData", "write_map"]
