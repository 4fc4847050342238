"""The commands on what KKRs recommend: the catalogue, and one KKR beside another; progress has a module of its own."""

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
    time_options,
)
from forumgraph.cli.progress import progress
from forumgraph.reports import Report


@command("requirements")
@time_options
@kkr_option
@area_option
@format_option
@graph_options
def requirements(**options: Any) -> None:
    """Print what KKRs recommend."""
    from forumgraph.queries.requirements import requirements as ask_requirements  # noqa: PLC0415 - each loads its own
    from forumgraph.reports.requirements import requirements_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_requirements(asked.graph, asked.scope)
        rounds = tuple(dict.fromkeys(row.round for row in found.requirements))
        return requirements_report(
            found, asked.header_without_fora("requirements", rounds), asked.scope.areas, asked.texts
        )

    answer(options, report)


@command("compare")
@click.option("--kkr", required=True, multiple=True, metavar=text("metavar.name"), help=text("compare.kkr"))
@click.option("--both", is_flag=True, help=text("compare.both"))
@time_options
@municipality_option
@area_option
@format_option
@graph_options
def compare(both: bool, **options: Any) -> None:
    """Print what one KKR's fora would mean against another's recommendations."""
    from forumgraph.queries.compare import compare as ask_compare  # noqa: PLC0415
    from forumgraph.reports.compare import compare_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        if len(set(asked.scope.selection.kkr)) != 2 or len(options["kkr"]) != 2:  # noqa: PLR2004 - one against another
            raise click.UsageError(text("usage.two_kkr"), click.get_current_context())
        found = ask_compare(asked.graph, asked.scope, both=both)
        return compare_report(found, asked.header("compare", tuple(asked.scope.ids), both=both), asked.texts)

    answer(options, report)


REQUIREMENTS = (requirements, progress, compare)
