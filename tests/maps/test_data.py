"""What the answers of the questions become on the map, from files that are really loaded."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.maps import MapData, Wanted, write_atlas
from forumgraph.maps.data import map_data
from forumgraph.queries import Selection, scope
from forumgraph.queries.errors import NothingAsked

Loaded = Callable[..., Graph]

TWO_ROUNDS = Path(__file__).parents[1] / "cases" / "datasets" / "two-rounds"
NO_QUESTIONS = """
source: s
municipalities:
  - {code: '0461', name: Odense, kkr: Syddanmark}
sources:
  - {id: s, title: Omtale, publisher: KL, date: 2015-02-01, lines: 10}
rounds:
  - {id: r, title: En omtale, date: 2015-01-10, source: s, lines: 1-10, questions: {}}
"""


def mapped(graph: Graph, language: str = "da", **chosen: object) -> MapData:
    return map_data(graph, scope(graph, Selection(**chosen)), ("data",), language)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def two_rounds(loaded: Loaded) -> Graph:
    return loaded(*sorted(TWO_ROUNDS.glob("*.yaml")))


def test_an_answer_names_only_fora_that_are_on_the_map(two_rounds: Graph, tmp_path: Path) -> None:
    """Slagelse mentions the forum of its neighbours in 2015; a selection of Slagelse alone shows no such forum."""
    for chosen in ({}, {"municipalities": ("Slagelse",)}, {"areas": ("education",), "kkr": ("Sjælland",)}):
        data = mapped(two_rounds, **chosen)
        shown = {each.id for each in data.forums}
        assert all(set(answer.forums) <= shown for town in data.municipalities for answer in town.answers)
        write_atlas(data, Wanted(tmp_path / "kort.html", "da"))


def test_a_member_that_another_counts_out_is_both(two_rounds: Graph) -> None:
    data = mapped(two_rounds, round="sj-2015")
    names = {each.code: each.name for each in data.municipalities}
    koege = [each for each in data.memberships if each.forum == "faelles" and names[each.municipality] == "Køge"]
    inside, outside = koege
    assert [each.basis for each in koege] == ["named_by_other", "excluded"]
    assert inside.reported_by != outside.reported_by
    assert inside.evidence
    assert (outside.evidence, outside.reason) == ((), None)


def test_frequencies_that_differ_say_for_which_level(two_rounds: Graph) -> None:
    forum = next(each for each in mapped(two_rounds, round="sj-2015").forums if each.id == "faelles")
    said = [side.text for each in forum.conflicts if each.about == "meetings" for side in each.sides]
    assert said == ["2-3 gange om året (politisk)", "4 gange om året (politisk)"]


def test_municipalities_from_outside_the_round_follow_by_the_danish_alphabet(survey: Graph) -> None:
    towns = mapped(survey).municipalities
    outside = [each.name for each in towns if not each.answers]
    assert len(outside) > 2
    assert outside == sorted(outside, key=sort_key)
    assert [each.name for each in towns[-len(outside) :]] == outside


def test_a_round_without_questions_has_an_empty_map_or_is_said_to_have_asked_nothing(
    loaded: Loaded, tmp_path: Path
) -> None:
    file = tmp_path / "omtale.yaml"
    file.write_text(NO_QUESTIONS, encoding="utf-8")
    with suppress(NothingAsked):
        data = mapped(loaded(file))
        assert ([each.id for each in data.rounds], data.as_of) == (["r"], "2015-01-10")
        assert (data.areas, data.municipalities) == ((), ())
        write_atlas(data, Wanted(tmp_path / "kort.html", "da"))


def test_each_round_keeps_its_own_answers_and_claims(two_rounds: Graph) -> None:
    """A place on the map is the same in all rounds; what is said there is not."""
    data = mapped(two_rounds)
    rounds = {each.id for each in data.rounds}
    assert len(rounds) > 1
    assert {answer.round for town in data.municipalities for answer in town.answers} <= rounds
    assert {claim.round for claim in data.memberships} == {
        claim.round for each in sorted(rounds) for claim in mapped(two_rounds, round=each).memberships
    }
    assert len({each.id for each in data.forums}) == len(data.forums)


def test_what_no_source_says_of_a_forum_is_listed(survey: Graph) -> None:
    fynsk = next(each for each in mapped(survey).forums if each.id == "fynsk-beskaeftigelsesforum")
    assert fynsk.unknown == ("since",)
    assert [(each.about, each.subject) for each in fynsk.conflicts] == [("meetings", "political")]
    assert [side.reported_by for side in fynsk.conflicts[0].sides] == [("Langeland",), ("Nordfyns",)]


def test_the_circles_have_their_municipalities_by_code(survey: Graph) -> None:
    data = mapped(survey)
    names = {each.code: each.name for each in data.municipalities}
    south = next(each for each in data.circles if each.id == "soenderjyske-jobcentre")
    assert [names[code] for code in south.members] == ["Haderslev", "Sønderborg", "Tønder", "Aabenraa"]


def test_a_circle_is_told_whole_where_only_some_of_its_members_are_on_the_map(survey: Graph) -> None:
    data = mapped(survey, municipalities=("Haderslev", "Tønder"))
    south = next(each for each in data.circles if each.id == "soenderjyske-jobcentre")
    assert (south.members, south.others) == (("0510", "0550"), ("Sønderborg", "Aabenraa"))


def test_a_map_of_other_areas_has_no_circles_of_jobcentres(survey: Graph) -> None:
    assert mapped(survey, areas=("companies",)).circles == ()
    assert mapped(survey, areas=("companies", "jobcentres")).circles == mapped(survey).circles


def test_a_page_names_the_files_that_it_rests_on_without_their_folder(survey: Graph) -> None:
    found = map_data(survey, scope(survey, Selection()), ("/home/somebody/data/forums.yaml", "more.yaml"), "da")
    assert found.data == "forums.yaml, more.yaml"
