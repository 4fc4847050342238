"""What is sound in a broken entry: the entry without the parts that are wrong, so that the rest is checked as well.

A remnant is never loaded. It is only asked what it refers to and cites; what is missing in it may have been taken out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from forumgraph.ingest.models import Entry

if TYPE_CHECKING:
    from forumgraph.ingest.tree import Node, Path, Value

E = TypeVar("E", bound=Entry)
_ROUNDS = 20  # taking out one wrong part can show another: a mapping that now lacks what it needs


def remnant(model: type[E], node: Node) -> E | None:
    """Return the entry without its wrong parts, or None where nothing of it can stand alone."""
    value = node.plain()
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(value)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_context=False, include_input=False):
                value, found = _without(value, tuple(step for step in detail["loc"] if step != "[key]"))
                if not found:
                    return None
    return None


def _without(value: Value, path: Path) -> tuple[Value, bool]:
    """Return a value without the deepest key on a path that is there, and whether there was one."""
    if not path:
        return value, False
    step, rest = path[0], path[1:]
    if isinstance(value, dict) and step in value:
        inner, done = _without(value[step], rest)
        return ({**value, step: inner} if done else {key: each for key, each in value.items() if key != step}), True
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        inner, done = _without(value[step], rest)
        return (*value[:step], inner, *value[step + 1 :]), done
    return value, False
