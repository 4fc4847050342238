"""The example questions for analysts: the same rows on every engine, and the rows that the page shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import nothing, rows_of
from forumgraph.graphdb import Graph
from forumgraph.graphdb.embedded import EmbeddedEngine
from forumgraph.graphdb.engine import Answer
from forumgraph.ingest.files import shipped_data
from forumgraph.queries.console import run, value_of
from forumgraph.reports import render
from forumgraph.reports.cypher import cypher_report
from forumgraph.texts import Texts
from queries.test_portable import aliases_that_are_variables, refused, repeated_relations

ROOT = Path(__file__).resolve().parents[2]
FILES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/examples").iterdir())}
CODE = {name: re.sub(r"//.*", "", text) for name, text in FILES.items()}
PAGE = (ROOT / "docs/cypher.md").read_text(encoding="utf-8")
COMMANDS = {
    words[3]: words for words in map(shlex.split, re.findall(r"^forumgraph cypher --file docs/.+$", PAGE, re.M))
}

ALL = 10_000  # more rows than any of them has
each_example = pytest.mark.parametrize("name", FILES)


def typed(name: str) -> list[str]:
    """What the page tells the reader to type."""
    return COMMANDS[f"docs/examples/{name}.cypher"]


def parameters(name: str) -> dict[str, Any]:
    """The values that the page gives to a question."""
    words = typed(name)
    given = [words[n + 1].partition("=") for n, word in enumerate(words) if word == "--param"]
    return {key: value_of(value) for key, _, value in given}


def asked(name: str, graph: Graph) -> Answer:
    return run(graph, FILES[name], parameters(name), ALL)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The survey in an embedded graph, which every engine is compared with."""
    engine = EmbeddedEngine(tmp_path_factory.mktemp("graph") / "test.graph")
    engine.load(rows_of(shipped_data()), nothing)
    graph = engine.open()
    yield graph
    graph.close()


def test_there_are_twelve_and_the_page_tells_how_to_ask_each() -> None:
    assert len(FILES) == 12
    assert list(COMMANDS) == [f"docs/examples/{name}.cypher" for name in FILES]


@each_example
def test_an_example_gives_the_same_rows_on_every_engine(name: str, survey: Graph, embedded: Graph) -> None:
    found = asked(name, survey)
    assert found.values
    assert repr(found) == repr(asked(name, embedded))  # in words, so that 1, 1.0 and true are different things


@each_example
def test_the_page_shows_the_first_rows_of_every_engine(name: str, survey: Graph) -> None:
    report = cypher_report(asked(name, survey), parameters(name), ALL, Texts("en"))
    printed = render(report, "markdown", Texts("en"), 100, colour=False).split("\n\n")[0].splitlines()
    section = PAGE.split(f"\n### {name}\n")[1].split("\n### ")[0]
    shown = [line for line in section.splitlines() if line.startswith("| ")]
    assert len(shown) > 2
    assert shown == printed[: len(shown)]
    rows = len(printed) - 2
    count = f"{rows} rows." if len(shown) == len(printed) else f"{len(shown) - 2} of {rows} rows."
    assert section.rstrip().endswith(f"\n\n{count}")


@each_example
def test_the_page_shows_the_text(name: str) -> None:
    assert f"```cypher\n{FILES[name]}```" in PAGE


@each_example
def test_the_head_says_the_question_and_the_values_of_every_parameter(name: str) -> None:
    assert re.match(rf"// {name}: [A-Z][^\n]+\?\n", FILES[name])
    said = dict(re.findall(r"^// \$(\w+) = (\S+) \([^()]+\)$", FILES[name], re.M))
    assert {key: value_of(value) for key, value in said.items()} == parameters(name)
    assert set(said) == set(re.findall(r"\$(\w+)", CODE[name]))


@each_example
def test_an_example_keeps_to_what_both_engines_answer_alike(name: str) -> None:
    assert refused(CODE[name]) == []
    assert aliases_that_are_variables(CODE[name]) == set()
    assert repeated_relations(CODE[name]) == []


@each_example
def test_the_order_of_the_rows_leaves_nothing_open(name: str, embedded: Graph) -> None:
    last = FILES[name].rstrip().splitlines()[-1]
    assert last.startswith("ORDER BY ")
    keys = [key.removesuffix(" DESC") for key in last.removeprefix("ORDER BY ").split(", ")]
    found = asked(name, embedded)
    places = [found.columns.index(key) for key in keys]
    ordered = [tuple(values[n] for n in places) for values in found.values]
    assert len(set(ordered)) == len(ordered)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder of its own, which keeps the graph from one command to the next."""
    return tmp_path_factory.mktemp("home")


@each_example
def test_the_command_of_the_page_answers_as_it_is_typed(name: str, home: Path, embedded: Graph) -> None:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("NEO4J_", "FORUMGRAPH_"))}
    environment = {**kept, "XDG_CACHE_HOME": str(home), "HOME": str(home), "LC_ALL": "C.UTF-8", "COLUMNS": "110"}
    command = [sys.executable, "-m", *typed(name)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    report = cypher_report(asked(name, embedded), parameters(name), 1_000, Texts("en"))
    assert done.stdout == render(report, "table", Texts("en"), 110, colour=False)
