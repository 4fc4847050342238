"""One reader's YAML as facts, its labels exchanged for the ids of the settled data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from agreement.facts import Facts, Key, collected, frequency, numbers, participation

# Two words for one claim; the second reader's, and the settled data's.
SAME_CLAIM = {"the greater part": "most", "nearly all": "nearly_all"}


def load(path: Path) -> dict[str, Any]:
    """Return a reading as it lies in its file."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def reports(body: dict[str, Any]) -> dict[str, set[int]]:
    """Return the lines on which each municipality speaks of a body as its own."""
    found: dict[str, set[int]] = {}
    own = [member for member in body.get("members", ()) if member["basis"] == "self_reported"]
    for each in [*body.get("aliases", ()), *own]:
        found.setdefault(each.get("used_by") or each["reported_by"], set()).update(numbers(each["lines"]))
    return found


def facts(reading: dict[str, Any], ids: dict[str, str]) -> Facts:
    """Return a reading as facts; ``ids`` says which forum a label is."""
    found = Facts()
    _cells(reading, ids, found)
    for body in reading["forums"]:
        _body(body, ids, found)
        _claims_on(body, ids[body["label"]], found)
    for pair in reading["kept_apart"]:
        found.say("kept apart", tuple(sorted((ids[pair["a"]], ids[pair["b"]]))))
    for each in reading["question7"]:
        found.say("question 7", (each["municipality"],), each["answer"], numbers(each["lines"]))
    claims = collected()
    for each in reading["claims"]:
        claims[(each["about"],)].add(SAME_CLAIM.get(each["claimed"], each["claimed"]))
    found.say_all("claims", claims)
    return found


def _cells(reading: dict[str, Any], ids: dict[str, str], found: Facts) -> None:
    for cell in reading["cells"]:
        key = (cell["municipality"], cell["area"])
        lines = numbers(cell.get("lines", ""))
        found.say("status", key, cell["status"])
        found.say("confidence", key, cell["confidence"])
        found.say("alternative", key, cell.get("alternative"))
        found.say("cell lines", key, cell.get("lines"), lines)
        for label in cell.get("forums", ()):
            found.say("names", (*key, ids[label]))


def _body(body: dict[str, Any], ids: dict[str, str], found: Facts) -> None:
    key = (ids[body["label"]],)
    found.say("body", key)
    found.say("kind", key, body["kind"])
    found.say("body status", key, body["status"])
    found.say("levels", key, ", ".join(sorted(body.get("levels", ()))))
    found.say("areas", key, ", ".join(sorted(body.get("areas", ()))))
    found.say("part of", key, ids.get(body.get("part_of", "")))
    found.say("carries on", key, "yes" if body.get("carries_on_lbr") else None)
    tiers = sorted((tier["rank"], tier["level"]) for tier in body.get("tiers", ()))
    found.say("tiers", key, ", ".join(level for _, level in tiers))


def _claims_on(body: dict[str, Any], forum: str, found: Facts) -> None:
    for alias in body.get("aliases", ()):
        found.say("alias", (forum, alias["used_by"]), lines=numbers(alias["lines"]))
    for member in body.get("members", ()):
        found.say("membership", _membership(forum, member), lines=numbers(member["lines"]))
    for seat in body.get("organisations", ()):
        found.say("organisations", (forum, seat["reported_by"]))
    meetings, politicians = collected(), collected()
    for each in body.get("meetings", ()):
        often = frequency(each["per_year"], each.get("per_year_max"), each.get("level"))
        meetings[(forum, each["reported_by"])].add(often)
    for each in body.get("political", ()):
        who = participation(each["role"], each.get("per_year"), participates=each["participates"])
        politicians[(forum, each["municipality"], each["area"])].add(who)
    found.say_all("meetings", meetings)
    found.say_all("politicians", politicians)


def _membership(forum: str, member: dict[str, Any]) -> Key:
    """An inference is nobody's claim, so who was read when it was made is not part of it."""
    basis = member["basis"]
    return (forum, member["municipality"], basis, *([] if basis == "inferred" else [member["reported_by"]]))
