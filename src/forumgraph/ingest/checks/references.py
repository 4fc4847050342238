"""Whatever an entry refers to must exist; the nearest known word is suggested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forumgraph.ingest.dataset import Dataset
from forumgraph.ingest.document import Located
from forumgraph.ingest.findings import Finding, Place
from forumgraph.ingest.models import Forum, KeptApart, Reply, Round
from forumgraph.ingest.walk import answers, mentions
from forumgraph.ingest.words import nearest

_CODES = {
    "municipality": "FG301", "forum": "FG302", "organisation": "FG303", "area": "FG304",
    "source": "FG305", "round": "FG306", "task": "FG307",
}  # fmt: skip


_SECTIONS = {
    "municipality": "municipalities", "forum": "forums", "organisation": "organisations", "area": "areas",
    "source": "sources", "round": "rounds", "task": "tasks",
}  # fmt: skip


class _Known:
    """The words that exist, by what they name."""

    def __init__(self, data: Dataset) -> None:
        self.words = {what: data.known(section) for what, section in _SECTIONS.items()}

    def check(self, what: str, word: str, place: Place) -> Iterator[Finding]:
        """Yield a finding where a word is unknown; a long list of known words is not repeated in it."""
        known = self.words[what]
        if word not in known:
            allowed = tuple(sorted(known)) if len(known) <= 12 else ()  # noqa: PLR2004 - what fits in a message
            yield Finding(_CODES[what], place, word, allowed, nearest(word, known))


def unknown_words(data: Dataset) -> Iterator[Finding]:
    """FG301 to FG307."""
    known = _Known(data)
    for round_ in data.rounds:
        yield from _round(known, round_)
    for forum in data.forums:
        yield from _forum(known, forum)
    for apart in data.kept_apart:
        yield from _apart(known, apart)
    for reply in data.replies:
        yield from _reply(known, reply)


def _round(known: _Known, located: Located[Round]) -> Iterator[Finding]:
    entry = located.entry
    yield from known.check("source", entry.source, located.place("source"))
    for area in entry.questions:
        yield from known.check("area", area, located.key_place("questions", area))
    for n, claim in enumerate(entry.claims):
        for m, area in enumerate(claim.areas):
            yield from known.check("area", area, located.place("claims", n, "areas", m))


def _forum(known: _Known, located: Located[Forum]) -> Iterator[Finding]:
    entry = located.entry
    yield from _each(known, "task", entry.tasks, located, "tasks")
    yield from _each(known, "area", entry.areas, located, "areas")
    for n, inferred in enumerate(entry.inferred):
        for m, name in enumerate(inferred.municipalities):
            yield from known.check("municipality", name, located.place("inferred", n, "municipalities", m))
    for n, predecessor in enumerate(entry.succeeds):
        yield from known.check("forum", predecessor.forum, located.place("succeeds", n, "forum"))
    if entry.part_of:
        yield from known.check("forum", entry.part_of, located.place("part_of"))


def _each(known: _Known, what: str, words: Iterable[str], located: Located[Forum], key: str) -> Iterator[Finding]:
    for n, word in enumerate(words):
        yield from known.check(what, word, located.place(key, n))


def _apart(known: _Known, located: Located[KeptApart]) -> Iterator[Finding]:
    for n, forum in enumerate(located.entry.forums):
        yield from known.check("forum", forum, located.place("forums", n))


def _reply(known: _Known, located: Located[Reply]) -> Iterator[Finding]:
    entry = located.entry
    yield from known.check("municipality", entry.municipality, located.place("municipality"))
    if entry.round:
        yield from known.check("round", entry.round, located.place("round"))
    for path, area, _ in answers(entry):
        if area:
            yield from known.check("area", area, located.key_place(*path))
    for at in mentions(entry):
        yield from known.check("forum", at.forum, located.key_place(*at.path))
        for key, what, words in (
            ("with", "municipality", at.mention.with_),
            ("without", "municipality", at.mention.without),
            ("organisations", "organisation", at.mention.organisations),
        ):
            for n, word in enumerate(words):
                yield from known.check(what, word, located.place(*at.path, key, n))


def missing_rounds(data: Dataset) -> Iterator[Finding]:
    """FG308 where nothing says which round a reply, or which source a forum's lines, belong to; FG305 and FG306 at the top of a file."""
    known = _Known(data)
    tops: set[tuple[str, str]] = set()
    for section in ("replies", "forums", "rounds"):
        for located in getattr(data, section):
            for what in ("round", "source"):
                word = getattr(located.defaults, what)
                if word and (located.file, what) not in tops:
                    tops.add((located.file, what))
                    yield from known.check(what, word, Place(located.file, 1, 1))
    for reply in data.replies:
        if not data.round_of(reply):
            yield Finding("FG308", reply.place("municipality"), reply.entry.municipality, values={"key": "round"})
    for forum in data.forums:
        if not forum.defaults.source and _cites_without_source(forum.entry):
            yield Finding("FG308", forum.place("id"), forum.entry.id, values={"key": "source"})


def _cites_without_source(forum: Forum) -> bool:
    cited = [lines for part in (*forum.tiers, *forum.inferred, *forum.succeeds) for lines in part.lines]
    return any(":" not in each for each in cited)
