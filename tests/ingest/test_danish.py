"""Danish letters sort and fold as Danes expect."""

from __future__ import annotations

import pytest

from forumgraph.ingest.danish import fold, sort_key


def test_aa_sorts_as_the_last_letter_also_inside_a_name() -> None:
    names = ["Aabenraa", "Ærø", "Ørsted", "Zoo", "Assens", "Faaborg-Midtfyn", "Fredericia", "Fanø", "Århus"]
    assert sorted(names, key=sort_key) == [
        "Assens", "Fanø", "Fredericia", "Faaborg-Midtfyn", "Zoo", "Ærø", "Ørsted", "Aabenraa", "Århus",
    ]  # fmt: skip


def test_accents_do_not_count_at_first() -> None:
    assert sorted(["Allé", "Allf", "Alle"], key=sort_key) == ["Alle", "Allé", "Allf"]


@pytest.mark.parametrize(
    ("text", "typed"), [("Ærø", "aeroe"), ("Aabenraa", "aabenraa"), ("Åbenrå", "aabenraa"), ("Café", "cafe")]
)
def test_names_are_folded_as_they_are_typed_elsewhere(text: str, typed: str) -> None:
    assert fold(text) == typed
