"""The figures on suggestions are those that the measurement gives: it is run, on the real survey, and compared."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "identity.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def measured() -> list[str]:
    """What the measurement prints: the tables, and the false and the missed pairs of the survey."""
    command = [sys.executable, str(ROOT / "benchmarks" / "identity_suggestions.py"), "--wrong"]
    said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    tables, _, pairs = said.partition("\n\nfalse")
    return [tables, *f"false{pairs}".splitlines()]


def test_the_tables_are_what_the_measurement_prints(measured: list[str]) -> None:
    assert measured[0] in PAGE


def test_every_false_pair_among_the_first_twenty_is_named(measured: list[str]) -> None:
    false = [line.split()[1] for line in measured[1:] if line.startswith("false")]
    assert [place for place in false if f"\n| {place} | " not in PAGE] == []
    assert len(false) == 20 - 17  # as the page says: seventeen are true
