"""A question and its text cannot disagree, and nothing is asked that its text does not take."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from typing import Any

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import CATALOGUE, Question, ask
from forumgraph.queries.selection import AREAS, ROUNDS, AreaRow


@dataclass(frozen=True)
class TooFew:
    id: str


@dataclass(frozen=True)
class TooMany:
    id: str
    position: int
    name_da: str
    name_en: str
    short_da: str
    short_en: str
    about: str


def test_a_definition_with_a_parameter_that_its_text_does_not_take_cannot_be_made() -> None:
    with pytest.raises(ValueError, match=r"^areas: text and definition differ in the parameters \{'round'\}$"):
        Question("areas", AreaRow, ("round",))


def test_a_definition_without_a_parameter_that_its_text_takes_cannot_be_made() -> None:
    with pytest.raises(ValueError, match=r"^rounds: text and definition differ in the parameters \{'as_of'\}$"):
        Question("rounds", ROUNDS.row)


def test_a_row_without_a_column_that_the_text_returns_cannot_be_made() -> None:
    with pytest.raises(ValueError, match=r"^areas: text and row differ in the columns .*short_da"):
        Question("areas", TooFew)


def test_a_row_with_a_column_that_the_text_does_not_return_cannot_be_made() -> None:
    with pytest.raises(ValueError, match=r"^areas: text and row differ in the columns \{'about'\}$"):
        Question("areas", TooMany)


def test_a_refused_definition_leaves_the_catalogue_as_it_was() -> None:
    with pytest.raises(ValueError, match="differ"):
        Question("areas", TooFew)
    assert CATALOGUE["areas"] is AREAS


def test_a_definition_without_a_text_cannot_be_made() -> None:
    with pytest.raises(FileNotFoundError):
        Question("no_such_text", TooFew)


@pytest.mark.parametrize("given", [{}, {"asof": "2015-01-01"}, {"as_of": "2015-01-01", "round": "x"}], ids=str)
def test_asking_takes_all_parameters_and_no_other(given: dict[str, Any], survey: Graph) -> None:
    with pytest.raises(ValueError, match=r"^rounds takes \('as_of',\), not \("):
        ask(survey, ROUNDS, given)


def test_every_text_is_a_question_of_the_catalogue_and_every_question_has_its_text() -> None:
    texts = (resources.files("forumgraph.queries") / "cypher").iterdir()
    assert {text.name for text in texts} == {f"{id_}.cypher" for id_ in CATALOGUE}


@pytest.mark.parametrize("question", CATALOGUE.values(), ids=CATALOGUE)
def test_a_text_opens_with_its_name_and_explains_every_parameter(question: Question[Any]) -> None:
    assert question.text.startswith(f"// {question.id}: ")
    head = "\n".join(line for line in question.text.splitlines() if line.startswith("//"))
    assert set(re.findall(r"\$(\w+)", head)) == set(question.parameters)
    assert question.about.endswith(".")
    assert not question.about.startswith(question.id)


@pytest.mark.parametrize("question", CATALOGUE.values(), ids=CATALOGUE)
def test_columns_are_told_apart_by_name(question: Question[Any]) -> None:
    assert len(set(question.columns)) == len(question.columns)
