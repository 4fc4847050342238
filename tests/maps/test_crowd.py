"""Fora too small for a number are drawn together, and each looks as it would alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from forumgraph.maps.look import area_colour
from forumgraph.maps.model import MapData

from .builders import AREAS, southern_denmark

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Opened

pytestmark = pytest.mark.browser

#: The colour in the middle of some things, as the screen has it.
MIDDLES = """nodes => {
  const canvas = document.querySelector('#canvas canvas');
  const { width, data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const share = canvas.width / canvas.clientWidth;
  return nodes.map((node) => {
    const { x, y } = forumgraph.net.vis.canvasToDOM(forumgraph.store.thing(node).spot);
    const at = 4 * (Math.round(y * share) * width + Math.round(x * share));
    return '#' + [...data.slice(at, at + 3)].map((one) => one.toString(16).padStart(2, '0').toUpperCase()).join('');
  });
}"""


def crowd() -> MapData:
    """Return the map of the south with so many fora without members, a row of each area, that none has a number."""
    data = southern_denmark()
    first = replace(data.forums[0], facts=(), conflicts=(), tiers=())
    more = [replace(first, id=f"f{n}", name=f"Forum {n}", areas=(AREAS[n % 6].id,)) for n in range(500)]
    return replace(data, forums=(*data.forums, *more))


NODES = [f"f:f{n}" for n in range(12)]
COLOURS = [area_colour(n % 6).upper() for n in range(12)]


def middles(opened: Opened) -> list[str]:
    opened.page.evaluate("forumgraph.ready")
    found: list[str] = opened.page.evaluate(MIDDLES, NODES)
    return found


def test_each_has_the_colour_of_its_area(open_map: Callable[..., Opened]) -> None:
    assert middles(open_map(crowd(), address="#v=network")) == COLOURS


def test_what_is_not_chosen_fades(open_map: Callable[..., Opened]) -> None:
    opened = open_map(crowd(), address="#v=network&x=f:f3")
    opened.page.click("#fit")
    faded = middles(opened)
    assert [one == other for one, other in zip(faded, COLOURS, strict=True)] == [n == 3 for n in range(12)]
