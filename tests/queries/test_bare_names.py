"""Names that are the same but for the place they are of."""

from __future__ import annotations

import pytest

from forumgraph.queries.bare_names import alike, bare_name, place_words

PLACES = place_words(("Odense", "Tønder", "Faaborg-Midtfyn", "Aabenraa"))


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Dialogforum Odense", "dialogforum"),
        ("Dialogforum (Tønder)", "dialogforum"),
        ("Odenses dialogforum", "dialogforum"),
        ("Dialogforum i Faaborg-Midtfyn Kommune", "dialogforum"),
        ("DIALOGFORUM Åbenrå", "dialogforum"),  # the old and the new å are one
        ("Dialogforum Vejle", "dialogforum vejle"),  # none of the places that are known
        ("Odense Kommune", ""),
    ],
)
def test_a_bare_name_is_without_places_signs_and_small_words(name: str, left: str) -> None:
    assert bare_name(name, PLACES) == left


def test_any_name_of_two_bodies_may_be_the_one_that_is_alike() -> None:
    names = [("a", ("Forum A", "Panelet")), ("b", ("Panelet (Tønder)",)), ("c", ("Andet",)), ("d", ("Odense",))]
    assert list(alike(names, ("Odense", "Tønder"))) == [("a", "b")]
