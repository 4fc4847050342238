"""What the tests of the reader share: text in, findings out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from forumgraph.ingest import read

Say = Callable[..., list[str]]

HEAD = """
source: s
round: r
sources:
  - {id: s, title: Survey, publisher: KKR, date: 2015-08-20, lines: 900}
rounds:
  - {id: r, title: Survey, date: 2015-08-20, source: s, lines: 1-900, questions: {companies: 12}}
""".lstrip("\n")


@pytest.fixture
def say(tmp_path: Path) -> Say:
    """Read texts as the files a.yaml, b.yaml … and return ``file:line:column code offending`` for each finding."""

    def read_texts(*texts: str) -> list[str]:
        for name, text in zip("abcdef", texts, strict=False):
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        findings = read([tmp_path]).findings
        return [
            f"{Path(each.place.file).name}:{each.place.line}:{each.place.column} {each.code} {each.offending}".strip()
            for each in findings
        ]

    return read_texts
