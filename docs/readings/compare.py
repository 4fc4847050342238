"""Compare the two readings of the survey with each other and with the settled data, and write the tables of the page.

``python docs/readings/compare.py`` writes them; with ``--check`` it writes nothing and exits 1 when the page is not
current or when a difference is not settled in settled.yaml.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from agreement import differences, match, page, reading
from agreement.facts import Facts
from agreement.settled import Settled

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "reading-the-survey.md"
DATA = HERE.parents[1] / "data"
FILES = ("forums.yaml", "municipalities.yaml", "vocabulary.yaml")  # the survey of 2015 alone, whatever is added later
ROUND = "kkr-syddanmark-2015"


def main() -> int:
    """Write or check the page; return the exit code."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--check", action="store_true", help="write nothing; exit 1 when something is not current")
    check = arguments.parse_args().check
    try:
        wrong, text = build()
    except (match.Unmatched, page.NoMarker) as error:
        wrong, text = [str(error)], None
    before = PAGE.read_text(encoding="utf-8")
    if check and text not in (None, before):
        wrong.append("docs/reading-the-survey.md is not current. Run python docs/readings/compare.py.")
    if text is not None and not check:
        PAGE.write_text(text, encoding="utf-8")
    for each in wrong:
        print(each, file=sys.stderr)
    return 1 if wrong else 0


def build() -> tuple[list[str], str]:
    """Return what is not settled, and the page as it should be."""
    settled = Settled([DATA / name for name in FILES])
    views = differences.Views(_facts("first", settled), _facts("second", settled), settled.facts)
    settlement = differences.load(HERE / "settled.yaml")
    areas = {area.id: area.short_en.lower() for area in settled.records.areas} | {"lbr": "LBR successor"}
    tables = page.Page(views, settlement, areas).tables()
    return differences.problems(views, settlement), page.fill(PAGE.read_text(encoding="utf-8"), tables)


def _facts(which: str, settled: Settled) -> Facts:
    """Return one reading as facts, its labels exchanged for the ids of the settled data."""
    found = reading.load(HERE / f"{ROUND}-{which}.yaml")
    matcher = match.Matcher(settled.reports, match.decisions(HERE / "labels.yaml")[which])
    ids = matcher.match({body["label"]: reading.reports(body) for body in found["forums"]})
    return reading.facts(found, ids)


if __name__ == "__main__":
    sys.exit(main())
