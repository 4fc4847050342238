"""A small map of realistic content for the companion files: real municipalities, invented fora, known figures."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from forumgraph.maps.model import (
    MapAnswer,
    MapArea,
    MapCircle,
    MapConflict,
    MapData,
    MapFact,
    MapForum,
    MapMembership,
    MapMunicipality,
    MapOrganisation,
    MapRound,
    MapSeat,
    MapWish,
)
from forumgraph.queries.evidence import Evidence

ROUND = MapRound("syd-2015", "Undersøgelse i Syddanmark", "2015-08-20", "kilde-2015", ("education", "companies"))
AREAS = (MapArea("education", "Uddannelse"), MapArea("companies", "Virksomheder"))
CITED = (Evidence("kilde-2015", "10-12"),)
TOWNS = (
    "Assens", "Billund", "Esbjerg", "Fanø", "Fredericia", "Faaborg-Midtfyn", "Haderslev", "Kerteminde", "Kolding",
    "Langeland", "Middelfart", "Nordfyns", "Nyborg", "Odense", "Svendborg", "Sønderborg", "Tønder", "Varde", "Vejen",
    "Vejle", "Ærø", "Aabenraa",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A place of a layout: what the layout's own places have."""

    x: float
    y: float
    radius: float = 0
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Places:
    """A layout."""

    municipalities: dict[str, Place] = field(default_factory=dict)
    forums: dict[str, Place] = field(default_factory=dict)
    extent: tuple[float, float, float, float] = (-1000, -800, 1000, 800)


def answer(area: str, status: str, *forums: str, **more: object) -> MapAnswer:
    values: dict[str, object] = {"confidence": "certain", "alternative": None, "note": None, "evidence": CITED}
    return MapAnswer(area=area, status=status, forums=forums, round=ROUND.id, **(values | more))  # type: ignore[arg-type]


def town(code: str, name: str, education: MapAnswer | str, companies: MapAnswer | str) -> MapMunicipality:
    given = {"education": education, "companies": companies}
    return MapMunicipality(
        code, name, "Syddanmark",
        tuple(one if isinstance(one, MapAnswer) else answer(area, one) for area, one in given.items()),
    )  # fmt: skip


def forum(forum_id: str, name: str, *areas: str, **more: object) -> MapForum:
    values: dict[str, object] = {
        "status": "existing", "kind": "network", "levels": ("management",), "aliases": (), "facts": (),
    }  # fmt: skip
    return MapForum(id=forum_id, name=name, areas=areas, **(values | more))  # type: ignore[arg-type]


def member(code: str, of: str, basis: str = "self_reported", *by: str, **more: object) -> MapMembership:
    values: dict[str, object] = {"reason": None, "evidence": CITED, "round": ROUND.id}
    return MapMembership(code, of, basis, by or (code,), **(values | more))  # type: ignore[arg-type]


def small() -> MapData:
    """Five municipalities and three fora, each kind of answer and of membership among them."""
    meets = MapFact("meetings", "4 gange om året", ("Odense",), CITED, ROUND.id)
    sides = (
        MapFact("side", "3 gange om året", ("Odense",), CITED, ROUND.id),
        MapFact("side", "4 gange om året", ("Assens",), (Evidence("kilde-2015", "20"),), ROUND.id),
    )
    return MapData(
        rounds=(ROUND,),
        as_of="2015-08-20",
        data="data/forums.yaml",
        areas=AREAS,
        municipalities=(
            replace(
                town("0420", "Assens", answer("education", "established", "fyn"), "none"),
                wishes=(MapWish(ROUND.id, "missing", "Et forum for unge.", CITED),),
            ),
            town("0563", "Fanø", answer("education", "not_asked", confidence=None, evidence=()),
                 answer("companies", "not_asked", confidence=None, evidence=())),
            town("0461", "Odense", answer("education", "established", "fyn", alternative="informal", note="Ad hoc."),
                 answer("companies", "planned", note="Overvejes.")),
            town("0492", "Ærø", "no_reply", "no_reply"),
            MapMunicipality("0360", "Lolland", "Sjælland", ()),
        ),
        forums=(
            forum("fyn", "Fynsk uddannelsesforum", "education", facts=(meets,), aliases=("Fynsk forum",),
                  conflicts=(MapConflict("meetings", "political", sides, ROUND.id),), unknown=("since",)),
            forum("job", "Jobmessen", "education", "companies", status="planned", unknown=("members", "meetings")),
            forum("gammel", "Det gamle råd", "companies", status="ended"),
        ),
        memberships=(
            member("0420", "fyn"),
            member("0461", "fyn", contested=True),
            member("0461", "fyn", "excluded", "Assens", contested=True),
            member("0360", "fyn", "named_by_other", "Odense"),
            member("0492", "fyn", "inferred", "Odense", reason="Kilden nævner Fyn."),
            member("0420", "gammel"),
        ),
        organisations=(MapOrganisation("syddansk", "Syddansk Erhvervsskole", "school", ()),),
        seats=(MapSeat("syddansk", "fyn", True, ("Odense",), CITED, ROUND.id),),
        circles=(MapCircle("c1", "Fyn", ("0420", "0461"), ("fyn",)),),
    )  # fmt: skip


def region(towns: int = 22, fora: int = 100) -> MapData:
    """So many municipalities and fora in a regular pattern: every status, and fora of one to eight."""
    statuses = ("established", "informal", "planned", "none", "no_reply", "established")
    names = [TOWNS[n] if n < len(TOWNS) else f"Kommune {n}" for n in range(towns)]
    codes = [f"{100 + n:04d}" for n in range(towns)]
    return replace(
        small(),
        municipalities=tuple(
            town(code, name, statuses[n % 6], statuses[(n * 5 + 1) % 6])
            for n, (code, name) in enumerate(zip(codes, names, strict=True))
        ),
        forums=tuple(
            forum(f"f{n}", f"Forum nummer {n} for samarbejde", *(("education", "companies")[n % 2 : n % 3 + 1] or ()))
            for n in range(fora)
        ),
        memberships=tuple(
            member(codes[(n * 7 + step * 3) % towns], f"f{n}") for n in range(fora) for step in range(1 + n % 8)
        ),
        organisations=(),
        seats=(),
        circles=(),
    )


def places(data: MapData) -> Places:
    """The municipalities in a ring, the fora on a spiral inside it."""
    towns = {
        each.code: Place(round(1000 * math.cos(turn)), round(800 * math.sin(turn)))
        for n, each in enumerate(data.municipalities)
        for turn in [2 * math.pi * n / len(data.municipalities)]
    }
    fora = {
        each.id: Place(round(70 * math.sqrt(n) * math.cos(2.4 * n)), round(60 * math.sqrt(n) * math.sin(2.4 * n)), 12)
        for n, each in enumerate(data.forums)
    }
    return Places(towns, fora)
