"""A municipality's page says word for word what is noted, who names it, and what it has not answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forumgraph.maps.model import MapCircle, MapRound
from forumgraph.maps.pages import write_pages
from maps.pages.builders import AREAS, answer, region
from maps.pages.reading import Page, read

ROW = "Belæg: kkr-syddanmark-2015, linje 656-664 (15. juni 2015)"
OWN = "Belæg: kkr-syddanmark-2015, linje 510-516 (15. juni 2015)"


@pytest.fixture
def haderslev(written: Path) -> Page:
    return read(written / "kommune-haderslev.html")


def test_the_top_says_who_it_is_and_counts_what_follows(haderslev: Page) -> None:
    assert haderslev.lines[""] == [
        "← Alle kommuner og fora",
        "Kommune 510 · KKR Syddanmark",
        "Haderslev",
        "Her står, hvad I selv og andre kommuner har oplyst om jeres fora. Se det igennem, og sig til, hvis noget er"
        " forkert eller mangler.",
        "Kilde: KKR Syddanmark 2015 (15. juni 2015). Opgjort pr. 15. juni 2015.",
        "I har svaret på 5 af 6 spørgsmål",
        "I tæller med i 5 fora: 4 nævner I selv, 1 nævner kun andre",
        "2 fora, hvor andre nævner jer, og I ikke selv gør",
        "1 uenighed",
        "6 ting ved vi ikke",
        "Haderslev og de 6 fora, kommunen er regnet med i. 1 af dem er udledt og tæller ikke med. "
        "(+8) betyder, at 8 andre kommuner er med.",
        "siger det selv",
        "nævnt af andre",
        "udledt (tæller ikke med)",
        *(area.name for area in AREAS if area.id != "unemployment_funds"),
        "kilderne er uenige",
    ]


def test_each_answer_stands_with_its_status_its_fora_its_reading_and_its_lines(haderslev: Page) -> None:
    assert haderslev.lines["noted"] == [
        "Det har vi noteret",
        "I har svaret på 5 af 6 spørgsmål",
        *("1 LBR-afløser", "● etableret", "Forum for Rekruttering og Beskæftigelse i Haderslev"),
        *("Mødes med de gamle parter fra rådet.", ROW),
        *("2 A-kasser", "◐ uformelt", "Kontakt efter behov.", "Vores læsning af svaret er sandsynlig.", ROW),
        *("3 Uddannelse", "● etableret", ROW),
        *("4 Jobcentre", "● etableret"),
        "7-kommunesamarbejdet, Sønderjysk jobcentersamarbejde, Grænsependlerrådgivningen",
        ROW,
        *("5 Faglige", "? intet svar"),
        *("6 Virksomheder", "△ planlagt", "Ventes i efteråret.", "Vores læsning af svaret er usikker."),
        *("Svaret kan også læses som ✕ nej", ROW),
    ]


def test_the_fora_it_is_in_stand_by_basis_with_who_says_so(haderslev: Page) -> None:
    assert haderslev.lines["member"] == [
        "Er med i",
        "I tæller med i 5 fora: 4 nævner I selv, 1 nævner kun andre. De fora, hvor kun andre nævner jer, står i næste"
        " afsnit.",
        "4 fora, I selv nævner",
        *("7-kommunesamarbejdet · netværk, findes", "Det siger I selv; det gør Kolding og Vejle også.", OWN),
        *("Grænsependlerrådgivningen · netværk, findes", "Det siger I selv.", OWN),
        *("Forum for Rekruttering og Beskæftigelse i Haderslev · råd, findes", "Det siger I selv.", OWN),
        *("Sønderjysk jobcentersamarbejde · netværk, findes", "Det siger I selv.", OWN),
        "1 forum, vi har udledt",
        "Ingen har skrevet, at netop I er med. De tæller derfor ikke med i tallet ovenfor.",
        "Rådet for socialt ansvarlige virksomheder i Sønderjylland · netværk, findes",
        *("Udledt.", "Kilden nævner landsdelen, ikke kommunerne.", OWN),
        "Er I med? ☐ ja ☐ nej ☐ ved ikke",
    ]


def test_the_fora_where_only_others_name_it_stand_apart_with_a_question(haderslev: Page) -> None:
    assert haderslev.lines["named"] == [
        "Andre nævner jer, hvor I ikke selv gør",
        "1 forum, hvor andre regner jer med",
        *("VEU-center Syd – centerråd · advisory board eller bestyrelse, findes", "Vejen og Aabenraa nævner jer."),
        *(OWN, "Er I med? ☐ ja ☐ nej ☐ ved ikke"),
        "1 forum, hvor I er angivet som ikke med",
        *("Vestkystens rekrutteringsforum · netværk, findes", "Ifølge Esbjerg er I ikke med.", OWN),
        "Passer det, at I ikke er med? ☐ ja ☐ nej ☐ ved ikke",
    ]


def test_both_sides_of_a_disagreement_it_takes_part_in_are_given(haderslev: Page) -> None:
    assert haderslev.lines["conflicts"] == [
        "Uenigheder",
        "7-kommunesamarbejdet: hvor tit det mødes (ledelse)",
        *("Kolding: 4 gange om året (ledelse)", "Belæg: kkr-syddanmark-2015, linje 1120 (15. juni 2015)"),
        *("I: 6 gange om året (ledelse)", "Belæg: kkr-syddanmark-2015, linje 1121 (15. juni 2015)"),
    ]


def test_a_disagreement_about_a_municipality_stands_on_its_page_though_it_says_nothing_itself(written: Path) -> None:
    assert read(written / "kommune-esbjerg.html").lines["conflicts"] == [
        "Uenigheder",
        "7-kommunesamarbejdet: er Esbjerg med?",
        *("Vejen: Esbjerg er med", "Belæg: kkr-syddanmark-2015, linje 1150 (15. juni 2015)"),
        *("Billund: Esbjerg er ikke med", "Belæg: kkr-syddanmark-2015, linje 1151 (15. juni 2015)"),
    ]


def test_a_forum_that_counts_it_in_and_out_gives_both_claims(written: Path) -> None:
    assert read(written / "kommune-esbjerg.html").lines["named"][2:6] == [
        "7-kommunesamarbejdet · netværk, findes",
        "Vejen nævner jer.",
        "Belæg: kkr-syddanmark-2015, linje 561-567 (15. juni 2015)",
        "Ifølge Billund er I ikke med.",
    ]


def test_what_is_not_known_is_a_list_of_its_own(haderslev: Page) -> None:
    silent = "Grænsependlerrådgivningen, Forum for Rekruttering og Beskæftigelse i Haderslev"
    assert haderslev.lines["unknown"] == [
        "Det har I ikke svaret på, og det ved vi ikke",
        "3 Uddannelse: I siger ja, men det fremgår ikke, hvilket forum der er tale om.",
        "5 Faglige: I er spurgt, men har ikke svaret.",
        "6 Virksomheder: Vi har læst jeres svar som »planlagt«, men det kan også læses som »nej«.",
        f"Hvor tit de mødes, ved vi ikke for 2 af jeres 5 fora: {silent}",
        f"Om politikere er med, ved vi ikke for 2 af jeres 5 fora: {silent}",
        "Hvilket niveau man mødes på, ved vi ikke for 1 af jeres 5 fora: VEU-center Syd – centerråd",
    ]


def test_its_wishes_and_its_circles_are_told(haderslev: Page) -> None:
    assert haderslev.lines["wishes"] == [
        "Fora, I savner",
        "I mangler noget: Et fælles forum med virksomhederne i Trekantområdet.",
        "Belæg: kkr-syddanmark-2015, linje 1203-1206 (15. juni 2015)",
    ]
    assert haderslev.lines["circles"] == [
        "Kredse, I er med i",
        "En kreds er kommuner, der bliver ved med at mødes i de samme fora. I er med i 2 og forbinder dem dermed.",
        "7-kommunesamarbejdet",
        "Sammen med 6 andre kommuner: Billund, Fredericia, Kolding, Middelfart, Vejen, Vejle",
        "I mødes i: 7-kommunesamarbejdet",
        "Sønderjysk jobcentersamarbejde",
        "Sammen med 1 anden kommune: Aabenraa",
        "I mødes i: Sønderjysk jobcentersamarbejde",
    ]


def test_one_that_answered_nothing_is_told_so_area_by_area(written: Path) -> None:
    page = read(written / "kommune-aeroe.html")
    assert page.lines["noted"][1] == "I har svaret på 0 af 6 spørgsmål"
    assert page.lines["unknown"][1:] == [
        f"{n} {area.name}: I er spurgt, men har ikke svaret." for n, area in enumerate(AREAS, start=1)
    ]
    assert page.lines["named"][1:] == ["Ingen nævner jer i et forum, som I ikke selv nævner."]


def test_one_that_no_round_asked_is_not_counted_as_silent(written: Path) -> None:
    page = read(written / "kommune-aabenraa.html")
    never = "Ingen undersøgelse har spurgt jer; det, der står her, siger andre om jer."
    assert page.lines["noted"] == ["Det har vi noteret", never]
    assert page.lines["unknown"][1] == never
    assert not any("I har svaret på" in line for line in page.lines[""])


def test_the_answers_of_several_rounds_stand_apart(tmp_path: Path) -> None:
    later = MapRound("2019", "KKR Syddanmark 2019", "2019-05-01", "kkr-syddanmark-2019", ("lbr",))
    data = region()
    towns = tuple(
        replace(one, answers=(*one.answers, answer("lbr", "no_reply", round="2019"))) if one.code == "510" else one
        for one in data.municipalities
    )
    write_pages(replace(data, rounds=(*data.rounds, later), municipalities=towns), tmp_path, "da")
    page = read(tmp_path / "kommune-haderslev.html")
    assert [line for line in page.lines["noted"] if "KKR" in line or "svaret på" in line] == [
        "KKR Syddanmark 2015 (15. juni 2015)",
        "I har svaret på 5 af 6 spørgsmål",
        "KKR Syddanmark 2019 (1. maj 2019)",
        "I har svaret på 0 af 1 spørgsmål",
    ]
    assert "1 LBR-afløser (KKR Syddanmark 2019): I er spurgt, men har ikke svaret." in page.lines["unknown"]
    assert "I har svaret på 0 af 1 spørgsmål (KKR Syddanmark 2019)" in page.lines[""]


def test_where_something_is_known_of_none_of_its_fora_the_fora_are_not_listed_again(tmp_path: Path) -> None:
    data = region()
    silent = tuple(replace(one, unknown=("meetings",)) for one in data.forums)
    write_pages(replace(data, forums=silent), tmp_path, "da")
    assert read(tmp_path / "kommune-haderslev.html").lines["unknown"][-1] == (
        "Hvor tit de mødes, ved vi ikke for nogen af jeres 5 fora."
    )


def test_a_circle_says_apart_where_a_municipality_is_only_inferred_and_names_who_is_not_on_the_map(
    tmp_path: Path,
) -> None:
    data = region()
    inferred = next(one for one in data.memberships if one.basis == "inferred")
    circle = MapCircle("c", "Kredsen", (inferred.municipality,), (inferred.forum,), ("Lolland",))
    write_pages(replace(data, circles=(circle,)), tmp_path, "da")
    name = next(one.name for one in data.municipalities if one.code == inferred.municipality)
    page = read(tmp_path / f"kommune-{name.lower()}.html")
    assert "Lolland" in page.lines["circles"][3]
    assert page.lines["circles"][4].startswith("Udledt, tæller ikke med:")
