"""The progress form as page and workbook: filled with what was reported, what is suggested set off and labelled."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from conftest import nothing, rows_of
from forumgraph.documents.form_reading import read_forms
from forumgraph.graphdb import Graph
from forumgraph.graphdb.embedded import EmbeddedEngine
from forumgraph.queries import Selection, scope
from forumgraph.queries.progress import progress
from forumgraph.reports import Header
from forumgraph.reports.errors import ReportError
from forumgraph.reports.progress_form import write_form
from forumgraph.texts import Texts

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"

Written = Callable[..., bytes]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The small set of publications, in the embedded engine alone: what is written knows no engine."""
    engine = EmbeddedEngine(tmp_path_factory.mktemp("graph") / "test.graph")
    engine.load(rows_of(DATASETS / "publications"), nothing)
    made = engine.open()
    yield made
    made.close()


@pytest.fixture
def written(graph: Graph, tmp_path: Path) -> Written:
    """Return a function that writes a form of a year and returns the file."""

    def write(suffix: str, year: int = 2017, language: str = "da", *municipalities: str) -> bytes:
        found = progress(graph, scope(graph, Selection(kkr=("Nord",), municipalities=municipalities)), year)
        header = Header("progress", None, (), f"{year}-12-31", {}, ("publications.yaml",))
        write_form(tmp_path / f"form{suffix}", found, header, Texts(language))
        return (tmp_path / f"form{suffix}").read_bytes()

    return write


def text_of(page: str) -> str:
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_the_page_is_the_printed_form_with_what_was_reported(written: Written) -> None:
    said = text_of(written(".html", 2017, "da", "Østby").decode())
    assert "Fremdriftsskema: Østby" in said
    assert "Virksomheder Grøn/gul/rød Bemærkninger SKAL-initiativer Være med i et virksomhedsberedskab" in said
    assert "grøn gul rød ukendt: intet indberettet Før: grøn (2016-01-20): Panelet er i gang." in said
    assert "grøn pr. 2017-01-20 fremdrift-2016:5 Før: gul (2016-01-20)" in said
    of_2016 = text_of(written(".html", 2016, "da", "Østby").decode())
    assert "grøn pr. 2016-01-20 Panelet er i gang. indberettet af: jobcenterchef fremdrift-2016:3" in of_2016
    assert "KAN-initiativer Have en strategi for medarbejderne grøn gul rød ukendt: intet indberettet" in said


def test_what_is_suggested_is_labelled_and_never_a_state(written: Written) -> None:
    page = written(".html", 2019, "da", "Nyby").decode()
    assert "Foreslået, ikke indberettet: kan tale for grøn: med i Job5" in text_of(page)
    assert 'class="state' not in page, "nothing was reported"


def test_the_page_needs_no_script_loads_nothing_and_speaks_english_on_request(written: Written) -> None:
    page = written(".html", 2017, "en").decode()
    assert re.search(
        r"""content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-""",
        page.replace("&#39;", "'"),
    )
    assert "<script" not in page
    assert not re.search(r"(src|href)=|url\(|@import", page)
    assert 'lang="en"' in page
    assert "Green/yellow/red Remarks MUST initiatives" in text_of(page)
    assert page.count("<h1 ") == 4, "one for each municipality of the KKR in that year"


def test_a_workbook_has_a_sheet_for_each_municipality_and_is_filled_with_what_was_reported(written: Written) -> None:
    book = load_workbook(io.BytesIO(written(".xlsx")))
    assert book.sheetnames == ["Nordby", "Sydby", "Østby", "Ålby"]
    lines = [[cell.value for cell in row] for row in book["Østby"]["D4:F10"]]
    assert lines == [
        ["Virksomheder", None, None],
        ["SKAL-initiativer", None, None],
        ["Være med i et virksomhedsberedskab\nFør: grøn (2016-01-20)", None, None],
        ["Rekruttere sammen med andre", "grøn", None],
        ["Medarbejdere", None, None],
        ["KAN-initiativer", None, None],
        ["Have en strategi for medarbejderne", None, None],
    ]
    (rule,) = book["Østby"].data_validations.dataValidation
    assert rule.formula1 == '"grøn,gul,rød,ukendt"'


def test_a_workbook_comes_back_as_it_was_made(written: Written, tmp_path: Path) -> None:
    written(".xlsx", 2016, "en", "Østby")
    (sheet,) = read_forms(tmp_path / "form.xlsx")
    assert sheet.keys == ("forumgraph-progress-1", "0203", "2016")
    assert [(row.id, row.choice.text, row.remark.text, row.made) for row in sheet.rows] == [
        ("nord-beredskab", "green", "Panelet er i gang.", ("green", "Panelet er i gang.")),
        ("nord-rekruttering", "yellow", "", ("yellow", "")),
        ("nord-strategi", "", "", ("", "")),
    ]


def test_there_is_no_form_where_nothing_was_asked(written: Written, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="form_empty"):
        written(".html", 2014)
    assert list(tmp_path.iterdir()) == []
