"""From when to when fora and memberships are known: never before the first word of them, never after the last."""

from __future__ import annotations

from pathlib import Path

import pytest

from forumgraph.ingest import read
from forumgraph.ingest.records import ForumRecord, Records

PUBLICATIONS = Path(__file__).parents[1] / "cases" / "datasets" / "publications"


@pytest.fixture(scope="module")
def told() -> Records:
    found = read([PUBLICATIONS]).records
    assert found
    return found


@pytest.mark.parametrize(
    ("forum", "known"),
    [
        ("netvaerk", ("2012-01-01", "2016-12-31")),  # a publication of 2013 on 2012; its entry says until 2016
        ("job5", ("2017-01-01", "2020-12-31")),  # since 2017; what KL wrote in 2020 is of 2020
        ("oestby-raad", ("2015-01-01", "2019-12-31")),  # named in both surveys
        ("panel", ("2015-01-01", "2019-12-31")),  # planned in the first, there in the second
        ("gammelt-raad", ("2014-12-31", "2014-12-31")),  # ended: what is said of it later makes it no longer
    ],
)
def test_a_forum_is_known_from_its_first_word_to_its_last(forum: str, known: tuple[str, str], told: Records) -> None:
    (found,) = (each for each in told.forums if each.id == forum)
    assert (found.known_from, found.known_to) == known


@pytest.mark.parametrize(
    ("code", "forum", "known"),
    [
        ("0201", "netvaerk", {("2012-01-01", "2015-12-31")}),  # by KL of 2012 and 2013, by itself in 2015: one interval
        ("0205", "job5", {("2019-01-01", "2020-12-31")}),  # the forum is older, its membership is not known to be
        ("0302", "job5", {("2020-01-01", "2020-12-31")}),  # inferred
    ],
)
def test_the_claims_that_count_one_in_by_name_make_one_interval(
    code: str, forum: str, known: set[tuple[str, str]], told: Records
) -> None:
    claims = [each for each in told.memberships if (each.municipality, each.forum) == (code, forum)]
    assert {(each.known_from, each.known_to) for each in claims} == known


ONE_SURVEY = """
source: s
round: s
municipalities: [{code: '0101', name: By, kkr: K}]
sources: [{id: s, title: S, publisher: S, date: 2015-06-01, lines: 9}]
rounds: [{id: s, title: S, date: 2015-06-01, source: s, lines: 1, questions: {companies: 1}}]
replies: [{municipality: By, row: 2, answers: {companies: {status: established, lines: 2, forums: {f: {}}}}}]
forums: [{id: f, name: F, kind: network%s}]
"""


def _forum(tmp_path: Path, dates: dict[str, str]) -> ForumRecord:
    """A forum with dates of its own that one survey of 2015 names."""
    path = tmp_path / "one.yaml"
    path.write_text(ONE_SURVEY % "".join(f", {key}: '{each}'" for key, each in dates.items()), encoding="utf-8")
    reading = read([path])
    assert reading.records, reading.findings
    return reading.records.forums[0]


@pytest.mark.parametrize(
    ("dates", "known"),
    [
        ({}, ("2015-01-01", "2015-12-31")),
        ({"since_at_least": "2012-05"}, ("2012-05-01", "2015-12-31")),
        ({"since": "2015-04-07"}, ("2015-04-07", "2015-12-31")),
        ({"until_at_most": "2016"}, ("2015-01-01", "2015-12-31")),  # it may have ended the day after it was named
        ({"until": "2018"}, ("2015-01-01", "2018-12-31")),
        ({"since": "2010", "until": "2015-08"}, ("2010-01-01", "2015-08-31")),
        ({"since": "2017"}, ("2017-01-01", "2017-12-31")),  # what is said of it before it began does not count
        ({"until": "2013"}, ("2013-01-01", "2013-12-31")),  # nor what is said after its end
    ],
)
def test_its_own_dates_make_an_interval_longer_or_cut_it(
    dates: dict[str, str], known: tuple[str | None, str | None], tmp_path: Path
) -> None:
    found = _forum(tmp_path, dates)
    assert (found.known_from, found.known_to) == known


BEFORE_AND_AFTER = """
source: s
round: s
municipalities: [{code: '0101', name: By, kkr: K}, {code: '0102', name: Nabo, kkr: K}]
sources:
  - {id: s, title: S, publisher: S, date: 2015-06-01, lines: 99}
  - {id: p, title: P, publisher: P, date: 2019-06-01, lines: 99}
rounds:
  - {id: s, title: S, date: 2015-06-01, source: s, lines: 1, questions: {companies: 1}}
  - {id: p, title: P, date: 2019-06-01, source: p, lines: 'p:1'}
replies:
  - {municipality: By, row: 2, answers: {companies: {status: established, lines: 2, forums: {f: {without: Nabo}}}}}
forums:
  - {id: f, name: F, kind: network}
  - {id: g, name: G, kind: council, status: ended, until: 2014}
statements:
  - {forum: f, round: p, year: 2012, lines: 'p:2', inferred: [{municipalities: [By, Nabo], why: Egnen., lines: 'p:2'}]}
  - {forum: f, round: p, lines: 'p:3', inferred: [{municipalities: Nabo, why: Egnen., lines: 'p:3'}]}
  - {forum: f, round: p, year: 2017, lines: 'p:4', with: By}
  - {forum: g, round: p, year: 2013, lines: 'p:5'}
  - {forum: g, round: p, lines: 'p:6'}
"""


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Records:
    path = tmp_path_factory.mktemp("later") / "one.yaml"
    path.write_text(BEFORE_AND_AFTER, encoding="utf-8")
    reading = read([path])
    assert reading.records, reading.findings
    return reading.records


def test_an_inference_and_a_word_by_name_do_not_reach_for_each_other(later: Records) -> None:
    known = {(each.municipality, each.basis, each.known_from, each.known_to) for each in later.memberships}
    assert known == {
        ("0101", "inferred", "2012-01-01", "2012-12-31"),
        ("0101", "self_reported", "2015-01-01", "2017-12-31"),
        ("0101", "named_by_other", "2015-01-01", "2017-12-31"),
        ("0102", "inferred", "2012-01-01", "2019-12-31"),
        ("0102", "excluded", "2015-01-01", "2015-12-31"),
    }


def test_what_is_said_of_a_year_when_an_ended_forum_was_there_makes_it_known_then(later: Records) -> None:
    (found,) = (each for each in later.forums if each.id == "g")
    assert (found.known_from, found.known_to) == ("2013-01-01", "2014-12-31")
