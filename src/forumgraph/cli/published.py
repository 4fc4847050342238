"""The commands that ask what publications say besides answers, and what differs between two of them."""

from __future__ import annotations

from typing import Any

import click

from forumgraph.cli.asking import Asked, answer
from forumgraph.cli.help import command, text
from forumgraph.cli.options import (
    area_option,
    format_option,
    graph_options,
    kkr_option,
    municipality_option,
    question_options,
    time_options,
)
from forumgraph.reports import Report


@command("findings")
@click.option("--topic", multiple=True, metavar=text("metavar.id"), help=text("findings.topic"))
@time_options
@format_option
@graph_options
def findings(topic: tuple[str, ...], **options: Any) -> None:
    """Print the figures that publications state."""
    from forumgraph.queries.findings import findings as ask_findings  # noqa: PLC0415 - each command loads its own
    from forumgraph.reports.figures import figures_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_findings(asked.graph, asked.scope, topic)
        return figures_report(
            found, asked.header_without_fora("findings", found.rounds, topic=list(topic)), asked.texts
        )

    answer(options, report)


@command("themes")
@question_options
def themes(**options: Any) -> None:
    """Print focus areas with the fora that belong to them."""
    from forumgraph.queries import ask  # noqa: PLC0415
    from forumgraph.queries.forum_rows import TASKS  # noqa: PLC0415
    from forumgraph.queries.themes import themes as ask_themes  # noqa: PLC0415
    from forumgraph.reports.themes import themes_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_themes(asked.graph, asked.scope)
        return themes_report(found, asked.header("themes", found.rounds), tuple(ask(asked.graph, TASKS)), asked.texts)

    answer(options, report)


@command("tasks")
@time_options
@kkr_option
@municipality_option
@format_option
@graph_options
def tasks(**options: Any) -> None:
    """Print who carries on the tasks of the abolished councils."""
    from forumgraph.queries.ledger import ledger  # noqa: PLC0415
    from forumgraph.reports.ledger import ledger_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ledger(asked.graph, asked.scope)
        return ledger_report(found, asked.header("tasks", tuple(asked.scope.ids)), asked.texts)

    answer(options, report)


@command("changes")
@click.option("--from", "from_", required=True, metavar=text("metavar.id"), help=text("changes.from"))
@click.option("--to", required=True, metavar=text("metavar.id"), help=text("changes.to"))
@kkr_option
@municipality_option
@area_option
@format_option
@graph_options
def changes(from_: str, to: str, **options: Any) -> None:
    """Print what differs between two rounds."""
    from forumgraph.queries.changes import changes as ask_changes  # noqa: PLC0415
    from forumgraph.reports.changes import changes_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_changes(asked.graph, asked.scope, from_, to)
        rounds = {"from": found.before.id, "to": found.after.id}
        header = asked.header_without_fora("changes", tuple(rounds.values()), **rounds)
        return changes_report(found, header, asked.scope.areas, asked.texts)

    answer(options, report)


PUBLISHED = (findings, themes, tasks, changes)
