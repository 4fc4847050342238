"""The settled data as facts, read through the same door as everything else reads it."""

from __future__ import annotations

from pathlib import Path

from agreement.facts import Facts, Key, collected, frequency, numbers, participation, spans
from forumgraph.ingest import read
from forumgraph.ingest.records import Records

KKR = "Syddanmark"


class Settled:
    """The settled data: its facts, and on which lines each municipality speaks of each forum."""

    def __init__(self, files: list[Path]) -> None:
        """Read the files of one survey; an error in them ends the run, since there is nothing to compare."""
        records = read(files).records
        if records is None:
            raise SystemExit("The data has errors. Run forumgraph validate first.")
        self.records: Records = records
        self.name = {each.code: each.name for each in records.municipalities}
        self.cell = {each.id: (self.name[each.municipality], each.area) for each in records.answers}
        self.reports = self._reports()
        self.facts = Facts()
        self._cells()
        self._bodies()
        self._claims()
        self._rest()

    def forums(self) -> list[str]:
        """Return the ids of all fora."""
        return [forum.id for forum in self.records.forums]

    def _reports(self) -> dict[str, dict[str, set[int]]]:
        found: dict[str, dict[str, set[int]]] = {forum: {} for forum in self.forums()}
        for mention in self.records.mentions:
            who = self.cell[mention.answer][0]
            found[mention.forum].setdefault(who, set()).update(_numbers(mention.evidence))
        for wish in self.records.wishes:
            for forum in wish.forums:
                found[forum].setdefault(self.name[wish.municipality], set()).update(_numbers(wish.evidence))
        return found

    def _cells(self) -> None:
        say = self.facts.say
        for answer in self.records.answers:
            key = self.cell[answer.id]
            lines = _numbers(answer.evidence)
            say("status", key, answer.status)
            say("confidence", key, answer.confidence)
            say("alternative", key, answer.alternative)
            say("cell lines", key, spans(lines), lines)
        for mention in self.records.mentions:
            say("names", (*self.cell[mention.answer], mention.forum))
        asked = {each.municipality for each in self.records.asked}
        for each in self.records.municipalities:
            if each.kkr == KKR and each.code not in asked:
                for area in self.records.areas:
                    say("status", (each.name, area.id), "not_asked")
                    say("confidence", (each.name, area.id), "certain")

    def _bodies(self) -> None:
        say = self.facts.say
        for forum in self.records.forums:
            key = (forum.id,)
            say("body", key)
            say("kind", key, forum.kind)
            say("body status", key, forum.status)
            say("levels", key, ", ".join(sorted(forum.levels)))
            say("areas", key, ", ".join(sorted(forum.areas)))
            say("part of", key, forum.part_of)
            tiers = sorted((tier.rank, tier.level) for tier in self.records.tiers if tier.forum == forum.id)
            say("tiers", key, ", ".join(level for _, level in tiers))
        for each in self.records.successions:
            say("carries on", (each.forum,))
        for pair in self.records.apart:
            say("kept apart", tuple(sorted((pair.first, pair.second))))

    def _claims(self) -> None:
        say, name = self.facts.say, self.name
        for each in self.records.memberships:
            reporter = [name[each.reported_by]] if each.reported_by else []
            key: Key = (each.forum, name[each.municipality], each.basis, *reporter)
            say("membership", key, lines=_numbers(each.evidence))
        for alias in self.records.aliases:
            say("alias", (alias.forum, name[alias.reported_by]), lines=_numbers(alias.evidence))
        for seat in self.records.seats:
            say("organisations", (seat.forum, name[seat.reported_by]))
        meetings, politicians = collected(), collected()
        for meets in self.records.meetings:
            often = frequency(meets.per_year, meets.most, meets.level)
            meetings[(meets.forum, name[meets.reported_by])].add(often)
        for part in self.records.participations:
            who = participation(part.role, part.per_year, participates=part.participates)
            politicians[(part.forum, name[part.municipality], part.area)].add(who)
        self.facts.say_all("meetings", meetings)
        self.facts.say_all("politicians", politicians)

    def _rest(self) -> None:
        for wish in self.records.wishes:
            self.facts.say("question 7", (self.name[wish.municipality],), wish.answer, _numbers(wish.evidence))
        claims = collected()
        answers = (each for each in self.records.claims if each.of in ("answered", "established"))
        for claim in answers:  # what is claimed of the papers around it was read with them
            for about in claim.areas or (claim.of,):
                claims[(about,)].add(claim.claimed)
        self.facts.say_all("claims", claims)


def _numbers(evidence: tuple[str, ...]) -> set[int]:
    return {line for each in evidence for line in numbers(each)}
