"""How long the main job takes, beside a plain script of PyYAML, networkx and pyvis on the same file, in one run.

Whole processes, cold (a new Python each time), taken in turns so that a change in the machine's speed meets all alike.
Quote the medians and above all the ratios; absolute times belong to the machine.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEER = ROOT / "benchmarks" / "plain_script.py"
RUNS = 7
SURVEY = ("forums.yaml", "municipalities.yaml", "vocabulary.yaml", "decisions.yaml")  # the peer reads the first


@dataclass
class Case:
    """One thing that is timed; ``before`` is done first and not timed; ``peer`` names the case it is set beside."""

    name: str
    command: list[str]
    peer: str = ""
    before: Callable[[], None] = lambda: None
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The median of the runs, in seconds."""
        return statistics.median(self.seconds)


def main() -> None:
    """Time all cases in turns and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        cases = _cases(Path(folder))
        environment = {**os.environ, "XDG_CACHE_HOME": folder, "LC_ALL": "C.UTF-8"}
        for run in range(RUNS + 1):
            for case in cases:
                case.before()
                started = time.perf_counter()
                subprocess.run(case.command, cwd=folder, env=environment, check=True, capture_output=True)
                if run:  # the first round warms the disk up and is not counted
                    case.seconds.append(time.perf_counter() - started)
    _print(cases)


def _cases(folder: Path) -> list[Case]:
    data, every = folder / "survey", folder / "data"
    shutil.copytree(ROOT / "data", every)
    data.mkdir()
    for name in SURVEY:
        shutil.copy(every / name, data)
    forums = data / "forums.yaml"
    ours = [sys.executable, "-m", "forumgraph"]
    graph = ["--data", str(data)]
    plain = [sys.executable, str(PEER)]
    gaps = [*ours, "gaps", "--area", "companies", *graph]
    # The peer first: the cases that are set beside it follow.
    return [
        Case("plain script: gaps", [*plain, "gaps", str(forums)]),
        Case("plain script: map", [*plain, "map", str(forums), str(folder / "peer.html")]),
        Case("gaps, the graph is current", gaps, "plain script: gaps"),
        Case("gaps, after an edit", gaps, "plain script: gaps", before=lambda: _edit(forums)),
        Case("validate", [*ours, "validate", str(data)], "plain script: gaps"),
        Case("load", [*ours, "load", *graph], "plain script: gaps"),
        Case("map", [*ours, "map", "-o", str(folder / "ours.html"), *graph], "plain script: map"),
        Case("all publications: gaps", [*ours, "gaps", "--area", "companies", "--data", str(every)]),
        Case("all publications: load", [*ours, "load", "--data", str(every)]),
        Case("all publications: map", [*ours, "map", "-o", str(folder / "every.html"), "--data", str(every)]),
    ]


def _edit(path: Path) -> None:
    """Change the file as an editor would: a comment at its end that was not there before."""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"# {time.time_ns()}\n")


def _print(cases: list[Case]) -> None:
    packages = ("ladybug", "pyyaml", "networkx", "pyvis", "pydantic")
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}; {', '.join(f'{name} {metadata.version(name)}' for name in packages)}")
    print(f"{RUNS} runs each, in turns; whole processes; seconds\n")
    print(f"{'':<28}{'median':>8}{'min':>8}{'max':>8}   beside the plain script")
    medians = {case.name: case.median for case in cases}
    for case in cases:
        figures = f"{case.median:>8.3f}{min(case.seconds):>8.3f}{max(case.seconds):>8.3f}"
        beside = f"   {case.median / medians[case.peer]:.2f} × its {case.peer.split(': ')[1]}" if case.peer else ""
        print(f"{case.name:<28}{figures}{beside}")


if __name__ == "__main__":
    main()
