"""The letters that a search compares: what is typed with and without Danish letters becomes one and the same."""

from __future__ import annotations

from forumgraph.ingest.danish import fold


def search_text(text: str) -> str:
    """Return the text with ``oe`` and ``ø`` as ``o``, ``aa`` and ``å`` as ``a``, ``æ`` as ``ae``.

    ``page/search.js`` does the same to what is typed, so *Ærø* is found by *ærø*, *aeroe* and *aero*. Going to the
    shorter spelling (``o``, not ``oe``) is what makes all three one.
    """
    return fold(text).replace("oe", "o").replace("aa", "a")
