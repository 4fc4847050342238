"""Pairs of municipalities: the fora that both are in, of those that either is in, as the survey's text says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forumgraph.graphdb import Graph
from forumgraph.ingest.lines import split
from forumgraph.queries import Scope
from forumgraph.queries.errors import QuestionError
from forumgraph.queries.forum import forums
from forumgraph.queries.overlap_municipalities import Pairs, overlap_municipalities


@pytest.fixture(scope="module")
def found(survey: Graph, scoped: Callable[..., Scope]) -> Pairs:
    return overlap_municipalities(survey, scoped())


def test_those_who_share_most_come_first(found: Pairs) -> None:
    assert [(pair.first, pair.second, len(pair.shared)) for pair in found.pairs[:4]] == [
        ("Faaborg-Midtfyn", "Langeland", 5),
        ("Billund", "Vejen", 5),
        ("Faaborg-Midtfyn", "Svendborg", 4),
        ("Langeland", "Svendborg", 4),
    ]


def test_billund_and_vejen_share_what_the_lines_put_both_in(found: Pairs) -> None:
    """The seven (709-710, 2473-2479), DIMA (2850-2867), VEU-vest (2458-2471), talks (2327-2334), chiefs (800-805)."""
    (pair,) = (pair for pair in found.pairs if (pair.first, pair.second) == ("Billund", "Vejen"))
    assert pair.shared == (
        "dima",
        "netvaerk-veu-vest",
        "styregruppe-samtaler-sydvest",
        "sydvestjysk-jobcenterchefnetvaerk",
        "syv-kommune-samarbejdet",
    )
    (evidence,) = pair.evidence
    cited = {line for first, last in split(evidence.lines)[1] for line in range(first, last + 1)}
    assert {709, 2473, 2850, 2458, 2327, 800} <= cited


def test_the_index_is_of_the_existing_fora_that_either_is_counted_into(
    survey: Graph, scoped: Callable[..., Scope], found: Pairs
) -> None:
    """Counted anew from what `forums` says."""
    within: dict[str, set[str]] = {}
    for forum in forums(survey, scoped()):
        for member in forum.members:
            if forum.status == "existing" and member.basis in ("self_reported", "named_by_other"):
                within.setdefault(member.municipality, set()).add(forum.id)
    for pair in found.pairs:
        one, other = within[pair.first], within[pair.second]
        assert set(pair.shared) == one & other
        assert (pair.either, pair.jaccard) == (len(one | other), len(one & other) / len(one | other))
    assert len(found.pairs) == sum(
        bool(within[one] & within[other]) for one in within for other in within if one < other
    )


def test_a_forum_that_is_only_planned_brings_nobody_together(found: Pairs) -> None:
    assert not [pair for pair in found.pairs if {"Lolland", "Guldborgsund"} & {pair.first, pair.second}]


def test_beside_one_municipality_are_its_own_pairs(survey: Graph, scoped: Callable[..., Scope], found: Pairs) -> None:
    own = overlap_municipalities(survey, scoped(), "Esbjerg")
    shared = {name: len(pair.shared) for pair in own.pairs for name in (pair.first, pair.second) if name != "Esbjerg"}
    assert shared == {"Billund": 2, "Varde": 2, "Vejen": 2, "Tønder": 1}
    assert set(own.pairs) == {pair for pair in found.pairs if "Esbjerg" in (pair.first, pair.second)}


def test_an_area_leaves_out_other_fora_and_takes_the_index_of_its_own(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    (pair, *_) = overlap_municipalities(survey, scoped(areas=("unemployment_funds",)), "Langeland").pairs
    assert (pair.first, pair.second) == ("Faaborg-Midtfyn", "Langeland")
    assert pair.shared == ("faellesmoeder-faglige-sydfyn", "lau-sydfyn")


def test_one_municipality_alone_makes_no_pair(survey: Graph, scoped: Callable[..., Scope]) -> None:
    with pytest.raises(QuestionError, match="one_makes_no_pair"):
        overlap_municipalities(survey, scoped(municipalities=("Odense",)))
