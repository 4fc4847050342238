"""What a run says in its last lines: how much was compared between the engines, and what was left out.

Both travel with the reports of the tests, so that it is the same whether one process runs them or several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from forumgraph.queries import CATALOGUE
from forumgraph.queries.parity import Compared

_PARITY = "parity"
_NO_NEO4J = "no Neo4j: "


def note(node: pytest.Item, compared: list[Compared]) -> None:
    """Keep with a test what it compared of two graphs."""
    differ = sum(each.difference is not None for each in compared)
    selections, rows = (sum(getattr(each, name) for each in compared) for name in ("selections", "rows"))
    node.user_properties.append((_PARITY, {"graphs": 1, "selections": selections, "rows": rows, "differ": differ}))


def leave_out(missing: str) -> None:
    """Skip a test, or a group of them, where no server can be had."""
    pytest.skip(f"{_NO_NEO4J}{missing}")


def lines(reporter: pytest.TerminalReporter) -> Iterator[str]:
    """Yield what is to be said at the end of a run."""
    counts: Counter[str] = Counter()
    for report in (*reporter.getreports("passed"), *reporter.getreports("failed")):
        for name, value in report.user_properties:
            counts.update(value if name == _PARITY else {})
    if counts["graphs"]:
        yield _parity(counts)
    reasons = [
        str(report.longrepr[2]) for report in reporter.getreports("skipped") if isinstance(report.longrepr, tuple)
    ]
    missing = [reason.partition(_NO_NEO4J)[2] for reason in reasons if _NO_NEO4J in reason]
    if missing:
        yield (
            f"Neo4j was left out ({missing[0]}, and FORUMGRAPH_TEST_NEO4J names no server): "
            f"{len(missing)} tests were skipped."
        )


def _parity(counts: Counter[str]) -> str:
    said = {name: f"{counts[name]:,}" for name in ("graphs", "selections", "rows", "differ")}
    end = f"{said['differ']} answers differ" if counts["differ"] else f"all {said['rows']} rows equal"
    return (
        f"Parity: {len(CATALOGUE)} questions × {said['selections']} selections × {said['graphs']} graphs, "
        f"asked of embedded and neo4j: {end}."
    )
