"""Contradictions: every side is kept, and what may both be true is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope
from forumgraph.queries.conflicts import conflicts, member_conflicts, political_conflicts
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import MemberRow, RepresentationRow


def test_the_survey_has_these_and_no_others(survey: Graph, scoped: Callable[..., Scope]) -> None:
    """Both frequencies of the Funen chairs (1512-1516, 1638-1643), all of South Jutland's, three disputed members."""
    found = conflicts(survey, scoped()).conflicts
    assert [
        (each.forum, each.about, each.subject, [(said.value, said.reported_by) for said in each.claims])
        for each in found
    ] == [
        ("soenderjyske-jobcentre", "meetings", "political", [(1, ("Tønder", "Aabenraa")), (2, ("Sønderborg",))]),
        ("fynsk-beskaeftigelsesforum", "meetings", "political", [(3, ("Langeland",)), (4, ("Nordfyns",))]),
        ("lau-oestfyn", "members", "Nordfyns", [(True, ("Nordfyns", "Odense")), (False, ("Kerteminde",))]),
        ("lau-oestfyn", "members", "Nyborg", [(True, ("Kerteminde", "Nordfyns", "Nyborg")), (False, ("Odense",))]),
        (
            "sydvestjysk-jobcenterchefnetvaerk",
            "members",
            "Tønder",
            [(True, ("Tønder", "Varde")), (False, ("Esbjerg",))],
        ),
    ]


def test_a_selection_keeps_the_fora_that_count_a_chosen_municipality_in(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    assert {each.forum for each in conflicts(survey, scoped(municipalities=("Langeland",))).conflicts} == {
        "fynsk-beskaeftigelsesforum"
    }


def said(who: str, role: str, round_: str = "r") -> RepresentationRow:
    """What one reporter says of politicians; ``none`` that none take part."""
    return RepresentationRow(
        who, who, "lbr", "f", "F", "politicians" if role == "none" else role, role != "none", None, who, round_,
        (Evidence("s", who),), 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "sides"),
    [
        ([said("1", "mayor"), said("2", "none")], [([], ("2",)), (["mayor"], ("1",))]),
        ([said("1", "mayor"), said("2", "committee_chair")], [(["committee_chair"], ("2",)), (["mayor"], ("1",))]),
        ([said("1", "mayor"), said("2", "politicians")], None),  # who says no more may mean the mayor
        ([said("1", "mayor"), said("1", "committee_chair"), said("2", "mayor")], None),
        ([said("1", "none"), said("2", "none")], None),
        ([said("1", "mayor"), said("2", "none", "later")], None),  # what was so then may be otherwise now
    ],
)
def test_politicians_are_a_contradiction_where_both_cannot_be_true(
    rows: list[RepresentationRow], sides: list[tuple[list[str], tuple[str, ...]]] | None
) -> None:
    found = political_conflicts("f", rows)
    assert [[(each.value, each.reported_by) for each in conflict.claims] for conflict in found] == (
        [sides] if sides else []
    )


@pytest.mark.parametrize(("year", "about"), [(None, ["B"]), ("2012", [])])
def test_who_was_in_at_another_time_is_no_contradiction(year: str | None, about: list[str]) -> None:
    """One publication says that B was in (in 2012, where it names the year), and that it is not in now."""
    rows = [
        MemberRow("f", "F", "existing", "B", "B", "K", "named_by_other", "KL", None, False, "r", year, (), 0),
        MemberRow("f", "F", "existing", "B", "B", "K", "excluded", "X", None, False, "r", None, (), 1),
    ]
    assert [each.subject for each in member_conflicts("f", rows)] == about
