"""The communities that a large map opens with, on the page that is made of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from forumgraph.maps.groups import OVERVIEW, groups, size
from forumgraph.maps.layout import lay_out
from forumgraph.maps.model import MapData

from .builders import FUNEN, SOUTH, MapBuilder, southern_denmark

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Opened


def large() -> MapData:
    """Return two circles of municipalities that never meet, with more fora than are drawn at once."""
    build = MapBuilder()
    for code, name in (("0461", "Odense"), ("0450", "Nyborg"), ("0510", "Haderslev"), ("0540", "Sønderborg")):
        build.town(code, name)
    build.forum("fyn", "Fynsk forum", "companies").member("fyn", "0461", "0450")
    build.forum("syd", "Sønderjysk forum", "unions").member("syd", "0510", "0540")
    data = build.data()
    north, south = data.forums
    copies = [replace(north if n % 3 else south, id=f"f{n}", name=f"Forum {n}") for n in range(OVERVIEW)]
    claims = [
        replace(claim, forum=each.id)
        for n, each in enumerate(copies)
        for claim in data.memberships
        if claim.forum == ("fyn" if n % 3 else "syd")
    ]
    return replace(data, forums=(*data.forums, *copies), memberships=(*data.memberships, *claims))


LARGE = large()


def test_a_map_that_can_be_drawn_at_once_has_no_communities() -> None:
    data = southern_denmark()
    assert size(data) <= OVERVIEW
    assert groups(data, lay_out(data)).groups == ()


def test_municipalities_that_meet_are_one_community_and_each_forum_is_in_one() -> None:
    found = groups(LARGE, lay_out(LARGE))
    assert [(group.name, group.towns, group.forums) for group in found.groups] == [
        ("Nyborg", 2, 6667),
        ("Haderslev", 2, 3335),
    ]
    assert found.towns == {"0461": 0, "0450": 0, "0510": 1, "0540": 1}
    assert (found.forums["fyn"], found.forums["syd"]) == (0, 1)
    assert set(FUNEN) & set(found.towns) != set() != set(SOUTH) & set(found.towns)


@pytest.mark.browser
def test_a_community_opens_and_the_list_leads_back_to_all(open_map: Callable[..., Opened]) -> None:
    page = open_map(LARGE, address="#v=network").page
    choice = page.locator("#view-network select")
    assert choice.locator("option").all_inner_texts() == ["Alle grupper", "Nyborg m.fl.", "Haderslev m.fl."]
    page.evaluate("forumgraph.ready")
    spot = page.evaluate("forumgraph.net.vis.canvasToDOM(forumgraph.data.groups[1])")
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    expect(choice).to_have_value("1")
    assert page.evaluate("[...forumgraph.store.shown.towns]") == ["m:0510", "m:0540"]
    assert page.evaluate("forumgraph.store.shown.forums.size") == 3335
    choice.select_option("-1")
    assert page.evaluate("forumgraph.store.shown.towns.size") == 4
    page.fill("#search", "fynsk forum")
    page.keyboard.press("Enter")
    expect(choice).to_have_value("0")
