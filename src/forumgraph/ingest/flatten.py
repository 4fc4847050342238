"""Checked entries to flat records: words, fora and decisions here, what is said of them in modules of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.ingest.identity import about_of
from forumgraph.ingest.lines import cite
from forumgraph.ingest.publication_records import SourceRecord
from forumgraph.ingest.published import flatten_published
from forumgraph.ingest.records import (
    ApartRecord,
    AreaRecord,
    DecisionRecord,
    ForumRecord,
    MunicipalityRecord,
    OrganisationRecord,
    Records,
    SuccessionRecord,
    TaskRecord,
    TierRecord,
)
from forumgraph.ingest.replies import flatten_reply
from forumgraph.ingest.spread import inferred
from forumgraph.ingest.walk import mentions

if TYPE_CHECKING:
    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.models import Decision, Forum


def flatten(data: Dataset) -> Records:
    """Return the records of entries without errors, each as its entry says it, before any decision is followed.

    A reference that does not resolve raises KeyError.
    """
    records = Records()
    _vocabulary(data, records)
    areas = _areas_of_forums(data)
    for forum in data.forums:
        _forum(forum, areas[forum.entry.id], data, records)
    for pair in data.kept_apart:
        ids = pair.entry.forums
        records.apart += [ApartRecord(a, b, pair.entry.why) for n, a in enumerate(ids) for b in ids[n + 1 :]]
    records.decisions += [_decision(each.entry, data) for each in data.decisions]
    for reply in data.replies:
        flatten_reply(data, reply, records)
    flatten_published(data, records)
    return records


def _vocabulary(data: Dataset, records: Records) -> None:
    for n, area in enumerate(each.entry for each in data.areas):
        names = (area.name.da, area.name.en, area.short.da, area.short.en)
        records.areas.append(AreaRecord(area.id, n + 1, *names))
    records.tasks += [TaskRecord(e.entry.id, e.entry.name.da, e.entry.name.en) for e in data.tasks]
    for own in (each.entry for each in data.municipalities):
        records.municipalities.append(MunicipalityRecord(own.code, own.name, own.kkr, own.since, own.until))
    for source in (each.entry for each in data.sources):
        records.sources.append(SourceRecord(source.id, source.title, source.publisher, source.date, source.lines))
    for body in (each.entry for each in data.organisations):
        records.organisations.append(OrganisationRecord(body.id, body.name, body.kind, body.aliases, body.note))


def _areas_of_forums(data: Dataset) -> dict[str, tuple[str, ...]]:
    """Return the areas of each forum, in order: those in which it was given as an answer, and those its entry adds."""
    found: dict[str, set[str]] = {each.entry.id: set(each.entry.areas) for each in data.forums}
    for reply in data.replies:
        for at in mentions(reply.entry):
            if at.area:
                found[at.forum].add(at.area)
    order = {each.entry.id: n for n, each in enumerate(data.areas)}
    return {forum: tuple(sorted(areas, key=order.__getitem__)) for forum, areas in found.items()}


def _forum(located: Located[Forum], areas: tuple[str, ...], data: Dataset, records: Records) -> None:
    entry, source = located.entry, located.defaults.source
    records.forums.append(
        ForumRecord(
            id=entry.id,
            name=entry.name,
            kind=entry.kind,
            status=entry.status,
            levels=entry.levels,
            tasks=tuple(dict.fromkeys(entry.tasks)),
            areas=areas,
            part_of=entry.part_of,
            since=entry.since,
            since_at_least=entry.since_at_least,
            until=entry.until,
            until_at_most=entry.until_at_most,
            merged=entry.merged,
            note=entry.note,
            reach=entry.reach,
        )
    )
    for n, tier in enumerate(entry.tiers):
        records.tiers.append(TierRecord(entry.id, tier.name, tier.level, n + 1, cite(tier.lines, source)))
    for before in entry.succeeds:
        evidence = cite(before.lines, source)
        records.successions.append(
            SuccessionRecord(entry.id, before.forum, before.how, evidence, before.kind, before.date, before.confidence)
        )
    records.memberships += inferred(entry.inferred, entry.id, located.defaults.round, source, data)


def _decision(entry: Decision, data: Dataset) -> DecisionRecord:
    first, second = entry.pair
    about = about_of(entry, data) or ""
    named = data.ids("forums" if about == "forum" else "organisations")
    names = [named[id_].name if id_ in named else id_ for id_ in entry.pair]
    return DecisionRecord(
        id=f"{first}/{second}",
        first=first,
        second=second,
        first_name=names[0],
        second_name=names[1],
        first_body=first,
        second_body=second,
        about=about,
        verdict=entry.verdict,
        why=entry.why,
        decided_by=entry.decided_by,
        date=entry.date,
    )
