"""The JSON Schema of a data file, written from the models, with the ids and names of the data to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from forumgraph.ingest.assembly import fill_from_reference
from forumgraph.ingest.dataset import Dataset
from forumgraph.ingest.document import read_document
from forumgraph.ingest.files import gather
from forumgraph.ingest.models import Entry
from forumgraph.ingest.sections import SECTIONS, Defaults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

#: Where the words of a section may stand: the properties (of which definition) that take them as values, and as keys.
_VALUES: dict[str, tuple[str, ...]] = {
    "municipalities": (
        "Reply.municipality",
        "Mention.with",
        "Mention.without",
        "Statement.with",
        "Statement.without",
        "Inferred.municipalities",
        "Progress.municipality",
    ),
    "forums": (
        "Forum.part_of",
        "Predecessor.forum",
        "KeptApart.forums",
        "Decision.pair",
        "Statement.forum",
        "Figure.forum",
        "Claim.forum",
        "Theme.forums",
        "Duty.of",
        "Carrier.forum",
    ),
    "organisations": (
        "Mention.organisations",
        "Mention.run_by",
        "Statement.organisations",
        "Statement.run_by",
        "Decision.pair",
    ),
    "areas": ("Forum.areas", "Claim.areas", "Requirement.area", "Suggested.areas"),
    "tasks": ("Forum.tasks", "Suggested.tasks", "Theme.tasks", "Duty.tasks"),
    "sources": ("Round.source", ".source"),
    "rounds": (
        "Reply.round",
        "Statement.round",
        "Figure.round",
        "Requirement.round",
        "Theme.round",
        ".round",
    ),
    "kkr": ("Municipality.kkr", "Round.kkr", "Requirement.kkr", "Theme.kkr"),
    "requirements": ("Requirement.succeeds", "Progress.requirement"),
    "themes": ("Theme.part_of",),
}
_KEYS = {
    "forums": ("Answer.forums", "Wish.forums"),
    "areas": ("Reply.answers", "Round.questions", "Round.definitions"),
}


def json_schema(paths: list[Path]) -> dict[str, Any]:
    """Return the schema of a file of the data under these paths; words come from whatever of it can be read."""
    models: list[type[Entry]] = [*SECTIONS.values(), Defaults]
    mapped, definitions = models_json_schema(
        [(model, "validation") for model in models], ref_template="#/$defs/{model}"
    )
    known = {section: sorted(words) for section, words in _known(paths).items()}
    found: dict[str, Any] = definitions["$defs"]
    top = found.pop("Defaults")
    properties = dict(top["properties"])
    for section, model in SECTIONS.items():
        properties[section] = {"type": ["array", "null"], "items": mapped[model, "validation"]}
    schema = {
        "$schema": _DIALECT,
        "title": "A data file of forumgraph",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": found,
    }
    _offer(schema, known)
    return schema


def _known(paths: list[Path]) -> dict[str, set[str]]:
    data = Dataset()
    files, _ = gather(paths)
    for file in files:
        data.add(read_document(file))
    fill_from_reference(data)
    known = {section: set(data.ids(section)) for section in _VALUES if section != "kkr"}
    return {**known, "kkr": {each.kkr for each in data.ids("municipalities").values()}}


def _offer(schema: dict[str, Any], known: dict[str, list[str]]) -> None:
    """Put the known words in the places that take them: to choose from, and others beside them.

    An id that somebody is about to add is no mistake; only the municipalities are all known beforehand.
    """
    for section, places in _VALUES.items():
        for place in places if known[section] else ():
            for text in _texts(_property(schema, place)):
                others = [] if section == "municipalities" else [dict(text)]
                text.clear()
                text["anyOf"] = [{"enum": known[section]}, *others]
    for section, places in _KEYS.items():
        for place in places if known[section] else ():
            for mapping in _mappings(_property(schema, place)):
                mapping["properties"] = dict.fromkeys(known[section], True)


def _property(schema: dict[str, Any], place: str) -> dict[str, Any]:
    model, _, name = place.partition(".")
    owner = schema["$defs"][model] if model else schema
    found: dict[str, Any] = owner["properties"][name]
    return found


def _parts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a schema and those inside it that may take its place: alternatives, and the items of a list."""
    yield schema
    for part in (*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else [])):
        yield from _parts(part)


def _texts(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [part for part in _parts(schema) if part.get("type") == "string"]


def _mappings(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [part for part in _parts(schema) if part.get("type") == "object"]
