"""The start page lists everybody by the Danish alphabet, with what was answered of what was asked."""

from __future__ import annotations

from pathlib import Path

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
