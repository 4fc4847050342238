"""Users for the tests of the command line, and the option that writes the expected outputs anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .running import ROOT, User


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew", action="store_true", default=False, help="write tests/cli/expected anew: pytest tests/cli --renew"
    )


@pytest.fixture(scope="session")
def user(tmp_path_factory: pytest.TempPathFactory) -> User:
    """Someone in the project's folder whose graphs are loaded, so that answers come without notices.

    Beside the data that ships there is a set of two surveys, as there must be for what changes between two.
    """
    made = User(tmp_path_factory.mktemp("home"))
    assert [made.says("load", *data).code for data in ((), ("--data", "tests/cases/datasets/changed"))] == [0, 0]
    return made


@pytest.fixture
def stranger(tmp_path: Path) -> User:
    """Someone with an empty home and a copy of the data in an own folder; nothing is loaded yet."""
    home, folder = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    folder.mkdir()
    shutil.copytree(ROOT / "data", folder / "data")
    return User(home, folder)
