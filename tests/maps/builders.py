"""Small maps of realistic content: real names of municipalities, invented fora."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    "0420": "Assens", "0530": "Billund", "0561": "Esbjerg", "0563": "Fanø", "0607": "Fredericia",
    "0430": "Faaborg-Midtfyn", "0510": "Haderslev", "0440": "Kerteminde", "0621": "Kolding", "0482": "Langeland",
    "0410": "Middelfart", "0480": "Nordfyns", "0450": "Nyborg", "0461": "Odense", "0479": "Svendborg",
    "0540": "Sønderborg", "0550": "Tønder", "0573": "Varde", "0575": "Vejen", "0630": "Vejle",
    "0492": "Ærø", "0580": "Aabenraa",
}  # fmt: skip
FUNEN = ("0420", "0430", "0440", "0410", "0480", "0450", "0461", "0479")
SOUTH = ("0510", "0540", "0550", "0580")
TRIANGLE = ("0530", "0607", "0510", "0621", "0410", "0575", "0630")
WEST = ("0530", "0561", "0573", "0575")


ROUND = "kkr-syddanmark-2015"


@dataclass
class MapBuilder:
    """Collects municipalities, fora and memberships; ``data()`` gives the map."""

    areas: tuple[MapArea, ...] = AREAS
    towns: dict[str, str] = field(default_factory=dict)
    answers: dict[str, dict[str, MapAnswer]] = field(default_factory=dict)
    forums: list[MapForum] = field(default_factory=list)
    memberships: list[MapMembership] = field(default_factory=list)
    organisations: list[MapOrganisation] = field(default_factory=list)
    seats: list[MapSeat] = field(default_factory=list)
    circles: list[MapCircle] = field(default_factory=list)

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
            evidence = (Evidence(ROUND, f"{int(code)}-{int(code) + 8}"),)
            names = tuple(self.towns.get(one, one) for one in by or (code,))
            self.memberships.append(MapMembership(code, forum, basis, names, reason, evidence, ROUND))
            if basis == "self_reported":
                self._named(forum, code, evidence)
        return self

    def _named(self, forum: str, code: str, evidence: tuple[Evidence, ...]) -> None:
        body = next(one for one in self.forums if one.id == forum)
        status = "established" if body.status == "existing" else "planned"
        for area in body.areas:
            forums = (*self.answers[code][area].forums, forum)
            self.answers[code][area] = MapAnswer(area, status, "certain", None, None, forums, evidence, ROUND)

    def organisation(self, id_: str, name: str, *forums: str) -> MapBuilder:
        """Add an organisation that sits in fora."""
        self.organisations.append(MapOrganisation(id_, name, "union", ()))
        lines = (Evidence(ROUND, "700"),)
        self.seats += [MapSeat(id_, forum, False, ("Odense",), lines, ROUND) for forum in forums]
        return self

    def data(self) -> MapData:
        """Return the map."""
        return MapData(
            rounds=(MapRound(ROUND, "KKR Syddanmark 2015", "2015-06-15", ROUND, tuple(one.id for one in self.areas)),),
            as_of="2015-06-15",
            data="data/forums.yaml, data/municipalities.yaml",
            areas=self.areas,
            municipalities=tuple(
                MapMunicipality(code, name, "Syddanmark", tuple(self.answers[code].values()))
                for code, name in self.towns.items()
            ),
            forums=tuple(self.forums),
            memberships=tuple(self.memberships),
            organisations=tuple(self.organisations),
            seats=tuple(self.seats),
            circles=tuple(self.circles),
        )


def answer(area: str, status: str) -> MapAnswer:
    """Return an answer without fora, with its evidence where there is a row to cite."""
    evidence = () if status in ("no_reply", "not_asked") else (Evidence(ROUND, "656-664"),)
    note = "Kontakt efter behov." if status in ("informal", "planned") else None
    return MapAnswer(area, status, None if not evidence else "probable", None, note, (), evidence, ROUND)


def southern_denmark() -> MapData:
    """Return 22 municipalities and about a hundred fora, shaped like the survey of 2015."""
    build = MapBuilder()
    special = {"0492": "no_reply", "0563": "not_asked"}
    for index, (code, name) in enumerate(TOWNS.items()):
        build.town(code, name, special.get(code, ("none", "informal", "planned", "none", "no_reply")[index % 5]))
    _shared(build)
    _own(build)
    return build.data()


def _shared(build: MapBuilder) -> None:
    everyone = tuple(code for code in TOWNS if code not in ("0492", "0563"))
    facts = (
        MapFact("alias", "Fynsk forum", ("Assens",), (Evidence(ROUND, "672-674"),), ROUND),
        MapFact("meetings", "4 gange om året (politisk niveau)", ("0430",), (Evidence(ROUND, "0812"),)),
        MapFact("political", "Udvalgsformanden deltager", ("0420", "0430"), (Evidence(ROUND, "0674"),)),
    )
    bodies: list[tuple[str, str, tuple[str, ...], tuple[str, ...]]] = [
        ("fynsk", "Fælles fynsk beskæftigelsesforum", ("jobcentres",), FUNEN),
        ("fynchefer", "Fynske jobcenterchefer", ("jobcentres",), FUNEN),
        ("fynmesse", "Styregruppen for fælles fynsk job- og erhvervsmesse", ("jobcentres", "companies"), FUNEN[:6]),
        ("veufyn", "VEU-center Fyn – centerråd", ("education",), FUNEN),
        ("lau-lillebaelt", "Lokalt a-kasseudvalg for Assens og Middelfart", ("unemployment_funds",), ("0420", "0410")),
        ("syv", "7-kommunesamarbejdet", ("jobcentres",), TRIANGLE),
        ("trekant", "Trekantområdets arbejdsmarkedsforum", ("jobcentres", "companies"), TRIANGLE),
        ("veuvest", "VEU-center Vest", ("education",), WEST),
        ("veutrekant", "VEU-center Trekantområdet", ("education",), ("0607", "0621", "0575", "0630")),
        ("veusyd", "VEU-center Syd", ("education",), SOUTH),
        ("soenderjylland", "Sønderjysk jobcentersamarbejde", ("jobcentres",), SOUTH),
        ("graense", "Grænsependlerrådgivningen", ("jobcentres", "unions"), SOUTH),
        ("brobygning", "Brobygning Sydvest", ("education",), ("0530", "0561", "0573")),
        ("sydfyn", "Sydfynsk erhvervs- og arbejdsmarkedsråd", ("companies", "unions"), ("0430", "0482", "0479")),
        ("sydfynlau", "A-kasseudvalg Sydfyn", ("unemployment_funds",), ("0430", "0482", "0479")),
        ("oestfyn", "Østfynsk dialogforum", ("companies",), ("0440", "0450")),
        ("rar", "Det Regionale Arbejdsmarkedsråd Sydjylland", ("lbr",), tuple(c for c in everyone if c not in FUNEN)),
        ("rarfyn", "Det Regionale Arbejdsmarkedsråd Fyn", ("lbr",), FUNEN),
        ("kkrnet", "Netværk for arbejdsmarkedschefer i Syddanmark", ("jobcentres",), everyone),
        ("bygge", "Rekrutteringsgruppen for bygge og anlæg", ("companies",), ("0607", "0621", "0630", "0410")),
        ("havn", "Havneforum Lillebælt", ("companies",), ("0607", "0410")),
        ("lo-trekant", "Dialogmøder med LO Trekanten", ("unions",), ("0607", "0621", "0630")),
        ("lo-fyn", "LO Fyn og jobcentrene", ("unions",), FUNEN[:5]),
        ("social", "Udvalget for socialt ansvarlige virksomheder på Fyn", ("companies",), FUNEN[3:7]),
        ("sosu", "SOSU-uddannelsernes dialogforum", ("education",), ("0561", "0573", "0530", "0550")),
        ("aabenraa-sdb", "Alssund Arbejdsmarkedsforum", ("lbr", "companies"), ("0540", "0580")),
        ("vestkyst", "Vestkystens rekrutteringsforum", ("companies",), ("0561", "0573", "0550")),
        ("nordfyn", "Nordfynsk erhvervsnetværk", ("companies", "education"), ("0480", "0410")),
        ("ung", "Ungeindsats på tværs", ("education",), ("0621", "0630", "0607")),
        ("integr", "Partnerskab om integration", ("lbr", "unions"), ("0461", "0479", "0450")),
    ]  # fmt: skip
    for forum, name, areas, codes in bodies:
        more = _told(facts) if forum == "fynsk" else {}
        build.forum(forum, name, *areas, **more).member(forum, *codes)
    build.forum("kkr-task", "Fælles virksomhedsservice i Syddanmark", "companies", status="proposed")
    build.member("kkr-task", *TRIANGLE[:4], basis="named_by_other", by=("0621",))
    build.forum("gammel", "Beskæftigelsesregionens dialogforum", "lbr", status="ended").member("gammel", "0561", "0621")
    build.member("fynsk", "0482", basis="inferred", by=("0461",)).member("syv", "0561", basis="excluded", by=("0530",))
    build.member("veusyd", "0575", basis="named_by_other", by=("0510",)).member(
        "sosu", "0563", basis="excluded", by=("0561",)
    )
    build.circles += [
        MapCircle("fynchefer", "Fynske jobcenterchefer", FUNEN, ("fynchefer", "fynsk")),
        MapCircle("syv", "7-kommunesamarbejdet", TRIANGLE, ("syv",)),
        MapCircle("soenderjylland", "Sønderjysk jobcentersamarbejde", SOUTH, ("soenderjylland",)),
    ]
    build.organisation("3f", "3F Fyn", "lo-fyn", "rarfyn").organisation("lo", "LO", "lo-trekant")
    build.forum("ukendt", "Landsdækkende kontaktudvalg om seniorer", "unions")


def _told(facts: tuple[MapFact, ...]) -> dict[str, object]:
    """Return what is known of the forum of the Funen chairs: names, tiers, and that two differ on its meetings."""
    sides = tuple(
        MapFact("side", f"{n} gange om året (politisk)", (town,), (Evidence(ROUND, lines),), ROUND)
        for n, town, lines in ((3, "Langeland", "1501"), (4, "Nordfyns", "1638-1643"))
    )
    return {
        "aliases": ("Fynsk forum",),
        "facts": facts,
        "levels": ("political",),
        "conflicts": (MapConflict("meetings", "political", sides, ROUND),),
        "tiers": (MapTier("Udvalgsformænd", "political", 1), MapTier("Chefer", "management", 2)),
        "unknown": ("since",),
    }


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
        for step in range((4, 2, 3, 5, 3)[index % 5] if code not in ("0492", "0563") else 0):
            pattern, areas, status = kinds[(index * 2 + step) % len(kinds)]
            forum = f"own-{code}-{step}"
            build.forum(forum, pattern.format(name), *areas, status=status).member(forum, code)
