"""Names are found in texts that cannot be read."""

from __future__ import annotations

import pytest

from forumgraph.ingest.salvage import names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- {id: lau-vejle, name: LAU Vejle}", {"lau-vejle", "LAU Vejle"}),
        ("  id: foa   # a union\n  name: 'F O A'\n", {"foa", "F O A"}),
        ('code: "0101"\nmunicipality: Ærø\n', {"0101", "Ærø"}),
        ("kind: council\nbroken [", set()),
        ("id:\nname:", set()),
    ],
)
def test_what_stands_after_the_keys_of_names_is_found(text: str, found: set[str]) -> None:
    assert names(text) == found
