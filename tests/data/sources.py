"""The texts of the publications, where they are at hand: they are not ours to ship."""

from __future__ import annotations

import os
import re
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[2]


def folder() -> Path:
    """Return the folder of the texts: FORUMGRAPH_SOURCES, else ``sources/`` in the project."""
    return Path(os.environ.get("FORUMGRAPH_SOURCES") or _PROJECT / "sources")


def at_hand() -> bool:
    """Say whether the texts are here; who names a folder means it, so that is not doubted."""
    return "FORUMGRAPH_SOURCES" in os.environ or folder().is_dir()


def lines_of(source: str) -> list[str]:
    """Return the lines of a source's text; the first has the index 0."""
    return (folder() / f"{source}.txt").read_text(encoding="utf-8").split("\n")


def bare(text: str) -> str:
    """Return a text so that it can be found again: without case, spaces, and the hyphens at which a line may break."""
    return re.sub(r"[\s\-–—\u00ad]", "", text).casefold()
