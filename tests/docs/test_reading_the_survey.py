"""The page on how the survey was read is current, and compare.py says so when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from .readings import ROOT, compare, copied, replace

SCRIPT = "compare.py"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copied("reading-the-survey.md", tmp_path)


def test_the_page_is_current_and_every_difference_is_settled() -> None:
    result = compare(ROOT, SCRIPT, "--check")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_figure_typed_by_hand_is_found_and_written_again(copy: Path) -> None:
    page = copy / "docs" / "reading-the-survey.md"
    current = page.read_text(encoding="utf-8")
    replace(page, "| Cells | 132 | 120 |", "| Cells | 133 | 120 |")
    result = compare(copy, SCRIPT, "--check")
    assert result.returncode == 1
    assert result.stderr == "docs/reading-the-survey.md is not current. Run python docs/readings/compare.py.\n"
    assert compare(copy, SCRIPT).returncode == 0
    assert page.read_text(encoding="utf-8") == current


def test_a_difference_that_is_not_settled_is_an_error(copy: Path) -> None:
    reading = copy / "docs" / "readings" / "kkr-syddanmark-2015-second.yaml"
    replace(
        reading,
        "municipality: Assens, area: lbr, status: none, confidence: certain",
        "municipality: Assens, area: lbr, status: none, confidence: probable",
    )
    result = compare(copy, SCRIPT, "--check")
    assert result.returncode == 1
    sentence = "confidence: Assens / lbr differs, and no rule and no decision in settled.yaml settles it.\n"
    assert sentence in result.stderr


def test_a_decision_without_a_difference_is_an_error(copy: Path) -> None:
    replace(copy / "docs" / "readings" / "settled.yaml", "of: [Nordfyns / companies]", "of: [Nordfyns / lbr]")
    result = compare(copy, SCRIPT, "--check")
    assert result.returncode == 1
    assert "confidence: Nordfyns / lbr is listed in settled.yaml and does not differ.\n" in result.stderr
    assert "confidence: Nordfyns / companies differs, and no rule and no decision" in result.stderr


def test_a_decision_that_the_data_does_not_follow_is_an_error(copy: Path) -> None:
    settled = copy / "docs" / "readings" / "settled.yaml"
    replace(settled, "of: [Nordfyns / companies]\n    taken: first", "of: [Nordfyns / companies]\n    taken: second")
    result = compare(copy, SCRIPT, "--check")
    assert result.returncode == 1
    assert "confidence: Nordfyns / companies is listed as taken from second; the data has first.\n" in result.stderr


def test_a_label_that_cannot_be_placed_is_an_error(copy: Path) -> None:
    labels = copy / "docs" / "readings" / "labels.yaml"
    replace(labels, "  fagforeninger-kerteminde: {is: nothing, why: Contact when it is relevant.}\n", "")
    result = compare(copy, SCRIPT, "--check")
    assert result.returncode == 1
    assert result.stderr == (
        "fagforeninger-kerteminde cannot be placed with certainty. Say in labels.yaml which forum it is.\n"
    )


def test_kappa_takes_off_what_chance_would_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "readings"))
    from agreement.figures import kappa  # noqa: PLC0415 - found only on the path set above

    # Cohen's own layout: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no; observed 0.7, by chance 0.5.
    counts = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    pairs = [pair for pair, count in counts.items() for _ in range(count)]
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("yes", "yes")] * 3) is None
    assert kappa([]) is None
