"""The files with a decision more or less, made in memory, so that what it changes is known before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import forumgraph
from forumgraph.ingest.assembly import gathered, sound
from forumgraph.ingest.files import MAX_BYTES, File, gather
from forumgraph.ingest.flatten import flatten
from forumgraph.ingest.intervals import timed
from forumgraph.ingest.merging import settle
from forumgraph.ingest.refusal import Refused
from forumgraph.ingest.splicing import KEY, NotSpliceable, added, removed
from forumgraph.ingest.writing import Edit

if TYPE_CHECKING:
    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.findings import Finding
    from forumgraph.ingest.models import Decision
    from forumgraph.ingest.records import Records

_FILE = "decisions.yaml"


@dataclass(frozen=True)
class State:
    """The files as they are, or as they would be, and all that they say."""

    files: tuple[File, ...]
    data: Dataset
    findings: list[Finding]

    @classmethod
    def of(cls, files: tuple[File, ...], unread: list[Finding]) -> State:
        """Read files that are in memory; ``unread`` is said of those that could not be."""
        return cls(files, *gathered(list(files), unread))

    @property
    def sound(self) -> bool:
        """Whether nothing keeps the data from being loaded."""
        return sound(self.findings)

    @cached_property
    def told(self) -> Records:
        """The records as the entries have them, before any decision is followed; only of sound data."""
        return flatten(self.data)

    @cached_property
    def records(self) -> Records:
        """The records as a load takes them."""
        return timed(settle(self.told))

    def with_(self, edit: Edit) -> State:
        """Return the state of the files after an edit."""
        name = str(edit.path)
        files = [each for each in self.files if each.name != name or edit.after is not None]
        if edit.before is None:
            files.append(File(name, b""))
        made = tuple(File(name, edit.after) if each.name == name and edit.after is not None else each for each in files)
        return State.of(made, [])

    def decided(self, first: set[str], second: set[str]) -> list[Located[Decision]]:
        """Return the decisions on one of the first ids and one of the second, in whichever order they stand."""
        return [
            each
            for each in self.data.decisions
            for a, b in [each.entry.pair]
            if (a in first and b in second) or (a in second and b in first)
        ]


def read_state(paths: tuple[Path, ...]) -> State:
    """Return the state of the files of a data set as they lie there."""
    files, unread = gather(list(paths))
    return State.of(tuple(files), unread)


def with_decision(state: State, entry: dict[str, Any], paths: tuple[Path, ...], head: str) -> Edit:
    """Return the edit that writes a decision down; raise Refused where no file can take it.

    It goes where the decisions of the data stand, else into a file of its own (beginning with ``head``) in the first
    folder of the data.
    """
    file = next((each for each in state.files if KEY in _sections(state, each.name)), None)
    path = Path(file.name) if file else _new(state, paths)
    own(path, "decisions_shipped")
    before = file.content if file else head.encode() + f"{KEY}: []\n".encode()
    try:
        after = added(before, entry)
    except NotSpliceable as error:
        raise Refused("decisions_by_hand", path=str(path), line=str(error.line)) from None
    if len(after) > MAX_BYTES:
        raise Refused("decisions_full", path=str(path))
    return Edit(path, before if file else None, after)


def without_decision(state: State, decision: Located[Decision], head: str) -> Edit:
    """Return the edit that takes a decision out; raise Refused where that cannot be done in its lines alone."""
    path = Path(decision.file)
    own(path, "decisions_shipped")
    file = next(each for each in state.files if each.name == decision.file)
    within = [each for each in state.data.decisions if each.file == decision.file]
    index = next(n for n, each in enumerate(within) if each is decision)
    try:
        after = removed(file.content, index)
    except NotSpliceable as error:
        raise Refused("decisions_by_hand", path=decision.file, line=str(error.line)) from None
    made = after == head.encode() + f"{KEY}: []\n".encode()  # it was made for decisions and goes with the last
    return Edit(path, file.content, None if made else after)


def _sections(state: State, name: str) -> tuple[str, ...]:
    root = next((each.root for each in state.data.documents if each.name == name), None)
    return tuple(root.pairs or ()) if root else ()


def _new(state: State, paths: tuple[Path, ...]) -> Path:
    folder = next((path for path in paths if path.is_dir()), None)
    if folder is None:
        raise Refused("decisions_nowhere", files=", ".join(map(str, paths)))
    if (folder / _FILE).exists():
        raise Refused("decisions_without_section", path=str(folder / _FILE))
    return folder / _FILE


def own(path: Path, refusal: str) -> None:
    """Refuse what lies inside the package: the next installation would take it away."""
    inside = Path(forumgraph.__file__).resolve().parent
    if path.resolve().is_relative_to(inside):
        raise Refused(refusal, path=str(path))
