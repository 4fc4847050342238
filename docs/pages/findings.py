"""docs/findings.md: what a check can say, how severe it is, and an example that goes wrong and one that does not."""

from __future__ import annotations

from forumgraph.ingest.findings import CODES
from forumgraph.texts import Texts
from pages.markdown import fenced, table

_HEAD = """# Findings

What `forumgraph validate` can say. Only an *error* keeps the data from being loaded. `forumgraph explain CODE` shows
the same on the terminal, in Danish where the terminal is Danish.
"""

_GROUPS = {"1": "The file", "2": "Its shape", "3": "What it refers to", "4": "What it claims", "5": "Personal data"}


def findings_page() -> str:
    """Return the page."""
    texts = Texts("en")
    rows = [(f"[{code}](#{code.lower()})", CODES[code], _first(code, texts)) for code in CODES]
    index = table(("Code", "Severity", "Meaning"), rows)
    parts = [_HEAD, index]
    for digit, title in _GROUPS.items():
        codes = [code for code in CODES if code[2] == digit]
        parts += [f"## {title}\n", *(_section(code, texts) for code in codes)]
    return "\n".join(parts)


def _first(code: str, texts: Texts) -> str:
    return texts(f"findings.{code}.about").strip().split(". ")[0].rstrip(".") + "."


def _section(code: str, texts: Texts) -> str:
    about = texts(f"findings.{code}.about").strip()
    wrong, right = (texts(f"examples.{code}.{key}") for key in ("wrong", "right"))
    return f"### {code}\n\n*{CODES[code]}* – {about}\n\nWrong:\n\n{_example(wrong)}\nRight:\n\n{_example(right)}"


def _example(text: str) -> str:
    return fenced(text, "sh" if text.startswith("$ ") else "yaml")
