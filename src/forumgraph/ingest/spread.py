"""What somebody says of a forum, spread over the records that it is evidence for: names, members, meetings, seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.ingest.lines import cite
from forumgraph.ingest.records import AliasRecord, MeetingRecord, MembershipRecord, SeatRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.models import Inferred, Said
    from forumgraph.ingest.records import Records


@dataclass(frozen=True)
class Speaker:
    """Who speaks: ``who`` is a municipality's code or a publisher; ``year`` the time spoken of, if not the round's."""

    data: Dataset
    who: str
    round: str
    source: str | None
    year: str | None = None

    def spread(self, said: Said, forum: str, lines: tuple[str, ...], records: Records) -> None:
        """Add to the records what is said of a forum on some lines; whether the speaker is in it is not among it."""
        evidence = cite(lines, self.source)
        records.aliases += _names(said, forum, self, evidence)
        records.memberships += _others(said, forum, self, evidence)
        records.meetings += _meetings(said, forum, lines, self)
        records.seats += _seats(said, forum, self, evidence)


def inferred(
    entries: tuple[Inferred, ...], forum: str, round_: str | None, source: str | None, data: Dataset
) -> Iterator[MembershipRecord]:
    """Yield the members that nothing but an inference puts in a forum."""
    for entry in entries:
        evidence = cite(entry.lines, source)
        for name in entry.municipalities:
            code = data.code(name)
            yield MembershipRecord(code, forum, "inferred", None, entry.why, False, round_, evidence)


def listed(said: Said) -> bool:
    """Say whether somebody gives a full list of members."""
    return bool(said.with_) and not said.and_others


def _names(said: Said, forum: str, speaker: Speaker, evidence: tuple[str, ...]) -> Iterator[AliasRecord]:
    named = [(name, False) for name in said.called] + [(name, True) for name in said.described]
    for name, described in named:
        yield AliasRecord(forum, name, described, speaker.who, speaker.round, evidence)


def _others(said: Said, forum: str, speaker: Speaker, evidence: tuple[str, ...]) -> Iterator[MembershipRecord]:
    claims = [(name, "named_by_other") for name in said.with_] + [(name, "excluded") for name in said.without]
    for name, basis in claims:
        code, whole = speaker.data.code(name), listed(said)
        yield MembershipRecord(code, forum, basis, speaker.who, None, whole, speaker.round, evidence, year=speaker.year)


def _meetings(said: Said, forum: str, lines: tuple[str, ...], speaker: Speaker) -> Iterator[MeetingRecord]:
    for meets in said.meets:
        least, _, most = meets.per_year.partition("-")
        evidence = cite(meets.lines or lines, speaker.source)
        yield MeetingRecord(forum, int(least), int(most or least), meets.level, speaker.who, speaker.round, evidence)


def _seats(said: Said, forum: str, speaker: Speaker, evidence: tuple[str, ...]) -> Iterator[SeatRecord]:
    for organisation in dict.fromkeys((*said.organisations, *said.run_by)):
        yield SeatRecord(organisation, forum, organisation in said.run_by, speaker.who, speaker.round, evidence)
