"""How things of a map stand in each of four rounds, from files that are really loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from forumgraph.maps import MapData
from forumgraph.maps.layout import lay_out
from forumgraph.maps.model import MapForum
from forumgraph.maps.pages import write_pages


def forum(data: MapData, id_: str) -> MapForum:
    return next(one for one in data.forums if one.id == id_)


@pytest.mark.parametrize(
    ("id_", "stands"),
    [
        ("netvaerk", ("known", "known", "ended", "ended")),
        ("job5", ("not_yet", "not_yet", "known", "known")),
        ("oestby-raad", ("unknown", "known", "known", "unknown")),
        ("gammelt-raad", ("unknown", "ended", "ended", "ended")),
    ],
)
def test_a_forum_is_known_where_a_source_says_so_and_unknown_where_none_does(
    publications: MapData, id_: str, stands: tuple[str, ...]
) -> None:
    assert forum(publications, id_).stands == stands


def test_a_municipality_is_not_there_before_it_was_made_nor_after_it_was_merged(publications: MapData) -> None:
    towns = {one.name: (one.stands, one.since, one.until) for one in publications.municipalities}
    assert towns["Nyby"] == (("not_yet", "not_yet", "known", "known"), "2018-01-01", None)
    assert towns["Nordby"] == (("known", "known", "ended", "ended"), None, "2017-12-31")
    assert towns["Østby"] == ((), None, None)


def test_a_membership_stands_as_its_forum_and_its_municipality_let_it(publications: MapData) -> None:
    names = {one.code: one.name for one in publications.municipalities}
    stands = {(one.forum, names[one.municipality]): one.stands for one in publications.memberships}
    assert stands["netvaerk", "Østby"] == ("known", "known", "ended", "ended")
    assert stands["panel", "Østby"] == ("unknown", "unknown", "known", "unknown")
    assert stands["job5", "Ålby"] == ("not_yet", "not_yet", "known", "known")


def test_a_forum_under_a_new_name_stands_where_it_stood(publications: MapData) -> None:
    spots = lay_out(publications).forums
    assert forum(publications, "job5").renames == "netvaerk"
    assert (spots["job5"].x, spots["job5"].y) == (spots["netvaerk"].x, spots["netvaerk"].y)


def test_a_timeline_goes_from_what_was_before_to_what_came_after(publications: MapData) -> None:
    told = [(one.when, one.text, one.forum) for one in forum(publications, "netvaerk").timeline]
    assert told == [
        ("2012", "Netværket begynder; 3 kommuner er med; 3 nævnt ved navn", None),
        ("2013", "Omtalt i God praksis i kommunerne; antal ikke oplyst; 2 nævnt ved navn", None),
        ("2015", "Nævnt i svarene i Fora i Nord; 3 nævnt ved navn", None),
        ("2016", "Ophørt", None),
        ("2017", "»Jobnetværket« skifter navn til »Job5« (sandsynlig). Samme kreds udvidet.", "job5"),
    ]
    assert forum(publications, "panel").known is not None


def test_the_page_of_a_forum_tells_its_timeline_with_a_link_to_the_other(publications: MapData, tmp_path: Path) -> None:
    write_pages(publications, tmp_path, "da")
    page = (tmp_path / "forum-netvaerk.html").read_text(encoding="utf-8")
    assert "<strong>2012</strong> <bdi>Netværket begynder; 3 kommuner er med; 3 nævnt ved navn</bdi>" in page
    assert '<a href="forum-job5.html">' in page.split("Tidslinje", 1)[1]
    assert "Kommunen findes siden 2018-01-01." in (tmp_path / "kommune-nyby.html").read_text(encoding="utf-8")
