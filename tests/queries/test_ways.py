"""How much passes through whom: small networks worked out by hand, and larger ones beside networkx."""

from __future__ import annotations

import random
from fractions import Fraction

import networkx as nx
import pytest

from forumgraph.queries import ways
from forumgraph.queries.ways import Passing, shared, through_forums, through_municipalities

A, B, C, D = range(4)


def municipalities(size: int, *forums: list[int]) -> list[float]:
    return list(through_municipalities(size, shared(forums)).shares)


def fora(size: int, *forums: list[int]) -> list[float]:
    return list(through_forums(size, shared(forums), forums).shares)


def test_who_meets_shares_a_forum_and_who_shares_several_is_counted_by_them() -> None:
    assert shared([[A, B, C], [A, B], [D]]) == {(A, B): 2, (A, C): 1, (B, C): 1}


def test_all_ways_between_two_pass_through_the_one_between_them() -> None:
    assert municipalities(3, [A, B], [B, C]) == [0, 1, 0]


def test_a_forum_of_all_leaves_nobody_in_between() -> None:
    assert municipalities(4, [A, B, C, D]) == [0, 0, 0, 0]


def test_a_way_over_two_close_links_is_shorter_than_one_over_a_loose_link() -> None:
    """A and B share three fora, as do B and C: 1/3 + 1/3 < 1, so that the forum of A and C is the longer way."""
    assert municipalities(3, *3 * [[A, B]], *3 * [[B, C]], [A, C]) == [0, 1, 0]


def test_of_two_ways_of_exactly_one_length_each_counts_half() -> None:
    """1/3 + 1/6 = 1/2: the way of A and C over B is as long as the direct one."""
    assert municipalities(3, *3 * [[A, B]], *6 * [[B, C]], *2 * [[A, C]]) == [0, 0.5, 0]


def test_of_several_ways_around_a_square_each_counts_its_part() -> None:
    """In the square A B C D opposite ones have two ways: of the three pairs of others, half of one passes each."""
    assert municipalities(4, [A, B], [B, C], [C, D], [A, D]) == pytest.approx([1 / 6] * 4)


def test_all_ways_of_a_chain_pass_through_its_fora() -> None:
    """A–B–C: of the three pairs, A–B and A–C pass through the first forum; a forum of one member has no ways."""
    assert fora(3, [A, B], [B, C], [A]) == pytest.approx([2 / 3, 2 / 3, 0])


def test_fora_of_the_same_members_carry_equal_parts() -> None:
    assert fora(3, [A, B], [A, B], [B, C], [A, C]) == pytest.approx([1 / 6, 1 / 6, 1 / 3, 1 / 3])


def test_a_way_through_fewer_fora_is_the_shorter_however_many_are_shared() -> None:
    """The forum of A and C is one step; the six others make two."""
    assert fora(3, *3 * [[A, B]], *3 * [[B, C]], [A, C])[-1] == pytest.approx(1 / 3)


def test_ways_that_two_pairs_of_fora_make_are_as_many_as_their_product() -> None:
    """A and C have 2 · 1 ways: each of the first two fora carries half of A–B and half of A–C, the third all of two."""
    assert fora(3, [A, B], [A, B], [B, C]) == pytest.approx([1 / 3, 1 / 3, 2 / 3])


@pytest.mark.parametrize(("size", "wanted"), [(0, []), (1, [0]), (2, [0, 0])])
def test_too_few_for_anyone_to_be_in_between(size: int, wanted: list[float]) -> None:
    assert municipalities(size) == wanted
    assert fora(size, *[[n] for n in range(size)]) == [0] * size


def drawn(seed: int, size: int = 30, count: int = 60, most: int = 5) -> list[list[int]]:
    chance = random.Random(seed)  # noqa: S311 - the same networks every time
    return [sorted(chance.sample(range(size), chance.randint(1, most))) for _ in range(count)]


@pytest.mark.parametrize("seed", range(5))
def test_municipalities_have_the_shares_that_networkx_finds_with_exact_lengths(seed: int) -> None:
    forums = drawn(seed, count=25 + 10 * seed)
    graph = nx.Graph()
    graph.add_nodes_from(range(30))
    graph.add_edges_from((*pair, {"far": Fraction(1, count)}) for pair, count in shared(forums).items())
    wanted = nx.betweenness_centrality(graph, weight="far")
    assert municipalities(30, *forums) == pytest.approx([wanted[n] for n in range(30)])


@pytest.mark.parametrize("seed", range(5))
def test_fora_have_the_shares_that_networkx_finds_between_municipalities(seed: int) -> None:
    forums = drawn(seed, count=25 + 10 * seed)
    graph = nx.Graph()
    graph.add_nodes_from(range(30))
    graph.add_edges_from((member, f"f{n}") for n, members in enumerate(forums) for member in members)
    wanted = nx.betweenness_centrality_subset(graph, range(30), range(30))
    assert fora(30, *forums) == pytest.approx([wanted[f"f{n}"] / (30 * 29 / 2) for n in range(len(forums))])


def test_what_is_small_enough_is_exact() -> None:
    assert through_municipalities(3, shared([[A, B], [B, C]])) == Passing((0.0, 1.0, 0.0))


def test_all_of_denmark_is_exact() -> None:
    """98 municipalities, each linked to every other."""
    assert ways.EXACT_UP_TO >= 98 * (98 * 97 // 2)


def test_what_is_too_large_is_estimated_and_says_how_well(monkeypatch: pytest.MonkeyPatch) -> None:
    forums = drawn(1, size=80, count=200)
    pairs = shared(forums)
    whole, whole_fora = through_municipalities(80, pairs), through_forums(80, pairs, forums)
    monkeypatch.setattr(ways, "EXACT_UP_TO", 40 * len(pairs))
    part, part_fora = through_municipalities(80, pairs), through_forums(80, pairs, forums)
    for exact, estimate in ((whole, part), (whole_fora, part_fora)):
        assert (exact.samples, exact.error) == (None, None)
        assert estimate.samples == 40
        assert estimate.error
        off = [abs(a - b) for a, b in zip(exact.shares, estimate.shares, strict=True)]
        assert 0 < max(off) < 4 * estimate.error
        assert sum(estimate.shares) == pytest.approx(sum(exact.shares), rel=0.15)


def test_an_estimate_is_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "EXACT_UP_TO", 0)
    pairs = shared(drawn(2, size=50))
    first, second = through_municipalities(50, pairs), through_municipalities(50, pairs)
    assert first == second
    assert first.samples == 30
