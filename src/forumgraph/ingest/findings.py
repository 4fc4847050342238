"""What a check has to say: a code, a place, and the values its message is made of.

A finding holds no sentence: the catalogue of texts has one a code and language (``findings.FG201``), so that this stage
speaks no language. Hundreds group the codes: 1 the file, 2 its shape, 3 its references, 4 its claims, 5 personal data.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]

#: Every code there is, with how severe it is. The texts and the examples of each stand in the catalogue.
CODES: dict[str, Severity] = {
    "FG101": "error",  # no such file or folder
    "FG102": "error",  # cannot be read
    "FG103": "error",  # not UTF-8
    "FG104": "warning",  # byte-order mark
    "FG105": "error",  # empty
    "FG106": "error",  # too large
    "FG107": "error",  # a tab where indentation is expected
    "FG108": "error",  # YAML syntax
    "FG109": "error",  # nested too deeply
    "FG110": "error",  # anchor or alias
    "FG111": "error",  # more than one document
    "FG112": "error",  # duplicate key
    "FG113": "error",  # a key that is not plain text
    "FG114": "error",  # tag
    "FG115": "error",  # the file is not a mapping of sections
    "FG116": "error",  # control character
    "FG117": "error",  # a text longer than allowed
    "FG118": "error",  # no YAML file in the folder
    "FG201": "error",  # unknown key
    "FG202": "error",  # missing key
    "FG203": "error",  # wrong type
    "FG204": "error",  # a word that is not in the controlled list
    "FG205": "error",  # lines not written as lines
    "FG206": "error",  # not a date
    "FG207": "error",  # not an id or a code
    "FG208": "error",  # a value not written in the form it must have
    "FG209": "error",  # a text with nothing in it
    "FG210": "error",  # a number out of range
    "FG211": "error",  # two dates for one end
    "FG212": "error",  # a list with too few or too many entries
    "FG301": "error",  # unknown municipality
    "FG302": "error",  # unknown forum
    "FG303": "error",  # unknown organisation
    "FG304": "error",  # unknown area
    "FG305": "error",  # unknown source
    "FG306": "error",  # unknown round
    "FG307": "error",  # unknown task
    "FG308": "error",  # neither the entry nor its file says the round or source
    "FG309": "error",  # unknown KKR
    "FG311": "error",  # duplicate id
    "FG312": "warning",  # names that differ only in spelling
    "FG313": "error",  # two blocks of one municipality in one round
    "FG314": "error",  # neither a forum nor an organisation
    "FG315": "error",  # unknown requirement
    "FG316": "error",  # unknown theme
    "FG317": "error",  # progress with one requirement told twice of one day
    "FG401": "error",  # lines beyond the end of the source
    "FG402": "error",  # lines outside the municipality's row
    "FG403": "error",  # a note is required
    "FG404": "error",  # both a member and excluded by the same reporter
    "FG405": "warning",  # established, but no forum is named
    "FG406": "warning",  # a forum that no answer names
    "FG407": "error",  # dates that run backwards
    "FG408": "warning",  # a successor that begins before its predecessor ends
    "FG409": "info",  # a member that was not asked
    "FG410": "error",  # an area of the round without an answer
    "FG411": "error",  # an answer in an area that the round did not ask about
    "FG412": "error",  # an alternative that is the status itself
    "FG413": "error",  # fora under an answer that has none
    "FG414": "error",  # rows of two municipalities overlap
    "FG415": "error",  # pairs kept apart that are one and the same
    "FG416": "error",  # what is part of, or succeeds, itself, if only through others
    "FG417": "error",  # a reply from outside the population of its round
    "FG418": "error",  # fora in an answer that is given once for every area
    "FG419": "error",  # a claim whose areas do not fit what it counts
    "FG420": "error",  # a decision on a forum and an organisation
    "FG421": "error",  # a decision on one body and itself
    "FG422": "error",  # a pair decided twice
    "FG423": "error",  # verdicts that contradict each other
    "FG424": "error",  # decided to be one and kept apart
    "FG425": "error",  # taken as one, though what is said of them cannot hold for one
    "FG426": "warning",  # progress told of a time at which the requirement was not in force
    "FG427": "error",  # progress of a municipality with what another KKR recommends
    "FG428": "error",  # words of a municipality that did not exist then
    "FG429": "warning",  # a statement on what lies after its publication
    "FG430": "warning",  # a statement on a time at which the forum was not
    "FG431": "warning",  # as many members are not named as a text counts
    "FG432": "warning",  # two figures that differ in their value alone
    "FG433": "error",  # carried on before it began
    "FG434": "info",  # said to exist, and ended before the latest round
    "FG435": "error",  # a requirement in the place of another KKR's, or of a later one
    "FG501": "error",  # e-mail address
    "FG502": "error",  # telephone number
    "FG503": "error",  # CPR number
}

_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: the file as the user named it, line and column from 1 (0: the file as a whole)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Finding:
    """One thing to say about one place; ``values`` fill the placeholders of the code's message.

    ``offending`` is the text that stands there, ``allowed`` what may stand there (empty where it is not a list),
    ``suggestion`` what to type instead, where a known word is near. The values of ``wanted``, ``found``, ``reason``,
    ``problem`` and ``form`` are words that the catalogue says in its language; numbers are bare digits.
    """

    code: str
    place: Place
    offending: str = ""
    allowed: tuple[str, ...] = ()
    suggestion: str | None = None
    values: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def severity(self) -> Severity:
        """How severe the code is: only errors keep the data from being loaded."""
        return CODES[self.code]

    @property
    def sort_key(self) -> tuple[str, int, int, int, str, str]:
        """By place, then the severe first."""
        return (self.place.file, self.place.line, self.place.column, _ORDER[self.severity], self.code, self.offending)
