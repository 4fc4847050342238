"""What a question is asked of: rounds, a date, areas, municipalities.

Every word is checked, so that a slip is never an empty answer.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from forumgraph.graphdb import Graph
from forumgraph.ingest.words import near
from forumgraph.queries.errors import NothingAsked, UnknownWord
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.question import Question, ask

ANY_DATE = dt.date(9999, 12, 31)  # later than any round


@dataclass(frozen=True)
class Selection:
    """What the user chose; empty means all."""

    round: str | None = None
    as_of: dt.date | None = None
    kkr: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    def keeps(self, municipality: str, kkr: str) -> bool:
        """Say whether a municipality of a KKR is among the chosen."""
        return (not self.kkr or kkr in self.kkr) and (not self.municipalities or municipality in self.municipalities)


@dataclass(frozen=True)
class RoundRow:
    """A round with how many were asked and how many of them answered anything.

    Whom a publication speaks of that has no row for each (``population``) may be told with a number and a response
    rate, a fraction.
    """

    id: str
    title: str
    date: dt.date
    source: str
    kkr: str | None
    population: str | None
    population_size: int | None
    response_rate: float | None
    evidence: tuple[Evidence, ...]
    asked: int
    answered: int
    areas: tuple[str, ...]


@dataclass(frozen=True)
class WordsRow:
    """Everything that a selection may name."""

    municipalities: tuple[str, ...]
    kkr: tuple[str, ...]
    areas: tuple[str, ...]


@dataclass(frozen=True)
class AreaRow:
    """An area with its names."""

    id: str
    position: int
    name_da: str
    name_en: str
    short_da: str
    short_en: str

    def name(self, language: str) -> str:
        """Return the full name in a language."""
        return self.name_da if language == "da" else self.name_en

    def short(self, language: str) -> str:
        """Return the name for the head of a column in a language."""
        return self.short_da if language == "da" else self.short_en


ROUNDS = Question("rounds", RoundRow, ("as_of",))
WORDS = Question("words", WordsRow)
AREAS = Question("areas", AreaRow)


@dataclass(frozen=True)
class Scope:
    """A checked selection: the rounds it means, the oldest first, and the areas in their order.

    Of fora all these rounds speak, whatever their date: a publication may tell of the time before it.
    """

    selection: Selection
    rounds: tuple[RoundRow, ...]
    areas: tuple[AreaRow, ...]

    @property
    def ids(self) -> list[str]:
        """The ids of the rounds."""
        return [each.id for each in self.rounds]

    @property
    def answering(self) -> tuple[RoundRow, ...]:
        """The rounds whose answers were given by the day that was chosen."""
        return tuple(each for each in self.rounds if each.date <= (self.selection.as_of or ANY_DATE))

    @property
    def day(self) -> str:
        """The day on which what is answered must be known to hold; empty where any will do."""
        return str(self.selection.as_of or "")

    @property
    def time(self) -> dict[str, Any]:
        """The rounds that speak and the day that they speak of, as the questions on fora take them."""
        return {"rounds": self.ids, "day": self.day}

    @property
    def parameters(self) -> dict[str, Any]:
        """The names to keep, as the questions take them."""
        return {"kkr": list(self.selection.kkr), "municipalities": list(self.selection.municipalities)}

    @property
    def narrowed(self) -> bool:
        """Whether certain municipalities were chosen, so that a round may concern none of them."""
        return bool(self.selection.kkr or self.selection.municipalities)

    def asking(self) -> dict[str, list[str]]:
        """Return, for each chosen area, the rounds that asked about it by the day that was chosen, oldest first.

        Areas of none are left out. Raises NothingAsked where no round is so early.
        """
        if not self.answering:
            raise NothingAsked("no_round", as_of=self.day)
        chosen = self.selection.areas or tuple(area.id for area in self.areas)
        asking = {area: [each.id for each in self.answering if area in each.areas] for area in chosen}
        return {area: ids for area, ids in asking.items() if ids}

    def position(self, area: str) -> int:
        """Return the place of an area in their order."""
        return next(each.position for each in self.areas if each.id == area)


def scope(graph: Graph, selection: Selection) -> Scope:
    """Check every word of a selection against the graph; raise UnknownWord, or NothingAsked where there is no round."""
    rounds = ask(graph, ROUNDS, {"as_of": str(ANY_DATE)})
    words, areas = ask(graph, WORDS)[0], tuple(ask(graph, AREAS))
    selection = replace(
        selection,
        kkr=tuple(known_word("kkr", word, words.kkr) for word in selection.kkr),
        municipalities=tuple(
            known_word("municipality", word, words.municipalities) for word in selection.municipalities
        ),
        areas=tuple(_area(word, areas) for word in selection.areas),
    )
    if not rounds:
        raise NothingAsked("no_rounds")
    if selection.round is not None:
        chosen = known_word("round", selection.round, tuple(each.id for each in rounds))
        selection = replace(selection, round=chosen)
        rounds = [each for each in rounds if each.id == chosen]
    return Scope(selection, tuple(rounds), areas)


def known_municipality(graph: Graph, word: str) -> str:
    """Return the municipality of a name that was typed, or raise UnknownWord with the nearest."""
    return known_word("municipality", word, ask(graph, WORDS)[0].municipalities)


def _area(word: str, areas: tuple[AreaRow, ...]) -> str:
    """Return the id of an area; one of its names, in either language, is answered with the id that is meant."""
    try:
        return known_word("area", word, tuple(area.id for area in areas))
    except UnknownWord as unknown:
        named = {name: area.id for area in areas for name in (area.short_da, area.short_en, area.name_da, area.name_en)}
        meant = unknown.near or list(dict.fromkeys(named[name] for name in near(word, named, 3)))
        raise UnknownWord("area", word, meant, unknown.known) from None


def known_word(what: str, word: str, known: tuple[str, ...]) -> str:
    """Return the known word that was meant: the same but for case, or raise UnknownWord with the nearest."""
    for each in known:
        if _same(each) == _same(word):
            return each
    raise UnknownWord(what, word, near(word, known, 3), sorted(known))


def _same(word: str) -> str:
    """Return what is compared: without case, and with å as one sign however the keyboard sends it."""
    return unicodedata.normalize("NFC", word).casefold()
