"""What is claimed must hold together: statuses with notes and fora, members with those who count them in or out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forumgraph.ingest.findings import Finding
from forumgraph.ingest.identity import groups
from forumgraph.ingest.walk import answers, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.models import Reply


def missing_notes(data: Dataset) -> Iterator[Finding]:
    """FG403: informal, planned and every alternative need a note that says why."""
    for located in data.replies:
        for path, _, answer in answers(located.entry):
            if not answer.note and (answer.alternative or answer.status in ("informal", "planned")):
                reason = "alternative" if answer.alternative else answer.status
                place = located.place(*path, "alternative" if answer.alternative else "status")
                yield Finding("FG403", place, reason)


def contradicting_self(data: Dataset) -> Iterator[Finding]:
    """FG404: one reporter counts a municipality (or itself) both in and out of the same forum."""
    for located in data.replies:
        counted = _counted_in(located.entry)
        for at in mentions(located.entry):
            for n, name in enumerate(at.mention.without):
                if (at.forum, name) in counted:
                    values = {"forum": at.forum, "reporter": located.entry.municipality}
                    yield Finding("FG404", located.place(*at.path, "without", n), name, values=values)


def _counted_in(reply: Reply) -> set[tuple[str, str]]:
    named = {(at.forum, name) for at in mentions(reply) for name in at.mention.with_}
    itself = {(at.forum, reply.municipality) for at in mentions(reply) if at.mention.member and at.area}
    return named | itself


def established_without_forum(data: Dataset) -> Iterator[Finding]:
    """FG405: established means that there is a body, so one is named unless the note says why not."""
    for located in data.replies:
        for path, area, answer in answers(located.entry):
            if answer.status == "established" and not answer.forums and not answer.note:
                yield Finding("FG405", located.place(*path, "status"), area or "every_area")


def forums_under_no(data: Dataset) -> Iterator[Finding]:
    """FG413: who said no, or nothing, has named no forum."""
    for located in data.replies:
        for path, _, answer in answers(located.entry):
            if answer.status in ("none", "no_reply") and answer.forums:
                yield Finding("FG413", located.key_place(*path, "forums"), answer.status)


def idle_alternatives(data: Dataset) -> Iterator[Finding]:
    """FG412: an alternative says something else than the status."""
    for located in data.replies:
        for path, _, answer in answers(located.entry):
            if answer.alternative == answer.status:
                yield Finding("FG412", located.place(*path, "alternative"), answer.status)


def unasked_members(data: Dataset) -> Iterator[Finding]:
    """FG409: worth knowing, not wrong: a member that the round did not ask cannot confirm it."""
    asked = {(located.entry.municipality, data.round_of(located)) for located in data.replies}
    if not data.complete("replies") or not {name for name, _ in asked} <= data.known("municipalities"):
        return  # who is misspelt or could not be read was asked all the same
    for located in data.replies:
        round_ = data.round_of(located)
        for at in mentions(located.entry):
            for n, name in enumerate(at.mention.with_):
                if (name, round_) not in asked and name in data.ids("municipalities"):
                    values = {"forum": at.forum, "round": round_ or "?"}
                    yield Finding("FG409", located.place(*at.path, "with", n), name, values=values)


def unanswered_areas(data: Dataset) -> Iterator[Finding]:
    """FG410 and FG411: who has a row has an answer in every area that was asked about, and in no other."""
    known = data.known("areas")
    for located in data.replies:
        round_ = data.round_of(located)
        wanted, given = data.areas_of(round_), located.entry.answers
        if not wanted:
            continue
        for area in wanted if known.issuperset(given) else ():  # a misspelt area is an answer all the same
            if area not in given and not located.entry.every_area:
                yield Finding(
                    "FG410", located.place("municipality"), area, values={"municipality": located.entry.municipality}
                )
        for area in given:
            if area in known and area not in wanted:
                yield Finding(
                    "FG411", located.key_place("answers", area), area, wanted, values={"round": round_ or "?"}
                )


def strangers(data: Dataset) -> Iterator[Finding]:
    """FG417: a round that asked one KKR has no row of a municipality of another: it would be in some figures only."""
    rounds, municipalities = data.ids("rounds"), data.ids("municipalities")
    known = {each.kkr for each in municipalities.values()}
    for located in data.replies:
        round_ = rounds.get(data.round_of(located) or "")
        municipality = municipalities.get(located.entry.municipality)
        if round_ and municipality and round_.kkr in known - {municipality.kkr}:
            values = {"round": round_.id, "kkr": round_.kkr, "own": municipality.kkr}
            yield Finding("FG417", located.place("municipality"), municipality.name, values=values)


def forums_of_every_area(data: Dataset) -> Iterator[Finding]:
    """FG418: a forum is named in the area in which it is the answer."""
    for located in data.replies:
        if located.entry.every_area and located.entry.every_area.forums:
            first = next(iter(located.entry.every_area.forums))
            yield Finding("FG418", located.key_place("every_area", "forums"), first)


def uncountable_claims(data: Dataset) -> Iterator[Finding]:
    """FG419: *established* is counted in certain areas, everything else over all of them."""
    for located in data.rounds:
        for n, claim in enumerate(located.entry.claims):
            if (claim.of == "established") != bool(claim.areas):
                yield Finding("FG419", located.place("claims", n, "of"), claim.of)


def unnamed_forums(data: Dataset) -> Iterator[Finding]:
    """FG406: a forum that nobody mentions or counts, and that is no part or predecessor of another.

    Said only where everything else could be read and is known, so that a slip elsewhere does not look like this.
    """
    if not (data.replies or data.statements) or not data.complete("forums", "replies", *_NAMING):
        return
    named = {at.forum for located in data.replies for at in mentions(located.entry)}
    named |= {found for section in _NAMING for located in getattr(data, section) for found in _names(located.entry)}
    named |= {forum.entry.part_of for forum in data.forums if forum.entry.part_of}
    named |= {before.forum for forum in data.forums for before in forum.entry.succeeds}
    if not named <= data.known("forums"):
        return
    for group in groups(each.entry.pair for each in data.decisions if each.entry.verdict == "same"):
        named |= set(group) if named & set(group) else set()  # who speaks of one name speaks of the body
    for located in data.forums:
        if located.entry.id not in named:
            yield Finding("FG406", located.place("id"), located.entry.id)


#: The sections in which a publication names fora.
_NAMING = ("statements", "findings", "themes", "duties")


def _names(entry: Any) -> Iterator[str]:
    for key in ("forum", "of"):
        if found := getattr(entry, key, None):
            yield found
    yield from getattr(entry, "forums", ())
