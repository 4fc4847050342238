"""A folder is written whole, cleared of what is gone, and never of what is somebody else's."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from forumgraph.maps.model import MapData
from forumgraph.maps.pages import write_pages
from forumgraph.maps.pages.folder import MANIFEST, MARK, write_folder
from maps.pages.builders import region

OURS = f"<!DOCTYPE html>{MARK}"


def without(gone: str) -> MapData:
    data = region()
    return replace(
        data,
        forums=tuple(replace(one, part_of=None) for one in data.forums if one.id != gone),
        memberships=tuple(one for one in data.memberships if one.forum != gone),
        municipalities=tuple(
            replace(
                town,
                answers=tuple(
                    replace(one, forums=tuple(id_ for id_ in one.forums if id_ != gone)) for one in town.answers
                ),
            )
            for town in data.municipalities
        ),
    )


def test_the_page_of_a_forum_that_is_gone_is_removed(tmp_path: Path) -> None:
    write_pages(region(), tmp_path, "da")
    write_pages(without("vest"), tmp_path, "da")
    assert not (tmp_path / "forum-vest.html").exists()
    assert (tmp_path / "forum-graense.html").exists()


def test_a_forum_that_comes_back_has_its_page_again(tmp_path: Path, written: Path) -> None:
    for data in (region(), without("vest"), region()):
        write_pages(data, tmp_path, "da")
    assert (tmp_path / "forum-vest.html").read_bytes() == (written / "forum-vest.html").read_bytes()


def test_what_others_put_into_the_folder_stays(tmp_path: Path) -> None:
    write_pages(region(), tmp_path, "da")
    foreign = {"referat.docx": b"x", "forum-noter.html": b"<p>mine", "kommune.css": b"a{}"}
    for name, content in foreign.items():
        (tmp_path / name).write_bytes(content)
    shutil.copy(tmp_path / "forum-vest.html", tmp_path / "forum-vest (kopi).html")
    write_pages(without("vest"), tmp_path, "da")
    assert {name: (tmp_path / name).read_bytes() for name in foreign} == foreign
    assert (tmp_path / "forum-vest (kopi).html").exists()


def test_a_file_that_took_the_place_of_an_old_page_is_not_removed(tmp_path: Path) -> None:
    write_pages(region(), tmp_path, "da")
    (tmp_path / "forum-vest.html").write_text("mine", encoding="utf-8")
    write_pages(without("vest"), tmp_path, "da")
    assert (tmp_path / "forum-vest.html").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_way_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError) as refused:
        write_pages(region(), tmp_path, "da")
    assert refused.value.filename == str(tmp_path / "index.html")
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "mine"


def test_a_folder_in_the_way_of_a_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()
    with pytest.raises(FileExistsError):
        write_pages(region(), tmp_path, "da")


def test_a_list_that_leads_out_of_the_folder_removes_nothing_there(tmp_path: Path) -> None:
    outside = tmp_path / "andres.html"
    outside.write_text(OURS, encoding="utf-8")
    folder = tmp_path / "sider"
    folder.mkdir()
    (folder / MANIFEST).write_text(f"../andres.html\n{outside}\n", encoding="utf-8")
    write_folder(folder, {"index.html": lambda: OURS})
    assert outside.exists()


def test_a_link_in_the_place_of_an_old_page_is_left_alone(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "sider", tmp_path / "andet.html"
    write_folder(folder, {"index.html": lambda: OURS, "forum-a.html": lambda: OURS})
    elsewhere.write_text(OURS, encoding="utf-8")
    (folder / "forum-a.html").unlink()
    (folder / "forum-a.html").symlink_to(elsewhere)
    write_folder(folder, {"index.html": lambda: OURS})
    assert elsewhere.exists()
    assert (folder / "forum-a.html").is_symlink()


def test_pages_without_their_list_are_still_replaced(tmp_path: Path) -> None:
    write_pages(region(), tmp_path, "da")
    (tmp_path / MANIFEST).unlink()
    write_pages(region(), tmp_path, "da")
    assert len(list(tmp_path.glob("*.html"))) == len((tmp_path / MANIFEST).read_text(encoding="utf-8").split())


def test_a_run_cut_short_leaves_the_old_start_page_and_is_cleared_up_by_the_next(tmp_path: Path) -> None:
    def fails() -> str:
        raise OSError("full")

    write_folder(tmp_path, {"index.html": lambda: OURS + "1"})
    with pytest.raises(OSError, match="full"):
        write_folder(tmp_path, {"index.html": lambda: OURS + "2", "forum-a.html": lambda: OURS, "forum-b.html": fails})
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == OURS + "1"
    write_folder(tmp_path, {"index.html": lambda: OURS + "3"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "index.html"]
