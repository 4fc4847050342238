"""The question of themes: focus areas, guiding marks and action areas, with the fora that belong to each."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import counted, grouped
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import FORUM_THEMES, ForumRow, ForumThemeRow
from forumgraph.queries.municipalities import MUNICIPALITIES
from forumgraph.queries.places import ANY, chosen_fora, claims_on_members, fora_in
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import ANY_DATE, Scope


@dataclass(frozen=True)
class ThemeRow:
    """A theme and the core tasks that lie in it; ``part_of`` is the theme that it lies below."""

    id: str
    position: int
    name: str
    kind: str
    kkr: str | None
    part_of: str | None
    round: str
    tasks: tuple[str, ...]
    evidence: tuple[Evidence, ...]


THEMES = Question("themes", ThemeRow, ("rounds", "as_of", "kkr"))


@dataclass(frozen=True)
class ThemeForum:
    """A forum of a theme; ``named`` where the theme's lines name it, ``tasks`` are the core tasks that both have."""

    id: str
    name: str
    status: str
    named: bool
    tasks: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True)
class Theme(ThemeRow):
    """A theme with its fora; ``municipalities`` are those of its KKR that an existing one of them counts in."""

    forums: tuple[ThemeForum, ...]
    municipalities: tuple[str, ...]


@dataclass(frozen=True)
class Themes:
    """The themes, in the order of the data."""

    themes: tuple[Theme, ...]
    rounds: tuple[str, ...]


def themes(graph: Graph, scope: Scope) -> Themes:
    """Return the themes that the rounds of a scope state, each with those fora of the scope that belong to it."""
    as_of = str(scope.selection.as_of or ANY_DATE)
    rows = ask(graph, THEMES, {"rounds": scope.ids, "as_of": as_of, "kkr": list(scope.selection.kkr)})
    chosen = chosen_fora(graph, scope)
    fora = {id_: row for id_, row in fora_in(graph, scope, ANY).items() if chosen is None or id_ in chosen}
    members, kkr = (
        _members(graph, scope),
        {each.name: each.kkr for each in ask(graph, MUNICIPALITIES, {"kkr": [], "municipalities": []})},
    )
    belonging = grouped(ask(graph, FORUM_THEMES, {"rounds": scope.ids, "forums": []}), lambda row: row.id)
    found = []
    for row in rows:
        own = [_forum(each, fora[each.forum], members) for each in belonging.get(row.id, []) if each.forum in fora]
        found.append(_theme(row, own, kkr))
    return Themes(tuple(found), tuple(scope.ids))


def _members(graph: Graph, scope: Scope) -> dict[str, tuple[str, ...]]:
    """Return the chosen municipalities that each forum counts in, by the Danish alphabet."""
    keeps = scope.selection.keeps
    rows = [row for row in counted(claims_on_members(graph, scope)) if keeps(row.municipality, row.kkr)]
    by_forum = grouped(rows, lambda row: row.forum)
    return {id_: tuple(sorted({row.municipality for row in own}, key=sort_key)) for id_, own in by_forum.items()}


def _forum(row: ForumThemeRow, forum: ForumRow, members: dict[str, tuple[str, ...]]) -> ThemeForum:
    return ThemeForum(forum.id, forum.name, forum.status, row.by == "name", row.tasks, members.get(forum.id, ()))


def _theme(row: ThemeRow, forums: list[ThemeForum], kkr: dict[str, str]) -> Theme:
    members = {name for each in forums if each.status == "existing" for name in each.members}
    existing = {name for name in members if row.kkr in (None, kkr[name])}
    return Theme(
        **vars(row),
        forums=tuple(sorted(forums, key=lambda each: sort_key(each.name))),
        municipalities=tuple(sorted(existing, key=sort_key)),
    )
