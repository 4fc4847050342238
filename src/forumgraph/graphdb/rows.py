"""Records to rows: for each kind of node and relation of the schema, the rows that a load writes.

A node's row is a mapping of its properties; a relation's row has ``start`` and ``end`` (keys of its nodes) beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from forumgraph.graphdb.schema import KINDS
from forumgraph.ingest.records import (
    AliasRecord,
    ClaimRecord,
    ForumRecord,
    MeetingRecord,
    Records,
    TierRecord,
    WishRecord,
)

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def to_rows(records: Records, load: Row) -> Rows:
    """Return the rows by the name of their kind, every kind of the schema included; ``load`` says what is loaded."""
    rows = _nodes(records) | _relations(records) | _claims_on_forums(records)
    rows["Load"] = [load]
    kinds = [kind.name for kind in KINDS]
    if set(rows) != set(kinds):
        raise AssertionError(f"rows and schema differ in {set(rows) ^ set(kinds)}")
    return {kind: rows[kind] for kind in kinds}


def _link(start: str, end: str, **properties: Any) -> Row:
    return {
        "start": start,
        "end": end,
        **{name: list(each) if isinstance(each, tuple) else each for name, each in properties.items()},
    }


def _only(record: Any, *left_out: str) -> Row:
    """The fields of a record as properties; engines take lists, not tuples."""
    fields = {name: getattr(record, name) for name in record.__dataclass_fields__ if name not in left_out}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def _nodes(records: Records) -> Rows:
    return {
        "Municipality": [_only(each) for each in records.municipalities],
        "Area": [_only(each) for each in records.areas],
        "Task": [_only(each) for each in records.tasks],
        "Source": [_only(each) for each in records.sources],
        "Round": [_only(each, "areas") for each in records.rounds],
        "Claim": [_only(each, "round", "areas") for each in records.claims],
        "Organisation": [_only(each) for each in records.organisations],
        "Forum": [_only(each, "tasks", "areas", "part_of") for each in records.forums],
        "Tier": [{"id": _tier_id(each), **_only(each, "forum")} for each in records.tiers],
        "Answer": [_only(each, "municipality", "area", "round") for each in records.answers],
        "Wish": [{"id": _wish_id(each), **_only(each, "municipality", "round", "forums")} for each in records.wishes],
    }


def _relations(records: Records) -> Rows:
    return {
        "READ_FROM": [_link(each.id, each.source) for each in records.rounds],
        "ASKED_ABOUT": [
            _link(each.id, area, position=n + 1) for each in records.rounds for n, area in enumerate(each.areas)
        ],
        "ASKED_IN": [_link(each.municipality, each.round, evidence=each.evidence) for each in records.asked],
        "CLAIMED_IN": [_link(each.id, each.round) for each in records.claims],
        "CONCERNS": _spread(records.claims, "areas"),
        "GAVE": [_link(each.municipality, each.id) for each in records.answers],
        "IN_AREA": [_link(each.id, each.area) for each in records.answers],
        "IN_ROUND": [_link(each.id, each.round) for each in records.answers],
        "NAMES": [_link(each.answer, each.forum, evidence=each.evidence) for each in records.mentions],
        "WORKS_IN": _spread(records.forums, "areas"),
        "HAS_TASK": _spread(records.forums, "tasks"),
        "HAS_TIER": [_link(each.forum, _tier_id(each)) for each in records.tiers],
        "PART_OF": [_link(each.id, each.part_of) for each in records.forums if each.part_of],
        "SUCCEEDS": [
            _link(each.forum, each.predecessor, how=each.how, evidence=each.evidence) for each in records.successions
        ],
        "KEPT_APART_FROM": [_link(each.first, each.second, why=each.why) for each in records.apart],
        "WISHED": [_link(each.municipality, _wish_id(each)) for each in records.wishes],
        "WISHED_IN": [_link(_wish_id(each), each.round) for each in records.wishes],
        "WISH_NAMES": [_link(_wish_id(each), forum) for each in records.wishes for forum in each.forums],
    }


def _claims_on_forums(records: Records) -> Rows:
    """What municipalities say of fora: the reporter goes by name, as every answer prints it."""
    names = {each.code: each.name for each in records.municipalities}

    def said(record: Any, *left_out: str) -> Row:
        row = _only(record, "forum", *left_out)
        return row | {"reported_by": names.get(row.get("reported_by") or "")}

    def by_itself(record: Any) -> Row:
        return _only(record, "forum", "municipality") | {"reported_by": names[record.municipality]}

    aliases, meetings = _numbered(records.aliases), _numbered(records.meetings)
    return {
        "Alias": [{"id": key, **said(each)} for key, each in aliases],
        "CALLED": [_link(each.forum, key) for key, each in aliases],
        "Meeting": [{"id": key, **said(each)} for key, each in meetings],
        "MEETS": [_link(each.forum, key) for key, each in meetings],
        "MEMBER_OF": [
            _link(each.municipality, each.forum, position=n, **said(each, "municipality"))
            for n, each in enumerate(records.memberships)
        ],
        "TAKES_PART": [
            _link(each.municipality, each.forum, position=n, **by_itself(each))
            for n, each in enumerate(records.participations)
        ],
        "SITS_IN": [
            _link(each.organisation, each.forum, position=n, **said(each, "organisation"))
            for n, each in enumerate(records.seats)
        ],
    }


def _numbered(found: Sequence[AliasRecord | MeetingRecord]) -> list[tuple[str, Any]]:
    return [(f"{each.forum}/{n:05}", each) for n, each in enumerate(found)]


def _spread(found: Sequence[ClaimRecord | ForumRecord], field: str) -> list[Row]:
    return [_link(each.id, word) for each in found for word in getattr(each, field)]


def _tier_id(tier: TierRecord) -> str:
    return f"{tier.forum}/{tier.rank}"


def _wish_id(wish: WishRecord) -> str:
    return f"{wish.round}/{wish.municipality}"
