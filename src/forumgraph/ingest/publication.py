"""The shape of what a publication says in its own name: rounds, fora, figures, recommendations, themes, tasks."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from forumgraph.ingest.models import Entry, Inferred, Said
from forumgraph.ingest.values import (
    AreaId,
    Cited,
    Claimed,
    Counted,
    Id,
    Ids,
    Kind,
    Lines,
    Measure,
    Percent,
    Reach,
    State,
    Text,
    ThemeKind,
    Unit,
    When,
    as_tuple,
)

_Areas = Annotated[tuple[AreaId, ...], BeforeValidator(as_tuple, json_schema_input_type=list[AreaId] | AreaId)]
_Kinds = Annotated[tuple[Kind, ...], BeforeValidator(as_tuple, json_schema_input_type=list[Kind] | Kind)]
_Reaches = Annotated[tuple[Reach, ...], BeforeValidator(as_tuple, json_schema_input_type=list[Reach] | Reach)]


class Source(Entry):
    """A publication, of which the lines of the text are cited."""

    id: Id
    title: Text
    publisher: Text
    date: dt.date
    lines: Annotated[
        int, Field(ge=1, le=9_999_999, description="How many lines its text has; nothing beyond can be cited.")
    ]


class Claim(Entry):
    """What the covering text of a round claims, to be set beside what can be counted."""

    id: Id
    statement: Text = Field(description="What it claims, in own words.")
    claimed: Claimed
    of: Counted = Field(
        description="What is counted: answers, municipalities with a forum, fora of a kind, members of a forum, "
        "requirements, focus areas; or uncountable."
    )
    areas: _Areas = ()
    kind: Kind | None = Field(default=None, description="Of which kind the fora are that are counted.")
    forum: Id | None = Field(default=None, description="Whose members are counted.")
    lines: Cited

    @model_validator(mode="after")
    def _says_of_what(self) -> Claim:
        wanted = {"forums": "kind", "members": "forum"}.get(self.of)
        if wanted and not getattr(self, wanted):
            raise ValueError(f"lacks {wanted}")
        return self


class Population(Entry):
    """Whom a round asked or speaks of, where its text has no row for each."""

    who: Text
    size: Annotated[int, Field(ge=1, le=9_999_999)] | None = None
    response_rate: Percent | None = Field(default=None, description="Percent of them that answered, as is stated.")
    lines: Cited


class Round(Entry):
    """One survey or publication: its date, its questions, and whose municipalities it asked."""

    id: Id
    title: Text
    date: dt.date
    source: Id
    kkr: Text | None = None
    lines: Cited
    questions: dict[AreaId, Lines] = Field(
        default_factory=dict, description="The areas it asked about, in order, and the line of each question."
    )
    definitions: dict[AreaId, Text] = Field(
        default_factory=dict, description="What counts as an answer in an area, where other rounds count otherwise."
    )
    population: Population | None = None
    claims: tuple[Claim, ...] = ()


class Statement(Said):
    """What a publication says of a forum in its own name, at one time; its publisher is who says so."""

    forum: Id
    round: Id | None = Field(default=None, description="The round; the file's own where left out.")
    year: When | None = Field(default=None, description="The time of what it describes; the round's where left out.")
    event: Text | None = Field(default=None, description="What happened, in own words.")
    inferred: tuple[Inferred, ...] = ()
    lines: Cited


class Figure(Entry):
    """A figure that a publication states about all municipalities, jobcentres or companies that it speaks of."""

    id: Id
    measure: Text = Field(description="What is measured, in own words.")
    topic: Id | None = Field(default=None, description="The same word where figures are about the same thing.")
    question: Text | None = Field(default=None, description="What was asked, in own words.")
    value: Measure | None = None
    text: Text | None = Field(default=None, description="What it says in place of a number.")
    unit: Unit
    population: Text = Field(description="Who was asked, or is described.")
    population_size: Annotated[int, Field(ge=1, le=9_999_999)] | None = None
    response_rate: Percent | None = None
    period: When | None = Field(default=None, description="When it was measured.")
    told_by: Text | None = Field(default=None, description="The source that the text itself gives.")
    forum: Id | None = None
    round: Id | None = None
    lines: Cited

    @model_validator(mode="after")
    def _says_how_much(self) -> Figure:
        if self.value is None and not self.text:
            raise ValueError("lacks value text")
        return self


class Suggested(Entry):
    """Which fora of a municipality would speak for a requirement: those that fit every list that is given."""

    areas: _Areas = ()
    tasks: Ids = ()
    kinds: _Kinds = ()
    reach: _Reaches = ()


class Requirement(Entry):
    """What a KKR recommends to all its municipalities."""

    id: Id
    kkr: Text
    theme: Text
    level: Literal["must", "may"]
    area: AreaId | None = None
    summary: Text = Field(description="What it asks for, in own words.")
    in_force_from: When
    in_force_until: When | None = None
    succeeds: Id | None = Field(default=None, description="The requirement that it takes the place of.")
    suggested_by: Suggested | None = None
    round: Id | None = None
    lines: Cited


class Progress(Entry):
    """How far one municipality says that it has come with one requirement."""

    municipality: Text
    requirement: Id
    state: State
    remark: Text | None = None
    date: When
    reported_by: Text | None = Field(default=None, description="A role, never the name of a person.")
    lines: Cited


class Theme(Entry):
    """A focus area of a KKR, or an action area below one; fora belong to it by name or by their tasks."""

    id: Id
    name: Text
    kind: ThemeKind
    kkr: Text | None = None
    part_of: Id | None = None
    tasks: Ids = Field((), description="Core tasks that lie in it: fora with one of them belong to it.")
    forums: Ids = Field((), description="Fora that its lines name.")
    round: Id | None = None
    lines: Cited


class Carrier(Entry):
    """A forum that a text says carries a task on."""

    forum: Id
    lines: Cited


class Duty(Entry):
    """A task that a body had by law, and that somebody may have carried on since."""

    id: Id
    of: Id = Field(description="The forum that had it.")
    name: Text
    legal_basis: Text | None = Field(default=None, description="The law, where the text gives it.")
    tasks: Ids = Field((), description="Core tasks by which a forum carries it on.")
    carried_on_by: tuple[Carrier, ...] = Field(
        (), description="Fora that a text says carry it on, whatever their tasks."
    )
    lines: Cited
