"""Help in the user's language, with the frame that click draws around it; read while the commands are defined."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import click

from forumgraph.cli.output import show
from forumgraph.texts import LANGUAGES, Texts, terminal_language
from forumgraph.texts.messages import shown


@cache
def language() -> str:
    """Return the language typed as ``--lang`` anywhere on the command line, else the terminal's.

    Help is written before the command line is read, so that the option is looked for among the words as they stand.
    """
    words = " ".join(sys.argv[1:]).replace("--lang=", "--lang ").split(" ")
    typed = [after for word, after in itertools.pairwise(words) if word == "--lang" and after in LANGUAGES]
    return typed[-1] if typed else terminal_language()


def text(key: str, **values: object) -> str:
    """Return a text of the command line's own file in the catalogue."""
    return Texts(language())(f"cli.{key}", **values)


class Command(click.Command):
    """A command whose help says everything in the user's language, and that refuses words it cannot use."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **{"options_metavar": text("frame.options_metavar"), **named})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of a command line; words that are left over are refused in the user's language."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # so that the message can name the command
            raise
        if rest and not isinstance(self, click.Group):
            raise click.UsageError(text("usage.too_many", words=shown(" ".join(rest))), ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is typed."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{text('frame.usage')} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, each with what it does."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [found for option in options if (found := option.get_help_record(ctx))]
        needed = f"[{text('frame.required')}]"
        with formatter.section(text("frame.options")):
            formatter.write_dl([(name, about.replace("[required]", needed)) for name, about in records])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        option = super().get_help_option(ctx)
        if option:
            option.help = text("options.help")
            option.callback = _show_help
        return option


def _show_help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        show(f"{ctx.get_help()}\n")
        ctx.exit()


def command(key: str, *, name: str | None = None) -> Callable[[Callable[..., Any]], click.Command]:
    """Return a decorator that makes a command of a function, with the help texts that stand under a key."""
    return click.command(name or key, cls=Command, help=text(f"{key}.help"), short_help=text(f"{key}.short"))
