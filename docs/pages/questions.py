"""docs/questions.md: each question that the graph is asked, with its parameters, its columns and its text."""

from __future__ import annotations

import inspect
import re
from typing import Any, get_type_hints

from forumgraph.queries import CATALOGUE, Question
from pages.markdown import anchor, fenced, table
from pages.types import type_name

_HEAD = """# Questions

Every question is one text of Cypher that runs on the embedded engine and can be pasted into a Neo4j console as it
stands, once its parameters are set (`:param rounds => ['kkr-syddanmark-2015']`). `forumgraph` puts its answers together
from these rows. Evidence is a list of `source:lines`.
"""


def questions_page() -> str:
    """Return the page."""
    questions = [CATALOGUE[id_] for id_ in sorted(CATALOGUE)]
    index = "\n".join(f"- [{each.id}]({anchor(each.id)}): {_sentence(each)}" for each in questions)
    return "\n".join([_HEAD, index, "", *map(_section, questions)])


def _about(question: Question[Any]) -> str:
    """Return the head of the text without what it says of the parameters, which a table does."""
    return question.about.partition(" $")[0]


def _sentence(question: Question[Any]) -> str:
    about = _about(question)
    return about[0].upper() + about[1:]


def _section(question: Question[Any]) -> str:
    hints = get_type_hints(question.row)
    meaning = inspect.getdoc(question.row) or ""
    rows = [(f"`{name}`", type_name(hints[name])) for name in question.columns]
    named = ", ".join(f"`${name}`" for name in question.parameters) or "none"
    said = re.sub(r"([$]\w+)", r"`\1`", "".join(re.findall(r"[$]\w+.*", question.about)))
    return "\n".join(
        [
            f"## {question.id}\n\n{_sentence(question)}\n",
            f"Parameters: {said or f'{named}.'}\n",
            f"A row is a `{question.row.__name__}`: {meaning}\n",
            table(("Column", "Type"), rows),
            fenced(question.text, "cypher"),
        ]
    )
