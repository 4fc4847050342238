"""The page on how the publications were read is current, and compare_publications.py says so when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from .readings import ROOT, compare, copied, replace

SCRIPT = "compare_publications.py"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copied("reading-the-publications.md", tmp_path)


def test_the_page_is_current_and_every_difference_has_a_decision() -> None:
    result = compare(ROOT, SCRIPT, "--check")
    assert (result.returncode, result.stderr) == (0, "")


def test_what_is_not_settled_or_not_as_it_was_decided_is_an_error(copy: Path) -> None:
    readings = copy / "docs" / "readings"
    settled = readings / "jobforum-sjaelland-2018-settled.yaml"
    replace(settled, "  hrs: hrs\n  sosu-projekt: ", "  sosu-projekt: ")
    replace(settled, "of: [chefgruppen-sjaelland]\n    taken: first", "of: [chefgruppen-sjaelland]\n    taken: second")
    replace(settled, "of: [faxe-bosaetning]", "of: [faxe-bosaetninger]")
    replace(copy / "data" / "virksomhedsservice-2019.yaml", "value: 86, unit", "value: 68, unit")
    replace(copy / "docs" / "reading-the-publications.md", "| Text | Lines | Fora |", "| Text | Lines | Forums |")
    result = compare(copy, SCRIPT, "--check")
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "jobforum-sjaelland-2018: body of faxe-bosaetning differs, and no decision settles it.",
        "jobforum-sjaelland-2018: body of hrs differs, and no decision settles it.",
        "jobforum-sjaelland-2018: body of hrs differs, and no decision settles it.",
        "jobforum-sjaelland-2018: faxe-bosaetninger is decided on, and no reading has it.",
        "jobforum-sjaelland-2018: hrs of the first reading is not said to be a forum or nothing.",
        "jobforum-sjaelland-2018: kind of chefgruppen is listed as taken from second; the data has something else.",
        "kl-virksomhedsservice-2019: finding of flere-ressourcer-2016 differs, and no decision settles it.",
        "docs/reading-the-publications.md is not current. Run python docs/readings/compare_publications.py.",
    ]
