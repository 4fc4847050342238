"""File names of the pages: safe on every system and unique, whatever a municipality or a forum is called."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

from forumgraph.ingest.danish import fold

if TYPE_CHECKING:
    from forumgraph.maps.model import MapData

START = "index.html"

# Small letters only: on many disks *A* and *a* are one file. Never two hyphens: those set off a checksum.
_PLAIN = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LONGEST = 60


class FileNames:
    """The name of each page: plain where that is safe and nobody else's, else with a checksum of code or id."""

    def __init__(self, data: MapData) -> None:
        slugs = [_slug(one.name) for one in data.municipalities]
        used = Counter(slugs)
        self._towns = {
            one.code: f"kommune-{slug if used[slug] == 1 else _marked(slug, one.code)}.html"
            for one, slug in zip(data.municipalities, slugs, strict=True)
        }
        self._forums = {one.id: f"forum-{_forum(one.id)}.html" for one in data.forums}

    def town(self, code: str) -> str:
        """Return the file of a municipality."""
        return self._towns[code]

    def forum(self, forum: str) -> str:
        """Return the file of a forum."""
        return self._forums[forum]


def _forum(id_: str) -> str:
    return id_ if len(id_) <= _LONGEST and _PLAIN.fullmatch(id_) else _marked(_slug(id_), id_)


def _slug(text: str) -> str:
    """Return the letters and digits of a text, the words joined by hyphens: *Høje-Taastrup* is *hoeje-taastrup*."""
    return "-".join(re.findall("[a-z0-9]+", fold(text[:_LONGEST])))[:_LONGEST].rstrip("-") or "x"


def _marked(slug: str, key: str) -> str:
    return f"{slug}--{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
