"""What is written where: nothing over what belongs to it, nothing left behind, and what is said of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from forumgraph.maps import Wanted, write_atlas
from forumgraph.maps.atlas import Written
from forumgraph.maps.errors import MapError
from forumgraph.texts import Texts

from .builders import MapBuilder

DATA = MapBuilder().town("0461", "Odense").town("0450", "Nyborg").forum("f", "Forum", "companies").member("f", "0461")


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def written(tmp_path: Path, name: str, **more: object) -> Written:
    return write_atlas(DATA.data(), Wanted(tmp_path / name, "da", **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("kort.html", {"kort.png", "kort.xlsx"}),
        ("KORT.HTM", {"KORT.png", "KORT.xlsx"}),
        ("v1.2", {"v1.2.png", "v1.2.xlsx"}),
        ("kort", {"kort.png", "kort.xlsx"}),
    ],
)
def test_what_lies_beside_the_page_has_its_name_without_html(tmp_path: Path, name: str, beside: set[str]) -> None:
    found = written(tmp_path, name)
    assert {one.name for one in found.companions} == beside
    assert names(tmp_path) == {name, *beside}


@pytest.mark.parametrize("name", ["kort.png", "KORT.XLSX"])
def test_a_page_is_not_written_over_by_its_own_picture(tmp_path: Path, name: str) -> None:
    with pytest.raises(MapError) as refused:
        written(tmp_path, name)
    assert refused.value.lines(Texts("en")) == [
        f"{tmp_path / name} is the name of what is written beside the page. "
        "Give the page a name that ends in .html, or leave the rest out with --no-companions."
    ]
    assert names(tmp_path) == set()


def test_the_page_does_not_lie_among_the_pages_of_municipalities(tmp_path: Path) -> None:
    with pytest.raises(MapError) as refused:
        written(tmp_path, "index.html", pages=tmp_path)
    assert refused.value.key == "page_in_pages"
    assert names(tmp_path) == set()


@pytest.mark.parametrize("taken", ["kort.html", "kort.png", "kort.xlsx"])
def test_a_folder_in_the_way_of_one_file_leaves_all_unwritten(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).mkdir()
    with pytest.raises(IsADirectoryError) as refused:
        written(tmp_path, "kort.html")
    assert refused.value.filename == str(tmp_path / taken)
    assert names(tmp_path) == {taken}


def test_a_page_of_somebody_else_in_the_folder_leaves_all_unwritten(tmp_path: Path) -> None:
    folder = tmp_path / "sider"
    folder.mkdir()
    (folder / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        written(tmp_path, "kort.html", pages=folder)
    assert names(tmp_path) == {"sider"}
    assert (folder / "index.html").read_text(encoding="utf-8") == "mine"


def test_a_missing_folder_is_named_by_the_file_that_was_wanted(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as refused:
        written(tmp_path / "nowhere", "kort.html")
    assert refused.value.filename == str(tmp_path / "nowhere" / "kort.html")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such device")
def test_a_device_has_nothing_beside_it() -> None:
    found = write_atlas(DATA.data(), Wanted(Path(os.devnull), "da"))
    assert found.companions == ()
    assert not Path(f"{os.devnull}.png").exists()


def test_a_seat_in_a_forum_that_is_not_there_is_said_before_anything_is_placed(tmp_path: Path) -> None:
    data = MapBuilder().town("0461", "Odense").organisation("lo", "LO", "nowhere").data()
    with pytest.raises(ValueError, match=r"^the seat of organisation 'lo' points to forum 'nowhere', which is not on"):
        write_atlas(data, Wanted(tmp_path / "kort.html", "da"))
