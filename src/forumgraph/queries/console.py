"""Own Cypher, and the questions of the catalogue as they are pasted into the console of a server."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any

from forumgraph.graphdb import Graph
from forumgraph.graphdb.engine import Answer
from forumgraph.graphdb.errors import GraphUnreachable
from forumgraph.graphdb.schema import KINDS
from forumgraph.ingest.words import near, nearest
from forumgraph.queries.errors import QuestionError, UnknownWord
from forumgraph.queries.municipalities import Span
from forumgraph.queries.question import CATALOGUE, Question
from forumgraph.queries.selection import ANY_DATE, Scope

#: The question behind a command whose name it does not have.
BEHIND = {
    "coverage": "area_coverage",
    "gaps": "area_gaps",
    "forum": "forum_members",
    "municipality": "area_coverage",
    "tasks": "duty_bodies",
    "compare": "fitting_forums",
}

_COMMENT_OR_TEXT = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`", re.DOTALL)


def run(graph: Graph, text: str, parameters: Mapping[str, Any], limit: int) -> Answer:
    """Return at most so many rows of a reading query; raise QuestionError where it cannot be run."""
    named = set(re.findall(r"\$(\w+)", _COMMENT_OR_TEXT.sub(" ", text)))
    if unknown := sorted(set(parameters) - named):
        raise UnknownWord("parameter", unknown[0], near(unknown[0], named, 3) if named else [], sorted(named))
    if missing := sorted(named - set(parameters)):
        raise QuestionError("no_parameter", names=", ".join(missing))
    answer = _table(graph, text, parameters, limit)
    if again := [name for n, name in enumerate(answer.columns) if name in answer.columns[:n]]:
        raise QuestionError("same_columns", name=again[0])
    return answer


def _table(graph: Graph, text: str, parameters: Mapping[str, Any], limit: int) -> Answer:
    try:
        return graph.table(text, parameters, limit)
    except GraphUnreachable as error:
        if error.key == "query_failed":
            raise QuestionError("query_refused", reason=_reason(error)) from error
        if error.key == "query_writes":
            raise QuestionError("query_writes") from error
        raise


def slips(text: str) -> list[tuple[str, str]]:
    """Return the words of a query that the graph does not know, each with the known one that it is close to.

    A server answers a kind or a property that it does not know with nothing, without a word.
    """
    bare = _COMMENT_OR_TEXT.sub(" ", text)
    kinds = {kind.name for kind in KINDS}
    properties = {each.name for kind in KINDS for each in kind.properties}
    typed = [(word, kinds) for word in re.findall(r"[:|&!]\s*([A-Za-z]\w*)", bare)]
    typed += [(word, properties) for word in re.findall(r"[A-Za-z]\w*\.([A-Za-z]\w*)", bare)]
    found = {word: nearest(word, known) for word, known in typed if word not in known}
    return [(word, meant) for word, meant in found.items() if meant]


def _reason(error: GraphUnreachable) -> str:
    """Return what is wrong with a query and, where the engine says it, the line and the column."""
    place = re.search(r"\(line:? (\d+), (?:column|offset):? (\d+)", str(error.__cause__ or ""))
    said = error.values["reason"].partition(": expected")[0].partition("\n")[0]
    return f"{said} ({place[1]}:{place[2]})" if place and "(line" not in said else said


def value_of(word: str) -> Any:
    """Return the value of a parameter as it is typed: JSON where it is that, else the word itself."""
    try:
        return json.loads(word)
    except ValueError:
        return word


def question_of(word: str) -> Question[Any]:
    """Return a question by its id or by the command that asks it; raise UnknownWord, with the nearest."""
    id_ = BEHIND.get(word, word)
    if id_ not in CATALOGUE:
        known = sorted({*CATALOGUE, *BEHIND})
        raise UnknownWord("question", word, near(word, known, 3), known)
    return CATALOGUE[id_]


def pasted(question: Question[Any], scope: Scope) -> str:
    """Return a question with the values that a selection gives its parameters, ready for a console."""
    values = _values(scope)
    head = [f":param {name} => {literal(values[name])}" for name in question.parameters]
    return "\n".join([*head, "", question.text.rstrip() + ";", ""]) if head else f"{question.text.rstrip()};\n"


def _values(scope: Scope) -> dict[str, Any]:
    """Return the value of every parameter that a question may take; what was not chosen selects all."""
    chosen = scope.selection
    asking = scope.asking()
    area = next(iter(asking), "")
    span = Span.of(scope)
    return {
        "area": area,
        "areas": list(chosen.areas),
        "as_of": str(chosen.as_of or ANY_DATE),
        "day": scope.day,
        "first": span.first,
        "forums": [],
        "kkr": list(chosen.kkr),
        "last": span.last,
        "municipalities": list(chosen.municipalities),
        "organisations": [],
        "requirements": [],
        "roles": [],
        "round": asking[area][-1] if area else scope.ids[-1],
        "rounds": scope.ids,
        "topics": [],
    }


def literal(value: Any) -> str:
    """Return a text, a number, a truth, a date or a list of these as Cypher writes it."""
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | dt.date):
        escaped = str(value).replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
        return f"'{escaped}'"
    return str(value)
