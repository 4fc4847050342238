"""Decisions that cannot stand beside each other, or beside what the entries say, are said; all others are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Say

Verdicts = list[tuple[str, str, str]]


def decided(*verdicts: tuple[str, str, str]) -> str:
    return "decisions:\n" + "".join(
        f"  - {{verdict: {verdict}, why: x, decided_by: y, date: 2026-01-15, pair: [{a}, {b}]}}\n"
        for a, verdict, b in verdicts
    )


def forums(**entries: str) -> str:
    return "forums:\n" + "".join(
        f"  - {{id: {id_}, name: {id_}, kind: council{', ' if more else ''}{more}}}\n" for id_, more in entries.items()
    )


def codes(said: list[str]) -> list[str]:
    return [each.split(" ", 1)[1] for each in said]


FOUR = forums(a="", b="", c="", d="")


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        ([("a", "same", "b"), ("b", "same", "c")], []),
        ([("a", "same", "b"), ("c", "different", "a"), ("c", "competing", "d")], []),
        ([("a", "same", "b"), ("b", "same", "c"), ("c", "same", "a")], []),
        ([("a", "joint", "b"), ("b", "joint", "a")], ["FG422 b, a"]),
        ([("a", "same", "b"), ("b", "same", "c"), ("a", "joint", "c")], ["FG423 a, c"]),
        ([("a", "part_of", "d"), ("a", "same", "b"), ("c", "same", "d"), ("b", "same", "c")], ["FG423 a, d"]),
        ([("a", "same", "a")], ["FG421 a"]),
        ([("a", "part_of", "b"), ("b", "part_of", "c")], []),
        ([("a", "part_of", "b"), ("b", "part_of", "c"), ("c", "part_of", "a")], ["FG425 a, b, c"]),
        ([("a", "part_of", "b"), ("c", "part_of", "a"), ("b", "same", "d"), ("d", "part_of", "c")], ["FG425 a, b, c"]),
        ([("a", "same", "x")], ["FG314 x"]),
    ],
)
def test_decisions_beside_each_other(verdicts: Verdicts, said: list[str], say: Say) -> None:
    assert codes(say(FOUR, decided(*verdicts))) == said


@pytest.mark.parametrize(
    ("a", "b", "keys"),
    [
        ("since: 2010", "since: 2010-05", 0),
        ("since: 2010", "since: 2011", 1),
        ("since: 2010", "since_at_least: 2009", 1),
        ("since: 2010", "since_at_least: 2012", 0),
        ("until: 2010", "until: 2010-05-01", 0),
        ("until: 2010", "until: 2009", 1),
        ("until: 2010", "until_at_most: 2009", 1),
        ("until: 2010", "until_at_most: 2011", 0),
        ("until: 2010", "since: 2012", 1),
        ("until_at_most: 2010", "since_at_least: 2012", 1),
        ("part_of: c", "part_of: d", 1),
        ("part_of: c", "part_of: c", 0),
        ("part_of: b", "part_of: c", 0),
        ("", "part_of: a", 0),
    ],
)
def test_what_two_entries_say_has_to_hold_for_one_body(a: str, b: str, keys: int, say: Say) -> None:
    assert codes(say(forums(a=a, b=b, c="", d=""), decided(("a", "same", "b")))) == keys * ["FG425 a, b"]


@pytest.mark.parametrize("key", ["part_of: {}", "succeeds: [{{forum: {}, how: x, lines: 's:1'}}]"])
def test_a_body_is_not_part_of_or_the_successor_of_itself_through_another(key: str, say: Say) -> None:
    source = "sources:\n  - {id: s, title: S, publisher: K, date: 2015-01-01, lines: 9}\nsource: s\n"
    entries = source + forums(a=key.format("c"), b="", c=key.format("b"))
    assert codes(say(entries)) == []
    assert codes(say(entries, decided(("a", "same", "b")))) == ["FG425 a, c"]


def test_parts_of_two_bodies_that_are_the_same_may_be_the_same(say: Say) -> None:
    entries = forums(a="part_of: c", b="part_of: d", c="", d="")
    assert codes(say(entries, decided(("a", "same", "b"), ("c", "same", "d")))) == []


def test_what_is_kept_apart_is_said_where_it_is_joined_and_once(say: Say) -> None:
    apart = "kept_apart:\n  - {forums: [a, d], why: x}\n"
    verdicts = [("a", "same", "b"), ("c", "same", "d"), ("b", "same", "c"), ("a", "same", "d")]
    assert [each for each in say(FOUR + apart, decided(*verdicts)) if "FG424" in each] == ["b.yaml:4:68 FG424 a, d"]


def test_what_is_kept_apart_may_be_anything_but_the_same(say: Say) -> None:
    apart = "kept_apart:\n  - {forums: [a, b], why: x}\n"
    assert codes(say(FOUR + apart, decided(("a", "competing", "b")))) == []


@pytest.mark.parametrize("verdict", ["same", "different", "joint"])
def test_names_that_are_alike_are_settled_by_a_decision(verdict: str, say: Say) -> None:
    entries = "forums:\n  - {id: a, name: Panelet, kind: panel}\n  - {id: b, name: panelet, kind: panel}\n"
    assert codes(say(entries)) == ["FG312 panelet"]
    assert codes(say(entries, decided(("a", verdict, "b")))) == []


def test_names_of_organisations_that_are_alike_are_settled_as_well(say: Say) -> None:
    entries = "organisations:\n  - {id: a, name: DI, kind: other}\n  - {id: b, name: di, kind: other}\n"
    assert codes(say(entries, decided(("a", "same", "b")))) == []


def test_who_names_one_of_two_that_are_the_same_names_the_body(say: Say) -> None:
    head = (
        "source: s\nround: r\nsources:\n  - {id: s, title: S, publisher: K, date: 2015-01-01, lines: 99}\n"
        "rounds:\n  - {id: r, title: R, date: 2015-01-01, source: s, lines: 1-99, questions: {companies: 1}}\n"
    )
    reply = (
        "replies:\n  - municipality: Odense\n    row: 5\n    answers:\n"
        "      companies: {status: established, lines: 5, forums: {a: }}\n"
    )
    entries = head + forums(a="", b="") + reply
    assert codes(say(entries)) == ["FG406 b"]
    assert codes(say(entries, decided(("b", "same", "a")))) == []
