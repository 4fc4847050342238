"""A name as the words that it is made of: spelt one way, in full, taken apart and without endings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from forumgraph.ingest.danish import fold
from forumgraph.queries.name_words import ABBREVIATIONS, ENDINGS, FORMS, PARTS, REGIONS, SILENT

_SHORTEST = 3  # letters that an ending must leave of a word, and that a part of a word has
_KEPT = 20_000  # words that are remembered: those of a national set, and no more
_FUND = re.compile(r"\ba[ -]kasse|arbejdsloeshedskasse")
_WORD = re.compile(r"[a-z0-9]+")
_SIGHTED = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ADJECTIVE = re.compile(r"(?<=al|ig|iv|sk)t$")  # lokalt, fagligt, administrativt, fynskt
_REGION = re.compile(rf"({'|'.join(REGIONS)})(?:es|e|s)?$")


@dataclass(frozen=True)
class Spelt:
    """A name taken apart: ``words`` say what body it is, ``places`` which municipalities it names."""

    words: frozenset[str]
    places: frozenset[str]

    @cached_property
    def line(self) -> str:
        """The words as one text, in an order that does not depend on the name's own."""
        return " ".join(sorted(self.words))


class Speller:
    """Takes names apart; it knows the municipalities, whose names tell bodies apart that are called alike."""

    def __init__(self, municipalities: Iterable[str]) -> None:
        self._places = {form: folded for folded in map(fold, municipalities) for form in _forms(folded)}

    def spell(self, name: str) -> Spelt:
        """Return a name taken apart; one that is made of places alone has these for its words."""
        places: set[str] = set()

        def without(sighted: re.Match[str]) -> str:
            kept = [part for part in self._pieces(sighted[0]) if not self._place(part, places)]
            return "-".join(kept)

        words = frozenset(words_of(_SIGHTED.sub(without, name)))
        return Spelt(words or frozenset(places), frozenset(places))

    def _pieces(self, sighted: str) -> list[str]:
        """Return what stands between two spaces: whole where it is a municipality (Faaborg-Midtfyn), else its parts."""
        return [sighted] if fold(sighted) in self._places else sighted.split("-")

    def _place(self, part: str, places: set[str]) -> bool:
        """Say whether a part is a municipality, and note it. It begins with a capital letter: *vejen* is a road."""
        found = self._places.get(fold(part)) if part[:1].isupper() else None
        if found:
            places.add(found)
        return found is not None


def _forms(folded: str) -> set[str]:
    """Return how a municipality's name may be written: with the *s* of the genitive, or without one of its own."""
    return {folded, f"{folded}s", folded.removesuffix("s")}


def words_of(name: str) -> list[str]:
    """Return the words of a name in one spelling each, without those that say nothing of which body it is."""
    text = _FUND.sub("akasse", fold(name))
    found = [part for word in _WORD.findall(text) if word not in SILENT for part in _full(word)]
    return [part for part in found if part not in _silent()]


@lru_cache(maxsize=1)
def _silent() -> frozenset[str]:
    return frozenset(map(base, SILENT))


@lru_cache(maxsize=1)
def field_words() -> frozenset[str]:
    """Return the words of the field that compounds are made of, without their endings."""
    return frozenset(map(base, PARTS))


@lru_cache(maxsize=_KEPT)
def _full(word: str) -> tuple[str, ...]:
    """Return a word in full, and taken apart where it is made of words of the field."""
    if word in ABBREVIATIONS:
        return tuple(map(base, ABBREVIATIONS[word].split()))
    return _apart(word) or (base(word),)


def _apart(word: str) -> tuple[str, ...]:
    """Return the parts of a word that is made of words of the field alone; nothing where it is not."""
    if (whole := base(word)) in field_words():
        return (whole,)
    for cut in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):  # the longest first part that leaves another
        if (first := base(word[:cut])) in field_words() and (rest := _apart(word[cut:])):
            return (first, *rest)
    return ()


@lru_cache(maxsize=_KEPT)
def base(word: str) -> str:
    """Return a folded word without its ending: ``udvalgene`` gives ``udvalg``, ``fynske`` gives ``fyn``."""
    if word in FORMS or word[-1:].isdigit():
        return FORMS.get(word, word)
    word = _ADJECTIVE.sub("", word)
    if _REGION.search(word):
        return _REGION.sub(lambda found: REGIONS[found[1]], word)
    short = (word.removesuffix(each) for each in ENDINGS if word.endswith(each))
    return next((each for each in short if len(each) >= _SHORTEST), word)
