"""The letters that a search compares: what is typed with and without Danish letters becomes one and the same."""

from __future__ import annotations

import re

from forumgraph.ingest.danish import fold

_BETWEEN = re.compile(r"[\W_]+")


def search_text(text: str) -> str:
    """Return the text with ``oe`` and ``ø`` as ``o``, ``aa`` and ``å`` as ``a``, ``æ`` as ``ae``; one space between.

    ``page/scripts/search.js`` does the same to what is typed, so *Ærø* is found by *ærø*, *aeroe* and *aero*, and
    *a-kasse* by *a kasse*. Going to the shorter spelling (``o``, not ``oe``) is what makes all three one.
    """
    return _BETWEEN.sub(" ", fold(text).replace("oe", "o").replace("aa", "a")).strip()
