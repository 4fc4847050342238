"""Filled progress forms, row by row: what each says, and all that keeps it from being taken. It writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from forumgraph.documents.forms import CHOICE, CHOICE_MADE, ID, REMARK, REMARK_MADE
from forumgraph.ingest.checks.personal import personal_in
from forumgraph.ingest.danish import fold
from forumgraph.ingest.findings import Place
from forumgraph.ingest.in_force import ended
from forumgraph.ingest.moments import is_moment, outside
from forumgraph.ingest.words import nearest

if TYPE_CHECKING:
    import datetime as dt

    from forumgraph.documents.forms import Filled, FilledSheet
    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.models import Municipality
    from forumgraph.ingest.publication import Requirement

#: What a workbook of progress forms bears out of sight, so that it is known when it comes back.
KIND = "forumgraph-progress-1"

LONGEST = 4_000  # characters that a text of the data may have


_Wrong = tuple[str, str, dict[str, str]]
"""What is wrong in a row: the column, the key of a text, and the values that fill it."""


@dataclass(frozen=True)
class Problem:
    """What is wrong in one cell; ``key`` names a text of the catalogue (``progress.problem.KEY``)."""

    sheet: str
    cell: str
    key: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """What one row reports."""

    row: int
    requirement: str
    state: str
    remark: str


@dataclass(frozen=True)
class ReadSheet:
    """What one sheet reports of a municipality; ``unchanged`` rows say what stood there when the sheet was made."""

    sheet: str
    municipality: str
    date: str
    last: int
    said: tuple[Said, ...]
    unchanged: int


@dataclass(frozen=True)
class Reader:
    """Reads sheets against the data; ``words`` are the states by the words for them.

    ``date`` is that of the report; None where it is the time that the form was made for. Nobody reports of what is
    later than ``today``.
    """

    data: Dataset
    words: Mapping[str, str]
    date: str | None
    today: dt.date

    @cached_property
    def _states(self) -> dict[str, str]:
        """The states by their words as they are typed without Danish letters and capitals."""
        return {fold(word): state for word, state in self.words.items()}

    def read(self, sheets: tuple[FilledSheet, ...]) -> tuple[list[ReadSheet], list[Problem]]:
        """Return what the sheets report, and all problems; only without any is it the whole of it."""
        found: list[ReadSheet] = []
        problems: list[Problem] = []
        for sheet in sheets:
            read, wrong = self._sheet(sheet)
            if read and any(read.municipality == other.municipality for other in found):
                wrong.append(Problem(sheet.name, "", "sheet_twice", {"municipality": read.municipality}))
            found += [read] if read else []
            problems += wrong
        return found, problems

    def _sheet(self, sheet: FilledSheet) -> tuple[ReadSheet | None, list[Problem]]:
        kind, code, time = sheet.keys
        if kind != KIND:
            return None, [Problem(sheet.name, "", "not_a_form")]
        town = next((each.entry for each in self.data.municipalities if each.entry.code == code), None)
        if town is None:
            return None, [Problem(sheet.name, f"{CHOICE_MADE}1", "unknown_code", {"code": code})]
        date = self.date or time
        if not is_moment(date):
            return None, [Problem(sheet.name, f"{REMARK_MADE}1", "unknown_time", {"time": date})]
        if outside(date, None, str(self.today)):
            return None, [Problem(sheet.name, f"{REMARK_MADE}1", "future_time", {"time": date})]
        said, problems = self._rows(sheet, town, date)
        changed = [each for each, new in said if new]
        unchanged = len(said) - len(changed)
        return ReadSheet(sheet.name, town.name, date, sheet.last, tuple(changed), unchanged), problems

    def _rows(self, sheet: FilledSheet, town: Municipality, date: str) -> tuple[list[tuple[Said, bool]], list[Problem]]:
        """Return what the rows say, each with whether it is new, and what is wrong."""
        said: list[tuple[Said, bool]] = []
        problems: list[Problem] = []
        seen: dict[str, int] = {}
        for row in sheet.rows:
            wrong = [
                Problem(sheet.name, f"{at}{row.row}", key, values) for at, key, values in self._wrong(row, town, date)
            ]
            if row.id and row.id in seen:
                wrong.append(Problem(sheet.name, f"{ID}{row.row}", "row_twice", {"row": str(seen[row.id])}))
            seen.setdefault(row.id, row.row)
            problems += wrong
            if row.choice.text and not wrong:
                new = (row.choice.text, row.remark.text) != row.made
                said.append((Said(row.row, row.id, self._states[fold(row.choice.text)], row.remark.text), new))
        return said, problems

    def _wrong(self, row: Filled, town: Municipality, date: str) -> Iterator[_Wrong]:
        typed = [*self._mistyped(row), *_of_remark(row)]
        yield from typed
        if row.choice.text and not typed:
            yield from _misplaced(self.data.ids("requirements"), row, town, date)

    def _mistyped(self, row: Filled) -> Iterator[_Wrong]:
        if row.choice.wrong:
            yield CHOICE, row.choice.wrong, {}
        elif row.choice.text and fold(row.choice.text) not in self._states:
            near = nearest(row.choice.text, self.words)
            key = "unknown_state_near" if near else "unknown_state"
            yield CHOICE, key, {"word": row.choice.text, "near": near or ""}
        elif row.remark.text and not row.choice.text:
            yield REMARK, "remark_alone", {}
        elif row.made[0] and not row.choice.text:
            yield CHOICE, "cleared", {"word": row.made[0]}


def _of_remark(row: Filled) -> Iterator[_Wrong]:
    text = row.remark.text
    if row.remark.wrong:
        yield REMARK, row.remark.wrong, {}
    if len(text) > LONGEST:
        yield REMARK, "too_long", {"n": str(len(text)), "limit": str(LONGEST)}
    for each in personal_in(Place("", 0), text):
        yield REMARK, f"personal_{each.code}", {"word": each.offending}


def _misplaced(known: dict[str, Requirement], row: Filled, town: Municipality, date: str) -> Iterator[_Wrong]:
    """Yield where a row reports on what was not asked of the municipality."""
    asked = known.get(row.id)
    if not row.id:
        yield CHOICE, "no_id", {}
    elif asked is None:
        yield ID, "unknown_requirement", {"id": row.id}
    elif asked.kkr != town.kkr:
        yield ID, "other_kkr", {"id": row.id, "kkr": asked.kkr, "municipality": town.name}
    elif outside(date, asked.in_force_from, ended(asked, known.values())):
        yield CHOICE, "not_in_force", {"id": row.id, "time": date}
