"""Suggestions as a report: pairs that may be one body, with each part of the score and why in a sentence."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from forumgraph.queries.suggestion_parts import MEMBER_REASONS, Parts
from forumgraph.queries.suggestions import Suggestion, Suggestions
from forumgraph.reports.report import Header, Report, Table, fields_of, flat, only, plain
from forumgraph.reports.words import share
from forumgraph.texts import Texts


def suggestions_report(found: Suggestions, header: Header, texts: Texts) -> Report:
    """Return the report of the question of identity; in CSV each part of the score is a column."""
    body = plain(found)
    parts = fields_of(Parts)
    columns = [name for name in fields_of(Suggestion) if name != "parts"]
    at = columns.index("score") + 1
    records = tuple(flat({**only(each, "parts"), **_columns(each["parts"])}) for each in body["suggestions"])
    heads = (*columns[:at], *_columns(dict.fromkeys(parts)), *columns[at:])
    return Report(header, body, (_table(found, header, texts),), heads, records)


def _columns(parts: dict[str, Any]) -> dict[str, Any]:
    """Return the parts under names of their own: *name* alone would be the name of something."""
    return {f"{name}_part": value for name, value in parts.items()}


def _table(found: Suggestions, header: Header, texts: Texts) -> Table:
    rows = tuple(
        (
            f"{each.first_name} [{each.first}]",
            f"{each.second_name} [{each.second}]",
            _figure(each.score, texts),
            _why(each, texts),
        )
        for each in found.suggestions
    )
    head = tuple(texts(f"suggestions.{key}") for key in ("first", "second", "score", "why"))
    what = texts(f"suggestions.{header.parameters['about']}")
    title = texts("suggestions.title", n=len(rows), what=what) if rows else texts("suggestions.none")
    notes = [texts("suggestions.considered", n=found.considered)]
    if found.kept_apart:
        notes.append(texts("suggestions.left_out", n=found.kept_apart))
    return Table(title, head, rows, (" ".join(notes), texts("suggestions.note")))


def _figure(value: float, texts: Texts) -> str:
    return f"{value:.2f}".replace(".", texts("suggestions.point"))


def _why(each: Suggestion, texts: Texts) -> str:
    """Return what speaks for and against in sentences: the name and the members in words, the rest in figures."""
    name, *rest = (texts(f"suggestions.{_group(reason, each)}.{reason}") for reason in each.why)
    parts = each.parts
    told = [f"{name} ({_figure(parts.name, texts)}){_quoted(each, texts)}", *rest]
    if parts.members is not None:
        told[-1] += f" ({_figure(parts.members, texts)})"
    if parts.usual is not None:
        told.append(texts("suggestions.reason.usual", share=share(parts.usual)))
    sentences = [*map(_sentence, ("; ".join(told), _others(parts, texts)))]
    if each.apart:
        sentences.append(texts(f"suggestions.apart.{each.apart.by}", why=each.apart.why or ""))
    return " ".join(filter(None, sentences))


def _group(reason: str, each: Suggestion) -> str:
    """Return where a reason stands: what is said of members is said otherwise of organisations."""
    return each.about if reason in MEMBER_REASONS else "reason"


def _quoted(each: Suggestion, texts: Texts) -> str:
    """Return the names that were found alike, where they are not those that stand beside."""
    first, second = (used.name for used in each.names)
    if (first, second) == (each.first_name, each.second_name):
        return ""
    return f": {texts('suggestions.quoted', first=first, second=second)}"


def _others(parts: Parts, texts: Texts) -> str:
    known = {name: value for name, value in asdict(parts).items() if name in ("area", "level", "task")}
    said = (
        f"{texts(f'suggestions.part.{name}')} {_figure(each, texts)}"
        for name, each in known.items()
        if each is not None
    )
    return ", ".join(said)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}." if words else ""
