"""Who a body is: its names, why they are one, and what people decided; and which entries a word means."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.ingest.deciding import State, read_state
from forumgraph.ingest.refusal import Refused
from forumgraph.queries import Selection, scope
from forumgraph.queries.deciding import to_decide, to_undo
from forumgraph.queries.errors import AmbiguousName, NothingAsked, UnknownWord
from forumgraph.queries.forum import forum
from forumgraph.queries.identity import Identity, explain
from forumgraph.queries.names import find

DECIDED = Path(__file__).parents[1] / "cases" / "datasets" / "decided"


@pytest.fixture(scope="module")
def graph(loaded: Callable[..., Graph]) -> Graph:
    return loaded(DECIDED)


@pytest.fixture(scope="module")
def asked(graph: Graph) -> Callable[[str], Identity]:
    return lambda word: explain(graph, scope(graph, Selection()), word)


@pytest.fixture(scope="module")
def state() -> State:
    return read_state((DECIDED,))


@pytest.mark.parametrize("word", ["a", "b", "c", "Beskæftigelsesrådet", "tredje navn", "TREDJE KREDS"])
def test_a_body_is_found_by_every_id_and_name_of_what_it_is_made_of(word: str, graph: Graph) -> None:
    assert find(graph, word) == "a"
    assert forum(graph, scope(graph, Selection()), word).id == "a"


def test_the_names_of_entries_that_gave_way_are_among_the_names(graph: Graph) -> None:
    found = forum(graph, scope(graph, Selection()), "a")
    assert [(each.name, each.used_by, each.described) for each in found.aliases] == [
        ("Beskæftigelsesrådet", ("København",), False),
        ("Rådet", ("København",), False),
        ("Tredje navn", (), False),
        ("tredje kreds", ("Frederiksberg",), True),
    ]


def test_a_forum_is_explained_by_its_names_its_decisions_and_what_it_is_not(asked: Callable[[str], Identity]) -> None:
    found = asked("Tredje navn")
    assert (found.id, found.name) == ("a", "Rådet")
    assert found.merged == "To svar. Samme medlemmer og opgave. Referatet bruger begge navne."
    assert [each.id for each in found.decisions] == ["a/b", "b/c", "konkurrent/c", "lyder-ens/a"]
    assert [(each.other, each.why) for each in found.kept_apart] == [
        ("lyder-ens", "Et andet organ. Andre parter. Ligner kun af navn.")
    ]


def test_a_name_that_nobody_uses_is_among_the_names(asked: Callable[[str], Identity]) -> None:
    assert [(each.name, each.used_by, len(each.evidence)) for each in asked("del").names] == [
        ("Delen", ("Frederiksberg",), 1),
        ("En del", (), 0),
    ]


def test_an_organisation_is_explained_by_any_of_its_names(asked: Callable[[str], Identity]) -> None:
    found = asked("3f-kbh")
    assert (found.id, [each.name for each in found.names]) == (
        "3f",
        ["3F", "3F København", "Afdelingen", "Fagligt Fælles Forbund"],
    )
    assert ([each.id for each in found.decisions], found.kept_apart) == (["3f/3f-kbh", "di/3f-kbh"], ())
    assert asked("Afdelingen").id == "3f"


def test_a_name_of_several_bodies_is_answered_with_them(asked: Callable[[str], Identity]) -> None:
    with pytest.raises(AmbiguousName) as refused:
        asked("Raadet")
    assert refused.value.candidates == [("lyder-ens", "Raadet"), ("a", "Rådet")]


def test_a_word_that_nothing_goes_by_is_answered_with_the_nearest(asked: Callable[[str], Identity]) -> None:
    with pytest.raises(UnknownWord) as refused:
        asked("Konkurenten")
    assert (refused.value.key, refused.value.near[:1]) == ("unknown_body", ["Konkurrenten"])


def test_a_forum_that_no_round_speaks_of_is_said_to_be(loaded: Callable[..., Graph]) -> None:
    graph = loaded(DECIDED.parent / "two-rounds")
    with pytest.raises(NothingAsked):
        explain(graph, scope(graph, Selection(round="dk-2017")), "vaekstforum")


# ---- Which entries are meant ----


@pytest.mark.parametrize(
    ("words", "pair"),
    [
        (("del", "konkurrent"), ("del", "konkurrent")),
        (("Tredje navn", "Delen"), ("c", "del")),  # an entry is named as the files have it
        (("c", "del"), ("c", "del")),
        (("lyder-ens", "b"), ("lyder-ens", "b")),
        (("DI", "3F"), ("di", "3f")),
    ],
)
def test_a_decision_is_on_entries_as_the_files_have_them(
    words: tuple[str, str], pair: tuple[str, str], state: State
) -> None:
    assert to_decide(state, words, "competing") == pair


def test_a_name_of_several_entries_that_are_one_body_means_what_stands(tmp_path: Path) -> None:
    text = (DECIDED / "bodies.yaml").read_text(encoding="utf-8")
    (tmp_path / "a.yaml").write_text(text.replace("called: Beskæftigelsesrådet", "called: Mødet"), encoding="utf-8")
    again = (tmp_path / "a.yaml").read_text(encoding="utf-8").replace("a: {called: Rådet,", "a: {called: Mødet,")
    (tmp_path / "a.yaml").write_text(again, encoding="utf-8")
    assert to_decide(read_state((tmp_path,)), ("Mødet", "del"), "competing") == ("a", "del")


def test_a_name_of_several_bodies_is_ambiguous_for_a_decision(state: State) -> None:
    with pytest.raises(AmbiguousName) as refused:
        to_decide(state, ("Raadet", "del"), "same")
    assert refused.value.candidates == [("lyder-ens", "Raadet"), ("a", "Rådet")]


@pytest.mark.parametrize(
    ("words", "verdict", "key"),
    [
        (("a", "b"), "joint", "already_decided"),
        (("b", "a"), "same", "already_decided"),
        (("a", "lyder-ens"), "same", "already_decided"),
        (("a", "c"), "same", "already_one"),
        (("3f-kbh", "di"), "same", "already_decided"),
    ],
)
def test_what_is_decided_already_is_refused(words: tuple[str, str], verdict: str, key: str, state: State) -> None:
    with pytest.raises(Refused) as refused:
        to_decide(state, words, verdict)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("words", "pair"),
    [
        (("a", "b"), ("a", "b")),
        (("b", "a"), ("a", "b")),
        (("Tredje navn", "Beskæftigelsesrådet"), ("b", "c")),
        (("Raadet", "a"), ("lyder-ens", "a")),  # one of several by that name, and the only one decided on
        (("3F", "3F København"), ("3f", "3f-kbh")),
    ],
)
def test_a_decision_is_found_by_ids_and_names_in_any_order(
    words: tuple[str, str], pair: tuple[str, str], state: State
) -> None:
    assert to_undo(state, words).entry.pair == pair


def test_a_pair_that_nobody_decided_on_cannot_be_undone(state: State) -> None:
    with pytest.raises(Refused) as refused:
        to_undo(state, ("a", "c"))
    assert (refused.value.key, refused.value.values) == ("not_decided", {"first": "a", "second": "c"})


def test_words_that_fit_several_decisions_are_answered_with_them(tmp_path: Path) -> None:
    text = (DECIDED / "bodies.yaml").read_text(encoding="utf-8")
    (tmp_path / "a.yaml").write_text(text.replace("name: Konkurrenten", "name: Rådet"), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        to_undo(read_state((tmp_path,)), ("Rådet", "lyder-ens"))
    assert refused.value.values["pairs"] == "lyder-ens a; konkurrent lyder-ens"
