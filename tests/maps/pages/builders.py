"""Real names of municipalities, invented fora and answers: a part of the country with everything that a page shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

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
    MapTier,
    MapWish,
)
from forumgraph.queries.evidence import Evidence

ROUND = MapRound(
    "2015",
    "KKR Syddanmark 2015",
    "2015-06-15",
    "kkr-syddanmark-2015",
    ("lbr", "unemployment_funds", "education", "jobcentres", "unions", "companies"),
)
AREAS = (
    MapArea("lbr", "LBR-afløser"),
    MapArea("unemployment_funds", "A-kasser"),
    MapArea("education", "Uddannelse"),
    MapArea("jobcentres", "Jobcentre"),
    MapArea("unions", "Faglige"),
    MapArea("companies", "Virksomheder"),
)
NAMES = {
    "420": "Assens", "530": "Billund", "561": "Esbjerg", "607": "Fredericia", "430": "Faaborg-Midtfyn",
    "510": "Haderslev", "440": "Kerteminde", "621": "Kolding", "410": "Middelfart", "450": "Nyborg",
    "461": "Odense", "479": "Svendborg", "575": "Vejen", "630": "Vejle", "492": "Ærø", "580": "Aabenraa",
}  # fmt: skip


def lines(text: str) -> tuple[Evidence, ...]:
    """Return a citation of the survey."""
    return (Evidence("kkr-syddanmark-2015", text),)


def forum(id_: str, name: str, *areas: str, **more: Any) -> MapForum:
    """Return a forum; meetings, levels and politicians are unknown unless said otherwise."""
    values: dict[str, Any] = {
        "status": "existing",
        "kind": "network",
        "levels": ("management",),
        "aliases": (),
        "facts": (),
        "unknown": ("meetings", "political"),
    }
    return MapForum(id=id_, name=name, areas=areas, **(values | more))


def claim(code: str, forum_id: str, basis: str = "self_reported", *by: str, **more: Any) -> MapMembership:
    """Return a claim on a municipality's place; by itself where nobody else is named."""
    named = by or ((NAMES[code],) if basis == "self_reported" else ())
    reason = "Kilden nævner landsdelen, ikke kommunerne." if basis == "inferred" else None
    values: dict[str, Any] = {"reason": reason, "evidence": lines(f"{code}-{int(code) + 6}"), "round": "2015"}
    return MapMembership(code, forum_id, basis, named, **(values | more))


def answer(area: str, status: str, *forums: str, **more: Any) -> MapAnswer:
    """Return an answer, with evidence where there is a row to cite."""
    said = status not in ("no_reply", "not_asked")
    values: dict[str, Any] = {
        "confidence": "certain" if said else None,
        "alternative": None,
        "note": None,
        "evidence": lines("656-664") if said else (),
        "round": "2015",
    }
    return MapAnswer(area=area, status=status, forums=forums, **(values | more))


def region() -> MapData:
    """Return sixteen municipalities, of which Haderslev has one of everything."""
    towns = tuple(MapMunicipality(code, name, "Syddanmark", _answers(code)) for code, name in NAMES.items())
    wish = MapWish("2015", "missing", "Et fælles forum med virksomhederne i Trekantområdet.", lines("1203-1206"))
    return MapData(
        rounds=(ROUND,),
        as_of="2015-06-15",
        data="data/forums.yaml, data/municipalities.yaml",
        areas=AREAS,
        municipalities=tuple(replace(one, wishes=(wish,)) if one.code == "510" else one for one in towns),
        forums=_forums(),
        memberships=_memberships(),
        organisations=(
            MapOrganisation("fh", "FH Trekantområdet", "union", ()),
            MapOrganisation("di", "DI Trekantområdet", "employers_association", ()),
        ),
        seats=(
            MapSeat("fh", "syv", False, ("Kolding", "Vejle"), lines("903-905"), "2015"),
            MapSeat("di", "syv", True, ("Kolding",), lines("906"), "2015"),
        ),
        circles=(
            MapCircle("trekant", "7-kommunesamarbejdet", ("530", "607", "510", "621", "410", "575", "630"), ("syv",)),
            MapCircle("syd", "Sønderjysk jobcentersamarbejde", ("510", "580"), ("soender",)),
        ),
    )


def _answers(code: str) -> tuple[MapAnswer, ...]:
    if code == "492":
        return tuple(answer(area.id, "no_reply") for area in AREAS)
    if code == "580":
        return ()
    if code == "510":
        return (
            answer("lbr", "established", "haderslev", note="Mødes med de gamle parter fra rådet."),
            answer("unemployment_funds", "informal", note="Kontakt efter behov.", confidence="probable"),
            answer("education", "established"),
            answer("jobcentres", "established", "syv", "soender", "graense"),
            answer("unions", "no_reply"),
            answer("companies", "planned", note="Ventes i efteråret.", confidence="uncertain", alternative="none"),
        )
    return tuple(answer(area.id, "none" if area.id == "lbr" else "established", "syv") for area in AREAS)


def _forums() -> tuple[MapForum, ...]:
    return (
        forum(
            "syv",
            "7-kommunesamarbejdet",
            "jobcentres",
            "companies",
            levels=("political", "management"),
            aliases=("Trekantområdets jobcentre",),
            unknown=("since",),
            facts=(
                MapFact("alias", "Trekantområdets jobcentre", ("Vejle",), lines("1100-1102"), "2015"),
                MapFact("described", "samarbejdet mellem de syv", ("Billund",), lines("1110"), "2015"),
                MapFact("meetings", "4 gange om året (ledelse)", ("Kolding",), lines("1120"), "2015"),
                MapFact("meetings", "6 gange om året (ledelse)", ("Haderslev",), lines("1121"), "2015"),
                MapFact("political", "udvalgsformand", ("Kolding",), lines("1130"), "2015"),
                MapFact("tier", "1. Styregruppen (politisk)", (), lines("1140")),
                MapFact("tier", "2. Chefgruppen (ledelse)", (), lines("1141")),
                MapFact("note", "Navnet skifter fra år til år.", (), ()),
                MapFact("apart", "7-byernes netværk: andre medlemmer", (), ()),
            ),
            tiers=(
                MapTier("Chefgruppen", "management", 2, lines("1141")),
                MapTier("Styregruppen", "political", 1, lines("1140")),
            ),
            succeeds=("gammel",),
            conflicts=(
                MapConflict(
                    "meetings",
                    "management",
                    (
                        MapFact("side", "4 gange om året (ledelse)", ("Kolding",), lines("1120"), "2015"),
                        MapFact("side", "6 gange om året (ledelse)", ("Haderslev",), lines("1121"), "2015"),
                    ),
                    "2015",
                ),
                MapConflict(
                    "members",
                    "Esbjerg",
                    (
                        MapFact("side", "Esbjerg er med", ("Vejen",), lines("1150"), "2015"),
                        MapFact("side", "Esbjerg er ikke med", ("Billund",), lines("1151"), "2015"),
                    ),
                    "2015",
                ),
            ),
        ),
        forum("chefer", "Chefgruppen i 7-kommunesamarbejdet", "jobcentres", part_of="syv"),
        forum("gammel", "Beskæftigelsesregionens dialogforum", "lbr", status="ended"),
        forum("graense", "Grænsependlerrådgivningen", "jobcentres", "unions"),
        forum("haderslev", "Forum for Rekruttering og Beskæftigelse i Haderslev", "lbr", "companies", kind="council"),
        forum("kurser", "VEU-center Syd – centerråd", "education", kind="board", levels=(), unknown=("levels",)),
        forum("ny", "Fælles virksomhedsservice i Syddanmark", "companies", status="proposed", unknown=("members",)),
        forum("social", "Rådet for socialt ansvarlige virksomheder i Sønderjylland", "companies", "unions", "lbr"),
        forum("soender", "Sønderjysk jobcentersamarbejde", "jobcentres", unknown=()),
        forum("vest", "Vestkystens rekrutteringsforum", "companies"),
    )


def _memberships() -> tuple[MapMembership, ...]:
    seven = [claim(code, "syv") for code in ("530", "607", "621", "410", "575", "630")]
    return (
        *seven,
        claim("510", "syv", "self_reported", "Haderslev", "Kolding", "Vejle"),
        claim("561", "syv", "named_by_other", "Vejen", contested=True),
        claim("561", "syv", "excluded", "Billund", contested=True, evidence=()),
        claim("461", "syv", "inferred", evidence=lines("88")),
        claim("479", "syv", "inferred", evidence=lines("88")),
        claim("621", "gammel"),
        claim("510", "graense"),
        claim("580", "graense", "named_by_other", "Haderslev"),
        claim("510", "haderslev"),
        claim("510", "kurser", "named_by_other", "Vejen", "Aabenraa"),
        claim("575", "kurser"),
        claim("510", "social", "inferred"),
        claim("580", "social", "named_by_other", "Esbjerg"),
        claim("510", "soender"),
        claim("580", "soender", "named_by_other", "Haderslev"),
        claim("510", "vest", "excluded", "Esbjerg"),
        claim("561", "vest"),
    )


def hostile(name: str) -> MapData:
    """Return one municipality and one forum that carry the name in every field that reaches a page."""
    seen = (Evidence(name, name),)
    fact = [MapFact(kind, name, (name,), seen, "2015") for kind in ("alias", "described", "meetings", "note", "apart")]
    conflict = MapConflict("members", name, (MapFact("side", name, (name,), seen, "2015"),), "2015")
    body = MapForum(
        name, name, "existing", name, ("lbr",), (name,), (name,), tuple(fact), (conflict,), (MapTier(name, name, 1),)
    )  # fmt: skip
    said = MapAnswer("lbr", "established", "probable", "informal", name, (name,), seen, "2015")
    town = MapMunicipality(name, name, name, (said,), (MapWish("2015", name, name, seen),))
    return MapData(
        rounds=(replace(ROUND, title=name),),
        as_of="2015-06-15",
        data=name,
        areas=(MapArea("lbr", name),),
        municipalities=(town,),
        forums=(replace(body, unknown=(name, "members")),),
        memberships=(MapMembership(name, name, "named_by_other", (name,), name, seen, "2015"),),
        organisations=(MapOrganisation("o", name, name, ()),),
        seats=(MapSeat("o", name, True, (name,), seen, "2015"),),
        circles=(MapCircle("c", name, (name,), (name,)),),
        narrowed=name,
    )


def crowd(n: int) -> MapData:
    """Return one municipality in ``n`` fora, of which each has one member more than the one before."""
    data = region()
    bodies = tuple(forum(f"f{k}", f"Rekrutteringsforum nummer {k} for bygge og anlæg", "companies") for k in range(n))
    others = tuple(NAMES)
    claims = [claim("510", f"f{k}") for k in range(n)]
    claims += [claim(others[j % len(others)], f"f{k}") for k in range(n) for j in range(k % 12) if others[j] != "510"]
    towns = tuple(replace(one, answers=()) for one in data.municipalities)
    return replace(
        data, municipalities=towns, forums=bodies, memberships=tuple(claims), seats=(), circles=(), organisations=()
    )
