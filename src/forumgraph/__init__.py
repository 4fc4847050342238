"""A knowledge graph of the fora in which Danish municipalities meet about employment policy."""

__version__ = "0.1.0"
