"""What is taken away from the page: pictures, tables, a print and an address, saved by a real Chromium."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

from forumgraph.maps.model import (
    MapAnswer,
    MapArea,
    MapData,
    MapForum,
    MapMembership,
    MapMunicipality,
    MapRound,
)
from forumgraph.queries.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook
    from playwright.sync_api import Page

    Open = Callable[..., Any]

pytestmark = pytest.mark.browser

SOURCE = "kkr-syddanmark-2015"
AREAS = (MapArea("unions", "Faglige"), MapArea("companies", "Virksomheder"))
TOWNS = {"0420": "Assens", "0561": "Esbjerg", "0461": "Odense", "0492": "Ærø"}
ANSWERS = {
    "0420": ("established", "none"),
    "0561": ("informal", "planned"),
    "0461": ("established", "established"),
    "0492": ("no_reply", "not_asked"),
}
SVG = "{http://www.w3.org/2000/svg}"
HEAD = ["Kommune", "Kommunekode", "KKR", "Faglige", "Virksomheder"]
ENTRIES = ("png", "svg", "csv", "xlsx")
HOSTILE = "<b>&\"'=1+1;\n\x07\U0001f600\u202eÆrø</script>"


def _answer(area: str, status: str) -> MapAnswer:
    alternative = "informal" if status == "none" else None
    return MapAnswer(area, status, "probable", alternative, None, (), (Evidence(SOURCE, "12-14"),), SOURCE)


def _forum(forum_id: str, name: str, area: str) -> MapForum:
    return MapForum(forum_id, name, "existing", "council", (area,), ("management",), (), ())


def _member(town: str, forum: str, basis: str = "self_reported", *, contested: bool = False) -> MapMembership:
    by = ("Odense",) if basis != "self_reported" else (TOWNS.get(town, town),)
    return MapMembership(town, forum, basis, by, None, (Evidence(SOURCE, "20-22"),), SOURCE, contested)


def small(towns: dict[str, str] | None = None, forum: str = "Fynsk råd") -> MapData:
    """Return a survey of two areas: four municipalities with every kind of answer, or others that all say yes."""
    return MapData(
        rounds=(MapRound(SOURCE, "KKR Syddanmark 2015", "2015-08-20", SOURCE, ("unions", "companies")),),
        as_of="2015-08-20",
        data="data/forums.yaml",
        areas=AREAS,
        municipalities=tuple(
            MapMunicipality(
                code,
                name,
                "Syddanmark",
                tuple(map(_answer, ("unions", "companies"), ANSWERS.get(code, ("established", "established")))),
            )
            for code, name in (towns or TOWNS).items()
        ),
        forums=(_forum("raad", forum, "unions"), _forum("net", "Virksomhedsnet", "companies")),
        memberships=()
        if towns
        else (
            _member("0420", "raad"),
            _member("0461", "raad", contested=True),
            _member("0492", "raad", "named_by_other"),
            _member("0461", "net"),
            _member("0561", "net", "excluded"),
        ),
    )


def _take(page: Page, entry: str, folder: Path) -> Path:
    """Save what the menu offers under the name that the page gives it."""
    opener = page.get_by_role("button", name="Gem og del")
    if opener.get_attribute("aria-expanded") == "false":
        opener.click()
    with page.expect_download() as started:
        page.locator("#take li button").nth(ENTRIES.index(entry)).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def _choose(page: Page, **change: Any) -> None:
    page.evaluate("change => forumgraph.store.set(change)", change)


def _workbook(path: Path) -> Workbook:
    return pytest.importorskip("openpyxl").load_workbook(path)


def _rows(book: Workbook, name: str) -> list[list[Any]]:
    return [list(row) for row in book[name].iter_rows(values_only=True)]


def _said(page: Page) -> str | None:
    return page.locator("#take [role=status]").text_content()


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_file_is_named_after_the_atlas_its_view_and_its_area_in_plain_letters(
    open_map: Open, tmp_path: Path, entry: str
) -> None:
    page = open_map(small()).page
    _choose(page, view="network", area="companies")
    assert _take(page, entry, tmp_path).name == f"fora-netvaerk-virksomheder.{entry}"
    assert _said(page) == f"Gemt som fora-netvaerk-virksomheder.{entry}"


def test_a_file_of_a_filtered_view_says_so_in_its_name_and_in_its_last_line(open_map: Open, tmp_path: Path) -> None:
    page = open_map(small()).page
    _choose(page, view="matrix", area="companies", kkr=["Syddanmark"])
    path = _take(page, "csv", tmp_path)
    assert path.name == "fora-oversigt-virksomheder-filtreret.csv"
    assert path.read_text("utf-8-sig").splitlines()[-1] == "Filtre;KKR Syddanmark"
    about = _rows(_workbook(_take(page, "xlsx", tmp_path)), "Om tabellen")
    assert ["Filtre", "KKR Syddanmark"] in about


def test_the_workbook_is_packed_where_the_browser_can_and_stored_where_it_cannot(
    open_map: Open, tmp_path: Path
) -> None:
    page = open_map(small()).page
    packed = _take(page, "xlsx", tmp_path)
    with zipfile.ZipFile(packed) as book:
        assert {one.compress_type for one in book.infolist()} == {zipfile.ZIP_DEFLATED}
    rows = _rows(_workbook(packed), "Svar")
    page.evaluate("delete window.CompressionStream")
    stored = _take(page, "xlsx", tmp_path)
    with zipfile.ZipFile(stored) as book:
        assert {one.compress_type for one in book.infolist()} == {zipfile.ZIP_STORED}
        assert book.testzip() is None
    assert _rows(_workbook(stored), "Svar") == rows


def test_the_network_says_how_many_of_its_fora_have_their_name_on_the_picture(open_map: Open, tmp_path: Path) -> None:
    page = open_map(small()).page
    _choose(page, view="network")
    _, texts = _svg(_take(page, "svg", tmp_path))
    assert not any("har navn på billedet" in text for text in texts)
    crowd = replace(small(), forums=tuple(_forum(f"f{n}", "Et langt navn på et råd", "unions") for n in range(300)))
    page = open_map(replace(crowd, memberships=tuple(_member("0420", one.id) for one in crowd.forums))).page
    _choose(page, view="network")
    _, texts = _svg(_take(page, "svg", tmp_path))
    (said,) = [text for text in texts if text.endswith("af 300 fora har navn på billedet; alle står i tabellen.")]
    drawn = sum(text.startswith("Et langt") for text in texts)  # each with its halo below it
    assert 2 * int(said.split()[0]) == drawn


def test_csv_opens_in_a_danish_excel_with_the_totals_under_the_answers(open_map: Open, tmp_path: Path) -> None:
    assert _take(open_map(small()).page, "csv", tmp_path).read_bytes().decode("utf-8") == (
        "\ufeffKommune;Kommunekode;KKR;Faglige;Virksomheder\r\n"
        "Assens;0420;Syddanmark;etableret;nej (eller uformelt)\r\n"
        "Esbjerg;0561;Syddanmark;uformelt;planlagt\r\n"
        "Odense;0461;Syddanmark;etableret;etableret\r\n"
        "Ærø;0492;Syddanmark;intet svar;ikke spurgt\r\n"
        "Etableret;;;2 af 4 (50–75 %), 3 har svaret;1 af 3 (33 %), 3 har svaret\r\n"
    )


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" '@SUM(A1)", "' '@SUM(A1)"),
        ("＋4512", "'＋4512"),
        ("\tfane", "'\tfane"),
        ("Ærø-net", "Ærø-net"),
        ('Net; "nyt"', '"Net; ""nyt"""'),
        ("to\nlinjer", '"to\nlinjer"'),
    ],
)
def test_a_name_that_looks_like_a_formula_or_holds_csvs_own_signs_stays_a_name(
    open_map: Open, tmp_path: Path, name: str, cell: str
) -> None:
    page = open_map(small({"0420": name})).page
    lines = _take(page, "csv", tmp_path).read_bytes().decode("utf-8").split("\r\n")
    assert lines[1] == f"{cell};0420;Syddanmark;etableret;nej (eller uformelt)"


def test_the_workbook_has_the_answers_in_words_the_totals_in_numbers_and_what_it_is_of(
    open_map: Open, tmp_path: Path
) -> None:
    book = _workbook(_take(open_map(small()).page, "xlsx", tmp_path))
    assert book.sheetnames == ["Svar", "I alt", "Om tabellen"]
    assert _rows(book, "Svar") == [
        HEAD,
        ["Assens", "0420", "Syddanmark", "etableret", "nej (eller uformelt)"],
        ["Esbjerg", "0561", "Syddanmark", "uformelt", "planlagt"],
        ["Odense", "0461", "Syddanmark", "etableret", "etableret"],
        ["Ærø", "0492", "Syddanmark", "intet svar", "ikke spurgt"],
    ]
    assert _rows(book, "I alt")[1:] == [
        ["Faglige", 2, 1, 0, 0, 1, 0, 4, 3, 50, 75],
        ["Virksomheder", 1, 0, 1, 1, 0, 1, 3, 3, 33.3, 33.3],
    ]
    assert ["Vist", "Oversigt · alle områder"] in _rows(book, "Om tabellen")


def test_a_sheets_head_stays_in_sight_and_filters(open_map: Open, tmp_path: Path) -> None:
    sheet = _workbook(_take(open_map(small()).page, "xlsx", tmp_path))["Svar"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet["A1"].font.bold) == ("A2", "A1:E5", True)


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "=1+1"),
        ("Æblerød \U0001f600 & <b>\"'", "Æblerød \U0001f600 & <b>\"'"),
        ("to\r\nlinjer ", "to\nlinjer "),
        ("x" * 10_000, "x" * 10_000),
        ("y" * 40_000, "y" * 32_766 + "…"),
        ("\U0001f600" * 20_000, "\U0001f600" * 16_383 + "…"),
        ("klokke\x07", "klokke\ufffd"),
    ],
    ids=["formula", "signs", "lines", "long", "too long", "too long in pairs", "control"],
)
def test_excel_gets_every_text_as_a_text_as_long_as_a_cell_may_be(
    open_map: Open, tmp_path: Path, name: str, cell: str
) -> None:
    found = _workbook(_take(open_map(small({"0420": name})).page, "xlsx", tmp_path))["Svar"]["A2"]
    assert (found.value, found.data_type) == (cell, "s")


def test_the_same_view_gives_the_same_bytes_twice(open_map: Open, tmp_path: Path) -> None:
    page = open_map(small()).page
    for entry in ENTRIES:
        first = _take(page, entry, tmp_path).read_bytes()
        assert _take(page, entry, tmp_path).read_bytes() == first


def test_the_networks_table_has_one_row_for_each_claim_that_is_drawn(open_map: Open, tmp_path: Path) -> None:
    page = open_map(small()).page
    _choose(page, view="network")
    source = ["KKR Syddanmark 2015", "20-22"]
    assert _rows(_workbook(_take(page, "xlsx", tmp_path)), "Medlemskaber") == [
        ["Forum", "Kommune", "Grundlag", "Oplyst af", "Kilderne er uenige", "Kilde", "Linjer"],
        ["Fynsk råd", "Assens", "siger det selv", "Assens", "nej", *source],
        ["Fynsk råd", "Odense", "siger det selv", "Odense", "ja", *source],
        ["Fynsk råd", "Ærø", "nævnt af andre", "Odense", "nej", *source],
        ["Virksomhedsnet", "Odense", "siger det selv", "Odense", "nej", *source],
    ]


def test_a_table_is_filtered_as_its_view_is(open_map: Open, tmp_path: Path) -> None:
    page = open_map(small()).page
    _choose(page, view="network", basis=["named_by_other"])
    book = _workbook(_take(page, "xlsx", tmp_path))
    assert [row[:2] for row in _rows(book, "Medlemskaber")[1:]] == [["Fynsk råd", "Ærø"]]
    assert ["Vist", "Netværk · alle områder · medlemskab: nævnt af andre"] in _rows(book, "Om tabellen")


def test_the_places_table_has_the_chosen_area_and_where_a_municipality_lies(open_map: Open, tmp_path: Path) -> None:
    page = open_map(small()).page
    _choose(page, view="places", area="companies")
    head, assens, *_ = _rows(_workbook(_take(page, "xlsx", tmp_path)), "Kommuner")
    assert head == ["Kommune", "Kommunekode", "KKR", "Virksomheder", "Længdegrad", "Breddegrad"]
    assert assens[:4] == ["Assens", "0420", "Syddanmark", "nej (eller uformelt)"]
    assert all(isinstance(degrees, float) for degrees in assens[4:])


def _svg(path: Path) -> tuple[ElementTree.Element, list[str]]:
    root = ElementTree.fromstring(path.read_bytes())  # noqa: S314  (written by the page under test)
    return root, [one.text or "" for one in root.iter(f"{SVG}text")]


def test_the_svg_says_what_it_shows_where_it_comes_from_and_what_its_signs_mean(open_map: Open, tmp_path: Path) -> None:
    page = open_map(small()).page
    page.evaluate("forumgraph.store.set({ kkr: ['Syddanmark'] })")
    root, texts = _svg(_take(page, "svg", tmp_path))
    assert root.findtext(f"{SVG}title") == "Kommunernes fora om beskæftigelse"
    assert texts[:2] == ["Kommunernes fora om beskæftigelse", "Oversigt · alle områder · KKR Syddanmark"]
    assert any("opgjort pr. 20. august 2015" in text for text in texts)
    assert {"etableret", "uformelt", "planlagt", "nej", "nej *", "intet svar", "ikke spurgt"} <= set(texts)
    assert {"2 af 4 (50–75 %)", "3 har svaret", "1 af 3 (33 %)"} <= set(texts)


def test_a_legend_has_only_what_occurs(open_map: Open, tmp_path: Path) -> None:
    _, texts = _svg(_take(open_map(small({"0700": "Randers"})).page, "svg", tmp_path))
    assert texts.count("etableret") == len(AREAS) + 1
    assert {"uformelt", "planlagt", "nej", "intet svar", "ikke spurgt"}.isdisjoint(texts)


def test_the_views_without_totals_say_the_chosen_areas_figure_in_words(open_map: Open, tmp_path: Path) -> None:
    page = open_map(small()).page
    _choose(page, view="network", area="unions")
    _, texts = _svg(_take(page, "svg", tmp_path))
    assert texts[1] == "Netværk · Faglige · etableret: 2 af 4 (50–75 %), 3 har svaret"


def test_what_is_chosen_is_named_under_the_title(open_map: Open, tmp_path: Path) -> None:
    page = open_map(small()).page
    page.evaluate("forumgraph.store.choose('c:0561:companies')")
    _, texts = _svg(_take(page, "svg", tmp_path))
    assert texts[1] == "Oversigt · alle områder · fremhævet: Esbjerg, Virksomheder"


def test_the_places_without_an_area_say_what_their_shades_mean(open_map: Open, tmp_path: Path) -> None:
    page = open_map(small()).page
    _choose(page, view="places")
    _, texts = _svg(_take(page, "svg", tmp_path))
    assert "jo mørkere, jo flere områder med et etableret forum" in texts


@pytest.mark.parametrize("view", ["matrix", "network", "places"])
def test_hostile_names_leave_the_svg_whole_and_without_style_or_script(
    open_map: Open, tmp_path: Path, view: str
) -> None:
    page = open_map(small({"0420": HOSTILE, "0561": "x" * 10_000}, HOSTILE)).page
    _choose(page, view=view)
    root, texts = _svg(_take(page, "svg", tmp_path))
    assert {one.tag for one in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "path", "rect", "text")
    }
    assert not [one for one in root.iter() if "style" in one.attrib]
    assert max(map(len, texts)) < 250


def _size(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


@pytest.mark.parametrize("view", ["matrix", "network", "places"])
def test_the_png_is_the_svg_at_twice_its_size(open_map: Open, tmp_path: Path, view: str) -> None:
    page = open_map(small()).page
    _choose(page, view=view)
    root, _ = _svg(_take(page, "svg", tmp_path))
    expected = tuple(2 * int(root.attrib[side]) for side in ("width", "height"))
    assert _size(_take(page, "png", tmp_path).read_bytes()) == expected


def test_a_picture_of_very_many_rows_is_made_smaller_rather_than_empty(open_map: Open, tmp_path: Path) -> None:
    many = {f"{1000 + n}": f"Kommune {n}" for n in range(400)}
    png = _take(open_map(small(many)).page, "png", tmp_path).read_bytes()
    assert max(_size(png)) <= 8192
    assert len(png) > 100_000


def test_the_menu_is_opened_and_closed_by_keyboard_and_gives_the_focus_back(open_map: Open) -> None:
    page = open_map(small()).page
    opener = page.get_by_role("button", name="Gem og del")
    opener.focus()
    page.keyboard.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.textContent") == "Billede (PNG)"
    page.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.textContent") == "Gem og del"


def test_a_press_elsewhere_closes_the_menu(open_map: Open) -> None:
    page = open_map(small()).page
    page.get_by_role("button", name="Gem og del").click()
    page.locator("h1").click()
    assert page.get_by_role("button", name="Udskriv").count() == 0


def test_the_address_of_the_view_is_copied(open_map: Open) -> None:
    page = open_map(small(), permissions=["clipboard-read", "clipboard-write"]).page
    _choose(page, area="companies")
    page.get_by_role("button", name="Gem og del").click()
    page.get_by_role("button", name="Kopiér adresse til visningen").click()
    page.get_by_text("Adressen er kopieret.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url.endswith("#a=companies")


def test_where_nothing_can_be_copied_the_address_is_shown_and_marked(open_map: Open) -> None:
    page = open_map(small()).page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")  # as an old browser has it
    page.get_by_role("button", name="Gem og del").click()
    page.get_by_role("button", name="Kopiér adresse til visningen").click()
    field = page.get_by_label("Adresse til visningen", exact=True)
    field.wait_for()
    assert field.input_value() == page.url
    assert field.evaluate("field => field.selectionEnd - field.selectionStart") == len(page.url)


def _printed(page: Page) -> list[list[str]]:
    """Return the texts of each sheet, as they stand just before the page is printed."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheets = page.locator(".sheets svg")
    return [sheet.locator("text").all_text_contents() for sheet in sheets.all()]


def test_a_print_is_the_whole_matrix_the_network_and_the_tiles_and_nothing_else(open_map: Open) -> None:
    page = open_map(small()).page
    matrix, network, tiles = _printed(page)
    assert set(TOWNS.values()) <= set(matrix)
    assert tiles.count("Assens") == 3  # the tile, and the point of the map with its halo
    assert (network[1], tiles[1]) == ("Netværk · alle områder", "Geografi · alle områder")
    page.emulate_media(media="print")
    shown = page.evaluate("[...document.body.children].filter(one => one.checkVisibility()).map(one => one.className)")
    assert shown == ["sheets"]
    assert page.locator("canvas:visible").count() == 0


def test_after_the_print_the_page_is_as_before(open_map: Open) -> None:
    page = open_map(small()).page
    before = page.content()
    _printed(page)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.content() == before


@pytest.mark.parametrize(("towns", "pages"), [(4, 3), (30, 3), (31, 4), (75, 5)])
def test_chromium_prints_each_sheet_on_an_a4_page_across(open_map: Open, towns: int, pages: int) -> None:
    page = open_map(small({f"{1000 + n}": f"Kommune {n}" for n in range(towns)}), color_scheme="dark").page
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == pages
    sizes = {
        tuple(round(float(side)) for side in box.split()[2:]) for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf)
    }
    assert sizes == {(842, 595)}
    assert page.locator(".sheets").count() == 0


def test_a_long_matrix_repeats_its_heads_and_has_every_municipality_once(open_map: Open) -> None:
    names = [f"Kommune {n}" for n in range(75)]
    *matrix, _, _ = _printed(open_map(small({f"{1000 + n}": name for n, name in enumerate(names)})).page)
    assert [texts.count("Kommune") for texts in matrix] == [1, 1, 1]
    assert [f"Side {n} af 3" in texts for n, texts in enumerate(matrix, start=1)] == [True, True, True]
    assert [text for texts in matrix for text in texts if text in names] == names
    assert ["75 af 75 (100 %)" in texts for texts in matrix] == [False, False, True]
