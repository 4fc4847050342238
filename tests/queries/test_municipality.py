"""What is known of one municipality, as the survey's table says it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope, Selection, scope
from forumgraph.queries.municipality import Municipality, municipality

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"
TWO_ROUNDS = DATASETS / "two-rounds"
Asked = Callable[[str], Municipality]


@pytest.fixture(scope="module")
def asked(survey: Graph, scoped: Callable[..., Scope]) -> Asked:
    return lambda name: municipality(survey, scoped(municipalities=(name,)))


def test_vejen_is_named_by_others_in_three_fora_that_it_does_not_name(asked: Asked) -> None:
    found = asked("Vejen")
    assert {(each.forum, each.reported_by) for each in found.named_by_others} == {
        ("dima", ("Vejle",)),  # 2863-2867
        ("styregruppe-samtaler-sydvest", ("Varde",)),  # 2327-2331
        ("sydvestjysk-jobcenterchefnetvaerk", ("Esbjerg", "Tønder", "Varde")),  # 803-805, 2222-2225, 2360-2363
    }


def test_an_answer_spells_out_the_fora_that_it_names(asked: Asked) -> None:
    answer = asked("Esbjerg").answers[4]
    assert (answer.area, answer.status) == ("unions", "established")
    assert [(each.id, each.name) for each in answer.forums] == [
        ("forum-rekruttering-esbjerg", "Forum for Rekruttering og Beskæftigelse (Esbjerg)"),
        ("lo-aftale-esbjerg", "Samarbejdsaftale med det lokale LO (Esbjerg)"),
    ]


def test_a_forum_that_it_is_said_not_to_be_in_is_shown_with_who_says_so(asked: Asked) -> None:
    places = {place.id: (place.basis, place.reported_by, place.excluded_by) for place in asked("Middelfart").forums}
    assert places["fynsk-beskaeftigelsesforum"] == ("excluded", (), ("Langeland", "Svendborg"))
    assert places["syv-kommune-samarbejdet"][0] == "self_reported"
    places = {place.id: (place.basis, place.reported_by, place.excluded_by) for place in asked("Haderslev").forums}
    assert places["dima"] == ("excluded", (), ("Vejle",))


def test_a_municipality_that_did_not_answer_is_in_fora_all_the_same(asked: Asked) -> None:
    found = asked("Ærø")
    assert [answer.status for answer in found.answers] == ["no_reply"] * 6
    assert {(each.forum, each.reported_by) for each in found.named_by_others} == {
        ("lau-sydfyn", ("Langeland",)),  # 1452-1454
        ("fynske-jobcenterchefer", ("Langeland",)),  # 1496-1500
    }
    inferred = {place.id for place in found.forums if place.basis == "inferred"}
    assert "fynsk-beskaeftigelsesforum" in inferred


def test_a_municipality_that_was_not_asked_is_in_a_forum_only_by_inference(asked: Asked) -> None:
    found = asked("Fanø")
    assert (found.code, found.kkr) == ("0563", "Syddanmark")
    assert [answer.status for answer in found.answers] == ["not_asked"] * 6
    assert {each.basis for each in found.forums} == {"inferred"}  # from "the municipalities of the region"
    assert (found.named_by_others, found.missing_fora) == ((), ())


def test_a_municipality_of_another_region_has_a_number_and_what_others_say_of_it(asked: Asked) -> None:
    found = asked("Lolland")
    assert (found.code, found.kkr, found.answers) == ("0360", "Sjælland", ())
    assert [(each.forum, each.reported_by) for each in found.named_by_others] == [  # 1519-1524
        ("langeland-lolland-guldborgsund", ("Langeland",))
    ]


def test_an_area_keeps_the_answers_and_fora_in_it(survey: Graph, scoped: Callable[..., Scope]) -> None:
    found = municipality(survey, scoped(municipalities=("Odense",), areas=("education",)))
    assert [answer.area for answer in found.answers] == ["education"]
    assert "uddannelsesforum-odense" in {place.id for place in found.forums}
    assert "dialogforum-odense" not in {place.id for place in found.forums}
    assert all("education" in place.areas for place in found.forums)


def test_what_it_misses_is_said_in_its_own_answer(asked: Asked) -> None:
    (said,) = asked("Svendborg").missing_fora
    assert (said.answer, said.forums) == ("later", ("virksomhedsforum-svendborg",))


def test_the_latest_round_answers_and_all_rounds_have_their_fora(loaded: Callable[..., Graph]) -> None:
    graph = loaded(TWO_ROUNDS)
    found = municipality(graph, scope(graph, Selection(municipalities=("Lolland",))))
    assert [(answer.area, str(answer.evidence[0])) for answer in found.answers] == [
        ("lbr", "dk-2017:13"),
        ("education", "sj-2015:20-29"),
        ("companies", "dk-2017:10-12"),
    ]
    assert [place.id for place in found.forums] == ["projekt", "faelles", "raad-lolland", "panel-lolland"]
    raad = next(place for place in found.forums if place.id == "raad-lolland")
    assert [str(each) for each in raad.evidence] == ["dk-2017:13", "sj-2015:10-14"]


@pytest.mark.parametrize(
    ("name", "life", "outside"),
    [
        ("Nyby", ("2018-01-01", None), ("kl-2013", "nord-2015")),
        ("Sydby", (None, "2017-12-31"), ("nord-2019", "kl-2020")),
        ("Østby", (None, None), ()),
    ],
)
def test_a_municipality_says_when_it_was_one_and_which_rounds_are_of_another_time(
    name: str, life: tuple[str | None, str | None], outside: tuple[str, ...], loaded: Callable[..., Graph]
) -> None:
    graph = loaded(DATASETS / "publications")
    found = municipality(graph, scope(graph, Selection(municipalities=(name,))))
    assert ((found.since, found.until), found.outside) == (life, outside)
    assert "not_asked" not in {each.status for each in found.answers}
