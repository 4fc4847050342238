"""Findings become sentences: in both languages, complete, and safe whatever the user typed."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from forumgraph.ingest import read
from forumgraph.ingest.findings import CODES, Finding, Place
from forumgraph.texts import LANGUAGES, Texts
from forumgraph.texts.messages import fix, message, shown

_PLACE = Place("data/forums.yaml", 3, 5)
_EN, _DA = Texts("en"), Texts("da")


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_message_a_fix_and_an_explanation(code: str, language: str) -> None:
    texts = Texts(language).section(f"findings.{code}")
    assert set(texts) - {"listed"} == {"message", "fix", "about"}
    for text in texts.values():
        assert text[0].isupper() or text[0] in "»{"
        assert text.endswith((".", ")."))
    assert 2 <= len(re.findall(r"[.:](?= |$)", texts["about"])) <= 6


@pytest.mark.parametrize("code", CODES)
def test_both_languages_say_the_same_things(code: str) -> None:
    english, danish = (texts.section(f"findings.{code}") for texts in (_EN, _DA))
    assert set(english) == set(danish)
    for key in ("message", "fix", "listed"):
        assert _placeholders(english.get(key, "")) == _placeholders(danish.get(key, "")), key


@pytest.mark.parametrize("table", ["type", "reason", "problem", "form"])
def test_both_languages_have_the_same_words_to_insert(table: str) -> None:
    assert set(_EN.section(f"findings.{table}")) == set(_DA.section(f"findings.{table}"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_the_findings_of_the_examples_have_a_value_for_every_placeholder(
    code: str, language: str, tmp_path: Path
) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(Texts("en")(f"examples.{code}.wrong").lstrip("\n"), encoding="utf-8")
    for finding in read([path]).findings:
        said = message(finding, Texts(language)) + fix(finding, Texts(language))
        assert not re.search(r"\{[a-z_]+\}", said)
        assert "»«" not in said


def test_a_known_word_that_is_near_is_asked_for() -> None:
    finding = Finding("FG301", _PLACE, "Assen", suggestion="Assens")
    assert message(finding, _EN) == "There is no municipality »Assen«. Did you mean »Assens«?"
    assert message(finding, _DA) == "Der er ingen kommune »Assen«. Mente du »Assens«?"


def test_allowed_words_are_listed() -> None:
    finding = Finding("FG204", _PLACE, "yes", ("established", "none"), values={"key": "status"})
    assert message(finding, _EN) == "»yes« is not a word that »status« can have."
    assert fix(finding, _EN) == "Use one of: established, none."
    assert fix(finding, _DA) == "Brug et af disse ord: established, none."


def test_without_allowed_words_the_fix_says_where_they_are() -> None:
    assert fix(Finding("FG304", _PLACE, "x"), _EN) == "Use an area of vocabulary.yaml."


def test_a_very_long_list_is_cut() -> None:
    finding = Finding("FG302", _PLACE, "x", tuple(f"forum-{n}" for n in range(31)))
    assert fix(finding, _EN).endswith("forum-29, ….")


def test_types_are_said_in_the_language_of_the_message() -> None:
    finding = Finding("FG203", _PLACE, "x", values={"key": "forums", "wanted": "list", "found": "mapping"})
    assert message(finding, _EN) == "Under »forums« there must be a list, but there is a block of keys and values."
    assert message(finding, _DA) == "Under »forums« skal der stå en liste, men der står en blok med nøgler og værdier."


def test_large_numbers_are_written_as_the_language_has_it() -> None:
    finding = Finding("FG117", _PLACE, "x", values={"length": "20001", "limit": "4000"})
    assert message(finding, _EN) == "The text has 20,001 characters; the most is 4,000."
    assert message(finding, _DA) == "Teksten er på 20.001 tegn; der er plads til 4.000."


@pytest.mark.parametrize("typed", ["{}", "{offending}", "{0.__class__}", "%s", "{", "}"])
def test_braces_that_the_user_typed_stay_what_they_are(typed: str) -> None:
    assert message(Finding("FG301", _PLACE, typed), _EN) == f"There is no municipality »{typed}«."


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("a\nb", "a\\u000ab"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("a\u2028b", "a\\u2028b"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("Ærø 🙂", "Ærø 🙂"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_an_escape(typed: str, seen: str) -> None:
    assert shown(typed) == seen
    assert message(Finding("FG301", _PLACE, typed), _EN) == f"There is no municipality »{seen}«."


def test_a_very_long_word_is_shortened() -> None:
    assert message(Finding("FG301", _PLACE, "x" * 100_000), _EN) == f"There is no municipality »{'x' * 79}…«."
