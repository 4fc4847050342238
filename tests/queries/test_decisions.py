"""What a person decided of a pair stands beside the guess, and nothing that was decided is suggested again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.ingest.files import shipped_data
from forumgraph.queries import Scope, Selection, scope
from forumgraph.queries.decisions import Verdict, verdicts
from forumgraph.queries.overlap_forums import overlap_forums
from forumgraph.queries.suggestions import Wanted, suggest

DECIDED = Path(__file__).parents[1] / "cases" / "datasets" / "decided"
EVERYTHING = Wanted(top=1000, every=True, least=0)


@pytest.fixture
def asked(loaded: Callable[..., Graph]) -> tuple[Graph, Scope]:
    graph = loaded(DECIDED)
    return graph, scope(graph, Selection())


def test_a_verdict_goes_by_the_bodies_that_now_stand(asked: tuple[Graph, Scope]) -> None:
    """The decision named `c`, which is `a` by two others; of `a`, `b` and `c` no pair is left."""
    found = verdicts(asked[0], "forum")
    assert found == {
        frozenset(("lyder-ens", "a")): Verdict(
            "lyder-ens", "a", "different", "Ligner kun af navn.", "analytiker", "2026-01-12"
        ),
        frozenset(("konkurrent", "a")): Verdict(
            "konkurrent", "a", "competing", "Samme opgave.", "sekretariatet", "2026-01-13"
        ),
        frozenset(("konkurrent", "lyder-ens")): Verdict(
            "konkurrent", "lyder-ens", "different", "Ikke i familie.", "sekretariatet", "2026-01-14"
        ),
    }
    assert list(verdicts(asked[0], "organisation")) == [frozenset(("di", "3f"))]


def test_a_verdict_stands_beside_the_guess(loaded: Callable[..., Graph], tmp_path: Path) -> None:
    """A person says otherwise of six of the seven; the guess stays, and both are shown."""
    (tmp_path / "mine.yaml").write_text(
        "decisions:\n  - {pair: [dima, syv-kommune-samarbejdet], verdict: competing, why: Samme job., "
        "decided_by: sekretariatet, date: 2026-02-01}\n",
        encoding="utf-8",
    )
    graph = loaded(shipped_data() / "forums.yaml", tmp_path / "mine.yaml")
    pairs = overlap_forums(graph, scope(graph, Selection())).pairs
    (shown,) = (pair for pair in pairs if pair.decided)
    assert {shown.first, shown.second} == {"dima", "syv-kommune-samarbejdet"}
    assert shown.decided == Verdict(
        "dima", "syv-kommune-samarbejdet", "competing", "Samme job.", "sekretariatet", "2026-02-01"
    )
    assert shown.seems == "part_of"


@pytest.mark.parametrize("about", ["forums", "organisations"])
def test_what_was_decided_is_not_suggested_unless_all_is_asked_for(about: str, asked: tuple[Graph, Scope]) -> None:
    decided = set(verdicts(asked[0], about.removesuffix("s")))
    usual = suggest(*asked, about, Wanted(top=1000, least=0))  # type: ignore[arg-type]  # one of the two words
    assert not decided & {frozenset((each.first, each.second)) for each in usual.suggestions}
    every = suggest(*asked, about, EVERYTHING)  # type: ignore[arg-type]
    marked = {frozenset((each.first, each.second)): each.apart for each in every.suggestions if each.apart}
    assert decided <= set(marked)
    assert usual.kept_apart == len(marked)
