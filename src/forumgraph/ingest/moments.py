"""Moments as exact as they are known (a year, a month, a day): the first and the last day that one can mean."""

from __future__ import annotations


def first_day(moment: str) -> str:
    """Return the first day that a year, a month or a day can mean."""
    return moment + "-01-01"[len(moment) - 4 :] if len(moment) < 10 else moment  # noqa: PLR2004 - yyyy-mm-dd


def last_day(moment: str) -> str:
    """Return the last day that a year, a month or a day can mean (for comparison: no month is longer than 31 days)."""
    return moment + "-12-31"[len(moment) - 4 :] if len(moment) < 10 else moment  # noqa: PLR2004 - yyyy-mm-dd


def outside(moment: str, start: str | None, end: str | None) -> bool:
    """Say whether all that a moment can mean lies before a beginning or after an end, where those are known."""
    return bool(start and last_day(moment) < first_day(start)) or bool(end and first_day(moment) > last_day(end))
