"""What is made from the code is current, and the schema that editors are given takes what the reader takes."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from forumgraph.ingest import read
from forumgraph.ingest.findings import CODES
from forumgraph.ingest.tree import parse
from forumgraph.texts import Texts

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "docs/build.py"
SCHEMA = json.loads((ROOT / "data/forumgraph.schema.json").read_text(encoding="utf-8"))
DATA = sorted((ROOT / "data").glob("*.yaml"))


def build(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(BUILD), *words], capture_output=True, text=True, check=False)


def test_every_generated_file_is_current() -> None:
    ran = build("--check")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_stale_page_is_named(tmp_path: Path) -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(BUILD.parent)!r}); import build\n"
        "build.PAGES = {'docs/cli.md': lambda: 'new', 'data/forumgraph.schema.json': build.schema_file}\n"
        "sys.exit(build.main(['--check']))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr == "docs/cli.md is stale. Run python docs/build.py and commit what it writes.\n"


def test_a_word_that_the_build_does_not_know_is_exit_2() -> None:
    ran = build("--chek")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "»--chek« is not understood. Type python docs/build.py, or add --check.\n"


@pytest.mark.parametrize("name", ["cli", "schema", "findings", "output", "questions", "cypher"])
def test_a_generated_page_says_so_first(name: str) -> None:
    first = (ROOT / f"docs/{name}.md").read_text(encoding="utf-8").splitlines()[0]
    assert (
        first == "<!-- Made by `python docs/build.py`. Do not edit: change the code or its texts, and make it anew. -->"
    )


def complaints(text: str) -> list[str]:
    """Return what the schema says of a file, read as an editor reads it: a date is text."""
    root = parse(text, "file").root
    assert root
    return [
        f"{list(error.absolute_path)}: {error.message[:200]}" for error in _schema().iter_errors(_json(root.plain()))
    ]


def _schema() -> Draft202012Validator:
    return Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _json(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_json(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_the_schema_takes_the_data(path: Path) -> None:
    assert complaints(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_a_data_file_points_to_the_schema(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=forumgraph.schema.json\n")


RIGHT = {code: Texts("en")(f"examples.{code}.right") for code in CODES}


@pytest.mark.parametrize("code", [code for code, text in RIGHT.items() if not text.startswith("$ ")])
def test_the_schema_takes_every_right_example(code: str) -> None:
    assert complaints(RIGHT[code]) == []


_PROGRESS = "progress: [{municipality: %s, requirement: a, state: %s, date: 2016, lines: 1}]"
_FIGURE = "findings: [{id: a, measure: A, unit: percent, lines: 1, %s}]"
REFUSED = {
    "unknown key": "tasks: [{id: a, name: {da: a, en: a}, nam: b}]",
    "unknown section": "task: []",
    "missing key": "municipalities: [{code: '0101', name: Odense}]",
    "wrong type": "organisations: [{id: a, name: 3, kind: union}]",
    "a word outside the list": "organisations: [{id: a, name: A, kind: unoin}]",
    "lines in words": "kept_apart: [{forums: [a, b], why: 3}]",
    "a code of three digits": "municipalities: [{code: '101', name: A, kkr: B}]",
    "an unknown municipality": "replies: [{municipality: Odens, row: 1}]",
    "a date that is not one": "sources: [{id: a, title: A, publisher: B, date: 2015-02, lines: 3}]",
    "progress of an unknown municipality": _PROGRESS % ("Odens", "red"),
    "a state outside the list": _PROGRESS % ("Odense", "amber"),
    "a share beyond all": _FIGURE % "value: 3, population: B, response_rate: 101",
    "a figure of nobody": _FIGURE % "value: 3",
    "a statement without lines": "statements: [{forum: a, year: 2012}]",
    "one forum kept apart from nothing": "kept_apart: [{forums: [a], why: b}]",
}


@pytest.mark.parametrize("what", REFUSED)
def test_the_schema_refuses_what_the_reader_refuses(what: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(REFUSED[what], encoding="utf-8")
    assert read([tmp_path]).records is None
    assert complaints(REFUSED[what])


_ANSWER = "replies: [{municipality: Odense, row: 1, answers: {unions: {status: none, lines: 1, forums: %s}}}]"
ACCEPTED = {
    "a forum that is new": "forums: [{id: a-new-one, name: New, kind: network, part_of: another-new-one}]",
    "a year without quotes": "forums: [{id: a, name: A, kind: network, since: 2010, until: 2012-05}]",
    "one value where a list may stand": "forums: [{id: a, name: A, kind: network, areas: unions, levels: political}]",
    "lines as a number": "rounds: [{id: r, title: R, date: 2015-01-01, source: s, lines: 3, questions: {unions: 4}}]",
    "a heading with nothing below": "forums:",
    "no as a word": "organisations: [{id: no, name: no, kind: union}]",
    "a mention with nothing more": _ANSWER % "{a: }",
    "a statement with a year": "statements: [{forum: a, year: 2012, members_stated: 3, with: Odense, lines: 3}]",
    "a figure in words": _FIGURE % "text: alle, population: B, period: 2013-08",
    "a share with a decimal": _FIGURE % "value: 12.5, population: B",
    "one kind that speaks for a requirement": "requirements: [{id: a, kkr: Another, theme: T, level: may, summary: S, "
    "in_force_from: 2015, suggested_by: {kinds: network, reach: regional}, lines: 1}]",
    "a municipality that is no more": "municipalities: [{code: '0001', name: A, kkr: Nord, until: 2006-12}]",
    "a range of meetings": _ANSWER % "{a: {meets: 3-4}}",
}


@pytest.mark.parametrize("what", ACCEPTED)
def test_the_schema_takes_what_is_well_formed(what: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ACCEPTED[what], encoding="utf-8")
    form = [found for found in read([tmp_path]).findings if found.code.startswith(("FG1", "FG2"))]
    assert form == []
    assert complaints(ACCEPTED[what]) == []
