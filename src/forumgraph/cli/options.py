"""The options that commands share, and what they come to: files, graph, language, selection."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from forumgraph.cli.help import language, text
from forumgraph.cli.usage import suggest
from forumgraph.texts import LANGUAGES, Texts
from forumgraph.texts.messages import shown

F = TypeVar("F", bound=Callable[..., Any])

_SUFFIXES = (".yaml", ".yml")


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
graph_option = click.option(
    "--graph", type=click.Path(path_type=Path), metavar=text("metavar.path"), help=text("options.graph")
)
stale_option = click.option("--stale", is_flag=True, help=text("options.stale"))
format_option = click.option(
    "--format",
    "form",
    type=OneOf(["table", "json", "csv", "markdown"]),
    default="table",
    help=text("options.format"),
)
round_option = click.option("--round", "round_", metavar=text("metavar.id"), help=text("options.round"))
as_of_option = click.option("--as-of", type=Day(), metavar=text("metavar.date"), help=text("options.as_of"))
kkr_option = click.option("--kkr", multiple=True, metavar=text("metavar.name"), help=text("options.kkr"))
municipality_option = click.option(
    "--municipality", multiple=True, metavar=text("metavar.name"), help=text("options.municipality")
)
area_option = click.option("--area", multiple=True, metavar=text("metavar.id"), help=text("options.area"))

graph_options = _all(data_option, graph_option, stale_option, language_option)
time_options = _all(round_option, as_of_option)
selection_options = _all(time_options, kkr_option, municipality_option, area_option)
question_options = _all(selection_options, format_option, graph_options)


@dataclass(frozen=True)
class Shared:
    """What the shared options come to for one command."""

    paths: tuple[Path, ...]
    given: bool
    graph: Path | None
    stale: bool
    texts: Texts

    @classmethod
    def of(cls, options: dict[str, Any]) -> Shared:
        """Gather a command's options; behind them those given before its name, the environment, the defaults."""
        early = click.get_current_context().find_root().params
        chosen = {name: options.get(name) or early.get(name) for name in ("data", "graph", "stale", "lang")}
        paths, given = data_paths(chosen["data"] or ())
        graph = chosen["graph"] or (
            Path(os.environ["FORUMGRAPH_GRAPH"]) if os.environ.get("FORUMGRAPH_GRAPH") else None
        )
        return cls(paths, given, graph, bool(chosen["stale"]), Texts(chosen["lang"] or language()))


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
