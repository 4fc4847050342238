"""The commands that ask for overlap: who meets whom twice, which circles there are, what is said from one side only."""

from __future__ import annotations

from typing import Any

import click

from forumgraph.cli.asking import Asked, answer
from forumgraph.cli.help import command, text
from forumgraph.cli.options import Limit, question_options
from forumgraph.cli.usage import group
from forumgraph.reports import Report

MOST = 500  # pairs of fora: a survey has two hundred, all of Denmark more than anybody reads

top_option = click.option("--top", type=Limit(), default=MOST, metavar=text("metavar.number"), help=text("overlap.top"))
overlap = group("overlap")


@command("overlap_municipalities", name="municipalities")
@click.option("--with", "beside", metavar=text("metavar.name"), help=text("overlap_municipalities.with"))
@click.option("--matrix", is_flag=True, help=text("overlap_municipalities.matrix"))
@question_options
def municipalities(beside: str | None, matrix: bool, **options: Any) -> None:
    """Print pairs of municipalities that share fora."""
    from forumgraph.queries.overlap_municipalities import overlap_municipalities  # noqa: PLC0415
    from forumgraph.queries.selection import known_municipality  # noqa: PLC0415
    from forumgraph.reports.overlap import municipalities_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        meant = known_municipality(asked.graph, beside) if beside else None
        found = overlap_municipalities(asked.graph, asked.scope, meant)
        header = asked.header("overlap municipalities", found.rounds, **{"with": meant})
        return municipalities_report(found, header, asked.texts, matrix=matrix)

    answer(options, report)


@command("overlap_forums", name="forums")
@click.option("--with", "beside", metavar=text("forum.argument"), help=text("overlap_forums.with"))
@top_option
@question_options
def forums(beside: str | None, top: int, **options: Any) -> None:
    """Print pairs of fora that share members, with what they seem to be."""
    from forumgraph.queries import ask  # noqa: PLC0415
    from forumgraph.queries.forum_rows import TASKS  # noqa: PLC0415
    from forumgraph.queries.names import find  # noqa: PLC0415
    from forumgraph.queries.overlap_forums import overlap_forums  # noqa: PLC0415
    from forumgraph.reports.forum import Vocabulary  # noqa: PLC0415
    from forumgraph.reports.overlap import forums_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        meant = find(asked.graph, beside) if beside else None
        found = overlap_forums(asked.graph, asked.scope, top, meant)
        header = asked.header("overlap forums", found.rounds, **{"with": meant, "top": top})
        return forums_report(found, header, Vocabulary(asked.scope.areas, tuple(ask(asked.graph, TASKS))), asked.texts)

    answer(options, report)


@command("overlap_circles", name="circles")
@question_options
def circles(**options: Any) -> None:
    """Print the circles of municipalities that keep meeting, and who is in several."""
    from forumgraph.queries.overlap_circles import overlap_circles  # noqa: PLC0415
    from forumgraph.reports.circles import circles_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = overlap_circles(asked.graph, asked.scope)
        return circles_report(found, asked.header("overlap circles", found.rounds), asked.scope.areas, asked.texts)

    answer(options, report)


@command("overlap_reciprocity", name="reciprocity")
@question_options
def reciprocity(**options: Any) -> None:
    """Print memberships that are said from one side only."""
    from forumgraph.queries.overlap_reciprocity import overlap_reciprocity  # noqa: PLC0415
    from forumgraph.reports.circles import reciprocity_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = overlap_reciprocity(asked.graph, asked.scope)
        return reciprocity_report(found, asked.header("overlap reciprocity", found.rounds), asked.texts)

    answer(options, report)


@command("conflicts")
@question_options
def conflicts(**options: Any) -> None:
    """Print every claim on which reporters differ."""
    from forumgraph.queries.conflicts import conflicts as ask_conflicts  # noqa: PLC0415
    from forumgraph.reports.conflicts import conflicts_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_conflicts(asked.graph, asked.scope)
        return conflicts_report(found, asked.header("conflicts", found.rounds), asked.texts)

    answer(options, report)


for each in (municipalities, forums, circles, reciprocity):
    overlap.add_command(each)

OVERLAPS = (overlap, conflicts)
