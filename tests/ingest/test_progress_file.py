"""The data file of a filled form: sound YAML whose every report leads to its row."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from forumgraph.ingest.deciding import read_state
from forumgraph.ingest.filled import ReadSheet, Said
from forumgraph.ingest.progress_file import About, progress_edit, state_beside
from forumgraph.ingest.refusal import Refused
from forumgraph.ingest.writing import write

PUBLICATIONS = Path(__file__).parents[1] / "cases" / "datasets" / "publications"
ABOUT = About("# Læst.\n\n", {"Østby": "Skema (»Østby«)", "Ålby": "Skema"}, "jobcenterchef", dt.date(2016, 6, 30))

ODD = '=cmd() <script>: "x" # æøå\nnæste linje'
EAST = ReadSheet("Østby", "Østby", "2016-02", 12, (Said(7, "nord-beredskab", "yellow", ODD),), 0)
WEST = ReadSheet("Ålby", "Ålby", "2016", 11, (Said(6, "nord-rekruttering", "red", ""),), 0)


def test_what_is_written_is_read_as_it_was_said(tmp_path: Path) -> None:
    output = tmp_path / "Fremdrift Østby 2016.yaml"
    write(progress_edit([EAST], output, ABOUT, force=False))
    state = read_state((PUBLICATIONS, output))
    assert state.sound
    source = state.data.ids("sources")["fremdrift-oestby-2016"]
    assert (source.title, source.publisher, str(source.date), source.lines) == (
        "Skema (»Østby«)", "Østby", "2016-02-29", 12,
    )  # fmt: skip
    entry = state.data.progress[-1].entry
    assert (entry.municipality, entry.requirement, entry.state, entry.remark, entry.date, entry.lines) == (
        "Østby", "nord-beredskab", "yellow", ODD, "2016-02", ("fremdrift-oestby-2016:7",),
    )  # fmt: skip
    assert entry.reported_by == "jobcenterchef"


def test_each_of_several_sheets_is_a_source_of_its_own(tmp_path: Path) -> None:
    output = tmp_path / "f.yaml"
    write(progress_edit([EAST, WEST], output, ABOUT, force=False))
    state = read_state((PUBLICATIONS, output))
    assert [each.entry.lines for each in state.data.progress[-2:]] == [("f-oestby:7",), ("f-aalby:6",)]
    assert [str(each.entry.date) for each in state.data.sources[-2:]] == ["2016-02-29", "2016-06-30"], "none to come"
    assert state.sound


def test_a_file_that_is_there_is_written_over_only_on_request(tmp_path: Path) -> None:
    output = tmp_path / "f.yaml"
    output.write_bytes(b"progress: []\n")
    with pytest.raises(Refused) as refused:
        progress_edit([EAST], output, ABOUT, force=False)
    assert refused.value.key == "form_exists"
    write(progress_edit([EAST], output, ABOUT, force=True))
    assert b"nord-beredskab" in output.read_bytes()


@pytest.mark.parametrize(
    "content", ["mine", "- a", "sources: []\nforums: []\n", "round: x\nprogress: []\n", "progress: ["]
)
def test_a_file_that_holds_anything_but_reports_is_never_written_over(content: str, tmp_path: Path) -> None:
    output = tmp_path / "f.yaml"
    output.write_text(content, encoding="utf-8")
    with pytest.raises(Refused, match="form_other_data"):
        progress_edit([EAST], output, ABOUT, force=True)


def test_the_state_beside_a_file_is_without_what_stands_in_it_now(tmp_path: Path) -> None:
    output = tmp_path / "f.yaml"
    write(progress_edit([EAST], output, ABOUT, force=False))
    found = state_beside((PUBLICATIONS, tmp_path), output)
    assert len(found.data.progress) == 4
    assert found.sound
