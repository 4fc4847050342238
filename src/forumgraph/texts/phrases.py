"""Phrases made of several texts that reports and pages say alike; it takes plain values and knows no row."""

from __future__ import annotations

from forumgraph.texts.catalogue import Texts


def span(least: int, most: int) -> str:
    """Return a number, or the range between two."""
    return str(least) if least == most else f"{least}–{most}"


def per_year(times: object, level: str | None, texts: Texts) -> str:
    """Return how often something is a year, and at which level where that is known."""
    return texts("report.per_year", times=times) + (f" ({texts(f'words.level.{level}')})" if level else "")


def side(about: str, subject: str | None, value: object, texts: Texts) -> str:
    """Return one side of a contradiction.

    About meetings it is a frequency at a level, about politicians their roles, else whether the subject is in.
    """
    if about == "meetings":
        return per_year(value, subject, texts)
    if about == "political" and isinstance(value, list):
        return ", ".join(texts(f"words.role.{role}") for role in value or ["none"])
    return texts("report.is_in" if value else "report.is_not_in", name=subject or "")


def became(kind: str, before: str, after: str, confidence: str, texts: Texts) -> str:
    """Return that a body carries on another, and how sure that is where it is not certain."""
    sure = "" if confidence == "certain" else f" ({texts(f'words.confidence.{confidence}')})"
    return texts(f"timeline.succession.{kind}", before=before, after=after) + sure


def known_span(first: str, last: str) -> str:
    """Return the days between which something is known, each as exact as it is: a year or a month where it is whole."""
    one, other = _exact(first, "-01-01"), _exact(last, "-12-31")
    return one if one == other else f"{one}–{other}"


def _exact(day: str, ending: str) -> str:
    """Return a day as its year where that begins or ends with it, else as its month where that does."""
    if day.endswith(ending):
        return day[:4]
    return day[:7] if day.endswith(ending[3:]) else day


def unknown_side(begun: bool, ended: bool) -> str:
    """Return on which side of what is known nothing is: before, after or both; "" where begin and end are known."""
    if begun:
        return "" if ended else "after"
    return "before" if ended else "both"
