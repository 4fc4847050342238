"""What is not known of a municipality, as sentences: what it has not answered and what no source says of its fora."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.pages.held import Held, Link

if TYPE_CHECKING:
    from forumgraph.maps.model import MapAnswer, MapForum, MapMunicipality, MapRound

_KEYS = ("meetings", "political", "levels")
"""What a municipality can say of its fora; that no member is known cannot be where it is one itself."""


@dataclass(frozen=True)
class Gap:
    """One thing that is not known; ``forums`` are those it is not known of, empty where it is not known of any."""

    head: str
    text: str
    forums: tuple[Link, ...] = ()


def gaps(town: MapMunicipality, forums: list[MapForum], held: Held) -> Iterator[Gap]:
    """Yield what is not known: first of the answers, round by round, then of the fora that the municipality is in."""
    if not town.answers:
        yield Gap("", held.text("pages.gap.never_asked"))
    for one in held.data.rounds:
        yield from _of_round(one, [each for each in town.answers if each.round == one.id], held)
    for key in _KEYS:
        if silent := [each for each in forums if key in each.unknown]:
            yield _of_forums(key, silent, len(forums), held)


def _of_forums(key: str, silent: list[MapForum], of: int, held: Held) -> Gap:
    """Where it is not known of any, that says it all, and the fora stand above."""
    if len(silent) == of > 1:
        return Gap("", held.text(f"pages.gap.{key}_any", n=of))
    text = held.text(f"pages.gap.{key}", found=len(silent), n=of)
    return Gap("", text, tuple(held.forum_link(each.id) for each in silent))


def _of_round(one: MapRound, answers: list[MapAnswer], held: Held) -> Iterator[Gap]:
    title = held.round_title(one.id)
    if answers and all(each.status == "not_asked" for each in answers):
        yield Gap(title, held.text("pages.gap.not_asked_at_all"))
        return
    for answer in answers:
        yield from (
            Gap(f"{held.area(answer.area)}{f' ({title})' if title else ''}", text) for text in _of_answer(answer, held)
        )


def _of_answer(answer: MapAnswer, held: Held) -> Iterator[str]:
    if answer.status in ("no_reply", "not_asked"):
        yield held.text(f"pages.gap.{answer.status}")
    if answer.status == "established" and not answer.forums:
        yield held.text("pages.gap.forum")
    if answer.alternative:
        first, second = (held.words.of("status", key) for key in (answer.status, answer.alternative))
        yield held.text("pages.gap.alternative", first=first, second=second)
    elif answer.confidence == "uncertain":
        yield held.text("pages.gap.uncertain")
