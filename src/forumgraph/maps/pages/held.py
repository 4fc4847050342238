"""The data of a map looked up from every side, and how the pages name, link and cite it. It knows no HTML."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.ingest.danish import sort_key
from forumgraph.maps.links import DRAWN
from forumgraph.maps.pages.names import FileNames
from forumgraph.maps.words import Words
from forumgraph.queries.claims import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from forumgraph.maps.model import (
        MapConflict,
        MapData,
        MapFact,
        MapForum,
        MapMembership,
        MapMunicipality,
        MapRound,
        MapSeat,
    )
    from forumgraph.queries.evidence import Evidence

_LONGEST = 160  # letters of a name in a list; its own page gives it whole

Claims = dict[str, list["MapMembership"]]


@dataclass(frozen=True)
class Link:
    """A name, cut where it is endless, and the page it leads to."""

    name: str
    href: str


class Held:
    """Everything of a map by municipality, by forum and by name."""

    def __init__(self, data: MapData, language: str) -> None:
        self.data = data
        self.words = Words(data, language)
        self.text = self.words.texts
        self.towns = {one.code: one for one in data.municipalities}
        self.forums = {one.id: one for one in data.forums}
        self._places = {one.id: place for place, one in enumerate(data.forums)}
        self.rounds = {one.id: one for one in data.rounds}
        self.numbers = data.numbers()
        self.area_names = {area.id: area.name for area in data.areas}
        self._files = FileNames(data)
        self._days = {one.source: self.words.day(one.date) for one in data.rounds}
        self._codes = {one.name: one.code for one in data.municipalities}
        self._claims()
        self._conflicts()
        self._bodies()

    def _claims(self) -> None:
        self.of_town: dict[str, Claims] = defaultdict(lambda: defaultdict(list))
        self.of_forum: dict[str, Claims] = defaultdict(lambda: defaultdict(list))
        for claim in self.data.memberships:
            self.of_town[claim.municipality][claim.forum].append(claim)
            self.of_forum[claim.forum][claim.municipality].append(claim)
        self._members = {
            id_: [code for code, each in found.items() if counted(each)] for id_, found in self.of_forum.items()
        }
        self._joined = Counter(code for codes in self._members.values() for code in codes)

    def _conflicts(self) -> None:
        """Each conflict under every municipality that takes a side in it or that it is about."""
        self.conflicts: dict[str, list[tuple[MapForum, MapConflict]]] = defaultdict(list)
        for body in self.data.forums:
            for one in body.conflicts:
                names = dict.fromkeys(name for side in one.sides for name in self.words.names(side.reported_by))
                if one.about == "members" and one.subject:
                    names[one.subject] = None
                for name in names:
                    self.conflicts[name].append((body, one))

    def _bodies(self) -> None:
        self.organisations = {one.id: one for one in self.data.organisations}
        self.seats: dict[str, dict[str, list[MapSeat]]] = defaultdict(lambda: defaultdict(list))
        for seat in self.data.seats:
            self.seats[seat.forum][seat.organisation].append(seat)
        self.successors: dict[str, list[str]] = defaultdict(list)
        self.parts: dict[str, list[str]] = defaultdict(list)
        for body in self.data.forums:
            self.parts[body.part_of or ""].append(body.id)
            for before in body.succeeds:
                self.successors[before].append(body.id)

    def rank(self, town: MapMunicipality) -> tuple[tuple[str, str], str]:
        """Return where a municipality stands in the Danish alphabet."""
        return sort_key(short(town.name)), town.code

    def members(self, forum: str) -> list[str]:
        """Return the codes of the municipalities that count as members of a forum."""
        return self._members.get(forum, [])

    def joined(self, code: str) -> int:
        """Return how many fora a municipality counts as a member of."""
        return self._joined[code]

    def town_link(self, one: MapMunicipality) -> Link:
        """Return the link to a municipality's page."""
        return Link(short(one.name), self._files.town(one.code))

    def forum_link(self, id_: str) -> Link:
        """Return the link to a forum's page."""
        return Link(short(self.forums[id_].name), self._files.forum(id_))

    def named_link(self, name: str) -> Link:
        """Return the link to the page of a reporter, without an address where it is no municipality of the map."""
        code = self._codes.get(name)
        return Link(short(name), self._files.town(code) if code else "")

    def in_order(self, ids: Iterable[str]) -> list[MapForum]:
        """Return fora by their ids, in the order of the data."""
        wanted = set(ids)
        return sorted((self.forums[id_] for id_ in wanted if id_ in self.forums), key=lambda one: self._places[one.id])

    def names(self, reported_by: Sequence[str]) -> str:
        """Return who reports something, as one reads it: *Kolding, Vejen og Vejle*."""
        return self.row([short(name) for name in self.words.names(reported_by)])

    def row(self, names: Sequence[str]) -> str:
        """Return names in a row, with *and* before the last."""
        *most, last = names or ("",)
        return f"{', '.join(most)} {self.text('pages.and')} {last}" if most else last

    def cites(self, evidence: Sequence[Evidence]) -> list[str]:
        """Return one citation a source: its lines together, and the date of the source where a round has it."""
        lines: dict[str, list[str]] = defaultdict(list)
        for one in evidence:
            if one.lines not in lines[one.source]:
                lines[one.source].append(one.lines)
        return [self._cite(source, ", ".join(each)) for source, each in lines.items()]

    def _cite(self, source: str, lines: str) -> str:
        day = self._days.get(source)
        key = "pages.evidence_dated" if day else "pages.evidence"
        return self.text(key, source=source, lines=lines, day=day)

    def others(self, reported_by: Sequence[str], name: str) -> list[str]:
        """Return the names of those who report something, less one."""
        return [one for one in self.words.names(reported_by) if one != name]

    def own_first(self, reported_by: Sequence[str], own: str) -> list[str]:
        """Return the names of those who report something, one of them first."""
        return sorted(self.words.names(reported_by), key=lambda name: name != own)

    def forum_links(self, ids: Iterable[str]) -> list[Link]:
        """Return the links to some fora, in the order of the ids, each once."""
        return [self.forum_link(id_) for id_ in dict.fromkeys(ids) if id_ in self.forums]

    def of_kinds(self, facts: Mapping[str, Sequence[MapFact]], kinds: Sequence[str]) -> list[MapFact]:
        """Return the facts of some kinds, kind by kind."""
        return [fact for kind in kinds for fact in facts.get(kind, ())]

    def dated(self, one: MapRound) -> str:
        """Return a round's title and date."""
        return f"{short(one.title)} ({self.words.day(one.date)})"

    def about(self, one: MapConflict) -> str:
        """Return what a conflict is about: *møder (ledelse)*, *er Vejen med?*."""
        level = self.words.of("level", one.subject) if one.subject else None
        key = f"pages.about.{one.about}{'_of' if one.subject else ''}"
        return self.text(key, subject=short(level) if level else "")

    def wish(self, answer: str) -> str:
        """Return the word for an answer to the question what is missing."""
        return self.text.section("pages.wish").get(answer, answer)

    def organisation_kind(self, kind: str) -> str:
        """Return the word for a kind of organisation."""
        return self.text.section("organisations.kind").get(kind, kind)

    def round_title(self, id_: str | None) -> str:
        """Return the title of a round where there are several to tell apart, and nothing where there is one."""
        return short(self.rounds[id_].title) if id_ in self.rounds and len(self.rounds) > 1 else ""

    def area(self, id_: str) -> str:
        """Return an area's number and name, as it is marked on the small maps."""
        return f"{self.numbers[id_]} {self.area_names[id_]}" if id_ in self.numbers else id_


def counted(claims: Sequence[MapMembership]) -> bool:
    """Return whether a municipality is a member in a figure: it says so, or another names it."""
    return any(claim.basis in COUNTED for claim in claims)


def strongest(claims: Sequence[MapMembership]) -> str | None:
    """Return the best basis on which a municipality is counted in; None where it is counted out, and not in by name."""
    found = {claim.basis for claim in claims}
    wanted = COUNTED if "excluded" in found else DRAWN
    return next((basis for basis in wanted if basis in found), None)


def short(name: str) -> str:
    """Return a name that fits a list."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
