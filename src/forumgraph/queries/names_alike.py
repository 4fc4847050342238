"""How alike two names are: words that few bodies bear weigh most, letters catch what no table of words knows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from forumgraph.queries.name_spelling import Spelt, field_words
from forumgraph.queries.name_words import REGIONS

_WORDS, _LETTERS = 2, 1  # words say what a body is; letters are there for what was misspelt or joined in its own way
_COMMON = 0.25  # a name that sixteen times as many bodies bear says half as much
_EXACT = 10**9  # parts of a weight that are told apart
_SLIP_FROM, _TWO_SLIPS_FROM = 6, 10  # letters: a shorter word is another word when one letter is another


@dataclass(frozen=True)
class Alike:
    """How alike two names are, 0 to 1, and what that is worth: ``value`` is less where many bodies bear such a name.

    ``bearers`` is how many bodies bear the rarest word that the two share; 2 where both name one municipality.
    """

    likeness: float
    bearers: int

    @property
    def value(self) -> float:
        """The likeness, less the more bodies bear all that the two share."""
        return self.likeness * math.pow(2 / self.bearers, _COMMON)


_NOTHING = Alike(0.0, 2)


class Scale:
    """Compares names, knowing every name that there is: a word weighs more the fewer bodies bear it."""

    def __init__(self, bodies: Sequence[Iterable[Spelt]]) -> None:
        from rapidfuzz import fuzz  # noqa: PLC0415 - only this question needs it

        self._ratio = fuzz.ratio
        borne = _bearers(bodies)
        self._slips = _slips(borne)
        self.bearers = _bearers([[self.correct(name) for name in names] for names in bodies])
        # Squares of weights as whole numbers: their sum is the same in whatever order a set gives them.
        self._squares = {word: round(_EXACT * _weight(len(bodies), n) ** 2) for word, n in self.bearers.items()}
        self._known: dict[tuple[Spelt, Spelt], Alike] = {}

    def correct(self, name: Spelt) -> Spelt:
        """Return a name whose slips of the finger are taken for the word that was meant."""
        return replace(name, words=frozenset(self._slips.get(word, word) for word in name.words))

    def alike(self, first: Spelt, second: Spelt) -> Alike:
        """Return what two corrected names have in common, whichever comes first."""
        shared = first.words & second.words
        if not shared:
            return _NOTHING
        pair = (first, second)
        if pair not in self._known:
            self._known[pair] = self._known[second, first] = self._compare(first, second, shared)
        return self._known[pair]

    def _compare(self, first: Spelt, second: Spelt, shared: frozenset[str]) -> Alike:
        angle = self._square(shared) / math.sqrt(self._square(first.words) * self._square(second.words))
        letters = self._ratio(first.line, second.line) / 100
        likeness = (_WORDS * angle + _LETTERS * letters) / (_WORDS + _LETTERS)
        bearers = 2 if first.places & second.places else max(2, min(map(self.bearers.__getitem__, shared)))
        return Alike(likeness, bearers)

    def _square(self, words: frozenset[str]) -> int:
        return sum(map(self._squares.__getitem__, words))


def _weight(bodies: int, bearers: int) -> float:
    return math.log(1 + bodies / bearers)


def _bearers(bodies: Sequence[Iterable[Spelt]]) -> Counter[str]:
    """Return how many bodies bear each word in any of their names."""
    return Counter(word for names in bodies for word in frozenset().union(*(name.words for name in names)))


def _slips(borne: Counter[str]) -> dict[str, str]:
    """Return the words that look like a slip of the finger, each with the more common word that it looks like.

    Words of the field and of regions are spelt right as they are: *Vestfyn* is no slip for *Østfyn*.
    """
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    meant: dict[str, list[str]] = {}  # words that are taken to be right, by their first letter
    slips = {}
    for word in sorted((each for each in borne if _may_slip(each)), key=lambda each: (-borne[each], each)):
        right = meant.setdefault(word[0], [])
        most = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        near = process.extractOne(word, right, scorer=OSA.distance, score_cutoff=most, processor=None)
        if near and word not in field_words():
            slips[word] = near[0]
        else:
            right.append(word)
    return slips


def _may_slip(word: str) -> bool:
    return len(word) >= _SLIP_FROM and word.isalpha() and not word.endswith(tuple(REGIONS.values()))
