"""The question of themes: focus areas, guiding marks and action areas, with the fora that belong to each."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import grouped
from forumgraph.queries.evidence import Evidence
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


@dataclass(frozen=True)
class ThemeForumRow:
    """A forum that belongs to a theme: the theme's lines name it, or it has some of the theme's core tasks."""

    theme: str
    forum: str
    forum_name: str
    status: str
    named: bool
    tasks: tuple[str, ...]
    members: tuple[str, ...]


THEMES = Question("themes", ThemeRow, ("rounds", "as_of", "kkr"))
THEME_FORUMS = Question("theme_forums", ThemeForumRow, ("rounds", "day", "areas", "kkr", "municipalities"))


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
class Theme:
    """A theme with its fora; ``municipalities`` are those that an existing one of them counts in."""

    id: str
    name: str
    kind: str
    kkr: str | None
    part_of: str | None
    round: str
    tasks: tuple[str, ...]
    forums: tuple[ThemeForum, ...]
    municipalities: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Themes:
    """The themes, in the order of the data."""

    themes: tuple[Theme, ...]
    rounds: tuple[str, ...]


def themes(graph: Graph, scope: Scope) -> Themes:
    """Return the themes that the rounds of a scope state, each with its fora in those rounds."""
    chosen = scope.parameters
    as_of = str(scope.selection.as_of or ANY_DATE)
    rows = ask(graph, THEMES, {"rounds": scope.ids, "as_of": as_of, "kkr": chosen["kkr"]})
    asked = {"rounds": scope.ids, "day": scope.day, "areas": list(scope.selection.areas), **chosen}
    forums = grouped(ask(graph, THEME_FORUMS, asked), lambda row: row.theme)
    return Themes(tuple(_theme(row, forums.get(row.id, [])) for row in rows), tuple(scope.ids))


def _theme(row: ThemeRow, forums: list[ThemeForumRow]) -> Theme:
    existing = {name for each in forums if each.status == "existing" for name in each.members}
    return Theme(
        id=row.id,
        name=row.name,
        kind=row.kind,
        kkr=row.kkr,
        part_of=row.part_of,
        round=row.round,
        tasks=tuple(sorted(row.tasks)),
        forums=tuple(sorted(map(_forum, forums), key=lambda each: sort_key(each.name))),
        municipalities=tuple(sorted(existing, key=sort_key)),
        evidence=row.evidence,
    )


def _forum(row: ThemeForumRow) -> ThemeForum:
    members = tuple(sorted(row.members, key=sort_key))
    return ThemeForum(row.forum, row.forum_name, row.status, row.named, tuple(sorted(row.tasks)), members)
