"""The door of stage 1: paths in; records, or findings that say why there are none, out.

It is cheap to come through: what reads and checks is imported when something is read, since an answer from a graph that
is current needs only the fingerprint of the files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.ingest.files import fingerprint, gather

if TYPE_CHECKING:
    from pathlib import Path

    from forumgraph.ingest.findings import Finding
    from forumgraph.ingest.records import Records


@dataclass(frozen=True)
class Reading:
    """What was read: the records (None as soon as one finding is an error) and all findings, sorted by place."""

    records: Records | None
    findings: list[Finding]
    fingerprint: str
    files: tuple[str, ...]


def read(paths: list[Path]) -> Reading:
    """Read files and folders as one data set; nothing is raised for what is wrong with the data."""
    from forumgraph.ingest.assembly import assemble  # noqa: PLC0415 - 0.1 s of models that most answers do not need

    files, findings = gather(paths)
    records, findings = assemble(files, findings)
    return Reading(records, findings, fingerprint(files), tuple(file.name for file in files))


def fingerprint_of(paths: list[Path]) -> str | None:
    """Return the fingerprint of files without reading what they say; None where one cannot be read."""
    files, findings = gather(paths)
    return None if findings else fingerprint(files)
