"""A user at a terminal: runs forumgraph in a child process with an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "forumgraph"]

_KEPT = ("PATH", "PYTHONPATH", "SYSTEMROOT", "VIRTUAL_ENV")  # all that the child inherits


@dataclass(frozen=True)
class Ran:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str
    raw: bytes = b""


@dataclass
class User:
    """Someone with a home folder and a language; ``says`` types a command in a folder and waits for the end."""

    home: Path
    cwd: Path = ROOT
    env: dict[str, str] = field(default_factory=dict)

    def environment(self, **changes: str | None) -> dict[str, str]:
        """Return the environment of the child; a change to None leaves a name out."""
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        own = {"HOME": str(self.home), "XDG_CACHE_HOME": str(self.home / "cache"), "LANG": "en_GB.UTF-8", **self.env}
        if "PYTHONPATH" in kept:  # relative folders would be looked for where the child runs
            kept["PYTHONPATH"] = os.pathsep.join(str(Path(p).resolve()) for p in kept["PYTHONPATH"].split(os.pathsep))
        return {name: value for name, value in {**kept, **own, **changes}.items() if value is not None}

    def says(self, *words: str, cwd: Path | None = None, **changes: str | None) -> Ran:
        """Run a command and return what it said."""
        ran = subprocess.run(
            [*COMMAND, *words],
            cwd=cwd or self.cwd,
            env=self.environment(**changes),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Ran(
            ran.returncode, ran.stdout.decode("utf-8", "replace"), ran.stderr.decode("utf-8", "replace"), ran.stdout
        )
