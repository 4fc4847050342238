"""Who is who: the names that a body goes by, why they were taken as one, and what people decided of it."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.decisions import DECISIONS, DecisionRow
from forumgraph.queries.forum import Forum, Name, absent, forums
from forumgraph.queries.forum_rows import NAMES, ApartRow
from forumgraph.queries.names import fitting, one_of, organisation_names
from forumgraph.queries.question import ask
from forumgraph.queries.selection import Scope


@dataclass(frozen=True)
class Identity:
    """Everything that says who a body is."""

    id: str
    name: str
    names: tuple[Name, ...]
    merged: str | None
    decisions: tuple[DecisionRow, ...]
    kept_apart: tuple[ApartRow, ...]


def explain(graph: Graph, scope: Scope, word: str) -> Identity:
    """Return who the forum or organisation is that goes by a word.

    Raises AmbiguousName or UnknownWord where not one does, QuestionError where the scope does not have a forum.
    """
    fora = ask(graph, NAMES)
    found = one_of(fitting([*fora, *organisation_names(graph)], word, "body"), word, "body")
    about = "forum" if any(row is found for row in fora) else "organisation"
    decided = tuple(
        row for row in ask(graph, DECISIONS) if row.about == about and found.id in (row.first_body, row.second_body)
    )
    if about == "organisation":
        names = sorted({found.name, *found.aliases}, key=sort_key)
        return Identity(found.id, found.name, tuple(Name(name, (), False, ()) for name in names), None, decided, ())
    for forum in forums(graph, scope, [found.id]):
        return Identity(forum.id, forum.name, _names(forum), forum.merged, decided, forum.kept_apart)
    raise absent(graph, scope, found.id)


def _names(forum: Forum) -> tuple[Name, ...]:
    """Return all names of a forum, its canonical one among them although nobody may use it."""
    own = [] if forum.name in {each.name for each in forum.aliases} else [Name(forum.name, (), False, ())]
    return tuple(sorted((*own, *forum.aliases), key=lambda name: (name.described, sort_key(name.name))))
