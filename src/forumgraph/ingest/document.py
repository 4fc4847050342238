"""One file to its entries: each is checked against its model on its own, so that a broken one hides no other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from forumgraph.ingest import salvage
from forumgraph.ingest.comments import Comment, comments
from forumgraph.ingest.danish import fold
from forumgraph.ingest.files import File, decode
from forumgraph.ingest.findings import Finding, Place
from forumgraph.ingest.models import Entry
from forumgraph.ingest.remnants import remnant
from forumgraph.ingest.sections import SECTIONS, Defaults
from forumgraph.ingest.translate import kind, shown, translate, unknown_key
from forumgraph.ingest.tree import Node, parse
from forumgraph.ingest.values import AREA, ID, SOMETHING

E = TypeVar("E", bound=Entry)
_TOP = [*SECTIONS, *Defaults.model_fields]


@dataclass(frozen=True)
class Located(Generic[E]):
    """An entry that remembers where it stands, and what the top of its file says for it."""

    entry: E
    file: str
    node: Node
    defaults: Defaults

    def place(self, *path: str | int) -> Place:
        """Return where the value at a path inside the entry stands."""
        return Place(self.file, *self.node.find(path))

    def key_place(self, *path: str | int) -> Place:
        """Return where the key at the end of a path inside the entry stands."""
        return Place(self.file, *self.node.find_key(path))


@dataclass
class Document:
    """What one file holds: its entries by section, what there is to say, and the names of entries too broken to use.

    A broken entry still exists: what refers to it is not reported as unknown on top, and what is sound in it is among
    the ``remnants``. ``nameless`` are the sections with an entry of which not even the name can be told, so that any
    unknown word may mean it. ``top`` is what stands at the top for all entries, None where that is broken itself.
    ``ruins`` are the names in a file that was not read in full.
    """

    name: str
    entries: dict[str, list[Located[Any]]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    broken: dict[str, set[str]] = field(default_factory=dict)
    remnants: dict[str, list[Located[Any]]] = field(default_factory=dict)
    nameless: set[str] = field(default_factory=set)
    root: Node | None = None
    top: Located[Defaults] | None = None
    comments: list[Comment] = field(default_factory=list)
    ruins: set[str] | None = None


def read_document(file: File) -> Document:
    """Return the entries of a file by section, and everything there is to say about its form."""
    document = Document(file.name)
    text, document.findings = decode(file)
    if text is None:
        document.ruins = salvage.names(file.content.decode("latin-1"))
        return document
    parsed = parse(text, file.name)
    document.findings += parsed.findings
    if parsed.root is not None:
        document.root, document.comments = parsed.root, comments(text, parsed.scalars)
        _top(parsed.root, document)
    elif not parsed.findings:
        document.findings.append(Finding("FG105", Place(file.name)))
    if parsed.findings or _unread(document):
        document.ruins = salvage.names(text)
    return document


def _unread(document: Document) -> bool:
    """Say whether something at the top of the file has no place in it, so that whatever lies below was not read."""
    root = document.root
    return root is not None and (root.pairs is None or any(key not in _TOP for key in root.pairs))


def _top(root: Node, document: Document) -> None:
    if root.pairs is None:
        place = Place(document.name, root.line, root.column)
        values = {"found": kind(root)}
        document.findings.append(Finding("FG115", place, shown(root.plain()), tuple(SECTIONS), values=values))
        return
    document.findings += [
        unknown_key(Place(document.name, *root.keys[key]), key, _TOP) for key in root.pairs if key not in _TOP
    ]
    top = Node(root.line, root.column, pairs=_only(root.pairs, Defaults.model_fields), keys=root.keys)
    defaults = _check(Defaults, top, document, "")
    if defaults:
        document.top = Located(defaults, document.name, top, defaults)
    for key, node in _only(root.pairs, SECTIONS).items():
        document.entries[key] = _section(key, node, document, defaults or Defaults())


def _only(pairs: dict[str, Node], keys: Any) -> dict[str, Node]:
    return {key: node for key, node in pairs.items() if key in keys}


def _section(key: str, node: Node, document: Document, defaults: Defaults) -> list[Located[Any]]:
    if node.items is None:
        if node.pairs is not None or node.value is not None:  # a heading with nothing under it yet is fine
            values = {"wanted": "list", "found": kind(node), "key": key}
            place = Place(document.name, node.line, node.column)
            document.findings.append(Finding("FG203", place, key, values=values))
            document.broken.setdefault(key, set()).update(_names(node))
        return []
    entries: list[Located[Any]] = []
    for item in node.items:
        entry = _check(SECTIONS[key], item, document, key)
        if entry is not None:
            entries.append(Located(entry, document.name, item, defaults))
        else:
            document.broken.setdefault(key, set()).update(_names(item))
            if rest := remnant(SECTIONS[key], item):
                document.remnants.setdefault(key, []).append(Located(rest, document.name, item, defaults))
            if not _named(item, key):
                document.nameless.add(key)
    return entries


def _named(item: Node, section: str) -> bool:
    """Say whether what a broken entry goes by is itself as it should be."""
    name = item.child("name" if section == "municipalities" else "id")
    pattern = {"municipalities": SOMETHING, "areas": AREA}.get(section, ID)
    return name is not None and isinstance(name.value, str) and re.search(pattern, name.value) is not None


def _names(item: Node) -> set[str]:
    """Return what a broken entry may be called; where a section is a mapping, what its entries are filed under too."""
    nodes = (item.child(key) for key in ("id", "code", "name", "municipality"))
    found = set(item.pairs or ()) | {str(node.value) for node in nodes if node and node.value is not None}
    return found | {re.sub(r"[^a-z0-9]+", "-", fold(name)) for name in found}  # as the id was meant, if it is that


def _check(model: type[E], node: Node, document: Document, name: str) -> E | None:
    try:
        return model.model_validate(node.plain())
    except ValidationError as error:
        document.findings += translate(error.errors(include_url=False), model, node, document.name, name)
        return None
