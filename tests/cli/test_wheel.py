"""What is installed from a wheel answers without a checkout: the survey ships inside the package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .running import ROOT, User

STRICT = bool(os.environ.get("FORUMGRAPH_STRICT"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with forumgraph installed from a wheel that was built here."""
    target = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    if built.returncode and not STRICT:
        pytest.skip(f"no wheel could be built here: {built.stderr.strip().splitlines()[-1]}")
    assert built.returncode == 0, built.stderr
    return target


def test_coverage_answers_from_a_folder_without_data(installed: Path, stranger: User, tmp_path: Path) -> None:
    ran = stranger.says("coverage", "--format", "json", cwd=tmp_path, PYTHONPATH=str(installed))
    assert ran.code == 0, ran.err
    answer = json.loads(ran.out)
    assert {Path(file).parent for file in answer["data"]} == {installed / "forumgraph/data"}
    assert len(answer["rows"]) == 22 * 6


def test_the_wheel_holds_texts_queries_page_and_types(installed: Path) -> None:
    package = installed / "forumgraph"
    wanted = [
        "py.typed",
        "texts/da/cli.toml",
        "queries/cypher/rounds.cypher",
        "maps/page/map.html.j2",
        "maps/page/scripts/main.js",
        "maps/pages/town.html.j2",
        "maps/places/coast.json",
        "data/forums.yaml",
    ]
    assert [name for name in wanted if not (package / name).exists()] == []
    assert not list(package.rglob("test_*.py"))


def test_the_map_is_drawn_from_what_is_installed(installed: Path, stranger: User, tmp_path: Path) -> None:
    ran = stranger.says("atlas", "-o", "map.html", "--pages", "pages", cwd=tmp_path, PYTHONPATH=str(installed))
    assert ran.code == 0, ran.err
    assert {one.name for one in tmp_path.iterdir()} >= {"map.html", "map.png", "map.xlsx", "pages"}
    assert (tmp_path / "map.html").stat().st_size > 100_000
