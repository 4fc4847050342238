"""Stage 2: records to a graph. It knows no question; nothing outside it knows an engine."""

from forumgraph.graphdb.cache import Opened, load, open_current
from forumgraph.graphdb.data import Data
from forumgraph.graphdb.engine import Graph

__all__ = ["Data", "Graph", "Opened", "load", "open_current"]
