"""What can go wrong with a graph.

GraphError
├── GraphUnreachable    there is none, or it cannot be opened        (exit 3)
├── LoadFailed          a load was not completed; the old graph stands (exit 3)
└── BrokenData          the files have errors; nothing was loaded     (exit 1)
"""

from __future__ import annotations

from forumgraph.ingest.findings import Finding


class GraphError(Exception):
    """Names a text of the catalogue (``errors.KEY``) and the values it is made of."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class GraphUnreachable(GraphError):
    """The graph cannot be opened or read."""


class LoadFailed(GraphError):
    """A load was not completed; what was there before is still there."""


class BrokenData(GraphError):
    """The files have errors, so they were not loaded; ``last_good`` says that an earlier graph can still answer."""

    def __init__(self, findings: list[Finding], *, last_good: bool = False) -> None:
        key = "broken_data" if last_good else "broken_first"
        super().__init__(key, n=str(sum(finding.severity == "error" for finding in findings)))
        self.findings = findings
