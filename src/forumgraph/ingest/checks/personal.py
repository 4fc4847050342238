"""No personal data: e-mail addresses, telephone and CPR numbers are refused in every text, also in names and reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from forumgraph.ingest.dataset import Dataset
from forumgraph.ingest.document import Located
from forumgraph.ingest.findings import Finding
from forumgraph.ingest.models import SECTIONS
from forumgraph.ingest.tree import Node, Path

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_CPR = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)")
_PHONE = re.compile(r"(?<![\d-])(\+45[ .]?)?(\d{8}|\d{2}([ .]\d{2}){3}|\d{4}[ .]\d{4})(?![\d-])")
_YEARS = re.compile(r"(19|20)\d{2}[ .](19|20)\d{2}")
_NOT_TEXT = ("id", "code", "lines", "row", "date", "since", "since_at_least", "until", "until_at_most", "questions")


def personal_data(data: Dataset) -> Iterator[Finding]:
    """FG501, FG502, FG503."""
    for section in SECTIONS:
        for located in getattr(data, section):
            for path, text in _texts(located.node):
                yield from _inside(located, path, text)


def _texts(node: Node, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if path and path[-1] in _NOT_TEXT:
        return
    if node.pairs is not None:
        for key, child in node.pairs.items():
            yield from _texts(child, (*path, key))
    elif node.items is not None:
        for n, child in enumerate(node.items):
            yield from _texts(child, (*path, n))
    elif node.value is not None:
        yield path, str(node.value)


def _inside(located: Located[Any], path: Path, text: str) -> Iterator[Finding]:
    place = located.place(*path)
    if found := _EMAIL.search(text):
        yield Finding("FG501", place, _masked(found[0]))
    if found := _CPR.search(text):
        yield Finding("FG503", place, _masked(found[0]))
    elif (found := _PHONE.search(text)) and not _YEARS.fullmatch(found[0]):
        yield Finding("FG502", place, _masked(found[0]))


def _masked(text: str) -> str:
    """Show enough to find it in the file, not enough to pass it on in a log."""
    return text[:3] + "…"
