"""Line numbers as people write them."""

from __future__ import annotations

import pytest

from forumgraph.ingest.lines import Span, cite, join, split, within


@pytest.mark.parametrize(
    ("written", "source", "spans"),
    [
        ("656", None, [(656, 656)]),
        ("656-664, 672", None, [(656, 664), (672, 672)]),
        ("656-664,672", None, [(656, 664), (672, 672)]),
        ("kl-2013:5-6", "kl-2013", [(5, 6)]),
    ],
)
def test_a_citation_is_a_source_and_spans(written: str, source: str | None, spans: list[Span]) -> None:
    assert split(written) == (source, tuple(spans))


def test_spans_that_touch_or_overlap_are_written_as_one() -> None:
    assert join([(7, 9), (1, 3), (4, 4), (8, 12), (20, 20)]) == "1-4, 7-12, 20"


def test_citations_are_gathered_by_source() -> None:
    assert cite(["5", "other:1", "6-7"], "own") == ("own:5-7", "other:1")


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        ([(5, 6)], [(5, 6)], True),
        ([(5, 8)], [(1, 6), (7, 9)], True),
        ([(5, 8)], [(1, 6), (8, 9)], False),
        ([(4, 5)], [(5, 6)], False),
        ([], [], True),
    ],
)
def test_lines_lie_within_others(inner: list[Span], outer: list[Span], inside: bool) -> None:
    assert within(inner, outer) is inside
