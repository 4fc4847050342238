"""Turns a finding into sentences; knows its attributes but not where it comes from.

What the user typed is only ever inserted as a value: it cannot break the sentence, move the cursor or run on and on.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.texts.catalogue import Texts

_LONGEST = 80  # characters of an inserted value
_MOST = 30  # words of a list
_WORDS = {"wanted": "type", "found": "type", "reason": "reason", "problem": "problem", "form": "form"}
_NUMBERS = ("length", "limit", "size", "amount")
# Letters that a value shows as escapes: control, format (which has the bidirectional marks), lone surrogates, private
# and unassigned ones, and the line breaks of other systems.
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


class Sayable(Protocol):
    """What a message is made of; a finding of the ingest stage is one."""

    @property
    def code(self) -> str:
        """The code that the texts stand under."""

    @property
    def offending(self) -> str:
        """What stands there."""

    @property
    def allowed(self) -> tuple[str, ...]:
        """What may stand there, where that is a list."""

    @property
    def suggestion(self) -> str | None:
        """What was probably meant."""

    @property
    def values(self) -> Mapping[str, str]:
        """What else the text of the code has places for."""


def message(finding: Sayable, texts: Texts) -> str:
    """Return what is wrong in one sentence, and where a known word is near, the question whether it was meant."""
    said = texts(f"findings.{finding.code}.message", **_values(finding, texts))
    if not finding.suggestion:
        return said
    return f"{said} {texts('findings.did_you_mean', suggestion=shown(finding.suggestion))}"


def fix(finding: Sayable, texts: Texts) -> str:
    """Return what to do in one sentence, with the allowed words where they are known."""
    keys = texts.section(f"findings.{finding.code}")
    key = "listed" if finding.allowed and "listed" in keys else "fix"
    return texts(f"findings.{finding.code}.{key}", **_values(finding, texts))


def shown(text: str) -> str:
    """Return a text as it can be shown anywhere: one line, what is invisible as an escape, shortened where too long."""
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    return visible(short)


def visible(text: str) -> str:
    """Return a text as one line, what is invisible as an escape, however long: the path of a file, for instance."""
    return "".join(_visible(letter) for letter in text)


def _visible(letter: str) -> str:
    if unicodedata.category(letter) not in _HIDDEN:
        return letter
    number = ord(letter)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"  # noqa: PLR2004 - what four digits hold


def _values(finding: Sayable, texts: Texts) -> dict[str, str]:
    given = {name: _value(name, value, texts) for name, value in finding.values.items()}
    return {**given, "offending": shown(finding.offending), "allowed": _list(finding.allowed)}


def _value(name: str, value: str, texts: Texts) -> str:
    if name in _WORDS:
        return texts(f"findings.{_WORDS[name]}.{value}")
    if name in _NUMBERS and value.isdecimal():
        return f"{int(value):,}".replace(",", texts("findings.thousands"))
    return shown(value)


def _list(words: tuple[str, ...]) -> str:
    some = [shown(word) for word in words[:_MOST]]
    return ", ".join(some if len(words) <= _MOST else [*some, "…"])
