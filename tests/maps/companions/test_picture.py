"""The picture, looked at through its pixels and through what it wrote where."""

from __future__ import annotations

import base64
import io
from dataclasses import replace

import pytest
from PIL import Image

from forumgraph.maps.branding import Branding
from forumgraph.maps.companions import hulls, picture
from forumgraph.maps.companions.canvas import WIDTH, Box, Canvas, broken, drawable, width, wrapped
from forumgraph.maps.look import STATUS
from forumgraph.maps.model import MapArea, MapCircle, MapData
from maps.companions.builders import Places, places, region, small


def drawn(data: MapData, branding: Branding | None = None, language: str = "da") -> Image.Image:
    content = picture(data, places(data), language, branding or Branding())
    return Image.open(io.BytesIO(content)).convert("RGB")


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Box]]:
    """Every line of text of the picture with the room that it takes, noted as it is written."""
    found: list[tuple[str, Box]] = []
    write = Canvas.text

    def note(self: Canvas, at: tuple[float, float], text: str, size: float, *rest: object, **look: object) -> None:
        wide = width(text, size, bold=bool(look.get("bold")))
        left = at[0] - {"left": 0.0, "center": wide / 2}[str(look.get("align", "left"))]
        found.append((text, (left, at[1] - size * 0.13, left + wide, at[1] + size * 0.13)))
        write(self, at, text, size, *rest, **look)  # type: ignore[arg-type]

    monkeypatch.setattr(Canvas, "text", note)
    return found


def texts(written: list[tuple[str, Box]]) -> list[str]:
    return [text for text, _ in written]


def test_the_sheet_is_a4_across_and_grows_with_many_municipalities() -> None:
    assert drawn(small()).size == (2400, 1696)
    wide, high = drawn(region(98, 150)).size
    assert wide == 2400
    assert high > 3000


def test_the_same_data_give_the_same_bytes() -> None:
    once, again = (picture(small(), places(small()), "da", Branding()) for _ in range(2))
    assert once == again
    assert b"matplotlib" not in once.lower()


def test_title_answers_totals_legend_source_and_date_are_written(written: list[tuple[str, Box]]) -> None:
    drawn(small())
    said = texts(written)
    for text in (
        "Kommunernes fora om beskæftigelse",
        "Undersøgelse i Syddanmark · opgjort pr. 20. august 2015",
        "● etableret *",
        "· ikke spurgt",
        "2 af 3",
        "(67–100 %)",
        "2 har svaret",
        "nævnt af andre",
        "Kilde: Undersøgelse i Syddanmark (kilde-2015, 20. august 2015)",
        "Fynsk",
    ):
        assert any(text in each for each in said), text


def test_a_municipality_outside_the_rounds_is_on_the_map_and_not_in_the_matrix(written: list[tuple[str, Box]]) -> None:
    drawn(small())
    assert texts(written).count("Odense") == 2
    assert texts(written).count("Lolland") == 1


def circled() -> MapData:
    data = region()
    codes = [town.code for town in data.municipalities]
    circles = tuple(
        MapCircle(f"c{n}", f"Kreds {n}", tuple(codes[n * 5 : n * 5 + size]), ()) for n, size in enumerate((5, 3, 2))
    )
    return replace(data, circles=circles)


def of_one_area() -> MapData:
    data = small()
    return replace(
        data,
        areas=data.areas[:1],
        municipalities=tuple(replace(one, answers=one.answers[:1]) for one in data.municipalities),
        forums=tuple(replace(one, areas=("education",)) for one in data.forums),
    )


def of_one_town() -> MapData:
    data = small()
    odense = tuple(town for town in data.municipalities if town.name == "Odense")
    own = tuple(claim for claim in data.memberships if claim.municipality == "0461")
    return replace(data, municipalities=odense, memberships=own, forums=data.forums[:1], circles=())


MAPS = [small(), region(), region(98, 150), circled(), of_one_area(), of_one_town()]


@pytest.mark.parametrize("data", MAPS, ids=["small", "region", "country", "circled", "one-area", "one-town"])
def test_no_text_lies_on_another_or_runs_over_the_edge(data: MapData, written: list[tuple[str, Box]]) -> None:
    height = drawn(data).height * WIDTH / 2400
    inside = [
        text
        for text, (left, top, right, bottom) in written
        if not (left >= 0 and top >= 0 and right <= WIDTH and bottom <= height)
    ]
    assert inside == []
    boxes = [(text, box) for text, box in written if text.strip()]
    overlaps = [
        (first, second)
        for number, (first, one) in enumerate(boxes)
        for second, other in boxes[number + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert overlaps == []


def test_a_name_is_written_whole_or_not_at_all(written: list[tuple[str, Box]]) -> None:
    named = replace(small().forums[0], name="Ord " * 400)
    drawn(replace(small(), forums=(named, *small().forums[1:])))
    assert not any("Ord" in text for text in texts(written))
    assert any("2 af 3 fora har navn på billedet" in text for text in texts(written))


def test_a_circle_of_three_who_were_asked_is_named_and_the_others_are_counted(written: list[tuple[str, Box]]) -> None:
    drawn(circled())
    assert [text for text in texts(written) if text.startswith("Kreds")] == ["Kreds 0", "Kreds 1"]
    assert any("1 kreds er ikke tegnet" in text for text in texts(written))


def test_an_outline_stays_inside_the_picture() -> None:
    data = circled()
    spots = {code: (WIDTH - 20 + n, 50.0) for n, code in enumerate(data.circles[0].members)}
    (first, *_) = hulls.hulls(replace(data, circles=data.circles[:1]), spots)
    assert max(x for x, _ in first.outline) <= max(x for x, _ in spots.values()) + hulls.AIR[0]


def test_a_municipality_without_a_row_in_an_areas_latest_round_was_not_asked(written: list[tuple[str, Box]]) -> None:
    data = of_one_town()
    town = replace(data.municipalities[0], answers=data.municipalities[0].answers[:1])
    drawn(replace(data, municipalities=(town,)))
    assert "· ikke spurgt" in texts(written)


def test_the_legend_has_only_what_occurs(written: list[tuple[str, Box]]) -> None:
    drawn(of_one_town())
    said = texts(written)
    assert [
        word for word in ("etableret", "planlagt", "nej", "intet svar", "siger det selv", "udledt") if word in said
    ] == [
        "etableret",
        "planlagt",
        "siger det selv",
    ]


def test_the_few_fora_of_one_municipality_are_named(written: list[tuple[str, Box]]) -> None:
    drawn(of_one_town())
    assert "Fynsk uddannelsesforum" in texts(written)


def test_fora_without_known_members_stand_under_a_caption(written: list[tuple[str, Box]]) -> None:
    drawn(small())
    said = texts(written)
    assert said.index("Fora uden kendte medlemmer") < said.index("Jobmessen")


def test_too_many_fora_are_counted_in_words(written: list[tuple[str, Box]]) -> None:
    drawn(region(22, 700))
    assert any("600 af 700 fora er tegnet: dem med flest medlemmer" in text for text in texts(written))


def test_statuses_stay_apart_in_grey() -> None:
    grey = sorted(Image.new("RGB", (1, 1), look.fill).convert("L").getpixel((0, 0)) for look in STATUS.values())
    borders = {(look.fill, look.line, look.dashes) for look in STATUS.values()}
    assert len(borders) == len(STATUS)
    assert grey[1] - grey[0] > 90


HOSTILE = ["$x^2$ \\frac", "<b>&amp;", "\u202etxet", "🎉 fest", "a\nb\x00c", "W" * 10_000, "\ud800", ""]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_no_name_breaks_the_picture(name: str) -> None:
    data = small()
    town, *others = data.municipalities
    area, *areas = data.areas
    data = replace(
        data,
        municipalities=(replace(town, name=name), *others),
        areas=(MapArea(area.id, name), *areas),
        forums=(replace(data.forums[0], name=name), *data.forums[1:]),
        rounds=(replace(data.rounds[0], title=name),),
    )
    assert drawn(data, Branding(title=name, subtitle=name)).width == 2400


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_map_of_nothing_says_so(language: str, written: list[tuple[str, Box]]) -> None:
    empty = replace(small(), areas=(), municipalities=(), forums=(), memberships=(), seats=(), circles=())
    content = picture(empty, Places(), language, Branding())
    assert Image.open(io.BytesIO(content)).width == 2400
    wanted = {"da": "Der er ingen kommuner og ingen fora", "en": "There are no municipalities and no fora"}[language]
    assert any(text.startswith(wanted) for text in texts(written))


def test_the_brand_gives_title_colours_and_logo() -> None:
    red = io.BytesIO()
    Image.new("RGB", (40, 20), "#ff0000").save(red, "PNG")
    logo = f"data:image/png;base64,{base64.b64encode(red.getvalue()).decode()}"
    plain = drawn(small())
    dressed = drawn(small(), Branding("Vores fora", "Til mødet", logo, "#7a1f5c", {"education": "#00ffff"}))
    colours = {colour for _, colour in dressed.getcolors(10**7) or []}
    assert {(255, 0, 0), (0x7A, 0x1F, 0x5C), (0, 255, 255)} <= colours
    assert (0x7A, 0x1F, 0x5C) not in {colour for _, colour in plain.getcolors(10**7) or []}


def test_letters_that_the_font_lacks_are_shown_as_missing() -> None:
    assert drawable("Ærø 🎉\u202e") == "Ærø ��"


def test_what_does_not_fit_ends_in_dots() -> None:
    lines = wrapped("Fælles fynsk beskæftigelsesforum for alle", 20, 7, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(width(line, 7) <= 20 for line in lines)


def test_a_word_too_long_for_its_column_is_broken_and_nothing_of_it_is_lost() -> None:
    parts = broken("Uddannelsesinstitutioner", 15, 6.6).split()
    assert len(parts) > 1
    assert "".join(part.removesuffix("-") for part in parts) == "Uddannelsesinstitutioner"
    assert all(width(part, 6.6, bold=True) <= 15 for part in parts)
