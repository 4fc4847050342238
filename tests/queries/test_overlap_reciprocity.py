"""What is said from one side only: named by others, and left out by others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope
from forumgraph.queries.overlap_reciprocity import Reciprocity, overlap_reciprocity


@pytest.fixture(scope="module")
def found(survey: Graph, scoped: Callable[..., Scope]) -> Reciprocity:
    return overlap_reciprocity(survey, scoped())


def test_vejle_names_five_into_dima_who_do_not_name_it(found: Reciprocity) -> None:
    own = [each for each in found.one_sided if each.forum == "dima"]
    assert [each.municipality for each in own] == ["Billund", "Fredericia", "Kolding", "Middelfart", "Vejen"]
    assert {(each.named_by, each.itself, each.evidence[0].lines) for each in own} == {
        (("Vejle",), "silent", "2850-2867")
    }


def test_who_was_not_asked_and_who_did_not_answer_have_not_denied_it(found: Reciprocity) -> None:
    """Ærø has an empty row; Lolland, Guldborgsund and four far away have none."""
    itself = {each.municipality: each.itself for each in found.one_sided if each.itself != "silent"}
    assert itself == {
        "Ærø": "no_reply",
        **dict.fromkeys(
            ("Ballerup", "Ikast-Brande", "Jammerbugt", "Mariagerfjord", "Guldborgsund", "Lolland"), "not_asked"
        ),
    }


def test_several_who_name_the_same_are_one_entry(found: Reciprocity) -> None:
    own = [each for each in found.one_sided if each.forum == "sydvestjysk-jobcenterchefnetvaerk"]
    assert [(each.municipality, each.named_by) for each in own] == [
        ("Billund", ("Esbjerg", "Tønder", "Varde")),
        ("Vejen", ("Esbjerg", "Tønder", "Varde")),
    ]


def test_nobody_is_in_a_list_twice(found: Reciprocity) -> None:
    assert max(Counter((each.forum, each.municipality) for each in found.one_sided).values()) == 1


def test_whom_a_list_leaves_out_who_says_it_is_in(found: Reciprocity) -> None:
    """Lines 1233-1236 leave out Nordfyns, 1810-1813 Nyborg, 800-805 Tønder."""
    assert [
        (each.forum, each.municipality, each.left_out_by, each.evidence[0].lines, each.against[0].lines)
        for each in found.not_listed
    ] == [
        ("lau-oestfyn", "Nordfyns", ("Kerteminde",), "1600-1604", "1233-1236"),
        ("lau-oestfyn", "Nyborg", ("Odense",), "1744-1745", "1810-1813"),
        ("sydvestjysk-jobcenterchefnetvaerk", "Tønder", ("Esbjerg",), "2222-2225", "800-805"),
    ]


def test_a_municipality_keeps_its_own(survey: Graph, scoped: Callable[..., Scope]) -> None:
    own = overlap_reciprocity(survey, scoped(municipalities=("Nyborg",)))
    assert (own.one_sided, [each.municipality for each in own.not_listed]) == ((), ["Nyborg"])


def test_an_area_keeps_its_own(survey: Graph, scoped: Callable[..., Scope]) -> None:
    own = overlap_reciprocity(survey, scoped(areas=("education",)))
    assert {each.forum for each in own.one_sided} == {"fynske-jobcenterchefer", "netvaerk-veu-vest"}
    assert own.not_listed == ()
