"""The door of stage 1: paths in; records, or findings that say why there are none, out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from forumgraph.ingest import checks
from forumgraph.ingest.dataset import Dataset
from forumgraph.ingest.document import read_document
from forumgraph.ingest.files import File, fingerprint, gather, shipped_data
from forumgraph.ingest.flatten import flatten

if TYPE_CHECKING:
    from pathlib import Path

    from forumgraph.ingest.findings import Finding
    from forumgraph.ingest.records import Records

REFERENCE = ("areas", "tasks", "municipalities")  # taken from what ships, unless the user's files have the section


@dataclass(frozen=True)
class Reading:
    """What was read: the records (None as soon as one finding is an error) and all findings, sorted by place."""

    records: Records | None
    findings: list[Finding]
    fingerprint: str
    files: tuple[str, ...]


def read(paths: list[Path]) -> Reading:
    """Read files and folders as one data set; nothing is raised for what is wrong with the data."""
    files, findings = gather(paths)
    data = Dataset(unread=bool(findings))
    for file in files:
        document = read_document(file)
        data.add(document)
        findings += document.findings
    data.fill_gaps(_reference(), REFERENCE)
    findings += checks.run(data)
    findings = sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)
    records = None if _broken(findings) else flatten(data)
    return Reading(records, findings, fingerprint(files), tuple(file.name for file in files))


def fingerprint_of(paths: list[Path]) -> str | None:
    """Return the fingerprint of files without reading what they say; None where one cannot be read."""
    files, findings = gather(paths)
    return None if findings else fingerprint(files)


def _broken(findings: list[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


@cache
def _reference() -> Dataset:
    data = Dataset()
    for name in ("vocabulary.yaml", "municipalities.yaml"):
        path = shipped_data() / name
        data.add(read_document(File(str(path), path.read_bytes())))
    return data
