"""The page's data block: what stands in it, and that the page makes of it what the map had."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import pytest

from forumgraph.maps.edition import Edition
from forumgraph.maps.labels import ends
from forumgraph.maps.layout import lay_out
from forumgraph.maps.model import MapFact
from forumgraph.maps.payload import payload
from forumgraph.maps.repeated import Once, rows
from forumgraph.maps.search import search_text
from forumgraph.maps.words import Words
from forumgraph.queries.evidence import Evidence

from .builders import ROUND, MapBuilder, southern_denmark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from forumgraph.maps import MapData
    from forumgraph.maps.layout import Layout
    from forumgraph.maps.model import MapCircle, MapForum, MapMembership, MapMoment, MapMunicipality, MapSeat

    from .conftest import Opened

    Open = Callable[..., Opened]


def block_of(data: MapData) -> dict[str, Any]:
    return payload(data, lay_out(data), Edition(), Words(data, "da"))


def test_a_claim_on_membership_is_a_short_row() -> None:
    build = MapBuilder().town("0461", "Odense").town("0450", "Nyborg").forum("f", "Fynsk forum", "companies")
    data = build.member("f", "0461").member("f", "0450", basis="named_by_other", by=("0461",)).data()
    block = block_of(data)
    assert block["memberships"] == [
        ["town", "forum", "round", "by", "evidence", "stands", "basis", "reason", "contested"],
        [1, 1, 1, 3, 1],
        [2, 1, 1, 3, 2, 0, 1],
    ]
    assert block["lists"][2] == ("Odense",)
    assert block["cites"] == [((0, "461-469"),), ((0, "450-458"),), ((0, "656-664"),)]


def test_what_two_fora_say_alike_stands_once() -> None:
    fact = MapFact("reach", "lokalt", (), ())
    build = MapBuilder().town("0461", "Odense").forum("a", "A", facts=(fact,)).forum("b", "B", facts=(fact,))
    block = block_of(build.data())
    assert block["facts"] == [
        ["kind", "text", "round", "by", "evidence"],
        [block["texts"].index("reach") + 1, "lokalt"],
    ]
    at = block["forums"][0].index("facts")
    assert [row[at] for row in block["forums"][1:]] == [[1], [1]]


def test_a_source_that_only_a_membership_cites_is_a_source_of_the_page() -> None:
    data = MapBuilder().town("0461", "Odense").forum("f", "F", "companies").member("f", "0461").data()
    claim = replace(data.memberships[0], evidence=(Evidence("et-andet-papir", "7"),))
    block = block_of(replace(data, memberships=(claim,)))
    assert [source["id"] for source in block["sources"]] == ["et-andet-papir", ROUND]


def test_what_points_to_a_round_that_is_not_on_the_map_is_refused() -> None:
    fact = MapFact("alias", "Effen", (), (), "et-andet-papir")
    data = MapBuilder().forum("f", "F", facts=(fact,)).data()
    with pytest.raises(KeyError, match="et-andet-papir"):
        block_of(data)


def test_a_number_stands_for_a_value_and_0_for_nothing() -> None:
    once: Once[str] = Once()
    assert (once.each(["b", "a", "b", ""]), once.at(None), once.values()) == ([1, 2, 1, 0], 0, ["b", "a"])


def test_rows_have_their_names_above_and_nothing_empty_behind() -> None:
    things = (
        {"a": "x", "b": None, "c": (), "d": 2},
        {"a": 1, "b": [], "c": False, "d": 0},
        {"a": "", "b": 0, "c": 0, "d": 0},
    )
    assert rows(things) == [["a", "b", "c", "d"], ["x", 0, 0, 2], [1], [""]]
    assert rows([]) == []


@pytest.mark.parametrize(
    ("text", "lines", "found"),
    [
        ("Fynsk forum", ("Fynsk", "forum"), [5, 5]),
        ("Administrativ styregruppe (Industrien)", ("Administrativ", "styregruppe", "(Ind…"), [13, 11, -4]),
        ("Forum …", ("Forum", "…"), [5, 1]),
        ("Forum…", ("Forum…",), [6]),
        ("👩🏽 forum i Ærø", ("👩🏽 forum", "i Ærø"), [8, 5]),
        ("to  mellemrum", ("to", "mellemrum"), None),
        ("Beskæftigelsesforumsmøde nu", ("Beskæftigel…", "nu"), None),
    ],
)
def test_lines_of_a_name_are_told_by_their_letters(text: str, lines: tuple[str, ...], found: list[int] | None) -> None:
    assert ends(text, lines) == found


# ---- What the page makes of it ----


def lines_of(evidence: Iterable[Evidence]) -> list[list[str]]:
    return [[one.source, one.lines] for one in evidence]


def said(one: MapFact | MapMembership | MapSeat) -> dict[str, Any]:
    return {"by": list(one.reported_by), "evidence": lines_of(one.evidence), "round": one.round}


def letters(stands: tuple[str, ...]) -> str:
    return "".join(one[0] for one in stands)


def nodes(letter: str, ids: Iterable[str]) -> list[str]:
    return [f"{letter}:{one}" for one in ids]


def told(fact: MapFact) -> dict[str, Any]:
    return {"kind": fact.kind, "text": fact.text, **said(fact)}


def moment(one: MapMoment) -> dict[str, Any]:
    other = f"f:{one.forum}" if one.forum else None
    lines = lines_of(one.evidence)
    return {"when": one.when, "text": one.text, "by": list(one.reported_by), "evidence": lines, "forum": other}


def forum(one: MapForum, layout: Layout, words: Words) -> dict[str, Any]:
    unknown, spot = words.texts.section("atlas.unknown"), layout.forums[one.id]
    return {
        "node": f"f:{one.id}",
        "id": one.id,
        "name": one.name,
        "status": one.status,
        "kind": words.of("kind", one.kind),
        "areas": list(one.areas),
        "levels": list(one.levels),
        "aliases": list(one.aliases),
        "search": [search_text(name) for name in dict.fromkeys((one.name, *one.aliases))],
        "facts": [told(fact) for fact in one.facts],
        "timeline": [moment(each) for each in one.timeline],
        "conflicts": [
            {
                "about": each.about,
                "subject": each.subject,
                "sides": [told(side) for side in each.sides],
                "round": each.round,
            }
            for each in one.conflicts
        ],
        "tiers": [{"name": each.name, "level": each.level, "rank": each.rank} for each in one.tiers],
        "succeeds": nodes("f", one.succeeds),
        "part_of": f"f:{one.part_of}" if one.part_of else None,
        "unknown": [unknown[key] for key in one.unknown],
        "known": [one.known.span, one.known.side] if one.known else None,
        "stands": letters(one.stands),
        "spot": {"x": spot.x, "y": spot.y, "r": spot.radius, "lines": list(spot.lines)},
    }


def town(one: MapMunicipality) -> dict[str, Any]:
    return {
        "node": f"m:{one.code}",
        "code": one.code,
        "name": one.name,
        "kkr": one.kkr,
        "stands": letters(one.stands),
        "dates": [one.since or "", one.until or ""],
        "answers": [
            asdict(each) | {"forums": nodes("f", each.forums), "evidence": lines_of(each.evidence)}
            for each in one.answers
        ],
        "wishes": [asdict(each) | {"evidence": lines_of(each.evidence)} for each in one.wishes],
    }


def membership(one: MapMembership) -> dict[str, Any]:
    return {
        "town": f"m:{one.municipality}",
        "forum": f"f:{one.forum}",
        "basis": one.basis,
        "reason": one.reason,
        "contested": one.contested,
        "stands": letters(one.stands),
        **said(one),
    }


def seat(one: MapSeat) -> dict[str, Any]:
    return {"organisation": f"o:{one.organisation}", "forum": f"f:{one.forum}", "runs": one.runs, **said(one)}


def circle(one: MapCircle) -> dict[str, Any]:
    members, forums = nodes("m", one.members), nodes("f", one.forums)
    return {"id": one.id, "name": one.name, "members": members, "forums": forums, "others": list(one.others)}


def read(value: Any, sources: list[str]) -> Any:
    """Return what the page holds with the ids of sources in place of their numbers."""
    if isinstance(value, list):
        return [read(one, sources) for one in value]
    if not isinstance(value, dict):
        return value
    cited = [[sources[source], lines] for source, lines in value.get("evidence", [])]
    return {key: cited if key == "evidence" else read(one, sources) for key, one in value.items()}


@pytest.mark.browser
@pytest.mark.parametrize("whole", [False, True], ids=["survey", "publications"])
def test_the_page_makes_of_the_block_what_the_map_has(open_map: Open, publications: MapData, *, whole: bool) -> None:
    data = publications if whole else southern_denmark()
    layout, words = lay_out(data), Words(data, "da")
    found = open_map(data).page.evaluate("forumgraph.store.data")
    expected: dict[str, list[dict[str, Any]]] = {
        "forums": [forum(one, layout, words) for one in data.forums],
        "towns": [town(one) for one in data.municipalities],
        "memberships": [membership(one) for one in data.memberships],
        "seats": [seat(one) for one in data.seats],
        "circles": [circle(one) for one in data.circles],
    }
    sources = [one["id"] for one in found["sources"]]
    for key, every in expected.items():
        made = read(found[key], sources)
        assert [{name: one[name] for name in wanted} for one, wanted in zip(made, every, strict=True)] == every


@pytest.mark.browser
def test_an_alias_that_no_fact_tells_of_is_kept(open_map: Open) -> None:
    fact = MapFact("described", "Møder mellem chefer", ("Odense",), (Evidence(ROUND, "7"),), ROUND)
    build = MapBuilder().town("0461", "Odense").forum("f", "F", aliases=(fact.text, "Effen"), facts=(fact,))
    assert open_map(build.data()).page.evaluate("forumgraph.store.thing('f:f').aliases") == [fact.text, "Effen"]
