"""How long the questions of overlap take for a whole country, beside a plain networkx script, in one run.

Whole processes, cold (a new Python each time), taken in turns; the graph is loaded before. Quote medians and ratios.
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

from country import write
from plain_overlap import QUESTIONS

RUNS = 5
PEER = Path(__file__).resolve().parent / "plain_overlap.py"
#: Questions without a peer: a plain script has no such thing.
MORE = ("identity suggest", "rounds")


def main() -> None:
    """Time all questions in turns and print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "data")
        graph = ("--data", str(folder / "data"), "--graph", str(folder / "graph"))
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        _run([sys.executable, "-m", "forumgraph", "load", *graph], environment)
        commands = {}
        for question in (*QUESTIONS, *MORE):
            words = question.split()
            commands[question] = [sys.executable, "-m", "forumgraph", *words, "--format", "json", *graph]
        for question in QUESTIONS:
            commands[f"plain: {question}"] = [
                sys.executable,
                str(PEER),
                str(folder / "data" / "country.yaml"),
                question,
            ]
        seconds: dict[str, list[float]] = {case: [] for case in commands}
        for turn in range(RUNS + 1):
            for case, command in commands.items():
                taken = _run(command, environment)
                if turn:  # the first round warms the disk up
                    seconds[case].append(taken)
    _print(seconds)


def _run(command: list[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def _print(seconds: dict[str, list[float]]) -> None:
    packages = ("ladybug", "networkx", "rapidfuzz")
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}; {', '.join(f'{name} {metadata.version(name)}' for name in packages)}; {RUNS} runs, seconds\n")
    print("| question | median | min | max | plain script | of it |")
    print("| --- | --- | --- | --- | --- | --- |")
    for question in (*QUESTIONS, *MORE):
        own = seconds[question]
        plain = statistics.median(seconds.get(f"plain: {question}", [0.0]))
        beside = f"{plain:.2f} | {statistics.median(own) / plain:.2f}" if plain else "– | –"
        print(f"| {question} | {statistics.median(own):.2f} | {min(own):.2f} | {max(own):.2f} | {beside} |")


if __name__ == "__main__":
    main()
