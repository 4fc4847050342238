"""The words, texts and moments of generated data sets: few, so that two sets have much in common, and odd ones."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

LONGEST = 4_000  # characters that a text may have

ODD = (
    "Æblegrød på Ærø", "Ålborg", "Aalborg", "aalborg", "A\u030aalborg", "Trekantomra\u030adet", "Straße", "ẞ",
    "'", '"', "\\", "l'été", '"panelet" og \'rådet\'', r"C:\nyt\tab \u0041", "\\'", "`f`", "a\\", "$rounds", "{0} %s",
    "første\nanden\r\n\r\ntredje", "før\tefter", "\tforan og bagefter\n", "  mellemrum  ", "før\u2028efter\u0085", "\0",
    "a\0b", "🦄", "👩‍🏭 og 🇩🇰", "\U0010ffff", "\ufffe", "\ue000", "Форум", "论坛", "منتدى عمل",
    "\u202eלארשי\u202c", "e\u0301\u0302",
    "') RETURN 1 //", "MATCH (n) DETACH DELETE n", "// kommentar", "/* */", "[a, b]", "{a: 1}", "[]", "{}", ",", ";",
    "|",
    "0", "-0", "0042", "1.0", "1e5", "NaN", "Infinity", "0x1F", "2015", "2015-08-20", "P1Y", "12:00", "true", "False",
    "null", "NULL", "None", "no such", "no-such-area", "~",
    "å" * LONGEST, "meget langt navn på et forum " * 137, "🦄" * LONGEST, "\\" * LONGEST,
)  # fmt: skip

# Digits are left out, as eight of them are a telephone number, and so is the sign of an e-mail address.
_SIGNS = st.characters(exclude_categories=["Cs", "Nd"], exclude_characters="@")
_DANISH = st.text("aåæøeé' \"\\\nÅ🦄", min_size=1, max_size=6)

TEXT = st.one_of(st.sampled_from(ODD), _DANISH, st.text(_SIGNS, min_size=1, max_size=8)).filter(str.strip)
MAYBE = st.one_of(st.none(), TEXT)

AREAS = ("lbr", "companies", "a", "z9_")
CODES = ("0101", "0147", "0400", "0000", "9999")
FORUMS = ("f", "f-1", "f1", "dialogforum", "0", "x" * 80)
ROUNDS = ("r", "2015", "r-2")
DAYS = (dt.date(2015, 8, 20), dt.date(1, 1, 1), dt.date(1969, 12, 31), dt.date(2024, 2, 29), dt.date(9999, 12, 31))
MOMENTS = ("2015", "2015-08", "2015-08-20", "0001", "9999-12-31")
LINES = ("1", "2-3", "5, 7-9", "other:1", "other:2, 4")

Data = dict[str, Any]
"""A data set as it is written in YAML: entries by section."""


def some(words: Any, least: int = 0, most: int = 3) -> st.SearchStrategy[list[Any]]:
    """A few of some words, each once, in any order."""
    if not words:
        return st.just([])
    return st.lists(st.sampled_from(list(words)), unique=True, min_size=least, max_size=min(most, len(words)))


def cited() -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(LINES), min_size=1, max_size=2)


def without_nothing(entry: Data) -> Data:
    """An entry without the keys that say nothing, as people leave them out."""
    return {key: value for key, value in entry.items() if value is not None}
