"""What a municipality claims holds together; what it leaves to another is no contradiction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..conftest import HEAD

if TYPE_CHECKING:
    from ..conftest import Say

_FORUM = "forums:\n  - {id: f, name: F, kind: council}\n"


def _vejle(answer: str, more: str = "") -> str:
    return (
        HEAD + _FORUM + f"replies:\n  - {{municipality: Vejle, row: 20-40, answers: {{companies: {answer}}}}}\n" + more
    )


_KOLDING = "  - {municipality: Kolding, row: 41-60, answers: {companies: {status: no_reply, lines: 41}}}\n"


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        ("{status: established, lines: 20, forums: {f: }}", []),
        ("{status: established, lines: 20, note: Yes., forums: {f: {member: false}}}", []),
        ("{status: informal, lines: 20, forums: {f: }}", ["FG403"]),
        ("{status: planned, lines: 20, forums: {f: }}", ["FG403"]),
        ("{status: established, alternative: informal, lines: 20, forums: {f: }}", ["FG403"]),
        ("{status: established, alternative: informal, note: N, lines: 20, forums: {f: }}", []),
        ("{status: established, lines: 20, forums: {f: {without: Vejle}}}", ["FG404"]),
        ("{status: established, lines: 20, forums: {f: {member: false, without: Vejle}}}", []),
        ("{status: established, lines: 20, forums: {f: {with: Kolding, without: Kolding}}}", ["FG404"]),
        ("{status: established, lines: 20, forums: {f: {with: Kolding}}}", []),
        ("{status: no_reply, lines: 20, forums: {f: }}", ["FG413"]),
        ("{status: established, alternative: established, note: N, lines: 20, forums: {f: }}", ["FG412"]),
    ],
)
def test_an_answer_does_not_contradict_itself(answer: str, codes: list[str], say: Say) -> None:
    assert [line.split()[1] for line in say(_vejle(answer, _KOLDING))] == codes


def test_two_municipalities_may_contradict_each_other(say: Say) -> None:
    kolding = (
        "  - {municipality: Kolding, row: 41-60, answers:"
        " {companies: {status: established, lines: 41, forums: {f: {without: Vejle}}}}}\n"
    )
    assert say(_vejle("{status: established, lines: 20, forums: {f: {with: Kolding}}}", kolding)) == []


def test_one_answer_for_every_area_answers_them_all(say: Say) -> None:
    head = HEAD.replace("{companies: 12}", "{companies: 12, unions: 13}")
    assert say(head + "replies:\n  - {municipality: Vejle, row: 1, every_area: {status: no_reply, lines: 1}}\n") == []


def test_a_forum_that_is_part_of_nothing_and_in_no_answer_is_said(say: Say) -> None:
    left_over = "  - {id: g, name: G, kind: council}\n"
    text = _vejle("{status: established, lines: 20, forums: {f: }}").replace("replies:", left_over + "replies:")
    assert say(text) == ["a.yaml:9:10 FG406 g"]


def test_nothing_is_said_to_be_left_over_where_an_answer_could_not_be_read(say: Say) -> None:
    assert say(_vejle("{status: yes, lines: 20, forums: {f: }}")) == ["a.yaml:10:69 FG204 yes"]


def test_without_answers_no_forum_is_left_over(say: Say) -> None:
    assert say(_FORUM) == []
