"""A file put in the place of another as a whole or not at all, and only where nobody has changed it meanwhile."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path


class ChangedMeanwhile(Exception):
    """The file is no longer what it was when it was read."""


@dataclass(frozen=True)
class Edit:
    """What a file is and what it is to be; None stands for no file."""

    path: Path
    before: bytes | None
    after: bytes | None


def write(edit: Edit) -> None:
    """Bring a file to what it is to be; raise ChangedMeanwhile where somebody else was faster, OSError as it comes.

    A link stays a link, and the file keeps its mode.
    """
    path = Path(os.path.realpath(edit.path))
    if edit.after is None:
        _unchanged(path, edit.before)
        path.unlink()
        return
    handle, name = tempfile.mkstemp(prefix=".forumgraph-", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(edit.after)
            stream.flush()
            os.fsync(stream.fileno())
        made.chmod(_mode(path))
        _unchanged(path, edit.before)
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
    _sync(path.parent)


def _unchanged(path: Path, before: bytes | None) -> None:
    try:
        found: bytes | None = path.read_bytes()
    except FileNotFoundError:
        found = None
    if found != before:
        raise ChangedMeanwhile(str(path))


def _mode(path: Path) -> int:
    """Return the mode of a file, or the one that a new file gets here."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync(folder: Path) -> None:
    """See that the name of the file lasts as well, where the system can say so of a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
