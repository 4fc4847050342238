"""The door of the house: arguments in, exit code out."""

from forumgraph.cli.main import main

__all__ = ["main"]
