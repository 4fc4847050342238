"""Which forum of the settled data a reader's label is: by who reports it, and on which lines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

Reports = dict[str, set[int]]
NEAR = 2  # the best match must be this many times better than the next


class Unmatched(Exception):
    """A label that the rule cannot place and that labels.yaml does not place either."""


@dataclass(frozen=True)
class Matcher:
    """Places labels; ``explicit`` are the decisions of labels.yaml for one reading."""

    settled: dict[str, Reports]
    explicit: dict[str, dict[str, str]]

    def match(self, labels: dict[str, Reports]) -> dict[str, str]:
        """Return the id of every label; a body that the settled data does not have keeps its label."""
        free = {label: said for label, said in labels.items() if label not in self.explicit}
        found = {label: self._explicit(label) for label in labels if label in self.explicit}
        taken = set(found.values())
        for label, said in free.items():
            found[label] = self._certain(label, said, labels)
            if found[label] in taken:
                raise Unmatched(
                    f"{label} and another label are both {found[label]}. Say in labels.yaml which is which."
                )
            taken.add(found[label])
        return found

    def _explicit(self, label: str) -> str:
        wanted = self.explicit[label]["is"]
        if wanted != "nothing" and wanted not in self.settled:
            raise Unmatched(f"labels.yaml says that {label} is {wanted}, and there is no such forum.")
        return label if wanted == "nothing" else wanted

    def _certain(self, label: str, said: Reports, labels: dict[str, Reports]) -> str:
        scores = sorted(((likeness(said, other), forum) for forum, other in self.settled.items()), reverse=True)
        (best, forum), (next_best, _) = scores[:2]
        rivals = [likeness(other, self.settled[forum]) for each, other in labels.items() if each != label]
        if best == 0 or best < NEAR * next_best or best <= max(rivals, default=0):
            raise Unmatched(f"{label} cannot be placed with certainty. Say in labels.yaml which forum it is.")
        return forum


def likeness(said: Reports, other: Reports) -> float:
    """Return from 0 to 1 how far two bodies are reported by the same municipalities on the same lines."""
    reporters = said.keys() | other.keys()
    shares = [_share(said.get(each, set()), other.get(each, set())) for each in reporters]
    return sum(shares) / len(shares) if shares else 0.0


def _share(some: set[int], others: set[int]) -> float:
    both = some | others
    return len(some & others) / len(both) if both else 0.0


def decisions(path: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Return the decisions of labels.yaml by reading and label."""
    found: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found
