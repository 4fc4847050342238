"""Which entries are one body, and which of them stands for it."""

from __future__ import annotations

import pytest

from forumgraph.ingest.identity import groups, standing

Pairs = list[tuple[str, ...]]


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([], []),
        ([("a", "b")], [["a", "b"]]),
        ([("a", "b"), ("c", "d")], [["a", "b"], ["c", "d"]]),
        ([("a", "b"), ("c", "d"), ("d", "b")], [["c", "d", "a", "b"]]),
        ([("a", "b"), ("b", "a")], [["a", "b"]]),
        ([("a", "a")], [["a"]]),
    ],
)
def test_pairs_that_share_an_id_are_one_group(pairs: Pairs, found: list[list[str]]) -> None:
    assert groups(pairs) == found


@pytest.mark.parametrize(
    ("pairs", "stands"),
    [
        ([("a", "b")], {"b": "a"}),
        ([("a", "b"), ("b", "c")], {"b": "a", "c": "a"}),
        ([("b", "c"), ("a", "b")], {"b": "a", "c": "a"}),  # b gives way to a later, so it never stood
        ([("a", "c"), ("b", "c")], {"c": "a", "b": "a"}),  # neither gave way: the earliest stands
        ([("b", "c"), ("a", "c")], {"c": "b", "a": "b"}),
        ([("a", "b"), ("b", "c"), ("c", "a")], {"b": "a", "c": "a"}),  # in a circle each gave way
    ],
)
def test_the_first_of_the_earliest_that_never_gave_way_stands(pairs: Pairs, stands: dict[str, str]) -> None:
    assert standing(pairs) == stands


def test_a_chain_of_thousands_is_one_body() -> None:
    assert set(standing((f"f{n}", f"f{n + 1}") for n in range(3000)).values()) == {"f0"}
