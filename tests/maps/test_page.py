"""The page as text: whole, bound by its policy, the same at every run, and deaf to what names try."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import threading
from dataclasses import replace
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from forumgraph.maps import MapData, Wanted, write_atlas
from forumgraph.maps.branding import Branding
from forumgraph.maps.edition import Edition
from forumgraph.maps.errors import MapError
from forumgraph.maps.groups import MOST
from forumgraph.maps.page import data_block, render
from forumgraph.maps.search import search_text
from forumgraph.maps.words import Words
from forumgraph.texts import LANGUAGES

from .builders import MapBuilder, southern_denmark

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

PAGE = render(southern_denmark(), Edition(), "da")


def write_map(data: MapData, path: Path, language: str) -> None:
    write_atlas(data, Wanted(path, language, companions=False))


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        write_map(southern_denmark(), tmp_path / name, "da")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_file_is_utf_8_with_plain_line_ends_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "kort.html"
    path.write_text("the old page", encoding="utf-8")
    write_map(southern_denmark(), path, "da")
    written = path.read_bytes()
    assert written.decode("utf-8") == PAGE
    assert b"\r" not in written
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_page(tmp_path: Path) -> None:
    path = tmp_path / "kort.html"
    path.mkdir()  # a folder in the page's place cannot be replaced by a file
    with pytest.raises(OSError, match=r"kort\.html"):
        write_map(southern_denmark(), path, "da")
    assert list(tmp_path.iterdir()) == [path]


POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


@POSIX
def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()), daemon=True)
    reader.start()
    write_map(southern_denmark(), path, "da")
    reader.join(10)
    assert read == [PAGE.encode()]
    assert path.is_fifo()
    assert list(tmp_path.iterdir()) == [path]


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    folder, link = tmp_path / "folder", tmp_path / "kort.html"
    folder.mkdir()
    link.symlink_to(folder / "kort.html")
    for _ in range(2):  # the first time it points to nothing
        write_map(southern_denmark(), link, "da")
        assert link.is_symlink()
        assert (folder / "kort.html").read_text(encoding="utf-8") == PAGE


@POSIX
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_a_new_page_has_the_permissions_of_any_new_file(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write_map(southern_denmark(), tmp_path / "kort.html", "da")
    finally:
        assert os.umask(before) == mask
    assert (tmp_path / "kort.html").stat().st_mode & 0o777 == mode


def test_the_policy_lets_only_the_pages_own_scripts_and_style_run() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', PAGE)
    assert policy is not None
    allowed = policy[1].replace("&#39;", "'")
    assert allowed.startswith("default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'sha256-")
    assert "unsafe" not in allowed
    elements = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", PAGE, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in elements]
    assert sorted(re.findall(r"'sha256-([^']*)'", allowed)) == sorted(digests)


SCRIPTS = sorted((resources.files("forumgraph.maps.page") / "scripts").iterdir(), key=lambda one: one.name)


@pytest.mark.parametrize("script", [one for one in SCRIPTS if one.name.endswith(".js")], ids=lambda one: one.name)
def test_what_is_taken_for_a_comment_stands_in_no_text_of_a_script(script: Traversable) -> None:
    """The page leaves comments out by their signs alone: before one, every text must have ended."""
    text = re.sub(r"/\*.*?\*/", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
    before = [line.split("// ", 1)[0] for line in text.splitlines() if re.search(r"(^|\s)// ", line)]
    assert [one for one in before if any(one.count(sign) % 2 for sign in "\"'`")] == []


def test_no_comment_of_a_script_stands_in_the_page() -> None:
    own = re.findall(r"<script>(.*?)</script>", PAGE, re.DOTALL)[1]
    assert re.findall(r"(?:^|\s)//\s.*|/\*", own) == []
    assert 'const PEN_SVG = "http://www.w3.org/2000/svg";' in own


def test_the_page_names_no_address_to_load_from() -> None:
    assert re.findall(r'(?:src|href|action)\s*=\s*"[^"]*"', PAGE.split("<script")[0]) == ['href="#main"']
    assert "sourceMappingURL" not in PAGE


def test_no_handler_or_style_stands_in_the_markup() -> None:
    assert re.findall(r"\s(?:on\w+|style)=", PAGE.split("<script")[0]) == []


def test_the_licence_of_vis_network_stands_in_the_page() -> None:
    assert "vis.js is dual licensed" in PAGE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_its_language_and_date(language: str) -> None:
    page = render(southern_denmark(), Edition(), language)
    assert f'<html lang="{language}">' in page
    day = {"da": "KKR Syddanmark 2015 · opgjort pr. 15. juni 2015", "en": "KKR Syddanmark 2015 · as of 15 June 2015"}
    assert day[language] in page
    assert "data/forums.yaml, data/municipalities.yaml" in page


def test_the_tables_stand_in_the_page_before_any_script() -> None:
    markup = PAGE.split("<script")[0]
    row = re.search(r'<th scope="row">Ærø</th>(.*?)</tr>', markup)
    assert row is not None
    assert row[1].count('<span aria-hidden="true">?</span> intet svar') == 6
    assert "<em>siger det selv:</em> Assens" in markup
    assert "<noscript>" in markup


def test_an_empty_map_says_so() -> None:
    page = render(MapBuilder().data(), Edition(), "da")
    assert "Der er ingen kommuner og ingen fora i dette udvalg" in page
    assert "<script" not in page


def test_the_data_block_cannot_be_broken_out_of() -> None:
    nasty = {"name": "</script><script>alert(1)</script><!-- & \u2028 \u2029"}
    block = data_block(nasty)
    assert not set("<>&\u2028\u2029") & set(block)
    assert json.loads(block) == nasty


def test_a_hostile_title_is_text() -> None:
    build = MapBuilder().town("0492", "<img src=x onerror=alert(1)>")
    assert "<img" not in render(build.data(), Edition(), "da")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Ærø", ["ærø", "aero", "aeroe", "ÆRØ"]),
        ("Aabenraa", ["aabenraa", "åbenrå", "abenra"]),
        ("Tønder", ["tønder", "tonder", "toender", "TÖNDER"]),
        ("Café Kolding", ["cafe kolding"]),
    ],
)
def test_a_name_and_what_is_typed_for_it_become_the_same(name: str, typed: list[str]) -> None:
    assert {search_text(one) for one in typed} == {search_text(name)}


def test_a_date_that_is_only_a_year_stays_as_it_is() -> None:
    assert Words(MapBuilder().data(), "da").day("2015") == "2015"


def test_the_users_colour_and_logo_are_part_of_the_page_and_of_its_policy() -> None:
    branding = Branding(title="Vores fora", subtitle="Til møde", logo="data:image/png;base64,AA==", accent="#123456")
    page = render(southern_denmark(), Edition(branding), "da")
    assert "@media print, (prefers-color-scheme: light) { :root { --accent: #123456; } }" in page
    assert '<img class="logo" src="data:image/png;base64,AA==" alt="">' in page
    assert "<h1>Vores fora</h1>" in page
    assert "img-src data:" in page
    assert "img-src" not in PAGE.split("<script")[0]


def test_a_map_that_is_too_large_is_refused_with_what_to_choose(tmp_path: Path) -> None:
    data = southern_denmark()
    many = tuple(replace(data.forums[0], id=f"f{n}") for n in range(MOST))
    with pytest.raises(MapError) as refused:
        write_map(replace(data, forums=many), tmp_path / "kort.html", "da")
    assert (refused.value.key, refused.value.values) == ("map_too_large", {"nodes": "50.024", "most": "50.000"})
    assert list(tmp_path.iterdir()) == []
