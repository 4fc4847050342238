"""One municipality's reply to flat records: its answers, and what it says of the fora that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.ingest.lines import cite
from forumgraph.ingest.publication_records import StatementRecord
from forumgraph.ingest.records import (
    AnswerRecord,
    AskedRecord,
    MembershipRecord,
    MentionRecord,
    ParticipationRecord,
    Records,
    WishRecord,
)
from forumgraph.ingest.spread import Speaker, listed
from forumgraph.ingest.walk import mentions

if TYPE_CHECKING:
    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.models import Mention, Reply


def flatten_reply(data: Dataset, located: Located[Reply], records: Records) -> None:
    """Add the records of one reply."""
    _Reply(data, located, records).flatten()


class _Reply:
    """Spreads one reply; what all its records share is kept here."""

    def __init__(self, data: Dataset, located: Located[Reply], records: Records) -> None:
        self.reply, self.records = located.entry, records
        self.round = data.round_of(located) or ""
        self.areas = data.areas_of(self.round)
        self.source = data.source_of(located)
        self.code = data.code(located.entry.municipality)
        self.speaker = Speaker(data, self.code, self.round, self.source)

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
                corrects=answer.corrects,
            )
        )

    def _id(self, area: str) -> str:
        return f"{self.round}/{self.code}/{area}"

    def _mention(self, area: str | None, forum: str, mention: Mention, lines: tuple[str, ...]) -> None:
        evidence = cite(lines, self.source)
        if area:
            self.records.mentions.append(MentionRecord(self._id(area), forum, evidence))
        if area and mention.member:
            self.records.memberships.append(
                MembershipRecord(
                    self.code, forum, "self_reported", self.code, None, listed(mention), self.round, evidence
                )
            )
        self.speaker.spread(mention, forum, lines, self.records)
        if mention.members_stated is not None:
            stated = StatementRecord(forum, None, mention.members_stated, None, self.code, self.round, evidence)
            self.records.statements.append(stated)
        if area:
            self._politicians(area, forum, mention, lines)

    def _politicians(self, area: str, forum: str, mention: Mention, lines: tuple[str, ...]) -> None:
        for each in mention.politicians:
            per_year = int(each.per_year.partition("-")[0]) if each.per_year else None
            takes_part = each.role != "none"
            role = each.role if takes_part else "politicians"
            evidence = cite(each.lines or lines, self.source)
            self.records.participations.append(
                ParticipationRecord(forum, self.code, area, role, takes_part, per_year, self.round, evidence)
            )
