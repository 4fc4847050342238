"""A decision is put into a file and taken out again, and every other byte stays what it was."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from forumgraph.ingest.splicing import NotSpliceable, added, removed

ENTRY: dict[str, Any] = {
    "pair": ("c", "d"),
    "verdict": "same",
    "why": "Nej: x, 'y' # {z}",
    "decided_by": "sekretariatet",
    "date": dt.date(2026, 1, 15),
}
NEXT = {**ENTRY, "pair": ("e", "f"), "why": "første\nanden"}
OLD = "pair: [a, b], verdict: joint, why: x, decided_by: y, date: 2020-01-01"


def block(indent: str) -> str:
    return "\n".join([f"{indent}- pair: [a, b]", *(f"{indent}  {part}" for part in OLD.split(", ")[2:])])


FILES = {
    "an empty list": "decisions: []\n",
    "an empty list and a comment": "# head\n\ndecisions: []  # none yet\n# foot\n",
    "an empty list between sections": "source: s\ndecisions: []\n\nkept_apart: []\n",
    "a heading with nothing below it": "decisions:\n",
    "a heading with a comment below it": "decisions:\n  # nothing yet\n\nsource: s\n",
    "an empty list with blanks in it": "decisions:   [ ]\n",
    "an empty list over two lines": "decisions: [ # here\n  ]\n",
    "a key in quotes": '"decisions": []\n',
    "all in braces": "{decisions: []}\n",
    "entries that are indented": f"decisions:\n{block('  ')}\n",
    "entries that are not": f"decisions:\n{block('')}\n",
    "entries far to the right": f"decisions:\n{block('      ')}\nsource: s\n",
    "comments before, between and after": (
        f"# head\ndecisions:  # all of them\n  # before\n{block('  ')}  # in March\n      # and in May\n"
        f"  # between\n{block('  ').replace('[a, b]', '[x, y]')}\n    # of the last\n  # after\n\n# foot\nsource: s\n"
    ),
    "entries between braces": f"decisions:\n  - {{{OLD}}}\n",
    "a brace over two lines": f"decisions:\n- {{pair: [a, b], # two\n   {OLD.partition('], ')[2]}}} # end\n",
    "a list between brackets": f"decisions: [{{{OLD}}}]\n",
    "brackets over several lines": f"decisions:\n  [{{{OLD}}},\n   # next\n   {{{OLD.replace('a,', 'x,')}}},\n  ]\n",
    "a text over several lines": "decisions:\n  - pair: [a, b]\n    why: |\n      x\n\n      y\n\n\n# foot\n",
    "a dash alone on its line": "decisions:\n  -\n    pair: [a, b]\n    why: >-\n      x\n      y\n",
}


@pytest.fixture(params=["lf", "crlf"])
def ends(request: pytest.FixtureRequest) -> bytes:
    return b"\n" if request.param == "lf" else b"\r\n"


@pytest.mark.parametrize("marked", [False, True], ids=["", "marked"])
@pytest.mark.parametrize("ended", [True, False], ids=["", "unended"])
@pytest.mark.parametrize("name", FILES)
def test_two_decisions_go_in_and_out_in_any_order_and_the_file_is_what_it_was(
    name: str, ended: bool, marked: bool, ends: bytes
) -> None:
    text = FILES[name] if ended else FILES[name].rstrip("\n")
    content = (b"\xef\xbb\xbf" if marked else b"") + text.encode().replace(b"\n", ends)
    one = added(content, ENTRY)
    two = added(one, NEXT)
    found = yaml.safe_load(two.decode("utf-8-sig"))["decisions"]
    assert [tuple(each["pair"]) for each in found][-2:] == [("c", "d"), ("e", "f")]
    assert (found[-2]["why"], found[-1]["why"]) == (ENTRY["why"], NEXT["why"])
    assert two.endswith(b"\n") == content.endswith(b"\n")
    assert b"\n" not in two.replace(b"\r\n", b"") or b"\r\n" not in content
    n = len(found)
    assert removed(two, n - 1) == one
    assert removed(removed(two, n - 1), n - 2) == content
    assert removed(removed(two, n - 2), n - 2) == content


def test_an_entry_is_written_as_people_write_them() -> None:
    plain = {**ENTRY, "why": "Samme møder."}
    assert added(b"decisions: []\n", plain).decode() == (
        "decisions:\n"
        "  - pair: [c, d]\n"
        "    verdict: same\n"
        "    why: Samme møder.\n"
        "    decided_by: sekretariatet\n"
        "    date: 2026-01-15\n"
    )
    assert (
        added(f"decisions:\n- {{{OLD}}}".encode(), plain)
        .decode()
        .endswith("\n- {pair: [c, d], verdict: same, why: Samme møder., decided_by: sekretariatet, date: 2026-01-15}")
    )


@pytest.mark.parametrize(
    "why", ["true", "~", "12", "2026-01-15", "- x", "a: b", "#", "'", '"', "x\n", " x ", "\\", "@a"]
)
def test_a_reason_is_read_as_the_text_it_is(why: str) -> None:
    made = added(b"decisions: []\n", {**ENTRY, "why": why, "decided_by": why})
    assert removed(made, 0) == b"decisions: []\n"


def test_a_comment_in_an_entry_survives_it() -> None:
    content = (
        b"decisions:\n  - pair: [a, b]  # two\n    # in March\n    why: x # yes\n    date: 2020-01-01\n"
        b"  - pair: [c, d]\n    why: y\n"
    )
    assert removed(content, 0) == b"decisions:\n    # two\n    # in March\n    # yes\n  - pair: [c, d]\n    why: y\n"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("source: s\ndecisions: ~\n", 2),
        (f"decisions:\n  - {{{OLD}}}\n  - why: |+\n      x\n\n\n", 1),  # whose blank lines are part of the text
    ],
)
def test_a_file_that_cannot_be_changed_in_one_place_is_left_to_its_owner(content: str, line: int) -> None:
    with pytest.raises(NotSpliceable) as refused:
        added(content.encode(), ENTRY)
    assert refused.value.line == line


def test_a_comment_that_would_be_lost_is_a_reason_not_to() -> None:
    with pytest.raises(NotSpliceable) as refused:
        removed(f"decisions: [\n  {{pair: [x, y], # why\n   {OLD.partition('], ')[2]}}},\n  {{{OLD}}}]\n".encode(), 0)
    assert refused.value.line == 2


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"), max_size=20
)
GAP = st.sampled_from(["", "\n", "  # a comment\n", "# at the margin\n", "\n\n"])


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file with some decisions in one style, and comments, blank lines and other sections around them."""
    indent = draw(st.sampled_from(["", "  ", "    "]))
    entries = []
    for n in range(draw(st.integers(0, 3))):
        old = {**ENTRY, "pair": [f"a{n}", f"b{n}"], "why": draw(TEXT.filter(str.strip))}
        flow = draw(st.booleans())
        text = yaml.safe_dump(old, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=1000).rstrip(
            "\n"
        )
        lines = text.split("\n")
        body = "\n".join([f"{indent}- {lines[0]}", *(f"{indent}  {line}" for line in lines[1:])])
        entries.append(body + draw(st.sampled_from(["", "  # said in May"])) + "\n")
    head = (
        draw(st.sampled_from(["decisions:\n", "decisions: # c\n"]))
        if entries
        else draw(st.sampled_from(["decisions: []\n", "decisions:\n", "decisions: [] # c\n", "decisions: [  ]\n"]))
    )
    text = draw(GAP) + head + "".join(draw(GAP) + each for each in entries) + draw(GAP)
    text += draw(st.sampled_from(["", "source: s\n", "kept_apart: []\n# foot\n"]))
    text = text if draw(st.booleans()) else text.rstrip("\n")
    mark = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return mark + text.encode().replace(b"\n", draw(st.sampled_from([b"\n", b"\r\n"])))


@settings(max_examples=150, derandomize=True, database=None, deadline=None)
@given(files(), TEXT.filter(str.strip), TEXT.filter(str.strip))
def test_whatever_the_file_a_decision_can_be_undone(content: bytes, why: str, by: str) -> None:
    made = added(content, {**ENTRY, "why": why, "decided_by": by})
    n = len(yaml.safe_load(made.decode("utf-8-sig"))["decisions"])
    assert removed(made, n - 1) == content
