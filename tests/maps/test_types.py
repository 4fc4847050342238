"""The page's scripts against their types: what payload.py sends, what the parts expect of each other."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "src" / "forumgraph" / "maps" / "page"
COMPILER = "typescript@5.9.3"


def test_the_scripts_keep_to_their_types() -> None:
    npm = shutil.which("npm")
    if npm is None:
        if os.environ.get("FORUMGRAPH_STRICT") == "1":
            pytest.fail("no npm: install Node.js with npm")
        pytest.skip("no npm: install Node.js with npm")
    command = [npm, "exec", "--yes", f"--package={COMPILER}", "--", "tsc", "--project", str(PAGE / "tsconfig.json")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.returncode) == ("", 0), ran.stderr
