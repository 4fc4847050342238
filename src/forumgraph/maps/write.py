"""Writes a map to disk, whole or not at all; it knows nothing of what stands on the page."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from forumgraph.maps.page import render

if TYPE_CHECKING:
    from forumgraph.maps.model import MapData


def write_map(data: MapData, path: Path, language: str) -> None:
    """Write the map as one HTML page that opens offline; raise ValueError where the data contradict themselves.

    The bytes are UTF-8 on every machine, and the page takes the old one's place in one step: someone who opens it
    meanwhile sees the old page or the new one, never half of one. A link stays a link, and what is no file (a pipe,
    a device) is written into.
    """
    page = render(data, language).encode("utf-8")
    if path.exists() and not path.is_file():
        path.write_bytes(page)
    else:
        _replace(Path(os.path.realpath(path)), page)


def _replace(path: Path, page: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(page)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions the page shall have: mkstemp's own would hide it from colleagues on a shared drive."""
    if path.exists():
        return path.stat().st_mode & 0o777
    hidden = os.umask(0)  # it can only be read by setting it
    os.umask(hidden)
    return 0o666 & ~hidden
