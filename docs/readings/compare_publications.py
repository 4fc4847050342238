"""Compare the two readings of each publication with each other and with the data, and write the tables of the page.

``python docs/readings/compare_publications.py`` writes them; with ``--check`` it writes nothing and exits 1 when the
page is not current, when a body is not placed, or when a difference has no decision. What is compared is every
publication with a file ``STEM-settled.yaml`` here.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from agreement.page import NoMarker, fill
from published.kept import Kept
from published.settling import Publication
from published.tables import Tables

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "reading-the-publications.md"
SETTLED = "-settled.yaml"


def main() -> int:
    """Write or check the page; return the exit code."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--check", action="store_true", help="write nothing; exit 1 when something is not current")
    check = arguments.parse_args().check
    before = PAGE.read_text(encoding="utf-8")
    wrong, text = build(before)
    if check and text not in (None, before):
        wrong.append(f"docs/{PAGE.name} is not current. Run python docs/readings/compare_publications.py.")
    if text is not None and not check:
        PAGE.write_text(text, encoding="utf-8")
    for each in wrong:
        print(each, file=sys.stderr)
    return 1 if wrong else 0


def build(before: str) -> tuple[list[str], str | None]:
    """Return what is not settled, and the page as it should be; None where it has no place for a table."""
    kept = Kept(HERE.parents[1] / "data")
    stems = sorted(path.name.removesuffix(SETTLED) for path in HERE.glob(f"*{SETTLED}"))
    publications = [Publication(HERE, stem, kept) for stem in stems]
    wrong = [problem for each in publications for problem in each.problems()]
    try:
        return wrong, fill(before, Tables(publications, kept).made())
    except NoMarker as error:
        return [*wrong, str(error)], None


if __name__ == "__main__":
    sys.exit(main())
