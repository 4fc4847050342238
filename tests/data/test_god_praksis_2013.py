"""KL's good practice of 2013 as it ships, beside what a person reads in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forumgraph.ingest import read
from forumgraph.ingest.files import shipped_data
from forumgraph.ingest.lines import split

from .sources import at_hand, bare, lines_of

if TYPE_CHECKING:
    from forumgraph.ingest.publication_records import FigureRecord
    from forumgraph.ingest.records import Records

_ROUND = "kl-god-praksis-2013"
_FUNEN = {
    "Assens", "Faaborg-Midtfyn", "Kerteminde", "Langeland", "Middelfart", "Nordfyns", "Nyborg", "Odense", "Svendborg",
    "Ærø",
}  # fmt: skip


@pytest.fixture(scope="module")
def records() -> Records:
    found = read([shipped_data()]).records
    assert found is not None
    return found


@pytest.fixture(scope="module")
def figures(records: Records) -> dict[str, FigureRecord]:
    return {each.id: each for each in records.figures if each.round == _ROUND}


def _members(records: Records, forum: str, basis: str) -> set[str]:
    names = {each.code: each.name for each in records.municipalities}
    claims = [each for each in records.memberships if (each.forum, each.round, each.basis) == (forum, _ROUND, basis)]
    return {names[each.municipality] for each in claims}


@pytest.mark.parametrize(
    ("figure", "share", "of"),
    [
        ("virksomhedsstrategi-2013", 99, "jobcentre i"),
        ("strategi-politisk-2013", 82, "strategierne"),
        ("koordineret-2013", 64, "kommuner der svarede"),
        ("paa-tvaers-2013", 81, "jobcentre i"),
        ("ressourcer-2013", 67, "jobcentre i"),
    ],
)
def test_each_share_of_the_survey_says_of_what_it_is_a_share(
    figures: dict[str, FigureRecord], figure: str, share: float, of: str
) -> None:
    said = figures[figure]
    assert (said.value, said.unit, said.response_rate, said.period) == (share, "percent", 0.71, "2013-08")
    assert said.population.startswith(of)
    assert said.question is None


def test_71_percent_of_all_municipalities_answered(records: Records) -> None:
    assert [each.response_rate for each in records.rounds if each.id == _ROUND] == [0.71]


def test_nobody_has_a_row_in_it(records: Records) -> None:
    assert not [each for each in records.asked if each.round == _ROUND]


@pytest.mark.parametrize(
    ("forum", "members"),
    [
        ("norgesprojektet", {"Brønderslev", "Frederikshavn", "Hjørring"}),
        ("fastholdelsespakken", {"Køge", "Solrød", "Greve", "Stevns"}),
        (
            "team-bygge-anlaeg",
            {
                "Randers", "Favrskov", "Silkeborg", "Skanderborg", "Odder", "Horsens", "Hedensted", "Syddjurs",
                "Norddjurs", "Aarhus",
            },
        ),
        (
            "jobcenternetvaerk-midt-vest",
            {"Ringkøbing-Skjern", "Herning", "Lemvig", "Struer", "Skive", "Holstebro", "Viborg", "Ikast-Brande"},
        ),
    ],
)  # fmt: skip
def test_members_are_those_that_the_text_names(records: Records, forum: str, members: set[str]) -> None:
    assert _members(records, forum, "named_by_other") == members


def test_the_chairs_of_funen_are_ten_in_december_2012_and_not_counted_at_the_time_of_writing(records: Records) -> None:
    said = [each for each in records.statements if (each.forum, each.round) == ("fynsk-beskaeftigelsesforum", _ROUND)]
    assert [(each.year, each.members_stated) for each in said if each.members_stated] == [("2012-12", 10)]
    assert {each.year for each in said} == {"2012-12", None}


def test_no_municipality_of_funen_is_named_by_it_so_all_ten_are_inferred(records: Records) -> None:
    assert _members(records, "fynsk-beskaeftigelsesforum", "named_by_other") == set()
    assert _members(records, "fynsk-beskaeftigelsesforum", "inferred") == _FUNEN


def test_the_local_employment_councils_of_five_municipalities_ended_with_all_the_others(records: Records) -> None:
    councils = [each for each in records.forums if each.part_of == "lokale-beskaeftigelsesraad"]
    assert {each.id for each in councils} >= {
        "lbr-odense", "lbr-broenderslev", "lbr-frederikshavn", "lbr-hjoerring", "lbr-herning",
    }  # fmt: skip
    assert {(each.status, each.until) for each in councils} == {("ended", "2014-12-31")}


def test_the_three_tables_are_there_in_full(figures: dict[str, FigureRecord]) -> None:
    tables = [each for each in figures.values() if each.told_by == "Danmarks Statistik"]
    assert len(tables) == 3 * 2 + 7 * 2 + 37 * 2
    trades = {each.id: each.value for each in tables}
    assert (trades["branche-handel-landet"], trades["branche-handel-kommuner"]) == (17.3, 17.4)


def test_every_line_of_a_figure_a_statement_and_a_theme_exists(records: Records) -> None:
    length = next(each.lines for each in records.sources if each.id == _ROUND)
    claims = [each for each in (*records.figures, *records.statements, *records.themes) if each.round == _ROUND]
    assert claims
    spans = [span for claim in claims for cited in claim.evidence for span in split(cited)[1]]
    assert all(1 <= first <= last <= length for first, last in spans)


@pytest.mark.skipif(not at_hand(), reason="the texts of the publications are not here (FORUMGRAPH_SOURCES)")
def test_every_number_stands_in_the_lines_cited_for_it(figures: dict[str, FigureRecord]) -> None:
    lines = lines_of(_ROUND)
    absent = [each.id for each in figures.values() if each.value is not None and not _stands(each, lines)]
    assert absent == []


_IN_WORDS = {1: ("højeste", "1"), 2: ("to",), 3: ("tredje", "3"), 4: ("fire",)}


def _stands(figure: FigureRecord, lines: list[str]) -> bool:
    spans = [span for cited in figure.evidence for span in split(cited)[1]]
    text = bare("\n".join(line for first, last in spans for line in lines[first - 1 : last]))
    value = figure.value or 0.0
    printed = [f"{value:g}".replace(".", ","), f"{value:.1f}".replace(".", ","), f"{value:,.0f}".replace(",", ".")]
    return any(each in text for each in (*printed, *_IN_WORDS.get(int(value), ())))
