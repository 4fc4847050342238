"""Suggestions are the same in every run: no set or dictionary of Python's gives them their order."""

from __future__ import annotations

import json

import pytest

from .running import User


@pytest.mark.parametrize("about", ["forums", "organisations"])
def test_two_runs_with_other_hashes_say_the_same(about: str, user: User) -> None:
    words = ("identity", "suggest", "--about", about, "--all", "--top", "500", "--format", "json")
    first, second = (user.says(*words, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.code == 0
    assert first.out == second.out


def test_fewer_are_the_first_of_more(user: User) -> None:
    few, many = (
        json.loads(user.says("identity", "suggest", "--top", top, "--format", "json").out)["suggestions"]
        for top in ("5", "50")
    )
    assert few == many[:5]


def test_a_score_can_be_computed_again_from_the_parts_of_the_json(user: User) -> None:
    found = json.loads(user.says("identity", "suggest", "--all", "--top", "500", "--format", "json").out)["suggestions"]
    weights = {"members": 0.3, "usual": 0.15, "area": 0.1, "level": 0.05, "task": 0.1}
    for each in found:
        phrase = any(name["described"] for name in each["names"])
        known = [(0.225 if phrase else 0.45, each["parts"]["name"])]
        known += [(weight, each["parts"][part]) for part, weight in weights.items() if each["parts"][part] is not None]
        agreed, weighed = sum(weight * value for weight, value in known), sum(weight for weight, _ in known)
        assert each["score"] == pytest.approx(1.25 * agreed / (weighed + 0.25), abs=1e-4)
