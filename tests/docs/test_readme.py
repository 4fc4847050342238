"""The README shows what the commands print, and names nothing that is not there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ forumgraph (.+)\n((?:.*\n)*?)```", README)


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_the_readme_shows_what_the_command_prints(command: str, output: str, tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "COLUMNS": "110"}
    done = subprocess.run(
        [sys.executable, "-m", "forumgraph", *command.split()],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == output


def test_the_readme_shows_at_least_one_question() -> None:
    assert [command for command, _ in SHOWN if command.startswith("gaps")]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_every_link_of_the_readme_leads_to_a_file(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_readmes_own_data_is_valid(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n((?:.*\n)*?)```", README)
    file = tmp_path / "survey.yaml"
    file.write_text(example, encoding="utf-8")
    command = [sys.executable, "-m", "forumgraph", "--lang", "en", "validate", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout == "0 errors, 0 warnings, 0 remarks in 1 file.\n"
