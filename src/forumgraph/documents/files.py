"""Writes a file whole or not at all; it knows nothing of what stands in it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_file(path: Path, content: bytes) -> None:
    """Write a file in one step: someone who opens it meanwhile sees the old one or the new one, never half of one.

    A link stays a link, and what is no file (a pipe, a device) is written into.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
    else:
        _replace(Path(os.path.realpath(path)), content)


def _replace(path: Path, content: bytes) -> None:
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    except OSError as error:
        error.filename = str(path)  # the file that was wanted, not the one that is built beside it
        raise
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions the file shall have: mkstemp's own would hide it from colleagues on a shared drive."""
    if path.exists():
        return path.stat().st_mode & 0o777
    hidden = os.umask(0)  # it can only be read by setting it
    os.umask(hidden)
    return 0o666 & ~hidden
