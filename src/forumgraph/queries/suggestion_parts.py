"""What speaks for two bodies being one, part by part, and the score that it comes to.

The weights were chosen by reasoning before anything was measured with them; docs/identity.md says how they fare.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from forumgraph.queries.bodies import Body, UsedName
from forumgraph.queries.names_alike import Alike, Scale

#: What a part weighs. A body is told by its name first, and by who is in it next. Tasks, of a list of twenty-six, say
#: as much as an area, one of six; both say more than a level, one of three.
WEIGHTS = {"name": 0.45, "members": 0.30, "area": 0.10, "task": 0.10, "level": 0.05}
#: A phrase in place of a name weighs half: two municipalities put one body in words of their own, so that other words
#: speak less against it, and like words less for it.
PHRASE = 0.5
#: The weight of the doubt with which everything begins, two bodies being two until something says otherwise: the less
#: is known, the more it weighs. Without it a pair with one name, of which nothing else is known, would be as sure as a
#: pair that agrees all round.
DOUBT = 0.25
#: What is left of a name's likeness where the names name different municipalities: five may each have a *Dialogforum*.
ELSEWHERE = 0.2
#: The same where two organisations are of different kinds, which a slip in the data may be.
OTHER_KIND = 0.5
#: What is usual weighs half of what is said: of two bodies whose members nobody tells, how many bodies of their areas
#: are shared at all. A council after the LBR is each municipality's own, a forum of jobcentres seldom is.
USUAL = 0.5
#: Votes of nobody, half for and half against: one municipality that is in both is no certainty.
NOBODY = 1
#: The score from which a pair is suggested: more than two bodies come to whose names have nothing in common and whose
#: members nobody tells, however well all else agrees.
LEAST = 0.46

#: The reasons that are about members.
MEMBER_REASONS = ("name_each_other", "share_members", "side_by_side", "left_out", "no_lists")


@dataclass(frozen=True)
class Parts:
    """How far two bodies agree in each respect, 0 to 1; null where nothing is known of one of them.

    ``usual`` stands in for members that nobody tells: the share of the bodies of their areas that several are in.
    """

    name: float
    members: float | None
    usual: float | None
    area: float | None
    level: float | None
    task: float | None


@dataclass(frozen=True)
class Compared:
    """Two bodies side by side; ``why`` are the reasons, in words that reports know, the name's first."""

    score: float
    parts: Parts
    names: tuple[UsedName, UsedName]
    why: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """The two names of two bodies that match best; ``phrase`` where one is a phrase in place of a name."""

    alike: Alike
    names: tuple[UsedName, UsedName]
    phrase: bool

    @property
    def weight(self) -> float:
        """What the name weighs in the score."""
        return WEIGHTS["name"] * (PHRASE if self.phrase else 1)


def best_names(first: Body, second: Body, scale: Scale) -> Names:
    """Return the names of two bodies that match best; the first of several that match as well."""
    found: tuple[float, Names] | None = None
    for name, spelt in first.names:
        for other, other_spelt in second.names:
            alike = scale.alike(spelt, other_spelt)
            phrase = name.described or other.described
            counts = alike.value * (PHRASE if phrase else 1)
            if found is None or counts > found[0]:
                found = counts, Names(alike, (name, other), phrase)
    assert found  # noqa: S101 - a body has a name
    return found[1]


def elsewhere(first: Body, second: Body) -> bool:
    """Say whether the names of two bodies name municipalities, and none in common."""
    here, there = first.municipalities, second.municipalities
    return bool(here and there) and here.isdisjoint(there)


def compare(first: Body, second: Body, names: Names, usual: Mapping[str, float], least: float = 0.0) -> Compared | None:
    """Return two bodies side by side; None where they cannot reach the least score, whatever their members say.

    ``usual`` has the share of shared bodies in each area, as far as it is known.
    """
    apart = elsewhere(first, second)
    other_kind = first.kind != second.kind and "other" not in (first.kind, second.kind)
    name = names.alike.value * (ELSEWHERE if apart else 1) * (OTHER_KIND if other_kind else 1)
    agreeing = Parts(
        name=round(name, 4),
        members=1.0,
        usual=None,
        area=_overlap(first.areas, second.areas),
        level=_overlap(first.levels, second.levels),
        task=_overlap(first.tasks, second.tasks),
    )
    if score(agreeing, names.weight) < least:
        return None
    members, why = _members(first, second)
    parts = replace(agreeing, members=members, usual=_usual(first, second, usual) if members is None else None)
    said = [_of_name(names), *(["elsewhere"] if apart else []), *(["other_kind"] if other_kind else []), *why]
    return Compared(score(parts, names.weight), parts, names.names, tuple(said))


#: The weights of the parts after the name, in the order of ``Parts``.
_AFTER_NAME = (
    WEIGHTS["members"],
    WEIGHTS["members"] * USUAL,
    WEIGHTS["area"],
    WEIGHTS["level"],
    WEIGHTS["task"],
)


def score(parts: Parts, of_name: float) -> float:
    """Return the mean of the known parts by their weights, with the doubt as one more that says no; 0 to 1."""
    agreed = weighed = 0.0
    for weight, value in zip((of_name, *_AFTER_NAME), vars(parts).values(), strict=True):
        if value is not None:
            agreed += weight * value
            weighed += weight
    return _mean(agreed, weighed)


def most(names: Names) -> float:
    """Return the score that two bodies with these names would have if all else agreed: they cannot have more."""
    return _mean(names.weight * names.alike.value + _OTHERS, names.weight + _OTHERS)


_OTHERS = sum(weight for part, weight in WEIGHTS.items() if part != "name")


def _mean(agreed: float, weighed: float) -> float:
    return round((1 + DOUBT) * agreed / (weighed + DOUBT), 4)


def _members(first: Body, second: Body) -> tuple[float | None, list[str]]:
    """Return how far the members agree, and why; nothing is known where nobody gave a list or named the other.

    For: a municipality that is in both, as different reporters say. Against: one that a full list leaves out or that is
    said not to be in, and a reporter that names both bodies side by side. A body whose only reporter names but itself
    gives no list: that others are in another body says nothing of it.
    """
    both = first.members & second.members
    shared = {each for each in both if first.tellers[each].isdisjoint(second.tellers[each])}
    beside = {who for who, _ in first.places & second.places}
    left_out = _left_out(first, second) | _left_out(second, first)
    why = [
        *(["name_each_other"] if _name_each_other(first, second) else ["share_members"] if shared else []),
        *(["side_by_side"] if beside else []),
        *(["left_out"] if left_out else []),
    ]
    votes = len(shared) + len(beside) + len(left_out)
    if not votes:
        return None, ["no_lists"]
    return round((len(shared) + NOBODY / 2) / (votes + NOBODY), 4), why


def _left_out(first: Body, second: Body) -> frozenset[str]:
    """Return the members of the second that the first's full list lacks, or that are said not to be in the first."""
    missing = second.members - first.members if first.listed else frozenset()
    return missing | (second.members & first.excluded)


def _name_each_other(first: Body, second: Body) -> bool:
    """Say whether a reporter of each is counted in by a reporter of the other."""
    return _names_a_reporter(first, second) and _names_a_reporter(second, first)


def _names_a_reporter(first: Body, second: Body) -> bool:
    return any(each in second.tellers.get(each, ()) and each not in who for each, who in first.tellers.items())


def _usual(first: Body, second: Body, usual: Mapping[str, float]) -> float | None:
    """Return how usual shared bodies are in the areas of two bodies; None where no area is known."""
    shares = [usual[area] for area in sorted(first.areas | second.areas) if area in usual]
    return round(sum(shares) / len(shares), 4) if shares else None


def _overlap(first: frozenset[str], second: frozenset[str]) -> float | None:
    """Return the share of the smaller set that is in the other; None where one is empty, as nothing is known then."""
    if not first or not second:
        return None
    return round(len(first & second) / min(len(first), len(second)), 4)


_SAME, _LIKE = 0.95, 0.5  # of a name's likeness, from where the reasons call it the same or alike


def _of_name(names: Names) -> str:
    like = "same" if names.alike.likeness >= _SAME else "like" if names.alike.likeness >= _LIKE else "unlike"
    return f"{like}_phrase" if names.phrase else f"{like}_name"
