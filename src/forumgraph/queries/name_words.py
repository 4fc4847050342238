"""The words of the field, so that two spellings of one name become one: what a name's parts are called in full.

Every word stands folded (æ as ae, ø as oe, å as aa) and in small letters. A word is added here for what it means in the
field, never because a pair of the data asks for it: the measurement in docs/identity.md would be worth nothing then.
"""

from __future__ import annotations

#: What an abbreviation stands for. One that is the proper name of a school, a union or a company (IBC, VUC, FOA) stands
#: for itself, because nobody writes it in full.
ABBREVIATIONS: dict[str, str] = {
    "lau": "lokal akasse udvalg",  # lokalt a-kasseudvalg, also lokale arbejdsløshedskassers udvalg
    "lbr": "lokal beskaeftigelse raad",  # lokalt beskæftigelsesråd, abolished at the end of 2014
    "rbr": "regional beskaeftigelse raad",  # its regional sister
    "rar": "regional arbejdsmarked raad",  # regionalt arbejdsmarkedsråd, from 2015 on
    "kkr": "kommune kontakt raad",  # kommunekontaktråd
    "veu": "voksen efter uddannelse",  # voksen- og efteruddannelse
    "amu": "arbejdsmarked uddannelse",  # arbejdsmarkedsuddannelse
    "uu": "ungdom uddannelse vejledning",  # Ungdommens Uddannelsesvejledning
    "luu": "lokal uddannelse udvalg",  # lokalt uddannelsesudvalg
    "star": "styrelse arbejdsmarked rekruttering",  # Styrelsen for Arbejdsmarked og Rekruttering
    "di": "dansk industri",  # as its members call it; DA and LO are names of their own
    "jc": "job center",  # as in "jc-chefer"
    "besk": "beskaeftigelse",  # with a full stop, as in tables
    "udd": "uddannelse",
    "arb": "arbejde",
    "virk": "virksomhed",
    "erhv": "erhverv",
    "repr": "repraesentant",
    "samarb": "samarbejde",
    "komm": "kommune",
}

_SMALL = """
af at bl ca da de den der det dvs eks en er et fl for fra fx hos i ift in ind inden m med mellem mfl mv nr of og om
omkring op over paa samt sig sin som the til under v ved vedr vedroerende
"""
_OF_MUNICIPALITIES = "kommune kommunal kommunens kommunerne"  # whatever is asked about here is of municipalities
_UNNAMED = "ikke naevnt navn hvilken hvilket"  # how the data marks an organisation of which only the kind is named

#: Words that say nothing of which body is meant.
SILENT: frozenset[str] = frozenset(f"{_SMALL} {_OF_MUNICIPALITIES} {_UNNAMED}".split())

_NUMBERS = "to tre fire fem seks syv otte ni ti elleve tolv"

#: Words whose forms do not follow the rule of endings, or that are written in more than one way.
FORMS: dict[str, str] = {
    **dict.fromkeys(("forum", "fora", "foraene", "forummet", "forummer", "forumet", "forums"), "forum"),
    **dict.fromkeys(
        ("center", "centre", "centret", "centrene", "centrenes", "centeret", "centrets", "centers"), "center"
    ),
    **dict.fromkeys(("ungdom", "unge", "unges", "ungdommen", "ungdommens", "ungdoms"), "ungdom"),
    **dict(zip(_NUMBERS.split(), map(str, range(2, 13)), strict=True)),
}

_TOGETHER = """
aftale akasse arbejde arbejdsgiver arbejdsmarked beskaeftigelse branche center chef dagpenge dialog direktoer efter
embed embedsmand erfaring erhverv faelles fag fleksjob forening forloeb formand forum gruppe handicap indsats industri
integration job karriere kommune kompetence konference konsulent kontakt koordination kreds kvartal leder ledelse ledig
lokal medlem messe moede netvaerk omraade opfoelgning organisation panel parter partner partnerskab plads politik
praktik projekt raad region rehabilitering rekruttering repraesentant samarbejde samtale sekretariat sektor service
skole sparring styregruppe styrelse styring syg sygedagpenge team tema trekant uddannelse udvalg udvikling ungdom vaekst
vejleder vejledning virksomhed voksen
"""

#: Words of the field that Danish writes together, as in *jobcenterchefnetværk*. A word is taken apart where it is made
#: of these and nothing else.
PARTS: frozenset[str] = frozenset(_TOGETHER.split())

#: Endings of a word that only bend it, the longest first: udvalg, udvalget, udvalgene, udvalgenes.
ENDINGS: tuple[str, ...] = ("ernes", "enes", "erne", "ets", "ens", "ene", "ers", "er", "en", "et", "es", "e", "s")

#: Adjectives made of a region, and the region: *fynsk* is of Fyn, *sønderjyske* of Sønderjylland as *jyske* of Jylland.
REGIONS: dict[str, str] = {
    "jysk": "jylland",
    "fynsk": "fyn",
    "sjaellandsk": "sjaelland",
    "lollandsk": "lolland",
    "falstersk": "falster",
    "bornholmsk": "bornholm",
    "koebenhavnsk": "koebenhavn",
}
