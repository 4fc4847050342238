"""No personal data: e-mail addresses, telephone and CPR numbers are refused in every text and comment of a file.

Texts are looked at as they stand in the file, so that an entry that is broken otherwise is looked at too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.ingest.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Document
    from forumgraph.ingest.tree import Node

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+")
_CPR = re.compile(r"(?<![\d-])(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![\d-])")
_PHONE = re.compile(
    r"(?<![\d.,-])(?:(?:\+|00)45[ .-]?)?"
    r"(?:\d{8}|\d{2}(?:[ .]\d{2}){3}|\d{2}(?:-\d{2}){3}|\d{4}[ .]\d{4})(?![\d-])"
)
_YEARS = re.compile(r"(19|20)\d{2}[ .](19|20)\d{2}")
_NUMBERS = (
    "id", "code", "lines", "row", "date", "since", "since_at_least", "until", "until_at_most", "questions", "year",
    "value", "size", "population_size", "members_stated", "period", "in_force_from", "in_force_until",
)  # fmt: skip


def personal_data(data: Dataset) -> Iterator[Finding]:
    """FG501, FG502, FG503."""
    for document in data.documents:
        for place, text in _texts(document):
            yield from personal_in(place, text)


def _texts(document: Document) -> Iterator[tuple[Place, str]]:
    if document.root is not None:
        yield from _values(document.root, document.name)
    for comment in document.comments:
        yield Place(document.name, comment.line, comment.column), comment.text


def _values(node: Node, file: str) -> Iterator[tuple[Place, str]]:
    for key, child in (node.pairs or {}).items():
        if key not in _NUMBERS:
            yield from _values(child, file)
    for child in node.items or ():
        yield from _values(child, file)
    if node.value is not None:
        yield Place(file, node.line, node.column), str(node.value)


def personal_in(place: Place, text: str) -> Iterator[Finding]:
    """Yield what is personal data in one text."""
    if "@" in text:
        for found in _EMAIL.finditer(text):
            yield Finding("FG501", place, _masked(found[0]))
    for found in _CPR.finditer(text):
        yield Finding("FG503", place, _masked(found[0]))
    for found in _PHONE.finditer(_CPR.sub("", text)):
        if not _YEARS.fullmatch(found[0]):
            yield Finding("FG502", place, _masked(found[0]))


def _masked(text: str) -> str:
    """Show enough to find it in the file, not enough to pass it on in a log."""
    return text[:3] + "…"
