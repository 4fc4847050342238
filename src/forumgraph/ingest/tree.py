"""YAML text to a tree of values that remember their line and column; knows no section and no field of forumgraph.

Built from the events of PyYAML's C parser without recursion, so that neither depth nor aliases can take it down.
Anchors and aliases are refused on purpose: each claim has a place of its own, and an alias would give two claims one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml._yaml import CParser

from forumgraph.ingest.findings import Finding, Place
from forumgraph.ingest.scalars import Scalar, resolve
from forumgraph.ingest.syntax import syntax

MAX_DEPTH = 50  # the deepest entry of a data file stands at 9
MAX_TEXT = 20_000  # characters of one scalar; the longest note of the survey has some hundreds

Value = Scalar | tuple["Value", ...] | dict[str, "Value"]
Path = tuple[str | int, ...]


@dataclass(slots=True)
class Node:
    """A scalar, sequence or mapping, and where it starts (counted from 1)."""

    line: int
    column: int
    value: Scalar = None
    items: list[Node] | None = None  # a sequence
    pairs: dict[str, Node] | None = None  # a mapping
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)  # where each key of a mapping stands

    def plain(self) -> Value:
        """Return the bare value; sequences become tuples, so that what is read cannot be changed."""
        if self.pairs is not None:
            return {key: node.plain() for key, node in self.pairs.items()}
        if self.items is not None:
            return tuple(node.plain() for node in self.items)
        return self.value

    def child(self, step: str | int) -> Node | None:
        """Return the value under a key or at an index, or None."""
        if self.pairs is not None:
            return self.pairs.get(str(step))
        if self.items is not None and isinstance(step, int) and step < len(self.items):
            return self.items[step]
        return None

    def find(self, path: Path) -> tuple[int, int]:
        """Return line and column of the value at a path, or of the nearest thing above it where the path ends early."""
        node = self
        for step in path:
            child = node.child(step)
            if child is None:
                return node.keys.get(str(step), (node.line, node.column))
            node = child
        return node.line, node.column

    def find_key(self, path: Path) -> tuple[int, int]:
        """Return line and column of the key that a path ends with, or of the value where it ends with an index."""
        node: Node = self
        for step in path[:-1]:
            node = node.child(step) or node
        return node.keys.get(str(path[-1])) or self.find(path)


class RefusedError(Exception):
    """The text cannot be read as YAML here; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


@dataclass
class Parsed:
    """The tree of a text (None where it is empty or not YAML), what there is to say, and where the scalars lie."""

    root: Node | None
    findings: list[Finding]
    scalars: list[tuple[int, int]]


def parse(text: str, file: str) -> Parsed:
    """Read one YAML document; what stands in its way is a finding, never an exception."""
    builder = _Builder(file)
    problem: list[Finding] = []
    try:
        parser = CParser(text)
        while event := parser.get_event():
            builder.take(event)
    except RefusedError as refused:
        problem = [refused.finding]
    except yaml.MarkedYAMLError as error:
        problem = [_too_deep(error, file) or syntax(error, text, file)]
    return Parsed(None if problem else builder.root, [*builder.findings, *problem], builder.scalars)


def _too_deep(error: yaml.MarkedYAMLError, file: str) -> Finding | None:
    """Newer versions of libyaml refuse deep nesting themselves, while they look ahead of the events."""
    mark = error.problem_mark
    if not mark or "nesting depth" not in (error.problem or ""):
        return None
    return Finding("FG109", Place(file, mark.line + 1, mark.column + 1), values={"limit": str(MAX_DEPTH)})


class _Builder:
    """Takes one event after another; a stack of open collections stands in for recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.scalars: list[tuple[int, int]] = []
        self.documents = 0
        self.stack: list[tuple[Node, list[tuple[str, tuple[int, int]]]]] = []  # with the key that waits for its value

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise RefusedError(self.finding("FG111", event))
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise RefusedError(self.finding("FG110", event, f"*{event.anchor}"))
        elif isinstance(event, yaml.NodeEvent):
            self.check(event)
            self.place(self.node(event), event)

    def check(self, event: Any) -> None:
        if event.anchor:
            raise RefusedError(self.finding("FG110", event, f"&{event.anchor}"))
        if event.tag and event.tag != "!":
            raise RefusedError(self.finding("FG114", event, event.tag.replace("tag:yaml.org,2002:", "!!")))
        if len(self.stack) > MAX_DEPTH:
            raise RefusedError(self.finding("FG109", event, values={"limit": str(MAX_DEPTH)}))
        if isinstance(event, yaml.ScalarEvent) and len(event.value) > MAX_TEXT:
            size = {"length": str(len(event.value)), "limit": str(MAX_TEXT)}
            raise RefusedError(self.finding("FG117", event, event.value[:40] + "…", values=size))

    def node(self, event: Any) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.MappingStartEvent):
            return Node(line, column, pairs={})
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(line, column, items=[])
        self.scalars.append((event.start_mark.index, event.end_mark.index))
        return Node(line, column, value=resolve(event.value) if event.implicit[0] else event.value)

    def place(self, node: Node, event: yaml.NodeEvent) -> None:
        """Put a node where it belongs, and open it when it is a collection."""
        if not self.stack:
            self.root = node
        else:
            parent, waiting = self.stack[-1]
            if parent.items is not None:
                parent.items.append(node)
            elif waiting:
                self.pair(parent, *waiting.pop(), node)
            else:
                waiting.append((self.key(event), (node.line, node.column)))
        if isinstance(event, yaml.CollectionStartEvent):
            self.stack.append((node, []))

    def key(self, event: yaml.NodeEvent) -> str:
        """Return a key as it was written, so that a year or a code used as a key stays the text it is."""
        if not isinstance(event, yaml.ScalarEvent) or event.value in ("", "~", "null"):
            raise RefusedError(self.finding("FG113", event))
        return str(event.value)

    def pair(self, parent: Node, key: str, place: tuple[int, int], node: Node) -> None:
        assert parent.pairs is not None  # noqa: S101 - a mapping, as its caller knows
        if key in parent.pairs:
            first = parent.keys[key][0]
            self.findings.append(Finding("FG112", Place(self.file, *place), key, values={"first": str(first)}))
            return
        parent.pairs[key] = node
        parent.keys[key] = place

    def finding(self, code: str, event: Any, offending: str = "", values: dict[str, str] | None = None) -> Finding:
        mark = event.start_mark
        return Finding(code, Place(self.file, mark.line + 1, mark.column + 1), offending, values=values or {})
