"""What is typed wrong gets one message that says what is wrong and what to do, and never a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from .running import User

MISTAKES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("mistakes.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_gets_exactly_this_message(mistake: str, language: str, user: User) -> None:
    case = MISTAKES[mistake]
    locale = {"en": "en_GB.UTF-8", "da": "da_DK.UTF-8"}[language]
    ran = user.says(*case["words"], LANG=locale, FORUMGRAPH_SOURCES="nowhere")
    said = ran.err.rstrip("\n")
    if case.get("ends"):
        said = said[-len(case[language]) :]
    if case.get("begins"):
        said = said[: len(case[language])]
    assert (ran.code, said, ran.out) == (case["code"], case[language], "")
    assert "Traceback" not in ran.err


def test_lang_holds_for_messages_wherever_it_is_typed(user: User) -> None:
    early = user.says("--lang", "da", "covrage").err
    late = user.says("coverage", "--frmat", "x", "--lang=da").err
    assert early.startswith("Der er ingen kommando »covrage«.")
    assert late.startswith("Der er intet tilvalg --frmat her.")


WORDS = ["", " ", "\u202e", "{0}", "%s", "a" * 5000, "\x1b[31m", "'; DROP", "🦔", "\udcff"]
TYPED = [
    ["municipality"],
    ["forum"],
    ["gaps", "--area"],
    ["explain"],
    ["evidence"],
    ["coverage", "--as-of"],
    ["map", "-o", "x"],
    [],
]


@pytest.mark.parametrize("before", TYPED, ids=" ".join)
@pytest.mark.parametrize("word", WORDS, ids=ascii)
def test_no_word_breaks_the_message(before: list[str], word: str, user: User) -> None:
    ran = user.says(*before, word)
    assert ran.code in (0, 1, 2)
    assert "Traceback" not in ran.err
    assert all(sign.isprintable() or sign == "\n" for sign in ran.err)
    assert len(ran.err) < 500
