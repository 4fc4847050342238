"""JSON against the output contract: exactly its keys, their types, and lists sorted by the Danish alphabet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from forumgraph.cli.main import cli
from forumgraph.cli.usage import every_command

from .running import ROOT, User

CONTRACT = yaml.safe_load((ROOT / "tests/cases/contract.yaml").read_text(encoding="utf-8"))
STANDING = {name: each for name, each in CONTRACT["commands"].items() if each.get("stands", True)}
ASKED = [(name, words) for name, each in STANDING.items() for words in each["asked"]]

_PLAIN = {
    "text": lambda value: isinstance(value, str) and bool(value),
    "number": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "fraction": lambda value: value is None or (isinstance(value, int | float) and 0 <= value <= 1),
    "truth": lambda value: isinstance(value, bool),
    "date": lambda value: isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)),
    "moment": lambda value: isinstance(value, str) and bool(re.fullmatch(r"\d{4}(-\d{2}){0,2}", value)),
    "lines": lambda value: isinstance(value, str) and bool(re.fullmatch(r"\d+(-\d+)?(, \d+(-\d+)?)*", value)),
    "any": lambda value: True,
}


def differences(value: Any, wanted: Any, place: str) -> Iterator[str]:
    """Yield what in a value is not as the contract wants it."""
    if isinstance(wanted, str):
        yield from _differs_from_named(value, wanted, place)
    elif isinstance(wanted, list):
        if not isinstance(value, list):
            yield f"{place}: no list"
            return
        for number, each in enumerate(value):
            yield from differences(each, wanted[0], f"{place}[{number}]")
    else:
        keys = {key.removeprefix("+"): each for key, each in wanted.items()}
        if not isinstance(value, dict) or set(value) != set(keys):
            yield f"{place}: keys {sorted(value)} for {sorted(keys)}"
            return
        for key, each in keys.items():
            yield from differences(value[key], each, f"{place}.{key}")


def _differs_from_named(value: Any, wanted: str, place: str) -> Iterator[str]:
    name = wanted.removesuffix("~")
    if wanted.endswith("~") and value is None:
        return
    if name in CONTRACT["types"]:
        yield from differences(value, CONTRACT["types"][name], place)
    elif not (_PLAIN[name](value) if name in _PLAIN else value in name.split("|")):
        yield f"{place}: {value!r} for {wanted}"


def danish(name: str) -> list[int]:
    """Return where a name stands: æ, ø, å last, aa as å, case without weight; other signs by their number."""
    letters = "abcdefghijklmnopqrstuvwxyzæøå"
    spelt = name.lower().replace("aa", "å")
    return [1000 + letters.index(each) if each in letters else ord(each) for each in spelt]


@pytest.mark.parametrize(
    ("command", "words"), ASKED, ids=lambda each: each if isinstance(each, str) else "-".join(each)
)
def test_json_is_what_the_contract_says(command: str, words: list[str], user: User) -> None:
    ran = user.says(*words, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    answer = json.loads(ran.out)
    keys = STANDING[command]["keys"]
    found = differences(
        answer, {**CONTRACT["head"], **(CONTRACT["types"][keys] if isinstance(keys, str) else keys)}, ""
    )
    assert list(found) == []
    assert answer["question"] == command
    for key, name in STANDING[command].get("sorted", {}).items():
        names = [each[name] if name else each for each in answer[key]]
        assert names == sorted(names, key=danish)


def test_what_is_said_not_to_stand_does_not_stand() -> None:
    promised = {name for name, each in CONTRACT["commands"].items() if not each.get("stands", True)}
    assert promised.isdisjoint(dict(every_command(cli)))


def test_every_question_of_the_command_line_is_in_the_contract() -> None:
    """An atlas and a map write pages, and the rows of an own query are what its user asks for."""
    of_rounds = {"as_of", "to"}  # what a question is asked of: a day, or two rounds
    asking = {name for name, each in every_command(cli) if of_rounds & {param.name for param in each.params}}
    assert asking - {"atlas", "map", "cypher"} == set(STANDING)


def test_shares_are_of_those_asked_and_counts_add_up(user: User) -> None:
    for total in json.loads(user.says("coverage", "--format", "json").out)["totals"]:
        answered = sum(total[status] for status in ("established", "informal", "planned", "none"))
        assert total["answered"] == answered
        assert total["asked"] == answered + total["no_reply"]
        assert total["share_low"] == total["established"] / total["asked"]
        assert total["share_high"] == (total["established"] + total["no_reply"]) / total["asked"]


def test_the_json_says_which_round_was_taken(user: User) -> None:
    answer = json.loads(user.says("gaps", "--area", "unions", "--format", "json").out)
    assert (answer["round"], answer["as_of"]) == ("kkr-syddanmark-2015", "2015-08-20")
    assert answer["parameters"] == {"round": None, "as_of": None, "kkr": [], "municipality": [], "area": ["unions"]}
