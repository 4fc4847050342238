"""The nearest known word to a mistyped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.ingest.danish import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR = 70  # of 100: "Assen" finds "Assens", "Kbh" finds nothing
_NEAR_SHORT = 66  # one letter of three may be another: "lbs" finds "lbr"


class Vocabulary:
    """Known words, made ready to be compared with many mistyped ones.

    Only the first hundred different mistakes get a suggestion: who has more has another problem than a slip of the
    finger, and comparing each with twenty thousand words would take minutes.
    """

    _MOST = 100

    def __init__(self, known: Iterable[str]) -> None:
        self._words = sorted(known)
        self._folded: list[str] | None = None
        self._found: dict[str, tuple[str, float] | None] = {}

    def nearest(self, word: str, cutoff: float = 0) -> str | None:
        """Return the known word that looks most like the given one, or None where none is near.

        Case and the way Danish letters are typed do not count: ``Aeroe`` is ``Ærø``. A higher cutoff takes only what is
        that near (100 is the same).
        """
        if word not in self._found:
            self._found[word] = self._search(word) if len(self._found) < self._MOST else None
        found = self._found[word]
        return found[0] if found and found[1] >= cutoff else None

    def _search(self, word: str) -> tuple[str, float] | None:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a mistake needs it

        if self._folded is None:
            self._folded = [fold(each) for each in self._words]
        cutoff = _NEAR_SHORT if len(word) <= len("lbr") else _NEAR
        found = process.extractOne(fold(word), self._folded, scorer=fuzz.ratio, score_cutoff=cutoff)
        return (self._words[found[2]], found[1]) if found else None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like the given one, or None where none is near."""
    return Vocabulary(known).nearest(word)


def near(word: str, known: Iterable[str], limit: int = 5) -> list[str]:
    """Return the known words that contain the given one or look like it, the likest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a mistake needs it

    found = process.extract(word, sorted(known), scorer=fuzz.WRatio, processor=fold, score_cutoff=_NEAR, limit=limit)
    return [each[0] for each in found]
