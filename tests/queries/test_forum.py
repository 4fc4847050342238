"""Fora put together from what every municipality says of them, and found by any of their names.

The expected values were read from the survey's text: the comments give its lines.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope, Selection, scope
from forumgraph.queries.errors import AmbiguousName, NothingAsked, UnknownWord
from forumgraph.queries.forum import Forum, forum, forums
from forumgraph.queries.names import find

TWO_ROUNDS = Path(__file__).parents[1] / "cases" / "datasets" / "two-rounds"
Asked = Callable[[str], Forum]


@pytest.fixture(scope="module")
def asked(survey: Graph, scoped: Callable[..., Scope]) -> Asked:
    everything = scoped()
    return lambda word: forum(survey, everything, word)


def by_basis(found: Forum) -> dict[str, list[str]]:
    bases: dict[str, list[str]] = {}
    for member in found.members:
        bases.setdefault(member.basis, []).append(member.municipality)
    return bases


def claims(found: Forum) -> list[Any]:
    return [(c.about, c.subject, [(said.value, said.reported_by) for said in c.claims]) for c in found.conflicts]


# ---- Members ----


def test_the_funen_forum_is_funen_without_middelfart(asked: Asked) -> None:
    found = asked("fynsk-beskaeftigelsesforum")
    assert by_basis(found) == {
        "self_reported": [
            "Assens", "Faaborg-Midtfyn", "Kerteminde", "Langeland", "Nordfyns", "Nyborg", "Odense", "Svendborg",
        ],
        "excluded": ["Middelfart"],
        "inferred": ["Ærø"],
    }  # fmt: skip
    out = next(member for member in found.members if member.municipality == "Middelfart")
    assert out.excluded_by == (
        "Langeland",
        "Svendborg",
    )  # "Fyn minus Middelfart" (1514-1515), "– Middelfart" (2019-2020)
    assert out.reported_by == ()
    ninth = next(member for member in found.members if member.municipality == "Ærø")
    assert ninth.reason  # "the nine municipalities" (946-947)
    assert (ninth.reported_by, ninth.excluded_by) == ((), ())


def test_the_seven_municipalities_report_themselves_and_name_each_other(asked: Asked) -> None:
    found = asked("syv-kommune-samarbejdet")
    seven = ["Billund", "Fredericia", "Haderslev", "Kolding", "Middelfart", "Vejen", "Vejle"]
    assert by_basis(found) == {"self_reported": seven}
    # Haderslev (1188-1192), Kolding (1357-1362), Vejen (2476-2479) and Vejle (2850-2853) list all; Fredericia
    # (1065-1067) and Middelfart (1545-1549) name Haderslev beside themselves; Billund (709-710) names nobody.
    said_by = {member.municipality: member.reported_by for member in found.members}
    lists = {"Haderslev", "Kolding", "Vejen", "Vejle"}
    assert set(said_by["Billund"]) == lists | {"Billund"}
    assert set(said_by["Haderslev"]) == lists | {"Fredericia", "Middelfart"}
    assert claims(found) == []


def test_dima_has_six_members_and_haderslev_is_not_one(asked: Asked) -> None:
    found = asked("dima")
    assert by_basis(found) == {  # "the above less Haderslev" (2863-2867), said by Vejle alone
        "named_by_other": ["Billund", "Fredericia", "Kolding", "Middelfart", "Vejen"],
        "excluded": ["Haderslev"],
        "self_reported": ["Vejle"],
    }
    assert [(each.who, each.reported_by) for each in found.political] == [("none", ("Vejle",))]  # 2935-2938


def test_the_south_western_network_has_toender_in_two_lists_of_three(asked: Asked) -> None:
    found = asked("sydvestjysk-jobcenterchefnetvaerk")
    assert by_basis(found) == {
        "named_by_other": ["Billund", "Vejen"],
        "self_reported": ["Esbjerg", "Tønder", "Varde"],
    }
    # Esbjerg lists four (803-805), Tønder (2222-2225) and Varde (2360-2363) five.
    assert claims(found) == [("members", "Tønder", [(True, ("Tønder", "Varde")), (False, ("Esbjerg",))])]


def test_the_eastern_funds_committee_is_disputed_in_nordfyns_and_in_nyborg(asked: Asked) -> None:
    found = asked("lau-oestfyn")
    assert by_basis(found) == {"self_reported": ["Kerteminde", "Nordfyns", "Nyborg", "Odense"]}
    # Kerteminde: Odense, Nyborg, Kerteminde (1235-1236). Nordfyns: all four (1602-1604). Odense: itself, Nordfyn and
    # Kerteminde (1811-1813). Nyborg names its committee only (1744-1745).
    assert claims(found) == [
        ("members", "Nordfyns", [(True, ("Nordfyns", "Odense")), (False, ("Kerteminde",))]),
        ("members", "Nyborg", [(True, ("Kerteminde", "Nordfyns", "Nyborg")), (False, ("Odense",))]),
    ]


def test_the_southern_funds_committee_has_two_that_only_langeland_names(asked: Asked) -> None:
    found = asked("lau-sydfyn")
    # Langeland: with Svendborg, Ærø and Faaborg-Midtfyn (1452-1454); Faaborg-Midtfyn reports one itself (905-906).
    assert by_basis(found) == {
        "self_reported": ["Faaborg-Midtfyn", "Langeland"],
        "named_by_other": ["Svendborg", "Ærø"],
    }


# ---- Frequencies ----


def frequencies(found: Forum) -> list[Any]:
    return [(each.level, each.per_year, each.per_year_max, each.reported_by) for each in found.meetings]


def test_both_frequencies_of_the_chairs_forum_on_funen_are_kept(asked: Asked) -> None:
    found = asked("fynsk-beskaeftigelsesforum")
    assert frequencies(found) == [  # three times a year (1515-1516), quarterly (1638-1643)
        ("political", 3, 3, ("Langeland",)),
        ("political", 4, 4, ("Nordfyns",)),
    ]
    assert claims(found) == [("meetings", "political", [(3, ("Langeland",)), (4, ("Nordfyns",))])]


def test_all_frequencies_of_the_south_jutland_jobcentres_are_kept(asked: Asked) -> None:
    found = asked("soenderjyske-jobcentre")
    assert frequencies(found) == [
        ("management", 4, 4, ("Sønderborg",)),  # 2107-2110
        ("political", 1, 1, ("Tønder", "Aabenraa")),  # 2289-2293, 3056-3059
        ("political", 2, 2, ("Sønderborg",)),  # 2118-2120
    ]
    assert claims(found) == [("meetings", "political", [(1, ("Tønder", "Aabenraa")), (2, ("Sønderborg",))])]


def test_a_range_of_meetings_keeps_both_its_ends(asked: Asked) -> None:
    assert frequencies(asked("lau-vejle")) == [("management", 3, 4, ("Vejle",))]  # 2818-2819


def test_these_five_forums_have_all_the_contradictions_of_the_survey(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    disputed = [(each.forum, each.about, each.subject) for one in forums(survey, scoped()) for each in one.conflicts]
    assert sorted(disputed) == [
        ("fynsk-beskaeftigelsesforum", "meetings", "political"),
        ("lau-oestfyn", "members", "Nordfyns"),
        ("lau-oestfyn", "members", "Nyborg"),
        ("soenderjyske-jobcentre", "meetings", "political"),
        ("sydvestjysk-jobcenterchefnetvaerk", "members", "Tønder"),
    ]


# ---- What else is known of a forum ----


def test_the_five_dialogforum_are_kept_apart_from_each_other(asked: Asked) -> None:
    five = {f"dialogforum-{each}" for each in ("billund", "faaborg-midtfyn", "odense", "toender", "aabenraa")}
    for id_ in five:
        assert {each.other for each in asked(id_).kept_apart} & five == five - {id_}
        assert len(asked(id_).members) == 1


def test_the_tiers_of_a_forum_come_from_the_top_down(asked: Asked) -> None:
    assert [(tier.rank, tier.level) for tier in asked("syv-kommune-samarbejdet").tiers] == [
        (1, "political"),
        (2, "management"),
        (3, "operational"),
    ]


def test_what_a_forum_carries_on_is_a_forum_that_can_be_asked_for(asked: Asked) -> None:
    assert asked("lbr-svendborg").succeeds == ("lokale-beskaeftigelsesraad",)
    old = asked("lokale-beskaeftigelsesraad")
    assert (old.status, old.until) == ("ended", "2014-12-31")  # 1957-1959


def test_names_are_kept_with_all_who_use_them_and_phrases_told_apart(asked: Asked) -> None:
    names = {each.name: (each.used_by, each.described) for each in asked("fynsk-beskaeftigelsesforum").aliases}
    assert names["Fælles fynsk beskæftigelsesforum"] == (("Assens", "Faaborg-Midtfyn", "Svendborg"), False)
    assert names["Fælles fynsk besk. forum"] == (("Kerteminde",), False)  # 1261-1262
    assert names["Fælles fynsk forum"] == (("Odense",), False)  # 1858
    described = {used_by for used_by, is_described in names.values() if is_described}
    assert described == {("Langeland",), ("Nyborg",)}  # known only by who meets (1501, 1512-1516; 1756-1760)


def test_a_forum_works_in_every_area_in_which_it_was_given_as_an_answer(asked: Asked) -> None:
    assert asked("arbejdsmarkedsnetvaerk-middelfart").areas == ("lbr", "unions", "companies")  # 1539, 1551, 1555


def test_a_selection_keeps_the_fora_of_an_area_that_count_a_municipality_in(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    found = forums(survey, scoped(areas=("jobcentres",), municipalities=("Varde",)))
    ids = {each.id for each in found}
    assert {"sydvestjysk-jobcenterchefnetvaerk", "star-jobcenterchefmoeder", "star-faglige-netvaerk"} <= ids
    assert all("jobcentres" in each.areas for each in found)
    assert all("Varde" in {member.municipality for member in each.members} for each in found)


def test_fora_come_by_the_danish_alphabet(survey: Graph, scoped: Callable[..., Scope]) -> None:
    names = [each.name for each in forums(survey, scoped())]
    own = [name for name in names if name.startswith("Dialogforum")]
    assert own == [f"Dialogforum {each}" for each in ("Billund", "Faaborg-Midtfyn", "Odense", "Tønder", "Aabenraa")]


# ---- By any of its names ----


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        ("dima", "dima"),
        ("DIMA (Danish International Manufacturing Academy)", "dima"),
        ("Hulemøder", "sydvestjysk-jobcenterchefnetvaerk"),
        ("hulemoeder", "sydvestjysk-jobcenterchefnetvaerk"),
        ("De fire sønderjyske jobcentre", "soenderjyske-jobcentre"),
        ("de fire soenderjyske JOBCENTRE", "soenderjyske-jobcentre"),
        ("Fynsk beskæftigelsesforum", "fynsk-beskaeftigelsesforum"),
        ("Faelles fynsk beskaeftigelsesforum", "fynsk-beskaeftigelsesforum"),
        ("LAU Trekantområdet", "lau-trekantomraadet"),
        ("lau trekantomraadet", "lau-trekantomraadet"),
        ("LAU Trekantomra\u030adet", "lau-trekantomraadet"),
        ("Vejen Jobsigte", "jobsigte-vejen"),
        ("LAU-Østfyn", "lau-oestfyn"),
    ],
)
def test_a_forum_is_found_by_id_name_or_alias_however_its_letters_are_typed(word: str, id_: str, survey: Graph) -> None:
    assert find(survey, word) == id_


def test_an_id_beats_the_name_of_another(loaded: Callable[..., Graph]) -> None:
    assert find(loaded(TWO_ROUNDS), "Projekt") == "projekt"


def test_a_name_beats_the_alias_of_another(loaded: Callable[..., Graph]) -> None:
    assert find(loaded(TWO_ROUNDS), "Virksomhedspanelet") == "panel-guldborgsund"


def test_an_alias_of_several_fora_is_refused_with_all_of_them(loaded: Callable[..., Graph]) -> None:
    with pytest.raises(AmbiguousName) as refused:
        find(loaded(TWO_ROUNDS), "panelet")
    assert (refused.value.key, refused.value.values) == ("ambiguous_forum", {"word": "panelet", "n": "3"})
    assert refused.value.candidates == [
        ("panel-odense", "Odenses panel"),
        ("panel-lolland", "Virksomhedspanel"),
        ("panel-guldborgsund", "Virksomhedspanelet"),
    ]


def test_dialogforum_is_five_fora_and_not_the_first_of_them(survey: Graph) -> None:
    with pytest.raises(AmbiguousName) as refused:
        find(survey, "Dialogforum")
    assert [id_ for id_, _ in refused.value.candidates] == [
        f"dialogforum-{each}" for each in ("billund", "faaborg-midtfyn", "odense", "toender", "aabenraa")
    ]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Fælles fynsk beskæftigelsesforun", "Fælles Fynsk Beskæftigelsesforum"),
        ("Hulemøde", "”Hulemøder”"),
        ("dimma", "dima"),
        ("Sparingsforum", "Sparringsforum"),
    ],
)
def test_a_misspelt_name_is_refused_with_the_one_that_was_meant(word: str, near: str, survey: Graph) -> None:
    with pytest.raises(UnknownWord) as refused:
        find(survey, word)
    assert (refused.value.key, refused.value.values) == ("unknown_forum", {"word": word})
    assert near in refused.value.near


def test_suggestions_are_of_different_fora(survey: Graph) -> None:
    with pytest.raises(UnknownWord) as refused:
        find(survey, "Dialogforun")
    owners = [_owner(survey, each) for each in refused.value.near]
    assert len(owners) == len(set(owners)) <= 3


def _owner(graph: Graph, word: str) -> str:
    try:
        return find(graph, word)
    except AmbiguousName as several:
        return several.candidates[0][0] + word


@pytest.mark.parametrize("word", ["", " ", "!?", "xyzzy", "🦄", "x" * 5000])
def test_a_word_that_is_like_nothing_is_refused(word: str, survey: Graph) -> None:
    with pytest.raises(UnknownWord) as refused:
        find(survey, word)
    assert refused.value.near == []


def test_a_forum_that_no_chosen_round_speaks_of_is_refused_with_the_rounds(loaded: Callable[..., Graph]) -> None:
    graph = loaded(TWO_ROUNDS)
    with pytest.raises(NothingAsked) as refused:
        forum(graph, scope(graph, Selection(round="sj-2015")), "panel-odense")
    assert (refused.value.key, refused.value.values) == (
        "forum_not_named",
        {"forum": "panel-odense", "rounds": "sj-2015"},
    )


# ---- Small data: every basis at once ----


def test_one_forum_has_members_of_every_basis_and_what_they_differ_on(loaded: Callable[..., Graph]) -> None:
    graph = loaded(TWO_ROUNDS)
    found = forum(graph, scope(graph, Selection()), "faelles")
    assert [(m.municipality, m.basis, m.reported_by, m.excluded_by) for m in found.members] == [
        ("Guldborgsund", "self_reported", ("Guldborgsund", "Lolland"), ()),
        ("Køge", "named_by_other", ("Guldborgsund",), ("Lolland",)),
        ("Lolland", "self_reported", ("Guldborgsund", "Lolland"), ()),
        ("Næstved", "named_by_other", ("Lolland",), ()),
        ("Slagelse", "inferred", (), ()),
    ]
    assert claims(found) == [
        ("meetings", "political", [("2-3", ("Guldborgsund",)), (4, ("Lolland",))]),
        ("members", "Køge", [(True, ("Guldborgsund",)), (False, ("Lolland",))]),
        ("members", "Næstved", [(True, ("Lolland",)), (False, ("Guldborgsund",))]),
    ]
    assert found.areas == ("education", "jobcentres")


def test_an_organisation_that_two_count_in_is_there_once_with_both(loaded: Callable[..., Graph]) -> None:
    graph = loaded(TWO_ROUNDS)
    (seat,) = forum(graph, scope(graph, Selection()), "faelles").organisations
    assert (seat.name, seat.reported_by) == ("CELF", ("Guldborgsund", "Lolland"))
    assert [str(each) for each in seat.evidence] == ["sj-2015:20-24, 50-55"]


def test_a_part_names_the_whole(loaded: Callable[..., Graph]) -> None:
    graph = loaded(TWO_ROUNDS)
    everything = scope(graph, Selection())
    assert forum(graph, everything, "et projekt").part_of == "faelles"
    assert forum(graph, everything, "panel-odense").part_of == "paraply"
    assert [(each.id, each.name) for each in forum(graph, everything, "paraply").parts] == [
        ("panel-odense", "Odenses panel")
    ]
