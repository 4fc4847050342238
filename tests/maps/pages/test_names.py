"""File names are safe on every system, unique, and the same from run to run."""

from __future__ import annotations

from dataclasses import replace

from forumgraph.maps.model import MapMunicipality
from forumgraph.maps.pages.names import FileNames
from maps.pages.builders import forum, region


def names(*ids: str) -> list[str]:
    files = FileNames(replace(region(), forums=tuple(forum(id_, "Forum") for id_ in ids)))
    return [files.forum(id_) for id_ in ids]


def towns(*called: str) -> list[str]:
    made = tuple(MapMunicipality(str(n), name, "Syddanmark", ()) for n, name in enumerate(called))
    files = FileNames(replace(region(), municipalities=made))
    return [files.town(str(n)) for n in range(len(called))]


def test_a_municipality_goes_by_its_name_without_danish_letters() -> None:
    assert towns("Ærø", "Faaborg-Midtfyn", "Høje-Taastrup") == [
        "kommune-aeroe.html",
        "kommune-faaborg-midtfyn.html",
        "kommune-hoeje-taastrup.html",
    ]


def test_two_municipalities_that_would_share_a_file_are_told_apart_by_their_codes() -> None:
    assert towns("Ærø", "Aeroe") == ["kommune-aeroe--5feceb66ffc8.html", "kommune-aeroe--6b86b273ff34.html"]


def test_a_plain_id_is_the_name_of_the_file() -> None:
    assert names("syv-kommuner_2015") == ["forum-syv-kommuner_2015.html"]


def test_ids_that_differ_only_in_what_a_disk_ignores_have_names_that_do_not() -> None:
    made = names("syv", "Syv", "SYV", "syv ", "syv.", "s/yv", "s\\yv", "..", "", "æ", "ae", "x" * 10_000, "x" * 60)
    assert len({name.lower() for name in made}) == len(made)


def test_an_id_that_looks_like_the_checked_name_of_another_does_not_take_its_place() -> None:
    (taken,) = names("Syv")
    imitated = taken.removeprefix("forum-").removesuffix(".html")
    first, second = names("Syv", imitated)
    assert first == taken != second


def test_a_name_holds_nothing_that_a_disk_or_an_address_reads_otherwise() -> None:
    for name in names("../x", "a b#c?d", "con", "%2e%2e", "\u202egnp.exe", "\ud800"):
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
        assert name.count(".") == 1
        assert len(name) <= 90
