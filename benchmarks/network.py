"""How long the network of all Denmark takes: cold, whole processes, beside a question that hardly asks anything.

The data is written by national.py and loaded once. Absolute times belong to the machine; quote the medians.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

from national import write

RUNS = 5
CASES = {
    "rounds (opens the graph, asks little)": ["rounds"],
    "network --top 20": ["network", "--top", "20"],
    "network --format json": ["network", "--format", "json"],
    "network (a table of all)": ["network"],
}


def main() -> None:
    """Time all cases in turns and print their medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        count = write(folder / "data")
        graph = ["--data", str(folder / "data"), "--graph", str(folder / "national.graph")]
        run = [sys.executable, "-m", "forumgraph"]
        subprocess.run([*run, "load", *graph], check=True, capture_output=True)
        times: dict[str, list[float]] = {case: [] for case in CASES}
        for turn in range(RUNS + 1):
            for case, words in CASES.items():
                started = time.perf_counter()
                subprocess.run([*run, *words, *graph], check=True, capture_output=True)
                if turn:  # the first warms the disk up
                    times[case].append(time.perf_counter() - started)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}, networkx {metadata.version('networkx')}; {count} memberships, {RUNS} runs, seconds\n")
    for case, seconds in times.items():
        print(f"{case:<40}{statistics.median(seconds):>7.2f}{min(seconds):>7.2f}{max(seconds):>7.2f}")


if __name__ == "__main__":
    main()
