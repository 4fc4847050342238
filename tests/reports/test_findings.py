"""Findings for people, for machines and as annotations; what a code means."""

from __future__ import annotations

import json

import pytest

from forumgraph.ingest.findings import CODES, Finding, Place
from forumgraph.reports.errors import ReportError
from forumgraph.reports.findings import all_codes, explanation, finding_lines, findings_report
from forumgraph.texts import Texts

EN, DA = Texts("en"), Texts("da")
UNKNOWN = Finding("FG301", Place("data/a.yaml", 12, 5), "Odens", suggestion="Odense")
EMPTY = Finding("FG105", Place("data/b,c:100%.yaml"))


def test_a_finding_is_two_lines_where_and_what_then_what_to_do() -> None:
    where, do = finding_lines([UNKNOWN], EN)
    assert where.startswith("data/a.yaml:12:5: error FG301: ")
    assert where.endswith("Did you mean »Odense«?")
    assert do.startswith("    ")


def test_a_file_as_a_whole_has_no_line() -> None:
    assert finding_lines([EMPTY], EN)[0].startswith("data/b,c:100%.yaml: error FG105: ")


def test_on_a_narrow_terminal_a_finding_goes_on_further_in() -> None:
    lines = finding_lines([UNKNOWN], EN, 40)
    assert len(lines) > 2
    assert all(len(line) <= 40 for line in lines)
    assert all(line.startswith("    ") for line in lines[1:])


COUNTS = {
    (): ("0 errors, 0 warnings, 0 remarks in 2 files.", "0 fejl, 0 advarsler, 0 oplysninger i 2 filer."),
    ("FG301",): ("1 error, 0 warnings, 0 remarks in 2 files.", "1 fejl, 0 advarsler, 0 oplysninger i 2 filer."),
    ("FG301", "FG104", "FG104", "FG409"): (
        "1 error, 2 warnings, 1 remark in 2 files.",
        "1 fejl, 2 advarsler, 1 oplysning i 2 filer.",
    ),
}


@pytest.mark.parametrize("codes", COUNTS, ids=str)
def test_the_last_line_counts_by_severity(codes: tuple[str, ...]) -> None:
    values = {"forum": "x", "round": "r", "municipality": "m"}
    findings = [Finding(code, Place("a.yaml", 1, 1), "x", values=values) for code in codes]
    said = [findings_report(findings, ("a", "b"), "table", texts, None).splitlines()[-1] for texts in (EN, DA)]
    assert tuple(said) == COUNTS[codes]


def test_an_annotation_escapes_what_would_end_it() -> None:
    (line,) = findings_report([EMPTY], ("a",), "github", EN, None).splitlines()
    head, _, said = line.removeprefix("::").partition("::")
    assert head == "error file=data/b%2Cc%3A100%25.yaml,title=FG105"
    assert "\n" not in said
    percent = Finding("FG301", Place("a.yaml", 1, 2), "100%\nnext")
    (line,) = findings_report([percent], ("a",), "github", EN, None).splitlines()
    assert "100%25" in line


@pytest.mark.parametrize(("code", "command"), [("FG301", "error"), ("FG104", "warning"), ("FG409", "notice")])
def test_an_annotation_is_as_severe_as_its_finding(code: str, command: str) -> None:
    finding = Finding(code, Place("a.yaml", 3, 4), "x", values={"forum": "x", "round": "r"})
    line = findings_report([finding], ("a",), "github", EN, None)
    assert line.startswith(f"::{command} file=a.yaml,line=3,col=4,title={code}::")


def test_json_has_every_field_and_null_where_there_is_no_line() -> None:
    body = json.loads(findings_report([UNKNOWN, EMPTY], ("a", "b"), "json", EN, None))
    assert (body["errors"], body["warnings"], body["infos"], body["files"]) == (2, 0, 0, ["a", "b"])
    first, second = body["findings"]
    assert (first["file"], first["line"], first["column"], first["suggestion"]) == ("data/a.yaml", 12, 5, "Odense")
    assert (second["line"], second["column"], second["suggestion"]) == (None, None, None)


@pytest.mark.parametrize("texts", [EN, DA], ids=["en", "da"])
@pytest.mark.parametrize("room", [None, 60, 80])
def test_every_code_can_be_explained(texts: Texts, room: int | None) -> None:
    for code in CODES:
        lines = explanation(code, texts, room).splitlines()
        assert lines[0] == f"{code} · {texts(f'report.severity.{CODES[code]}')}"
        assert texts("report.wrong") in lines
        assert texts("report.right") in lines
        assert [line for line in lines if room and len(line) > room and " " in line.strip()] == []


def test_a_code_may_be_typed_in_small_letters() -> None:
    assert explanation("fg301", EN, None) == explanation("FG301", EN, None)


def test_a_mistyped_code_is_answered_with_the_nearest() -> None:
    with pytest.raises(ReportError) as caught:
        explanation("FG31", EN, None)
    assert (caught.value.key, caught.value.values["near"]) == ("unknown_code_near", "FG301")


def test_all_codes_are_listed_with_a_line_each() -> None:
    listed = [line.split()[0] for line in all_codes(EN, None).splitlines()]
    assert listed == list(CODES)
