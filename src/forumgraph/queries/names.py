"""What goes by a word that somebody typed: an id beats a name, a name beats an alias; case and signs do not count."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import fold, sort_key
from forumgraph.ingest.words import near
from forumgraph.queries.errors import AmbiguousName, UnknownWord
from forumgraph.queries.forum_rows import NAMES, ORGANISATION_NAMES, NamesRow
from forumgraph.queries.question import ask


def find(graph: Graph, word: str) -> str:
    """Return the id of the forum that goes by a word; raise AmbiguousName or UnknownWord where not one does."""
    return one_of(fitting(ask(graph, NAMES), word), word).id


def organisation_names(graph: Graph) -> list[NamesRow]:
    """Return the names of every organisation, as those of fora."""
    return [NamesRow(row.id, row.name, row.aliases, row.other_ids, ()) for row in ask(graph, ORGANISATION_NAMES)]


def fitting(names: Sequence[NamesRow], word: str, what: str = "forum") -> list[NamesRow]:
    """Return what goes by a word, by the best that fits; raise UnknownWord, with the nearest, where nothing does."""
    typed = bare(word)
    kinds: tuple[Callable[[NamesRow], list[str]], ...] = (_ids, _names, _any)
    for called in kinds:
        if found := [row for row in names if typed in map(bare, called(row))]:
            return found
    raise UnknownWord(what, word, _near(word, names) if typed else [], [])


def one_of(found: list[NamesRow], word: str, what: str = "forum") -> NamesRow:
    """Return the only one; raise AmbiguousName with the candidates where there are several."""
    if len(found) == 1:
        return found[0]
    candidates = sorted(((row.id, row.name) for row in found), key=lambda each: sort_key(each[1]))
    raise AmbiguousName(word, candidates, what)


def _ids(row: NamesRow) -> list[str]:
    return [row.id, *row.other_ids]


def _names(row: NamesRow) -> list[str]:
    return [row.name, *row.other_names]


def _any(row: NamesRow) -> list[str]:
    return [*_ids(row), *_names(row), *row.aliases]


def bare(word: str) -> str:
    """Return a word without what does not count: case, signs, the spelling of Danish letters."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(word)))


def _near(word: str, names: Sequence[NamesRow]) -> list[str]:
    """Return the nearest names, one a body."""
    owner = {name: row.id for row in reversed(names) for name in _any(row)}
    found: dict[str, str] = {}
    for name in near(word, owner, 10):
        found.setdefault(owner[name], name)
    return list(found.values())[:3]
