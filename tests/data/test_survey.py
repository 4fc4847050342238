"""The survey that ships: it reads without error or warning, and every claim in it has lines that exist."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from forumgraph.ingest import Reading, read
from forumgraph.ingest.files import shipped_data
from forumgraph.ingest.lines import split, within

if TYPE_CHECKING:
    from forumgraph.ingest.records import Records

_ROUND = "kkr-syddanmark-2015"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read([shipped_data()])


@pytest.fixture(scope="module")
def records(reading: Reading) -> Records:
    assert reading.records is not None
    return reading.records


def test_there_is_no_error_and_no_warning(reading: Reading) -> None:
    assert [finding for finding in reading.findings if finding.severity != "info"] == []


def test_only_these_members_were_not_asked(reading: Reading) -> None:
    said = [(finding.code, finding.offending, finding.values["forum"]) for finding in reading.findings]
    assert said == [
        ("FG409", "Lolland", "langeland-lolland-guldborgsund"),
        ("FG409", "Guldborgsund", "langeland-lolland-guldborgsund"),
        ("FG409", "Jammerbugt", "netvaerksforum-middelfart"),
        ("FG409", "Ikast-Brande", "netvaerksforum-middelfart"),
        ("FG409", "Ballerup", "netvaerksforum-middelfart"),
        ("FG409", "Mariagerfjord", "netvaerksforum-middelfart"),
    ]


def test_there_are_98_municipalities_in_five_kkr(records: Records) -> None:
    assert len({each.code for each in records.municipalities}) == 98
    assert len({each.name for each in records.municipalities}) == 98
    per_kkr = Counter(each.kkr for each in records.municipalities)
    assert per_kkr == {"Hovedstaden": 29, "Sjælland": 17, "Syddanmark": 22, "Midtjylland": 19, "Nordjylland": 11}


def test_the_areas_are_the_six_questions_in_their_order(records: Records) -> None:
    areas = ["lbr", "unemployment_funds", "education", "jobcentres", "unions", "companies"]
    assert [each.id for each in records.areas] == areas
    assert [each.areas for each in records.rounds if each.id == _ROUND] == [tuple(areas)]


def test_21_of_the_22_municipalities_have_a_row_and_fanoe_has_none(records: Records) -> None:
    kkr = {each.code: each.name for each in records.municipalities if each.kkr == "Syddanmark"}
    asked = {each.municipality for each in records.asked if each.round == _ROUND}
    assert len(asked) == 21
    assert {name for code, name in kkr.items() if code not in asked} == {"Fanø"}


def test_every_municipality_with_a_row_has_one_answer_in_every_area(records: Records) -> None:
    given = Counter((each.municipality, each.area) for each in records.answers if each.round == _ROUND)
    asked = {each.municipality for each in records.asked if each.round == _ROUND}
    assert given == Counter((code, area.id) for code in asked for area in records.areas)


def test_aeroe_has_an_empty_row(records: Records) -> None:
    code = next(each.code for each in records.municipalities if each.name == "Ærø")
    assert {each.status for each in records.answers if each.municipality == code} == {"no_reply"}


def test_every_reference_resolves(records: Records) -> None:
    codes = {each.code for each in records.municipalities}
    forums = {each.id for each in records.forums}
    organisations = {each.id for each in records.organisations}
    tasks, areas = {each.id for each in records.tasks}, {each.id for each in records.areas}
    answers = {each.id for each in records.answers}
    assert {each.municipality for each in records.memberships} <= codes
    publishers = {each.publisher for each in records.sources}
    assert {each.reported_by for each in records.memberships} - {None} <= codes | publishers
    claims = chain(records.memberships, records.aliases, records.meetings, records.seats, records.participations)
    assert {each.forum for each in claims} <= forums
    assert {each.forum for each in records.mentions} <= forums
    assert {each.answer for each in records.mentions} <= answers
    assert {each.organisation for each in records.seats} <= organisations
    assert {task for each in records.forums for task in each.tasks} <= tasks
    assert {area for each in records.forums for area in each.areas} <= areas
    assert {each.part_of for each in records.forums} - {None} <= forums
    assert {id_ for each in records.successions for id_ in (each.forum, each.predecessor)} <= forums
    assert {id_ for each in records.apart for id_ in (each.first, each.second)} <= forums


def test_everything_claimed_cites_lines_that_exist(records: Records) -> None:
    lengths = {each.id: each.lines for each in records.sources}
    claims = chain(
        records.rounds, records.claims, records.asked, records.answers, records.mentions, records.aliases,
        records.memberships, records.meetings, records.participations, records.seats, records.wishes,
        records.tiers, records.successions,
    )  # fmt: skip
    for claim in claims:
        assert claim.evidence
        for cited in claim.evidence:
            source, spans = split(cited)
            assert all(1 <= first <= last <= lengths[source or ""] for first, last in spans), claim


def test_what_a_municipality_says_is_cited_from_its_own_row(records: Records) -> None:
    rows = {each.municipality: [split(cited)[1] for cited in each.evidence] for each in records.asked}
    spans = {code: [span for each in found for span in each] for code, found in rows.items()}
    for answer in records.answers:
        assert all(within(split(cited)[1], spans[answer.municipality]) for cited in answer.evidence), answer


def test_every_body_that_is_not_certain_to_be_one_says_why_it_was_taken_as_one(records: Records) -> None:
    """A forum that goes by different names in different municipalities has a reason for being one entry."""
    reporters: dict[str, set[str]] = {}
    for alias in records.aliases:
        reporters.setdefault(alias.forum, set()).add(alias.reported_by)
    merged = {forum.id for forum in records.forums if forum.merged}
    assert {forum for forum, said in reporters.items() if len(said) > 1} <= merged
