"""The commands about identity: which bodies may be one under two names. Nothing is merged by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from forumgraph.cli.asking import Asked, answer
from forumgraph.cli.help import command, text
from forumgraph.cli.options import Limit, OneOf, question_options
from forumgraph.cli.usage import group
from forumgraph.reports import Report

if TYPE_CHECKING:
    from forumgraph.queries.bodies import About

_TOP = 20  # pairs that are shown unless the user says otherwise

identity = group("identity")


@command("identity.suggest", name="suggest")
@click.option("--about", type=OneOf(["forums", "organisations"]), default="forums", help=text("identity.suggest.about"))
@click.option(
    "--top", type=Limit(), default=_TOP, metavar=text("metavar.number"), help=text("identity.suggest.top", n=_TOP)
)
@click.option("--all", "every", is_flag=True, help=text("identity.suggest.all"))
@question_options
def suggest(about: About, top: int, every: bool, **options: Any) -> None:
    """Print the pairs that may be one body, the likeliest first."""
    from forumgraph.queries.suggestions import Wanted  # noqa: PLC0415 - each command loads its own
    from forumgraph.queries.suggestions import suggest as ask_suggest  # noqa: PLC0415
    from forumgraph.reports.suggestions import suggestions_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_suggest(asked.graph, asked.scope, about, Wanted(top, every))
        chosen = {"about": about, "top": top, "all": every}
        header = asked.header("identity suggest", tuple(asked.scope.ids), **chosen)
        return suggestions_report(found, header, asked.texts)

    answer(options, report)


identity.add_command(suggest)
