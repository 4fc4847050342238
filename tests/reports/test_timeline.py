"""An interval of unknown end is printed as such, and the line of a forum from top to bottom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, scope
from forumgraph.queries.forum import Forum, forum
from forumgraph.queries.left_out import LeftOut
from forumgraph.reports import Header
from forumgraph.reports.render import left_out
from forumgraph.reports.timeline import lifetime, timeline_table
from forumgraph.texts import Texts

DA = Texts("da")
PUBLICATIONS = Path(__file__).parents[1] / "cases" / "datasets" / "publications"
HEADER = Header("forums", None, ("r",), "2015-01-01", {}, ("a.yaml",))


@pytest.fixture
def asked(loaded: Callable[..., Graph]) -> Callable[[str], Forum]:
    graph = loaded(PUBLICATIONS)
    return lambda word: forum(graph, scope(graph, Selection()), word)


def test_what_no_source_says_of_before_and_after_is_said(asked: Callable[[str], Forum]) -> None:
    found = asked("oestby-raad")
    assert lifetime(found, DA) == "kendt 2015–2019; hvad der skete før og efter, siger ingen kilde"
    for day, moment in (("2019-05-31", "2019-05"), ("2019-05-07", "2019-05-07")):
        assert lifetime(replace(found, known_to=day), DA).startswith(f"kendt 2015–{moment};")
    assert lifetime(replace(found, known_from="2012-12-01"), DA).startswith("kendt 2012-12–2019;")
    assert lifetime(replace(found, known_from=None), DA) == ""
    assert lifetime(replace(found, since="2015-01", until="2019"), DA) == "siden 2015-01, til 2019"
    begun = replace(found, since="2015", known_to="2015-12-31")
    assert lifetime(begun, DA) == "siden 2015; kendt 2015; hvad der skete efter, siger ingen kilde"
    ended = replace(found, until_at_most="2020")
    assert lifetime(ended, DA) == "senest til 2020; kendt 2015–2019; hvad der skete før, siger ingen kilde"


def test_predecessors_stand_above_and_successors_below(asked: Callable[[str], Forum]) -> None:
    assert [row[:3] for row in timeline_table(asked("netvaerk"), DA).rows] == [
        ("2012", "Netværket begynder.", "3 ifølge teksten, 3 ved navn"),
        ("2013", "Omtalt i kl-2013", "2 ved navn"),
        ("2015", "Nævnt i svarene i nord-2015", "3 ved navn"),
        ("2016", "Ophørt", ""),
        ("2017", "»Jobnetværket« skifter navn til »Job5« (sandsynlig). Samme kreds udvidet.", ""),
    ]
    assert timeline_table(asked("job5"), DA).rows[0][1].startswith("»Jobnetværket« skifter navn")


def test_one_word_of_a_forum_in_no_line_is_no_timeline(asked: Callable[[str], Forum]) -> None:
    found = asked("panel")
    assert not timeline_table(replace(found, timeline=found.timeline[:1]), DA).rows


def test_what_is_left_out_is_named_where_it_is_few_and_counted_where_it_is_many() -> None:
    few = replace(HEADER, left_out=(LeftOut("a", "A", "unknown"), LeftOut("b", "B", "ended")))
    assert left_out(few, DA) == (
        "Udeladt: 2 fora, som intet siger fandtes 2015-01-01: 1 var ophørt (B); om 1 ved man intet den dag (A)."
    )
    many = replace(HEADER, left_out=tuple(LeftOut(str(n), str(n), "not_yet") for n in range(40)))
    assert left_out(many, DA) == "Udeladt: 40 fora, som intet siger fandtes 2015-01-01: 40 var ikke begyndt."
    assert left_out(HEADER, DA) == left_out(None, DA) == ""
