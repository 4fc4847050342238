"""What goes with a forum that becomes one with another, counted in the survey's text."""

from __future__ import annotations

from pathlib import Path

from forumgraph.ingest import read
from forumgraph.ingest.deciding import State
from forumgraph.ingest.files import File, shipped_data
from forumgraph.ingest.records import Records
from forumgraph.queries.moving import Moved, moved

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"


def records(*more: Path) -> Records:
    found = read([shipped_data() / "forums.yaml", *more]).records
    assert found
    return found


def test_members_answers_names_and_frequencies_go_with_a_forum(tmp_path: Path) -> None:
    """Four report the Triangle's committee (1026-1029, 1369-1373, 2432-2434); Vejle counts Haderslev in (2913-2919)."""
    decided = tmp_path / "decided.yaml"
    decided.write_text(
        "decisions:\n  - {pair: [lau-haderslev, lau-trekantomraadet], verdict: same, why: Det samme., "
        "decided_by: sekretariatet, date: 2026-02-01}\n",
        encoding="utf-8",
    )
    apart, together = records(), records(decided)
    gone = Moved("LAU Trekantområdet", "LAU Haderslev", members=5, answers=4, names=4, meetings=1)
    assert moved(apart, together) == [gone]
    assert moved(together, apart) == []


def test_what_publications_say_goes_with_a_forum_too() -> None:
    """Of the small data set of publications, the network and Job5 are taken as one."""
    written = (DATASETS / "publications/publications.yaml").read_bytes()
    decided = (
        b"decisions: [{pair: [job5, netvaerk], verdict: same, why: Det samme., decided_by: a, date: 2026-02-01}]\n"
    )
    apart, together = (State.of((File("a.yaml", each),), []).records for each in (written, written + decided))
    assert moved(apart, together) == [
        Moved("Jobnetværket", "Job5", members=3, answers=2, names=2, meetings=0, statements=2, themes=1)
    ]


def test_nothing_moves_where_nothing_is_one_with_another() -> None:
    assert moved(records(), records()) == []
