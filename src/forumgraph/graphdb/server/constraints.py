"""Constraints and indexes from the schema, and what of another owner stands in their way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forumgraph.graphdb.errors import LoadFailed
from forumgraph.graphdb.schema import KINDS, NODES
from forumgraph.graphdb.server.owners import LOCK, OWNED

if TYPE_CHECKING:
    import neo4j

    from forumgraph.graphdb.server.address import Address


@dataclass(frozen=True)
class Wanted:
    """A constraint (``unique``) or an index on one property of one kind."""

    label: str
    key: str
    unique: bool

    @property
    def name(self) -> str:
        """Its name in the database."""
        return f"forumgraph_{self.label}_{self.key}"

    @property
    def create(self) -> str:
        """The statement that makes it."""
        if self.unique:
            return f"CREATE CONSTRAINT {self.name} IF NOT EXISTS FOR (n:{self.label}) REQUIRE n.`{self.key}` IS UNIQUE"
        # An index of texts takes 32 kB, so any text that the files may hold; the usual one takes 8.
        return f"CREATE TEXT INDEX {self.name} IF NOT EXISTS FOR (n:{self.label}) ON (n.`{self.key}`)"

    @property
    def drop(self) -> str:
        """The statement that removes it."""
        return f"DROP {'CONSTRAINT' if self.unique else 'INDEX'} {self.name} IF EXISTS"

    def is_(self, found: dict[str, Any]) -> bool:
        """Say whether what the database lists is this."""
        same = found["labelsOrTypes"] == [self.label] and found["properties"] == [self.key]
        return same and found["name"] == self.name and ("UNIQUENESS" in found["type"]) == self.unique


WANTED: tuple[Wanted, ...] = (
    Wanted(LOCK, "id", unique=True),
    *(Wanted(node.name, node.key, unique=True) for node in NODES),
    *(Wanted(node.name, each.name, unique=False) for node in NODES for each in node.properties if each.indexed),
)

_OURS = {each.name: each for each in WANTED}
_KINDS = {OWNED, LOCK, *(kind.name for kind in KINDS)}
_KEYS = {(each.label, each.key) for each in WANTED if each.unique}
_LISTED = "YIELD name, type, labelsOrTypes, properties"


def missing(transaction: neo4j.ManagedTransaction, address: Address) -> list[Wanted]:
    """Return what is still to be made; raise LoadFailed where something of another owner stands in the way."""
    constraints = transaction.run(f"SHOW CONSTRAINTS {_LISTED}").data()
    indexes = transaction.run(f"SHOW INDEXES {_LISTED}, owningConstraint").data()
    indexes = [each for each in indexes if each["owningConstraint"] is None and each["type"] != "LOOKUP"]
    clashing = [each for each in constraints if _clashes(each, _on_our_kinds(each))]
    clashing += [each for each in indexes if _clashes(each, _on_our_keys(each))]
    if clashing:
        named = ", ".join(f"{each['name']} ({'|'.join(each['labelsOrTypes'])})" for each in clashing)
        raise LoadFailed("foreign_constraints", place=address.shown, found=named)
    there = {each["name"] for each in (*constraints, *indexes)}
    return [each for each in WANTED if each.name not in there]


def _clashes(found: dict[str, Any], in_the_way: bool) -> bool:
    ours = _OURS.get(found["name"])
    return not ours.is_(found) if ours else in_the_way


def _on_our_kinds(found: dict[str, Any]) -> bool:
    return bool(_KINDS & set(found["labelsOrTypes"] or ()))


def _on_our_keys(found: dict[str, Any]) -> bool:
    """An index on exactly the property that a constraint of ours needs keeps that from being made."""
    return any(found["labelsOrTypes"] == [label] and found["properties"] == [key] for label, key in _KEYS)


def make(session: neo4j.Session, wanted: list[Wanted]) -> None:
    """Make constraints and indexes and wait until they are ready."""
    for each in wanted:
        session.run(each.create).consume()
    if wanted:
        session.run("CALL db.awaitIndexes(60)").consume()


def drop(session: neo4j.Session) -> None:
    """Remove all constraints and indexes of ours."""
    for each in WANTED:
        session.run(each.drop).consume()
