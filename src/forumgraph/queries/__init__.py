"""Stage 3: questions to typed rows. It knows no engine and no output format."""

from forumgraph.queries import coverage, forum_rows, gaps, identity, municipality, rounds  # noqa: F401 - for the catalogue
from forumgraph.queries.question import CATALOGUE, Question, ask
from forumgraph.queries.selection import Scope, Selection, scope

__all__ = ["CATALOGUE", "Question", "Scope", "Selection", "ask", "scope"]
