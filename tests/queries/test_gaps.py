"""Who lacks a forum with the companies and with the unions, as the survey's table says it."""

from __future__ import annotations

from collections.abc import Callable

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope
from forumgraph.queries.gaps import gaps


def test_the_municipalities_without_a_company_forum_told_apart_by_their_answer(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    found = gaps(survey, scoped(areas=("companies",)))
    assert found.confirmed == ("Kerteminde", "Nyborg", "Svendborg")
    assert found.informal == ("Assens", "Fredericia", "Langeland", "Nordfyns", "Sønderborg")
    assert found.closing == ("Billund",)
    assert found.unknown == ("Ærø",)
    assert found.not_asked == ("Fanø",)


def test_the_municipalities_without_a_union_forum_told_apart_by_their_answer(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    found = gaps(survey, scoped(areas=("unions",)))
    assert found.confirmed == ("Assens", "Nyborg", "Varde")
    assert found.informal == (
        "Fredericia", "Faaborg-Midtfyn", "Kerteminde", "Kolding", "Nordfyns", "Svendborg", "Sønderborg", "Vejen",
        "Vejle",
    )  # fmt: skip
    assert found.closing == ()
    assert found.unknown == ("Ærø",)
    assert found.not_asked == ("Fanø",)


def test_the_rows_behind_the_names_are_the_same_municipalities_with_their_lines(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    found = gaps(survey, scoped(areas=("companies",)))
    named = found.confirmed + found.informal + found.closing + found.unknown + found.not_asked
    assert sorted(row.municipality for row in found.rows) == sorted(named)
    lines = {row.municipality: [str(each) for each in row.evidence] for row in found.rows}
    assert lines["Kerteminde"] == ["kkr-syddanmark-2015:1279"]
    assert lines["Svendborg"] == ["kkr-syddanmark-2015:2051"]
    assert lines["Fanø"] == []
    assert found.total.established + len(named) == 22


def test_an_area_in_which_everyone_who_answered_has_a_forum_has_only_the_unknown(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    found = gaps(survey, scoped(areas=("jobcentres",)))
    assert (found.confirmed, found.informal, found.closing) == ((), (), ())
    assert (found.unknown, found.not_asked) == (("Ærø",), ("Fanø",))


def test_what_five_municipalities_say_is_missing_is_the_same_for_every_area(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    for area in ("companies", "lbr"):
        said = gaps(survey, scoped(areas=(area,))).self_reported
        assert [(row.municipality, row.answer, str(row.evidence[0])) for row in said] == [
            ("Billund", "missing", "kkr-syddanmark-2015:3095"),
            ("Fredericia", "missing", "kkr-syddanmark-2015:3085-3086"),
            ("Svendborg", "later", "kkr-syddanmark-2015:3087"),
            ("Varde", "missing", "kkr-syddanmark-2015:3088"),
            ("Vejen", "none", "kkr-syddanmark-2015:3089-3090, 3092-3094"),
        ]


def test_a_selection_of_municipalities_leaves_the_others_out(survey: Graph, scoped: Callable[..., Scope]) -> None:
    found = gaps(survey, scoped(areas=("companies",), municipalities=("Billund", "Vejle")))
    assert (found.confirmed, found.informal, found.closing, found.unknown) == ((), (), ("Billund",), ())
    assert [row.municipality for row in found.self_reported] == ["Billund"]
