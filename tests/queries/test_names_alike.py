"""Names that must look alike or not, as cases/names_alike.yaml lists them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from forumgraph.queries.bodies import Body, UsedName
from forumgraph.queries.name_spelling import Speller
from forumgraph.queries.names_alike import Scale
from forumgraph.queries.suggestion_parts import best_names, compare

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "names_alike.yaml").read_text(encoding="utf-8"))
NAMES = [name for kind in ("alike", "half", "different") for pair in CASES[kind].values() for name in pair]
SPELLER = Speller(CASES["municipalities"])
SCALE = Scale([[SPELLER.spell(name)] for name in NAMES])


def body(*names: str, phrases: tuple[str, ...] = ()) -> Body:
    """A body of which nothing is known but what it is called."""
    used = [UsedName(name, (), name in phrases, ()) for name in (*names, *phrases)]
    spelt = tuple((each, SCALE.correct(SPELLER.spell(each.name))) for each in used)
    nothing: frozenset[str] = frozenset()
    return Body(
        used[0].name, used[0].name, "", spelt, {}, nothing, False, frozenset(), nothing, nothing, nothing, None, ()
    )


def likeness(first: Body, second: Body) -> float:
    return compare(first, second, best_names(first, second, SCALE), {}).parts.name


@pytest.mark.parametrize("pair", CASES["alike"].values(), ids=CASES["alike"])
def test_names_of_one_body_are_alike(pair: list[str]) -> None:
    assert likeness(*map(body, pair)) >= 0.7


@pytest.mark.parametrize("pair", CASES["half"].values(), ids=CASES["half"])
def test_names_that_have_half_in_common_are_half_alike(pair: list[str]) -> None:
    assert 0.4 <= likeness(*map(body, pair)) <= 0.6


@pytest.mark.parametrize("pair", CASES["different"].values(), ids=CASES["different"])
def test_names_of_two_bodies_are_not(pair: list[str]) -> None:
    assert likeness(*map(body, pair)) <= 0.4


@pytest.mark.parametrize("first", NAMES)
def test_likeness_is_the_same_both_ways_and_whole_with_itself(first: str) -> None:
    assert all(0 <= likeness(body(first), body(other)) == likeness(body(other), body(first)) for other in NAMES)
    spelt = SCALE.correct(SPELLER.spell(first))
    found = SCALE.alike(spelt, spelt)
    assert found.value == (2 / found.bearers) ** 0.25


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    common, rare = body("Forum for turisme"), body("Bestyrelsen for havnen")
    assert likeness(rare, body("Havnen")) > 2 * likeness(common, body("Forum for sundhed"))


def test_a_name_that_many_bodies_bear_says_less_than_one_that_two_bear() -> None:
    assert likeness(body("Dialogforum"), body("Dialogforum")) < likeness(body("Taskforce"), body("Taskforce"))


def test_the_best_of_several_names_counts() -> None:
    names = best_names(body("Advisory board", "Taskforce"), body("Havneforum", "Taskforcen"), SCALE)
    assert [each.name for each in names.names] == ["Taskforce", "Taskforcen"]


def test_a_phrase_weighs_half_and_gives_way_to_a_name_that_is_half_as_alike() -> None:
    first, second = body("Uddannelsesudvalget"), body("Udvalg", phrases=("Uddannelsesudvalg",))
    names = best_names(first, second, SCALE)
    assert (names.names[1].name, names.phrase) == ("Uddannelsesudvalg", True)
    assert names.weight == pytest.approx(0.45 / 2)


def test_a_municipality_in_any_name_tells_bodies_apart() -> None:
    first, second = body("Dialogforum", "Dialogforum Odense"), body("Dialogforum", "Tønders dialogforum")
    found = compare(first, second, best_names(first, second, SCALE), {})
    assert "elsewhere" in found.why
    assert found.parts.name < 0.2
