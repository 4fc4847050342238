"""What a file may hold: sections, each a list of entries of one model, and what stands at its top for all of them."""

from __future__ import annotations

from pydantic import Field

from forumgraph.ingest.models import (
    Area,
    Decision,
    Entry,
    Forum,
    KeptApart,
    Municipality,
    Organisation,
    Reply,
    Task,
)
from forumgraph.ingest.publication import (
    Duty,
    Figure,
    Progress,
    Requirement,
    Round,
    Source,
    Statement,
    Theme,
)
from forumgraph.ingest.values import Id

#: The sections of a file: each is a list of entries of one model.
SECTIONS: dict[str, type[Entry]] = {
    "areas": Area,
    "tasks": Task,
    "municipalities": Municipality,
    "sources": Source,
    "rounds": Round,
    "organisations": Organisation,
    "forums": Forum,
    "kept_apart": KeptApart,
    "decisions": Decision,
    "replies": Reply,
    "statements": Statement,
    "findings": Figure,
    "requirements": Requirement,
    "progress": Progress,
    "themes": Theme,
    "duties": Duty,
}


class Defaults(Entry):
    """What stands at the top of a file, so that its entries need not repeat it."""

    source: Id | None = Field(default=None, description="The source whose lines the entries of this file cite.")
    round: Id | None = Field(default=None, description="The round that what this file says belongs to.")
