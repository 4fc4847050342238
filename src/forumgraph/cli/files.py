"""The commands about the files themselves: check, explain a finding, write the schema, show a source's lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from forumgraph.cli.help import command, text
from forumgraph.cli.options import OneOf, Shared, data_option, language_option
from forumgraph.cli.output import room, show


@command("validate")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar=text("validate.argument"))
@click.option(
    "--format", "form", type=OneOf(["table", "json", "github"]), default="table", help=text("validate.format")
)
@data_option
@language_option
def validate(paths: tuple[Path, ...], form: str, **options: Any) -> None:
    """Print all findings of all files; exit 1 where one is an error."""
    from forumgraph.ingest import read  # noqa: PLC0415
    from forumgraph.reports.findings import findings_report  # noqa: PLC0415

    shared = Shared.of({**options, "data": paths or options["data"]})
    reading = read(list(shared.data.paths))
    show(findings_report(reading.findings, reading.files, form, shared.texts, room()))
    if reading.records is None:
        raise click.exceptions.Exit(1)


@command("explain")
@click.argument("code", required=False, metavar=text("explain.argument"))
@language_option
def explain(code: str | None, **options: Any) -> None:
    """Print what a code means with a wrong and a right example, or all codes."""
    from forumgraph.reports.findings import all_codes, explanation  # noqa: PLC0415

    texts = Shared.of(options).texts
    show(explanation(code, texts, room()) if code else all_codes(texts, room()))


@command("schema")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar=text("metavar.file"), help=text("schema.output")
)
@data_option
def schema(output: Path | None, **options: Any) -> None:
    """Print the JSON Schema of a data file, with the words that the data knows."""
    from forumgraph.ingest.schema import json_schema  # noqa: PLC0415
    from forumgraph.reports.render import json_text  # noqa: PLC0415

    made = json_schema(list(Shared.of(options).data.paths))
    if output:
        output.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    else:
        show(json_text(made))


@command("evidence")
@click.argument("citation", metavar=text("evidence.argument"))
@language_option
def evidence(citation: str, **_options: Any) -> None:
    """Print the lines of a source."""
    from forumgraph.reports.evidence import cited_lines  # noqa: PLC0415

    show(cited_lines(citation, room()))


FILES = (validate, explain, schema, evidence)
