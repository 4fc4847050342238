"""What publications say may be written as people write it, and in no other way."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from forumgraph.ingest.publication import Claim, Figure, Population, Requirement, Statement
from forumgraph.ingest.tree import parse


def _plain(text: str) -> Any:
    root = parse(text, "file").root
    assert root
    return root.plain()


@pytest.mark.parametrize(
    ("written", "value"),
    [("99", 99.0), ("'99'", None), ("12.5", 12.5), ("-3", -3.0), ("0", 0.0), (".nan", None), ("1e3", None)],
)
def test_a_value_is_a_number(written: str, value: float | None) -> None:
    entry = _plain(f"{{id: a, measure: M, value: {written}, unit: rank, population: P, lines: 3}}")
    if value is None:
        with pytest.raises(ValidationError):
            Figure.model_validate(entry)
    else:
        assert Figure.model_validate(entry).value == value


@pytest.mark.parametrize("text", ["value: 3", "text: alle", "value: 3, text: knap"])
def test_a_figure_has_a_value_or_words_or_both(text: str) -> None:
    assert Figure.model_validate(_plain(f"{{id: a, measure: M, {text}, unit: count, population: P, lines: 3}}"))


@pytest.mark.parametrize("rate", ["0", "71", "33.3", "100"])
def test_a_response_rate_is_in_percent(rate: str) -> None:
    found = Population.model_validate(_plain(f"{{who: alle, response_rate: {rate}, lines: 3}}"))
    assert found.response_rate == float(rate)


@pytest.mark.parametrize("year", ["2012", "2012-05", "2012-05-03"])
def test_a_time_is_written_without_quotes(year: str) -> None:
    assert Statement.model_validate(_plain(f"{{forum: a, year: {year}, lines: 3}}")).year == year


@pytest.mark.parametrize(
    ("of", "errors"),
    [
        ("answered", []),
        ("requirements", []),
        ("uncountable", []),
        ("forums", ["lacks kind"]),
        ("forums, kind: panel", []),
        ("members", ["lacks forum"]),
        ("members, forum: a", []),
    ],
)
def test_a_claim_says_what_it_counts(of: str, errors: list[str]) -> None:
    try:
        Claim.model_validate(_plain(f"{{id: a, statement: S, claimed: 3, of: {of}, lines: 3}}"))
        said = []
    except ValidationError as error:
        said = [str(each["ctx"]["error"]) for each in error.errors()]
    assert said == errors


def test_one_word_may_stand_where_a_list_may() -> None:
    found = Requirement.model_validate(
        _plain(
            "{id: a, kkr: K, theme: T, level: may, summary: S, in_force_from: 2015, lines: 3,"
            " suggested_by: {areas: lbr, tasks: advice, kinds: team, reach: local}}"
        )
    ).suggested_by
    assert found
    assert (found.areas, found.tasks, found.kinds, found.reach) == (("lbr",), ("advice",), ("team",), ("local",))
