"""A forum's timeline as a map tells it: what it came of, what each source says of it at which time, what it became."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from forumgraph.maps.model import MapMoment
from forumgraph.texts.phrases import became

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.queries.forum import Forum
    from forumgraph.queries.timeline import Event, Succession
    from forumgraph.texts import Texts

_STEPS = ("predecessor", "successor")


def moments(found: Forum, titles: Mapping[str, str], texts: Texts) -> tuple[MapMoment, ...]:
    """Return the line of a forum from its first predecessor to its last successor; ``titles`` are those of rounds.

    Of one that only one source speaks of, at one time, there is none: it stands elsewhere.
    """
    before, after = ([_step(each, texts) for each in found.succession if each.direction == way] for way in _STEPS)
    own = [_event(each, titles, texts) for each in found.timeline if each.what not in _STEPS]
    line = (*before, *own, *after)
    return line if len(line) > 1 else ()


def renamed_from(found: Forum) -> str | None:
    """Return the id of what a forum was called before, if it took a new name."""
    own = (step for step in found.succession if step.forum == found.id and step.kind == "renamed")
    return next((step.predecessor for step in own), None)


def _step(step: Succession, texts: Texts) -> MapMoment:
    said = became(step.kind, step.name, step.forum_name, step.confidence, texts)
    other = step.predecessor if step.direction == "predecessor" else step.forum
    when = step.date or texts("timeline.undated")
    return MapMoment(when, f"{said}. {step.how}", (), step.evidence, other)


def _event(event: Event, titles: Mapping[str, str], texts: Texts) -> MapMoment:
    text = "; ".join((_what(event, titles, texts), *_members(event, texts)))
    return MapMoment(event.moment, text, event.reported_by, event.evidence)


def _what(event: Event, titles: Mapping[str, str], texts: Texts) -> str:
    title = titles.get(event.round or "", "")
    if event.what == "stated":
        return (event.event or texts("timeline.stated_only", round=title)).rstrip(".")
    return texts(f"timeline.{event.what}", **({"round": title} if event.what == "reported" else {}))


def _members(event: Event, texts: Texts) -> Iterator[str]:
    """Yield how many municipalities a source counts and names, and that it gives no number where it does not."""
    if event.members_stated is not None:
        yield texts("slider.members_stated", n=event.members_stated)
    elif event.what == "stated":
        yield texts("slider.members_not_stated")
    if event.members:
        yield texts("slider.members_named", n=event.members)
