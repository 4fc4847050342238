"""Who stands on a small map: a municipality's fora, or a forum's municipalities. It places and draws nothing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from forumgraph.maps.links import DRAWN
from forumgraph.maps.look import area_colour
from forumgraph.maps.pages.held import Held, Link, strongest
from forumgraph.maps.pages.picture import MOST, Picture, Sign, pictures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.maps.model import MapForum, MapMunicipality
    from forumgraph.maps.pages.held import Claims

T = TypeVar("T")

_NO_COLOUR = "#d3d6da"  # a forum in no area of the map
_NUMBERS = 3  # areas' numbers that fit a circle


@dataclass(frozen=True)
class SmallMap:
    """The map for a desk and for a phone, what it shows in a sentence, and its legend's bases, areas and statuses."""

    pictures: tuple[Picture, Picture]
    title: str
    rest: str
    bases: tuple[str, ...]
    areas: tuple[str, ...]
    statuses: tuple[str, ...]
    counts: bool  # whether a number stands behind a name
    contested: bool  # whether sources differ on something that it shows


def around_town(town: MapMunicipality, held: Held) -> SmallMap | None:
    """Return the map of a municipality and the fora that it is counted into; None where there are none."""
    found = {forum: strongest(claims) for forum, claims in held.of_town[town.code].items()}
    bodies = sorted(held.in_order(id_ for id_, basis in found.items() if basis), key=lambda one: _areas(one, held))
    sized = [(len(held.members(one.id)), one) for one in bodies]
    kept = _largest(sized)
    disputed = {body.id for body, _ in held.conflicts[town.name]} | _disputed(held.of_town[town.code])
    signs = [
        replace(_forum(one, held, found[one.id] or "", town.code), contested=one.id in disputed) for _, one in kept
    ]
    title = held.text("pages.map.town", name=_plain(held.town_link(town)), n=len(bodies))
    middle = _town(town, held, "")
    return _small(
        middle, signs, [one for _, one in kept], (title, _rest(bodies, kept, held, "forums"), _inferred(found)), held
    )


def around_forum(body: MapForum, held: Held) -> SmallMap | None:
    """Return the map of a forum and the municipalities that are counted in; None where there are none."""
    found = {code: strongest(claims) for code, claims in held.of_forum[body.id].items()}
    towns = sorted((held.towns[code] for code, basis in found.items() if basis), key=held.rank)
    kept = _largest([(held.joined(one.code), one) for one in towns])
    disputed = _disputed(held.of_forum[body.id])
    signs = [replace(_town(one, held, found[one.code] or ""), contested=one.code in disputed) for _, one in kept]
    title = held.text("pages.map.forum", name=_plain(held.forum_link(body.id)), n=len(towns))
    middle = _forum(body, held, "")
    return _small(middle, signs, [body], (title, _rest(towns, kept, held, "towns"), _inferred(found)), held)


def _inferred(found: Mapping[str, str | None]) -> int:
    return sum(basis == "inferred" for basis in found.values())


def _apart(inferred: int, held: Held) -> str:
    """Say how many are drawn that do not count."""
    return held.text("pages.map.inferred_n", n=inferred) if inferred else ""


def _disputed(claims: Claims) -> set[str]:
    """Return those whose place sources differ on."""
    return {other for other, each in claims.items() if any(claim.contested for claim in each)}


def _small(
    middle: Sign, signs: list[Sign], bodies: list[MapForum], said: tuple[str, str, int], held: Held
) -> SmallMap | None:
    if not signs:
        return None
    used = {area for one in bodies for area in one.areas}
    bases = {sign.basis for sign in signs}
    statuses = {one.status for one in bodies} - {"existing"}
    return SmallMap(
        pictures=pictures(middle, signs),
        title=" ".join(each for each in (said[0], _apart(said[2], held)) if each),
        rest=said[1],
        bases=tuple(one for one in DRAWN if one in bases),
        areas=tuple(area.id for area in held.data.areas if area.id in used),
        statuses=tuple(one for one in ("planned", "proposed", "ended") if one in statuses),
        counts=any(sign.after for sign in signs),
        contested=any(sign.contested for sign in signs),
    )


def _largest(sized: list[tuple[int, T]]) -> list[tuple[int, T]]:
    """Return those that fit, the largest, in the order in which they came."""
    if len(sized) <= MOST:
        return sized
    order = sorted(range(len(sized)), key=lambda n: (-sized[n][0], n))
    return [sized[n] for n in sorted(order[:MOST])]


def _rest(all_: list[T], kept: list[tuple[int, T]], held: Held, kind: str) -> str:
    if len(kept) == len(all_):
        return ""
    return held.text(f"pages.map.rest_{kind}", shown=len(kept), n=len(all_))


def _town(one: MapMunicipality, held: Held, basis: str) -> Sign:
    link = held.town_link(one)
    return Sign(True, _plain(link), link.href, basis=basis)


def _forum(one: MapForum, held: Held, basis: str, beside: str = "") -> Sign:
    """Return the sign of a forum; ``beside`` is the municipality whose fellow members are counted."""
    others = len([code for code in held.members(one.id) if code != beside]) if beside else 0
    link, numbers = held.forum_link(one.id), _areas(one, held)
    return Sign(
        False,
        _plain(link),
        link.href,
        number=_number(numbers),
        colour=area_colour(numbers[0] - 1) if numbers else _NO_COLOUR,
        status=one.status,
        basis=basis,
        after=f"(+{others})" if others else "",
    )


def _areas(one: MapForum, held: Held) -> list[int]:
    return sorted(held.numbers[area] for area in one.areas if area in held.numbers)


def _number(numbers: list[int]) -> str:
    """Return the areas' numbers as they fit a circle: *4·6*, or *1·2…* where they are many."""
    some = numbers if len(numbers) <= _NUMBERS else numbers[: _NUMBERS - 1]
    return "·".join(map(str, some)) + ("…" if len(some) < len(numbers) else "")


def _plain(link: Link) -> str:
    """Return a name without the signs that turn or break a line of text: a picture has no way to keep them inside."""
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") else sign for sign in link.name)
