"""The survey beside the text it was read from: its length, its rows, and every name in the lines cited for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forumgraph.ingest import read
from forumgraph.ingest.files import shipped_data
from forumgraph.ingest.lines import split

from .sources import at_hand, bare, lines_of

if TYPE_CHECKING:
    from forumgraph.ingest.records import AliasRecord, Records

# Two agreements that the text names in one breath, so that what they have in common stands there once.
_NAMED_TOGETHER = {
    ("partnerskab-byggeri-vejen", "Partnerskabsaftaler med Dansk Industri og Dansk Byggeri"),
    ("partnerskab-di-vejle", "Partnerskabsaftaler med Dansk Byggeri og Dansk Industri"),
}

if not at_hand():
    pytest.skip("the texts of the publications are not here (FORUMGRAPH_SOURCES)", allow_module_level=True)


@pytest.fixture(scope="module")
def records() -> Records:
    found = read([shipped_data()]).records
    assert found is not None
    return found


def _cited(evidence: tuple[str, ...]) -> list[str]:
    """The lines that are cited, in order."""
    found = []
    for each in evidence:
        source, spans = split(each)
        lines = lines_of(source or "")
        found += [lines[n - 1] for first, last in spans for n in range(first, last + 1)]
    return found


def test_every_source_has_as_many_lines_as_it_says(records: Records) -> None:
    for source in records.sources:
        lines = lines_of(source.id)
        assert len(lines) - (lines[-1] == "") == source.lines


def test_every_row_starts_with_the_name_of_its_municipality(records: Records) -> None:
    names = {each.code: each.name for each in records.municipalities}
    wrong = [names[each.municipality] for each in records.asked if not _starts(each.evidence, names[each.municipality])]
    assert wrong == []


def _starts(evidence: tuple[str, ...], name: str) -> bool:
    return bare("".join(_cited(evidence)[:2])).startswith(bare(name))


def test_every_name_stands_in_the_lines_cited_for_it(records: Records) -> None:
    names = {each.code: each.name for each in records.municipalities}
    absent = [
        f"{names[alias.reported_by]}: {alias.name} ({', '.join(alias.evidence)})"
        for alias in records.aliases
        if not alias.described and not _stands(alias)
    ]
    assert absent == []


def _stands(alias: AliasRecord) -> bool:
    names = [alias.name, *(words for forum, words in _NAMED_TOGETHER if forum == alias.forum)]
    text = bare("\n".join(_cited(alias.evidence)))
    return any(bare(name) in text for name in names)
