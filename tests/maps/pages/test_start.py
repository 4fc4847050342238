"""The start page lists everybody by the Danish alphabet, with what was answered of what was asked."""

from __future__ import annotations

from pathlib import Path

from forumgraph.maps.branding import Branding
from forumgraph.maps.pages import write_pages
from maps.pages.builders import region
from maps.pages.reading import read


def test_municipalities_stand_by_the_danish_alphabet_with_their_figures(written: Path) -> None:
    lines = read(written / "index.html").lines["towns"]
    start = lines.index("KKR") + 1
    rows = [lines[n : n + 6] for n in range(start, len(lines), 6)]
    assert [row[0] for row in rows] == [
        *("Assens", "Billund", "Esbjerg", "Fredericia", "Faaborg-Midtfyn", "Haderslev", "Kerteminde", "Kolding"),
        *("Middelfart", "Nyborg", "Odense", "Svendborg", "Vejen", "Vejle", "Ærø", "Aabenraa"),
    ]
    assert rows[5] == ["Haderslev", "5 af 6 besvaret", "4", "1", "1", "Syddanmark"]
    assert rows[14] == ["Ærø", "0 af 6 besvaret", "0", "0", "0", "Syddanmark"]
    assert rows[15] == ["Aabenraa", "ikke spurgt", "0", "3", "0", "Syddanmark"]


def test_fora_stand_by_the_danish_alphabet_with_their_members(written: Path) -> None:
    lines = read(written / "index.html").lines["forums"]
    start = lines.index("Områder") + 1
    rows = [lines[n : n + 4] for n in range(start, len(lines), 4)]
    assert rows[:3] == [
        ["7-kommunesamarbejdet", "8", "findes", "4 Jobcentre · 6 Virksomheder"],
        ["Beskæftigelsesregionens dialogforum", "1", "ophørt", "1 LBR-afløser"],
        ["Chefgruppen i 7-kommunesamarbejdet", "0", "findes", "4 Jobcentre"],
    ]


def test_letters_with_their_counts_lead_to_the_first_of_each(written: Path) -> None:
    page = read(written / "index.html")
    assert page.lines["towns"][1:15] == [
        *("A 1", "B 1", "E 1", "F 2", "H 1", "K 2", "M 1", "N 1", "O 1", "S 1", "V 2", "Æ 1", "Å 1"),
        "Besvaret: Hvor mange af de spørgsmål, kommunen er stillet, den har svaret på. Fora: Hvor mange den selv "
        "siger, at den er med i, og hvor mange flere andre nævner den i.",
    ]
    assert '<tr id="k-å"><th scope="row"><a href="kommune-aabenraa.html">' in (written / "index.html").read_text(
        "utf-8"
    )


def test_the_brand_stands_at_the_head_of_every_page(tmp_path: Path) -> None:
    pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    write_pages(region(), tmp_path, "da", Branding("Vores fora", "Til mødet", pixel))
    for name in ("index.html", "kommune-vejle.html", "forum-syv.html"):
        page = (tmp_path / name).read_text("utf-8")
        assert "Vores fora" in page
        assert "Til mødet" in page
        assert f'src="{pixel}"' in page
        assert "img-src data:" in page
