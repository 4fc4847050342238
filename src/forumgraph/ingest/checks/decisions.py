"""What people decided on identity: on two of one kind, once, without contradicting itself or what is kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from forumgraph.ingest.findings import Finding
from forumgraph.ingest.identity import about_of, groups, standing
from forumgraph.ingest.moments import first_day, last_day

if TYPE_CHECKING:
    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.findings import Place
    from forumgraph.ingest.models import Decision, Forum

    Decided = Located[Decision]


def of_two_kinds(data: Dataset) -> Iterator[Finding]:
    """FG420: a forum and an organisation are not compared."""
    for each in data.decisions:
        known = [[id_ in data.ids(section) for id_ in each.entry.pair] for section in ("forums", "organisations")]
        if all(any(found) for found in zip(*known, strict=True)) and not about_of(each.entry, data):
            yield Finding("FG420", each.place("pair"), ", ".join(each.entry.pair))


def of_one(data: Dataset) -> Iterator[Finding]:
    """FG421: a body is the same as itself without a decision."""
    for each in data.decisions:
        first, second = each.entry.pair
        if first == second:
            yield Finding("FG421", each.place("pair", 1), first)


def decided_twice(data: Dataset) -> Iterator[Finding]:
    """FG422: two decisions on one pair, in whichever order and files."""
    seen: dict[frozenset[str], Place] = {}
    for each in data.decisions:
        pair, place = frozenset(each.entry.pair), each.place("pair")
        if pair in seen:
            yield Finding("FG422", place, ", ".join(each.entry.pair), values={"first": str(seen[pair])})
        seen.setdefault(pair, place)


def contradicting(data: Dataset) -> Iterator[Finding]:
    """FG423: two that are the same through others cannot be anything else to each other."""
    for about in ("forum", "organisation"):
        same = _same(data, about)
        of = {id_: n for n, group in enumerate(groups(_pairs(same))) for id_ in group}
        decided = {frozenset(pair) for pair in _pairs(same)}
        for each in _about(data, about):
            first, second = each.entry.pair
            joined = first in of and of[first] == of.get(second)
            if joined and first != second and frozenset(each.entry.pair) not in decided:
                other = next(other for other in same if of[other.entry.pair[0]] == of[first])
                values = {"verdict": each.entry.verdict, "first": str(other.place("pair"))}
                yield Finding("FG423", each.place("verdict"), f"{first}, {second}", values=values)


def kept_apart(data: Dataset) -> Iterator[Finding]:
    """FG424: two that are kept apart cannot be the same, nor through others."""
    apart = {
        frozenset((a, b)): pair.place("forums")
        for pair in reversed(data.kept_apart)
        for n, a in enumerate(pair.entry.forums)
        for b in pair.entry.forums[n + 1 :]
    }
    of: dict[str, list[str]] = {}
    for each in _same(data, "forum"):
        one, other = (of.setdefault(id_, [id_]) for id_ in each.entry.pair)
        if one is other:
            continue
        for a, b in ((a, b) for a in one for b in other):
            if place := apart.get(frozenset((a, b))):
                yield Finding("FG424", each.place("pair"), f"{a}, {b}", values={"other": str(place)})
        one += other
        of |= dict.fromkeys(other, one)


def impossible_bodies(data: Dataset) -> Iterator[Finding]:
    """FG425: what is said of entries that are the same has to hold for one body."""
    same = _same(data, "forum")
    stands, forums = standing(_pairs(same)), data.ids("forums")
    for group in groups(_pairs(same)):
        entries = [forums[id_] for id_ in group]
        last = next(each for each in reversed(same) if each.entry.pair[0] in group)
        for key in _impossible(entries, stands):
            yield Finding("FG425", last.place("pair"), ", ".join(group), values={"key": key})
    yield from _circles(data, stands)


def _pairs(decisions: list[Decided]) -> list[tuple[str, ...]]:
    return [each.entry.pair for each in decisions]


def _about(data: Dataset, about: str) -> list[Decided]:
    return [each for each in data.decisions if about_of(each.entry, data) == about]


def _same(data: Dataset, about: str) -> list[Decided]:
    return [each for each in _about(data, about) if each.entry.verdict == "same"]


def _impossible(entries: list[Forum], stands: dict[str, str]) -> Iterator[str]:
    """Yield the keys whose values no one body can have together."""
    own = {stands.get(each.id, each.id) for each in entries}
    if len({stands.get(each.part_of, each.part_of) for each in entries if each.part_of} - own) > 1:
        yield "part_of"
    since = [each.since for each in entries if each.since]
    until = [each.until for each in entries if each.until]
    if _differ(since) or any(_before(each.since_at_least, moment) for each in entries for moment in since):
        yield "since"
    if _differ(until) or any(_before(each.until_at_most, moment) for each in entries for moment in until):
        yield "until"
    starts = [*since, *(each.since_at_least for each in entries)]
    ends = [*until, *(each.until_at_most for each in entries)]
    if len(entries) > 1 and any(_before(end, start) for end in ends for start in starts if start):
        yield "until"


def _differ(moments: list[str]) -> bool:
    """Say whether two moments cannot be the same day, month or year, one known more exactly than the other."""
    return any(not (a.startswith(b) or b.startswith(a)) for a in moments for b in moments)


def _before(moment: str | None, other: str) -> bool:
    return moment is not None and last_day(moment) < first_day(other)


def _circles(data: Dataset, stands: dict[str, str]) -> Iterator[Finding]:
    """Yield where decisions make a forum part of, or the successor of, itself through others; entries alone do not."""
    parts = [each for each in _about(data, "forum") if each.entry.verdict == "part_of"]
    above = [(each.entry.id, each.entry.part_of) for each in data.forums if each.entry.part_of]
    before = [(each.entry.id, one.forum) for each in data.forums for one in each.entry.succeeds]
    for key, edges, decided in (("part_of", above, [*_pairs(parts)]), ("succeeds", before, [])):
        moved = [(stands.get(a, a), stands.get(b, b)) for a, b in (*edges, *decided)]
        circle = _circle(moved)
        if circle and not _circle(edges):
            named = [each for each in data.decisions if {stands.get(id_, id_) for id_ in each.entry.pair} & set(circle)]
            values = {"key": key}
            yield Finding("FG425", named[-1].place("pair"), ", ".join(circle), values=values)


def _circle(edges: list[tuple[str, str]]) -> list[str]:
    """Return the ids of one circle; a link to itself is none."""
    leads: dict[str, list[str]] = {}
    for start, end in edges:
        if start != end:
            leads.setdefault(start, []).append(end)
    try:
        TopologicalSorter(leads).prepare()
    except CycleError as error:
        return sorted(set(error.args[1]))
    return []
