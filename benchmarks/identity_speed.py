"""How long `identity suggest` takes on a national set: whole processes, cold, with a graph that is current.

The set is the survey many times over: each copy has other municipalities, names written in a hurry, and a round of
its own, until there are some 2,500 fora of several names each.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml

from identity_split import Data, Slips, read_survey, written
from identity_suggestions import ROOT, SEED

COPIES = 18
RUNS = 5


def national(survey: Data, municipalities: list[str]) -> Data:
    """Return the survey as often as COPIES says, each copy with other municipalities in place of its own."""
    made: Data = {key: survey[key] for key in ("source", "round", "sources", "organisations")}
    made |= {"rounds": [], "forums": [], "kept_apart": [], "replies": []}
    own = [reply["municipality"] for reply in survey["replies"]] + ["Fanø"]
    for n in range(COPIES):
        others = municipalities[n * 5 :] + municipalities[: n * 5]
        _copy(survey, made, n, dict(zip(own, others, strict=False)))
    return made


def _copy(survey: Data, made: Data, n: int, others: dict[str, str]) -> None:
    slips, ids = Slips(SEED + n), {forum["id"] for forum in survey["forums"]}
    places = re.compile("|".join(sorted(map(re.escape, others), key=len, reverse=True)))

    def other(value: Any, key: str = "") -> Any:
        """Return a value of the copy: ids with its number, municipalities replaced, names in a hurry."""
        if isinstance(value, dict):
            return {(f"{k}-{n}" if k in ids else k): other(each, k) for k, each in value.items()}
        if isinstance(value, list):
            return [other(each, key) for each in value]
        if not isinstance(value, str):
            return value
        if value in ids:
            return f"{value}-{n}"
        moved = places.sub(lambda found: others[found[0]], value)
        return slips(moved) if key in ("name", "called", "described") else moved

    made["rounds"].append({**survey["rounds"][0], "id": f"round-{n}", "kkr": None, "claims": []})
    made["forums"] += other(survey["forums"])
    made["kept_apart"] += other(survey["kept_apart"])
    made["replies"] += [{**other(reply), "round": f"round-{n}"} for reply in survey["replies"]]


def main() -> None:
    """Make the set, load it, and time the command."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("municipalities.yaml", "vocabulary.yaml"):
            shutil.copy(ROOT / "data" / file, folder)
        listed = yaml.safe_load((folder / "municipalities.yaml").read_text(encoding="utf-8"))["municipalities"]
        made = national(read_survey(ROOT / "data"), [each["name"] for each in listed])
        made["rounds"] = [{k: v for k, v in each.items() if v} for each in made["rounds"]]
        made["round"] = "round-0"
        (folder / "forums.yaml").write_text(written(made), encoding="utf-8")
        environment = {**os.environ, "XDG_CACHE_HOME": name, "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-m", "forumgraph"]

        def run(*words: str) -> tuple[float, bytes]:
            started = time.perf_counter()
            typed = [*command, *words, "--data", name]
            ran = subprocess.run(typed, env=environment, check=True, capture_output=True)
            return time.perf_counter() - started, ran.stdout

        print(run("load")[1].decode().strip())
        for about in ("forums", "organisations"):
            before = os.times()
            asked = [run("identity", "suggest", "--about", about) for _ in range(RUNS)]
            after = os.times()
            cpu = after.children_user + after.children_system - before.children_user - before.children_system
            seconds = [each[0] for each in asked]
            spread = f"median {statistics.median(seconds):.2f} s, {min(seconds):.2f} to {max(seconds):.2f}"
            print(f"{about}: {spread}; CPU {cpu / RUNS:.2f} s")
            print("  " + next(line for line in asked[0][1].decode().splitlines() if "pairs w" in line))


if __name__ == "__main__":
    main()
