"""Data sets that nobody thought of, for the comparison of engines: small, valid, and full of odd texts.

A data set is made as people write it and goes through the real reader, so that what comes out is what validation lets
through and nothing else. Ids and texts come from small pools, so that two data sets have much in common.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import fields, replace
from typing import Any, get_args

import yaml
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from forumgraph.graphdb.loaded import Loaded
from forumgraph.graphdb.rows import to_rows
from forumgraph.graphdb.schema import schema_fingerprint
from forumgraph.graphdb.table import Rows
from forumgraph.ingest import values
from forumgraph.ingest.assembly import assemble
from forumgraph.ingest.files import File
from forumgraph.ingest.moments import outside
from forumgraph.ingest.records import ForumRecord, Records

from .pools import AREAS, CODES, DAYS, FORUMS, LINES, MAYBE, ROUNDS, TEXT, Data, cited, some, without_nothing
from .publishing import WHEN, populations, publications, spans

EXAMPLES = os.environ.get("FORUMGRAPH_EXAMPLES")


def many(usual: int) -> settings:
    """Settings for so many examples, the same in every run, or for as many new ones as the environment asks for."""
    return settings(
        max_examples=int(EXAMPLES or usual),
        derandomize=not EXAMPLES,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),  # each step of making a failure smaller would load a server anew
        suppress_health_check=list(HealthCheck),
    )


@st.composite
def datasets(draw: st.DrawFn) -> Data:
    """A data set that has no error, empty in any part that may be empty."""
    least = draw(st.sampled_from((2, 2, 2, 0)))  # of what may be missing: most of the time there is something of it all
    areas, codes = draw(some(AREAS, 1)), draw(some(CODES, least or 1, 4))
    names = draw(st.lists(TEXT, unique=True, min_size=len(codes), max_size=len(codes)))
    kkr = draw(st.lists(TEXT, unique=True, min_size=1, max_size=2))
    data: Data = {
        "source": "s",
        "areas": [{"id": each, "name": draw(_both()), "short": draw(_both())} for each in areas],
        "tasks": [{"id": each, "name": draw(_both())} for each in draw(some(("t", "t-2"), least))],
        "municipalities": [draw(_municipality(code, name, kkr)) for code, name in zip(codes, names, strict=True)],
        "sources": [{"id": each, **draw(_source())} for each in ("s", "other")],
        "organisations": [{"id": each, **draw(_organisation())} for each in draw(some(("o", "o-2"), least))],
    }
    forums = draw(some(FORUMS, least, 4))
    data["rounds"] = [draw(_round(each, forums, data)) for each in draw(some(ROUNDS, least))]
    data["forums"] = [draw(_forum(n, forums, data)) for n in range(len(forums))]
    _possible(data["forums"])
    data["kept_apart"] = draw(_apart(forums))
    data["decisions"] = draw(_decisions(data))
    data["replies"] = [reply for each in data["rounds"] for reply in draw(_replies(each, data))]
    data |= draw(publications(data, least))
    if data["rounds"]:
        data["round"] = data["rounds"][-1]["id"]
    return {key: value for key, value in data.items() if value}


def _both() -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries({"da": TEXT, "en": TEXT})


@st.composite
def _municipality(draw: st.DrawFn, code: str, name: str, kkr: list[str]) -> Data:
    """A municipality; one of a few is younger than others, or is no more."""
    since, until = draw(spans()) if draw(st.integers(0, 3)) == 0 else (None, None)
    own = {"code": code, "name": name, "kkr": draw(st.sampled_from(kkr)), "since": since, "until": until}
    return without_nothing(own)


def _source() -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries(
        {"title": TEXT, "publisher": TEXT, "date": st.sampled_from(DAYS), "lines": st.sampled_from((999, 9_999_999))}
    )


def _organisation() -> st.SearchStrategy[Data]:
    kinds = st.sampled_from(get_args(values.OrganisationKind))
    return st.fixed_dictionaries(
        {"name": TEXT, "kind": kinds}, optional={"aliases": st.lists(TEXT, max_size=2), "note": TEXT}
    )


@st.composite
def _round(draw: st.DrawFn, id_: str, forums: list[str], data: Data) -> Data:
    areas = [each["id"] for each in data["areas"]]
    return without_nothing({
        "id": id_,
        "title": draw(TEXT),
        "date": draw(st.sampled_from(DAYS)),
        "source": draw(st.sampled_from(("s", "other"))),
        "kkr": draw(st.sampled_from((None, *(each["kkr"] for each in data["municipalities"])))),
        "lines": draw(cited()),
        "questions": {area: draw(st.sampled_from(LINES)) for area in draw(some(areas))},
        "definitions": {area: draw(TEXT) for area in draw(some(areas, 0, 1))},
        "population": draw(st.one_of(st.none(), populations())),
        "claims": [draw(_claim(each, areas, forums)) for each in draw(some(("c", "c-2")))],
    })  # fmt: skip


@st.composite
def _claim(draw: st.DrawFn, id_: str, areas: list[str], forums: list[str]) -> Data:
    counted = [each for each in get_args(values.Counted) if each != "members" or forums]
    of = draw(st.sampled_from(counted))
    return without_nothing({
        "id": id_,
        "statement": draw(TEXT),
        "claimed": draw(st.sampled_from(("21", "000", "all", "nearly_all", "most", "widespread"))),
        "of": of,
        "areas": draw(some(areas, 1, 2)) if of == "established" else [],
        "kind": draw(st.sampled_from(get_args(values.Kind))) if of == "forums" else None,
        "forum": draw(st.sampled_from(forums)) if of == "members" else None,
        "lines": draw(cited()),
    })  # fmt: skip


@st.composite
def _forum(draw: st.DrawFn, n: int, ids: list[str], data: Data) -> Data:
    """A forum that is part of, and carries on, none but those that come after it: so there are no circles."""
    levels, after = st.sampled_from(get_args(values.Level)), ids[n + 1 :]
    names = [each["name"] for each in data["municipalities"]] if data["rounds"] else []
    begin, end = draw(spans())
    tasks = [each["id"] for each in data["tasks"]]
    return without_nothing({
        "id": ids[n],
        "name": draw(TEXT),
        "kind": draw(st.sampled_from(get_args(values.Kind))),
        "status": draw(st.sampled_from(get_args(values.ForumStatus))),
        "levels": draw(st.lists(levels, max_size=2)),
        "tasks": draw(st.lists(st.sampled_from(tasks), unique=True, max_size=3)) if tasks else None,
        "areas": draw(some([each["id"] for each in data["areas"]])),
        "tiers": [
            {"name": draw(TEXT), "level": draw(levels), "lines": draw(cited())}
            for _ in range(draw(st.integers(0, 2)))
        ],
        "inferred": [
            {"municipalities": draw(some(names, 1)), "why": draw(TEXT), "lines": draw(cited())}
            for _ in range(draw(st.integers(0, 1)) if names else 0)
        ],
        "reach": draw(st.sampled_from((None, *get_args(values.Reach)))),
        "succeeds": [draw(_succession(each)) for each in draw(some(after))],
        "part_of": draw(st.sampled_from((None, *after))),
        draw(st.sampled_from(("since", "since_at_least"))): begin,
        draw(st.sampled_from(("until", "until_at_most"))): end,
        "merged": draw(MAYBE),
        "note": draw(MAYBE),
    })  # fmt: skip


@st.composite
def _succession(draw: st.DrawFn, forum: str) -> Data:
    return without_nothing({
        "forum": forum,
        "how": draw(TEXT),
        "kind": draw(st.sampled_from((None, *get_args(values.SuccessionKind)))),
        "date": draw(WHEN),
        "confidence": draw(st.sampled_from((None, *get_args(values.Confidence)))),
        "lines": draw(cited()),
    })  # fmt: skip


def _possible(forums: list[Data]) -> None:
    """Take out when a forum was carried on, where that was before it began."""
    since = {each["id"]: each.get("since") for each in forums}
    for before in (one for each in forums for one in each["succeeds"]):
        if "date" in before and outside(before["date"], since[before["forum"]], None):
            del before["date"]


@st.composite
def _apart(draw: st.DrawFn, forums: list[str]) -> list[Data]:
    """Lists of fora that are kept apart; no two of them twice."""
    found: list[Data] = []
    pairs: set[frozenset[str]] = set()
    for _ in range(draw(st.integers(0, 2)) if len(forums) > 1 else 0):
        chosen = draw(some(forums, 2))
        new = {frozenset((a, b)) for a in chosen for b in chosen if a != b}
        if not new & pairs:
            found.append({"forums": chosen, "why": draw(TEXT)})
            pairs |= new
    return found


@st.composite
def _decisions(draw: st.DrawFn, data: Data) -> list[Data]:
    """Decisions on pairs that have nothing in common; what two that are the same cannot both say, neither does."""
    found: list[Data] = []
    apart = [set(each["forums"]) for each in data["kept_apart"]]
    for section in ("forums", "organisations"):
        left = draw(st.permutations(data[section]))
        for two in zip(left[::2], left[1::2], strict=False):
            # In their order, as a forum is part of none but those that come after it.
            pair = [each["id"] for each in data[section] if each in two]
            verdicts = get_args(values.Verdict)[1 if any(set(pair) <= each for each in apart) else 0 :]
            verdict = draw(st.sampled_from(("same", *verdicts) if "same" in verdicts else verdicts))
            if verdict == "same":
                for each, keys in zip(two, (_PLACE, (*_PLACE, *_TIME)), strict=True):
                    each.update(dict.fromkeys(set(keys) & set(each)))
            decided = {"why": draw(TEXT), "decided_by": draw(TEXT), "date": draw(st.sampled_from(DAYS))}
            found.append({"pair": pair, "verdict": verdict, **decided})
    data["forums"] = [without_nothing(each) for each in data["forums"]]
    return found if draw(st.integers(0, 3)) else []


#: What an entry says of its place among others, and in time.
_PLACE = ("succeeds", "part_of")
_TIME = ("since", "since_at_least", "until", "until_at_most")


@st.composite
def _replies(draw: st.DrawFn, round_: Data, data: Data) -> list[Data]:
    found = []
    for n, each in enumerate(data["municipalities"]):
        there = not outside(str(round_["date"]), each.get("since"), each.get("until"))
        if there and round_.get("kkr") in (None, each["kkr"]) and draw(st.integers(0, 4)):
            found.append(draw(_Reply(round_, each["name"], 100 + 10 * n, data).replies()))
    return found


class _Reply:
    """What one municipality writes in one round, cited from a row of its own."""

    def __init__(self, round_: Data, name: str, line: int, data: Data) -> None:
        self.round, self.name, self.line, self.data = round_, name, line, data
        self.forums = [each["id"] for each in data["forums"]]
        self.names = [each["name"] for each in data["municipalities"]]
        self.organisations = [each["id"] for each in data["organisations"]]

    def replies(self) -> st.SearchStrategy[Data]:
        """The reply: an answer in every area that was asked about, by itself or once for all."""
        return st.builds(self._reply, st.data())

    def _organisations(self) -> st.SearchStrategy[list[str]] | None:
        return st.lists(st.sampled_from(self.organisations), max_size=2) if self.organisations else None

    def _reply(self, chosen: Any) -> Data:
        draw = chosen.draw
        # Whom it counts out of a forum it counts nowhere in, itself least of all.
        self.without = {each: draw(some([x for x in self.names if x != self.name], 0, 2)) for each in self.forums}
        reply: Data = {"municipality": self.name, "round": self.round["id"], "row": f"{self.line}-{self.line + 9}"}
        if draw(st.integers(0, 4)):
            reply["answers"] = {area: self._answer(draw, self.forums) for area in self.round["questions"]}
        else:
            reply["every_area"] = self._answer(draw, [])
        if draw(st.booleans()):
            reply["missing_fora"] = {
                "answer": draw(st.sampled_from(("missing", "later", "none"))),
                "summary": draw(TEXT),
                "lines": draw(cited()),
                "forums": {each: self._mention(draw, each) for each in draw(some(self.forums, 0, 1))},
            }
        return reply

    def _answer(self, draw: Any, forums: list[str]) -> Data:
        status = draw(st.sampled_from(get_args(values.Status)))
        others = [None, *(each for each in get_args(values.Status) if each != status)]
        named = [] if status in ("none", "no_reply") else draw(some(forums, 0, 2))
        return without_nothing({
            "status": status,
            "lines": self._own(draw),
            "confidence": draw(st.sampled_from(get_args(values.Confidence))),
            "alternative": draw(st.sampled_from(others)),
            "note": draw(TEXT),
            "corrects": draw(MAYBE),
            "forums": {each: self._mention(draw, each) for each in named},
        })  # fmt: skip

    def _own(self, draw: Any) -> str:
        return f"{self.line}-{self.line + draw(st.integers(1, 9))}"

    def _mention(self, draw: Any, forum: str) -> Data:
        without = self.without[forum]
        optional: dict[Any, Any] = {
            "called": st.lists(TEXT, max_size=2),
            "described": st.lists(TEXT, max_size=1),
            "member": st.booleans(),
            "with": st.lists(st.sampled_from([each for each in self.names if each not in without]), max_size=2),
            "and_others": st.booleans(),
            "without": st.just(without),
            "organisations": self._organisations(),
            "run_by": self._organisations(),
            "meets": st.lists(st.one_of(st.integers(1, 366), st.sampled_from(("3-4", "1-999")), _meets()), max_size=2),
            "politicians": st.lists(st.one_of(st.sampled_from(get_args(values.Takes)), _politicians()), max_size=2),
            "lines": st.just(self._own(draw)),
        }
        known = {key: each for key, each in optional.items() if each is not None}
        found: Data = draw(st.fixed_dictionaries({}, optional=known))
        return found


def _meets() -> st.SearchStrategy[Data]:
    level = st.sampled_from(get_args(values.Level))
    return st.fixed_dictionaries({"per_year": st.integers(1, 366)}, optional={"level": level})


def _politicians() -> st.SearchStrategy[Data]:
    role = st.sampled_from(get_args(values.Takes))
    return st.fixed_dictionaries({"role": role}, optional={"per_year": st.integers(1, 366)})


class _Quoted(yaml.CSafeDumper):
    """Writes every text between double quotes, so that nothing in it can be taken for anything else."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Quoted.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, '"'))


def read_records(data: Data) -> Records:
    """Write a data set as YAML and read it; the finding is in the way where it has an error after all."""
    text = yaml.dump(data, Dumper=_Quoted, allow_unicode=False, width=100_000, sort_keys=False)
    found, findings = assemble([File("generated.yaml", text.encode())], [])
    assert found is not None, [each for each in findings if each.severity == "error"]
    return found


def records() -> st.SearchStrategy[Records]:
    """The records of a data set."""
    return datasets().map(read_records)


def rows_of_records(found: Records) -> Rows:
    """The rows of records; what says which files they came from differs as soon as they do."""
    content = hashlib.sha256(repr(found).encode()).hexdigest()
    return to_rows(found, Loaded(content, schema_fingerprint(), ("generated.yaml",), (), "test"))


#: Records that no other record refers to: they can be left out, said twice as it were, or come in another order.
_LEAVES = (
    "claims", "tiers", "successions", "apart", "decisions", "asked", "mentions", "aliases", "memberships", "meetings",
    "participations", "seats", "wishes", "statements", "figures", "progress", "carriers",
)  # fmt: skip


#: Records that are about one forum, and go with it.
_OF_A_FORUM = (
    "tiers", "successions", "mentions", "aliases", "memberships", "meetings", "participations", "seats", "statements",
    "figures", "duties", "carriers", "claims",
)  # fmt: skip


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Records, Records]:
    """Two states of the records: the second is the first with a few edits, or has nothing to do with it."""
    first = draw(records())
    if draw(st.integers(0, 3)) == 0:
        return first, draw(records())
    second = replace(first, **{each.name: list(getattr(first, each.name)) for each in fields(first)})
    for edit in draw(st.lists(st.sampled_from((_drop, _turn, _rename, _forget)), max_size=4)):
        edit(draw, second)
    return first, second


def _drop(draw: st.DrawFn, found: Records) -> None:
    """Leave a record out to which nothing refers."""
    if kinds := [kind for kind in _LEAVES if getattr(found, kind)]:
        kept = getattr(found, draw(st.sampled_from(kinds)))
        kept.pop(draw(st.integers(0, len(kept) - 1)))


def _turn(draw: st.DrawFn, found: Records) -> None:
    """Turn a list around, so that what counts its places counts them otherwise."""
    if kinds := [kind for kind in _LEAVES if len(getattr(found, kind)) > 1]:
        getattr(found, draw(st.sampled_from(kinds))).reverse()


def _rename(draw: st.DrawFn, found: Records) -> None:
    """Change what the entry with an id says; the id stays."""
    kinds = [
        kind for kind in ("municipalities", "tasks", "sources", "forums", "themes", "duties") if getattr(found, kind)
    ]
    entries = getattr(found, draw(st.sampled_from(kinds)))
    n = draw(st.integers(0, len(entries) - 1))
    entry = entries[n]
    name = {"name_da", "title", "name"} & set(entry.__dataclass_fields__)
    taken = {getattr(each, next(iter(name))) for each in entries}
    entries[n] = replace(entry, **{next(iter(name)): draw(TEXT.filter(lambda text: text not in taken))})
    if isinstance(entry, ForumRecord):
        entries[n] = replace(entries[n], note=draw(MAYBE), levels=entry.levels[1:])


def _forget(draw: st.DrawFn, found: Records) -> None:
    """Remove a forum and whatever is said of it."""
    if not found.forums:
        return
    gone = draw(st.sampled_from(found.forums)).id
    found.forums = [
        replace(each, part_of=None if each.part_of == gone else each.part_of)
        for each in found.forums
        if each.id != gone
    ]
    for kind in ("wishes", "themes"):
        naming = getattr(found, kind)
        setattr(found, kind, [replace(each, forums=tuple(x for x in each.forums if x != gone)) for each in naming])
    for kind in _OF_A_FORUM:
        setattr(found, kind, [each for each in getattr(found, kind) if each.forum != gone])
    left = {each.id for each in found.duties}
    found.carriers = [each for each in found.carriers if each.duty in left]
    found.successions = [each for each in found.successions if each.predecessor != gone]
    found.apart = [each for each in found.apart if gone not in (each.first, each.second)]
