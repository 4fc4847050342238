"""What is sound in a broken entry is kept, and only that."""

from __future__ import annotations

from forumgraph.ingest.models import Forum, Reply
from forumgraph.ingest.publication import Figure, Requirement, Round, Statement
from forumgraph.ingest.remnants import remnant
from forumgraph.ingest.tree import Node, parse


def _tree(text: str) -> Node:
    root = parse(text, "file").root
    assert root is not None
    return root


def test_a_wrong_word_takes_the_answer_it_stands_in_and_nothing_else() -> None:
    reply = _tree(
        "{municipality: Assens, row: 1-9, answers: {"
        "lbr: {status: nope, lines: 1, forums: {first: {}}}, unions: {status: none, lines: 2}}}"
    )
    found = remnant(Reply, reply)
    assert found is not None
    assert list(found.answers) == ["unions"]


def test_an_unknown_key_is_taken_out_where_it_stands() -> None:
    reply = _tree(
        "{municipality: Assens, row: 1-9, answers: {"
        "lbr: {status: established, lines: 1, forums: {first: {caled: X, with: [Odense]}}}}}"
    )
    found = remnant(Reply, reply)
    assert found is not None
    assert found.answers["lbr"].forums["first"].with_ == ("Odense",)


def test_of_a_list_with_a_wrong_item_the_whole_list_goes_so_that_places_stay_true() -> None:
    found = remnant(Forum, _tree("{id: a, name: A, kind: council, tasks: [advice, 7], areas: [lbr]}"))
    assert found is not None
    assert (found.tasks, found.areas) == ((), ("lbr",))


def test_an_entry_without_what_it_needs_leaves_nothing() -> None:
    assert remnant(Forum, _tree("{id: a, name: A}")) is None
    assert remnant(Forum, _tree("just a word")) is None


def test_of_what_a_publication_says_the_sound_part_is_kept() -> None:
    statement = remnant(Statement, _tree("{forum: a, year: twelve, with: [Odense], members_stated: -1, lines: 3}"))
    assert statement
    assert (statement.year, statement.members_stated, statement.with_) == (None, None, ("Odense",))
    requirement = remnant(
        Requirement,
        _tree(
            "{id: a, kkr: K, theme: T, level: must, summary: S, in_force_from: 2015, lines: 3,"
            " suggested_by: {areas: companies, reach: far}}"
        ),
    )
    assert requirement
    assert requirement.suggested_by
    assert (requirement.suggested_by.areas, requirement.suggested_by.reach) == (("companies",), ())


def test_a_claim_that_lacks_what_it_counts_takes_nothing_but_the_claims_along() -> None:
    found = remnant(
        Round,
        _tree(
            "{id: a, title: A, date: 2015-01-01, source: s, lines: 1, population: {who: alle, lines: 2},"
            " claims: [{id: c, statement: S, claimed: 3, of: forums, lines: 3}]}"
        ),
    )
    assert found
    assert (found.population is None, found.claims) == (False, ())


def test_a_figure_without_a_value_leaves_nothing() -> None:
    assert remnant(Figure, _tree("{id: a, measure: M, unit: count, population: P, lines: 3}")) is None


def test_the_entry_itself_is_not_changed() -> None:
    node = _tree("{id: a, name: A, kind: council, note: 7}")
    before = node.plain()
    assert remnant(Forum, node) is not None
    assert node.plain() == before
