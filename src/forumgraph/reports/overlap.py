"""Overlap as reports: pairs of municipalities (or a matrix), pairs of fora with what they seem to be and why."""

from __future__ import annotations

from collections import Counter

from forumgraph.ingest.danish import sort_key
from forumgraph.queries.overlap_forums import ForumPair, ForumPairs
from forumgraph.queries.overlap_municipalities import Pair, Pairs
from forumgraph.queries.relation import CLASSES, Reason
from forumgraph.reports.forum import Vocabulary
from forumgraph.reports.report import Header, Report, Table, cited, fields_of, flat, plain
from forumgraph.reports.words import share, with_status
from forumgraph.texts import Texts


def municipalities_report(found: Pairs, header: Header, texts: Texts, *, matrix: bool = False) -> Report:
    """Return the report of the pairs of municipalities; with ``matrix``, people see how many fora each two share."""
    body = {"pairs": [plain(pair) for pair in found.pairs]}
    if matrix:
        names, shared = _shared(found)
        records = tuple(
            {"municipality": one, **{other: "" if one == other else shared[one, other] for other in names}}
            for one in names
        )
        return Report(header, body, (_matrix(found, texts),), ("municipality", *names), records)
    return Report(header, body, (_pairs(found, texts),), fields_of(Pair), tuple(map(flat, body["pairs"])))


def _pairs(found: Pairs, texts: Texts) -> Table:
    rows = tuple(
        (
            f"{pair.first} – {pair.second}",
            texts("overlap.of", n=len(pair.shared), of=pair.either),
            share(pair.jaccard),
            "; ".join(sorted((found.names[id_] for id_ in pair.shared), key=sort_key)),
            cited(pair.evidence),
        )
        for pair in found.pairs
    )
    keys = ("organisations.municipalities", "overlap.shared", "overlap.jaccard", "overlap.forums", "report.lines")
    head = tuple(map(texts, keys))
    return Table(
        texts("overlap.municipalities_title", n=len(rows)), head, rows, (texts("overlap.municipalities_note"),)
    )


def _shared(found: Pairs) -> tuple[list[str], Counter[tuple[str, str]]]:
    """Return who shares a forum with anybody, and how many each two share, in either order."""
    names = sorted({name for pair in found.pairs for name in (pair.first, pair.second)}, key=sort_key)
    shared: Counter[tuple[str, str]] = Counter()
    for pair in found.pairs:
        shared[pair.first, pair.second] = shared[pair.second, pair.first] = len(pair.shared)
    return names, shared


def _matrix(found: Pairs, texts: Texts) -> Table:
    names, shared = _shared(found)
    rows = tuple((one, *("–" if one == other else str(shared[one, other] or "·") for other in names)) for one in names)
    notes = (texts("overlap.matrix_note"),)
    return Table(texts("overlap.matrix_title"), (texts("report.municipality"), *names), rows, notes, splits=True)


def forums_report(found: ForumPairs, header: Header, words: Vocabulary, texts: Texts) -> Report:
    """Return the report of the pairs of fora."""
    body = [plain(pair) for pair in found.pairs]
    sharing = [pair for pair in found.pairs if pair.seems != "alike"]
    alike = [pair for pair in found.pairs if pair.seems == "alike"]
    tables = (_sharing(sharing, found, words, texts), *([_alike(alike, found.of_alike, texts)] if alike else []))
    spoken = ({"reasons": _spoken(pair, words, texts)} for pair in found.pairs)
    records = tuple({**flat(each), **reasons} for each, reasons in zip(body, spoken, strict=True))
    return Report(
        header, {"pairs": body, "of": found.of, "of_alike": found.of_alike}, tables, fields_of(ForumPair), records
    )


def _sharing(pairs: list[ForumPair], found: ForumPairs, words: Vocabulary, texts: Texts) -> Table:
    rows = tuple(
        (
            with_status(pair.first_name, pair.first_status, texts)
            + "\n"
            + with_status(pair.second_name, pair.second_status, texts),
            _seems(pair, texts),
            _members(pair, texts),
            _spoken(pair, words, texts),
        )
        for pair in pairs
    )
    head = tuple(texts(f"overlap.{key}") for key in ("pair", "seems_head", "members", "why"))
    cut = (texts("overlap.cut", n=len(pairs), of=found.of),) if len(pairs) < found.of else ()
    meant = tuple(f"{texts(f'overlap.seems.{each}')}: {texts(f'overlap.meant.{each}')}" for each in CLASSES[:-1])
    return Table(texts("overlap.forums_title", n=found.of), head, rows, (*cut, texts("overlap.forums_note"), *meant))


def _seems(pair: ForumPair, texts: Texts) -> str:
    """Say what a rule makes of a pair and, where a person decided, what that person did."""
    guess = texts(f"overlap.seems.{pair.seems}")
    if not (found := pair.decided):
        return guess
    names = {pair.first: pair.first_name, pair.second: pair.second_name}
    part = texts("overlap.decided_part", part=names[found.first], whole=names[found.second])
    verdict = part if found.verdict == "part_of" else texts(f"words.verdict.{found.verdict}")
    said = texts("overlap.decided", by=found.decided_by, date=found.date, verdict=verdict, why=found.why)
    return f"{guess}; {said}"


def _members(pair: ForumPair, texts: Texts) -> str:
    """Say who is in both and who in one; a long list is a number, as JSON and CSV have all names."""
    said = [texts(f"overlap.relation.{pair.relation}") + ": " + _named(pair.common, texts)]
    said += [
        texts("overlap.only", which=which, names=_named(names, texts))
        for which, names in ((1, pair.only_first), (2, pair.only_second))
        if names
    ]
    return "; ".join(said)


_NAMED = 4  # names of a list that are spelled out in a table


def _named(names: tuple[str, ...], texts: Texts) -> str:
    return ", ".join(names) if len(names) <= _NAMED else texts("overlap.count", n=len(names))


def _spoken(pair: ForumPair, words: Vocabulary, texts: Texts) -> str:
    return "; ".join(filter(None, (_reason(reason, words, texts) for reason in pair.reasons)))


def _reason(reason: Reason, words: Vocabulary, texts: Texts) -> str:
    """Say one reason; what is not known on one side is no reason."""
    if reason.about == "members":
        return ""
    if reason.about == "kept_apart":
        return texts("overlap.reason.kept_apart", why=reason.why or "")
    if reason.about in ("named_both", "part_of"):
        names = _named(reason.same, texts)
        return texts(f"overlap.reason.{reason.about}", names=names, lines=cited(reason.evidence))
    if reason.same:
        return texts(f"overlap.reason.same_{reason.about}", names=", ".join(_words(reason, words, texts)))
    return texts(f"overlap.reason.other_{reason.about}") if reason.only_first and reason.only_second else ""


def _words(reason: Reason, words: Vocabulary, texts: Texts) -> list[str]:
    known = {
        "area": {area.id: area.short(texts.language) for area in words.areas},
        "task": {task.id: task.name(texts.language) for task in words.tasks},
    }
    if reason.about == "level":
        return [texts(f"words.level.{each}") for each in reason.same]
    return [known[reason.about][each] for each in reason.same]


def _alike(pairs: list[ForumPair], of: int, texts: Texts) -> Table:
    """Return the bodies that only sound alike as groups: the pairs are in JSON and CSV."""
    names = {
        id_: name for each in pairs for id_, name in ((each.first, each.first_name), (each.second, each.second_name))
    }
    groups: dict[str, set[str]] = {}
    for pair in pairs:
        joined = groups.get(pair.first, {pair.first}) | groups.get(pair.second, {pair.second})
        groups.update(dict.fromkeys(joined, joined))
    each_once = {tuple(sorted(group, key=lambda id_: (sort_key(names[id_]), id_))) for group in groups.values()}
    found = sorted(each_once, key=lambda group: sort_key(names[group[0]]))
    rows = tuple((str(len(group)), "; ".join(names[id_] for id_ in group)) for group in found)
    head = (texts("overlap.bodies"), texts("overlap.forums"))
    cut = (texts("overlap.cut", n=len(pairs), of=of),) if len(pairs) < of else ()
    return Table(texts("overlap.alike_title", n=of), head, rows, (*cut, texts("overlap.alike_note")))
