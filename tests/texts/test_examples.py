"""Every code has an example that goes wrong with it, and one that shows how it is done right."""

from __future__ import annotations

from pathlib import Path

import pytest

from forumgraph.ingest import read
from forumgraph.ingest.findings import CODES
from forumgraph.texts import Texts

_TEXTS = Texts("en")
_YAML = [code for code in CODES if not _TEXTS(f"examples.{code}.wrong").startswith("$ ")]
_SHELL = [code for code in CODES if code not in _YAML]


def _codes(text: str, folder: Path) -> set[str]:
    path = folder / "example.yaml"
    path.write_text(text.lstrip("\n"), encoding="utf-8")
    return {finding.code for finding in read([path]).findings}


@pytest.mark.parametrize("code", _YAML)
def test_the_wrong_example_gives_the_code_and_nothing_else(code: str, tmp_path: Path) -> None:
    assert _codes(_TEXTS(f"examples.{code}.wrong"), tmp_path) == {code}


@pytest.mark.parametrize("code", _YAML)
def test_the_right_example_gives_no_error_and_no_warning(code: str, tmp_path: Path) -> None:
    assert not _codes(_TEXTS(f"examples.{code}.right"), tmp_path)


@pytest.mark.parametrize("code", _SHELL)
def test_only_codes_about_files_are_shown_as_commands(code: str) -> None:
    assert code.startswith("FG1")
    assert _TEXTS(f"examples.{code}.right").startswith("$ ")


@pytest.mark.parametrize("code", CODES)
def test_the_examples_are_the_same_in_every_language(code: str) -> None:
    assert Texts("da").section(f"examples.{code}") == _TEXTS.section(f"examples.{code}")


def test_there_is_an_example_for_every_code_and_for_no_other() -> None:
    assert set(_TEXTS.section("examples")) == set(CODES)
