"""The environment of the peers: they pin other drivers than ours, so they get one of their own, made once."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
from importlib import metadata

from platformdirs import user_cache_path

#: neomodel pins the driver; both sides have the extension that reads and writes its values in Rust.
PINNED = ("graphio==0.23", "neomodel==7.0.0", "biocypher==0.17.0", "neo4j==6.1.0", "neo4j-rust-ext==6.1.0.0")
SERVER = "Neo4j 5.26.25 community"


def python_of_peers() -> tuple[str, str]:
    """Return the Python of the peers' environment, made where it is not there yet, and all versions in a line."""
    folder = user_cache_path("forumgraph-tests", appauthor=False) / "peers"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "installed"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != repr(PINNED):
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PINNED]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        stamp.write_text(repr(PINNED), encoding="utf-8")
    ours = ", ".join(f"{name} {metadata.version(name)}" for name in ("neo4j", "neo4j-rust-ext"))
    return str(python), f"{SERVER}; ours and raw: {ours}; peers: {', '.join(PINNED).replace('==', ' ')}"
