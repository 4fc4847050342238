"""Mistakes on the command line, in the user's language and with the nearest known word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from forumgraph.cli.help import Command, text
from forumgraph.cli.output import show
from forumgraph.texts.messages import shown


class Commands(Command, click.Group):
    """The commands, in the order in which they are wanted rather than by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which they were added."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        with formatter.section(text("frame.commands")):
            formatter.write_dl([(name, each.get_short_help_str(200)) for name, each in self.commands.items()])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or fail with the nearest name."""
        found = super().get_command(ctx, cmd_name)
        if found is None and not ctx.resilient_parsing:
            raise click.UsageError(
                suggest(text("usage.no_command", name=shown(cmd_name)), cmd_name, list(self.commands)), ctx
            )
        return found


def group(key: str) -> Commands:
    """Return a command with commands of its own, whose texts stand under a key; by itself it shows what it has."""
    return Commands(
        key,
        callback=_choices,
        invoke_without_command=True,
        help=text(f"{key}.help"),
        short_help=text(f"{key}.short"),
        subcommand_metavar=text("frame.command_metavar"),
    )


@click.pass_context
def _choices(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        show(f"{context.get_help()}\n")


def every_command(commands: Commands, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield each command as it is typed after the program's name, those of a group in place of the group."""
    for name, each in commands.commands.items():
        if isinstance(each, Commands):
            yield from every_command(each, f"{before}{name} ")
        else:
            yield f"{before}{name}", each


def usage_message(error: click.UsageError) -> str:
    """Return what is wrong, in one sentence, and where the help is, in a second."""
    path = error.ctx.command_path if error.ctx else "forumgraph"
    return f"{_said(error)}\n{text('usage.help', path=path)}"


def _said(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        known = [name for each in error.ctx.command.params for name in each.opts] if error.ctx else []
        return suggest(text("usage.no_option", name=shown(error.option_name)), error.option_name, known)
    if isinstance(error, click.MissingParameter):
        return text("usage.missing", name=_name(error.param))
    if isinstance(error, click.BadOptionUsage):
        return text("usage.takes_no_value" if _is_flag(error) else "usage.no_value", name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return text("usage.bad_value", name=_name(error.param), message=error.message)
    return error.format_message()


def _is_flag(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx else []
    return any(isinstance(each, click.Option) and each.is_flag and error.option_name in each.opts for each in params)


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "?"
    return param.opts[0] if isinstance(param, click.Option) else (param.metavar or param.name or "?")


def suggest(said: str, word: str, known: Iterable[str]) -> str:
    """Return a sentence with the nearest known word after it, where one is near."""
    from forumgraph.ingest.words import nearest  # noqa: PLC0415 - only a mistake needs it

    near = nearest(word, known)
    return f"{said} {text('usage.did_you_mean', word=near)}" if near else said
