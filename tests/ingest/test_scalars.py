"""Plain scalars mean what YAML 1.2 says, with two exceptions that protect survey data."""

from __future__ import annotations

import datetime as dt

import pytest

from forumgraph.ingest.scalars import resolve


@pytest.mark.parametrize(
    "text",
    [
        "no", "No", "NO", "yes", "on", "off", "y", "n", "0101", "00", "1_000", "0x10", "0o14", "12:30", "1e5", ".inf",
        "1,5", "2015-8-20", "2015-08", "2015-02-30", "2015-13-01", "2015-08-20T10:00", "=", "<<", "-", "٣", "tRUE",
        "1" * 19, "9" * 5000,
    ],
)  # fmt: skip
def test_this_is_text(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0), ("98", 98), ("-3", -3), ("+3", 3), ("1.5", 1.5), ("1.", 1.0), (".5", 0.5),
        ("true", True), ("True", True), ("FALSE", False),
        ("", None), ("~", None), ("null", None), ("NULL", None),
        ("2015-08-20", dt.date(2015, 8, 20)), ("2016-02-29", dt.date(2016, 2, 29)),
    ],
)  # fmt: skip
def test_this_is_a_value(text: str, value: object) -> None:
    found = resolve(text)
    assert (found, type(found)) == (value, type(value))
