"""The nearest known word to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable

from forumgraph.ingest.danish import fold

_NEAR = 70  # of 100: "Assen" finds "Assens", "Kbh" finds nothing


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like the given one, or None where none is near.

    Case and the way Danish letters are typed do not count: ``Aeroe`` is ``Ærø``.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a mistake needs it

    candidates = sorted(known)
    found = process.extractOne(word, candidates, scorer=fuzz.ratio, processor=fold, score_cutoff=_NEAR)
    return found[0] if found else None


def near(word: str, known: Iterable[str], limit: int = 5) -> list[str]:
    """Return the known words that contain the given one or look like it, the likest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a mistake needs it

    found = process.extract(word, sorted(known), scorer=fuzz.WRatio, processor=fold, score_cutoff=_NEAR, limit=limit)
    return [each[0] for each in found]
