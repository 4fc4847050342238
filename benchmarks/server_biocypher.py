"""A peer in its own environment: BioCypher writes CSV files, and neo4j-admin imports them into a stopped server.

    python benchmarks/server_biocypher.py SIZE HOME JARS

Prints seconds as JSON; what stopping and starting the server takes is not among them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import server_data
from server_data import NODES, RELATIONS, Clock, Kind

_CONFIG = """biocypher:
  dbms: neo4j
  offline: true
  strict_mode: false
  head_ontology: null
  log_to_disk: false
neo4j:
  database_name: neo4j
  wipe: true
  file_format: csv
  import_call_bin_prefix: {bin}/
"""
_NODE = "{name}:\n  represented_as: node\n  preferred_id: {key}\n  input_label: {label}\n"
_EDGE = "{name}:\n  represented_as: edge\n  label_as_edge: {label}\n  input_label: {label}\n"


def schema() -> str:
    """Return BioCypher's description of the graph."""
    nodes = (_NODE.format(name=label.lower(), key=columns[0], label=label) for label, columns in NODES.items())
    edges = (_EDGE.format(name=name.lower().replace("_", " "), label=name) for name in RELATIONS)
    return "".join((*nodes, *edges))


def nodes_of(kind: Kind) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Return nodes as BioCypher takes them."""
    return ((row[0], kind.name, dict(zip(kind.columns[1:], row[1:], strict=True))) for row in kind.make())


def edges_of(kind: Kind) -> Iterator[tuple[str, str, str, str, dict[str, Any]]]:
    """Return edges as BioCypher takes them; each has an id, else it would drop a second between the same two."""
    columns = kind.columns[2:]
    for n, row in enumerate(kind.make()):
        yield f"{kind.name}-{n}", row[0], row[1], kind.name, dict(zip(columns, row[2:], strict=True))


def write(size: server_data.Size, folder: Path) -> Path:
    """Write all files and return the script that imports them."""
    from biocypher import BioCypher  # noqa: PLC0415 - it reads its configuration from where it is imported

    writer = BioCypher(
        biocypher_config_path=str(folder / "config.yaml"),
        schema_config_path=str(folder / "schema.yaml"),
        output_directory=str(folder / "out"),
    )
    for kind in size.kinds:
        if kind.count:
            (writer.write_nodes if kind.name in NODES else writer.write_edges)(
                (nodes_of if kind.name in NODES else edges_of)(kind)
            )
    return Path(writer.write_import_call())


def main() -> None:
    """Do what the command line says."""
    size, home, jars = server_data.size_of(sys.argv[1]), sys.argv[2], sys.argv[3]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        admin = folder / "neo4j-admin"
        admin.write_text(f"#!/bin/sh\nexec java -cp '{jars}/*' org.neo4j.cli.AdminTool \"$@\"\n")
        admin.chmod(0o755)
        (folder / "config.yaml").write_text(_CONFIG.format(bin=folder))
        (folder / "schema.yaml").write_text(schema())
        environment = {**os.environ, "NEO4J_HOME": home, "NEO4J_CONF": f"{home}/conf"}
        clock = Clock()
        script = write(size, folder)
        done = subprocess.run(["bash", str(script)], env=environment, capture_output=True, text=True, check=False)  # noqa: S607
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        print(json.dumps({"first": clock.elapsed}))


if __name__ == "__main__":
    main()
