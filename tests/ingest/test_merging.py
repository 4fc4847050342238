"""Everything that is said of bodies that are the same is said of the one that stands; nothing else changes."""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pytest

from forumgraph.ingest import read
from forumgraph.ingest.files import shipped_data
from forumgraph.ingest.merging import settle
from forumgraph.ingest.records import Records

DECIDED = Path(__file__).parents[1] / "cases" / "datasets" / "decided"


@pytest.fixture(scope="module")
def records() -> Records:
    found = read([DECIDED]).records
    assert found
    return found


def told(found: list[Any], *names: str, **only: Any) -> list[tuple[Any, ...]]:
    """The fields of records that have certain values."""
    rows = [asdict(each) for each in found]
    return [tuple(row[name] for name in names) for row in rows if all(row[key] == value for key, value in only.items())]


def test_without_decisions_the_records_are_what_they_were() -> None:
    found = read([shipped_data()]).records
    assert found
    assert settle(found) is found


def test_what_is_true_of_the_body_is_what_all_entries_say_together(records: Records) -> None:
    (body,) = (each for each in records.forums if each.id == "a")
    assert asdict(body) == {
        "id": "a",
        "name": "Rådet",
        "kind": "network",  # what a body can have one of is that of the one that stands
        "status": "existing",
        "levels": ("political", "management"),
        "tasks": ("reform", "advice", "dialogue"),
        "areas": ("education", "unions", "companies"),
        "part_of": "paraply",
        "since": "2012-03",  # more exact than "2012 or before"
        "since_at_least": None,
        "until": None,
        "until_at_most": "2018-05",  # the stronger of two bounds
        "merged": "To svar. Samme medlemmer og opgave. Referatet bruger begge navne.",
        "note": "Uden sekretariat. Mødes på rådhuset",
        "other_ids": ("b", "c"),
        "other_names": ("Beskæftigelsesrådet", "Tredje navn"),
        "reach": None,
        "known_from": "2012-03-01",  # as it began in that month
        "known_to": "2018-05-31",  # as it is known to have ended by then
    }  # fmt: skip
    assert {each.id for each in records.forums} & {"b", "c"} == set()


def test_nothing_names_an_entry_that_gave_way(records: Records) -> None:
    ids = {"b", "c", "3f-kbh"}
    for field in fields(records):
        for each in getattr(records, field.name):
            said = {name: value for name, value in asdict(each).items() if name not in ("id", "other_ids")}
            if field.name == "decisions":
                said = {name: value for name, value in said.items() if name not in ("first", "second")}
            words = {word for value in said.values() for word in (value if isinstance(value, tuple) else (value,))}
            assert not words & ids, (field.name, each)


def test_what_two_entries_say_alike_is_said_once_with_the_lines_of_both(records: Records) -> None:
    assert told(records.mentions, "answer", "evidence", forum="a") == [
        ("r/0101/unions", ("s:10-15",)),
        ("r/0101/companies", ("s:20-22",)),
        ("r/0147/unions", ("s:40-42",)),
    ]
    assert told(records.aliases, "name", "evidence", forum="a") == [
        ("Rådet", ("s:10-15",)),
        ("Beskæftigelsesrådet", ("s:20-22",)),
        ("tredje kreds", ("s:40-42",)),
    ]
    assert told(records.meetings, "per_year", "evidence", forum="a") == [(4, ("s:10-15",)), (6, ("s:20-22",))]
    assert told(records.participations, "role", "evidence", forum="a") == [("mayor", ("s:10-15",))]
    assert told(records.seats, "organisation", "evidence", forum="a") == [("3f", ("s:10-15",)), ("di", ("s:40-42",))]


def test_memberships_of_all_entries_are_there_also_those_that_contradict(records: Records) -> None:
    assert sorted(told(records.memberships, "municipality", "basis", "evidence", forum="a")) == [
        ("0101", "self_reported", ("s:10-15",)),
        ("0101", "self_reported", ("s:20-22",)),
        ("0147", "named_by_other", ("s:10-15",)),
        ("0147", "self_reported", ("s:40-42",)),
        ("0151", "excluded", ("s:40-42",)),
        ("0151", "inferred", ("s:154",)),
    ]


def test_levels_are_in_one_order_and_the_same_level_stands_once(records: Records) -> None:
    assert told(records.tiers, "rank", "name", "evidence", forum="a") == [
        (1, "Formandskabet", ("s:150, 160",)),
        (2, "Møderne", ("s:151",)),
        (3, "Sekretariatet", ("s:161",)),
    ]


def test_links_move_and_those_to_itself_vanish(records: Records) -> None:
    assert told(records.successions, "forum", "predecessor", "how", "evidence") == [
        ("a", "gammelt", "Samme kreds. De samme parter.", ("s:152, 162",))
    ]
    assert told(records.forums, "id", part_of="a") == [("del",)]
    assert told(records.wishes, "forums") == [(("a", "konkurrent"),)]
    assert told(records.apart, "first", "second", "why") == [
        ("a", "lyder-ens", "Et andet organ. Andre parter. Ligner kun af navn."),
        ("konkurrent", "lyder-ens", "Ikke i familie."),
    ]


def test_organisations_are_one_with_all_their_names(records: Records) -> None:
    assert told(records.organisations, "id", "name", "aliases", "note", "other_ids") == [
        ("3f", "3F", ("Fagligt Fælles Forbund", "3F København", "Afdelingen"), "Afdeling.", ("3f-kbh",)),
        ("di", "DI", (), None, ()),
    ]


def test_a_decision_names_its_entries_and_what_stands_for_them(records: Records) -> None:
    assert told(records.decisions, "first_name", "second_name", "first_body", "second_body", id="b/c") == [
        ("Beskæftigelsesrådet", "Tredje navn", "a", "a")
    ]


def test_what_stands_keeps_its_numbers_and_what_moves_comes_after(tmp_path: Path) -> None:
    """The absorbed entry is named first in the file, and its claims come after those of the one that stands."""
    text = (DECIDED / "bodies.yaml").read_text(encoding="utf-8")
    turned = text.replace("pair: [a, b], verdict: same", "pair: [b, a], verdict: same")
    (tmp_path / "turned.yaml").write_text(turned, encoding="utf-8")
    found = read([tmp_path]).records
    assert found
    assert told(found.aliases, "name", "evidence", forum="b")[:2] == [
        ("Rådet", ("s:10-15",)),
        ("Beskæftigelsesrådet", ("s:20-22",)),
    ]


def test_the_entries_themselves_are_left_as_they_were() -> None:
    found = read([shipped_data()]).records
    assert found
    before = repr(found)
    settle(found)
    assert repr(found) == before


TOLD_OF_TWO = """
source: s
round: r
municipalities:
  - {code: '0001', name: Nord, kkr: K}
  - {code: '0002', name: Syd, kkr: K}
sources: [{id: s, title: S, publisher: KL, date: 2015-01-01, lines: 99}]
rounds:
  - {id: r, title: R, date: 2015-01-01, source: s, lines: 1-99,
     claims: [{id: c, statement: To, claimed: 2, of: members, forum: b, lines: 3}]}
forums:
  - {id: old, name: Gammel, kind: council, status: ended}
  - {id: a, name: A, kind: network, succeeds: [{forum: old, how: Samme, date: 2010, confidence: probable, lines: 4}]}
  - id: b
    name: B
    kind: team
    reach: regional
    succeeds: [{forum: old, how: Samme, kind: renamed, date: 2010-02, lines: 5}]
statements:
  - {forum: a, year: 2012, with: Nord, lines: 10}
  - {forum: b, year: 2012, with: Nord, lines: 11}
  - {forum: b, year: 2013, members_stated: 2, with: [Nord, Syd], event: De bliver to., lines: 12}
findings:
  - {id: f, measure: M, value: 4, unit: count, population: P, forum: b, lines: 20}
themes:
  - {id: t, name: T, kind: focus_area, forums: [a, b], lines: 30}
duties:
  - {id: d, of: b, name: D, carried_on_by: [{forum: a, lines: 41}, {forum: b, lines: 42}], lines: 40}
decisions:
  - {pair: [a, b], verdict: same, why: Samme., decided_by: sekretariatet, date: 2026-01-15}
"""


@pytest.fixture(scope="module")
def told_of_two(tmp_path_factory: pytest.TempPathFactory) -> Records:
    path = tmp_path_factory.mktemp("two") / "two.yaml"
    path.write_text(TOLD_OF_TWO, encoding="utf-8")
    found = read([path]).records
    assert found
    return found


def test_what_publications_say_of_two_entries_is_said_of_the_one(told_of_two: Records) -> None:
    assert told(told_of_two.statements, "forum", "year", "members_stated", "evidence") == [
        ("a", "2012", None, ("s:10-11",)),
        ("a", "2013", 2, ("s:12",)),
    ]
    assert told(told_of_two.memberships, "municipality", "year", "evidence", forum="a") == [
        ("0001", "2012", ("s:10-11",)),
        ("0001", "2013", ("s:12",)),
        ("0002", "2013", ("s:12",)),
    ]
    assert told(told_of_two.figures, "forum") == [("a",)]
    assert told(told_of_two.themes, "forums") == [(("a",),)]
    assert told(told_of_two.duties, "forum") == [("a",)]
    assert told(told_of_two.carriers, "duty", "forum") == [("d", "a")]
    assert told(told_of_two.claims, "forum") == [("a",)]


def test_the_one_has_the_time_of_all_that_is_said(told_of_two: Records) -> None:
    assert told(told_of_two.forums, "reach", "known_from", "known_to", id="a") == [
        ("regional", "2012-01-01", "2013-12-31")
    ]


def test_a_succession_is_as_exact_and_as_certain_as_either_entry_says(told_of_two: Records) -> None:
    assert told(told_of_two.successions, "forum", "predecessor", "how", "kind", "date", "confidence", "evidence") == [
        ("a", "old", "Samme", "carries_on", "2010-02", "certain", ("s:4-5",))
    ]
