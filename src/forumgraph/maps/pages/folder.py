"""Writes a set of pages into a folder and takes away the earlier ones that are gone; never touches anyone else's files.

Which files are its own stands in two places, and both must say so before a file is removed: the list
``.forumgraph-pages`` in the folder, and the mark inside each page. So a copy that somebody made of a page stays, and so
does a page that somebody wrote under an old page's name.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from forumgraph.documents.files import write_file
from forumgraph.maps.pages.names import START

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MARK = '<meta name="generator" content="forumgraph --pages">'
MANIFEST = ".forumgraph-pages"

_HEAD = 1000  # bytes from the start of a page in which its mark stands


def write_folder(folder: Path, pages: Mapping[str, Callable[[], str]]) -> None:
    """Write the pages, each made as its turn comes, the start page last, then remove earlier ones that are gone.

    Raises FileExistsError, before anything is written, where a file of one of the names is not this command's.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in pages:
        _refuse_foreign(folder / name)
    earlier = _listed(folder)
    _list(folder, earlier | set(pages))  # first: what is cut short is known to be ours the next time
    for name in sorted(pages, key=lambda each: (each == START, each)):
        write_file(folder / name, pages[name]().encode("utf-8"))
    for name in earlier - set(pages):
        _remove(folder / name)
    _list(folder, set(pages))


def _refuse_foreign(path: Path) -> None:
    if os.path.lexists(path) and not _is_own(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def _remove(path: Path) -> None:
    if not path.is_symlink() and _is_own(path):
        path.unlink()


def _is_own(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return MARK.encode() in file.read(_HEAD)


def _listed(folder: Path) -> set[str]:
    """Return the names that the list holds; one that leads out of the folder is none that was ever written."""
    try:
        lines = (folder / MANIFEST).read_bytes().decode("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return set()
    return {line for line in lines if line.endswith(".html") and not set(line) & set("/\\:\0")}


def _list(folder: Path, names: set[str]) -> None:
    write_file(folder / MANIFEST, "".join(f"{name}\n" for name in sorted(names)).encode())
