"""A forum's page says word for word who is in it, by whose word, and what no source says."""

from __future__ import annotations

from pathlib import Path

import pytest

from maps.pages.reading import Page, read


def cited(lines: str) -> str:
    return f"Belæg: kkr-syddanmark-2015, linje {lines} (15. juni 2015)"


@pytest.fixture
def seven(written: Path) -> Page:
    return read(written / "forum-syv.html")


def test_the_top_says_what_it_is_and_counts_its_members(seven: Page) -> None:
    assert seven.lines[""][1:9] == [
        "Forum · netværk · findes · niveau: politisk, ledelse",
        "7-kommunesamarbejdet",
        "Områder: 4 Jobcentre · 6 Virksomheder",
        "Kilde: KKR Syddanmark 2015 (15. juni 2015). Opgjort pr. 15. juni 2015.",
        "8 medlemmer: 7 siger det selv, 1 er nævnt af andre",
        "2 udledte, som ikke tæller med",
        "2 uenigheder",
        "1 ting ved vi ikke",
    ]


def test_its_names_stand_with_who_uses_them(seven: Page) -> None:
    assert seven.lines["names"] == [
        "Andre navne",
        *("Trekantområdets jobcentre", "Oplyst af Vejle.", cited("1100-1102")),
        *("Beskrevet uden navn:", "samarbejdet mellem de syv", "Oplyst af Billund.", cited("1110")),
    ]


def test_its_members_stand_by_basis_with_every_claim(seven: Page) -> None:
    lines = seven.lines["members"]
    assert lines[:5] == [
        "Medlemmer",
        "7 kommuner siger selv, at de er med",
        *("Billund", "Siger det selv.", cited("530-536")),
    ]
    assert lines[lines.index("Haderslev") :][:3] == [
        *("Haderslev", "Siger det selv; det gør Kolding og Vejle også.", cited("510-516")),
    ]
    assert lines[lines.index("1 kommune er kun nævnt af andre") :] == [
        "1 kommune er kun nævnt af andre",
        *("Esbjerg", "Nævnt af Vejen.", cited("561-567"), "Ikke med ifølge Billund."),
        "2 kommuner er udledt og tæller ikke med",
        *("Odense, Svendborg", "Udledt.", "Kilden nævner landsdelen, ikke kommunerne.", cited("88")),
    ]


def test_its_organisations_meetings_politicians_and_tiers_are_told(seven: Page) -> None:
    assert seven.lines["organisations"] == [
        "Organisationer",
        *("FH Trekantområdet · fagforening", "Er med i forummet.", "Oplyst af Kolding og Vejle.", cited("903-905")),
        *("DI Trekantområdet · arbejdsgiverforening", "Driver forummet.", "Oplyst af Kolding.", cited("906")),
    ]
    assert seven.lines["meetings"] == [
        "Møder",
        *("4 gange om året (ledelse)", "Oplyst af Kolding.", cited("1120")),
        *("6 gange om året (ledelse)", "Oplyst af Haderslev.", cited("1121")),
    ]
    assert seven.lines["political"] == ["Politikere", "udvalgsformand", "Oplyst af Kolding.", cited("1130")]
    assert seven.lines["tiers"] == [
        "Niveauer, øverst først",
        *("Styregruppen (politisk)", cited("1140")),
        *("Chefgruppen (ledelse)", cited("1141")),
    ]


def test_what_it_carries_on_and_what_is_part_of_it_is_linked_both_ways(written: Path, seven: Page) -> None:
    assert seven.lines["succession"] == [
        "Tid og sammenhæng",
        "Fører videre: Beskæftigelsesregionens dialogforum",
        "Dele: Chefgruppen i 7-kommunesamarbejdet",
    ]
    assert read(written / "forum-gammel.html").lines["succession"][1] == "Føres videre af: 7-kommunesamarbejdet"
    assert read(written / "forum-chefer.html").lines["succession"][1] == "Er en del af: 7-kommunesamarbejdet"


def test_both_sides_of_every_disagreement_are_given(seven: Page) -> None:
    assert seven.lines["conflicts"] == [
        "Uenigheder",
        "hvor tit det mødes (ledelse)",
        *("Kolding: 4 gange om året (ledelse)", cited("1120"), "Haderslev: 6 gange om året (ledelse)", cited("1121")),
        "er Esbjerg med?",
        *("Vejen: Esbjerg er med", cited("1150"), "Billund: Esbjerg er ikke med", cited("1151")),
    ]


def test_what_no_source_says_is_a_list_of_its_own(written: Path, seven: Page) -> None:
    assert seven.lines["unknown"] == ["Det ved vi ikke", "Hvornår det begyndte."]
    assert read(written / "forum-graense.html").lines["unknown"] == [
        "Det ved vi ikke",
        "Hvor tit det mødes.",
        "Om politikere er med.",
    ]


def test_a_forum_without_known_members_says_so_and_has_no_picture(written: Path) -> None:
    page = read(written / "forum-ny.html")
    assert page.lines["members"] == ["Medlemmer", "Ingen kendte medlemmer."]
    assert "svg" not in page.tags
