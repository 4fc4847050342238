"""What a schema is written in: properties with their types, kinds of nodes, and kinds of relations between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Type = Literal["STRING", "INT64", "DOUBLE", "BOOL", "DATE", "STRING[]"]


@dataclass(frozen=True)
class Property:
    """A property with its type (in the words of the embedded engine) and what it means.

    ``indexed`` says that questions look nodes up by it, so that an engine with indexes should have one.
    """

    name: str
    about: str
    type: Type = "STRING"
    indexed: bool = False


#: What tells apart several relations between the same two nodes.
PLACE = Property(
    "position", "Its place among the claims on the same two, in the order of the files: 0 is the first.", "INT64"
)


@dataclass(frozen=True)
class Node:
    """A kind of node; the first property is its key, unique and never null."""

    name: str
    about: str
    properties: tuple[Property, ...]

    @property
    def key(self) -> str:
        """The name of the unique property."""
        return self.properties[0].name

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of what a row holds, in order."""
        return tuple(each.name for each in self.properties)

    @property
    def identity(self) -> tuple[str, ...]:
        """The columns that tell one row of the kind from another."""
        return (self.key,)


@dataclass(frozen=True)
class Relation:
    """A kind of relation from one kind of node to another."""

    name: str
    start: str
    end: str
    about: str
    properties: tuple[Property, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of what a row holds, in order: the keys of its ends, then its properties."""
        return ("start", "end", *(each.name for each in self.properties))

    @property
    def identity(self) -> tuple[str, ...]:
        """The columns that tell one row of the kind from another: its ends, and its place where they have several."""
        return ("start", "end", PLACE.name) if PLACE in self.properties else ("start", "end")


Kind = Node | Relation
