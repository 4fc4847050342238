"""A file with title, logo and colours: what it may say, and every mistake in it at once, in words."""

from __future__ import annotations

import base64
import struct
from pathlib import Path

import pytest

from forumgraph.maps.branding import Branding, BrandingError, contrast, image_kind, read_branding
from forumgraph.maps.look import AREA_COLOURS, MUNICIPALITY_COLOUR
from forumgraph.texts import Texts

AREAS = ("education", "companies")
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + struct.pack(">II", 40, 20) + b"rest"


def written(folder: Path, text: str, **files: bytes) -> Path:
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    path = folder / "brand.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def said(path: Path, language: str = "en", areas: tuple[str, ...] = AREAS) -> list[str]:
    with pytest.raises(BrandingError) as caught:
        read_branding(path, areas)
    return [line.replace(f"{path}:", "") for line in caught.value.lines(Texts(language))]


def test_a_file_gives_its_values(tmp_path: Path) -> None:
    text = """
title: Fora på  beskæftigelsesområdet
subtitle: Til mødet i KKR
logo: logo.png
colours:
  accent: "#7a1f5c"
  areas: {education: "#E69F00"}
"""
    assert read_branding(written(tmp_path, text, logo_png=PNG), AREAS) == Branding(
        title="Fora på beskæftigelsesområdet",
        subtitle="Til mødet i KKR",
        logo=f"data:image/png;base64,{base64.b64encode(PNG).decode()}",
        accent="#7a1f5c",
        areas={"education": "#E69F00"},
    )


def test_everything_may_be_left_out(tmp_path: Path) -> None:
    assert read_branding(written(tmp_path, "title: Kort\ncolours:\n")) == Branding(title="Kort")


def test_all_mistakes_are_said_at_once_each_with_its_place(tmp_path: Path) -> None:
    text = """titel: Kort
subtitle: [a, b]
logo: mangler.png
colours:
  acent: "#000000"
  accent: "#E69F00"
  areas:
    educaton: "#E69F00"
    companies: blue
"""
    assert said(written(tmp_path, text)) == [
        "1:1: There is nothing called »titel« here. Did you mean »title«?",
        "    Here may stand: title, subtitle, logo, colours.",
        "2:11: Under »subtitle« there must be a text, but there is a list.",
        "    Make it a text.",
        "3:7: The logo »mangler.png« does not exist or cannot be read.",
        "    The path is read from the folder that holds the file with the colours.",
        "5:3: There is nothing called »acent« here. Did you mean »accent«?",
        "    Here may stand: accent, areas.",
        "6:11: The colour #E69F00 is too light for text on white: the contrast is 2.2 to 1 and must be at least "
        "4.5 to 1.",
        "    Choose a darker colour.",
        "8:5: There is no area called »educaton«. Did you mean »education«?",
        "    The areas are: education, companies.",
        "9:16: »blue« is not a colour that can be read.",
        '    Write the colour in quotes as # and six digits or letters a-f, such as "#0072B2".',
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("- a\n", "1:1: Filen skal bestå af nøgler og værdier, men der står en liste."),
        ('title: "  "\n', "1:8: Teksten under »title« er tom."),
        (f"title: {'x' * 121}\n", "1:8: Teksten under »title« er på 121 tegn; der er plads til 120."),
        ("title: 2015\n", "1:8: Under »title« skal der stå en tekst, men der står et helt tal."),
        ("colours: blue\n", "1:10: Under »colours« skal der stå en blok med nøgler og værdier, men der står en tekst."),
        ("colours:\n  accent: #0072B2\n", "2:10: Der står ingen farve under »accent«."),
        ('colours: {accent: "#07B"}\n', "1:19: »#07B« er ikke en farve, der kan læses."),
        (
            'colours: {areas: {education: "#000080"}}\n',
            "1:30: Farven #000080 er for mørk til, at tallet i cirklen kan læses: kontrasten er 1.0 til 1, og den "
            "skal være mindst 3 til 1.",
        ),
        (
            'colours: {areas: {education: "#E69F00", companies: "#e69f00"}}\n',
            "1:52: Farven #e69f00 er allerede brugt til området »education«.",
        ),
        ("logo: brand.yaml\n", "1:7: Logoet »brand.yaml« er ikke et billede, som siden kan vise."),
        ("logo: large.png\n", "1:7: Logoet »large.png« er på 201 KB; det må højst være på 200 KB."),
        ("logo: wide.png\n", "1:7: Logoet »wide.png« har for mange billedpunkter; det må højst være 4000 på hver led."),
        ("logo: .\n", "1:7: Logoet ».« findes ikke eller kan ikke læses."),
        ('logo: "a\\0b"\n', "1:7: Logoet »a\\u0000b« findes ikke eller kan ikke læses."),
    ],
)
def test_a_mistake_is_one_sentence_with_its_place(text: str, first: str, tmp_path: Path) -> None:
    wide = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + struct.pack(">II", 30_000, 30_000)
    path = written(tmp_path, text, large_png=PNG.ljust(200_500, b"\0"), wide_png=wide)
    assert said(path, "da")[0] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("title: 'open\n", "1:8: This cannot be read as YAML: the quotation mark is never closed."),
        ("title: a\ntitle: b\n", "2:1: "),
        ("", " "),
        ("title: &x a\n", "1:8: "),
    ],
)
def test_what_is_no_yaml_is_said_as_in_the_data(text: str, first: str, tmp_path: Path) -> None:
    lines = said(written(tmp_path, text))
    assert len(lines) == 2
    assert lines[0].startswith(first)


def test_without_a_list_of_areas_any_area_is_taken(tmp_path: Path) -> None:
    text = 'colours: {areas: {housing: "#E69F00"}}\n'
    assert read_branding(written(tmp_path, text)).areas == {"housing": "#E69F00"}


def test_a_file_that_cannot_be_read_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_branding(tmp_path / "nothing.yaml")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "png"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"GIF89a\x01\x00\x01\x00", "gif"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg+xml"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a --><!DOCTYPE svg>\n<svg/>", "svg+xml"),
        (b"<svgx/>", None),
        (b"<!-- -->" * 20_000 + b"<html/>", None),
        (b"<html><svg/></html>", None),
        (b"", None),
    ],
)
def test_what_a_picture_is_follows_from_its_content(content: bytes, kind: str | None) -> None:
    assert image_kind(content) == kind


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_houses_own_colours_pass_the_checks(tmp_path: Path) -> None:
    names = [f"area{number}" for number in range(len(AREA_COLOURS))]
    areas = ", ".join(f'{name}: "{colour}"' for name, colour in zip(names, AREA_COLOURS, strict=True))
    path = written(tmp_path, f'colours: {{accent: "{MUNICIPALITY_COLOUR}", areas: {{{areas}}}}}\n')
    assert read_branding(path).accent == MUNICIPALITY_COLOUR
