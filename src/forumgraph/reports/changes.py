"""Changes as a report: first what the two rounds have in common, then each change with its cause, then what is none."""

from __future__ import annotations

from typing import Any

from forumgraph.ingest.danish import sort_key
from forumgraph.queries.change import Change, Differs, NotComparable
from forumgraph.queries.changed_answers import AreaTotal
from forumgraph.queries.changed_figures import FigureChange
from forumgraph.queries.changes import Changes, Side
from forumgraph.queries.selection import AreaRow
from forumgraph.reports.figures import figure, written
from forumgraph.reports.report import Header, Report, Table, cited, fields_of, flat, plain
from forumgraph.reports.words import share
from forumgraph.texts import Texts

_NAMED = 12  # names that a line of a table has room for

#: Reasons of a change that are words of the house; any other is in the data's own words.
_EVENTS = (
    "began", "ended", "ended_at_latest", "carries_on", "merged_from", "split_from", "renamed", "born", "abolished",
    "asked", "not_asked",
)  # fmt: skip


def changes_report(found: Changes, header: Header, areas: tuple[AreaRow, ...], texts: Texts) -> Report:
    """Return the report of the changes question; CSV has a line for each change, and what cannot be compared."""
    body = plain(found)
    del body["names"]  # for people: everything else goes by ids
    keys = {"from": body.pop("before"), "to": body.pop("after"), **body}
    records = [flat(each) for each in body["changes"]] + [flat(_record(each)) for each in body["not_comparable"]]
    tables = _Tables(found, areas, texts).all()
    shown = tuple(table for table in tables if table.rows or table.notes)
    return Report(header, keys, shown, fields_of(Change), tuple(records))


def _record(each: dict[str, Any]) -> dict[str, Any]:
    """Return what cannot be compared as a record among the changes."""
    same = {key: each[key] for key in ("subject", "why", "evidence")}
    lists = {"municipality": each["municipalities"], "area": each["areas"], "forum": each["forums"]}
    return {"what": each["about"], "cause": "not_comparable", **same, **lists}


class _Tables:
    """The tables of one comparison."""

    def __init__(self, found: Changes, areas: tuple[AreaRow, ...], texts: Texts) -> None:
        self.found, self.texts = found, texts
        self.short = {area.id: area.short(texts.language) for area in areas}
        self.rounds = {"before": found.before.id, "after": found.after.id}

    def all(self) -> tuple[Table, ...]:
        """Return the tables in the order in which they are read."""
        first = () if self.found.comparable else (self._not_at_all(),)
        rest = (self._sides(), self._changes(), self._totals(), self._figures(), self._not_comparable())
        return (*first, *rest)

    def _not_at_all(self) -> Table:
        (why,) = (each for each in self.found.not_comparable if each.about == "rounds")
        said = self.texts("changes.not_at_all", why=self._why(why))
        return Table(self.texts("changes.not_at_all_title", **self.rounds), (), (), (said,))

    def _head(self, *keys: str) -> tuple[str, ...]:
        return tuple(self.texts(key if "." in key else f"changes.head.{key}") for key in keys)

    def _sides(self) -> Table:
        rows = tuple(
            (each.id, each.date, self._who(each), self._areas(each.areas))
            for each in (self.found.before, self.found.after)
        )
        title = self.texts("changes.title", **self.rounds)
        return Table(title, self._head("round", "date", "who", "areas"), rows, self._in_common())

    def _who(self, side: Side) -> str:
        texts, said = self.texts, [side.population or (f"KKR {side.kkr}" if side.kkr else "")]
        if side.asked:
            said.append(texts("changes.asked", asked=side.asked, answered=side.answered))
        if side.population_size:
            said.append(texts("changes.size", size=written(side.population_size, texts)))
        if side.response_rate is not None:
            said.append(texts("changes.rate", rate=share(side.response_rate)))
        return "; ".join(filter(None, said))

    def _areas(self, areas: tuple[str, ...]) -> str:
        return ", ".join(self.short[area] for area in areas)

    def _in_common(self) -> tuple[str, ...]:
        common, texts = self.found.in_common, self.texts
        partly = common.areas and common.municipalities
        n, areas = len(common.municipalities), self._areas(common.areas)
        notes = [texts("changes.partly", n=n, areas=areas)] if partly else []
        same = [texts("changes.same_population", population=common.population)] if common.population else []
        return (*notes, *same)

    def _changes(self) -> Table:
        texts, rows = self.texts, tuple(map(self._change, self.found.changes))
        head = self._head("subject", "what", "before", "after", "cause", "report.lines")
        if not rows:
            return Table("", head, (), (texts("changes.no_changes"),))
        return Table(texts("changes.changes_title", n=len(rows)), head, rows, (texts("changes.real_note"),))

    def _change(self, each: Change) -> tuple[str, ...]:
        subject = f"{each.municipality}, {self.short[each.area]}" if each.municipality and each.area else each.subject
        before, after = (self._state(each, value) for value in (each.before, each.after))
        what = self.texts(f"changes.what.{each.what}")
        return subject, what, before, after, self._cause(each), cited(each.evidence)

    def _state(self, each: Change, value: str | None) -> str:
        if value is None:
            return self.texts("changes.nothing")
        if each.what == "forum":
            return value if each.before and each.after else self.texts("changes.there")
        if each.area:
            return self.texts(f"words.status.{value}")
        key = "words.basis" if each.what == "membership" and value != "not_in" else "changes.state"
        return self.texts(f"{key}.{value}")

    def _cause(self, each: Change) -> str:
        texts, said = self.texts, self.texts(f"changes.cause.{each.cause}")
        if each.why:
            why = texts(f"changes.event.{each.why}", date=each.date or "") if each.why in _EVENTS else each.why
            said = texts("changes.cause_why", cause=said, why=why)
        if each.confidence in (None, "certain"):
            return said
        return f"{said} ({texts(f'words.confidence.{each.confidence}')})"

    def _totals(self) -> Table:
        rows = tuple(map(self._total, self.found.totals))
        head = self._head("report.area", "asked", "answered", "established_before", "established_after")
        return Table(self.texts("changes.totals_title"), head, rows, self._note("totals_note", rows))

    def _total(self, each: AreaTotal) -> tuple[str, ...]:
        nothing = self.texts("changes.nothing")
        counts = (each.established_before, each.established_after)
        shown = (nothing if count is None else str(count) for count in counts)
        return self.short[each.area], str(each.asked_in_both), str(each.answered_in_both), *shown

    def _note(self, key: str, rows: tuple[Any, ...]) -> tuple[str, ...]:
        return (self.texts(f"changes.{key}"),) if rows else ()

    def _figures(self) -> Table:
        rows = tuple(map(self._figure, self.found.figures))
        head = self._head("measure", "before", "after", "difference", "report.lines")
        return Table(self.texts("changes.figures_title"), head, rows, self._note("figures_note", rows))

    def _figure(self, each: FigureChange) -> tuple[str, ...]:
        before, after = (figure(value, each.unit, self.texts) for value in (each.before, each.after))
        return each.measure, before, after, written(each.difference, self.texts), cited(each.evidence)

    def _not_comparable(self) -> Table:
        shown = [each for each in self.found.not_comparable if each.about != "rounds"]
        rows = tuple(
            (
                self.texts(f"changes.about.{each.about}"),
                self._subject(each),
                ". ".join(filter(None, (self._why(each), self._differs(each.differs)))),
                cited(each.evidence),
            )
            for each in shown
        )
        head = self._head("what", "subject", "report.why", "report.lines")
        return Table(self.texts("changes.not_comparable_title"), head, rows)

    def _subject(self, each: NotComparable) -> str:
        if each.about == "area":
            return self._areas(each.areas)
        if each.about == "forum":
            return self._several(each.forums)
        if each.about == "membership":
            return f"{each.subject}: {', '.join(each.municipalities)}"
        return "" if each.about == "population" else each.subject

    def _several(self, ids: tuple[str, ...]) -> str:
        own = sorted((self.found.names[id_] for id_ in ids), key=sort_key)
        names = ", ".join(own[:_NAMED])
        if len(ids) > _NAMED:
            names = self.texts("changes.and_more", names=names)
        return self.texts("changes.some", n=len(ids), names=names)

    def _why(self, each: NotComparable) -> str:
        return ". ".join(self.texts(f"changes.why.{reason}", **self.rounds) for reason in each.reasons)

    def _differs(self, differs: tuple[Differs, ...]) -> str:
        """Return what two figures say otherwise, also where that alone would not keep them apart."""
        said = []
        for each in differs:
            before, after = (self._value(each.what, value) for value in (each.before, each.after))
            said.append(self.texts(f"changes.also.{each.what}", before=before, after=after))
        return "; ".join(said)

    def _value(self, what: str, value: float | str | None) -> str:
        if value is None:
            return self.texts("changes.unknown")
        if isinstance(value, int | float):
            return share(value) if what == "response_rate" else written(value, self.texts)
        return self.texts(f"figures.unit.{value}") if what == "unit" else value
