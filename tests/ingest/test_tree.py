"""YAML becomes a tree that knows its places, whatever the text is made to do to its reader."""

from __future__ import annotations

import pytest

from forumgraph.ingest.tree import MAX_DEPTH, MAX_TEXT, Node, parse


def _root(text: str) -> Node:
    parsed = parse(text, "x.yaml")
    assert parsed.findings == []
    assert parsed.root is not None
    return parsed.root


def _said(text: str) -> list[tuple[str, str]]:
    return [(str(finding.place), finding.code) for finding in parse(text, "x.yaml").findings]


def test_values_remember_where_they_stand() -> None:
    root = _root("a:\n  - b: 1\n    æøå: {c: two}\n")
    assert root.find(("a", 0, "b")) == (2, 8)
    assert root.find_key(("a", 0, "æøå")) == (3, 5)
    assert root.find(("a", 0, "æøå", "c")) == (3, 14)


def test_a_path_that_ends_early_leads_to_the_nearest_thing_above() -> None:
    root = _root("a:\n  b: 1\n")
    assert root.find(("a", "c")) == (2, 3)
    assert root.find(("a", "b", 0)) == (2, 6)
    assert root.find_key(("a", "c")) == (2, 3)


def test_lists_cannot_be_changed_afterwards() -> None:
    assert _root("a: [1, [x], {b: 2}]\n").plain() == {"a": (1, ("x",), {"b": 2})}


def test_quoted_scalars_are_text() -> None:
    assert _root("""{a: "1", b: 'true', c: "", d: 1}""").plain() == {"a": "1", "b": "true", "c": "", "d": 1}


def test_keys_are_the_text_that_was_written() -> None:
    assert _root("{no: 1, 0101: 2, 2015: 3, true: 4}").plain() == {"no": 1, "0101": 2, "2015": 3, "true": 4}


@pytest.mark.parametrize("depth", [10_000, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused(opening: str, depth: int) -> None:
    assert [code for _, code in _said(opening * depth)] == ["FG109"]


def test_deep_nesting_by_indentation_is_refused_at_once() -> None:
    text = "".join(" " * n + "a:\n" for n in range(2_000))
    assert _said(text) == [(f"x.yaml:{MAX_DEPTH + 1}:{MAX_DEPTH + 1}", "FG109")]


def test_nesting_within_the_limit_is_read() -> None:
    assert _root("[" * MAX_DEPTH + "]" * MAX_DEPTH).items is not None


def test_an_alias_bomb_does_not_go_off() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    assert _said("\n".join(lines)) == [("x.yaml:1:5", "FG110")]


def test_a_scalar_of_sixty_megabytes_is_refused() -> None:
    parsed = parse("a: |\n  " + "x" * 60_000_000, "x.yaml")
    (finding,) = parsed.findings
    assert (finding.code, finding.values) == ("FG117", {"length": "60000000", "limit": str(MAX_TEXT)})
    assert len(finding.offending) < 100


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("a:\n\tb: 1\n", "2:1", "FG107"),
        ("a:\n  \tb: 1\n", "2:3", "FG107"),
        ("a:\n  b: 1\n\tc: 2\n", "3:1", "FG107"),
        ("a: 'x\nb: 1\n", "1:4", "FG108"),
        ("a: [1,\nb: 2\n", "1:4", "FG108"),
        ("a: {b: 1\nc: 2\n", "1:4", "FG108"),
        ("a: [\n\n", "1:5", "FG108"),
        ("a: 1\nbcd\ne: 2\n", "2:1", "FG108"),
        ("a: b: c\n", "1:5", "FG108"),
        ("a:\n  b: 1\n c: 2\n", "3:2", "FG108"),
        ("a: @x\n", "1:4", "FG108"),
        ('a: "\\q"\n', "1:5", "FG108"),
        ("a: 1\n... x\n", "2:5", "FG108"),
        ("a: *x\n", "1:4", "FG110"),
        ("*x : 1\n", "1:1", "FG110"),
        ("a: 1\n---\nb: 2\n", "2:1", "FG111"),
        ("a: 1\nb: 2\na: 3\n", "3:1", "FG112"),
        ("? [a]\n: b\n", "1:3", "FG113"),
        ("~: 1\n", "1:1", "FG113"),
        ("a: !!binary x\n", "1:4", "FG114"),
    ],
)
def test_what_is_not_read_is_said_at_its_place(text: str, place: str, code: str) -> None:
    assert _said(text) == [(f"x.yaml:{place}", code)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a: 'x", "open_quote"),
        ("a: [1,\nb: 2\n", "open_bracket"),
        ("a: {b: 1\n", "open_brace"),
        ('a: "\\q"', "escape"),
        ('a: "\\ud800"', "escape"),
        ('a: "\\xZZ"', "escape"),
        ("a: b: c", "stray_colon"),
        ("a: 1\nbcd\ne: 2\n", "no_colon"),
        ("a: - b", "stray_dash"),
        ("a:\n  b: 1\n c: 2\n", "indentation"),
        ("a:\n  - b: 1\n   c: 2\n", "indentation"),
        ("a: `x`", "sign"),
        ("a: ]", "content"),
        ("a: |x\n  y", "block"),
        ("a: & b", "anchor"),
        ("%FOO\na: 1", "directive"),
        ("a: 1\n... x", "directive"),
    ],
)
def test_what_the_parser_says_is_said_in_words_of_the_catalogue(text: str, word: str) -> None:
    (finding,) = parse(text, "x.yaml").findings
    assert finding.values == {"problem": word}


def test_all_duplicate_keys_are_said() -> None:
    assert _said("a: {b: 1, b: 2}\na: 1\n") == [("x.yaml:1:11", "FG112"), ("x.yaml:2:1", "FG112")]


def test_an_empty_text_has_no_tree_and_nothing_to_say() -> None:
    parsed = parse("# nothing\n", "x.yaml")
    assert (parsed.root, parsed.findings) == (None, [])
