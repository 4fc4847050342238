"""The door: commands are found, expected errors become one sentence and an exit code, never a traceback.

Exit codes: 0 fine · 1 a problem in the data or the question · 2 usage · 3 the graph cannot be reached.
"""

from __future__ import annotations

import sys
from typing import Any

import click

import forumgraph
from forumgraph.cli.failures import failure
from forumgraph.cli.files import FILES
from forumgraph.cli.graphs import GRAPHS
from forumgraph.cli.help import text
from forumgraph.cli.identity import IDENTITY
from forumgraph.cli.options import data_option, language_option, place_options, stale_option
from forumgraph.cli.output import OutputClosed, discard_output, prepare_streams, say, show
from forumgraph.cli.overlaps import OVERLAPS
from forumgraph.cli.pages import PAGES
from forumgraph.cli.published import PUBLISHED
from forumgraph.cli.questions import QUESTIONS
from forumgraph.cli.requirements import REQUIREMENTS
from forumgraph.cli.usage import Commands, usage_message


def _version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        show(f"forumgraph {forumgraph.__version__}\n")
        context.exit()


@click.group(
    cls=Commands, invoke_without_command=True, help=text("help"), subcommand_metavar=text("frame.command_metavar")
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help=text("options.version")
)
@data_option
@place_options
@stale_option
@language_option
@click.pass_context
def cli(context: click.Context, /, **_options: Any) -> None:
    """Say in five lines what forumgraph is when no command is named."""
    if context.invoked_subcommand is None:
        show(text("welcome") + "\n")


for command in (*QUESTIONS, *PUBLISHED, *REQUIREMENTS, *OVERLAPS, *IDENTITY, *FILES, *GRAPHS, *PAGES):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    prepare_streams()
    try:
        code = _run(arguments)
    except OutputClosed:
        discard_output()
        code = 0
    sys.exit(code)


def _run(arguments: list[str] | None) -> int:
    try:
        result = cli.main(arguments, prog_name="forumgraph", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.UsageError as error:
        say(usage_message(error))
        return 2
    except (click.Abort, KeyboardInterrupt):
        say(text("interrupted"))
        return 130
    except OutputClosed:
        raise
    except Exception as error:
        message, code = failure(error)
        if isinstance(error, OSError):
            discard_output()
        say(message)
        return code
