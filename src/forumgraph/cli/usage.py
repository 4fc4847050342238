"""Mistakes on the command line, in the user's language and with the nearest known word."""

from __future__ import annotations

import click

from forumgraph.cli.help import text


class Commands(click.Group):
    """The commands, in the order in which they are wanted rather than by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which they were added."""
        return list(self.commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or fail with the nearest name."""
        found = super().get_command(ctx, cmd_name)
        if found is None and not ctx.resilient_parsing:
            raise click.UsageError(
                _suggest(text("usage.no_command", name=cmd_name), cmd_name, list(self.commands)), ctx
            )
        return found


def usage_message(error: click.UsageError) -> str:
    """Return what is wrong, in one sentence, and where the help is, in a second."""
    path = error.ctx.command_path if error.ctx else "forumgraph"
    return f"{_said(error)}\n{text('usage.help', path=path)}"


def _said(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        known = [name for each in error.ctx.command.params for name in each.opts] if error.ctx else []
        return _suggest(text("usage.no_option", name=error.option_name), error.option_name, known)
    if isinstance(error, click.MissingParameter):
        return text("usage.missing", name=_name(error.param))
    if isinstance(error, click.BadOptionUsage):
        return text("usage.no_value", name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _bad_value(error, error.param)
    return error.format_message()


def _bad_value(error: click.BadParameter, param: click.Parameter) -> str:
    if isinstance(param.type, click.Choice):
        allowed = ", ".join(map(str, param.type.choices))
        return text("usage.choice", name=_name(param), allowed=allowed)
    return text("usage.bad_value", name=_name(param), message=error.message)


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "?"
    return param.opts[0] if isinstance(param, click.Option) else (param.metavar or param.name or "?")


def _suggest(said: str, word: str, known: list[str]) -> str:
    from forumgraph.ingest.words import nearest  # noqa: PLC0415 - only a mistake needs it

    near = nearest(word, known)
    return f"{said} {text('usage.did_you_mean', word=near)}" if near else said
