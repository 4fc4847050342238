"""A peer in its own environment: neomodel, which makes one round trip an element; prints seconds as JSON.

    python benchmarks/server_neomodel.py SIZE

Rows stand in memory before the clock starts, constraints are in place, and a transaction holds a thousand elements.
"""

from __future__ import annotations

import json
import sys
from itertools import islice
from typing import Any

import neo4j
import neomodel

import server_data
from server_data import NODES, RELATIONS, Clock, Kind

_LISTS, _NUMBERS, _TRUTHS = {"evidence", "levels"}, {"position"}, {"listed"}
_TRANSACTION = 1_000


def _property(name: str, *, key: bool = False) -> Any:
    if name == "id":  # a name that neomodel keeps to itself
        return neomodel.StringProperty(unique_index=key, db_property="id")
    if name in _LISTS:
        return neomodel.ArrayProperty(neomodel.StringProperty())
    if name in _NUMBERS:
        return neomodel.IntegerProperty()
    return neomodel.BooleanProperty() if name in _TRUTHS else neomodel.StringProperty(unique_index=key)


def _attribute(name: str) -> str:
    return "uid" if name == "id" else name


def _models() -> dict[str, Any]:
    """Return the model of each label, with its relations as attributes."""
    parts: dict[str, dict[str, Any]] = {
        label: {_attribute(name): _property(name, key=name == columns[0]) for name in columns}
        for label, columns in NODES.items()
    }
    for name, (start, end, columns) in RELATIONS.items():
        properties = {each: _property(each) for each in columns[2:]}
        model = type(f"{name}_properties", (neomodel.StructuredRel,), {"__module__": __name__, **properties})
        parts[start][name.lower()] = neomodel.RelationshipTo(end, name, model=model if properties else None)
    return {
        label: type(label, (neomodel.StructuredNode,), {"__module__": __name__, **attributes})
        for label, attributes in parts.items()
    }


def load(kind: Kind, models: dict[str, Any], nodes: dict[str, dict[str, Any]], rows: list[list[Any]]) -> None:
    """Write the rows of one kind; nodes are kept at hand for the relations."""
    waiting = iter(rows)
    while part := list(islice(waiting, _TRANSACTION)):
        with neomodel.db.transaction:
            for row in part:
                _write(kind, models, nodes, row)


def _write(kind: Kind, models: dict[str, Any], nodes: dict[str, dict[str, Any]], row: list[Any]) -> None:
    if kind.name in NODES:
        properties = dict(zip(map(_attribute, kind.columns), row, strict=True))
        nodes[kind.name][row[0]] = models[kind.name](**properties).save()
        return
    start, end, columns = RELATIONS[kind.name]
    properties = dict(zip(columns[2:], row[2:], strict=True))
    getattr(nodes[start][row[0]], kind.name.lower()).connect(nodes[end][row[1]], properties or None)


def main() -> None:
    """Do what the command line says."""
    kinds = [(kind, list(kind.make())) for kind in server_data.size_of(sys.argv[1]).kinds if kind.count]
    uri, auth = server_data.credentials()
    models = _models()
    globals().update(models)  # neomodel looks the other end of a relation up in the module
    with neo4j.GraphDatabase.driver(uri, auth=auth) as driver:
        neomodel.db.set_connection(driver=driver)
        for model in models.values():
            neomodel.db.install_labels(model)
        nodes: dict[str, dict[str, Any]] = {label: {} for label in NODES}
        clock = Clock()
        for kind, rows in kinds:
            load(kind, models, nodes, rows)
        print(json.dumps({"first": clock.elapsed}))


if __name__ == "__main__":
    main()
