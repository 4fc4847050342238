"""On the small map no name meets another and none leaves the picture, whatever the names are."""

from __future__ import annotations

import itertools

import pytest

from forumgraph.maps.pages.held import Held
from forumgraph.maps.pages.neighbours import around_forum, around_town
from forumgraph.maps.pages.picture import MOST, Sign, pictures
from maps.pages.builders import crowd, region

NAMES = ("Rekrutteringsforum for bygge og anlæg i Trekantområdet og på Fyn", "LAU", "Sammenhængskraftværk" * 600)


def signs(n: int) -> list[Sign]:
    return [Sign(k % 2 == 0, NAMES[k % 3], f"{k}.html", after="(+8)" if k % 2 else "") for k in range(n)]


@pytest.mark.parametrize("n", range(1, MOST + 1))
def test_no_two_names_meet_and_none_leaves_the_picture(n: int) -> None:
    for picture in pictures(Sign(True, "Faaborg-Midtfyn", ""), signs(n)):
        for spot in picture.around:
            assert spot.left >= 0
            assert spot.left + spot.width <= picture.width
            assert picture.row / 2 <= spot.y <= picture.height - picture.row / 2
        for one, other in itertools.combinations(picture.around, 2):
            apart = abs(one.y - other.y) >= picture.row
            beside = one.left + one.width <= other.left or other.left + other.width <= one.left
            assert apart or beside, (one, other)


@pytest.mark.parametrize("n", range(1, MOST + 1))
def test_the_sign_in_the_middle_is_free(n: int) -> None:
    wide, _ = pictures(Sign(True, "Faaborg-Midtfyn", ""), signs(n))
    for spot in wide.around:
        assert abs(spot.y - wide.middle.y) > 24 + 14 or abs(spot.x - wide.middle.x) > 66 + 14


def test_neighbours_stand_clockwise_from_the_top_right() -> None:
    wide, _ = pictures(Sign(False, "Midt", ""), [Sign(True, str(k), "") for k in range(4)])
    assert [(spot.anchor, spot.y < wide.middle.y) for spot in wide.around] == [
        ("start", True),
        ("start", False),
        ("end", False),
        ("end", True),
    ]


def test_the_number_behind_a_name_is_never_cut_off() -> None:
    for picture in pictures(Sign(True, "Midt", ""), [Sign(False, name, "", after="(+12)") for name in NAMES]):
        assert [spot.lines[-1].endswith("(+12)") for spot in picture.around] == [True, True, True]


def test_a_municipality_has_its_fora_around_it_with_the_number_of_other_members() -> None:
    held = Held(region(), "da")
    small = around_town(held.towns["510"], held)
    assert small is not None
    assert [
        (spot.sign.name, spot.sign.number, spot.sign.after, spot.sign.basis) for spot in small.pictures[0].around
    ] == [
        ("Rådet for socialt ansvarlige virksomheder i Sønderjylland", "1·5·6", "(+1)", "inferred"),
        ("Forum for Rekruttering og Beskæftigelse i Haderslev", "1·6", "", "self_reported"),
        ("VEU-center Syd – centerråd", "3", "(+1)", "named_by_other"),
        ("Sønderjysk jobcentersamarbejde", "4", "(+1)", "self_reported"),
        ("Grænsependlerrådgivningen", "4·5", "(+1)", "self_reported"),
        ("7-kommunesamarbejdet", "4·6", "(+7)", "self_reported"),
    ]
    assert small.title == "Haderslev og de 6 fora, kommunen er regnet med i. 1 af dem er udledt og tæller ikke med."


def test_a_forum_has_its_members_around_it_but_not_those_stated_as_out() -> None:
    held = Held(region(), "da")
    small = around_forum(held.forums["vest"], held)
    assert small is not None
    assert [spot.sign.name for spot in small.pictures[0].around] == ["Esbjerg"]
    assert small.title == "Vestkystens rekrutteringsforum og den ene kommune, der er regnet med."


def test_of_more_than_fit_the_largest_are_drawn_and_a_sentence_says_so() -> None:
    held = Held(crowd(30), "da")
    small = around_town(held.towns["510"], held)
    assert small is not None
    drawn = [spot.sign.name for spot in small.pictures[0].around]
    assert len(drawn) == MOST
    assert "Rekrutteringsforum nummer 11 for bygge og anlæg" in drawn  # ten others
    assert "Rekrutteringsforum nummer 0 for bygge og anlæg" not in drawn  # nobody else
    assert small.rest == "Her er tegnet de 24 største af 30; alle står nedenfor."


def test_where_nobody_is_counted_in_there_is_no_picture() -> None:
    held = Held(region(), "da")
    assert around_forum(held.forums["ny"], held) is None
