"""Small maps of realistic content: real names of municipalities, invented fora."""

from __future__ import annotations

from dataclasses import dataclass, field

from forumgraph.maps.model import (
    MapAnswer,
    MapArea,
    MapData,
    MapFact,
    MapForum,
    MapMembership,
    MapMunicipality,
)
from forumgraph.queries.evidence import Evidence

AREAS = (
    MapArea("lbr", "Forum i forlængelse af LBR"),
    MapArea("unemployment_funds", "A-kasser"),
    MapArea("education", "Uddannelsesinstitutioner"),
    MapArea("jobcentres", "Jobcentre på tværs af kommuner"),
    MapArea("unions", "Faglige organisationer"),
    MapArea("companies", "Virksomheder og arbejdsgivere"),
)
TOWNS = {
    "420": "Assens", "530": "Billund", "561": "Esbjerg", "563": "Fanø", "607": "Fredericia",
    "430": "Faaborg-Midtfyn", "510": "Haderslev", "440": "Kerteminde", "621": "Kolding", "482": "Langeland",
    "410": "Middelfart", "480": "Nordfyns", "450": "Nyborg", "461": "Odense", "479": "Svendborg",
    "540": "Sønderborg", "550": "Tønder", "573": "Varde", "575": "Vejen", "630": "Vejle",
    "492": "Ærø", "580": "Aabenraa",
}  # fmt: skip
FUNEN = ("420", "430", "440", "410", "480", "450", "461", "479")
SOUTH = ("510", "540", "550", "580")
TRIANGLE = ("530", "607", "510", "621", "410", "575", "630")
WEST = ("530", "561", "573", "575")


@dataclass
class MapBuilder:
    """Collects municipalities, fora and memberships; ``data()`` gives the map."""

    areas: tuple[MapArea, ...] = AREAS
    towns: dict[str, str] = field(default_factory=dict)
    answers: dict[str, dict[str, MapAnswer]] = field(default_factory=dict)
    forums: list[MapForum] = field(default_factory=list)
    memberships: list[MapMembership] = field(default_factory=list)

    def town(self, code: str, name: str, status: str = "none") -> MapBuilder:
        """Add a municipality that gives the same answer everywhere."""
        self.towns[code] = name
        self.answers[code] = {area.id: answer(area.id, status) for area in self.areas}
        return self

    def forum(self, forum_id: str, name: str, *areas: str, **more: object) -> MapBuilder:
        """Add a forum."""
        values: dict[str, object] = {
            "status": "existing",
            "kind": "netværk",
            "levels": ("management",),
            "aliases": (),
            "facts": (),
        }
        self.forums.append(MapForum(id=forum_id, name=name, areas=areas, **(values | more)))  # type: ignore[arg-type]
        return self

    def member(self, forum: str, *codes: str, basis: str = "self_reported", by: tuple[str, ...] = ()) -> MapBuilder:
        """Add memberships; the forum is named in the members' own answers when they say so themselves."""
        reason = "Kilden nævner landsdelen, ikke kommunerne." if basis == "inferred" else None
        for code in codes:
            evidence = (Evidence("kkr-syddanmark-2015", f"{int(code)}-{int(code) + 8}"),)
            self.memberships.append(MapMembership(code, forum, basis, by or (code,), reason, evidence))
            if basis == "self_reported":
                self._named(forum, code, evidence)
        return self

    def _named(self, forum: str, code: str, evidence: tuple[Evidence, ...]) -> None:
        body = next(one for one in self.forums if one.id == forum)
        status = "established" if body.status == "existing" else "planned"
        for area in body.areas:
            forums = (*self.answers[code][area].forums, forum)
            self.answers[code][area] = MapAnswer(area, status, "certain", None, None, forums, evidence)

    def data(self) -> MapData:
        """Return the map."""
        return MapData(
            round="kkr-syddanmark-2015",
            round_title="KKR Syddanmark 2015",
            as_of="2015-06-15",
            data="data/forums.yaml, data/municipalities.yaml",
            areas=self.areas,
            municipalities=tuple(
                MapMunicipality(code, name, "Syddanmark", tuple(self.answers[code].values()))
                for code, name in self.towns.items()
            ),
            forums=tuple(self.forums),
            memberships=tuple(self.memberships),
        )


def answer(area: str, status: str) -> MapAnswer:
    """Return an answer without fora, with its evidence where there is a row to cite."""
    evidence = () if status in ("no_reply", "not_asked") else (Evidence("kkr-syddanmark-2015", "656-664"),)
    note = "Kontakt efter behov." if status in ("informal", "planned") else None
    return MapAnswer(area, status, None if not evidence else "probable", None, note, (), evidence)


def southern_denmark() -> MapData:
    """Return 22 municipalities and about a hundred fora, shaped like the survey of 2015."""
    build = MapBuilder()
    special = {"492": "no_reply", "563": "not_asked"}
    for index, (code, name) in enumerate(TOWNS.items()):
        build.town(code, name, special.get(code, ("none", "informal", "planned", "none", "no_reply")[index % 5]))
    _shared(build)
    _own(build)
    return build.data()


def _shared(build: MapBuilder) -> None:
    everyone = tuple(code for code in TOWNS if code not in ("492", "563"))
    facts = (
        MapFact("alias", "Fynsk forum", ("420",), (Evidence("kkr-syddanmark-2015", "672-674"),)),
        MapFact("meetings", "4 gange om året (politisk niveau)", ("430",), (Evidence("kkr-syddanmark-2015", "812"),)),
        MapFact("political", "Udvalgsformanden deltager", ("420", "430"), (Evidence("kkr-syddanmark-2015", "674"),)),
    )
    bodies: list[tuple[str, str, tuple[str, ...], tuple[str, ...]]] = [
        ("fynsk", "Fælles fynsk beskæftigelsesforum", ("jobcentres",), FUNEN),
        ("fynchefer", "Fynske jobcenterchefer", ("jobcentres",), FUNEN),
        ("fynmesse", "Styregruppen for fælles fynsk job- og erhvervsmesse", ("jobcentres", "companies"), FUNEN[:6]),
        ("veufyn", "VEU-center Fyn – centerråd", ("education",), FUNEN),
        ("lau-lillebaelt", "Lokalt a-kasseudvalg for Assens og Middelfart", ("unemployment_funds",), ("420", "410")),
        ("syv", "7-kommunesamarbejdet", ("jobcentres",), TRIANGLE),
        ("trekant", "Trekantområdets arbejdsmarkedsforum", ("jobcentres", "companies"), TRIANGLE),
        ("veuvest", "VEU-center Vest", ("education",), WEST),
        ("veutrekant", "VEU-center Trekantområdet", ("education",), ("607", "621", "575", "630")),
        ("veusyd", "VEU-center Syd", ("education",), SOUTH),
        ("soenderjylland", "Sønderjysk jobcentersamarbejde", ("jobcentres",), SOUTH),
        ("graense", "Grænsependlerrådgivningen", ("jobcentres", "unions"), SOUTH),
        ("brobygning", "Brobygning Sydvest", ("education",), ("530", "561", "573")),
        ("sydfyn", "Sydfynsk erhvervs- og arbejdsmarkedsråd", ("companies", "unions"), ("430", "482", "479")),
        ("sydfynlau", "A-kasseudvalg Sydfyn", ("unemployment_funds",), ("430", "482", "479")),
        ("oestfyn", "Østfynsk dialogforum", ("companies",), ("440", "450")),
        ("rar", "Det Regionale Arbejdsmarkedsråd Sydjylland", ("lbr",), tuple(c for c in everyone if c not in FUNEN)),
        ("rarfyn", "Det Regionale Arbejdsmarkedsråd Fyn", ("lbr",), FUNEN),
        ("kkrnet", "Netværk for arbejdsmarkedschefer i Syddanmark", ("jobcentres",), everyone),
        ("bygge", "Rekrutteringsgruppen for bygge og anlæg", ("companies",), ("607", "621", "630", "410")),
        ("havn", "Havneforum Lillebælt", ("companies",), ("607", "410")),
        ("lo-trekant", "Dialogmøder med LO Trekanten", ("unions",), ("607", "621", "630")),
        ("lo-fyn", "LO Fyn og jobcentrene", ("unions",), FUNEN[:5]),
        ("social", "Udvalget for socialt ansvarlige virksomheder på Fyn", ("companies",), ("461", "450", "440", "480")),
        ("sosu", "SOSU-uddannelsernes dialogforum", ("education",), ("561", "573", "530", "550")),
        ("aabenraa-sdb", "Alssund Arbejdsmarkedsforum", ("lbr", "companies"), ("540", "580")),
        ("vestkyst", "Vestkystens rekrutteringsforum", ("companies",), ("561", "573", "550")),
        ("nordfyn", "Nordfynsk erhvervsnetværk", ("companies", "education"), ("480", "410")),
        ("ung", "Ungeindsats på tværs", ("education",), ("621", "630", "607")),
        ("integr", "Partnerskab om integration", ("lbr", "unions"), ("461", "479", "450")),
    ]  # fmt: skip
    for forum, name, areas, codes in bodies:
        more = {"aliases": ("Fynsk forum",), "facts": facts, "levels": ("political",)} if forum == "fynsk" else {}
        build.forum(forum, name, *areas, **more).member(forum, *codes)
    build.forum("kkr-task", "Fælles virksomhedsservice i Syddanmark", "companies", status="proposed")
    build.member("kkr-task", *TRIANGLE[:4], basis="named_by_other", by=("621",))
    build.forum("gammel", "Beskæftigelsesregionens dialogforum", "lbr", status="ended").member("gammel", "561", "621")
    build.member("fynsk", "482", basis="inferred", by=("461",)).member("syv", "561", basis="excluded", by=("530",))
    build.member("veusyd", "575", basis="named_by_other", by=("510",)).member(
        "sosu", "563", basis="excluded", by=("561",)
    )
    build.forum("ukendt", "Landsdækkende kontaktudvalg om seniorer", "unions")


def _own(build: MapBuilder) -> None:
    kinds = [
        ("{} dialogforum", ("lbr",), "existing"),
        ("Lokalt a-kasseudvalg i {}", ("unemployment_funds",), "existing"),
        ("Advisory board for {} Jobcenter", ("companies",), "planned"),
        ("Forum for Rekruttering og Beskæftigelse i {}", ("lbr", "unions", "companies"), "existing"),
        ("Uddannelsesråd {}", ("education",), "existing"),
        ("LAU {}", ("unemployment_funds",), "existing"),
        ("Dialogmøder med LO og DA", ("unions",), "existing"),
    ]
    for index, (code, name) in enumerate(TOWNS.items()):
        for step in range((4, 2, 3, 5, 3)[index % 5] if code not in ("492", "563") else 0):
            pattern, areas, status = kinds[(index * 2 + step) % len(kinds)]
            forum = f"own-{code}-{step}"
            build.forum(forum, pattern.format(name), *areas, status=status).member(forum, code)
