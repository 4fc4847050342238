"""Which files the data consists of, their bytes and their fingerprint; says what is wrong with a file as a whole."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from forumgraph.ingest.findings import Finding, Place

MAX_BYTES = 64_000_000  # a survey of all 98 municipalities is about 1 MB; more than this belongs in several files
SUFFIXES = (".yaml", ".yml")


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
    files: dict[Path, File] = {}
    findings: list[Finding] = []
    for path in paths:
        found, problem = _expand(path)
        findings += problem
        for each in found:
            if each.resolve() not in files:
                file, problem = _read(each)
                findings += problem
                if file:
                    files[each.resolve()] = file
    return list(files.values()), findings


def _expand(path: Path) -> tuple[list[Path], list[Finding]]:
    if path.is_dir():
        inside = sorted(each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES and _visible(each, path))
        return inside, [] if inside else [Finding("FG118", Place(str(path)))]
    if not path.exists():
        return [], [Finding("FG101", Place(str(path)))]
    return [path], []


def _visible(path: Path, root: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(root).parts)


def _read(path: Path) -> tuple[File | None, list[Finding]]:
    place = Place(str(path))
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            values = {"size": f"{size / 1e6:.0f}", "limit": f"{MAX_BYTES / 1e6:.0f}"}
            return None, [Finding("FG106", place, values=values)]
        return File(str(path), path.read_bytes()), []
    except OSError as error:
        return None, [Finding("FG102", place, values={"reason": error.strerror or str(error)})]


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
    if not text.strip():
        return None, [*findings, Finding("FG105", Place(file.name))]
    return text, findings


def _not_utf8(name: str, content: bytes, at: int) -> Finding:
    line_start = content.rfind(b"\n", 0, at) + 1
    place = Place(name, content.count(b"\n", 0, at) + 1, len(content[line_start:at].decode("utf-8", "replace")) + 1)
    return Finding("FG103", place, f"0x{content[at]:02X}", values={"letter": content[at : at + 1].decode("latin-1")})
