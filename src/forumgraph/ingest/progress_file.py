"""What filled progress forms report, as a data file: each sheet is a source, its rows are the lines that are cited."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forumgraph.ingest.danish import fold
from forumgraph.ingest.deciding import State, own
from forumgraph.ingest.document import read_document
from forumgraph.ingest.files import File, gather
from forumgraph.ingest.moments import last_day
from forumgraph.ingest.refusal import Refused
from forumgraph.ingest.writing import Edit

if TYPE_CHECKING:
    from forumgraph.ingest.filled import ReadSheet, Said

_WIDTH = 120  # columns of a line of the file


@dataclass(frozen=True)
class About:
    """What a data file says of itself: its head (comments), its sources' titles by sheet, and who reported (a role).

    No source is later than ``today``, though the time that it is of may go on.
    """

    head: str
    titles: Mapping[str, str]
    reported_by: str | None
    today: dt.date


def state_beside(paths: tuple[Path, ...], output: Path) -> State:
    """Return the state of the data without a file that is to be written, whatever stands in it now."""
    files, unread = gather(list(paths))
    beside = tuple(each for each in files if Path(each.name).resolve() != output.resolve())
    return State.of(beside, unread)


def progress_edit(sheets: list[ReadSheet], output: Path, about: About, *, force: bool) -> Edit:
    """Return the edit that writes the file; raise Refused where it is there already, unless it may be overwritten.

    What holds anything but reports was not made from forms, and is never overwritten.
    """
    own(output, "form_shipped")
    before = output.read_bytes() if output.exists() else None
    if before is not None and not force:
        raise Refused("form_exists", path=str(output))
    if before and not _only_reports(File(str(output), before)):
        raise Refused("form_other_data", path=str(output))
    return Edit(output, before, progress_file(sheets, output, about))


def _only_reports(file: File) -> bool:
    root = read_document(file).root
    return root is not None and root.pairs is not None and set(root.pairs) <= {"sources", "progress"}


def progress_file(sheets: list[ReadSheet], output: Path, about: About) -> bytes:
    """Return the content of the file; the ids of its sources come from its own name."""
    import yaml  # noqa: PLC0415 - only who writes needs it

    ids = source_ids(sheets, output)
    content = {
        "sources": [_source(sheet, ids[sheet.sheet], about) for sheet in sheets],
        "progress": [_progress(sheet, said, ids[sheet.sheet], about) for sheet in sheets for said in sheet.said],
    }
    made = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return f"{about.head}{made}".encode()


def source_ids(sheets: list[ReadSheet], output: Path) -> dict[str, str]:
    """Return the id of the source that each sheet is, by the sheet's name."""
    stem = _slug(output.stem)
    if len(sheets) == 1:
        return {sheets[0].sheet: stem}
    return {sheet.sheet: f"{stem}-{_slug(sheet.municipality)}" for sheet in sheets}


def _slug(text: str) -> str:
    return "-".join(re.findall("[a-z0-9]+", fold(text)))[:40].strip("-") or "x"


def _source(sheet: ReadSheet, id_: str, about: About) -> dict[str, Any]:
    return {
        "id": id_,
        "title": about.titles[sheet.sheet],
        "publisher": sheet.municipality,
        "date": min(_day(sheet.date), about.today),
        "lines": sheet.last,
    }


def _progress(sheet: ReadSheet, said: Said, source: str, about: About) -> dict[str, Any]:
    entry = {
        "municipality": sheet.municipality,
        "requirement": said.requirement,
        "state": said.state,
        "remark": said.remark,
        "date": sheet.date,
        "reported_by": about.reported_by,
        "lines": f"{source}:{said.row}",
    }
    return {key: value for key, value in entry.items() if value}


def _day(moment: str) -> dt.date:
    """Return the last day that a moment can mean."""
    return dt.date.fromisoformat(last_day(moment))
