"""The commands that write pages: the atlas, and its network alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from forumgraph.cli.asking import asking, selection
from forumgraph.cli.help import command, text
from forumgraph.cli.options import graph_options, page_language, selection_options
from forumgraph.cli.output import tell

if TYPE_CHECKING:
    from forumgraph.maps.atlas import Wanted, Written
    from forumgraph.maps.edition import Edition
    from forumgraph.texts import Texts

output_option = click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar=text("metavar.file"),
    help=text("atlas.output"),
)


def _file(name: str) -> Callable[[Any], Any]:
    kind = click.Path(path_type=Path)
    return click.option(f"--{name}", type=kind, metavar=text("metavar.file"), help=text(f"atlas.{name}"))


@command("atlas")
@output_option
@click.option("--pages", type=click.Path(path_type=Path), metavar=text("metavar.folder"), help=text("atlas.pages"))
@click.option("--no-companions", is_flag=True, help=text("atlas.no_companions"))
@_file("brand")
@_file("geojson")
@selection_options
@graph_options
def atlas(output: Path, pages: Path | None, no_companions: bool, **options: Any) -> None:
    """Write the atlas and what goes with it."""
    from forumgraph.maps import Wanted  # noqa: PLC0415

    def wanted(edition: Edition) -> Wanted:
        return Wanted(output, page_language(options), edition, not no_companions, pages)

    _write(options, wanted)


@command("map")
@output_option
@selection_options
@graph_options
def map_(output: Path, **options: Any) -> None:
    """Write the atlas's page alone, which opens with the network."""
    from dataclasses import replace  # noqa: PLC0415

    from forumgraph.maps import Wanted  # noqa: PLC0415

    _write(options, lambda edition: Wanted(output, page_language(options), replace(edition, start="network"), False))


def _write(options: dict[str, Any], wanted: Callable[[Edition], Wanted]) -> None:
    """Read the user's own files, so that a slip in them is said before much is asked; then ask and write."""
    from forumgraph.maps import write_atlas  # noqa: PLC0415
    from forumgraph.maps.branding import Branding, read_branding  # noqa: PLC0415
    from forumgraph.maps.data import map_data  # noqa: PLC0415
    from forumgraph.maps.edition import Edition  # noqa: PLC0415

    with asking(options, selection(options)) as asked:
        areas = [area.id for area in asked.scope.areas]
        branding = read_branding(options["brand"], areas) if options.get("brand") else Branding()
        made = wanted(Edition(branding))
        data = map_data(asked.graph, asked.scope, asked.files, made.language)
        asked.graph.unchanged()
        if options.get("geojson"):
            made = _bounded(made, options["geojson"], {one.code: one.name for one in data.municipalities})
        try:
            written = write_atlas(data, made)
        except OSError as error:
            error.filename = error.filename or str(made.page)
            raise
    _say(written, made, asked.texts)


def _bounded(made: Wanted, path: Path, names: dict[str, str]) -> Wanted:
    from dataclasses import replace  # noqa: PLC0415

    from forumgraph.maps.geojson import read_boundaries  # noqa: PLC0415

    return replace(made, edition=replace(made.edition, boundaries=read_boundaries(path, names)))


def _say(written: Written, made: Wanted, texts: Texts) -> None:
    tell(texts("notices.map_written", path=str(written.page.resolve())))
    for one in written.companions:
        tell(texts("notices.companion_written", path=str(one.resolve())))
    if made.pages is not None:
        tell(texts("notices.pages_written", n=written.pages, path=str(made.pages.resolve() / "index.html")))


PAGES = (atlas, map_)
