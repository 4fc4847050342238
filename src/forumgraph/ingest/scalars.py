"""What a plain scalar means by YAML 1.2: ``no`` and ``0101`` are text, ``true`` is a truth value, dates are dates."""

from __future__ import annotations

import datetime as dt
import re

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]*)?\.[0-9]+|[-+]?(0|[1-9][0-9]*)\.[0-9]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DIGITS = 18  # longer numbers are text: nothing here counts so far, and Python refuses to read very long ones

Scalar = str | int | float | bool | dt.date | None


def resolve(text: str) -> Scalar:
    """Return the value of a plain (unquoted) scalar.

    Differs from YAML 1.2's core schema in two points that protect people who type survey data: a number with a leading
    zero stays text (a municipality's code), and a full date is a date. A date that does not exist stays text.
    """
    if text in _WORDS:
        return _WORDS[text]
    if len(text) <= _DIGITS and _INTEGER.fullmatch(text):
        return int(text)
    if len(text) <= _DIGITS and _FLOAT.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return text
    return text
