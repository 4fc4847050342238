"""Which two entries are meant where people decide on them, or take a decision back: ids as the files have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.ingest.refusal import Refused
from forumgraph.queries.forum_rows import NamesRow
from forumgraph.queries.names import fitting, one_of

if TYPE_CHECKING:
    from forumgraph.ingest.deciding import State
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.models import Decision
    from forumgraph.ingest.records import Records


def to_decide(state: State, words: tuple[str, str], verdict: str) -> tuple[str, str]:
    """Return the ids of two that a decision is wanted on.

    Raises AmbiguousName or UnknownWord where a word does not mean one entry, Refused where the two are decided already.
    """
    names, stands = entry_names(state.told), _stands(state)
    first, second = (_meant(names, stands, word) for word in words)
    for each in state.decided({first}, {second}):
        place = str(each.place("pair"))
        raise Refused("already_decided", first=first, second=second, verdict=each.entry.verdict, place=place)
    if verdict == "same" and first != second and stands.get(first, first) == stands.get(second, second):
        raise Refused("already_one", first=first, second=second)
    return first, second


def to_undo(state: State, words: tuple[str, str]) -> Located[Decision]:
    """Return the decision on two entries; raise UnknownWord for a word that means none, Refused where there is none."""
    names = entry_names(state.told)
    first, second = ([row.id for row in fitting(names, word, "body")] for word in words)
    found = state.decided(set(first), set(second))
    if not found:
        raise Refused("not_decided", first=first[0], second=second[0])
    if len(found) > 1:
        pairs = "; ".join(" ".join(each.entry.pair) for each in found)
        raise Refused("several_decided", first=words[0], second=words[1], pairs=pairs)
    return found[0]


def entry_names(told: Records) -> list[NamesRow]:
    """Return the names of every entry as the files have it, fora and organisations, before any decision is followed."""
    aliases: dict[str, dict[str, None]] = {}
    for alias in told.aliases:
        aliases.setdefault(alias.forum, {})[alias.name] = None
    fora = [NamesRow(each.id, each.name, tuple(aliases.get(each.id, ())), (), ()) for each in told.forums]
    return fora + [NamesRow(each.id, each.name, each.aliases, (), ()) for each in told.organisations]


def _stands(state: State) -> dict[str, str]:
    decided = state.records.decisions
    return {each.first: each.first_body for each in decided} | {each.second: each.second_body for each in decided}


def _meant(names: list[NamesRow], stands: dict[str, str], word: str) -> str:
    """Return the id that a word means: an entry's own, or that of the body which all entries that it fits are."""
    found = fitting(names, word, "body")
    bodies = {stands.get(row.id, row.id) for row in found}
    return bodies.pop() if len(found) > 1 and len(bodies) == 1 else one_of(found, word, "body").id
