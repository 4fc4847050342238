"""Records of bodies that people took as one made records of the one that stands, so that no later stage knows of it.

Nothing that is said is lost: what would be the same claim twice becomes one with the evidence of both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from forumgraph.ingest.identity import standing
from forumgraph.ingest.lines import cite
from forumgraph.ingest.moments import last_day
from forumgraph.ingest.records import (
    ApartRecord,
    DecisionRecord,
    ForumRecord,
    OrganisationRecord,
    Records,
    SuccessionRecord,
    TierRecord,
)
from forumgraph.ingest.values import Confidence

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from forumgraph.ingest.publication_records import ThemeRecord
    from forumgraph.ingest.records import WishRecord

    R = TypeVar("R", bound=DataclassInstance)
    N = TypeVar("N", WishRecord, ThemeRecord)
else:
    R = N = TypeVar("R")

_LEVELS = ("political", "management", "operational")  # from the top down
_ENDING = (".", "!", "?", "…", ":", ";")

#: Claims that name a forum in one field: they move with it as they are.
_CLAIMS = (
    "mentions", "aliases", "memberships", "meetings", "participations", "statements", "figures", "duties", "carriers",
    "claims",
)  # fmt: skip


def settle(records: Records) -> Records:
    """Return the records as the decisions have it: what is the same is one, what is different is kept apart."""
    if not records.decisions:
        return records
    same = [each for each in records.decisions if each.verdict == "same"]
    forums = standing((each.first, each.second) for each in same if each.about == "forum")
    organisations = standing((each.first, each.second) for each in same if each.about == "organisation")
    found = replace(records, **{each.name: list(getattr(records, each.name)) for each in fields(records)})
    found.apart += [
        ApartRecord(each.first, each.second, each.why)
        for each in records.decisions
        if each.verdict == "different" and each.about == "forum"
    ]
    found.decisions = [
        _decision(each, forums if each.about == "forum" else organisations) for each in records.decisions
    ]
    found.apart = _apart(found.apart, forums)
    if forums:
        _Forums(found, forums).move()
    if organisations:
        found.organisations = _organisations(found, organisations)
    if forums or organisations:
        found.seats = _moved(found.seats, {"organisation": organisations, "forum": forums})
    return found


def _decision(record: DecisionRecord, stands: dict[str, str]) -> DecisionRecord:
    first, second = (stands.get(each, each) for each in (record.first, record.second))
    return replace(record, first_body=first, second_body=second)


def _apart(records: list[ApartRecord], stands: dict[str, str]) -> list[ApartRecord]:
    """Keep two bodies apart once, for all the reasons that are given."""
    found: dict[frozenset[str], ApartRecord] = {}
    for each in records:
        moved = ApartRecord(stands.get(each.first, each.first), stands.get(each.second, each.second), each.why)
        pair = frozenset((moved.first, moved.second))
        found[pair] = replace(found[pair], why=_together(found[pair].why, each.why)) if pair in found else moved
    return list(found.values())


def _together(*texts: str | None) -> str:
    """Return texts one after another, each once, as sentences."""
    said = list(dict.fromkeys(text.strip() for text in texts if text))
    return " ".join(text if text.endswith(_ENDING) or text == said[-1] else f"{text}." for text in said)


def _moved(records: list[R], moves: dict[str, dict[str, str]]) -> list[R]:
    """Return records whose fields name what stands; two of different entries that say the same become one.

    What moves comes after what stands there already, so that this keeps its number among the claims on the body.
    """
    found = [each for each in records if _stays(each, moves)]
    first: dict[Any, tuple[int, Any]] = {}
    for n, each in enumerate(found):
        first.setdefault(replace(each, evidence=()), (n, _origin(each, moves)))
    for record in (each for each in records if not _stays(each, moves)):
        changes = {name: stands.get(getattr(record, name), getattr(record, name)) for name, stands in moves.items()}
        moved: Any = replace(record, **changes)
        at, other = first.setdefault(replace(moved, evidence=()), (len(found), _origin(record, moves)))
        if at < len(found) and other != _origin(record, moves):
            found[at] = _with(found[at], moved.evidence)
        else:
            found.append(moved)
    return found


def _stays(record: Any, moves: dict[str, dict[str, str]]) -> bool:
    return not any(getattr(record, name) in stands for name, stands in moves.items())


def _origin(record: Any, moves: dict[str, dict[str, str]]) -> tuple[str, ...]:
    return tuple(getattr(record, name) for name in moves)


def _with(record: Any, evidence: tuple[str, ...]) -> Any:
    return replace(record, evidence=cite((*record.evidence, *evidence), None))


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


@dataclass
class _Forums:
    """Moves everything that is said of fora that give way to those that stand."""

    records: Records
    stands: dict[str, str]

    def of(self, forum: str) -> str:
        return self.stands.get(forum, forum)

    def move(self) -> None:
        records = self.records
        for name in _CLAIMS:
            setattr(records, name, _moved(getattr(records, name), {"forum": self.stands}))
        records.forums = self._forums()
        records.tiers = self._tiers()
        records.successions = self._successions()
        records.wishes = [self._naming(each) for each in records.wishes]
        records.themes = [self._naming(each) for each in records.themes]

    def _forums(self) -> list[ForumRecord]:
        bodies: dict[str, list[ForumRecord]] = {}
        for each in self.records.forums:
            bodies.setdefault(self.of(each.id), []).append(each)
        found = []
        for stands, entries in bodies.items():
            entries.sort(key=lambda each: each.id != stands)  # the one that stands first, the others as they come
            found.append(self._body(entries) if len(entries) > 1 else self._part(entries[0]))
        order = {each.id: n for n, each in enumerate(self.records.forums)}
        return sorted(found, key=lambda each: order[each.id])

    def _part(self, entry: ForumRecord) -> ForumRecord:
        return replace(entry, part_of=self.of(entry.part_of)) if entry.part_of else entry

    def _body(self, entries: list[ForumRecord]) -> ForumRecord:
        """One body of several entries: what it is by the first, what can stand together by all."""
        stands, others = entries[0], entries[1:]
        ids = {each.id for each in entries}
        same = [each for each in self.records.decisions if each.verdict == "same" and each.about == "forum"]
        above = [self.of(each.part_of) for each in entries if each.part_of and self.of(each.part_of) != stands.id]
        since = _end(entries, "since", min)
        until = _end(entries, "until", lambda moments: min(moments, key=last_day))
        return replace(
            stands,
            levels=_unique(level for each in entries for level in each.levels),
            tasks=_unique(task for each in entries for task in each.tasks),
            areas=self._areas(entries),
            part_of=next(iter(above), None),
            since=since[0],
            since_at_least=since[1],
            until=until[0],
            until_at_most=until[1],
            merged=_together(*(each.merged for each in entries), *(each.why for each in same if each.first in ids)),
            note=_together(*(each.note for each in entries)) or None,
            other_ids=tuple(each.id for each in others),
            other_names=_unique(each.name for each in others if each.name != stands.name),
            reach=next((each.reach for each in entries if each.reach), None),
        )

    def _areas(self, entries: list[ForumRecord]) -> tuple[str, ...]:
        order = {area.id: area.position for area in self.records.areas}
        return tuple(sorted({area for each in entries for area in each.areas}, key=order.__getitem__))

    def _tiers(self) -> list[TierRecord]:
        bodies: dict[str, list[TierRecord]] = {}
        for each in sorted(self.records.tiers, key=lambda each: each.forum in self.stands):
            _place(bodies.setdefault(self.of(each.forum), []), each)
        return [
            replace(each, forum=forum, rank=rank)
            for forum, tiers in bodies.items()
            for rank, each in enumerate(tiers, 1)
        ]

    def _successions(self) -> list[SuccessionRecord]:
        found: dict[tuple[str, str], SuccessionRecord] = {}
        for each in self.records.successions:
            moved = replace(each, forum=self.of(each.forum), predecessor=self.of(each.predecessor))
            key = (moved.forum, moved.predecessor)
            if moved.forum == moved.predecessor:
                continue  # a body does not carry itself on
            found[key] = _succession(found[key], moved) if key in found else moved
        return list(found.values())

    def _naming(self, record: N) -> N:
        return replace(record, forums=_unique(self.of(each) for each in record.forums))


def _succession(first: SuccessionRecord, other: SuccessionRecord) -> SuccessionRecord:
    """One succession of two: its kind by the first, its date as exact, and itself as certain, as either says."""
    return replace(
        first,
        how=_together(first.how, other.how),
        evidence=cite((*first.evidence, *other.evidence), None),
        date=max(first.date, other.date, key=lambda date: len(date or "")),
        confidence=min(first.confidence, other.confidence, key=get_args(Confidence).index),
    )


def _place(tiers: list[TierRecord], tier: TierRecord) -> None:
    """Put a level of a forum among those of a body; the same level of another entry adds its evidence."""
    for n, each in enumerate(tiers):
        if each.forum != tier.forum and (each.name, each.level) == (tier.name, tier.level):
            tiers[n] = _with(each, tier.evidence)
            return
    if all(each.forum == tier.forum for each in tiers):
        tiers.append(tier)
        return
    above = [n for n, each in enumerate(tiers, 1) if _LEVELS.index(each.level) <= _LEVELS.index(tier.level)]
    tiers.insert(max(above, default=0), tier)


def _end(entries: list[ForumRecord], key: str, strongest: Callable[[list[str]], str]) -> tuple[str | None, str | None]:
    """Return when a body began or ended: as exactly as any entry says, else the strongest bound that one gives."""
    exact = [found for each in entries if (found := getattr(each, key))]
    bound = "since_at_least" if key == "since" else "until_at_most"
    bounds = [found for each in entries if (found := getattr(each, bound))]
    if exact:
        return max(exact, key=len), None
    return None, strongest(bounds) if bounds else None


def _organisations(records: Records, stands: dict[str, str]) -> list[OrganisationRecord]:
    bodies: dict[str, list[OrganisationRecord]] = {}
    for each in records.organisations:
        bodies.setdefault(stands.get(each.id, each.id), []).append(each)
    found = []
    for id_, entries in bodies.items():
        entries.sort(key=lambda each: each.id != id_)
        found.append(_organisation(entries) if len(entries) > 1 else entries[0])
    order = {each.id: n for n, each in enumerate(records.organisations)}
    return sorted(found, key=lambda each: order[each.id])


def _organisation(entries: list[OrganisationRecord]) -> OrganisationRecord:
    stands, others = entries[0], entries[1:]
    names = [*stands.aliases, *(name for each in others for name in (each.name, *each.aliases))]
    return replace(
        stands,
        aliases=tuple(name for name in _unique(names) if name != stands.name),
        note=_together(*(each.note for each in entries)) or None,
        other_ids=tuple(each.id for each in others),
    )
