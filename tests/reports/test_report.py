"""Answers as plain values: objects for JSON, one row for CSV."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from forumgraph.queries.evidence import Evidence
from forumgraph.reports.report import cited, fields_of, flat, only, plain


@dataclass(frozen=True)
class Thing:
    name: str
    evidence: tuple[Evidence, ...]
    position: int = 0


THING = Thing("Odense", (Evidence("a", "1-3, 5"), Evidence("b", "7")))


def test_a_dataclass_is_an_object_and_evidence_source_and_lines() -> None:
    assert plain(THING) == {
        "name": "Odense",
        "evidence": [{"source": "a", "lines": "1-3, 5"}, {"source": "b", "lines": "7"}],
        "position": 0,
    }


def test_keys_are_left_out_by_name() -> None:
    assert only({"a": 1, "b": 2}, "b") == {"a": 1}
    assert fields_of(Thing, "position") == ("name", "evidence")


FLAT = [
    (None, ""),
    (True, "true"),
    (False, "false"),
    (0, 0),
    (0.5, 0.5),
    ("", ""),
    ("two\nlines\r\nand three", "two lines and three"),
    ([], ""),
    (["a", "b"], "a; b"),
    ([{"source": "a", "lines": "1-3"}, {"source": "b", "lines": "2"}], "a:1-3; b:2"),
    ([{"id": "x", "name": "X"}], "X"),
    ([{"municipality": "Odense", "code": "0461"}], "Odense"),
    ([{"forum": "a", "other": "b", "name": "B"}], "B"),
    ([{"forum": "a", "other": "b"}], "b"),
    ([{"id": "x"}], "x"),
    (
        [{"per_year": 4, "level": None, "reported_by": ["A", "B"], "evidence": [{"source": "s", "lines": "1"}]}],
        "per_year=4, reported_by=A; B, evidence=s:1",
    ),
    ([["a", "b"], ["c"]], "a; b; c"),
    ([True, None], "true; "),
]


@pytest.mark.parametrize(("value", "cell"), FLAT, ids=str)
def test_a_value_becomes_one_cell(value: object, cell: object) -> None:
    assert flat({"key": value}) == {"key": cell}


def test_every_citation_says_its_source() -> None:
    assert cited(()) == ""
    assert cited((Evidence("a", "1-3, 5"),)) == "a:1-3, 5"
    assert cited(THING.evidence) == "a:1-3, 5; b:7"
