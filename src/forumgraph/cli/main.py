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
from forumgraph.cli.help import text
from forumgraph.cli.options import data_option, graph_option, language_option, stale_option
from forumgraph.cli.output import discard_output, prepare_streams, say
from forumgraph.cli.pages import PAGES
from forumgraph.cli.questions import QUESTIONS
from forumgraph.cli.usage import Commands, usage_message


@click.group(
    cls=Commands, invoke_without_command=True, help=text("help"), subcommand_metavar=text("frame.command_metavar")
)
@click.version_option(forumgraph.__version__, prog_name="forumgraph", help=text("options.version"))
@data_option
@graph_option
@stale_option
@language_option
@click.pass_context
def cli(context: click.Context, /, **_options: Any) -> None:
    """Say in five lines what forumgraph is when no command is named."""
    if context.invoked_subcommand is None:
        click.echo(text("welcome"))


for command in (*QUESTIONS, *FILES, *PAGES):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    prepare_streams()
    try:
        code = _run(arguments)
    except BrokenPipeError:
        discard_output()
        code = 0  # who reads has seen enough (`| head`): no error
    sys.exit(code)


def _run(arguments: list[str] | None) -> int:
    try:
        return _answered(arguments)
    except click.UsageError as error:
        say(usage_message(error))
        return 2
    except (click.Abort, KeyboardInterrupt):
        say(text("interrupted"))
        return 130
    except BrokenPipeError:
        raise
    except Exception as error:
        message, code = failure(error)
        if isinstance(error, OSError):
            discard_output()
        say(message)
        return code


def _answered(arguments: list[str] | None) -> int:
    try:
        result = cli.main(arguments, prog_name="forumgraph", standalone_mode=False)
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # click leaves by itself where a pipe is closed
            raise leaving.__context__ from None
        raise
    sys.stdout.flush()
    return result if isinstance(result, int) else 0
