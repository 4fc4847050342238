"""The folder as a whole: every page is there, every link leads somewhere, nothing runs and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forumgraph.maps.pages import write_pages
from maps.pages.builders import claim, hostile, region
from maps.pages.reading import read

HOSTILE = {
    "script": "</title><script>document.title='run'</script>",
    "end of style": "</style></svg><img src=x onerror=alert(1)>",
    "quotes": '"\'` onload="alert(1)" \'',
    "line breaks": "først\nså\r\n\u2028sidst\x85",
    "bidi": "Ha\u202edersl\u2066ev\u200f",
    "long": "x" * 10_000,
    "path": "../../../etc/passwd",
    "drive": "C:\\con\\aux.html",
    "dots": "...",
    "empty": " ",
    "template": "{{ 7 * 7 }}{% raw %}",
    "emoji": "👩‍👩‍👧‍👦 forum 🏛",
}


def test_there_is_a_page_for_each_municipality_and_forum_and_a_start_page(tmp_path: Path) -> None:
    data = region()
    count = write_pages(data, tmp_path, "da")
    assert count == 1 + len(data.municipalities) + len(data.forums) == len(list(tmp_path.glob("*.html")))


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    write_pages(region(), tmp_path / "møde i juni" / "sider", "da")
    assert (tmp_path / "møde i juni" / "sider" / "index.html").is_file()


def test_two_runs_write_the_same_bytes(tmp_path: Path, written: Path) -> None:
    write_pages(region(), tmp_path, "da")
    ours = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert ours == {path.name: path.read_bytes() for path in written.iterdir()}


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_link_leads_to_a_page_or_an_anchor_that_is_there(tmp_path: Path, language: str) -> None:
    write_pages(region(), tmp_path, language)
    for path in tmp_path.glob("*.html"):
        page = read(path)
        assert len(page.ids) == len(set(page.ids))
        for href in page.hrefs:
            name, _, anchor = href.partition("#")
            assert not name or (tmp_path / name).is_file(), (path.name, href)
            assert not anchor or anchor in page.ids, (path.name, href)


def test_every_page_is_linked_from_the_start_page(written: Path) -> None:
    pages = {path.name for path in written.glob("*.html")} - {"index.html"}
    assert pages <= set(read(written / "index.html").hrefs)


def test_no_page_holds_a_script_or_asks_for_anything(written: Path) -> None:
    for path in written.glob("*.html"):
        page = read(path)
        assert {"script", "img", "link", "iframe", "object", "form"} & set(page.tags) == set()
        assert [name for name, _ in page.attributes if name.startswith("on") or name in ("style", "src")] == []
        policy = [value for name, value in page.attributes if name == "content" and "src" in (value or "")]
        assert [value.split("; ")[0] for value in policy if value] == ["default-src 'none'"]


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_name_becomes_text_and_a_safe_file(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "sider"
    assert write_pages(hostile(name), folder, "da") == 3
    assert [path.name for path in tmp_path.iterdir()] == ["sider"]
    for path in folder.glob("*.html"):
        page = read(path)
        assert {"script", "img"} & set(page.tags) == set()
        assert [key for key, _ in page.attributes if key.startswith("on")] == []
        assert all((folder / href).is_file() for href in page.hrefs if not href.startswith("#"))
        assert len(path.name) <= 90
        if path.name != "index.html" and name.strip():
            assert " ".join(name.split()) in page.lines[""]


def test_data_that_contradict_themselves_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    data = replace(region(), memberships=(claim("510", "findes-ikke"),))
    with pytest.raises(ValueError, match="points to forum 'findes-ikke', which is not on the map"):
        write_pages(data, tmp_path / "sider", "da")
    assert not (tmp_path / "sider").exists()


def test_nothing_to_show_is_said_on_the_start_page(tmp_path: Path) -> None:
    nobody = replace(
        region(), municipalities=(), forums=(), memberships=(), seats=(), circles=(), organisations=(), rounds=()
    )
    assert write_pages(nobody, tmp_path, "da") == 1
    page = read(tmp_path / "index.html")
    assert page.lines["towns"] == ["Kommuner", "Der er ingen kommuner i dette udvalg."]
    assert page.lines["forums"] == ["Fora", "Der er ingen fora i dette udvalg."]
