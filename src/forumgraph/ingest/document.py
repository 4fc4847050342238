"""One file to its entries: each is checked against its model on its own, so that a broken one hides no other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from forumgraph.ingest.files import File, decode
from forumgraph.ingest.findings import Finding, Place
from forumgraph.ingest.models import SECTIONS, Defaults, Entry
from forumgraph.ingest.tree import Node, Path, parse
from forumgraph.ingest.words import nearest

E = TypeVar("E", bound=Entry)


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

    A broken entry still exists: what refers to it is not reported as unknown on top.
    """

    name: str
    entries: dict[str, list[Located[Any]]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    broken: dict[str, set[str]] = field(default_factory=dict)


def read_document(file: File) -> Document:
    """Return the entries of a file by section, and everything there is to say about its form."""
    document = Document(file.name)
    text, findings = decode(file)
    document.findings += findings
    if text is None:
        return document
    root, findings = parse(text, file.name)
    document.findings += findings
    if root is None:
        document.findings += [] if findings else [Finding("FG105", Place(file.name))]
    elif root.pairs is None:
        offending = _show(root.plain())
        document.findings.append(Finding("FG115", Place(file.name, root.line, root.column), offending, tuple(SECTIONS)))
    else:
        _sections(root, root.pairs, document)
    return document


def _sections(root: Node, pairs: dict[str, Node], document: Document) -> None:
    known = [*SECTIONS, *Defaults.model_fields]
    for key in pairs:
        if key not in known:
            document.findings.append(_unknown(Place(document.name, *root.keys[key]), key, known))
    top = {key: node for key, node in pairs.items() if key in Defaults.model_fields}
    defaults = _check(Defaults, Node(root.line, root.column, pairs=top, keys=root.keys), document)
    for key, node in pairs.items():
        if key in SECTIONS:
            document.entries[key] = _section(key, node, document, defaults or Defaults())


def _section(key: str, node: Node, document: Document, defaults: Defaults) -> list[Located[Any]]:
    if node.items is None:
        if node.pairs is not None or node.value is not None:  # a heading with nothing under it yet is fine
            values = {"wanted": "list", "found": _kind(node), "key": key}
            document.findings.append(Finding("FG203", Place(document.name, node.line, node.column), key, values=values))
        return []
    entries: list[Located[Any]] = []
    for item in node.items:
        entry = _check(SECTIONS[key], item, document)
        if entry is not None:
            entries.append(Located(entry, document.name, item, defaults))
        else:
            document.broken.setdefault(key, set()).update(_names(item))
    return entries


def _names(item: Node) -> set[str]:
    found = (item.child(key) for key in ("id", "code", "name"))
    return {str(node.value) for node in found if node and node.value is not None}


def _check(model: type[E], node: Node, document: Document) -> E | None:
    try:
        return model.model_validate(node.plain())
    except ValidationError as error:
        document.findings += [_finding(each, model, node, document.name) for each in error.errors(include_url=False)]
        return None


_TYPES = {
    "string_type": "text", "string_sub_type": "text", "int_type": "number", "float_type": "number", "bool_type": "truth",
    "date_type": "date", "model_type": "mapping", "dict_type": "mapping", "model_attributes_type": "mapping",
    "tuple_type": "list", "list_type": "list",
}  # fmt: skip


def _finding(detail: ErrorDetails, model: type[Entry], node: Node, name: str) -> Finding:
    """Translate one of pydantic's errors into a finding of ours."""
    path = _clean(detail["loc"])
    kind = detail["type"]
    if kind == "extra_forbidden":
        place = Place(name, *node.find_key(path))
        return _unknown(place, str(path[-1]), _keys_beside(model, path))
    place = Place(name, *node.find(path))
    if kind == "missing":
        return Finding("FG202", place, str(path[-1]))
    if kind in _TYPES:
        values = {"wanted": _TYPES[kind], "found": _kind(_at(node, path)), "key": _key(path)}
        return Finding("FG203", place, _show(detail["input"]), values=values)
    return _value(detail, place, path)


def _value(detail: ErrorDetails, place: Place, path: Path) -> Finding:
    """A value of the right type that is not allowed."""
    kind, offending, context = detail["type"], _show(detail["input"]), detail.get("ctx", {})
    values = {"key": _key(path)}
    if kind == "literal_error":
        allowed = tuple(word.strip().strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(","))
        allowed = tuple(word for word in allowed if word)
        return Finding("FG204", place, offending, allowed, nearest(offending, allowed), values)
    if kind == "string_pattern_mismatch":
        return _pattern(str(context["pattern"]), place, offending, values)
    if kind.startswith("date"):
        return Finding("FG206", place, offending, values=values)
    return Finding("FG208", place, offending, values={**values, "rule": detail["msg"]})


def _pattern(pattern: str, place: Place, offending: str, values: dict[str, str]) -> Finding:
    if pattern.startswith("^([a-z0-9-]+:)?"):
        return Finding("FG205", place, offending, values=values)
    if pattern.startswith(r"^\d{4}(-"):
        return Finding("FG206", place, offending, values=values)
    if pattern.startswith(r"^(\d+|all"):
        allowed = ("all", "nearly_all", "most", "widespread")
        return Finding("FG204", place, offending, (*allowed, "21"), nearest(offending, allowed), values)
    if pattern.startswith("^[1-9]"):
        return Finding("FG208", place, offending, values={**values, "rule": "4 · 3-4"})
    return Finding("FG207", place, offending, values={**values, "pattern": pattern.strip("^$")})


def _unknown(place: Place, key: str, known: list[str]) -> Finding:
    return Finding("FG201", place, key, tuple(known), nearest(key, known))


def _clean(loc: tuple[str | int, ...]) -> Path:
    return tuple(step for step in loc if step != "[key]")


def _key(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _at(node: Node, path: Path) -> Node:
    for step in path:
        node = node.child(step) or node
    return node


def _kind(node: Node) -> str:
    """Name what stands at a node, in a word of the catalogue (``findings.type``)."""
    if node.pairs is not None:
        return "mapping"
    if node.items is not None:
        return "list"
    kinds = {bool: "truth", int: "number", float: "number", str: "text", type(None): "nothing"}
    return kinds.get(type(node.value), "date")


def _show(value: Any) -> str:
    if isinstance(value, dict | tuple):
        return ", ".join(str(each) for each in value)[:60]
    return "" if value is None else str(value)[:60]


def _keys_beside(model: type[Entry], path: Path) -> list[str]:
    """Return the keys that the mapping around an unknown key may have, found by following the model along the path."""
    current: Any = model
    for step in path[:-1]:
        current = _step(current, step)
    if not (isinstance(current, type) and issubclass(current, Entry)):
        return []
    return [field.alias or name for name, field in current.model_fields.items()]


def _step(annotation: Any, step: str | int) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        fields = {field.alias or name: field.annotation for name, field in annotation.model_fields.items()}
        return _model_in(fields.get(str(step)))
    return annotation


def _model_in(annotation: Any) -> Any:
    """Return the one model inside a type such as ``tuple[Claim, ...]`` or ``dict[str, Answer]``."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    inner = [found for part in getattr(annotation, "__args__", ()) if (found := _model_in(part)) is not None]
    return inner[0] if inner else None
