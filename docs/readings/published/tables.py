"""The tables of the page, each under the name that its markers have; what is compared is made elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from agreement.figures import Found, Pair
from agreement.page import SHARES, Rows, alike, percent, shares, table

from published.kept import Kept
from published.reading import LISTS
from published.settling import CHECKED, SAID, YES, Compared, Publication

WORDS = {
    "body": "Bodies", "kind": "Kind", "status": "Status", "reach": "Reach", "area": "Areas", "part_of": "Part of",
    "tier": "Tiers", "member": "Members", "number": "Number of members stated", "date": "Dates",
    "organisation": "Organisations", "succession": "Carries on", "finding": "Figures", "requirement": "Recommendations",
    "theme": "Focus areas and guiding marks", "action": "Action areas", "duty": "Tasks of the old councils",
    "claim": "Claims about itself",
}  # fmt: skip
BASES = ("named", "inferred", "excluded")


@dataclass(frozen=True)
class Tables:
    """What the tables are made of."""

    publications: list[Publication]
    kept: Kept

    def made(self) -> dict[str, str]:
        """Return every table by the name of its place."""
        return {
            "stands": self._stands(),
            "bodies": self._bodies(),
            "memberships": self._memberships(),
            "said": self._said(),
            "items": self._items(),
            "differences": self._differences(),
            "decisions": self._decisions(),
        }

    def _stands(self) -> str:
        """What the data has of each text."""
        rows: Rows = []
        for source, lines in self.kept.lengths.items():
            found = self.kept.counted(source)
            rows.append([f"`{source}`", str(lines), *map(str, found)])
        heads = ["Text", "Lines", "Fora", "Memberships counted", "Inferred", "Figures", "Recommendations", "Themes"]
        return table(heads, rows)

    def _bodies(self) -> str:
        rows = [self._found(each.stem, each.compared, "body") for each in self.publications]
        rows = [row for row in rows if row[1:3] != ["0", "0"]]
        rows.append(self._found("all", [one for each in self.publications for one in each.compared], "body"))
        return table(["Text", *SHARES, "Kept"], rows)

    @staticmethod
    def _found(name: str, compared: Iterable[Compared], topic: str) -> list[str]:
        of = [each for each in compared if each.topic == topic]
        first, second = sum(each.first == YES for each in of), sum(each.second == YES for each in of)
        both = sum(each.first == each.second == YES for each in of)
        kept = sum(each.settled == YES for each in of)
        return [name, *shares(Found(first, second, both)), str(kept)]

    def _memberships(self) -> str:
        """Of bodies that both readers have and that are kept: each municipality in each body."""
        pairs = [pair for each in self.publications for pair in each.kept_pairs()]
        rows: Rows = []
        for basis in BASES:
            sides = [
                {(n, name) for n, pair in enumerate(pairs) for name, said in pair[which].members if said == basis}
                for which in (0, 1)
            ]
            rows.append([basis, *shares(Found(len(sides[0]), len(sides[1]), len(sides[0] & sides[1])))])
        return table(["Basis", *SHARES], rows)

    def _said(self) -> str:
        rows: Rows = []
        for topic in SAID:
            of = [one for each in self.publications for one in each.compared if one.topic == topic]
            pairs: list[Pair] = [(each.first, each.second) for each in of]
            something = [(a, b) for a, b in pairs if a or b]
            checked = str(sum(each.settled == each.first == each.second for each in of)) if topic in CHECKED else ""
            rows.append([WORDS[topic], alike(pairs), alike(something), checked])
        heads = ["Of bodies that both found", "Same", "Same, where any says something", "And the data too"]
        return table(heads, rows)

    def _items(self) -> str:
        rows: Rows = []
        for topic in LISTS:
            for each in self.publications:
                row = self._found(f"{WORDS[topic]}: {each.stem}", each.compared, topic)
                if row[1:3] != ["0", "0"]:
                    rows.append(row)
        return table(["What", *SHARES, "Kept"], rows)

    def _differences(self) -> str:
        rows: Rows = []
        for each in self.publications:
            differing = [one for one in each.compared if one.differs]
            between = sum(one.first != one.second for one in differing)
            counts = (len(each.compared), between, len(differing) - between, len(each.decisions))
            rows.append([each.stem, *map(str, counts), percent(1 - between / len(each.compared))])
        heads = ["Text", "Compared", "Readings differ", "Both differ from the data", "Decisions", "Readings agree"]
        return table(heads, rows)

    def _decisions(self) -> str:
        rows: Rows = []
        for each in self.publications:
            for made in each.decisions:
                topics = ", ".join(WORDS[topic] for topic in made.topics)
                names = ", ".join(f"`{name}`" for name in made.names)
                rows.append([each.stem, topics, names, made.taken, made.why, made.lines])
        return table(["Text", "What", "Which", "Taken", "Why", "Lines"], rows)
