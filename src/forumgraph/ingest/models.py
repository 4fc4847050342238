"""The shape of the YAML: one frozen model an entry, from which the JSON Schema is written as well.

Here stands what an entry may say and in which words; whether what it refers to exists is checked elsewhere.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from forumgraph.ingest.values import (
    AreaId,
    Cited,
    Code,
    Confidence,
    ForumStatus,
    Id,
    Ids,
    Kind,
    Level,
    OrganisationKind,
    PerYear,
    Reach,
    Status,
    SuccessionKind,
    Takes,
    Text,
    Texts,
    Verdict,
    When,
    as_tuple,
)


class Entry(BaseModel):
    """What all entries have in common: they are frozen, take no unknown key and convert nothing by guess."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Bilingual(Entry):
    """A name in both languages."""

    da: Text
    en: Text


class Municipality(Entry):
    """One of the 98 municipalities."""

    code: Code
    name: Text
    kkr: Text
    since: When | None = Field(default=None, description="When it came to be, where it is younger than a round.")
    until: When | None = Field(default=None, description="When it ceased to be; no later round knows it.")


class Area(Entry):
    """A question of a survey: what kind of forum it asks for."""

    id: AreaId
    name: Bilingual
    short: Bilingual = Field(description="The name where room is short, as above a column.")
    about: Text | None = None


class Task(Entry):
    """A core task of a forum, from the controlled list."""

    id: Id
    name: Bilingual


class Organisation(Entry):
    """A fund, union, employers' association, school, company or state body that takes part in fora."""

    id: Id
    name: Text
    kind: OrganisationKind
    aliases: Texts = ()
    note: Text | None = None


class Tier(Entry):
    """One level of a forum that has several; tiers are listed from the top down."""

    name: Text
    level: Level
    lines: Cited


class Inferred(Entry):
    """Municipalities that nothing but an inference puts in a forum."""

    municipalities: Texts
    why: Text
    lines: Cited


class Predecessor(Entry):
    """A body that a forum carries on, and how."""

    forum: Id
    how: Text
    kind: SuccessionKind = "carries_on"
    date: When | None = Field(default=None, description="When the one became the other, as exactly as is known.")
    confidence: Confidence = "certain"
    lines: Cited


class Forum(Entry):
    """One body, once, however many municipalities report it and whatever they call it."""

    id: Id
    name: Text
    kind: Kind
    status: ForumStatus = "existing"
    reach: Reach | None = Field(default=None, description="How far it reaches: one municipality, several, a region.")
    levels: Annotated[tuple[Level, ...], BeforeValidator(as_tuple, json_schema_input_type=list[Level] | Level)] = ()
    tasks: Ids = ()
    areas: Annotated[tuple[AreaId, ...], BeforeValidator(as_tuple, json_schema_input_type=list[AreaId] | AreaId)] = (
        Field((), description="Areas it works in beyond those in which it was given as an answer.")
    )
    tiers: tuple[Tier, ...] = ()
    inferred: tuple[Inferred, ...] = ()
    succeeds: tuple[Predecessor, ...] = ()
    part_of: Id | None = None
    since: When | None = None
    since_at_least: When | None = None
    until: When | None = None
    until_at_most: When | None = None
    merged: Text | None = Field(default=None, description="Why several names or reports were taken as one body.")
    note: Text | None = None

    @model_validator(mode="after")
    def _one_date_an_end(self) -> Forum:
        if (self.since and self.since_at_least) or (self.until and self.until_at_most):
            raise ValueError("two_dates")
        return self


class Meets(Entry):
    """How often a forum meets, as one municipality reports it: ``4``, or ``3-4`` where it gives a range."""

    per_year: PerYear
    level: Level | None = None
    lines: Cited | None = None


class Politicians(Entry):
    """Which politicians of the reporting municipality take part, or that none do."""

    role: Takes
    per_year: PerYear | None = None
    lines: Cited | None = None


def _meets(value: Any) -> Any:
    return tuple({"per_year": each} if isinstance(each, int | float | str) else each for each in as_tuple(value))


def _politicians(value: Any) -> Any:
    return tuple({"role": each} if isinstance(each, str) else each for each in as_tuple(value))


_MeetsInput = int | str | Meets
_PoliticiansInput = Takes | Politicians


class Said(Entry):
    """What somebody says of a forum: its names, who is in it, how often it meets."""

    called: Texts = Field((), description="The name or names it uses.")
    described: Texts = Field((), description="The words it uses in place of a name.")
    with_: Texts = Field((), alias="with", description="Other municipalities that it says are in it.")
    members_stated: Annotated[int, Field(ge=0, le=9_999_999)] | None = Field(
        default=None, description="How many municipalities it says are in it."
    )
    and_others: bool = Field(False, description="There are more than it names, so nobody is left out by the list.")
    without: Texts = Field((), description="Municipalities that it says are not in it.")
    organisations: Ids = Field((), description="Organisations that take part in it.")
    run_by: Ids = Field((), description="Organisations that run it or call its meetings; they take part in it as well.")
    meets: Annotated[
        tuple[Meets, ...], BeforeValidator(_meets, json_schema_input_type=list[_MeetsInput] | _MeetsInput)
    ] = ()


class Mention(Said):
    """What a municipality says of a forum in one answer. It takes part itself unless ``member: false``."""

    lines: Cited | None = Field(default=None, description="Where it says so; the answer's lines when left out.")
    member: bool = True
    politicians: Annotated[
        tuple[Politicians, ...],
        BeforeValidator(_politicians, json_schema_input_type=list[_PoliticiansInput] | _PoliticiansInput),
    ] = ()


def _mentions(value: Any) -> Any:
    """Let a forum be named without saying more: an empty mapping, or nothing after the colon."""
    if not isinstance(value, dict):
        return value
    return {key: {} if mention is None else mention for key, mention in value.items()}


Mentions = Annotated[
    dict[str, Mention], BeforeValidator(_mentions, json_schema_input_type=dict[Id, Mention | None] | None)
]


class Answer(Entry):
    """The answer of one municipality in one area."""

    status: Status
    lines: Cited
    confidence: Confidence = "certain"
    alternative: Status | None = Field(default=None, description="Another status that a careful reader could defend.")
    note: Text | None = Field(
        default=None, description="Why; required for informal, planned and wherever an alternative stands."
    )
    corrects: Text | None = Field(
        default=None, description="Why an earlier round's answer was misread, where this one shows that it was."
    )
    forums: Mentions = Field(default_factory=dict)


class Wish(Entry):
    """What a municipality says of fora that are missing."""

    answer: Literal["missing", "later", "none"]
    summary: Text
    lines: Cited
    forums: Mentions = Field(default_factory=dict)


class Reply(Entry):
    """All that one municipality wrote in one round."""

    municipality: Text
    round: Id | None = Field(default=None, description="The round; the file's own where left out.")
    row: Cited = Field(description="The lines of its row; everything it answers is cited from there.")
    answers: dict[AreaId, Answer] = Field(default_factory=dict)
    every_area: Answer | None = Field(default=None, description="One answer for all areas, as where the row is empty.")
    missing_fora: Wish | None = None


class KeptApart(Entry):
    """Bodies that sound alike but are not one."""

    forums: Annotated[tuple[Id, ...], Field(min_length=2, max_length=100)]
    why: Text


class Decision(Entry):
    """What people have decided of two fora, or of two organisations."""

    pair: Annotated[tuple[Id, ...], Field(min_length=2, max_length=2)] = Field(
        description="Two fora or two organisations; the first stands where they are the same, and is the part."
    )
    verdict: Verdict = Field(
        description="same: one body under two names; joint: intentionally joint; part_of: the first is part of the "
        "second; competing: same members, task and level; different: only alike in name."
    )
    why: Text
    decided_by: Text = Field(description="A role, never the name of a person.")
    date: dt.date
