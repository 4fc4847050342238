"""Writes the pages of docs/ that are made from the code, and the JSON Schema of the data files.

``python docs/build.py`` writes them anew; ``python docs/build.py --check`` names those that are stale, and exits 1.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from pages.commands import commands_page
from pages.cypher import cypher_page
from pages.findings import findings_page
from pages.graph import graph_page
from pages.output import output_page
from pages.questions import questions_page

from forumgraph.ingest.schema import json_schema

ROOT = Path(__file__).resolve().parents[1]
NOTE = "<!-- Made by `python docs/build.py`. Do not edit: change the code or its texts, and make it anew. -->\n\n"


def schema_file() -> str:
    """Return the JSON Schema of the data files, with the words of the survey to choose from."""
    return json.dumps(json_schema([ROOT / "data"]), ensure_ascii=False, indent=2) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "docs/cli.md": lambda: NOTE + commands_page(ROOT),
    "docs/schema.md": lambda: NOTE + graph_page(),
    "docs/findings.md": lambda: NOTE + findings_page(),
    "docs/questions.md": lambda: NOTE + questions_page(),
    "docs/output.md": lambda: NOTE + output_page(ROOT),
    "docs/cypher.md": lambda: NOTE + cypher_page(ROOT),
    "data/forumgraph.schema.json": schema_file,
}


def stale() -> dict[str, str]:
    """Return the files that are not what the code makes of them now, each with what it makes."""
    made = {name: page() for name, page in PAGES.items()}
    return {name: page for name, page in made.items() if _text(ROOT / name) != page}


def _text(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.exists() else None


def main(arguments: list[str]) -> int:
    """Write the files, or with ``--check`` compare them; return the exit code."""
    if arguments not in ([], ["--check"]):
        print(f"»{' '.join(arguments)}« is not understood. Type python docs/build.py, or add --check.", file=sys.stderr)
        return 2
    try:
        found = stale()
    except KeyError as missing:  # a page must say something that nobody has written yet
        print(f"{missing.args[0]}.", file=sys.stderr)
        return 1
    for name, page in found.items():
        if arguments:
            print(f"{name} is stale. Run python docs/build.py and commit what it writes.", file=sys.stderr)
        else:
            (ROOT / name).write_bytes(page.encode("utf-8"))
            print(f"Written: {name}")
    return 1 if arguments and found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
