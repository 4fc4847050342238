"""Names compared: the one that was typed with those that are known, and names that are alike but for the place."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from forumgraph.ingest.danish import fold
from forumgraph.ingest.words import near

_COMMON = frozenset({"kommune", "kommunes", "i", "og", "for", "det", "den", "de"})


def bare(word: str) -> str:
    """Return a word without what does not count: case, signs, the spelling of Danish letters."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(word)))


def nearest_names(word: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the names nearest to a word, one of each body at most; ``names`` has all names of each by its id."""
    if not bare(word):
        return []
    owner = {name: id_ for id_, each in reversed(list(names.items())) for name in each}
    found: dict[str, str] = {}
    for name in near(word, owner, 10):
        found.setdefault(owner[name], name)
    return list(found.values())[:3]


def bare_name(name: str, places: frozenset[str]) -> str:
    """Return what is left of a name without signs, small words and the names of places (both folded)."""
    return " ".join(word for word in bare(name).split() if word not in places and word not in _COMMON)


def place_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words of the names of municipalities, folded, with the form that says whose."""
    words = {word for name in names for word in bare(name).split()}
    return frozenset(words | {f"{word}s" for word in words})


def alike(names: Iterable[tuple[str, tuple[str, ...]]], municipalities: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of ids, each once, of which one name is bare the same; ``names`` has all names of each id."""
    places = place_words(municipalities)
    bare: dict[str, set[str]] = defaultdict(set)
    for id_, each in names:
        for name in each:
            if left := bare_name(name, places):
                bare[left].add(id_)
    yield from sorted({pair for ids in bare.values() for pair in itertools.combinations(sorted(ids), 2)})
