"""Runs forumgraph as a reader of the pages would, in a folder with the survey, so that every example is real."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_COLUMNS = "100"


class Shell:
    """A folder with the data of the survey, and commands that are run in it, in English."""

    def __init__(self, folder: Path, source: Path) -> None:
        self.folder = folder
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "PYTHONPATH") if name in os.environ}
        self.env = {
            **kept,
            "PYTHONPATH": os.pathsep.join([str(source / "src"), *filter(None, [kept.get("PYTHONPATH")])]),
            "HOME": str(folder),
            "FORUMGRAPH_GRAPH": str(folder / "survey.graph"),
            "LANG": "en_GB.UTF-8",
            "COLUMNS": _COLUMNS,
        }

    def run(self, *words: str) -> str:
        """Return what a command prints, without what differs from one machine or run to the next."""
        command = [sys.executable, "-m", "forumgraph", *words]
        ran = subprocess.run(command, cwd=self.folder, env=self.env, capture_output=True, check=False)  # noqa: S603 - our own
        said = (ran.stdout + ran.stderr).decode("utf-8").replace("\r\n", "\n")
        if b"Traceback" in ran.stderr:
            raise RuntimeError(f"forumgraph {' '.join(words)}\n{said}")
        flat = said.replace(str(self.folder), "/home/you/survey")
        flat = re.sub(r"in \d+\.\d s", "in 0.7 s", flat)
        return re.sub(r"\d+\.\d ms", "1.2 ms", re.sub(r"Ladybug [\d.]+", "Ladybug 0.22.0", flat))


@contextmanager
def shell(root: Path) -> Iterator[Shell]:
    """Return a shell in a folder of its own, with the graph loaded."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        shutil.copytree(root / "data", folder / "data")
        made = Shell(folder, root)
        made.run("load")
        yield made
