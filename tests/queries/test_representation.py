"""Which politicians take part in which fora, read municipality by municipality from the survey's table."""

from __future__ import annotations

from collections.abc import Callable

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope
from forumgraph.queries.representation import ROLES, representation

M, CH, CM, CO, P = ROLES  # mayor, committee chair, committee members, council members, politicians

# By municipality and area. An Odense "rådmand" heads a committee and is a chair; a vice-chair is a committee's member.
READ = {
    "Assens": {"jobcentres": {P}},
    "Billund": {"lbr": {P}},
    "Esbjerg": {"lbr": {CH}},
    "Faaborg-Midtfyn": {"lbr": {P}, "education": {P}, "jobcentres": {CH}, "companies": {CH}},
    "Fredericia": {"jobcentres": {CH}, "unions": {CM}},
    "Haderslev": {"lbr": {CH, CM}, "jobcentres": {CH}},
    "Kerteminde": {"lbr": {CH}, "jobcentres": {CH}},
    "Kolding": {"lbr": {CH, CM}, "companies": {CH}},
    "Langeland": {"lbr": {P}, "education": {M, CH}, "jobcentres": {CH}},
    "Middelfart": {"lbr": {CM}, "jobcentres": {P}, "unions": {P}},
    "Nordfyns": {"lbr": {CM}, "jobcentres": {CH}, "unions": {CH}, "companies": {CH}},
    "Nyborg": {"jobcentres": {CH}},
    "Odense": {"lbr": {CH}, "education": {CH}, "jobcentres": {CH}, "unions": {CH, P}, "companies": {CH, P}},
    "Svendborg": {"lbr": {CH}, "jobcentres": {CH}},
    "Sønderborg": {"jobcentres": {P}, "unions": {CH}},
    "Tønder": {"lbr": {CM}, "education": {P}, "jobcentres": {P}, "unions": {P}, "companies": {P}},
    "Varde": {"lbr": {P}, "education": {M, P}, "companies": {P}},
    "Vejen": {"lbr": {CH}, "jobcentres": {CH}, "unions": {P}, "companies": {CH, CM}},
    "Vejle": {"lbr": {CH, CM}, "jobcentres": {CH}, "companies": {M, CO}},
    "Aabenraa": {"lbr": {P}, "education": {P}, "jobcentres": {CM}},
}


def test_the_politicians_of_every_municipality_are_those_that_its_row_names(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    found: dict[str, dict[str, set[str]]] = {}
    for row in representation(survey, scoped()).rows:
        if row.participates:
            found.setdefault(row.municipality, {}).setdefault(row.area, set()).add(row.role)
    assert found == READ


def test_municipalities_come_by_the_danish_alphabet(survey: Graph, scoped: Callable[..., Scope]) -> None:
    names = dict.fromkeys(row.municipality for row in representation(survey, scoped()).rows)
    assert list(names) == sorted(READ, key=_danish)


def _danish(name: str) -> str:
    return name.lower().replace("aa", "}").replace("ø", "|").replace("æ", "{")


def test_mayors_take_part_in_three_fora(survey: Graph, scoped: Callable[..., Scope]) -> None:
    rows = representation(survey, scoped(), ("mayor",)).rows
    assert [(row.municipality, row.forum, row.per_year) for row in rows] == [
        ("Langeland", "sommermoede-langeland", 1),  # 1469-1474
        ("Varde", "uddannelsesraad-varde", None),  # 2348-2350
        ("Vejle", "partnerskab-di-vejle", None),  # 2907-2911
    ]


def test_vejle_says_of_two_fora_that_no_politicians_take_part(survey: Graph, scoped: Callable[..., Scope]) -> None:
    rows = [row for row in representation(survey, scoped()).rows if not row.participates]
    assert [(row.municipality, row.area, row.forum) for row in rows] == [
        ("Vejle", "jobcentres", "dima"),  # 2935-2938
        ("Vejle", "companies", "partnerskab-byggeri-vejle"),  # 2912, 2962-2964
    ]


def test_where_none_take_part_no_role_is_found(survey: Graph, scoped: Callable[..., Scope]) -> None:
    rows = representation(survey, scoped(municipalities=("Vejle",)), ROLES).rows
    assert all(row.participates for row in rows)
    assert {row.role for row in rows} == {"mayor", "committee_chair", "committee_members", "council_members"}


def test_how_often_is_kept_where_it_is_said(survey: Graph, scoped: Callable[..., Scope]) -> None:
    rows = representation(survey, scoped(areas=("lbr",), municipalities=("Odense", "Nordfyns", "Svendborg"))).rows
    assert [(row.municipality, row.role, row.per_year) for row in rows] == [
        ("Nordfyns", "committee_members", 2),  # 1587-1591
        ("Odense", "committee_chair", 1),  # 1783-1784
        ("Svendborg", "committee_chair", None),
    ]
