"""A copy of the readings, their pages and the data, to change a line of and compare again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def copied(page: str, folder: Path) -> Path:
    """Copy the readings, one of the pages on them, and the data; return where."""
    shutil.copytree(ROOT / "docs" / "readings", folder / "docs" / "readings")
    shutil.copy(ROOT / "docs" / page, folder / "docs")
    shutil.copytree(ROOT / "data", folder / "data")
    return folder


def compare(root: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the scripts that compare the readings."""
    command = [sys.executable, str(root / "docs" / "readings" / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def replace(path: Path, old: str, new: str) -> None:
    """Replace what stands in a file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
