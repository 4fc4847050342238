"""A question: a text of Cypher in a file of its own, the parameters it takes, and the type of the rows it returns.

A question whose text names other parameters or columns than its definition cannot be made, and so cannot be imported.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from forumgraph.graphdb import Graph
from forumgraph.queries.evidence import Evidence


class Row(Protocol):
    """A frozen dataclass whose fields are the columns of a question."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


R = TypeVar("R", bound=Row)

#: Every question that has been defined, by id: what the documentation, the tests and the command line walk.
CATALOGUE: dict[str, Question[Any]] = {}


@dataclass(frozen=True)
class Question(Generic[R]):
    """A question of the catalogue; ``parameters`` are the names of what the text takes, without the dollar sign."""

    id: str
    row: type[R]
    parameters: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a definition that its text contradicts."""
        code = re.sub(r"//.*", "", self.text)
        named = set(re.findall(r"\$(\w+)", code))
        if named != set(self.parameters):
            raise ValueError(f"{self.id}: text and definition differ in the parameters {named ^ set(self.parameters)}")
        fields = {field.name for field in dataclasses.fields(self.row)}
        if set(self.columns) != fields:
            raise ValueError(f"{self.id}: text and row differ in the columns {set(self.columns) ^ fields}")
        CATALOGUE[self.id] = self

    @cached_property
    def text(self) -> str:
        """The Cypher, ready to be pasted into a console."""
        return (resources.files(__package__) / "cypher" / f"{self.id}.cypher").read_text(encoding="utf-8")

    @property
    def about(self) -> str:
        """What it asks, as the head of its file says."""
        head = [line[3:] for line in self.text.splitlines() if line.startswith("// ")]
        return " ".join(head).removeprefix(f"{self.id}: ")

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the text returns, in order."""
        returned = re.sub(r"//.*", "", self.text).rpartition("RETURN")[2].partition("ORDER BY")[0]
        return tuple(re.split(r"\s+", part.strip())[-1] for part in _split(returned))

    @cached_property
    def gathered(self) -> frozenset[str]:
        """The columns that a text gathers with ``collect()``, whose order is no engine's promise."""
        return frozenset(re.findall(r"collect\([^)]*\) AS (\w+)", self.text))


def ask(graph: Graph, question: Question[R], parameters: Mapping[str, Any] | None = None) -> list[R]:
    """Return the rows of a question; a column that the row type does not have is an error, never dropped."""
    given = dict(parameters or {})
    if set(given) != set(question.parameters):
        raise ValueError(f"{question.id} takes {question.parameters}, not {tuple(given)}")
    gathered = question.gathered
    return [question.row(**_plain(row, gathered)) for row in graph.rows(question.text, given)]


def _plain(row: dict[str, Any], gathered: frozenset[str]) -> dict[str, Any]:
    """Return a row with its lists made tuples, and its evidence read; a claim without any has an empty one.

    What a text gathers comes in any order, so it is sorted here, once for all.
    """
    for name, value in row.items():
        if name == "evidence":
            row[name] = tuple(map(Evidence.parse, value or ()))
        elif isinstance(value, list):
            row[name] = tuple(sorted(value) if name in gathered else value)
    return row


def _split(text: str) -> list[str]:
    """Split at the commas that stand outside brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
