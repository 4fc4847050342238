"""The command that draws the map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from forumgraph.cli.asking import asking, selection
from forumgraph.cli.help import command, text
from forumgraph.cli.options import graph_options, time_options
from forumgraph.cli.output import tell


@command("map")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar=text("metavar.file"),
    help=text("map.output"),
)
@time_options
@graph_options
def map_(output: Path, **options: Any) -> None:
    """Write the network map as one page."""
    from forumgraph.maps import write_map  # noqa: PLC0415
    from forumgraph.maps.data import map_data  # noqa: PLC0415

    page_language = options.get("lang") or click.get_current_context().find_root().params.get("lang") or "da"
    with asking(options, selection(options)) as asked:
        data = map_data(asked.graph, asked.scope, asked.files, page_language)
        asked.graph.unchanged()
        try:
            write_map(data, output, page_language)
        except OSError as error:
            error.filename = str(output)  # the file that the user named, not the one that is built beside it
            raise
    tell(asked.texts("notices.map_written", path=str(output.resolve())))


PAGES = (map_,)
