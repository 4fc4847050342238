"""The place in the network: of a few municipalities that were made up, and of those that the survey tells of."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope
from forumgraph.queries import network as module
from forumgraph.queries.network import Bridge, Cluster, Network, NetworkRow, network, network_of


def rows_of(forums: dict[str, list[str]], outside: dict[str, str] | None = None) -> list[NetworkRow]:
    codes = {name: f"{n:04}" for n, name in enumerate(sorted({name for each in forums.values() for name in each}))}
    rows = [
        NetworkRow(name, codes[name], "answered", id_, id_.title()) for id_, names in forums.items() for name in names
    ]
    return rows + [
        NetworkRow(name, f"9{n:03}", said, None, None) for n, (name, said) in enumerate((outside or {}).items())
    ]


#: Two circles, each held together by two fora, with one forum between them; Ærø has a forum of its own.
MADE = {
    "nord": ["Aabenraa", "Billund", "Esbjerg"],
    "nord-igen": ["Aabenraa", "Billund", "Esbjerg"],
    "syd": ["Odense", "Nyborg", "Svendborg"],
    "syd-igen": ["Odense", "Nyborg", "Svendborg"],
    "bro": ["Billund", "Odense"],
    "alene": ["Ærø"],
}


def made(rows: list[NetworkRow] | None = None) -> Network:
    return network_of(rows or rows_of(MADE), ("r",))


def test_a_municipality_in_between_comes_first_with_all_its_figures() -> None:
    """Billund lies on the ways of Aabenraa and Esbjerg to three others: 6 of the 15 pairs of the six others."""
    first = made().municipalities[0]
    assert first == module.NetworkMunicipality(
        municipality="Billund",
        code=first.code,
        reply="answered",
        forums=3,
        degree=3,
        strength=5,
        betweenness=0.4,
        core=2,
        component=1,
        community=1,
        cut=True,
    )


def test_those_alike_come_by_the_danish_alphabet() -> None:
    names = [row.municipality for row in made().municipalities]
    assert names == ["Billund", "Odense", "Esbjerg", "Nyborg", "Svendborg", "Aabenraa", "Ærø"]


def test_a_forum_in_between_comes_first_with_all_its_figures() -> None:
    """All 9 ways from one circle to the other pass through it, of 21 pairs; its members are of two groups."""
    assert made().forums[0] == module.NetworkForum(
        forum="bro", name="Bro", degree=2, betweenness=0.428571, core=2, component=1, community=None, cut=True
    )


def test_a_forum_of_one_member_is_listed_last_and_belongs_where_its_member_does() -> None:
    assert made().forums[-1] == module.NetworkForum(
        forum="alene", name="Alene", degree=1, betweenness=0.0, core=1, component=2, community=3, cut=False
    )


def test_parts_and_groups_are_numbered_by_size_and_then_by_the_danish_alphabet() -> None:
    found = made()
    north, south = ("Billund", "Esbjerg", "Aabenraa"), ("Nyborg", "Odense", "Svendborg")
    assert found.communities == (Cluster(1, north), Cluster(2, south), Cluster(3, ("Ærø",)))
    together = ("Billund", "Esbjerg", "Nyborg", "Odense", "Svendborg", "Aabenraa")
    assert found.components == (Cluster(1, together), Cluster(2, ("Ærø",)))


def test_bridges_are_memberships_by_the_danish_alphabet() -> None:
    found = made()
    assert [(each.municipality, each.forum) for each in found.bridges] == [("Billund", "bro"), ("Odense", "bro")]
    assert isinstance(found.bridges[0], Bridge)


def test_totals_count_all() -> None:
    assert made().totals == module.NetworkTotals(municipalities=7, forums=6, shared_forums=5, links=7, bridges=2)


def test_the_order_of_rows_changes_nothing() -> None:
    rows = rows_of(MADE, {"Fanø": "not_asked", "Varde": "answered"})
    for seed in range(10):
        random.Random(seed).shuffle(rows)  # noqa: S311 - the same orders every time
        assert made(rows) == made(rows_of(MADE, {"Fanø": "not_asked", "Varde": "answered"}))


def test_who_is_in_no_forum_is_outside_and_told_apart_by_what_it_answered() -> None:
    said = {"Århus": "not_asked", "Fanø": "not_asked", "Varde": "answered", "Læsø": "no_reply"}
    assert made(rows_of(MADE, said)).outside == module.Outside(("Varde",), ("Læsø",), ("Fanø", "Århus"))


def test_without_anyone_there_is_nothing() -> None:
    found = network_of([], ("r",))
    assert (found.municipalities, found.forums, found.bridges, found.components, found.communities) == ((),) * 5
    assert found.totals == module.NetworkTotals(0, 0, 0, 0, 0)


def test_every_measure_says_what_it_weighs_and_only_groups_are_searched_for() -> None:
    measures = made().measures
    assert [each.measure for each in measures if not each.exact] == ["community", "community"]
    assert {(each.about, each.measure): each.weight for each in measures if each.weight != "none"} == {
        ("municipalities", "strength"): "shared_forums",
        ("municipalities", "betweenness"): "inverse_shared_forums",
        ("municipalities", "community"): "shared_forums",
        ("forums", "community"): "shared_forums",
    }


def test_an_estimate_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forumgraph.queries.ways.EXACT_UP_TO", 0)
    names = [f"K{n:02}" for n in range(40)]
    found = made(
        rows_of({f"f{n}": [name, names[(n * 7 + 1) % 40]] for n, name in enumerate(names) if (n * 6 + 1) % 40})
    )
    taken = [each for each in found.measures if each.measure == "betweenness"]
    assert [(each.exact, each.samples) for each in taken] == [(False, 30), (False, 30)]
    assert all(each.error for each in taken)


# ---- What the survey tells ----

FUNEN = ("Assens", "Faaborg-Midtfyn", "Kerteminde", "Langeland", "Nordfyns", "Nyborg", "Odense", "Svendborg", "Ærø")
BY_MIDDELFART = ("Ballerup", "Ikast-Brande", "Jammerbugt", "Mariagerfjord")  # 1564-1567


@pytest.fixture(scope="module")
def found(survey: Graph, scoped: Callable[..., Scope]) -> Network:
    return network(survey, scoped())


def test_funen_is_a_group_of_its_own_and_middelfart_meets_the_rest(found: Network) -> None:
    assert FUNEN in [each.members for each in found.communities]
    assert "Middelfart" in found.communities[0].members


def test_everyone_who_is_named_can_reach_everyone_else(found: Network) -> None:
    assert len(found.components) == 1
    assert found.totals.municipalities == 25


def test_key_links_are_middelfart_and_the_one_that_funen_meets_it_through(found: Network) -> None:
    """Middelfart names a network across the country (1564-1567), and shares a committee with Assens (656-658)."""
    assert [row.municipality for row in found.municipalities if row.cut] == ["Middelfart", "Assens"]
    assert BY_MIDDELFART in [each.members for each in found.communities]


def test_the_fora_that_nothing_can_stand_in_for_are_the_only_ones_that_some_members_have(found: Network) -> None:
    """Sønderborg and Aabenraa share no forum but that of the four jobcentres (2106-2110, 3052-3061)."""
    by_forum: dict[str, set[str]] = {}
    for each in found.bridges:
        by_forum.setdefault(each.forum, set()).add(each.municipality)
    assert by_forum == {
        "netvaerksforum-middelfart": {"Middelfart", *BY_MIDDELFART},
        "soenderjyske-jobcentre": {"Sønderborg", "Aabenraa"},
        "lau-assens-middelfart": {"Assens", "Middelfart"},
    }
    assert {row.forum for row in found.forums if row.cut} == set(by_forum)


def test_the_committee_of_assens_and_middelfart_links_funen_with_the_rest(found: Network) -> None:
    """Two members of two groups (656-658, 1545): no forum of so few has more ways."""
    small = [row for row in found.forums if row.degree == 2]
    assert (small[0].forum, small[0].community) == ("lau-assens-middelfart", None)


def test_odense_is_in_many_fora_and_in_between_nobody_for_it_meets_funen_alone(found: Network) -> None:
    (odense,) = (row for row in found.municipalities if row.municipality == "Odense")
    assert (odense.forums, odense.degree, odense.betweenness) == (15, 8, 0.0)


def test_who_is_in_it_by_the_word_of_others_alone_is_told_from_those_who_answered(found: Network) -> None:
    said = {row.municipality: row.reply for row in found.municipalities if row.reply != "answered"}
    assert said == {"Ærø": "no_reply", **dict.fromkeys(BY_MIDDELFART, "not_asked")}


def test_who_was_neither_asked_nor_named_is_outside_and_nobody_else(found: Network) -> None:
    assert (found.outside.answered, found.outside.no_reply) == ((), ())
    assert len(found.outside.not_asked) == 98 - 25
    assert "Fanø" in found.outside.not_asked


def test_links_are_those_of_the_members_that_the_fora_have(survey: Graph, scoped: Callable[..., Scope]) -> None:
    """The same network, put together from the fora themselves; the state runs two of them (952-953, 1486-1491)."""
    from forumgraph.queries.forum import forums  # noqa: PLC0415

    members = [
        {each.municipality for each in forum.members if each.basis in ("self_reported", "named_by_other")}
        for forum in forums(survey, scoped())
        if forum.status == "existing" and not any(seat.runs for seat in forum.organisations)
    ]
    for row in network(survey, scoped()).municipalities:
        own = [each for each in members if row.municipality in each]
        assert row.forums == len(own)
        assert row.strength == sum(len(each) - 1 for each in own)
        assert row.degree == len(set().union(*own)) - 1


def test_an_area_has_its_own_network(survey: Graph, scoped: Callable[..., Scope]) -> None:
    """With the unemployment funds Funen meets Middelfart and nobody else; three in the south meet nobody."""
    parts = [set(part.members) for part in network(survey, scoped(areas=("unemployment_funds",))).components]
    assert parts[0] == {*FUNEN, "Middelfart"}
    assert parts[2:] == [{"Sønderborg"}, {"Tønder"}, {"Aabenraa"}]


def test_a_choice_of_municipalities_is_a_network_between_them(survey: Graph, scoped: Callable[..., Scope]) -> None:
    between = network(survey, scoped(municipalities=("Assens", "Middelfart", "Odense")))
    assert [(row.municipality, row.degree, row.cut) for row in between.municipalities] == [
        ("Assens", 2, True),
        ("Odense", 1, False),
        ("Middelfart", 1, False),
    ]
