"""What two fora seem to be to each other follows from members, areas, tasks, levels and who names both."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import ApartRow, MemberRow
from forumgraph.queries.relation import Body, classify, relation_of

APART = ApartRow("f", "g", "G", "Two circles.")


def body(id_: str, members: str, by: str = "", **more: Any) -> Body:
    """A forum whose members (a letter each) say so themselves, or are claimed by those of ``by`` in turn."""
    who = by or members
    claims = tuple(
        MemberRow(id_, id_, "existing", name, name, "K", "self_reported", who[n % len(who)], None, False, "r", None,
                  (Evidence("s", str(n + 1)),), 0)
        for n, name in enumerate(members)
    )  # fmt: skip
    given = {"areas": "x", "tasks": "t", "levels": "l"} | more
    sets = {key: frozenset(given.pop(key)) for key in ("areas", "tasks", "levels")}
    known = {"id": id_, "name": id_.upper(), "kind": "network", "status": "existing", "part_of": None}
    return Body(**{**known, "claims": claims, **given, **sets})


def later(told: Body) -> Body:
    """The same, told in a later round."""
    return replace(told, claims=tuple(replace(row, round="r2") for row in told.claims))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [("abc", "abc", "identical"), ("abc", "ab", "nested"), ("a", "abc", "nested"), ("ab", "bc", "partial"),
     ("ab", "cd", "disjoint")],
)  # fmt: skip
def test_members_make_the_relation(one: str, other: str, relation: str) -> None:
    assert relation_of(body("f", one), body("g", other)) == relation


@pytest.mark.parametrize(
    ("first", "second", "apart", "seems"),
    [
        # The same in everything, and nobody names both: one body.
        (body("f", "abc", by="a"), body("g", "abc", by="b"), None, "same"),
        (body("f", "abc", by="a"), body("g", "abcd", by="b"), None, "same"),
        (body("f", "abc", by="a", levels=""), body("g", "abc", by="b"), None, "same"),
        # Somebody tells them apart: two bodies that do the same.
        (body("f", "abc", by="ab"), body("g", "abc", by="bc"), None, "competing"),
        (body("f", "abc", by="a"), body("g", "abc", by="b"), APART, "competing"),
        # Whoever says so in a later round may have renamed it.
        (body("f", "abc", by="a"), later(body("g", "abc", by="a")), None, "same"),
        # The same circle meets about something else, or on another level.
        (body("f", "abc", by="a"), body("g", "abc", by="b", areas="y"), None, "joint"),
        (body("f", "abc", by="a"), body("g", "abc", by="b", tasks="u"), None, "joint"),
        (body("f", "abc"), body("g", "abc", levels="m"), None, "joint"),
        (body("f", "abc"), body("g", "abc", levels="lm"), None, "joint"),
        # Said by the data, or a project of some of the members.
        (body("f", "abc"), body("g", "abc", part_of="f"), None, "part_of"),
        (body("f", "ab", kind="project"), body("g", "abcdef"), APART, "part_of"),
        (body("f", "ab", kind="project", levels=""), body("g", "abc"), APART, "part_of"),
        (body("f", "ab", kind="project", areas="xy"), body("g", "abcdef"), None, "neighbours"),
        (body("f", "ab", kind="project", tasks="u"), body("g", "abcdef"), None, "neighbours"),
        (body("f", "ab"), body("g", "abcdef"), None, "neighbours"),
        (body("f", "abc"), body("g", "cde"), None, "neighbours"),
        (body("f", "abc"), body("g", "def", part_of="f"), None, "part_of"),
        # Nobody in common.
        (body("f", "abc"), body("g", "def"), None, "alike"),
    ],
)
def test_a_pair_seems_to_be_what_speaks_for_it(first: Body, second: Body, apart: ApartRow | None, seems: str) -> None:
    assert classify(first, second, apart)[0] == seems
    assert classify(second, first, apart)[0] == seems


def test_every_reason_says_what_is_the_same_and_what_only_one_has() -> None:
    first, second = body("f", "abc", tasks="tu"), body("g", "bcd", tasks="tv", levels="m")
    _, reasons = classify(first, second, APART)
    assert [(each.about, each.same, each.only_first, each.only_second, each.why) for each in reasons] == [
        ("members", ("b", "c"), ("a",), ("d",), None),
        ("area", ("x",), (), (), None),
        ("task", ("t",), ("u",), ("v",), None),
        ("level", (), ("l",), ("m",), None),
        ("named_both", ("b", "c"), (), (), None),
        ("kept_apart", (), (), (), "Two circles."),
    ]


def test_the_reason_of_common_members_has_the_lines_of_their_claims_in_both() -> None:
    _, reasons = classify(body("f", "ab"), body("g", "bc"), None)
    assert reasons[0].evidence == (Evidence("s", "1-2"),)  # b is the second of one and the first of the other


def test_what_is_part_of_another_names_the_larger() -> None:
    small = replace(body("f", "ab"), part_of="g")
    _, reasons = classify(small, body("g", "abc"), None)
    assert [each.same for each in reasons if each.about == "part_of"] == [("g",)]
