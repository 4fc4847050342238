"""Broken copies of the real data: what is said of each, word for word, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forumgraph.ingest import checks
from forumgraph.ingest.findings import CODES
from forumgraph.texts import Texts

from .cases import Case, all_cases, said_of

if TYPE_CHECKING:
    from pathlib import Path

_CASES = all_cases()


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_exactly_the_expected_is_said(case: Case, tmp_path: Path) -> None:
    assert said_of(case, tmp_path) == case.findings


def test_every_case_expects_something_and_has_a_name_of_its_own() -> None:
    assert all(case.findings for case in _CASES)
    assert len({case.name for case in _CASES}) == len(_CASES)


def test_every_code_is_in_a_case_or_has_an_example_that_is_read() -> None:
    in_cases = {finding["code"] for case in _CASES for finding in case.findings}
    read = {code for code in CODES if not Texts("en")(f"examples.{code}.wrong").startswith("$ ")}
    assert in_cases | read == set(CODES)


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
def test_some_case_fails_when_a_check_is_removed(
    check: checks.Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cases are found by the codes that the check's own sentence names."""
    codes = {word.strip(".,:;()") for word in (check.__doc__ or "").split()} & set(CODES)
    cases = [case for case in _CASES if codes & {finding["code"] for finding in case.findings}]
    monkeypatch.setattr(checks, "CHECKS", tuple(each for each in checks.CHECKS if each is not check))
    folders = (tmp_path / str(n) for n in range(len(cases)))
    assert any(said_of(case, folder) != case.findings for case, folder in zip(cases, folders, strict=True))
