"""What a publication says holds together; what is about another time, or only not said in full, is no mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..conftest import HEAD

if TYPE_CHECKING:
    from ..conftest import Say


def _codes(said: list[str]) -> list[str]:
    return [line.split()[1] for line in said]


def _statements(forum: str, *said: str) -> str:
    return f"{HEAD}forums:\n  - {{id: f, name: F, kind: council{forum}}}\nstatements:\n" + "".join(
        f"  - {{forum: f, {each}, lines: 20}}\n" for each in said
    )


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (["with: Vejle, without: Kolding"], []),
        (["with: Vejle, without: Vejle"], ["FG404"]),
        (["with: Vejle", "without: Vejle"], ["FG404"]),
        (["with: Vejle, year: 2012", "without: Vejle"], []),
        (["without: Vejle, inferred: [{municipalities: Vejle, why: Alle på egnen, lines: 21}]"], ["FG404"]),
    ],
)
def test_a_publication_counts_nobody_both_in_and_out_at_one_time(said: list[str], codes: list[str], say: Say) -> None:
    assert _codes(say(_statements("", *said))) == codes


@pytest.mark.parametrize(
    ("year", "codes"),
    [("2014", []), ("2015", []), ("2015-12-31", []), ("2016", ["FG429"]), ("2016-01-01", ["FG429"])],
)
def test_a_publication_knows_nothing_later_than_its_year(year: str, codes: list[str], say: Say) -> None:
    assert _codes(say(_statements("", f"year: {year}"))) == codes


@pytest.mark.parametrize(
    ("forum", "said", "codes"),
    [
        ("since: 2012", "year: 2011, event: Den begynder", ["FG430"]),
        ("since: 2012-06", "year: 2012, event: Den begynder", []),
        ("since_at_least: 2012", "year: 2011, event: Den begynder", []),  # it may have begun before
        ("status: ended, until: 2013", "year: 2014, with: Vejle", ["FG430"]),
        ("status: ended, until_at_most: 2013", "year: 2014, with: Vejle", ["FG430"]),
        ("status: ended, until: 2013", "with: Vejle", ["FG430"]),  # the publication is of 2015
        ("status: ended, until: 2013", "event: Den er nedlagt", []),
        ("status: ended, until: 2013", "year: 2013, with: Vejle", []),
    ],
)
def test_a_statement_is_about_a_time_at_which_the_forum_was(forum: str, said: str, codes: list[str], say: Say) -> None:
    assert _codes(say(_statements(f", {forum}", said))) == codes


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("members_stated: 2, with: [Vejle, Kolding]", []),
        ("members_stated: 2, with: [Vejle, Kolding, Vejle]", []),
        ("members_stated: 3, with: [Vejle, Kolding]", ["FG431"]),
        ("members_stated: 3, with: [Vejle, Kolding], and_others: true", []),
        ("members_stated: 1, with: [Vejle, Kolding], and_others: true", ["FG431"]),
        ("members_stated: 3, with: [Vejle, Kolding], inferred: [{municipalities: Fanø, why: Nabo, lines: 21}]", []),
        ("members_stated: 3, inferred: [{municipalities: Fanø, why: Nabo, lines: 21}]", []),
        ("members_stated: 3", []),
        ("members_stated: 0, with: Vejle", ["FG431"]),
    ],
)
def test_as_many_are_named_as_a_text_counts(said: str, codes: list[str], say: Say) -> None:
    assert _codes(say(_statements("", said))) == codes


_FIGURE = "measure: har en plan, topic: plan, value: 40, unit: percent, population: kommuner"


@pytest.mark.parametrize(
    ("other", "codes"),
    [
        (_FIGURE, []),
        (_FIGURE.replace("40", "41"), ["FG432"]),
        (_FIGURE.replace("value: 40", "text: de fleste"), ["FG432"]),
        (_FIGURE.replace("40", "41").replace("har", "ønsker"), []),
        (_FIGURE.replace("40", "41").replace("kommuner", "jobcentre"), []),
        (_FIGURE.replace("40", "41") + ", period: 2014", []),
        (_FIGURE.replace("40", "41") + ", forum: f", []),
    ],
)
def test_figures_are_told_apart_by_more_than_their_value(other: str, codes: list[str], say: Say) -> None:
    figures = f"findings:\n  - {{id: a, {_FIGURE}, lines: 20}}\n  - {{id: b, {other}, lines: 21}}\n"
    assert _codes(say(_statements("", "called: F") + figures)) == codes


@pytest.mark.parametrize(
    "naming",
    [
        "themes:\n  - {id: t, name: T, kind: focus_area, forums: f, lines: 3}\n",
        "duties:\n  - {id: d, of: f, name: D, lines: 3}\n",
        "findings:\n  - {id: a, measure: M, value: 4, unit: count, population: P, forum: f, lines: 3}\n",
    ],
)
def test_a_forum_that_a_theme_a_task_or_a_figure_names_is_named(naming: str, say: Say) -> None:
    forums = "forums: [{id: f, name: F, kind: council}, {id: g, name: G, kind: council}]\n"
    other = forums + "statements: [{forum: g, lines: 3}]\n"
    assert _codes(say(HEAD + other)) == ["FG406"]
    assert say(HEAD + other + naming) == []
