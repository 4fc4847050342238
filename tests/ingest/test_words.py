"""A mistyped word finds the one that was meant, and nothing that was not."""

from __future__ import annotations

import pytest

from forumgraph.ingest.words import Vocabulary, near, nearest

_MUNICIPALITIES = ["Assens", "Billund", "Ærø", "Aabenraa", "Vejen", "Vejle", "Faaborg-Midtfyn"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Assen", "Assens"),
        ("assens", "Assens"),
        ("Aeroe", "Ærø"),
        ("Åbenrå", "Aabenraa"),
        ("Fåborg Midtfyn", "Faaborg-Midtfyn"),
        ("Vejlle", "Vejle"),
        ("København", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_found(typed: str, meant: str | None) -> None:
    assert nearest(typed, _MUNICIPALITIES) == meant


@pytest.mark.parametrize(("typed", "meant"), [("lbs", "lbr"), ("lau", None), ("b", None)])
def test_one_letter_of_three_may_be_another(typed: str, meant: str | None) -> None:
    assert nearest(typed, ["lbr", "education"]) == meant


def test_there_may_be_no_known_words() -> None:
    assert nearest("x", []) is None


def test_a_higher_cutoff_takes_only_slips_of_the_finger() -> None:
    known = Vocabulary(["lau-vejle", "lau-vejen"])
    assert known.nearest("lau-varde", 90) is None
    assert known.nearest("lau-vejl", 90) == "lau-vejle"


def test_words_that_contain_or_resemble_the_typed_one_are_found() -> None:
    assert near("dialog", ["Dialogforum Odense", "Dialogforum Billund", "LAU Vejle"]) == [
        "Dialogforum Billund",
        "Dialogforum Odense",
    ]


def test_thousands_of_mistakes_among_thousands_of_words_are_each_understood() -> None:
    known = Vocabulary(f"forum-number-{n}" for n in range(20_000))
    found = [known.nearest(f"forum-numbr-{n}") for n in range(20_000)]
    assert found[5] == "forum-number-5"
