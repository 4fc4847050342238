"""The commands about the graph itself: load and remove it, say how it is, ask it in Cypher, compare it with another."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from forumgraph.cli.asking import asking, selection
from forumgraph.cli.failures import failure
from forumgraph.cli.help import command, text
from forumgraph.cli.options import (
    Limit,
    Shared,
    area_option,
    credentials_option,
    data_option,
    form_options,
    format_option,
    graph_options,
    kkr_option,
    language_option,
    municipality_option,
    place_of,
    time_options,
)
from forumgraph.cli.output import Progress, say, show, show_report, tell
from forumgraph.graphdb import Data
from forumgraph.texts.messages import shown

_LIMIT = 1_000  # rows of an own query that are printed unless the user says otherwise


@command("load")
@click.option("--dry-run", is_flag=True, help=text("load.dry_run"))
@form_options("load.format")
@graph_options
def load(dry_run: bool, form: str, **options: Any) -> None:
    """Load the files into the graph and say what was loaded, or only what would be changed."""
    from forumgraph.graphdb.cache import load  # noqa: PLC0415

    if dry_run:
        _dry_run(form, **options)
        return
    shared = Shared.of(options)
    progress = Progress(shared.texts)
    started = time.monotonic()
    now = load(shared.data, progress)
    progress.done()
    warned = [finding for finding in now.reading.findings if finding.severity == "warning"]
    if warned:
        say(shared.texts("notices.warnings", n=len(warned)))
    kinds = ("Municipality", "Forum", "Organisation", "Answer", "MEMBER_OF", "Round")
    seconds = f"{time.monotonic() - started:.1f}".replace(".", shared.texts("notices.decimal"))
    values = {kind.lower(): now.counts[kind] for kind in kinds} | {"seconds": seconds}
    place = shared.data.engine.place
    if now.difference is None:
        tell(shared.texts("notices.loaded", **values, path=place))
        return
    from forumgraph.reports.difference import difference_sentence  # noqa: PLC0415

    changed = difference_sentence(now.difference, shared.texts)
    tell(shared.texts("notices.loaded_server", **values, changed=changed, path=place))


def _dry_run(form: str, **options: Any) -> None:
    from forumgraph.graphdb.cache import difference  # noqa: PLC0415
    from forumgraph.reports.difference import difference_report  # noqa: PLC0415

    shared = Shared.of(options)
    progress = Progress(shared.texts)
    found = difference(shared.data, progress)
    progress.done()
    made = difference_report(found, shared.data.engine.place, shared.texts)
    show_report(made, form, shared.texts)


@command("unload")
@graph_options
def unload(**options: Any) -> None:
    """Remove the graph."""
    shared = Shared.of(options)
    shared.data.engine.unload()
    tell(shared.texts("notices.unloaded", path=shared.data.engine.place))


@command("doctor")
@format_option
@graph_options
def doctor(form: str, **options: Any) -> None:
    """Print how the graph is; exit 3 where it cannot answer."""
    from forumgraph.graphdb.health import examine  # noqa: PLC0415
    from forumgraph.reports.doctor import doctor_report  # noqa: PLC0415

    shared = Shared.of(options)
    found = examine(shared.data)
    show_report(doctor_report(found, shared.texts), form, shared.texts)
    if found.problem:
        message, code = failure(found.problem)
        say(message)
        raise click.exceptions.Exit(code)


@command("cypher")
@click.argument("query", required=False, metavar=text("cypher.argument"))
@click.option("--file", type=click.Path(path_type=Path), metavar=text("metavar.file"), help=text("cypher.file"))
@click.option("--param", multiple=True, metavar=text("metavar.assignment"), help=text("cypher.param"))
@click.option("--limit", type=Limit(), default=_LIMIT, metavar=text("metavar.number"), help=text("cypher.limit"))
@click.option("--print", "printed", metavar=text("metavar.id"), help=text("cypher.print"))
@time_options
@kkr_option
@municipality_option
@area_option
@format_option
@graph_options
def cypher(query: str | None, file: Path | None, printed: str | None, **options: Any) -> None:
    """Run an own query, or show a built-in question."""
    if sum(each is not None for each in (query, file, printed)) != 1:
        raise click.UsageError(text("usage.query_or_file"), click.get_current_context())
    if printed:
        _print(printed, **options)
        return
    if chosen := [name for name in ("round_", "as_of", "kkr", "municipality", "area") if options[name]]:
        option = "--" + chosen[0].strip("_").replace("_", "-")
        raise click.UsageError(text("usage.only_printed", option=option), click.get_current_context())
    from forumgraph.graphdb.cache import open_current  # noqa: PLC0415
    from forumgraph.queries.console import run, slips  # noqa: PLC0415
    from forumgraph.reports.cypher import cypher_report  # noqa: PLC0415

    shared = Shared.of(options)
    parameters = _parameters(options["param"])
    asked = file.read_text(encoding="utf-8-sig", errors="replace") if file else query or ""
    for word, meant in slips(asked):
        say(shared.texts("notices.slip", word=shown(word), meant=meant))
    opened = open_current(shared.data, _notice(shared), Progress(shared.texts), stale=shared.stale)
    try:
        answer = run(opened.graph, asked, parameters, options["limit"])
    finally:
        opened.graph.close()
    made = cypher_report(answer, parameters, options["limit"], shared.texts)
    show_report(made, options["form"], shared.texts)


def _print(printed: str, **options: Any) -> None:
    from forumgraph.queries.console import pasted, question_of  # noqa: PLC0415

    question = question_of(printed)
    with asking(options, selection(options)) as asked:
        made = pasted(question, asked.scope)
    show(made)


def _parameters(typed: tuple[str, ...]) -> dict[str, Any]:
    """Return parameters by name; raise UsageError where one is not NAME=VALUE."""
    from forumgraph.queries.console import value_of  # noqa: PLC0415

    found = {}
    for word in typed:
        name, sign, value = word.partition("=")
        if not sign or not name.isidentifier():
            raise click.UsageError(text("usage.not_an_assignment", value=shown(word)), click.get_current_context())
        found[name] = value_of(value)
    return found


def _notice(shared: Shared) -> Callable[[str, dict[str, str]], None]:
    def notice(key: str, values: dict[str, str]) -> None:
        say(shared.texts(f"notices.{key}", **values))

    return notice


@command("parity")
@click.option("--graph", metavar=text("metavar.address"), help=text("parity.graph"))
@click.option("--against", metavar=text("metavar.address"), help=text("parity.against"))
@credentials_option
@data_option
@format_option
@language_option
def parity(against: str | None, form: str, **options: Any) -> None:
    """Compare two graphs, question by question; exit 1 where they differ."""
    from forumgraph.graphdb.cache import open_current  # noqa: PLC0415
    from forumgraph.graphdb.loaded import loaded  # noqa: PLC0415
    from forumgraph.queries.parity import compare  # noqa: PLC0415
    from forumgraph.reports.parity import parity_report  # noqa: PLC0415

    shared = Shared.of(options)
    first, second = _both(shared.data, against, options)
    notice, progress = _notice(shared), Progress(shared.texts)
    one = open_current(first, notice, progress).graph
    try:
        other = open_current(second, notice, progress).graph
        try:
            a, b = loaded(one), loaded(other)
            if a and b and a.fingerprint != b.fingerprint:
                say(shared.texts("parity.other_data"))
            found = list(compare(one, other, lambda id_, n: progress.say("parity.comparing", question=id_, n=n)))
        finally:
            other.close()
    finally:
        one.close()
    progress.done()
    made = parity_report(found, first.engine.place, second.engine.place, shared.texts)
    show_report(made, form, shared.texts)
    if any(each.difference for each in found):
        raise click.exceptions.Exit(1)


def _both(data: Data, against: str | None, options: dict[str, Any]) -> tuple[Data, Data]:
    """Return the data with each of the two graphs; the first is the embedded one unless it was named."""
    early = click.get_current_context().find_root().params
    word = options.get("graph") or early.get("graph") or os.environ.get("FORUMGRAPH_GRAPH")
    credentials = options.get("credentials") or early.get("credentials")
    first = place_of(word, credentials, server=False)
    second = place_of(against, credentials)
    if second is None:
        raise click.UsageError(text("usage.no_second_graph"), click.get_current_context())
    return replace(data, graph=first), replace(data, graph=second)


GRAPHS = (load, unload, doctor, cypher, parity)
