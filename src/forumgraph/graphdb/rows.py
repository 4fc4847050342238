"""Records to rows: for each kind of node and relation of the schema, the rows that a load writes.

A node's row is a mapping of its properties; a relation's row has ``start`` and ``end`` (keys of its nodes) beside them.
Numbers that tell claims apart count within one forum, so that an edit of one forum leaves the rows of all others alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

from forumgraph.graphdb.loaded import Loaded
from forumgraph.graphdb.schema import KINDS
from forumgraph.graphdb.table import Row, Rows, Table
from forumgraph.ingest.publication_records import ProgressRecord
from forumgraph.ingest.records import Records, TierRecord, WishRecord

T = TypeVar("T")
Made = tuple[Iterable[Any], Callable[[Any], Row]]
"""What the rows of a kind are made of, and how."""


def to_rows(records: Records, load: Loaded) -> Rows:
    """Return the rows by the name of their kind, every kind of the schema included; ``load`` says what is loaded."""
    own: dict[str, Made] = {"Load": ([load], lambda each: each.row)}
    made = _nodes(records) | _relations(records) | _published(records) | _claims_on_forums(records) | own
    kinds = {kind.name: kind for kind in KINDS}
    if set(made) != set(kinds):
        raise AssertionError(f"rows and schema differ in {set(made) ^ set(kinds)}")
    return {name: Table(kind, *made[name]) for name, kind in kinds.items()}


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


def _without(*left_out: str) -> Callable[[Any], Row]:
    return lambda record: _only(record, *left_out)


def _nodes(records: Records) -> dict[str, Made]:
    return {
        "Municipality": (records.municipalities, _only),
        "Area": (records.areas, _only),
        "Task": (records.tasks, _only),
        "Source": (records.sources, _only),
        "Round": (records.rounds, lambda each: {"day": str(each.date), **_only(each, "areas", "definitions")}),
        "Claim": (records.claims, _without("round", "areas")),
        "Organisation": (records.organisations, _only),
        "Forum": (records.forums, _without("tasks", "areas", "part_of")),
        "Tier": (records.tiers, lambda each: {"id": _tier_id(each), **_only(each, "forum")}),
        "Decision": (records.decisions, _only),
        "Finding": (records.figures, _without("forum")),
        "Requirement": (records.requirements, _without("succeeds")),
        "Theme": (records.themes, _without("part_of", "tasks", "forums")),
        "Duty": (records.duties, _without("forum", "tasks")),
        "Answer": (records.answers, _without("municipality", "area", "round")),
        "Wish": (
            records.wishes,
            lambda each: {"id": _wish_id(each), **_only(each, "municipality", "round", "forums")},
        ),
    }


def _relations(records: Records) -> dict[str, Made]:
    questions = [(each.id, area, n + 1) for each in records.rounds for n, area in enumerate(each.areas)]
    return {
        "READ_FROM": _links((each.id, each.source) for each in records.rounds),
        "ASKED_ABOUT": (questions, lambda each: _link(each[0], each[1], position=each[2])),
        "ASKED_IN": (records.asked, lambda each: _link(each.municipality, each.round, evidence=each.evidence)),
        "CLAIMED_IN": _links((each.id, each.round) for each in records.claims),
        "CONCERNS": _links((each.id, area) for each in records.claims for area in each.areas),
        "GAVE": _links((each.municipality, each.id) for each in records.answers),
        "IN_AREA": _links((each.id, each.area) for each in records.answers),
        "IN_ROUND": _links((each.id, each.round) for each in records.answers),
        "NAMES": (records.mentions, lambda each: _link(each.answer, each.forum, evidence=each.evidence)),
        "WORKS_IN": _links((each.id, area) for each in records.forums for area in each.areas),
        "HAS_TASK": _links((each.id, task) for each in records.forums for task in each.tasks),
        "HAS_TIER": _links((each.forum, _tier_id(each)) for each in records.tiers),
        "PART_OF": _links((each.id, each.part_of) for each in records.forums if each.part_of),
        "SUCCEEDS": (
            records.successions,
            lambda each: {"start": each.forum, "end": each.predecessor, **_only(each, "forum", "predecessor")},
        ),
        "KEPT_APART_FROM": (records.apart, lambda each: _link(each.first, each.second, why=each.why)),
        "WISHED": _links((each.municipality, _wish_id(each)) for each in records.wishes),
        "WISHED_IN": _links((_wish_id(each), each.round) for each in records.wishes),
        "WISH_NAMES": _links((_wish_id(each), forum) for each in records.wishes for forum in each.forums),
    }


def _published(records: Records) -> dict[str, Made]:
    definitions = [(each.id, *one) for each in records.rounds for one in each.definitions]
    return {
        "FOUND_IN": _links((each.id, each.round) for each in records.figures),
        "FOUND_OF": _links((each.id, each.forum) for each in records.figures if each.forum),
        "DEFINES": (definitions, lambda each: _link(each[0], each[1], definition=each[2])),
        "REPLACES": _links((each.id, each.succeeds) for each in records.requirements if each.succeeds),
        "PROGRESSED": _progress(records.progress),
        "BELOW": _links((each.id, each.part_of) for each in records.themes if each.part_of),
        "ADDRESSED_BY": _links((each.id, task) for each in records.themes for task in each.tasks),
        "SPEAKS_OF": _links((each.id, forum) for each in records.themes for forum in each.forums),
        "DUTY_OF": _links((each.id, each.forum) for each in records.duties),
        "CARRIED_ON_BY": _links((each.id, task) for each in records.duties for task in each.tasks),
        "TAKEN_ON_BY": (records.carriers, lambda each: _link(each.duty, each.forum, evidence=each.evidence)),
    }


def _progress(records: Sequence[ProgressRecord]) -> Made:
    """What municipalities report, numbered among what each says of one requirement."""

    def make(numbered: tuple[int, ProgressRecord]) -> Row:
        n, record = numbered
        said = _only(record, "municipality", "requirement")
        return _link(record.municipality, record.requirement, position=n, **said)

    return _numbered(records, lambda each: (each.municipality, each.requirement)), make


def _links(pairs: Iterable[tuple[str, str]]) -> Made:
    return pairs, lambda pair: _link(*pair)


def _claims_on_forums(records: Records) -> dict[str, Made]:
    """What is said of fora: a municipality goes by its name, as every answer prints it; a publisher has no other."""
    names = {each.code: each.name for each in records.municipalities}

    def said(record: Any, *left_out: str) -> Row:
        row = _only(record, "forum", *left_out)
        reporter = row.get("reported_by")
        return row | {"reported_by": names.get(reporter or "", reporter)}

    def by_itself(record: Any) -> Row:
        return _only(record, "forum", "municipality") | {"reported_by": names[record.municipality]}

    def node(numbered: tuple[int, Any]) -> Row:
        return {"id": _claim_id(numbered), **said(numbered[1])}

    aliases = _numbered(records.aliases, lambda each: each.forum)
    meetings = _numbered(records.meetings, lambda each: each.forum)
    statements = _numbered(records.statements, lambda each: each.forum)
    return {
        "Alias": (aliases, node),
        "CALLED": _links((each[1].forum, _claim_id(each)) for each in aliases),
        "Meeting": (meetings, node),
        "MEETS": _links((each[1].forum, _claim_id(each)) for each in meetings),
        "Statement": (statements, node),
        "TOLD": _links((each[1].forum, _claim_id(each)) for each in statements),
        "MEMBER_OF": _placed(records.memberships, "municipality", lambda each: said(each, "municipality")),
        "TAKES_PART": _placed(records.participations, "municipality", by_itself),
        "SITS_IN": _placed(records.seats, "organisation", lambda each: said(each, "organisation")),
    }


def _placed(records: Sequence[Any], who: str, properties: Callable[[Any], Row]) -> Made:
    """Claims on somebody's place in a forum, numbered among those on the same two."""

    def make(numbered: tuple[int, Any]) -> Row:
        n, record = numbered
        return _link(getattr(record, who), record.forum, position=n, **properties(record))

    return _numbered(records, lambda each: (getattr(each, who), each.forum)), make


def _numbered(records: Iterable[T], group: Callable[[T], Hashable]) -> list[tuple[int, T]]:
    """Number records within their group, from 0, in the order in which they come."""
    counts: Counter[Hashable] = Counter()
    found = []
    for record in records:
        key = group(record)
        found.append((counts[key], record))
        counts[key] += 1
    return found


def _claim_id(numbered: tuple[int, Any]) -> str:
    return f"{numbered[1].forum}/{numbered[0]:05}"


def _tier_id(tier: TierRecord) -> str:
    return f"{tier.forum}/{tier.rank}"


def _wish_id(wish: WishRecord) -> str:
    return f"{wish.round}/{wish.municipality}"
