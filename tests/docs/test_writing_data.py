"""The page on writing data shows files that are read without a word, and every section that a publication may have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from forumgraph.ingest import read
from forumgraph.ingest.findings import CODES
from forumgraph.ingest.sections import SECTIONS
from forumgraph.ingest.tree import parse

from .test_generated import complaints

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "writing-data.md").read_text(encoding="utf-8")
*_PUBLICATION, PROGRESS = re.findall(r"```yaml\n((?:.*\n)*?)```", PAGE)
PUBLICATION = "\n".join(_PUBLICATION)

#: What other pages show, or what comes of its own: words that ship, and what a survey has.
ELSEWHERE = {"areas", "tasks", "municipalities", "kept_apart", "decisions", "replies"}


def test_the_files_are_read_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "my-kkr-2026.yaml").write_text(PUBLICATION, encoding="utf-8")
    (tmp_path / "my-progress-2027.yaml").write_text(PROGRESS, encoding="utf-8")
    found = read([tmp_path])
    assert found.findings == []
    assert found.records


@pytest.mark.parametrize("text", [PUBLICATION, PROGRESS])
def test_an_editor_takes_them_too(text: str) -> None:
    assert complaints(text) == []


def test_every_section_of_a_publication_is_shown() -> None:
    roots = [parse(text, "file").root for text in (PUBLICATION, PROGRESS)]
    shown = {key for root in roots if root for key in root.pairs or ()}
    assert set(SECTIONS) - shown == ELSEWHERE


def test_what_the_page_leads_to_is_there() -> None:
    assert all((ROOT / "docs" / target).exists() for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", PAGE))
    assert set(re.findall(r"FG\d{3}", PAGE)) <= set(CODES)
