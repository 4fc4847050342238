"""Every way in which an entry can have the wrong shape is said in a code of ours, at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest
from pydantic import ValidationError

from forumgraph.ingest.models import Reply
from forumgraph.ingest.sections import SECTIONS
from forumgraph.ingest.translate import translate
from forumgraph.ingest.tree import Node, parse

if TYPE_CHECKING:
    from forumgraph.ingest.findings import Finding


def _findings(section: str, text: str) -> list[Finding]:
    node = parse(text, "x").root
    assert isinstance(node, Node)
    try:
        SECTIONS[section].model_validate(node.plain())
    except ValidationError as error:
        return translate(error.errors(include_url=False), SECTIONS[section], node, "x", section)
    return []


def _said(section: str, text: str) -> list[tuple[str, str, str]]:
    return [(str(each.place), each.code, each.offending) for each in _findings(section, text)]


_REPLY = "{{municipality: Vejle, row: 1-9, answers: {{lbr: {{status: none, lines: 1, {0}}}}}}}"


@pytest.mark.parametrize(
    ("section", "text", "allowed"),
    [
        ("replies", "{municipality: Vejle, row: 1, x: 1}", ("municipality", "round", "row", "answers", "every_area")),
        ("replies", _REPLY.format("x: 1"), ("status", "lines", "confidence", "alternative", "note", "forums")),
        ("replies", _REPLY.format("forums: {a: {x: 1}}"), ("called", "described", "lines", "member", "with")),
        ("replies", _REPLY.format("forums: {a: {meets: {per_year: 1, x: 1}}}"), ("per_year", "level", "lines")),
        ("replies", _REPLY.format("forums: {a: {politicians: [{role: mayor, x: 1}]}}"), ("role", "per_year", "lines")),
        (
            "replies",
            "{municipality: Vejle, row: 1, missing_fora: {answer: none, summary: a, lines: 1, x: 1}}",
            ("answer", "summary", "lines", "forums"),
        ),
        (
            "replies",
            "{municipality: Vejle, row: 1, missing_fora: {answer: none, summary: a, lines: 1, forums: {a: {x: 1}}}}",
            ("called", "described"),
        ),
        ("areas", "{id: a, name: {da: a, en: b, x: c}, short: {da: a, en: b}}", ("da", "en")),
        (
            "rounds",
            "{id: a, title: a, date: 2015-01-01, source: a, lines: 1, questions: {}, claims: [{id: a, statement: b,"
            " claimed: 1, of: answered, lines: 1, x: 1}]}",
            ("id", "statement", "claimed", "of", "areas", "lines"),
        ),
        ("forums", "{id: a, name: a, kind: council, tiers: [{name: a, level: political, lines: 1, x: 1}]}", ("name",)),
        (
            "forums",
            "{id: a, name: a, kind: council, inferred: [{municipalities: A, why: b, lines: 1, x: 1}]}",
            ("why",),
        ),
    ],
)
def test_the_keys_beside_an_unknown_one_are_known_at_every_depth(
    section: str, text: str, allowed: tuple[str, ...]
) -> None:
    (finding,) = _findings(section, text)
    assert (finding.code, finding.offending) == ("FG201", "x")
    assert set(allowed) <= set(finding.allowed)
    assert text[finding.place.column - 1] == "x"


def test_no_key_of_python_is_offered() -> None:
    (finding,) = _findings("replies", _REPLY.format("forums: {a: {with_: Kolding}}"))
    assert (finding.offending, finding.suggestion) == ("with_", "with")
    assert "with_" not in finding.allowed


@pytest.mark.parametrize(
    ("section", "text", "wanted", "found"),
    [
        ("organisations", "{id: 3, name: a, kind: union}", "text", "number"),
        ("organisations", "{id: a, name: true, kind: union}", "text", "truth"),
        ("organisations", "{id: a, name: 2015-01-01, kind: union}", "text", "date"),
        ("organisations", "{id: a, name: , kind: union}", "text", "nothing"),
        ("organisations", "{id: a, name: [b], kind: union}", "text", "list"),
        ("organisations", "{id: a, name: {b: c}, kind: union}", "text", "mapping"),
        ("organisations", "{id: a, name: b, kind: }", "text", "nothing"),
        ("organisations", "{id: a, name: b, kind: [union]}", "text", "list"),
        ("organisations", "{id: a, name: b, kind: union, aliases: {c: d}}", "text", "mapping"),
        ("organisations", "a", "mapping", "text"),
        ("organisations", "[a]", "mapping", "list"),
        ("sources", "{id: a, title: b, publisher: c, date: 2015, lines: 1}", "date", "number"),
        ("sources", "{id: a, title: b, publisher: c, date: 2015-01-01, lines: many}", "number", "text"),
        ("sources", "{id: a, title: b, publisher: c, date: 2015-01-01, lines: 1.5}", "number", "number"),
        ("areas", "{id: a, name: b, short: {da: c, en: d}}", "mapping", "text"),
        ("forums", "{id: a, name: b, kind: council, tiers: {name: c}}", "list", "mapping"),
        ("forums", "{id: a, name: b, kind: council, tiers: c}", "list", "text"),
        ("replies", "{municipality: A, row: 1, answers: [lbr]}", "mapping", "list"),
        ("replies", "{municipality: A, row: 1, answers: }", "mapping", "nothing"),
        ("replies", "{municipality: A, row: }", "text", "nothing"),
        ("replies", _REPLY.format("forums: [a]"), "mapping", "list"),
        ("replies", _REPLY.format("forums: {a: b}"), "mapping", "text"),
        ("replies", _REPLY.format("forums: {a: {member: no}}"), "truth", "text"),
    ],
)
def test_a_value_of_another_type_is_said_in_words_of_the_catalogue(
    section: str, text: str, wanted: str, found: str
) -> None:
    (finding,) = _findings(section, text)
    assert (finding.code, finding.values["wanted"], finding.values["found"]) == ("FG203", wanted, found)
    assert finding.values["key"]


@pytest.mark.parametrize(
    ("section", "text", "said"),
    [
        ("forums", "{id: Æ, name: b, kind: council}", [("x:1:6", "FG207", "Æ")]),
        ("forums", "{id: '', name: b, kind: council}", [("x:1:6", "FG209", "")]),
        ("forums", "{id: a, name: ' ', kind: council}", [("x:1:15", "FG209", " ")]),
        ("forums", "{id: a, name: b, kind: concil}", [("x:1:24", "FG204", "concil")]),
        ("forums", "{id: a, name: b, kind: true}", [("x:1:24", "FG204", "true")]),
        ("forums", "{id: a, name: b, kind: council, levels: [political, top]}", [("x:1:53", "FG204", "top")]),
        ("forums", "{id: a, name: b, kind: council, since: 15}", [("x:1:40", "FG206", "15")]),
        ("forums", "{id: a, name: b, kind: council, since: 2015.5}", [("x:1:40", "FG206", "2015.5")]),
        ("forums", "{id: a, name: b, kind: council, since: ٢٠١٥}", [("x:1:40", "FG206", "٢٠١٥")]),
        ("municipalities", "{code: '101', name: b, kkr: c}", [("x:1:8", "FG207", "101")]),
        ("municipalities", "{code: '٠١٠١', name: b, kkr: c}", [("x:1:8", "FG207", "٠١٠١")]),
        ("replies", "{municipality: A, row: 1.5}", [("x:1:24", "FG205", "1.5")]),
        ("replies", "{municipality: A, row: [1, b, 3-]}", [("x:1:28", "FG205", "b"), ("x:1:31", "FG205", "3-")]),
        (
            "replies",
            "{municipality: A, row: 1, answers: {L B: {status: none, lines: 1}}}",
            [("x:1:37", "FG207", "L B")],
        ),
        ("replies", _REPLY.format("forums: {a: {meets: 0}}"), [("x:1:93", "FG208", "0")]),
        ("replies", _REPLY.format("forums: {a: {meets: 2.5}}"), [("x:1:93", "FG208", "2.5")]),
        ("replies", _REPLY.format("forums: {a: {meets: 4-4}}"), [("x:1:93", "FG208", "4-4")]),
        ("replies", _REPLY.format("forums: {a: {politicians: boss}}"), [("x:1:99", "FG204", "boss")]),
        ("kept_apart", "{forums: [], why: c}", [("x:1:10", "FG212", "")]),
        ("sources", "{id: a, title: b, publisher: c, date: 2015-13-01, lines: 1}", [("x:1:39", "FG206", "2015-13-01")]),
        (
            "sources",
            "{id: a, title: b, publisher: c, date: 2015-01-01, lines: 100000000000000000}",
            [("x:1:58", "FG210", "100000000000000000")],
        ),
    ],
)
def test_a_value_that_is_not_allowed_is_said_at_its_place(
    section: str, text: str, said: list[tuple[str, str, str]]
) -> None:
    assert _said(section, text) == said


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    assert _said("organisations", "{id: a, nam: b, kind: union}") == [("x:1:9", "FG201", "nam")]


def test_everything_in_an_entry_is_said_at_once() -> None:
    assert _said("organisations", "{id: A B, name: [], sort: union}") == [
        ("x:1:6", "FG207", "A B"),
        ("x:1:17", "FG203", ""),
        ("x:1:1", "FG202", "kind"),
        ("x:1:21", "FG201", "sort"),
    ]


def test_a_very_long_text_is_not_repeated() -> None:
    (finding,) = _findings("organisations", f"{{id: a, name: {'b' * 5000}, kind: union}}")
    assert (finding.code, finding.values["length"], finding.values["limit"]) == ("FG117", "5000", "4000")
    assert len(finding.offending) < 100


def test_no_words_of_the_validating_library_are_passed_on() -> None:
    """Whatever is typed in whichever field: the values of a finding are bare words, numbers or what the user typed."""
    typed = ["null", "[]", "{}", "''", "1", "-1", "1.5", "true", "2015-01-01", "x y", "[[1]]", "{a: {b: c}}"]
    said = {value for field in _paths(Reply) for text in typed for value in _values(field, text)}
    assert all(len(value.split()) <= 2 for value in said), said


def _values(field: str, text: str) -> list[str]:
    return [value for each in _findings("replies", f"{{{field}: {text}}}") for value in each.values.values()]


def _paths(model: Any) -> list[str]:
    assert not get_args(model)
    return [field.alias or name for name, field in model.model_fields.items()]


def test_where_one_of_two_keys_would_do_both_are_named() -> None:
    (finding,) = _findings("findings", "{id: a, measure: M, unit: count, population: P, lines: 3}")
    assert (finding.code, finding.offending, finding.allowed) == ("FG202", "value", ("value", "text"))


@pytest.mark.parametrize(("written", "shown"), [("101", "101"), ("100.5", "100.5"), ("-1", "-1")])
def test_a_share_is_shown_as_it_was_written(written: str, shown: str) -> None:
    entry = f"{{id: a, measure: M, value: 1, unit: count, population: P, response_rate: {written}, lines: 3}}"
    (finding,) = _findings("findings", entry)
    assert (finding.code, finding.offending) == ("FG210", shown)
    assert finding.values["limit"] in ("0", "100")
