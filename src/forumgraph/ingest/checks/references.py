"""Whatever an entry refers to must exist; the nearest known word is suggested."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from forumgraph.ingest.findings import Finding, Place
from forumgraph.ingest.walk import answers, mentions
from forumgraph.ingest.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.models import Forum, Inferred, KeptApart, Reply, Said
    from forumgraph.ingest.publication import Duty, Requirement, Round, Statement, Theme

_CODES = {
    "municipality": "FG301", "forum": "FG302", "organisation": "FG303", "area": "FG304",
    "source": "FG305", "round": "FG306", "task": "FG307", "kkr": "FG309", "body": "FG314",
    "requirement": "FG315", "theme": "FG316",
}  # fmt: skip
_SECTIONS = {
    "municipality": "municipalities", "forum": "forums", "organisation": "organisations", "area": "areas",
    "source": "sources", "round": "rounds", "task": "tasks", "requirement": "requirements", "theme": "themes",
}  # fmt: skip
_REFERENCE = ("municipality", "area", "task")  # known even where a file is missing: they ship
_SHOWN = 12  # as many known words as fit in a message
_SURE = 90  # of 100: near enough to be a slip of the finger all the same


class Known:
    """The words that exist, by what they name."""

    def __init__(self, data: Dataset) -> None:
        self.words = {what: data.known(section) for what, section in _SECTIONS.items()}
        self.words["kkr"] = {each.entry.kkr for each in data.municipalities}
        self.words["body"] = self.words["forum"] | self.words["organisation"]
        self.doubtful = {what for what, section in _SECTIONS.items() if section in data.nameless}
        if data.unread:
            self.doubtful |= set(_SECTIONS) - set(_REFERENCE)
        if self.doubtful & {"forum", "organisation"}:
            self.doubtful.add("body")
        self._near = {what: Vocabulary(words) for what, words in self.words.items()}
        self._codes = {each.entry.code: each.entry.name for each in data.municipalities}

    def check(self, what: str, word: str, place: Place) -> Iterator[Finding]:
        """Yield a finding where a word is unknown; a long list of known words is not repeated in it."""
        known = self.words[what]
        if word in known:
            return
        doubtful = what in self.doubtful  # the word may stand where nothing could be read
        suggestion = self._near[what].nearest(word, _SURE) if doubtful else self._suggestion(what, word)
        if suggestion or not doubtful:
            allowed = tuple(sorted(known)) if len(known) <= _SHOWN else ()
            yield Finding(_CODES[what], place, word, allowed, suggestion)

    def _suggestion(self, what: str, word: str) -> str | None:
        by_code = self._codes.get(word) if what == "municipality" else None
        return by_code or self._near[what].nearest(word)

    def each(self, what: str, words: Iterable[str], located: Located[Any], *path: str | int) -> Iterator[Finding]:
        """Yield a finding for every unknown word of the list at a path of an entry."""
        for n, word in enumerate(words):
            yield from self.check(what, word, located.place(*path, n))


def unknown_words(data: Dataset) -> Iterator[Finding]:
    """FG301 to FG307, FG309 and FG314 to FG316."""
    known = Known(data)
    for round_ in data.rounds:
        yield from _round(known, round_)
    for forum in data.forums:
        yield from _forum(known, forum)
    for apart in data.kept_apart:
        yield from _apart(known, apart)
    for decision in data.decisions:
        yield from known.each("body", decision.entry.pair, decision, "pair")
    for reply in data.replies:
        yield from _reply(known, reply)
    yield from _published(known, data)
    for top in (each.top for each in data.documents if each.top):
        for what in ("source", "round"):
            word = getattr(top.entry, what)
            yield from known.check(what, word, top.place(what)) if word else ()


def _round(known: Known, located: Located[Round]) -> Iterator[Finding]:
    entry = located.entry
    yield from known.check("source", entry.source, located.place("source"))
    if entry.kkr:
        yield from known.check("kkr", entry.kkr, located.place("kkr"))
    for area in entry.questions:
        yield from known.check("area", area, located.key_place("questions", area))
    for area in entry.definitions:
        yield from known.check("area", area, located.key_place("definitions", area))
    for n, claim in enumerate(entry.claims):
        yield from known.each("area", claim.areas, located, "claims", n, "areas")
        if claim.forum:
            yield from known.check("forum", claim.forum, located.place("claims", n, "forum"))


def _forum(known: Known, located: Located[Forum]) -> Iterator[Finding]:
    entry = located.entry
    yield from known.each("task", entry.tasks, located, "tasks")
    yield from known.each("area", entry.areas, located, "areas")
    yield from _inferred(known, entry.inferred, located)
    for n, predecessor in enumerate(entry.succeeds):
        yield from known.check("forum", predecessor.forum, located.place("succeeds", n, "forum"))
    if entry.part_of:
        yield from known.check("forum", entry.part_of, located.place("part_of"))


def _apart(known: Known, located: Located[KeptApart]) -> Iterator[Finding]:
    yield from known.each("forum", located.entry.forums, located, "forums")


def _reply(known: Known, located: Located[Reply]) -> Iterator[Finding]:
    entry = located.entry
    yield from known.check("municipality", entry.municipality, located.place("municipality"))
    if entry.round:
        yield from known.check("round", entry.round, located.place("round"))
    for path, area, _ in answers(entry):
        if area:
            yield from known.check("area", area, located.key_place(*path))
    for at in mentions(entry):
        yield from known.check("forum", at.forum, located.key_place(*at.path))
        yield from _said(known, at.mention, located, *at.path)


def _said(known: Known, said: Said, located: Located[Any], *path: str | int) -> Iterator[Finding]:
    yield from known.each("municipality", said.with_, located, *path, "with")
    yield from known.each("municipality", said.without, located, *path, "without")
    yield from known.each("organisation", said.organisations, located, *path, "organisations")
    yield from known.each("organisation", said.run_by, located, *path, "run_by")


def _inferred(known: Known, entries: tuple[Inferred, ...], located: Located[Any]) -> Iterator[Finding]:
    for n, inferred in enumerate(entries):
        yield from known.each("municipality", inferred.municipalities, located, "inferred", n, "municipalities")


#: What an entry of a publication refers to: the key, and what it names.
_NAMED_BY = {
    "statements": {"forum": "forum", "round": "round"},
    "findings": {"forum": "forum", "round": "round"},
    "requirements": {"kkr": "kkr", "area": "area", "succeeds": "requirement", "round": "round"},
    "progress": {"municipality": "municipality", "requirement": "requirement"},
    "themes": {"kkr": "kkr", "part_of": "theme", "round": "round"},
    "duties": {"of": "forum"},
}


def _published(known: Known, data: Dataset) -> Iterator[Finding]:
    for section, keys in _NAMED_BY.items():
        for located in getattr(data, section):
            yield from _by_keys(known, located, keys)
    for statement in data.statements:
        yield from _statement(known, statement)
    for requirement in data.requirements:
        yield from _suggested(known, requirement)
    for theme in data.themes:
        yield from _theme(known, theme)
    for duty in data.duties:
        yield from _duty(known, duty)


def _by_keys(known: Known, located: Located[Any], keys: dict[str, str]) -> Iterator[Finding]:
    for key, what in keys.items():
        if word := getattr(located.entry, key):
            yield from known.check(what, word, located.place(key))


def _statement(known: Known, located: Located[Statement]) -> Iterator[Finding]:
    yield from _said(known, located.entry, located)
    yield from _inferred(known, located.entry.inferred, located)


def _suggested(known: Known, located: Located[Requirement]) -> Iterator[Finding]:
    if suggested := located.entry.suggested_by:
        yield from known.each("area", suggested.areas, located, "suggested_by", "areas")
        yield from known.each("task", suggested.tasks, located, "suggested_by", "tasks")


def _theme(known: Known, located: Located[Theme]) -> Iterator[Finding]:
    yield from known.each("task", located.entry.tasks, located, "tasks")
    yield from known.each("forum", located.entry.forums, located, "forums")


def _duty(known: Known, located: Located[Duty]) -> Iterator[Finding]:
    yield from known.each("task", located.entry.tasks, located, "tasks")
    for n, carrier in enumerate(located.entry.carried_on_by):
        yield from known.check("forum", carrier.forum, located.place("carried_on_by", n, "forum"))


def missing_rounds(data: Dataset) -> Iterator[Finding]:
    """FG308 where nothing says which round a reply, or which source a forum's lines, belong to: once for each file."""
    said: set[tuple[str, str]] = set()
    for key, entries in (("round", _without_round(data)), ("source", _without_source(data))):
        for located, path, word in entries:
            if (located.file, key) not in said:
                said.add((located.file, key))
                yield Finding("FG308", located.place(path), word, values={"key": key})


_Without = Iterator[tuple["Located[Any]", str, str]]


#: Entries that belong to a round, and the key that they are shown by; their lines are of its source.
_OF_A_ROUND = {"statements": "forum", "findings": "id", "requirements": "id", "themes": "id"}


def _without_round(data: Dataset) -> _Without:
    tops = _whole_tops(data)
    for reply in data.replies:
        if reply.file in tops and not data.round_of(reply):
            yield reply, "municipality", reply.entry.municipality
    for forum in data.forums:
        if forum.file in tops and forum.entry.inferred and not forum.defaults.round:
            yield forum, "inferred", forum.entry.id
    for section, key in _OF_A_ROUND.items():
        for located in getattr(data, section):
            if located.file in tops and not data.round_of(located):
                yield located, key, getattr(located.entry, key)


def _without_source(data: Dataset) -> _Without:
    tops = _whole_tops(data)
    for forum in data.forums:
        if forum.file in tops and not forum.defaults.source and _cites_without_source(forum.entry):
            yield forum, "id", forum.entry.id
    for section, key in (("progress", "requirement"), ("duties", "id")):
        for located in getattr(data, section):
            if located.file in tops and not data.source_of(located) and not _all_named(located.entry.lines):
                yield located, key, getattr(located.entry, key)


def _whole_tops(data: Dataset) -> set[str]:
    """Return the files of which the top can be read, so that what it does not say is not said."""
    return {document.name for document in data.documents if document.top}


def _cites_without_source(forum: Forum) -> bool:
    cited = [part.lines for part in forum.tiers]
    cited += [part.lines for part in forum.inferred] + [part.lines for part in forum.succeeds]
    return not all(_all_named(lines) for lines in cited)


def _all_named(lines: tuple[str, ...]) -> bool:
    """Say whether every citation names its source itself."""
    return all(":" in each for each in lines)
