"""The publications of 2015 to 2019 beside their texts: names and numbers in the lines cited, and who is in what."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest

from forumgraph.ingest import read
from forumgraph.ingest.files import shipped_data
from forumgraph.ingest.lines import split

from .sources import at_hand, bare, lines_of

if TYPE_CHECKING:
    from forumgraph.ingest.records import Records

_OTHER = "kl-god-praksis-2013"  # has tests of its own
_WORDS = {4: "fire", 5: "fem", 7: "syv"}
_SJAELLAND = 17

with_texts = pytest.mark.skipif(not at_hand(), reason="the texts of the publications are not here (FORUMGRAPH_SOURCES)")


@pytest.fixture(scope="module")
def records() -> Records:
    found = read([shipped_data()]).records
    assert found is not None
    return found


@pytest.fixture(scope="module")
def names(records: Records) -> dict[str, str]:
    return {each.code: each.name for each in records.municipalities}


def _text(evidence: tuple[str, ...]) -> str:
    found = []
    for each in evidence:
        source, spans = split(each)
        lines = lines_of(source or "")
        found += [lines[n - 1] for first, last in spans for n in range(first, last + 1)]
    return "\n".join(found)


def test_everything_cites_lines_that_exist(records: Records) -> None:
    lengths = {each.id: each.lines for each in records.sources}
    said: list[Any] = [*records.statements, *records.figures, *records.requirements, *records.themes, *records.duties]
    for each in said:
        assert each.evidence
        for source, spans in map(split, each.evidence):
            assert all(1 <= first <= last <= lengths[source or ""] for first, last in spans), each


@with_texts
def test_every_municipality_that_a_publication_names_stands_in_the_lines_cited_for_it(
    records: Records, names: dict[str, str]
) -> None:
    absent = [
        f"{names[each.municipality]}: {each.forum} ({', '.join(each.evidence)})"
        for each in records.memberships
        if each.basis == "named_by_other"
        and each.reported_by not in names
        and each.round != _OTHER
        and bare(names[each.municipality]) not in bare(_text(each.evidence))
    ]
    assert absent == []


@with_texts
def test_every_figure_stands_in_the_lines_cited_for_it(records: Records) -> None:
    """Also one in words: a small number, or what stands in place of one."""
    absent = [
        (each.id, each.value, each.text)
        for each in records.figures
        if each.round != _OTHER and each.unit != "rank" and not _stands(each)
    ]
    assert absent == []


def _stands(figure: Any) -> bool:
    text = _text(figure.evidence).replace(".", "").casefold()
    if figure.value is None:
        return bare(figure.text) in bare(text)
    return bool(re.search(rf"(?<!\d)({int(figure.value)}|{_WORDS.get(int(figure.value), '$^')})(?!\d)", text))


def test_job7_has_four_levels_in_their_order_and_seven_members(records: Records, names: dict[str, str]) -> None:
    tiers = sorted((each.rank, each.level, each.name) for each in records.tiers if each.forum == "job7")
    assert [(level, name.split()[0]) for _, level, name in tiers] == [
        ("political", "Formændene"),
        ("management", "Styregruppen"),
        ("management", "Arbejdsgruppen"),
        ("operational", "Koordinatorgruppen"),
    ]
    members = {names[each.municipality] for each in records.memberships if each.forum == "job7"}
    assert members == {"Vejle", "Middelfart", "Vejen", "Fredericia", "Kolding", "Billund", "Haderslev"}
    said = [(each.year, each.members_stated) for each in records.statements if each.forum == "job7"]
    assert said == [("2015", 7), ("2016-01", None), (None, 7)]
    assert [forum.since for forum in records.forums if forum.id == "job7"] == ["2015"]


@pytest.mark.parametrize("forum", ["jrs", "k17", "jobforum-sjaelland"])
def test_the_bodies_of_region_sjaelland_have_its_17_municipalities_and_only_a_chair_is_named(
    records: Records, names: dict[str, str], forum: str
) -> None:
    region = {each.code for each in records.municipalities if each.kkr == "Sjælland"}
    claims = [each for each in records.memberships if each.forum == forum]
    assert {each.municipality for each in claims} == region
    assert len(region) == _SJAELLAND
    named = {names[each.municipality] for each in claims if each.basis != "inferred"}
    assert named == ({"Odsherred"} if forum == "jobforum-sjaelland" else set())


def test_what_belongs_to_what_is_kept_only_where_it_is_said(records: Records) -> None:
    part_of = {each.id: each.part_of for each in records.forums}
    assert part_of["jobforum-styregruppe"] == "jobforum-sjaelland"
    assert {part_of["jrs-koordinatorer"], part_of["sosu-forloeb-jrs"]} == {"jrs"}
    assert {part_of[each] for each in ("k17", "chefgruppen-sjaelland", "jrs", "hrs", "jobforum-sjaelland")} == {None}


def test_kalundborg_has_agreements_with_four(records: Records, names: dict[str, str]) -> None:
    forum = "rekrutteringsalliancen-kalundborg"
    members = {names[each.municipality] for each in records.memberships if each.forum == forum}
    assert members == {"Kalundborg", "Slagelse", "Odsherred", "Sorø", "Holbæk"}


def test_three_of_the_eleven_recruitment_communities_are_named(records: Records) -> None:
    kinds = {each.id for each in records.forums if each.kind == "recruitment_community"}
    spoken = {each.forum for each in records.statements if each.round == "kl-virksomhedsservice-2019"}
    assert kinds & spoken == {"job7", "jrs", "rekrutteringsservice-fyn"}
    assert [(each.claimed, each.of) for each in records.claims if each.kind == "recruitment_community"] == [
        ("11", "forums")
    ]


def test_the_funen_chairs_have_a_number_in_2012_and_in_2015_and_none_in_2019(records: Records) -> None:
    said = [each for each in records.statements if each.forum == "fynsk-beskaeftigelsesforum"]
    assert {(each.round, each.year, each.members_stated) for each in said if each.members_stated} == {
        ("kl-god-praksis-2013", "2012-12", 10),
        ("kkr-syddanmark-2015", None, 9),  # "the nine municipalities" (946-947)
    }
    assert "kl-virksomhedsservice-2019" in {each.round for each in said}


def test_eight_must_and_eight_may_stand_in_text_and_form(records: Records) -> None:
    own = [each for each in records.requirements if each.kkr == "Hovedstaden"]
    assert Counter((each.theme, each.level) for each in own) == {
        ("Virksomhedsrettede indsatser", "must"): 3,
        ("Virksomhedsrettede indsatser", "may"): 1,
        ("Borgerrettede indsatser", "must"): 2,
        ("Borgerrettede indsatser", "may"): 3,
        ("Opkvalificering af medarbejdere", "must"): 2,
        ("Opkvalificering af medarbejdere", "may"): 2,
        ("Dokumentation af effekt af indsats", "must"): 1,
        ("Dokumentation af effekt af indsats", "may"): 2,
    }
    assert {each.in_force_from for each in own} == {"2015"}
    form = 284  # the line at which the printed form begins
    for each in own:
        spans = [span for cited in each.evidence for span in split(cited)[1]]
        assert {last < form for first, last in spans} == {first < form for first, last in spans} == {True, False}


def test_the_four_focus_areas_of_syddanmark_have_sixteen_action_areas(records: Records) -> None:
    own = [each for each in records.themes if each.kkr == "Syddanmark"]
    focus = [each.id for each in own if each.kind == "focus_area"]
    assert len(focus) == 4
    assert Counter(each.part_of for each in own if each.part_of in focus) == dict(zip(focus, (4, 5, 3, 4), strict=True))
    assert all(each.tasks for each in own if each.kind == "focus_area")


def test_shares_of_the_same_matter_say_of_whom_they_are(records: Records) -> None:
    shares = [each for each in records.figures if each.topic in ("cross-municipal-cooperation", "more-resources")]
    assert {(each.topic, each.round[-4:], each.value, each.text, each.response_rate) for each in shares} == {
        ("cross-municipal-cooperation", "2013", 81, None, 0.71),
        ("cross-municipal-cooperation", "2015", None, "alle", None),
        ("cross-municipal-cooperation", "2019", None, "så godt som alle", 0.76),
        ("more-resources", "2013", 67, None, 0.71),
        ("more-resources", "2019", 86, None, 0.76),
    }
    assert len({each.population for each in shares}) > 1


def test_no_task_of_the_old_councils_has_a_law_and_all_are_of_the_councils(records: Records) -> None:
    assert {(each.forum, each.legal_basis) for each in records.duties} == {("lokale-beskaeftigelsesraad", None)}
    sources = {cited.partition(":")[0] for cited in chain.from_iterable(each.evidence for each in records.duties)}
    assert sources == {"kkr-syddanmark-2015", "kl-god-praksis-2013"}
