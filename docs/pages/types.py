"""The words for types: those of JSON, as a reader of an answer meets them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
from collections.abc import Callable
from typing import Any, get_args, get_origin

from forumgraph.queries.evidence import Evidence

_PLAIN = {str: "text", int: "number", float: "fraction", bool: "true or false", dt.date: "date", Any: "any"}


def _no_link(kind: type) -> str:
    return kind.__name__


def type_name(hint: Any, link: Callable[[type], str] = _no_link) -> str:
    """Return a type in words; ``link`` says how an object of a class of ours is named."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if hint is Evidence:
        return "`{source, lines}`"
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return link(hint)
    arguments = [each for each in get_args(hint) if each not in (Ellipsis, type(None))]
    if get_origin(hint) is tuple:
        return f"list of {type_name(arguments[0], link)}" if arguments else "list"
    if get_origin(hint) is dict:
        return "object"
    if isinstance(hint, types.UnionType):
        words = [type_name(each, link) for each in arguments]
        return " or ".join([*words, *(["null"] if type(None) in get_args(hint) else [])])
    raise TypeError(f"no word for the type {hint}")


def classes_in(hint: Any) -> list[type]:
    """Return the classes of ours that a type speaks of, outermost first."""
    if hint is Evidence:
        return []
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return [hint]
    return [found for each in get_args(hint) for found in classes_in(each)]
