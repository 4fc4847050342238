"""Moments as exact as they are known (a year, a month, a day): the first and the last day that one can mean."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_MONTH = len("yyyy-mm")
_MONTHS = 12


def first_day(moment: str) -> str:
    """Return the first day that a year, a month or a day can mean."""
    return moment + "-01-01"[len(moment) - 4 :] if len(moment) < 10 else moment  # noqa: PLR2004 - yyyy-mm-dd


def last_day(moment: str) -> str:
    """Return the last day that a year, a month or a day can mean; of a month that there is not, one after all days."""
    if len(moment) != _MONTH:
        return f"{moment}-12-31" if len(moment) < _MONTH else moment
    year, month = map(int, moment.split("-"))
    return f"{moment}-{calendar.monthrange(year, month)[1] if 1 <= month <= _MONTHS else 31}"


def is_moment(text: str) -> bool:
    """Say whether a text is a year, a month or a day that exists."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        return False
    try:
        dt.date.fromisoformat(first_day(text))
    except ValueError:
        return False
    return True


def outside(moment: str, start: str | None, end: str | None) -> bool:
    """Say whether all that a moment can mean lies before a beginning or after an end, where those are known."""
    return bool(start and last_day(moment) < first_day(start)) or bool(end and first_day(moment) > last_day(end))
