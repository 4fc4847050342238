"""The example questions in docs/examples/: what the head of each says, and the command line that asks it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = "docs/examples"

_TITLE = re.compile(r"// (\w+): (.+\?)")
_PARAMETER = re.compile(r"// \$(\w+) = (.+)")


@dataclass(frozen=True)
class Example:
    """One question: its text, and the values that its head gives to its parameters."""

    name: str
    question: str
    parameters: dict[str, Any]
    text: str

    @property
    def words(self) -> list[str]:
        """What is typed after ``forumgraph``."""
        given = [f"{name}={_typed(value)}" for name, value in self.parameters.items()]
        return ["cypher", "--file", f"{FOLDER}/{self.name}.cypher", *(w for each in given for w in ("--param", each))]


def examples(root: Path) -> list[Example]:
    """Return all of them, by name."""
    return [_example(path) for path in sorted((root / FOLDER).glob("*.cypher"))]


def _example(path: Path) -> Example:
    """Read a head: a first line ``// NAME: question?`` and, for each parameter, ``// $NAME = JSON (what it is)``."""
    text = path.read_text(encoding="utf-8")
    title = _TITLE.match(text)
    if not title or title[1] != path.stem:
        raise KeyError(f"{path.name} does not begin with »// {path.stem}: a question?«")
    read = json.JSONDecoder().raw_decode
    return Example(path.stem, title[2], {name: read(rest)[0] for name, rest in _PARAMETER.findall(text)}, text)


def _typed(value: Any) -> str:
    """Return a value as ``--param`` takes it: text as it is, anything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
