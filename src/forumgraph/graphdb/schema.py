"""The graph's schema in one place: the engines' DDL and the docs page are generated from it.

Everything that is claimed carries ``evidence``, a list of ``source:lines``, and ``round``, the survey it was said in.
``reported_by`` is the name of the municipality, or of the publisher, that says so.
"""

from __future__ import annotations

import hashlib

import forumgraph
from forumgraph.graphdb.kinds import PLACE, Kind, Node, Property, Relation

_EVIDENCE = Property("evidence", "The lines it was read from, each source:lines.", "STRING[]")
_ROUND = Property("round", "The round it was said in.")
_REPORTER = Property("reported_by", "The municipality, or the publisher, that says so.")
_NOTE = Property("note", "Why it was coded so, in own words.")
_OTHER_IDS = Property("other_ids", "Ids of the entries that people took as the same.", "STRING[]")
_SAID = (_REPORTER, _ROUND, _EVIDENCE)
_KNOWN = (
    Property("known_from", "The first day of which something says that it was so; before it nothing is known."),
    Property("known_to", "The last day of which something says so; after it nothing is known."),
)
_POSITION = Property("position", "Its place in the order of the files.", "INT64")
_NAMES = (Property("name_da", "Its name in Danish."), Property("name_en", "Its name in English."))

NODES: tuple[Node, ...] = (
    Node("Municipality", "One of the municipalities of Denmark.", (
        Property("code", "Its four-digit number."),
        Property("name", "Its name.", indexed=True),
        Property("kkr", "The regional council of municipalities it belongs to."),
        Property("since", "When it came to be, where it is younger than a round."),
        Property("until", "When it ceased to be."),
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
        Property("day", "The same as text, to be set beside moments that may be a year or a month."),
        Property("source", "The source it is read from."),
        Property("kkr", "Whose municipalities were asked; null for all."),
        Property("population", "Whom it asked or speaks of, where no row says so."),
        Property("population_size", "How many they are, as is stated.", "INT64"),
        Property("response_rate", "Which part of them answered, as is stated; 0 to 1.", "DOUBLE"),
        _EVIDENCE,
    )),
    Node("Claim", "What the covering text of a round claims about the answers.", (
        Property("id", "Its id."),
        Property("position", "Its place in the text.", "INT64"),
        Property("statement", "What is claimed, in own words."),
        Property("claimed", "A number, or all, nearly_all, most, widespread."),
        Property("of", "What is counted: answered, established, forums, members, requirements, themes, uncountable."),
        Property("kind", "Of which kind the fora are that are counted."),
        Property("forum", "The id of the forum whose members are counted."),
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
        Property("reach", "local, inter_municipal, regional or national; null where the text does not say."),
        *_KNOWN,
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
        Property("corrects", "Why the answer of an earlier round was misread, where this one shows it."),
        _NOTE,
        _EVIDENCE,
    )),
    Node("Alias", "A name that somebody uses for a forum, or words in place of one.", (
        Property("id", "forum/number, in the order of the files."),
        Property("name", "The words used."),
        Property("described", "True where a phrase stands in place of a name.", "BOOL"),
        *_SAID,
    )),
    Node("Meeting", "How often a forum meets, as somebody reports it.", (
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
    Node("Statement", "What a publication says of a forum at one time, or how many members an answer states.", (
        Property("id", "forum/number, in the order of the files."),
        Property("year", "The time that is described; null for that of the round."),
        Property("members_stated", "How many municipalities it says are in it.", "INT64"),
        Property("event", "What happened, in own words."),
        *_SAID,
    )),
    Node("Finding", "A figure that a publication states about all that it speaks of.", (
        Property("id", "Its id."),
        _POSITION,
        Property("measure", "What is measured, in own words."),
        Property("topic", "The same word where figures are about the same thing."),
        Property("question", "What was asked, in own words."),
        Property("value", "The number; null where the text gives words.", "DOUBLE"),
        Property("text", "The words in place of a number."),
        Property("unit", "percent, count or rank."),
        Property("population", "Who was asked, or is described."),
        Property("population_size", "How many they are, as is stated.", "INT64"),
        Property("response_rate", "Which part of them answered, as is stated; 0 to 1.", "DOUBLE"),
        Property("period", "When it was measured."),
        Property("told_by", "The source that the text itself gives."),
        _ROUND,
        _EVIDENCE,
    )),
    Node("Requirement", "What a KKR recommends to all its municipalities.", (
        Property("id", "Its id."),
        _POSITION,
        Property("kkr", "Whose recommendation it is."),
        Property("theme", "The heading it stands under."),
        Property("level", "must or may."),
        Property("area", "The id of the area it lies in; null for none."),
        Property("summary", "What it asks for, in own words."),
        Property("in_force_from", "From when: a year, a month or a day."),
        Property("in_force_until", "Until when; null where nothing is said."),
        Property("suggest_areas", "Areas of fora that would speak for it.", "STRING[]"),
        Property("suggest_tasks", "Tasks of fora that would speak for it.", "STRING[]"),
        Property("suggest_kinds", "Kinds of fora that would speak for it.", "STRING[]"),
        Property("suggest_reach", "How far fora reach that would speak for it.", "STRING[]"),
        _ROUND,
        _EVIDENCE,
    )),
    Node("Theme", "A focus area, a guiding mark, or an action area below one.", (
        Property("id", "Its id."),
        _POSITION,
        Property("name", "Its name."),
        Property("kind", "focus_area, guiding_mark or action_area."),
        Property("kkr", "Whose it is."),
        _ROUND,
        _EVIDENCE,
    )),
    Node("Duty", "A task that a body had by law, and that somebody may have carried on since.", (
        Property("id", "Its id."),
        _POSITION,
        Property("name", "What it is, in own words."),
        Property("legal_basis", "The law, where a text gives it."),
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
        Property("how", "What it carries on, in own words."),
        Property("kind", "carries_on, merged_from, split_from or renamed."),
        Property("date", "When, as exactly as is known."),
        Property("confidence", "certain, probable or uncertain."),
        _EVIDENCE,
    )),
    Relation("KEPT_APART_FROM", "Forum", "Forum", "The two sound alike and are not one.", (
        Property("why", "The reason."),
    )),
    Relation("MEMBER_OF", "Municipality", "Forum", "One claim on the municipality's place in the forum.", (
        Property("basis", "self_reported, named_by_other, inferred or excluded."),
        Property("reason", "Why it was inferred."),
        Property("listed", "True where the reporter gave a full list of members.", "BOOL"),
        Property("year", "The time that is described; null for that of the round."),
        *_KNOWN,
        *_SAID,
        PLACE,
    )),
    Relation("TAKES_PART", "Municipality", "Forum", "Its politicians take part in the forum, or none do.", (
        Property("role", "mayor, committee_chair, committee_members, council_members or politicians."),
        Property("participates", "False where the text says that none do.", "BOOL"),
        Property("per_year", "How often a year; null where the text does not say.", "INT64"),
        Property("area", "The area in whose answer it is said."),
        *_SAID,
        PLACE,
    )),
    Relation("SITS_IN", "Organisation", "Forum", "The organisation takes part in the forum.", (
        Property("runs", "True where it runs the forum or calls its meetings.", "BOOL"), *_SAID, PLACE,
    )),
    Relation("TOLD", "Forum", "Statement", "A publication says so of the forum."),
    Relation("FOUND_IN", "Finding", "Round", "The round's publication states the figure."),
    Relation("FOUND_OF", "Finding", "Forum", "The figure is about the forum."),
    Relation("DEFINES", "Round", "Area", "The round counts answers in the area in a way of its own.", (
        Property("definition", "What counts as an answer."),
    )),
    Relation("REPLACES", "Requirement", "Requirement", "The requirement takes the place of the other."),
    Relation("PROGRESSED", "Municipality", "Requirement", "How far the municipality says that it has come.", (
        Property("state", "green, yellow, red or unknown."),
        Property("remark", "What it says besides."),
        Property("date", "Of when it is: a year, a month or a day."),
        Property("reported_by", "The role of who reported it."),
        _EVIDENCE,
        PLACE,
    )),
    Relation("BELOW", "Theme", "Theme", "The action area lies in the other."),
    Relation("ADDRESSED_BY", "Theme", "Task", "Fora with the task belong to the theme."),
    Relation("SPEAKS_OF", "Theme", "Forum", "The theme's lines name the forum."),
    Relation("DUTY_OF", "Duty", "Forum", "The forum had the task."),
    Relation("CARRIED_ON_BY", "Duty", "Task", "A forum with the core task carries it on."),
    Relation("TAKEN_ON_BY", "Duty", "Forum", "A text says that the forum carries it on.", (_EVIDENCE,)),
    Relation("WISHED", "Municipality", "Wish", "The municipality says so of fora that are missing."),
    Relation("WISHED_IN", "Wish", "Round", "The wish was said in the round."),
    Relation("WISH_NAMES", "Wish", "Forum", "The wish speaks of the forum."),
)  # fmt: skip

#: All kinds, nodes before the relations between them: the order in which they are loaded.
KINDS: tuple[Kind, ...] = (*NODES, *RELATIONS)


def schema_fingerprint() -> str:
    """Return a hash of schema and version: a graph of another is loaded anew, as it may be filled otherwise."""
    return hashlib.sha256(repr((NODES, RELATIONS, forumgraph.__version__)).encode()).hexdigest()[:16]
