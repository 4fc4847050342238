"""Checked entries to flat records: claims of a reply are spread over the records that they are evidence for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.ingest.identity import about_of
from forumgraph.ingest.lines import cite
from forumgraph.ingest.records import (
    AliasRecord,
    AnswerRecord,
    ApartRecord,
    AreaRecord,
    AskedRecord,
    ClaimRecord,
    DecisionRecord,
    ForumRecord,
    MeetingRecord,
    MembershipRecord,
    MentionRecord,
    MunicipalityRecord,
    OrganisationRecord,
    ParticipationRecord,
    Records,
    RoundRecord,
    SeatRecord,
    SourceRecord,
    SuccessionRecord,
    TaskRecord,
    TierRecord,
    WishRecord,
)
from forumgraph.ingest.walk import mentions

if TYPE_CHECKING:
    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.models import Decision, Forum, Mention, Reply, Round


def flatten(data: Dataset) -> Records:
    """Return the records of entries without errors, each as its entry says it, before any decision is followed.

    A reference that does not resolve raises KeyError.
    """
    records = Records()
    _vocabulary(data, records)
    for round_ in data.rounds:
        _round(round_, records)
    areas = _areas_of_forums(data)
    for forum in data.forums:
        _forum(forum, areas[forum.entry.id], data, records)
    for pair in data.kept_apart:
        ids = pair.entry.forums
        records.apart += [ApartRecord(a, b, pair.entry.why) for n, a in enumerate(ids) for b in ids[n + 1 :]]
    records.decisions += [_decision(each.entry, data) for each in data.decisions]
    for reply in data.replies:
        _Reply(data, reply, records).flatten()
    return records


def _vocabulary(data: Dataset, records: Records) -> None:
    for n, area in enumerate(each.entry for each in data.areas):
        names = (area.name.da, area.name.en, area.short.da, area.short.en)
        records.areas.append(AreaRecord(area.id, n + 1, *names))
    records.tasks += [TaskRecord(e.entry.id, e.entry.name.da, e.entry.name.en) for e in data.tasks]
    records.municipalities += [MunicipalityRecord(e.entry.code, e.entry.name, e.entry.kkr) for e in data.municipalities]
    for source in (each.entry for each in data.sources):
        records.sources.append(SourceRecord(source.id, source.title, source.publisher, source.date, source.lines))
    for body in (each.entry for each in data.organisations):
        records.organisations.append(OrganisationRecord(body.id, body.name, body.kind, body.aliases, body.note))


def _round(located: Located[Round], records: Records) -> None:
    entry = located.entry
    evidence = cite((*entry.lines, *entry.questions.values()), entry.source)
    records.rounds.append(
        RoundRecord(entry.id, entry.title, entry.date, entry.source, entry.kkr, tuple(entry.questions), evidence)
    )
    for n, claim in enumerate(entry.claims):
        records.claims.append(
            ClaimRecord(
                id=f"{entry.id}/{claim.id}",
                round=entry.id,
                position=n + 1,
                statement=claim.statement,
                claimed=claim.claimed,
                of=claim.of,
                areas=tuple(dict.fromkeys(claim.areas)),
                evidence=cite(claim.lines, entry.source),
            )
        )


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
        )
    )
    for n, tier in enumerate(entry.tiers):
        records.tiers.append(TierRecord(entry.id, tier.name, tier.level, n + 1, cite(tier.lines, source)))
    for before in entry.succeeds:
        records.successions.append(SuccessionRecord(entry.id, before.forum, before.how, cite(before.lines, source)))
    for inferred in entry.inferred:
        for name in inferred.municipalities:
            evidence = cite(inferred.lines, source)
            records.memberships.append(
                MembershipRecord(
                    data.code(name), entry.id, "inferred", None, inferred.why, False, located.defaults.round, evidence
                )
            )


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


class _Reply:
    """Spreads one reply; what all its records share is kept here."""

    def __init__(self, data: Dataset, located: Located[Reply], records: Records) -> None:
        self.reply, self.records, self.data = located.entry, records, data
        self.round = data.round_of(located) or ""
        self.areas = data.areas_of(self.round)
        self.source = data.source_of(located)
        self.code = data.code(located.entry.municipality)

    def flatten(self) -> None:
        self.records.asked.append(AskedRecord(self.code, self.round, cite(self.reply.row, self.source)))
        for area in self.areas:
            self._answer(area)
        for at in mentions(self.reply):
            self._mention(at.area, at.forum, at.mention, at.mention.lines or at.holder.lines)
        if wish := self.reply.missing_fora:
            evidence = cite(wish.lines, self.source)
            self.records.wishes.append(
                WishRecord(self.code, self.round, wish.answer, wish.summary, tuple(wish.forums), evidence)
            )

    def _answer(self, area: str) -> None:
        answer = self.reply.answers.get(area) or self.reply.every_area
        if answer is None:
            return
        self.records.answers.append(
            AnswerRecord(
                id=self._id(area),
                municipality=self.code,
                area=area,
                round=self.round,
                status=answer.status,
                confidence=answer.confidence,
                alternative=answer.alternative,
                note=answer.note,
                evidence=cite(answer.lines, self.source),
            )
        )

    def _id(self, area: str) -> str:
        return f"{self.round}/{self.code}/{area}"

    def _mention(self, area: str | None, forum: str, mention: Mention, lines: tuple[str, ...]) -> None:
        evidence = cite(lines, self.source)
        if area:
            self.records.mentions.append(MentionRecord(self._id(area), forum, evidence))
        self._names(forum, mention, evidence)
        self._members(forum, mention, evidence, itself=area is not None and mention.member)
        self._meetings(forum, mention, lines)
        self._seats(forum, mention, evidence)
        if area:
            self._politicians(area, forum, mention, lines)

    def _names(self, forum: str, mention: Mention, evidence: tuple[str, ...]) -> None:
        named = [(name, False) for name in mention.called] + [(name, True) for name in mention.described]
        for name, described in named:
            self.records.aliases.append(AliasRecord(forum, name, described, self.code, self.round, evidence))

    def _members(self, forum: str, mention: Mention, evidence: tuple[str, ...], *, itself: bool) -> None:
        claims = [(self.code, "self_reported")] if itself else []
        claims += [(self.data.code(name), "named_by_other") for name in mention.with_]
        claims += [(self.data.code(name), "excluded") for name in mention.without]
        listed = bool(mention.with_) and not mention.and_others
        for code, basis in claims:
            self.records.memberships.append(
                MembershipRecord(code, forum, basis, self.code, None, listed, self.round, evidence)
            )

    def _seats(self, forum: str, mention: Mention, evidence: tuple[str, ...]) -> None:
        for organisation in dict.fromkeys((*mention.organisations, *mention.run_by)):
            runs = organisation in mention.run_by
            self.records.seats.append(SeatRecord(organisation, forum, runs, self.code, self.round, evidence))

    def _meetings(self, forum: str, mention: Mention, lines: tuple[str, ...]) -> None:
        for meets in mention.meets:
            least, _, most = meets.per_year.partition("-")
            evidence = cite(meets.lines or lines, self.source)
            self.records.meetings.append(
                MeetingRecord(forum, int(least), int(most or least), meets.level, self.code, self.round, evidence)
            )

    def _politicians(self, area: str, forum: str, mention: Mention, lines: tuple[str, ...]) -> None:
        for each in mention.politicians:
            per_year = int(each.per_year.partition("-")[0]) if each.per_year else None
            takes_part = each.role != "none"
            role = each.role if takes_part else "politicians"
            evidence = cite(each.lines or lines, self.source)
            self.records.participations.append(
                ParticipationRecord(forum, self.code, area, role, takes_part, per_year, self.round, evidence)
            )
