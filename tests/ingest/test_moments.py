"""A moment is as exact as it is known, and every day that it can mean is one that there is."""

from __future__ import annotations

import datetime as dt

import pytest

from forumgraph.ingest.moments import first_day, is_moment, last_day


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        ("2013", "2013-01-01", "2013-12-31"),
        ("2013-09", "2013-09-01", "2013-09-30"),
        ("2013-02", "2013-02-01", "2013-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-12", "2016-12-01", "2016-12-31"),
        ("2013-09-07", "2013-09-07", "2013-09-07"),
    ],
)
def test_a_moment_begins_and_ends_on_days_that_there_are(moment: str, first: str, last: str) -> None:
    assert (first_day(moment), last_day(moment)) == (first, last)
    assert dt.date.fromisoformat(first) <= dt.date.fromisoformat(last)


@pytest.mark.parametrize("moment", ["2013-00", "2013-13", "0000-02"])
def test_a_month_that_there_is_not_ends_after_all_days_of_those_that_there_are(moment: str) -> None:
    assert not is_moment(moment)
    assert last_day(moment) > f"{moment}-28"
