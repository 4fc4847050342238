"""What pydantic found, said as findings of ours: its English wording goes nowhere, only codes, places and values do."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from forumgraph.ingest import values as forms
from forumgraph.ingest.findings import Finding, Place
from forumgraph.ingest.models import Entry
from forumgraph.ingest.words import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from forumgraph.ingest.tree import Node, Path

_SHOWN = 80  # characters of an offending text; the place says where the rest stands

_TYPES = {
    "string_type": "text", "string_sub_type": "text", "literal_error": "text", "int_type": "number",
    "float_type": "decimal",
    "bool_type": "truth", "date_type": "date", "model_type": "mapping", "dict_type": "mapping",
    "model_attributes_type": "mapping", "tuple_type": "list",
}  # fmt: skip
_FORMS = {forms.ID: "id", forms.AREA: "area", forms.CODE: "code"}
_CLAIMS = ("all", "nearly_all", "most", "widespread", "21")


def translate(errors: list[ErrorDetails], model: type[Entry], node: Node, file: str, name: str) -> list[Finding]:
    """Return the findings for pydantic's errors in one entry; ``name`` is what the entry as a whole is called."""
    found = [_Error(detail, model, node, file, name).finding() for detail in errors]
    # One slip, one finding: a key that is misspelt is not missing as well.
    meant = {finding.suggestion for finding in found if finding.code == "FG201"}
    return [each for each in found if not (each.code == "FG202" and each.offending in meant)]


def unknown_key(place: Place, key: str, known: list[str]) -> Finding:
    """Return the finding for a key that may not stand where it does."""
    return Finding("FG201", place, shown(key), tuple(known), nearest(key, known))


def shown(value: Any) -> str:
    """Return what stands there as it may be repeated in a message: written as in YAML, and not too long."""
    if isinstance(value, dict | tuple):
        text = ", ".join(str(each) for each in value)
    elif isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, float):
        text = str(value).removesuffix(".0")  # as a share is written
    else:
        text = "" if value is None else str(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def kind(node: Node) -> str:
    """Name what stands at a node, in a word of the catalogue (``findings.type``)."""
    if node.pairs is not None:
        return "mapping"
    if node.items is not None:
        return "list"
    kinds = {bool: "truth", int: "number", float: "number", str: "text", type(None): "nothing"}
    return kinds.get(type(node.value), "date")


class _Error:
    """One of pydantic's errors, with where it is."""

    def __init__(self, detail: ErrorDetails, model: type[Entry], node: Node, file: str, name: str) -> None:
        self.detail, self.model, self.node, self.file = detail, model, node, file
        self.path: Path = tuple(step for step in detail["loc"] if step != "[key]")
        self.kind, self.context = detail["type"], detail.get("ctx", {})
        self.offending = shown(detail["input"])
        self.key = next((str(step) for step in reversed(self.path) if isinstance(step, str)), name)
        in_key = "[key]" in detail["loc"] or self.kind == "extra_forbidden"
        self.place = Place(file, *(node.find_key(self.path) if in_key else node.find(self.path)))

    def finding(self) -> Finding:
        if self.kind == "extra_forbidden":
            return unknown_key(self.place, str(self.path[-1]), _keys_beside(self.model, self.path))
        if self.kind == "missing":
            return Finding("FG202", self.place, str(self.path[-1]))
        if self.kind == "date_type" and isinstance(self.detail["input"], str):
            return self._say("FG206")
        if self.kind in _TYPES and not (self.kind == "literal_error" and self._is_scalar()):
            return self._type(_TYPES[self.kind])
        return self._value()

    def _is_scalar(self) -> bool:
        return not isinstance(self.detail["input"], dict | tuple | None)

    def _type(self, wanted: str) -> Finding:
        found = self.node
        for step in self.path:
            found = found.child(step) or found
        return self._say("FG203", wanted=wanted, found=kind(found))

    def _say(self, code: str, **values: str) -> Finding:
        return Finding(code, self.place, self.offending, values={"key": self.key, **values})

    def _value(self) -> Finding:
        """Return the finding for a value of the right type that is not allowed."""
        if self.kind == "literal_error":
            expected = str(self.context["expected"]).replace(" or ", ", ").split(", ")
            return self._word(tuple(word.strip("'") for word in expected))
        if self.kind == "string_pattern_mismatch":
            return self._pattern(str(self.context["pattern"]))
        if self.kind == "value_error":
            return self._rule(str(self.context["error"]))
        return self._size()

    def _word(self, allowed: tuple[str, ...]) -> Finding:
        near = nearest(self.offending, (word for word in allowed if not word.isdigit()))
        return Finding("FG204", self.place, self.offending, allowed, near, {"key": self.key})

    def _pattern(self, pattern: str) -> Finding:
        if not self.offending.strip():
            return self._say("FG209")
        if pattern == forms.CLAIMED:
            return self._word(_CLAIMS)
        if pattern in _FORMS:
            return self._say("FG207", form=_FORMS[pattern])
        codes = {forms.LINES: "FG205", forms.MOMENT: "FG206"}
        return self._say(codes[pattern]) if pattern in codes else self._say("FG208", form="frequency")

    def _rule(self, rule: str) -> Finding:
        """Return the finding for a rule of our own, which the error names: ``lacks`` with the keys that would do."""
        what, *wanted = rule.split()
        if what == "lacks":
            return Finding("FG202", self.place, wanted[0], tuple(wanted) if len(wanted) > 1 else ())
        if rule != "two_dates":
            return self._say("FG208", form=rule)
        keys = self.node.keys
        key = "since_at_least" if "since" in keys and "since_at_least" in keys else "until_at_most"
        values = {"key": key, "other": key.split("_", maxsplit=1)[0]}
        return Finding("FG211", Place(self.file, *keys[key]), key, values=values)

    def _size(self) -> Finding:
        """Return the finding for what is too long, too short, too many or too few."""
        context = self.context
        if self.kind == "string_too_long":
            return self._say("FG117", length=str(len(self.detail["input"])), limit=str(context["max_length"]))
        if self.kind == "string_too_short":
            return self._say("FG209")
        if self.kind in ("too_short", "too_long"):
            limit = str(context.get("min_length", context.get("max_length")))
            return self._say("FG212", amount=str(context["actual_length"]), limit=limit, bound=self.kind)
        if self.kind in ("greater_than_equal", "less_than_equal"):
            return self._say("FG210", bound=self.kind, limit=shown(context.get("ge", context.get("le"))))
        return self._say("FG208", form="other")


def _keys_beside(model: type[Entry], path: Path) -> list[str]:
    """Return the keys that the mapping around an unknown key may have: the model's own, followed along the path."""
    current: Any = model
    for step in path[:-1]:
        current = _inside(current, step)
    if not _is_model(current):
        return []
    return [field.alias or name for name, field in current.model_fields.items()]


def _inside(annotation: Any, step: str | int) -> Any:
    """Return the type of what stands under a key or index of a value of a type."""
    if not _is_model(annotation):
        return _plain(get_args(annotation)[-1 if isinstance(step, str) else 0]) if get_args(annotation) else None
    for name, field in annotation.model_fields.items():
        if (field.alias or name) == step:
            return _plain(field.annotation)
    return None


def _plain(annotation: Any) -> Any:
    """Return a type without what is annotated to it and without the None beside it."""
    while get_origin(annotation) in (Annotated, Union, UnionType):
        annotation = next(each for each in get_args(annotation) if each is not type(None))
    return annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Entry)
