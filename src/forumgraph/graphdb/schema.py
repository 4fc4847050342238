"""The graph's schema in one place: the engines' DDL and the docs page are generated from it.

Everything that is claimed carries ``evidence``, a list of ``source:lines``, and ``round``, the survey it was said in.
``reported_by`` is the name of the municipality that says so.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

import forumgraph

Type = Literal["STRING", "INT64", "BOOL", "DATE", "STRING[]"]


@dataclass(frozen=True)
class Property:
    """A property with its type (in the words of the embedded engine) and what it means.

    ``indexed`` says that questions look nodes up by it, so that an engine with indexes should have one.
    """

    name: str
    about: str
    type: Type = "STRING"
    indexed: bool = False


@dataclass(frozen=True)
class Node:
    """A kind of node; the first property is its key, unique and never null."""

    name: str
    about: str
    properties: tuple[Property, ...]

    @property
    def key(self) -> str:
        """The name of the unique property."""
        return self.properties[0].name

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of what a row holds, in order."""
        return tuple(each.name for each in self.properties)

    @property
    def identity(self) -> tuple[str, ...]:
        """The columns that tell one row of the kind from another."""
        return (self.key,)


@dataclass(frozen=True)
class Relation:
    """A kind of relation from one kind of node to another."""

    name: str
    start: str
    end: str
    about: str
    properties: tuple[Property, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of what a row holds, in order: the keys of its ends, then its properties."""
        return ("start", "end", *(each.name for each in self.properties))

    @property
    def identity(self) -> tuple[str, ...]:
        """The columns that tell one row of the kind from another: its ends, and its place where they have several."""
        return ("start", "end", _PLACE.name) if _PLACE in self.properties else ("start", "end")


_EVIDENCE = Property("evidence", "The lines it was read from, each source:lines.", "STRING[]")
_ROUND = Property("round", "The round it was said in.")
_REPORTER = Property("reported_by", "The municipality that says so.")
_NOTE = Property("note", "Why it was coded so, in own words.")
_OTHER_IDS = Property("other_ids", "Ids of the entries that people took as the same.", "STRING[]")
_SAID = (_REPORTER, _ROUND, _EVIDENCE)
_PLACE = Property(
    "position", "Its place among the claims on the same two, in the order of the files: 0 is the first.", "INT64"
)
_NAMES = (Property("name_da", "Its name in Danish."), Property("name_en", "Its name in English."))

NODES: tuple[Node, ...] = (
    Node("Municipality", "One of the municipalities of Denmark.", (
        Property("code", "Its four-digit number."),
        Property("name", "Its name.", indexed=True),
        Property("kkr", "The regional council of municipalities it belongs to."),
    )),
    Node("Area", "A question of a survey: the kind of forum it asks for.", (
        Property("id", "Its id."),
        Property("position", "Its place in the order of the areas.", "INT64"),
        *_NAMES,
        Property("short_da", "A short name in Danish, for the head of a column."),
        Property("short_en", "A short name in English."),
    )),
    Node("Task", "A core task from the controlled list.", (Property("id", "Its id."), *_NAMES)),
    Node("Source", "A publication whose lines are cited.", (
        Property("id", "Its id: the file stem of its text."),
        Property("title", "Its title."),
        Property("publisher", "Who published it."),
        Property("date", "When.", "DATE"),
        Property("lines", "How many lines its text has.", "INT64"),
    )),
    Node("Round", "One survey or publication, with its questions and who was asked.", (
        Property("id", "Its id."),
        Property("title", "Its title."),
        Property("date", "The date of its answers.", "DATE"),
        Property("source", "The source it is read from."),
        Property("kkr", "Whose municipalities were asked; null for all."),
        _EVIDENCE,
    )),
    Node("Claim", "What the covering text of a round claims about the answers.", (
        Property("id", "Its id."),
        Property("position", "Its place in the text.", "INT64"),
        Property("statement", "What is claimed, in own words."),
        Property("claimed", "A number, or all, nearly_all, most, widespread."),
        Property("of", "What is counted: answered, or established."),
        _EVIDENCE,
    )),
    Node("Organisation", "A fund, union, employers' association, school, company or state body.", (
        Property("id", "Its id."),
        Property("name", "Its name."),
        Property("kind", "What sort of organisation it is."),
        Property("aliases", "Other names.", "STRING[]"),
        _NOTE,
        _OTHER_IDS,
    )),
    Node("Forum", "One body, once, however many municipalities report it.", (
        Property("id", "Its id."),
        Property("name", "Its canonical name."),
        Property("kind", "Standing body, network, agreement, project …"),
        Property("status", "existing, planned, proposed or ended."),
        Property("levels", "political, management, operational.", "STRING[]"),
        Property("since", "When it began: a year, a month or a day."),
        Property("since_at_least", "A time at which it is known to have existed."),
        Property("until", "When it ended."),
        Property("until_at_most", "A time at which it is known to have ended."),
        Property("merged", "Why several names or reports were taken as one body."),
        _NOTE,
        _OTHER_IDS,
        Property("other_names", "Names of the entries that people took as the same body.", "STRING[]"),
    )),
    Node("Tier", "One level of a forum that has several.", (
        Property("id", "forum/rank."),
        Property("name", "What it is called."),
        Property("level", "political, management or operational."),
        Property("rank", "1 is the top.", "INT64"),
        _EVIDENCE,
    )),
    Node("Answer", "One municipality's answer in one area of one round.", (
        Property("id", "round/code/area."),
        Property("status", "established, informal, planned, none or no_reply."),
        Property("confidence", "certain, probable or uncertain."),
        Property("alternative", "Another status that a careful reader could defend."),
        _NOTE,
        _EVIDENCE,
    )),
    Node("Alias", "A name that a municipality uses for a forum, or words in place of one.", (
        Property("id", "forum/number, in the order of the files."),
        Property("name", "The words used."),
        Property("described", "True where a phrase stands in place of a name.", "BOOL"),
        *_SAID,
    )),
    Node("Meeting", "How often a forum meets, as one municipality reports it.", (
        Property("id", "forum/number, in the order of the files."),
        Property("per_year", "Meetings a year; the least of a range.", "INT64"),
        Property("most", "The most of a range; the same number where there is none.", "INT64"),
        Property("level", "The level of the forum that meets so often; null where the text does not say."),
        *_SAID,
    )),
    Node("Wish", "What a municipality says of fora that are missing.", (
        Property("id", "round/code."),
        Property("answer", "missing, later or none."),
        Property("summary", "What it says, in own words."),
        _EVIDENCE,
    )),
    Node("Decision", "What people decided of two entries that sound, or are, alike.", (
        Property("id", "first/second."),
        Property("first", "The id of the one."),
        Property("second", "The id of the other."),
        Property("first_name", "The name of the one."),
        Property("second_name", "The name of the other."),
        Property("first_body", "The id of what stands for the one in the graph: its own unless it gave way."),
        Property("second_body", "The id of what stands for the other."),
        Property("about", "What the two are: forum or organisation."),
        Property("verdict", "same, joint, part_of, competing or different."),
        Property("why", "The reason."),
        Property("decided_by", "Who decided: a role."),
        Property("date", "When.", "DATE"),
    )),
    Node("Load", "What was loaded: the graph is a cache of the files.", (
        Property("id", "Always 'load'."),
        Property("fingerprint", "A hash of the files' contents."),
        Property("schema", "A hash of this schema."),
        Property("files", "The files, as they were named.", "STRING[]"),
        Property("paths", "The paths that were given, absolute.", "STRING[]"),
        Property("version", "The version of forumgraph."),
        Property("under_way", "When a load in several steps began that has not been finished; null in a whole graph."),
    )),
)  # fmt: skip

RELATIONS: tuple[Relation, ...] = (
    Relation("READ_FROM", "Round", "Source", "The round is read from the source."),
    Relation("ASKED_ABOUT", "Round", "Area", "The round asked about the area.", (
        Property("position", "The number of the question.", "INT64"),
    )),
    Relation("ASKED_IN", "Municipality", "Round", "The municipality has a row in the round.", (_EVIDENCE,)),
    Relation("CLAIMED_IN", "Claim", "Round", "The round's covering text makes the claim."),
    Relation("CONCERNS", "Claim", "Area", "The claim is about the area."),
    Relation("GAVE", "Municipality", "Answer", "The municipality gave the answer."),
    Relation("IN_AREA", "Answer", "Area", "The answer is about the area."),
    Relation("IN_ROUND", "Answer", "Round", "The answer was given in the round."),
    Relation("NAMES", "Answer", "Forum", "The answer names, or points to, the forum.", (_EVIDENCE,)),
    Relation("WORKS_IN", "Forum", "Area", "The forum was given as an answer in the area, or its entry adds the area."),
    Relation("HAS_TASK", "Forum", "Task", "The task is one of the forum's core tasks."),
    Relation("HAS_TIER", "Forum", "Tier", "The level is part of the forum."),
    Relation("CALLED", "Forum", "Alias", "The forum goes by the name."),
    Relation("MEETS", "Forum", "Meeting", "The forum meets so often."),
    Relation("PART_OF", "Forum", "Forum", "The forum is part of the other."),
    Relation("SUCCEEDS", "Forum", "Forum", "The forum carries on the other.", (
        Property("how", "What it carries on, in own words."), _EVIDENCE,
    )),
    Relation("KEPT_APART_FROM", "Forum", "Forum", "The two sound alike and are not one.", (
        Property("why", "The reason."),
    )),
    Relation("MEMBER_OF", "Municipality", "Forum", "One claim on the municipality's place in the forum.", (
        Property("basis", "self_reported, named_by_other, inferred or excluded."),
        Property("reason", "Why it was inferred."),
        Property("listed", "True where the reporter gave a full list of members.", "BOOL"),
        *_SAID,
        _PLACE,
    )),
    Relation("TAKES_PART", "Municipality", "Forum", "Its politicians take part in the forum, or none do.", (
        Property("role", "mayor, committee_chair, committee_members, council_members or politicians."),
        Property("participates", "False where the text says that none do.", "BOOL"),
        Property("per_year", "How often a year; null where the text does not say.", "INT64"),
        Property("area", "The area in whose answer it is said."),
        *_SAID,
        _PLACE,
    )),
    Relation("SITS_IN", "Organisation", "Forum", "The organisation takes part in the forum.", (
        Property("runs", "True where it runs the forum or calls its meetings.", "BOOL"), *_SAID, _PLACE,
    )),
    Relation("WISHED", "Municipality", "Wish", "The municipality says so of fora that are missing."),
    Relation("WISHED_IN", "Wish", "Round", "The wish was said in the round."),
    Relation("WISH_NAMES", "Wish", "Forum", "The wish speaks of the forum."),
)  # fmt: skip


Kind = Node | Relation

#: All kinds, nodes before the relations between them: the order in which they are loaded.
KINDS: tuple[Kind, ...] = (*NODES, *RELATIONS)


def schema_fingerprint() -> str:
    """Return a hash of schema and version: a graph of another is loaded anew, as it may be filled otherwise."""
    return hashlib.sha256(repr((NODES, RELATIONS, forumgraph.__version__)).encode()).hexdigest()[:16]
