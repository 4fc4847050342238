"""What the tests of questions share: how much was compared between the engines, said in one line at the end."""

from __future__ import annotations

from collections import Counter

import pytest

from forumgraph.queries import CATALOGUE
from forumgraph.queries.parity import Compared


class Tally:
    """Counts what was compared, over all tests of a run."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def note(self, compared: list[Compared]) -> None:
        """Take one comparison of two graphs in."""
        differ = sum(each.difference is not None for each in compared)
        selections, rows = (sum(getattr(each, name) for each in compared) for name in ("selections", "rows"))
        self.counts += Counter(graphs=1, selections=selections, rows=rows, differ=differ)

    def __str__(self) -> str:
        counts = {name: f"{self.counts[name]:,}" for name in ("graphs", "selections", "rows", "differ")}
        said = f"{counts['differ']} answers differ" if self.counts["differ"] else f"all {counts['rows']} rows equal"
        return (
            f"Parity: {len(CATALOGUE)} questions × {counts['selections']} selections × {counts['graphs']} graphs, "
            f"asked of embedded and neo4j: {said}."
        )


_TALLY = Tally()


@pytest.fixture
def tally() -> Tally:
    """What counts the comparisons of engines."""
    return _TALLY


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much was compared."""
    if _TALLY.counts["graphs"]:
        terminalreporter.write_line(str(_TALLY))
