"""The cases of broken data: what is changed in a fresh copy of the data, and what must be said of it.

A case is YAML (``tests/cases/validate/broken``). ``change`` is a list of steps, each on one file of ``data/``:

- ``{in, replace, by}``: a text that stands there exactly once gives way to another; ``by_hex`` gives it as bytes
- ``{in, append}`` and ``{in, prepend_hex}``: something is added at the end, or before everything else
- ``{in, write}`` and ``{in, write_hex}``: the file is (over)written
- ``{in, size}``: there is a file of so many NUL bytes
- ``{in, remove: true}``: the file is taken away
- ``{in, folder: true}`` and ``{in, link}``: there is a folder, or a link to a name, in its place

``findings`` are all errors and warnings, in order, with their places and sentences; infos too where ``infos`` is true.
``read`` names what is read, where that is not the folder as a whole.

``python tests/ingest/cases.py`` writes down anew what the reader says; every line of the difference is to be read.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from forumgraph.ingest import read
from forumgraph.ingest.findings import Finding
from forumgraph.texts import Texts
from forumgraph.texts.messages import message

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "tests" / "cases" / "validate" / "broken"


@dataclass(frozen=True)
class Case:
    """One way to break the data."""

    name: str
    change: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    infos: bool
    read: list[str]


def cases_in(path: Path) -> list[Case]:
    """Return the cases of one file."""
    return [
        Case(
            each["name"], each["change"], each.get("findings", []), each.get("infos", False), each.get("read", ["data"])
        )
        for each in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def all_cases() -> list[Case]:
    """Return the cases of all files."""
    return [case for path in sorted(FOLDER.glob("*.yaml")) for case in cases_in(path)]


def said_of(case: Case, folder: Path) -> list[dict[str, Any]]:
    """Break a fresh copy of the data in an empty folder and return what is said of it, in the shape of a case."""
    shutil.copytree(PROJECT / "data", folder / "data")
    for step in case.change:
        _apply(step, folder / "data" / step["in"])
    before = Path.cwd()
    os.chdir(folder)
    try:
        found = read([Path(each) for each in case.read]).findings
    finally:
        os.chdir(before)
    return [_as_data(finding) for finding in found if case.infos or finding.severity != "info"]


def _apply(step: dict[str, Any], path: Path) -> None:
    if "replace" in step:
        old, content = step["replace"].encode(), path.read_bytes()
        assert content.count(old) == 1, f"{step['replace']!r} stands {content.count(old)} times in {path.name}"
        new = bytes.fromhex(step["by_hex"]) if "by_hex" in step else step["by"].encode()
        path.write_bytes(content.replace(old, new))
    elif "append" in step:
        path.write_bytes(path.read_bytes() + step["append"].encode())
    elif "prepend_hex" in step:
        path.write_bytes(bytes.fromhex(step["prepend_hex"]) + path.read_bytes())
    elif "write" in step or "write_hex" in step:
        path.write_bytes(step["write"].encode() if "write" in step else bytes.fromhex(step["write_hex"]))
    elif "link" in step:
        path.symlink_to(step["link"])
    elif "size" in step:
        with path.open("wb") as stream:
            stream.truncate(step["size"])
    elif "folder" in step:
        path.mkdir()
    else:
        assert step["remove"]
        path.unlink()


def _as_data(finding: Finding) -> dict[str, Any]:
    return {
        "at": str(finding.place),
        "code": finding.code,
        "severity": finding.severity,
        "en": message(finding, Texts("en")),
        "da": message(finding, Texts("da")),
    }


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as it stands."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _record(path: Path) -> None:
    head = "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#"))
    blocks = []
    for raw, case in zip(yaml.safe_load(path.read_text(encoding="utf-8")), cases_in(path), strict=True):
        with tempfile.TemporaryDirectory() as folder:
            raw["findings"] = said_of(case, Path(folder))
        blocks.append(yaml.dump([raw], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120))
    path.write_text(head + "\n" + "\n".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    for each in [Path(name) for name in sys.argv[1:]] or sorted(FOLDER.glob("*.yaml")):
        _record(each)
