"""A forum through time, for people: when it is known, and a table of what came before, what is said, what came next."""

from __future__ import annotations

from forumgraph.queries.forum import Forum
from forumgraph.queries.timeline import Event, Succession
from forumgraph.reports.report import Table, cited
from forumgraph.texts import Texts
from forumgraph.texts.phrases import became, known_span, unknown_side

_Row = tuple[str, str, str, str, str]


def lifetime(found: Forum, texts: Texts) -> str:
    """Return when a forum was, as exactly as is known, and on which side of that no source says anything."""
    dates = ("since", "since_at_least", "until", "until_at_most")
    said = [texts(f"report.date.{key}", moment=getattr(found, key)) for key in dates if getattr(found, key)]
    return "; ".join(filter(None, [", ".join(said), _known(found, texts)]))


def _known(found: Forum, texts: Texts) -> str:
    side = unknown_side(bool(found.since), bool(found.until or found.until_at_most))
    if not (found.known_from and found.known_to) or not side:
        return ""
    return texts(f"timeline.known.{side}", span=known_span(found.known_from, found.known_to))


def timeline_table(found: Forum, texts: Texts) -> Table:
    """Return the line of a forum from top to bottom; without rows where there is but one event and no step."""
    own = [each for each in found.timeline if each.what not in ("predecessor", "successor")]
    if not found.succession and len(own) < 2:  # noqa: PLR2004 - one event is no line
        return Table("", ("",) * 5, ())
    before = [_step(each, texts) for each in found.succession if each.direction == "predecessor"]
    after = [_step(each, texts) for each in found.succession if each.direction == "successor"]
    rows = (*before, *(_event(each, texts) for each in own), *after)
    head = (texts("timeline.year"), *(texts(f"report.{key}") for key in ("what", "members", "said_by", "lines")))
    return Table(texts("timeline.title"), head, rows, (texts("timeline.note"),))


def _step(step: Succession, texts: Texts) -> _Row:
    said = became(step.kind, step.name, step.forum_name, step.confidence, texts)
    return step.date or texts("timeline.undated"), f"{said}. {step.how}", "", "", cited(step.evidence)


def _event(event: Event, texts: Texts) -> _Row:
    members = [
        texts(f"timeline.{key}", n=n)
        for key, n in (("members_stated", event.members_stated), ("members", event.members))
        if n is not None
    ]
    who, lines = ", ".join(event.reported_by), cited(event.evidence)
    return event.moment, _what(event, texts), ", ".join(members), who, lines


def _what(event: Event, texts: Texts) -> str:
    if event.what == "stated":
        return event.event or texts("timeline.stated_only", round=event.round)
    return texts(f"timeline.{event.what}", **({"round": event.round} if event.what == "reported" else {}))
