"""Stage 3: questions to typed rows. It knows no engine and no output format."""

from forumgraph.queries import (  # noqa: F401 - for the catalogue
    bodies,
    changes,
    compare,
    coverage,
    findings,
    fitting,
    forum_rows,
    gaps,
    identity,
    ledger,
    left_out,
    municipality,
    network,
    organisations,
    overlap_circles,
    overlap_municipalities,
    overlap_reciprocity,
    progress,
    requirements,
    rounds,
    themes,
)
from forumgraph.queries.question import CATALOGUE, Question, ask
from forumgraph.queries.selection import Scope, Selection, scope

__all__ = ["CATALOGUE", "Question", "Scope", "Selection", "ask", "scope"]
