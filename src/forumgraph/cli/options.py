"""The options that commands share, and what they come to: files, graph, language, selection."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from forumgraph.cli.help import language, text
from forumgraph.cli.usage import suggest
from forumgraph.graphdb import Data
from forumgraph.graphdb.server import Address, AddressRefused, address_of, is_address
from forumgraph.texts import LANGUAGES, Texts
from forumgraph.texts.messages import shown

F = TypeVar("F", bound=Callable[..., Any])

_SUFFIXES = (".yaml", ".yml")
_EXCEL = "forumgraph.excel"  # where a command line keeps that --excel was typed


class OneOf(click.Choice):  # type: ignore[type-arg]  # not generic in the oldest click that will do
    """One of a few words; another is refused in the user's language, with the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the word, or refuse it."""
        if value in self.choices:
            return value
        allowed = [str(each) for each in self.choices]
        said = text("usage.choice", value=shown(str(value)), allowed=", ".join(allowed))
        raise click.BadParameter(suggest(said, str(value), allowed), ctx, param)


class Day(click.ParamType):  # type: ignore[type-arg]  # as above
    """A full date, as 2015-08-20."""

    name = "date"  # only shown where an option names no metavar

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the date, or refuse in the user's language."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(text("usage.not_a_date", value=shown(str(value))), param, ctx)


class Year(click.ParamType):  # type: ignore[type-arg]  # as above
    """A year, as 2015."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the year, or refuse in the user's language."""
        typed = str(value)
        if not re.fullmatch("[0-9]{4}", typed) or typed == "0000":
            self.fail(text("usage.not_a_year", value=shown(typed)), param, ctx)
        return int(typed)


class Moment(click.ParamType):  # type: ignore[type-arg]  # as above
    """A year, a month or a day, as 2015, 2015-08 or 2015-08-20."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the moment, or refuse in the user's language."""
        from forumgraph.ingest.moments import is_moment  # noqa: PLC0415 - the help needs no data

        if not is_moment(str(value)):
            self.fail(text("usage.not_a_moment", value=shown(str(value))), param, ctx)
        return str(value)


class Limit(click.ParamType):  # type: ignore[type-arg]  # as above
    """A number of rows from 1 on."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or refuse in the user's language."""
        typed = str(value)
        if not (typed.isascii() and typed.isdecimal() and 0 < int(typed) < sys.maxsize):
            self.fail(text("usage.not_a_limit", value=shown(typed)), param, ctx)
        return int(typed)


def _all(*options: Callable[[F], F]) -> Callable[[F], F]:
    def decorate(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


language_option = click.option("--lang", type=OneOf(LANGUAGES), help=text("options.lang"))
data_option = click.option(
    "--data", multiple=True, type=click.Path(path_type=Path), metavar=text("metavar.path"), help=text("options.data")
)
graph_option = click.option("--graph", metavar=text("metavar.address"), help=text("options.graph"))
credentials_option = click.option(
    "--credentials", type=click.Path(path_type=Path), metavar=text("metavar.file"), help=text("options.credentials")
)
stale_option = click.option("--stale", is_flag=True, help=text("options.stale"))


def _wants_excel(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    context.meta[_EXCEL] = wanted


def _form(context: click.Context, _: click.Parameter, form: str) -> str:
    """Return the form of the answer: ``--excel`` is CSV of its own kind, and no other can be asked for beside it."""
    if not context.meta[_EXCEL]:
        return form
    if form != "csv" and context.get_parameter_source("form") is not ParameterSource.DEFAULT:
        raise click.UsageError(text("usage.excel_is_csv", form=form), context)
    return "excel"


def form_options(about: str) -> Callable[[F], F]:
    """Return ``--format``, about which a text says what it is the form of, and ``--excel``; both give ``form``."""
    return _all(
        click.option(
            "--format",
            "form",
            type=OneOf(["table", "json", "csv", "markdown"]),
            default="table",
            callback=_form,
            help=text(about),
        ),
        click.option(
            "--excel",
            is_flag=True,
            is_eager=True,  # so that it is known when the format is read, wherever the two were typed
            expose_value=False,
            callback=_wants_excel,
            help=text("options.excel"),
        ),
    )


format_option = form_options("options.format")
round_option = click.option("--round", "round_", metavar=text("metavar.id"), help=text("options.round"))
as_of_option = click.option("--as-of", type=Day(), metavar=text("metavar.date"), help=text("options.as_of"))
kkr_option = click.option("--kkr", multiple=True, metavar=text("metavar.name"), help=text("options.kkr"))
municipality_option = click.option(
    "--municipality", multiple=True, metavar=text("metavar.name"), help=text("options.municipality")
)
area_option = click.option("--area", multiple=True, metavar=text("metavar.id"), help=text("options.area"))

place_options = _all(graph_option, credentials_option)
graph_options = _all(data_option, place_options, stale_option, language_option)
time_options = _all(round_option, as_of_option)
selection_options = _all(time_options, kkr_option, municipality_option, area_option)
question_options = _all(selection_options, format_option, graph_options)


@dataclass(frozen=True)
class Shared:
    """What the shared options come to for one command."""

    data: Data
    stale: bool
    texts: Texts

    @classmethod
    def of(cls, options: dict[str, Any]) -> Shared:
        """Gather a command's options; behind them those given before its name, the environment, the defaults."""
        early = click.get_current_context().find_root().params
        names = ("data", "graph", "credentials", "stale", "lang")
        chosen = {name: options.get(name) or early.get(name) for name in names}
        paths, given = data_paths(chosen["data"] or ())
        place = place_of(chosen["graph"] or os.environ.get("FORUMGRAPH_GRAPH"), chosen["credentials"])
        return cls(Data(paths, given, place), bool(chosen["stale"]), Texts(chosen["lang"] or language()))


def page_language(options: dict[str, Any]) -> str:
    """Return the page's language: Danish unless another was chosen, whatever the terminal speaks."""
    return options.get("lang") or click.get_current_context().find_root().params.get("lang") or "da"


def place_of(word: str | None, credentials: Path | None, *, server: bool = True) -> Path | Address | None:
    """Return where a graph lies: the file or the server of a word, else (``server``) that of file or environment.

    None where nothing names one. An address that cannot be used is a mistake in what was typed.
    """
    if word and not is_address(word):
        return Path(word)
    if not word and not server:
        return None
    named = credentials or _path("FORUMGRAPH_CREDENTIALS")
    try:
        return address_of(word, os.environ, named)
    except AddressRefused as refused:
        said = Texts(language())(f"errors.{refused.key}", **refused.values)
        raise click.UsageError(said, click.get_current_context()) from None


def _path(variable: str) -> Path | None:
    return Path(os.environ[variable]) if os.environ.get(variable) else None


def data_paths(named: tuple[Path, ...]) -> tuple[tuple[Path, ...], bool]:
    """Return the files to read and whether the user named them: options, environment, ``data/`` here, what ships."""
    from forumgraph.ingest.files import shipped_data  # noqa: PLC0415 - the help needs no data

    if named:
        return tuple(named), True
    if found := [part for part in os.environ.get("FORUMGRAPH_DATA", "").split(os.pathsep) if part]:
        return tuple(map(Path, found)), True
    here = Path("data")
    if here.is_dir() and any(each.suffix in _SUFFIXES for each in here.iterdir()):
        return (here,), False
    return (shipped_data(),), False
