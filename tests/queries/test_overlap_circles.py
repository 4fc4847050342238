"""The circles of the survey, read from its text: Funen, the Triangle with Haderslev, South Jutland, the south-west."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.ingest.files import shipped_data
from forumgraph.queries import Scope, Selection, scope
from forumgraph.queries.overlap_circles import Circles, overlap_circles

FUNEN = ("Assens", "Faaborg-Midtfyn", "Kerteminde", "Langeland", "Nordfyns", "Nyborg", "Odense", "Svendborg", "Ærø")
SURVEY = "kkr-syddanmark-2015"
SEVEN = ("Billund", "Fredericia", "Haderslev", "Kolding", "Middelfart", "Vejen", "Vejle")
TWO_ROUNDS = Path(__file__).parents[1] / "cases" / "datasets" / "two-rounds"


@pytest.fixture(scope="module")
def found(survey: Graph, scoped: Callable[..., Scope]) -> Circles:
    return overlap_circles(survey, scoped(round=SURVEY))


def test_the_geographic_circles_come_out_of_the_data(found: Circles) -> None:
    """Lines 946-947 and 1514-1515 (Funen, nine without Middelfart), 1355-1362, 2848-2853 (seven), 2226-2229 (four).

    The south-west has Tønder by two lists (2222-2225, 2360-2365) of three; Middelfart's network is that of 1564-1567.
    """
    assert {circle.id: circle.members for circle in found.circles} == {
        "fynske-jobcenterchefer": FUNEN,
        "syv-kommune-samarbejdet": SEVEN,
        "netvaerksforum-middelfart": ("Ballerup", "Ikast-Brande", "Jammerbugt", "Mariagerfjord", "Middelfart"),
        "sydvestjysk-jobcenterchefnetvaerk": ("Billund", "Esbjerg", "Tønder", "Varde", "Vejen"),
        "soenderjyske-jobcentre": ("Haderslev", "Sønderborg", "Tønder", "Aabenraa"),
    }


def test_a_circle_says_which_fora_bring_it_together_and_whom_each_does_not_count_in(found: Circles) -> None:
    funen, seven = found.circles[:2]
    assert [(each.forum, each.without) for each in funen.forums] == [
        ("fynske-jobcenterchefer", ()),
        ("fynsk-beskaeftigelsesforum", ("Ærø",)),
    ]
    assert [(each.forum, each.without) for each in seven.forums] == [
        ("syv-kommune-samarbejdet", ()),
        ("lau-trekantomraadet", ("Billund", "Middelfart")),
    ]


def test_a_bridge_is_in_two_circles(found: Circles) -> None:
    assert {bridge.municipality: bridge.circles for bridge in found.bridges} == {
        "Billund": ("syv-kommune-samarbejdet", "sydvestjysk-jobcenterchefnetvaerk"),
        "Haderslev": ("syv-kommune-samarbejdet", "soenderjyske-jobcentre"),
        "Middelfart": ("syv-kommune-samarbejdet", "netvaerksforum-middelfart"),
        "Tønder": ("sydvestjysk-jobcenterchefnetvaerk", "soenderjyske-jobcentre"),
        "Vejen": ("syv-kommune-samarbejdet", "sydvestjysk-jobcenterchefnetvaerk"),
    }


def test_what_the_state_runs_brings_no_circle_together(found: Circles) -> None:
    """Lines 952-953, 1486-1491, 2353-2359 say that STAR, or its office, runs them."""
    forums = {each.forum for circle in found.circles for each in circle.forums}
    assert not {"star-jobcenterchefmoeder", "star-faglige-netvaerk"} & forums


def test_the_circles_are_the_same_for_every_threshold_between_one_in_eight_and_five_in_seven(found: Circles) -> None:
    assert (found.same_above, found.same_up_to) == (pytest.approx(1 / 8), pytest.approx(5 / 7))


def test_every_claim_that_a_circle_rests_on_was_taken_away_once(found: Circles) -> None:
    firm = {circle.id: circle.firmness for circle in found.circles}
    assert all(each.tried == each.of == each.unchanged + each.smaller + each.otherwise for each in firm.values())
    funen = firm["fynske-jobcenterchefer"]
    assert (funen.unchanged, funen.smaller, funen.otherwise) == (16, 1, 0)  # without Ærø's one claim there is no Ærø


def test_community_detection_puts_each_municipality_in_one_and_finds_funen_as_well(found: Circles) -> None:
    members = [name for community in found.communities for name in community.members]
    assert len(members) == len(set(members))
    assert next(each for each in found.communities if each.members == FUNEN).circle == "fynske-jobcenterchefer"


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_answer_is_the_same_in_every_process(seed: str, tmp_path: Path) -> None:
    """Python orders sets of names by a seed of its own, another one in each process."""
    words = ["-m", "forumgraph", "overlap", "circles", "--format", "json", "--data", str(shipped_data())]
    answers = {
        subprocess.run(
            [sys.executable, *words, "--graph", str(tmp_path / f"graph-{each}")],
            env={**os.environ, "PYTHONHASHSEED": each},
            check=True,
            capture_output=True,
        ).stdout
        for each in ("0", seed)
    }
    assert len(answers) == 1


def test_a_municipality_keeps_its_circles_whole(survey: Graph, scoped: Callable[..., Scope], found: Circles) -> None:
    kept = overlap_circles(survey, scoped(round=SURVEY, municipalities=("Haderslev",)))
    assert kept.bridges == tuple(bridge for bridge in found.bridges if bridge.municipality == "Haderslev")
    assert kept.communities == tuple(each for each in found.communities if "Haderslev" in each.members)
    assert [circle.id for circle in kept.circles] == ["syv-kommune-samarbejdet", "soenderjyske-jobcentre"]
    assert kept.circles[0].members == SEVEN


def test_another_area_has_other_circles(survey: Graph, scoped: Callable[..., Scope]) -> None:
    """The local committees with the funds: Funen has one in the south and one in the east (1452-1455, 1600-1604)."""
    funds = overlap_circles(survey, scoped(areas=("unemployment_funds",)))
    members = {circle.id: circle.members for circle in funds.circles}
    assert members["lau-sydfyn"] == ("Faaborg-Midtfyn", "Langeland", "Svendborg", "Ærø")
    assert members["lau-oestfyn"] == ("Kerteminde", "Nordfyns", "Nyborg", "Odense")


def test_a_round_that_speaks_of_no_circle_has_none(loaded: Callable[..., Graph]) -> None:
    """The joint forum of the first survey brings four together; the second does not speak of it."""
    graph = loaded(TWO_ROUNDS)
    (circle,) = overlap_circles(graph, scope(graph, Selection())).circles
    assert circle.members == ("Guldborgsund", "Køge", "Lolland", "Næstved")
    later = overlap_circles(graph, scope(graph, Selection(round="dk-2017")))
    assert (later.circles, later.bridges, later.communities) == ((), (), ())
