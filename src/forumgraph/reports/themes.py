"""Themes as a report: a line each, with how many fora and municipalities, and then the fora of each."""

from __future__ import annotations

from forumgraph.queries.forum_rows import TaskRow
from forumgraph.queries.themes import Theme, ThemeForum, Themes
from forumgraph.reports.report import Header, Report, Table, cited, fields_of, flat, only, plain
from forumgraph.reports.words import with_status
from forumgraph.texts import Texts


def themes_report(found: Themes, header: Header, tasks: tuple[TaskRow, ...], texts: Texts) -> Report:
    """Return the report of the themes question."""
    body = [only(plain(each), "position") for each in found.themes]
    names = {task.id: task.name(texts.language) for task in tasks}
    tables = (_list(found, names, texts), _forums(found, names, texts))
    shown = tuple(table for table in tables if table.rows or table.notes)
    return Report(header, {"themes": body}, shown, fields_of(Theme, "position"), tuple(map(flat, body)))


def _list(found: Themes, names: dict[str, str], texts: Texts) -> Table:
    rows = tuple(_line(each, names, texts) for each in found.themes)
    keys = ("theme", "kind", "tasks", "forums", "municipalities")
    head = (*(texts(f"themes.head.{key}") for key in keys), texts("report.lines"))
    return Table(texts("themes.title", n=len(rows)), head, rows, _notes(found, texts))


def _line(theme: Theme, names: dict[str, str], texts: Texts) -> tuple[str, ...]:
    kind = texts(f"themes.kind.{theme.kind}")
    return (
        texts("themes.below", name=theme.name) if theme.part_of else theme.name,
        texts("themes.with_kkr", kind=kind, kkr=theme.kkr) if theme.kkr else kind,
        _tasks(theme.tasks, names),
        str(len(theme.forums)),
        str(len(theme.municipalities)),
        cited(theme.evidence),
    )


def _tasks(tasks: tuple[str, ...], names: dict[str, str]) -> str:
    return ", ".join(names[task] for task in tasks)


def _notes(found: Themes, texts: Texts) -> tuple[str, ...]:
    if not found.themes:
        return (texts("themes.none"),)
    alone = [each.name for each in found.themes if not each.forums]
    return (texts("themes.note"), *([texts("themes.no_forum", names=", ".join(alone))] if alone else []))


def _forums(found: Themes, names: dict[str, str], texts: Texts) -> Table:
    """Return a line for each forum of each theme; the theme stands in the first."""
    rows = tuple(
        (
            theme.name if n == 0 else "",
            with_status(forum.name, forum.status, texts),
            _why(forum, names, texts),
            ", ".join(forum.members),
        )
        for theme in found.themes
        for n, forum in enumerate(theme.forums)
    )
    head = (
        texts("themes.head.theme"),
        texts("report.forum"),
        texts("themes.head.why"),
        texts("themes.head.municipalities"),
    )
    return Table(texts("themes.forums_title"), head, rows)


def _why(forum: ThemeForum, names: dict[str, str], texts: Texts) -> str:
    named = [texts("themes.named")] if forum.named else []
    by_tasks = [texts("themes.by_tasks", tasks=_tasks(forum.tasks, names))] if forum.tasks else []
    return "; ".join(named + by_tasks)
