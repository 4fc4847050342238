"""Files to records: every file is read, the entries of all are checked together, and what holds is flattened."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from forumgraph.ingest import checks
from forumgraph.ingest.dataset import Dataset
from forumgraph.ingest.document import read_document
from forumgraph.ingest.files import File, shipped_data
from forumgraph.ingest.flatten import flatten
from forumgraph.ingest.intervals import timed
from forumgraph.ingest.merging import settle

if TYPE_CHECKING:
    from forumgraph.ingest.findings import Finding
    from forumgraph.ingest.records import Records

REFERENCE = ("areas", "tasks", "municipalities")  # taken from what ships, unless the user's files have the section


def assemble(files: list[File], findings: list[Finding]) -> tuple[Records | None, list[Finding]]:
    """Return the records of files (None as soon as one finding is an error) and all findings, sorted by place.

    ``findings`` are those that kept other files from being read at all.
    """
    data, said = gathered(files, findings)
    return timed(settle(flatten(data))) if sound(said) else None, said


def gathered(files: list[File], findings: list[Finding]) -> tuple[Dataset, list[Finding]]:
    """Return the entries of files and all findings, as ``assemble`` does."""
    data = Dataset(unread=bool(findings))
    said = list(findings)
    for file in files:
        document = read_document(file)
        data.add(document)
        said += document.findings
    fill_from_reference(data)
    said += checks.run(data)
    return data, sorted(dict.fromkeys(said), key=lambda finding: finding.sort_key)


def sound(findings: list[Finding]) -> bool:
    """Say whether nothing keeps the data from being loaded."""
    return not any(finding.severity == "error" for finding in findings)


def fill_from_reference(data: Dataset) -> None:
    """Take the areas, tasks and municipalities that ship with forumgraph where the user's files have none."""
    data.fill_gaps(_reference(), REFERENCE)


@cache
def _reference() -> Dataset:
    data = Dataset()
    for name in ("vocabulary.yaml", "municipalities.yaml"):
        path = shipped_data() / name
        data.add(read_document(File(str(path), path.read_bytes())))
    return data
