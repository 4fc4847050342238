"""What a decision does to bodies, in figures: which is no body of its own any more, and what goes with it to which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.queries.claims import COUNTED

if TYPE_CHECKING:
    from forumgraph.ingest.records import Records


@dataclass(frozen=True)
class Moved:
    """A forum that stands by itself on one side of a change alone, and the one that it is part of on the other.

    ``members`` are municipalities counted in; ``answers`` name it, ``names`` are used for it, ``meetings`` reported.
    Publications have ``statements`` and ``figures`` on it, ``themes`` that name it, and ``duties`` that were its own.
    """

    name: str
    into: str
    members: int
    answers: int
    names: int
    meetings: int
    statements: int = 0
    figures: int = 0
    themes: int = 0
    duties: int = 0


def moved(apart: Records, together: Records) -> list[Moved]:
    """Return the fora that the first records have and the second have as one with another, in the files' order."""
    left = {each.id for each in together.forums}
    into = {id_: each.name for each in together.forums for id_ in each.other_ids}
    return [
        Moved(
            name=forum.name,
            into=into[forum.id],
            members=len({each.municipality for each in apart.memberships if _counts(each.basis, each.forum, forum.id)}),
            answers=sum(each.forum == forum.id for each in apart.mentions),
            names=len({each.name for each in apart.aliases if each.forum == forum.id}),
            meetings=sum(each.forum == forum.id for each in apart.meetings),
            statements=sum(each.forum == forum.id for each in apart.statements),
            figures=sum(each.forum == forum.id for each in apart.figures),
            themes=sum(forum.id in each.forums for each in apart.themes),
            duties=sum(each.forum == forum.id for each in apart.duties),
        )
        for forum in apart.forums
        if forum.id not in left and forum.id in into
    ]


def _counts(basis: str, forum: str, wanted: str) -> bool:
    return forum == wanted and basis in COUNTED
