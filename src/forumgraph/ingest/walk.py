"""Ways through a reply: each answer and each mention of a forum, with the path that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.models import Answer, Mention, Reply, Wish
    from forumgraph.ingest.tree import Path


class AnswerAt(NamedTuple):
    """An answer as it is written: ``area`` is None where it is given once for every area."""

    path: Path
    area: str | None
    answer: Answer


class MentionAt(NamedTuple):
    """A forum that a reply names; ``area`` is None outside the areas (missing fora, every area)."""

    path: Path
    area: str | None
    forum: str
    mention: Mention
    holder: Answer | Wish


def answers(reply: Reply) -> Iterator[AnswerAt]:
    """Yield the answers of a reply as they are written."""
    for area, answer in reply.answers.items():
        yield AnswerAt(("answers", area), area, answer)
    if reply.every_area:
        yield AnswerAt(("every_area",), None, reply.every_area)


def mentions(reply: Reply) -> Iterator[MentionAt]:
    """Yield every mention of a forum in a reply."""
    holders: list[tuple[Path, str | None, Answer | Wish]] = list(answers(reply))
    if reply.missing_fora:
        holders.append((("missing_fora",), None, reply.missing_fora))
    for path, area, holder in holders:
        for forum, mention in holder.forums.items():
            yield MentionAt((*path, "forums", forum), area, forum, mention, holder)
