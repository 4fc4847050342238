"""YAML text to a tree of values that remember their line and column; knows no section and no field of forumgraph.

Built from the events of PyYAML's C parser without recursion, so that neither depth nor aliases can take the process down.
Anchors and aliases are refused on purpose: each claim has a place of its own, and an alias would give two claims one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml
from yaml.cyaml import CParser

from forumgraph.ingest.findings import Finding, Place
from forumgraph.ingest.scalars import Scalar, resolve

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


class Refused(Exception):
    """The text cannot be read as YAML here; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def parse(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """Return the tree of one YAML document (None where it is empty or cannot be read) and what there is to say."""
    builder = _Builder(file)
    try:
        parser = CParser(text)
        while event := parser.get_event():
            builder.take(event)
    except Refused as refused:
        return None, [*builder.findings, refused.finding]
    except yaml.reader.ReaderError as error:
        return None, [_control_character(error, text, file)]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.findings, _syntax(error, text, file)]
    return builder.root, builder.findings


class _Builder:
    """Takes one event after another; a stack of open collections stands in for recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.documents = 0
        self.stack: list[tuple[Node, list[tuple[str, tuple[int, int]]]]] = []  # with the key that waits for its value

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise Refused(self.finding("FG111", event))
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise Refused(self.finding("FG110", event, f"*{event.anchor}"))
        elif isinstance(event, yaml.NodeEvent):
            self.check(event)
            self.place(self.node(event), event)

    def check(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            raise Refused(self.finding("FG110", event, f"&{event.anchor}"))
        if event.tag and event.tag != "!":
            raise Refused(self.finding("FG114", event, event.tag))
        if len(self.stack) > MAX_DEPTH:
            raise Refused(self.finding("FG109", event, values={"limit": str(MAX_DEPTH)}))
        if isinstance(event, yaml.ScalarEvent) and len(event.value) > MAX_TEXT:
            size = {"length": f"{len(event.value):,}", "limit": f"{MAX_TEXT:,}"}
            raise Refused(self.finding("FG117", event, event.value[:40] + "…", values=size))

    def node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.MappingStartEvent):
            return Node(line, column, pairs={})
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(line, column, items=[])
        return Node(line, column, value=resolve(event.value) if event.implicit[0] else event.value)

    def place(self, node: Node, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
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
                waiting.append((self.key(node, event), (node.line, node.column)))
        if isinstance(event, yaml.CollectionStartEvent):
            self.stack.append((node, []))

    def key(self, node: Node, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> str:
        """Return a key as it was written, so that a year or a code used as a key stays the text it is."""
        if not isinstance(event, yaml.ScalarEvent) or event.value in ("", "~", "null"):
            raise Refused(self.finding("FG113", event))
        return str(event.value)

    def pair(self, parent: Node, key: str, place: tuple[int, int], node: Node) -> None:
        assert parent.pairs is not None  # noqa: S101 - a mapping, as its caller knows
        if key in parent.pairs:
            first = parent.keys[key][0]
            self.findings.append(Finding("FG112", Place(self.file, *place), key, values={"first": str(first)}))
            return
        parent.pairs[key] = node
        parent.keys[key] = place

    def finding(self, code: str, event: yaml.Event, offending: str = "", values: dict[str, str] | None = None) -> Finding:
        mark = event.start_mark
        return Finding(code, Place(self.file, mark.line + 1, mark.column + 1), offending, values=values or {})


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    rows = text.split("\n")
    line = min(line, len(rows) - 1)
    row = rows[line]
    if tab := re.match(r" *\t", row):
        return Finding("FG107", Place(file, line + 1, tab.end()), row.strip()[:60])
    problem = " ".join(part for part in (error.context, error.problem) if part)
    return Finding("FG108", Place(file, line + 1, column + 1), row.strip()[:60], values={"problem": problem})


def _control_character(error: yaml.reader.ReaderError, text: str, file: str) -> Finding:
    at = next((i for i, sign in enumerate(text) if ord(sign) == error.character), 0)
    before = text[:at]
    place = Place(file, before.count("\n") + 1, at - before.rfind("\n"))
    return Finding("FG116", place, f"U+{error.character:04X}")
