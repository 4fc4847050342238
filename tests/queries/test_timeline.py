"""A forum through time: each source's word at the time that it describes, and the line that the forum stands in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, scope
from forumgraph.queries.errors import QuestionError
from forumgraph.queries.forum import Forum, forum
from forumgraph.queries.forum_rows import ForumRow, MentionRow, StatementRow, SuccessionRow
from forumgraph.queries.timeline import Told, line_of, timeline

PUBLICATIONS = Path(__file__).parents[1] / "cases" / "datasets" / "publications"
Asked = Callable[..., Forum]


@pytest.fixture
def asked(loaded: Callable[..., Graph]) -> Asked:
    graph = loaded(PUBLICATIONS)

    def ask(word: str, **chosen: Any) -> Forum:
        return forum(graph, scope(graph, Selection(**chosen)), word)

    return ask


def test_each_source_says_its_own_of_its_own_time(asked: Asked) -> None:
    told = [
        (each.year, each.what, each.members_stated, each.members, each.round, each.reported_by)
        for each in asked("netvaerk").timeline
    ]
    assert told == [
        (2012, "stated", 3, 3, "kl-2013", ("KL",)),
        (2013, "stated", None, 2, "kl-2013", ("KL",)),
        (2015, "reported", None, 3, "nord-2015", ("Nordby", "Østby")),
        (2016, "until", None, None, None, ()),
        (2017, "successor", None, None, None, ()),
    ]


def test_of_two_statements_on_one_year_each_has_the_members_that_its_own_lines_name(
    loaded: Callable[..., Graph],
) -> None:
    graph = loaded(PUBLICATIONS.parent / "changed")
    found = forum(graph, scope(graph, Selection()), "fortid").timeline
    assert [(each.event, each.members) for each in found] == [(None, 2), ("Det glemte mødes.", None)]


def test_a_timeline_has_what_happened_and_what_the_forum_came_of(asked: Asked) -> None:
    told = [(each.moment, each.what, each.event, each.other, each.confidence) for each in asked("job5").timeline]
    assert told == [
        ("2017", "since", None, None, None),
        ("2017", "predecessor", "Samme kreds udvidet.", "netvaerk", "probable"),
        ("2017", "stated", "Fem kommuner går sammen.", None, None),
        ("2019", "reported", None, None, None),
        ("2020", "stated", None, None, None),
    ]


def test_a_round_alone_tells_only_what_it_says(asked: Asked) -> None:
    assert [each.round for each in asked("netvaerk", round="nord-2015").timeline if each.round] == ["nord-2015"]


def test_on_a_day_who_is_not_known_to_be_in_is_left_out_by_name_and_the_timeline_is_whole(asked: Asked) -> None:
    found = asked("job5", as_of=dt.date(2018, 6, 1))
    assert (found.members, found.members_left_out) == ((), ("Nyby", "Østby", "Ålby"))
    assert found.timeline == asked("job5").timeline
    assert asked("job5").members_left_out == ()


@pytest.mark.parametrize("day", [dt.date(2016, 12, 31), dt.date(2021, 1, 1)])
def test_a_forum_that_nothing_says_was_there_on_the_day_is_refused_with_when_it_is_known(
    day: dt.date, asked: Asked
) -> None:
    with pytest.raises(QuestionError) as refused:
        asked("job5", as_of=day)
    known = {"known_from": "2017-01-01", "known_to": "2020-12-31"}
    assert (refused.value.key, refused.value.values) == ("forum_not_then", {"forum": "Job5", "day": str(day), **known})


def test_a_forum_belongs_to_a_theme_by_name_or_by_task(asked: Asked) -> None:
    found = asked("netvaerk")
    assert [(each.id, each.by) for each in found.themes] == [("mobilitet", "task"), ("netvaerk-tema", "name")]
    assert found.reach == "inter_municipal"


def _step(forum_: str, before: str) -> SuccessionRow:
    return SuccessionRow(forum_, forum_.upper(), before, before.upper(), "how", "carries_on", None, "certain", ())


def test_a_line_goes_back_and_forth_as_far_as_it_is_known() -> None:
    steps = [_step("b", "a"), _step("c", "b"), _step("d", "c"), _step("d", "x"), _step("q", "p")]
    told = [(each.predecessor, each.forum, each.direction) for each in line_of("c", steps)]
    assert told == [("a", "b", "predecessor"), ("b", "c", "predecessor"), ("c", "d", "successor")]


def test_a_line_that_parts_and_meets_again_has_each_step_once() -> None:
    steps = [_step("b", "a"), _step("c", "a"), _step("d", "b"), _step("d", "c")]
    assert [(each.predecessor, each.forum) for each in line_of("a", steps)] == [
        ("a", "b"),
        ("a", "c"),
        ("b", "d"),
        ("c", "d"),
    ]


def _answered(*numbers: int) -> list[tuple[str, int | None, tuple[str, ...]]]:
    """The timeline of a forum of which answers of one survey state these numbers of members."""
    nothing = dict.fromkeys(ForumRow.__dataclass_fields__)
    row = ForumRow(**{**nothing, "id": "f", "name": "F", "status": "existing"})  # type: ignore[arg-type]
    names = [f"By {n}" for n, _ in enumerate(numbers)]
    mentions = [MentionRow("f", f"r/{name}", "r", "2015", name, ()) for name in (*names, "Ø")]
    stated = [
        StatementRow(f"f/{n}", "f", None, "2015", number, None, names[n], "r", ()) for n, number in enumerate(numbers)
    ]
    found = timeline(Told(row, stated, mentions, [], ()), ["r"])
    return [(each.what, each.members_stated, each.reported_by) for each in found]


def test_a_number_that_answers_agree_on_stands_with_the_survey() -> None:
    assert _answered(9, 9) == [("reported", 9, ("By 0", "By 1", "Ø"))]


def test_numbers_that_differ_are_all_shown() -> None:
    assert _answered(9, 7, 9) == [
        ("stated", 7, ("By 1",)),
        ("stated", 9, ("By 0", "By 2")),
        ("reported", None, ("By 0", "By 1", "By 2", "Ø")),
    ]
