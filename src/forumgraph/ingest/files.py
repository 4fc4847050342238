"""Which files the data consists of, their bytes and their fingerprint; says what is wrong with a file as a whole."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from forumgraph.ingest.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 64_000_000  # a survey of all 98 municipalities is about 1 MB; more than this belongs in several files
SUFFIXES = (".yaml", ".yml")
# Control characters, and the line breaks of other systems that YAML 1.1 counts and an editor does not.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_REASONS = {
    errno.EACCES: "permission", errno.EPERM: "permission", errno.EISDIR: "folder", errno.ENOENT: "link",
    errno.ELOOP: "link", errno.ENAMETOOLONG: "name",
}  # fmt: skip


@dataclass(frozen=True)
class File:
    """A file as the user named it, with its bytes."""

    name: str
    content: bytes


def shipped_data() -> Path:
    """Return the folder of the survey that ships with forumgraph: inside the package, or ``data/`` of a checkout."""
    inside = Path(str(resources.files("forumgraph"))) / "data"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "data"


def gather(paths: list[Path]) -> tuple[list[File], list[Finding]]:
    """Return the files behind files and folders, each once, in a stable order, and what cannot be read.

    A folder gives every ``.yaml`` and ``.yml`` below it, hidden ones left out.
    """
    files: dict[str, File] = {}
    findings: list[Finding] = []
    for path in paths:
        found, problems = _expand(path)
        findings += problems
        for each in found:
            identity = os.path.realpath(each)  # unlike Path.resolve, does not mind links in a circle
            if identity not in files:
                file, problems = _read(each)
                findings += problems
                if file:
                    files[identity] = file
    return list(files.values()), findings


def _expand(path: Path) -> tuple[list[Path], list[Finding]]:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return ([path], []) if path.is_symlink() else ([], [Finding("FG101", Place(str(path)))])
    except (OSError, ValueError) as error:
        return [], [_unreadable(path, error)]
    if not stat.S_ISDIR(mode):
        return [path], []
    problems: list[Finding] = []
    inside = sorted(_below(path, problems))
    if not inside and not problems:
        problems.append(Finding("FG118", Place(str(path))))
    return inside, problems


def _below(folder: Path, problems: list[Finding]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        problems.append(_unreadable(Path(error.filename), error))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (*folders, *names):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield Path(parent, name)


def _read(path: Path) -> tuple[File | None, list[Finding]]:
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)  # no more, whatever its size is said to be: a pipe has none
            size = max(len(content), os.fstat(stream.fileno()).st_size)
    except OSError as error:
        return None, [_unreadable(path, error)]
    if size > MAX_BYTES:
        values = {"size": str(round(size / 1e6)), "limit": str(round(MAX_BYTES / 1e6))}
        return None, [Finding("FG106", Place(str(path)), values=values)]
    return File(str(path), content), []


def _unreadable(path: Path, error: OSError | ValueError) -> Finding:
    """Say why a file cannot be read, in a word of the catalogue (``findings.reason``)."""
    number = error.errno if isinstance(error, OSError) else None
    reason = _REASONS.get(number or 0, "other")
    return Finding("FG102", Place(str(path)), values={"reason": reason})


def fingerprint(files: list[File]) -> str:
    """Return a hash of the contents, whatever the files are called and in whichever order they were given."""
    parts = sorted(hashlib.sha256(file.content).digest() for file in files)
    return hashlib.sha256(b"".join(parts)).hexdigest()


def decode(file: File) -> tuple[str | None, list[Finding]]:
    """Return a file's text (None where it is not UTF-8), without a byte-order mark, and what there is to say."""
    findings: list[Finding] = []
    content = file.content
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        findings.append(Finding("FG104", Place(file.name, 1, 1)))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*findings, _not_utf8(file.name, content, error.start)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONTROL.search(text):
        return None, [*findings, _control(file.name, text, found)]
    if not text.strip():
        return None, [*findings, Finding("FG105", Place(file.name))]
    return text, findings


def _control(name: str, text: str, found: re.Match[str]) -> Finding:
    line_start = text.rfind("\n", 0, found.start()) + 1
    place = Place(name, text.count("\n", 0, found.start()) + 1, found.start() - line_start + 1)
    return Finding("FG116", place, f"U+{ord(found[0]):04X}")


def _not_utf8(name: str, content: bytes, at: int) -> Finding:
    line_start = content.rfind(b"\n", 0, at) + 1
    place = Place(name, content.count(b"\n", 0, at) + 1, len(content[line_start:at].decode("utf-8", "replace")) + 1)
    return Finding("FG103", place, f"0x{content[at]:02X}", values={"letter": content[at : at + 1].decode("latin-1")})
