"""Names that are alike but for the place: *Dialogforum Odense* and *Dialogforum Tønder*."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from forumgraph.queries.names import bare

_COMMON = frozenset({"kommune", "kommunes", "i", "og", "for", "det", "den", "de"})


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
    found: dict[str, set[str]] = defaultdict(set)
    for id_, each in names:
        for name in each:
            if left := bare_name(name, places):
                found[left].add(id_)
    yield from sorted({pair for ids in found.values() for pair in itertools.combinations(sorted(ids), 2)})
