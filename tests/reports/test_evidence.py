"""The cited lines of a source, counted by line feeds and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from forumgraph.reports.errors import ReportError
from forumgraph.reports.evidence import cited_lines

TEXT = "one\ntwo\r\nthree\x0b3b\x0c3c\u20283d\x853e\rstill three\nfour  \n\nsix æøå"


@pytest.fixture(autouse=True)
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "kkr-test-2015.txt").write_bytes(TEXT.encode())
    monkeypatch.setenv("FORUMGRAPH_SOURCES", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


LINES = {
    "kkr-test-2015:1": "    1  one\n",
    "kkr-test-2015:1-2": "    1  one\n    2  two\n",
    "kkr-test-2015:2, 4": "    2  two\n    4  four\n",
    "kkr-test-2015:2,4": "    2  two\n    4  four\n",
    "kkr-test-2015: 2": "    2  two\n",
    " kkr-test-2015:2 ": "    2  two\n",
    "kkr-test-2015:3": "    3  three 3b 3c 3d 3e still three\n",
    "kkr-test-2015:5-6": "    5\n    6  six æøå\n",
}


@pytest.mark.parametrize("citation", LINES)
def test_cited_lines_are_shown_with_their_numbers(citation: str) -> None:
    assert cited_lines(citation) == LINES[citation]


REFUSED = {
    "kkr-test-2015": "not_a_citation",
    "kkr-test-2015:": "not_a_citation",
    "kkr-test-2015:x": "not_a_citation",
    ":3": "not_a_citation",
    "": "not_a_citation",
    "kkr-test-2015:3-": "not_a_citation",
    "kkr-test-2015:0": "not_a_citation",
    "kkr-test-2015:0-2": "not_a_citation",
    "kkr-test-2015:4-2": "not_a_citation",
    "kkr-test-2015:-2": "not_a_citation",
    "kkr-test-2015:٣": "not_a_citation",
    f"kkr-test-2015:{'9' * 5000}": "not_a_citation",
    "kkr-test-2015:7": "beyond_source",
    "kkr-test-2015:6-7": "beyond_source",
    "kkr-test-2015:1-9999999": "beyond_source",
    "kkr-tset-2015:1": "no_such_source_near",
    "another:1": "no_such_source",
    "../texts/kkr-test-2015:1": "no_such_source_near",
}


@pytest.mark.parametrize("citation", REFUSED, ids=lambda text: text[:30])
def test_a_citation_that_cannot_be_shown_says_why(citation: str) -> None:
    with pytest.raises(ReportError) as caught:
        cited_lines(citation)
    assert caught.value.key == REFUSED[citation]


def test_a_slip_in_the_source_is_answered_with_the_nearest() -> None:
    with pytest.raises(ReportError) as caught:
        cited_lines("kkr-tset-2015:1")
    assert caught.value.values["near"] == "kkr-test-2015"


def test_without_a_folder_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORUMGRAPH_SOURCES")
    with pytest.raises(ReportError) as caught:
        cited_lines("kkr-test-2015:1")
    assert (caught.value.key, caught.value.values["folder"]) == ("no_sources", "sources")


def test_a_folder_sources_here_is_taken_by_itself(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORUMGRAPH_SOURCES")
    sources.rename(sources.parent / "sources")
    assert cited_lines("kkr-test-2015:1") == "    1  one\n"


def test_the_last_line_counts_with_and_without_its_line_feed(sources: Path) -> None:
    (sources / "a.txt").write_bytes(b"one\ntwo\n")
    (sources / "b.txt").write_bytes(b"one\ntwo")
    assert cited_lines("a:2") == cited_lines("b:2") == "    2  two\n"
    with pytest.raises(ReportError):
        cited_lines("a:3")


def test_a_text_in_an_old_encoding_is_shown_all_the_same(sources: Path) -> None:
    (sources / "old.txt").write_bytes("æble\n".encode("latin-1"))
    assert cited_lines("old:1") == "    1  \ufffdble\n"


def test_a_long_line_goes_on_below_its_text() -> None:
    assert cited_lines("kkr-test-2015:3", 20) == "    3  three 3b 3c\n       3d 3e still\n       three\n"
