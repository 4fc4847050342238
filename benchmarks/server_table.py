"""The tables of the benchmark of loads: what was measured, and its ratios."""

from __future__ import annotations

import os
import platform
import statistics
from dataclasses import dataclass, field

FIRST = "first"


@dataclass
class Line:
    """One kind of load of one size, as often as it was measured."""

    name: str
    size: str
    elements: int
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The median in seconds."""
        return statistics.median(self.seconds)

    @property
    def rate(self) -> float:
        """Elements a second."""
        return self.elements / self.median


class Table:
    """All lines, in the order in which they were first measured."""

    def __init__(self, versions: str, runs: int) -> None:
        self._lines: dict[tuple[str, str], Line] = {}
        self._versions = versions
        self._runs = runs

    def note(self, name: str, size: str, elements: int, found: dict[str, dict[str, float]]) -> None:
        """Take the times of one process in, and say them at once."""
        for what, times in found.items():
            called = name if what == FIRST else f"{name}: {what}"
            line = self._lines.setdefault((called, size), Line(called, size, elements))
            line.seconds.append(times["seconds"])
            line.cpu.append(times["client"] + times.get("server", 0.0))
            print(f"    {size:<14}{called:<26}{times['seconds']:>9.2f} s   CPU {line.cpu[-1]:.2f} s", flush=True)

    def print(self, raw: str) -> None:
        """Print all lines, each beside the raw driver's (elements a second) or, of ours, beside the first load."""
        machine = (
            f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        )
        print(f"\n{machine}; {self._versions}\n{self._runs} runs each, in turns; raw driver: {raw}; seconds\n")
        head = ("elements", "median", "min", "max", "a second", "CPU")
        print(f"{'':<14}{'':<26}" + "".join(f"{each:>10}" for each in head))
        for line in self._lines.values():
            spread = f"{line.median:>10.2f}{min(line.seconds):>10.2f}{max(line.seconds):>10.2f}"
            figures = f"{line.elements:>10,}{spread}{line.rate:>10,.0f}{statistics.median(line.cpu):>10.2f}"
            print(f"{line.size:<14}{line.name:<26}{figures}   {self._beside(line)}")

    def _beside(self, line: Line) -> str:
        """Return the ratios of one line; a share of a size stands beside the whole of it."""
        if line.name.startswith("ours: "):
            return f"{line.median / self._lines['ours', line.size].median:.3f} × the time of ours"
        raw = self._of("raw driver", line)
        return f"{line.rate / raw.rate:.3f} × the raw driver's rate" if line is not raw else ""

    def _of(self, name: str, line: Line) -> Line:
        kind = line.size.partition(",")[0]
        return next(each for (called, size), each in self._lines.items() if called == name and size.startswith(kind))


def tuning(seconds: dict[tuple[str, int], list[float]], elements: int) -> None:
    """Print what the raw driver makes of forms and batches."""
    print(f"raw driver, {elements:,} elements, rows as maps or lists, batch; median, min, max in seconds")
    for (form, batch), found in seconds.items():
        spread = f"{statistics.median(found):>8.2f}{min(found):>8.2f}{max(found):>8.2f}"
        print(f"    {form:<6}{batch:>8,}{spread}", flush=True)
    print()


def memory(elements: int, first: float, again: float) -> None:
    """Print the peak of the memory of a load."""
    print(
        f"peak of the client, {elements:>8,} elements: first load {first:.0f} MB, compared {again:.0f} MB", flush=True
    )
