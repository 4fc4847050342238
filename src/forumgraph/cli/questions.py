"""The commands that ask a question; each only ties options, question and report together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from forumgraph.cli.asking import Asked, answer, selection
from forumgraph.cli.help import command, text
from forumgraph.cli.options import (
    Limit,
    OneOf,
    area_option,
    format_option,
    graph_options,
    kkr_option,
    municipality_option,
    question_options,
    time_options,
)
from forumgraph.queries.representation import ROLES
from forumgraph.reports import Report


@command("coverage")
@question_options
def coverage(**options: Any) -> None:
    """Print the coverage matrix."""
    from forumgraph.queries.coverage import coverage as ask_coverage  # noqa: PLC0415 - each command loads its own
    from forumgraph.reports.coverage import coverage_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_coverage(asked.graph, asked.scope)
        return coverage_report(found, asked.header("coverage", found.rounds), asked.scope.areas, asked.texts)

    answer(options, report)


@command("gaps")
@click.option("--area", required=True, multiple=True, metavar=text("metavar.id"), help=text("gaps.area"))
@time_options
@kkr_option
@municipality_option
@format_option
@graph_options
def gaps(area: tuple[str, ...], **options: Any) -> None:
    """Print who has no established forum in an area."""
    if len(area) > 1:
        raise click.UsageError(text("usage.one_area"), click.get_current_context())
    from forumgraph.queries.gaps import gaps as ask_gaps  # noqa: PLC0415
    from forumgraph.reports.gaps import gaps_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_gaps(asked.graph, asked.scope)
        (meant,) = (each for each in asked.scope.areas if each.id == found.area)
        return gaps_report(found, asked.header("gaps", found.rounds), meant, asked.texts)

    answer(options, report, replace(selection(options), areas=area))


@command("forum")
@click.argument("name", metavar=text("forum.argument"))
@time_options
@format_option
@graph_options
def forum(name: str, **options: Any) -> None:
    """Print everything known of one forum."""
    from forumgraph.queries import ask  # noqa: PLC0415
    from forumgraph.queries.forum import forum as ask_forum  # noqa: PLC0415
    from forumgraph.queries.forum_rows import TASKS  # noqa: PLC0415
    from forumgraph.reports.forum import Vocabulary, forum_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_forum(asked.graph, asked.scope, name)
        header = asked.header_without_fora("forum", tuple(asked.scope.ids), forum=found.id)
        words = Vocabulary(asked.scope.areas, tuple(ask(asked.graph, TASKS)))
        return forum_report(found, header, words, asked.texts)

    answer(options, report)


@command("forums")
@question_options
def forums(**options: Any) -> None:
    """Print all fora."""
    from forumgraph.queries.forum import forums as ask_forums  # noqa: PLC0415
    from forumgraph.reports.forum import forums_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_forums(asked.graph, asked.scope)
        return forums_report(found, asked.header("forums", tuple(asked.scope.ids)), asked.scope.areas, asked.texts)

    answer(options, report)


@command("municipality")
@click.argument("name", metavar=text("municipality.argument"))
@time_options
@area_option
@format_option
@graph_options
def municipality(name: str, **options: Any) -> None:
    """Print everything known of one municipality."""
    from forumgraph.queries.municipality import municipality as ask_municipality  # noqa: PLC0415
    from forumgraph.reports.municipality import municipality_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_municipality(asked.graph, asked.scope)
        header = asked.header("municipality", tuple(asked.scope.ids))
        return municipality_report(found, header, asked.scope.areas, asked.texts)

    answer(options, report, replace(selection(options), municipalities=(name,)))


@command("representation")
@click.option(
    "--role",
    multiple=True,
    type=OneOf(ROLES),
    metavar=text("metavar.role"),
    help=text("representation.role", roles=", ".join(ROLES)),
)
@question_options
def representation(role: tuple[str, ...], **options: Any) -> None:
    """Print which politicians take part in which forum."""
    from forumgraph.queries.representation import representation as ask_representation  # noqa: PLC0415
    from forumgraph.reports.representation import representation_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_representation(asked.graph, asked.scope, role)
        header = asked.header("representation", found.rounds, role=list(role))
        return representation_report(found, header, asked.scope.areas, asked.texts)

    answer(options, report)


@command("network")
@click.option("--of", type=OneOf(["municipalities", "forums"]), help=text("network.of"))
@click.option("--top", type=Limit(), metavar=text("metavar.number"), help=text("network.top"))
@question_options
def network(of: str | None, top: int | None, **options: Any) -> None:
    """Print which municipalities and fora hold the network together."""
    from forumgraph.queries.network import network as ask_network  # noqa: PLC0415
    from forumgraph.reports.network import Listed, network_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_network(asked.graph, asked.scope)
        return network_report(
            found, Listed(of, top), asked.header("network", found.rounds, of=of, top=top), asked.texts
        )

    answer(options, report)


@command("rounds")
@time_options
@format_option
@graph_options
def rounds(**options: Any) -> None:
    """Print what each round claims beside what its rows say."""
    from forumgraph.queries.rounds import rounds as ask_rounds  # noqa: PLC0415
    from forumgraph.reports.rounds import rounds_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_rounds(asked.graph, asked.scope)
        return rounds_report(found, asked.header_without_fora("rounds", tuple(asked.scope.ids)), asked.texts)

    answer(options, report)


@command("organisations")
@click.argument("name", required=False, metavar=text("organisations.argument"))
@question_options
def organisations(name: str | None, **options: Any) -> None:
    """Print in which fora organisations sit, or everything known of one."""
    from forumgraph.queries.organisations import organisations as ask_organisations  # noqa: PLC0415
    from forumgraph.reports.organisations import organisations_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_organisations(asked.graph, asked.scope, name)
        meant = found.organisations[0].id if name else None
        header = asked.header("organisations", found.rounds, organisation=meant)
        return organisations_report(found, header, asked.scope.areas, asked.texts, one=meant is not None)

    answer(options, report)


QUESTIONS = (coverage, gaps, forum, forums, municipality, representation, organisations, network, rounds)
