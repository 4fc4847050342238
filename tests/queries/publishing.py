"""What publications say in generated data sets: statements, figures, recommendations, progress, themes and tasks."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from forumgraph.ingest import values
from forumgraph.ingest.moments import first_day, last_day, outside

from .pools import MAYBE, MOMENTS, TEXT, Data, cited, some, without_nothing

WHEN = st.sampled_from((None, *MOMENTS))
RATES = st.sampled_from((None, 0, 33.3, 71, 100))
SIZES = st.sampled_from((None, 1, 98, 9_999_999))
VALUES = st.sampled_from((None, 99, 0, -3.5, 0.1, 184, 999_999_999_999))


@st.composite
def spans(draw: st.DrawFn) -> tuple[str | None, str | None]:
    """A beginning and an end, each perhaps unknown, the one not after the other."""
    begin, end = draw(WHEN), draw(WHEN)
    return (end, begin) if begin and end and last_day(end) < first_day(begin) else (begin, end)


def populations() -> st.SearchStrategy[Data]:
    """Whom a round asked."""
    return made({"who": TEXT, "size": SIZES, "response_rate": RATES, "lines": cited()})


@st.composite
def made(draw: st.DrawFn, parts: Data) -> Data:
    """An entry of what is given and what is drawn, without what says nothing."""
    return without_nothing({
        key: draw(part) if isinstance(part, st.SearchStrategy) else part for key, part in parts.items()
    })  # fmt: skip


def suggestions(data: Data) -> st.SearchStrategy[Data]:
    """Which fora would speak for a requirement."""
    lists = {
        "areas": [each["id"] for each in data["areas"]],
        "tasks": [each["id"] for each in data["tasks"]],
        "kinds": get_args(values.Kind),
        "reach": get_args(values.Reach),
    }
    return st.fixed_dictionaries({}, optional={key: some(words, 0, 2) for key, words in lists.items()})


@st.composite
def publications(draw: st.DrawFn, data: Data, least: int) -> Data:
    """The sections of what is said by no municipality; only a round says most of it."""
    forums = [each["id"] for each in data["forums"]]
    says = _Says(data, forums)
    found: Data = {"duties": [draw(says.duty(each)) for each in draw(some(("d", "d-2"), least)) if forums]}
    if not data["rounds"]:
        return found
    found["statements"] = [draw(says.statement(each)) for each in draw(_any(forums))]
    found["findings"] = [draw(says.figure(each)) for each in draw(some(("fi", "fi-2", "fi-3"), least))]
    for section, ids, one in (("requirements", ("k", "k-2"), says.requirement), ("themes", ("m", "m-2"), says.theme)):
        chosen = draw(some(ids, least))
        found[section] = [draw(one(each, chosen[n + 1 :])) for n, each in enumerate(chosen)]
    found["requirements"] = [_following(each, found["requirements"]) for each in found["requirements"]]
    found["progress"] = draw(progress(found["requirements"], data))
    return found


def _following(own: Data, requirements: list[Data]) -> Data:
    """A requirement that takes the place of no other KKR's, and of none that is younger."""
    before = next((each for each in requirements if each["id"] == own.get("succeeds")), own)
    right = before["kkr"] == own["kkr"] and not outside(own["in_force_from"], before["in_force_from"], None)
    return own if right else {key: value for key, value in own.items() if key != "succeeds"}


def _any(words: list[str]) -> st.SearchStrategy[list[str]]:
    """A few of some words, also the same one several times."""
    return st.lists(st.sampled_from(words), max_size=3) if words else st.just([])


class _Says:
    """What may be said of a data set that has municipalities, rounds and fora."""

    def __init__(self, data: Data, forums: list[str]) -> None:
        self.data, self.forums = data, forums
        self.names = [each["name"] for each in data["municipalities"]]
        self.tasks = [each["id"] for each in data["tasks"]]
        self.organisations = [each["id"] for each in data["organisations"]]
        self.rounds = st.sampled_from((None, *(each["id"] for each in data["rounds"])))
        self.kkr = [each["kkr"] for each in data["municipalities"]]

    def duty(self, id_: str) -> st.SearchStrategy[Data]:
        return made({
            "id": id_,
            "of": st.sampled_from(self.forums),
            "name": TEXT,
            "legal_basis": MAYBE,
            "tasks": some(self.tasks),
            "carried_on_by": st.lists(made({"forum": st.sampled_from(self.forums), "lines": cited()}), max_size=2),
            "lines": cited(),
        })  # fmt: skip

    def statement(self, forum: str) -> st.SearchStrategy[Data]:
        """What is said of a forum: every second municipality is never in it, so that nobody is both in and out."""
        within, without = self.names[::2], self.names[1::2]
        inferred = made({"municipalities": some(within, 1), "why": TEXT, "lines": cited()})
        return made({
            "forum": forum,
            "round": self.rounds,
            "year": WHEN,
            "members_stated": st.sampled_from((None, 0, 2, 98)),
            "event": MAYBE,
            "called": st.lists(TEXT, max_size=2),
            "described": st.lists(TEXT, max_size=1),
            "with": some(within),
            "and_others": st.booleans(),
            "without": some(without, 0, 1),
            "inferred": st.lists(inferred, max_size=1),
            "organisations": some(self.organisations),
            "run_by": some(self.organisations, 0, 1),
            "meets": st.lists(st.integers(1, 366), max_size=1),
            "lines": cited(),
        })  # fmt: skip

    def figure(self, id_: str) -> st.SearchStrategy[Data]:
        figure = made({
            "id": id_,
            "measure": TEXT,
            "topic": st.sampled_from((None, "emne", "emne-2")),
            "question": MAYBE,
            "value": VALUES,
            "text": MAYBE,
            "unit": st.sampled_from(get_args(values.Unit)),
            "population": TEXT,
            "population_size": SIZES,
            "response_rate": RATES,
            "period": WHEN,
            "told_by": MAYBE,
            "forum": st.sampled_from((None, *self.forums)),
            "round": self.rounds,
            "lines": cited(),
        })  # fmt: skip
        return figure.map(lambda each: each if {"value", "text"} & set(each) else {**each, "text": "alle"})

    def requirement(self, id_: str, after: list[str]) -> st.SearchStrategy[Data]:
        return spans().flatmap(lambda span: self._in_force(id_, after, *span))

    def _in_force(self, id_: str, after: list[str], start: str | None, end: str | None) -> st.SearchStrategy[Data]:
        return made({
            "id": id_,
            "kkr": st.sampled_from(self.kkr),
            "theme": TEXT,
            "level": st.sampled_from(("must", "may")),
            "area": st.sampled_from((None, *(each["id"] for each in self.data["areas"]))),
            "summary": TEXT,
            "in_force_from": start or end or MOMENTS[0],
            "in_force_until": end,
            "succeeds": st.sampled_from((None, *after)),
            "suggested_by": st.one_of(st.none(), suggestions(self.data)),
            "round": self.rounds,
            "lines": cited(),
        })  # fmt: skip

    def theme(self, id_: str, after: list[str]) -> st.SearchStrategy[Data]:
        return made({
            "id": id_,
            "name": TEXT,
            "kind": st.sampled_from(get_args(values.ThemeKind)),
            "kkr": st.sampled_from((None, *self.kkr)),
            "part_of": st.sampled_from((None, *after)),
            "tasks": some(self.tasks),
            "forums": some(self.forums),
            "round": self.rounds,
            "lines": cited(),
        })  # fmt: skip


@st.composite
def progress(draw: st.DrawFn, requirements: list[Data], data: Data) -> list[Data]:
    """A municipality's progress with what its own KKR asks for, once for each time at which it is there."""
    asked = [
        {"municipality": own["name"], "requirement": requirement["id"], "date": moment}
        for requirement in requirements
        for own in data["municipalities"]
        for moment in MOMENTS
        if own["kkr"] == requirement["kkr"] and not outside(moment, own.get("since"), own.get("until"))
    ]
    more = {"state": st.sampled_from(get_args(values.State)), "remark": MAYBE, "reported_by": MAYBE}
    chosen = draw(st.permutations(asked))[: draw(st.integers(0, 3))]
    return [draw(made({**each, **more, "lines": cited()})) for each in chosen]
