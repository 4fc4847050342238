"""The texts keep to the Cypher that the embedded engine and Neo4j were measured to answer alike."""

from __future__ import annotations

import re

import pytest

from forumgraph.queries import CATALOGUE

#: What is not alike on both, or not there on one. The words before each are what a failure shows.
REFUSED = {
    "a list comprehension": r"\[\s*\w+\s+IN\b",
    "a pattern comprehension": r"\[\s*(\w+\s*=\s*)?\(",
    "a subquery by CALL": r"\bCALL\b",
    "EXISTS without MATCH": r"\bEXISTS\s*(\(|\{(?!\s*MATCH\b))",
    "COUNT without MATCH": r"\bCOUNT\s*\{(?!\s*MATCH\b)",
    "a map projection": r"\w\s*\{\s*\.",
    "a map added to properties": r"\+=",
    "a parameter inside any() or all()": r"\b(any|all|none|single)\s*\([^()]*\$",
    "a path without bounds": r"-\[[^\]]*\*(?!\d+\.\.\d+)",
    "a parameter that may be null": r"\$\w+\s+IS\b",
    "a clause that writes": r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|COPY|LOAD|ALTER|FOREACH|INSERT)\b",
    "an anonymous return": r"\bRETURN\s+\*",
}

#: Functions that were tried on both; labels(), type(), label() and shortestPath() differ or are missing on one.
FUNCTIONS = {"any", "coalesce", "collect", "count", "date", "left", "size", "tolower"}

_WORDS = {"and", "as", "by", "case", "in", "match", "not", "or", "return", "then", "when", "where", "with"}
_CALLED = re.compile(r"\b([A-Za-z]\w*)\s*\(")

TEXTS = {id_: re.sub(r"//.*", "", question.text) for id_, question in CATALOGUE.items()}


def refused(text: str) -> list[str]:
    found = [what for what, pattern in REFUSED.items() if re.search(pattern, text, re.IGNORECASE)]
    called = {name.lower() for name in _CALLED.findall(text)} - _WORDS
    return found + [f"{name}()" for name in sorted(called - FUNCTIONS)]


def aliases_that_are_variables(text: str) -> set[str]:
    variables = set(re.findall(r"[(\[](\w+)\s*(?::|\))", text))
    return variables & set(re.findall(r"\bAS\s+(\w+)", text, re.IGNORECASE))


def repeated_relations(text: str) -> list[str]:
    """Kinds that one MATCH has twice without an inequality that keeps the two apart: engines differ in reusing one."""
    found = []
    for pattern in re.split(r"\b(?:OPTIONAL\s+)?MATCH\b", text)[1:]:
        kinds = re.findall(r"-\[\w*:(\w+)", pattern)
        if len(kinds) != len(set(kinds)) and not re.search(r"\w\s*(<>|<)\s*\w", pattern):
            found.append(pattern.strip())
    return found


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_keeps_to_what_both_engines_answer_alike(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_alias_is_also_a_variable(text: str) -> None:
    assert aliases_that_are_variables(text) == set()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_match_has_a_kind_of_relation_twice_without_keeping_them_apart(text: str) -> None:
    assert repeated_relations(text) == []


@pytest.mark.parametrize("id_", sorted(set(CATALOGUE) - {"words"}))
def test_rows_come_in_an_order_that_the_text_gives(id_: str) -> None:
    assert re.search(r"\nORDER BY [\w, ]+\s*$", TEXTS[id_])


@pytest.mark.parametrize(
    "bad",
    [
        "RETURN [x IN xs WHERE x > 1] AS big",
        "RETURN [(f)-[:CALLED]->(n) | n.name] AS names",
        "RETURN [p = (f)-[:CALLED]->(n) | n.name] AS names",
        "CALL { MATCH (n) RETURN n } RETURN n.id AS id",
        "MATCH (f) WHERE EXISTS { (f)-[:CALLED]->() } RETURN f.id AS id",
        "MATCH (f) WHERE EXISTS((f)-[:CALLED]->()) RETURN f.id AS id",
        "MATCH (f) RETURN COUNT { (f)-[:CALLED]->() } AS n",
        "MATCH (f) RETURN f { .id, .name } AS forum",
        "MATCH (f) SET f += $map",
        "MATCH (f) WHERE any(t IN f.tasks WHERE t = $task) RETURN f.id AS id",
        "MATCH (f)-[:PART_OF*]->(g) RETURN g.id AS id",
        "MATCH (f)-[:PART_OF*1..]->(g) RETURN g.id AS id",
        "MATCH (f) WHERE $id IS NULL OR f.id = $id RETURN f.id AS id",
        "MATCH (f) RETURN labels(f) AS kinds",
        "MATCH (f)-[x]->(g) RETURN type(x) AS kind",
        "MATCH (f) RETURN label(f) AS kind",
        "MATCH p = shortestPath((f)-[:PART_OF*1..3]->(g)) RETURN p AS path",
        "MATCH (f) RETURN *",
    ],
)
def test_what_only_one_engine_answers_is_found(bad: str) -> None:
    assert refused(bad)


def test_an_alias_that_is_a_variable_is_found() -> None:
    assert aliases_that_are_variables("MATCH (f:Forum) RETURN f.id AS f") == {"f"}


def test_a_relation_that_may_be_used_twice_is_found_unless_both_ends_differ() -> None:
    twice = "MATCH (a)-[:MEMBER_OF]->(f), (b)-[:MEMBER_OF]->(f) {} RETURN a.code AS first, b.code AS second"
    assert repeated_relations(twice.format("")) != []
    assert repeated_relations(twice.format("WHERE a.code < b.code")) == []
