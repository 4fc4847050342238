"""The graph is a cache of the files: it answers when it is current, and is made again when it is not."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import forumgraph
from forumgraph.graphdb import Data, Opened, load, open_current
from forumgraph.graphdb.embedded import EmbeddedEngine
from forumgraph.graphdb.errors import BrokenData, GraphUnreachable, LoadFailed
from forumgraph.graphdb.loaded import Loaded
from forumgraph.graphdb.rows import to_rows
from forumgraph.graphdb.schema import schema_fingerprint
from forumgraph.ingest import fingerprint_of, read

TWO_ROUNDS = Path(__file__).parents[1] / "cases" / "datasets" / "two-rounds"


def nothing(*_: Any) -> None:
    """Take what a load says of its progress."""


class Case:
    """A folder of data and the place of its graph, with every notice given."""

    def __init__(self, folder: Path) -> None:
        self.files = folder / "data"
        self.graph = folder / "kept" / "test.graph"
        self.notices: list[str] = []
        shutil.copytree(TWO_ROUNDS, self.files)

    def data(self, *, given: bool = True, files: Path | None = None) -> Data:
        return Data((files or self.files,), given, self.graph)

    def ask(self, *, stale: bool = False, data: Data | None = None) -> list[str]:
        """Open, and return the titles of the rounds."""
        opened = self.open(stale=stale, data=data)
        rows = opened.graph.rows("MATCH (r:Round) RETURN r.title AS title ORDER BY title", {})
        opened.graph.close()
        return [row["title"] for row in rows]

    def open(self, *, stale: bool = False, data: Data | None = None) -> Opened:
        def notice(key: str, values: dict[str, str]) -> None:
            self.notices.append(key)
            assert values["files"]

        return open_current(data or self.data(), notice, nothing, stale=stale)

    def edit(self, before: str, after: str) -> None:
        path = self.files / "2015.yaml"
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    @property
    def stamp(self) -> tuple[int, int]:
        status = self.graph.stat()
        return status.st_mtime_ns, status.st_ino


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


BOTH = ["Fora i hele landet", "Fora på Sjælland"]


# ---- Current or changed ----


def test_the_first_question_loads_and_says_so(case: Case) -> None:
    assert case.ask() == BOTH
    assert case.notices == ["first"]


def test_unchanged_files_are_not_loaded_again(case: Case) -> None:
    case.ask()
    before = case.stamp
    assert case.ask() == BOTH
    assert case.stamp == before
    assert case.notices == ["first"]


def test_a_file_that_was_only_touched_or_moved_is_unchanged(case: Case) -> None:
    case.ask()
    before = case.stamp
    os.utime(case.files / "2015.yaml")
    (case.files / "2017.yaml").rename(case.files / "later.yaml")
    assert case.ask() == BOTH
    assert case.stamp == before


def test_a_changed_file_is_loaded_again_with_a_notice(case: Case) -> None:
    case.ask()
    before = case.stamp
    case.edit("title: Fora på Sjælland", "title: Sjællandske fora")
    assert case.ask() == ["Fora i hele landet", "Sjællandske fora"]
    assert case.stamp != before
    assert case.notices == ["first", "changed"]


def test_a_new_file_in_the_folder_is_a_change(case: Case) -> None:
    case.ask()
    (case.files / "new.yaml").write_text("organisations:\n  - {id: ny, name: Ny, kind: other}\n", encoding="utf-8")
    case.ask()
    assert case.notices == ["first", "changed"]


def test_a_removed_file_is_a_change(case: Case) -> None:
    case.ask()
    (case.files / "2017.yaml").unlink()
    assert case.ask() == BOTH  # the round itself stands in the other file
    assert case.notices == ["first", "changed"]


# ---- Broken files ----


def test_a_broken_edit_is_refused_and_the_last_good_graph_stays(case: Case) -> None:
    case.ask()
    before = case.graph.read_bytes()
    case.edit("kind: council", "kind: counsil")
    with pytest.raises(BrokenData) as refused:
        case.ask()
    assert refused.value.values == {"n": str(len([f for f in refused.value.findings if f.severity == "error"]))}
    assert case.graph.read_bytes() == before
    assert case.notices == ["first"]


def test_the_last_good_graph_answers_on_request_and_says_that_it_is_old(case: Case) -> None:
    case.ask()
    case.edit("kind: council", "kind: counsil")
    opened = case.open(stale=True)
    opened.graph.close()
    assert opened.stale is True
    assert [Path(name).name for name in opened.files] == ["2015.yaml", "2017.yaml"]
    assert case.ask(stale=True) == BOTH
    assert case.notices == ["first", "stale", "stale"]


def test_a_current_graph_is_not_called_old_on_request(case: Case) -> None:
    case.ask()
    opened = case.open(stale=True)
    opened.graph.close()
    assert (opened.stale, case.notices) == (False, ["first"])


def test_files_that_are_gone_are_an_error_and_the_graph_answers_on_request(case: Case) -> None:
    case.ask()
    shutil.rmtree(case.files)
    with pytest.raises(BrokenData):
        case.ask()
    assert case.ask(stale=True) == BOTH


def test_on_request_a_first_graph_is_loaded_all_the_same(case: Case) -> None:
    assert case.ask(stale=True) == BOTH
    assert case.notices == ["first"]


# ---- Damaged and older graphs ----


def _empty(whole: bytes) -> bytes:
    return whole[:0]


def _one_page(whole: bytes) -> bytes:
    return whole[:4096]


def _half(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def _random(whole: bytes) -> bytes:
    return random.Random(1).randbytes(len(whole))  # noqa: S311 - the same bytes every time


def _text(whole: bytes) -> bytes:
    return b"not a graph\n" * 1000


@pytest.mark.parametrize("damage", [_empty, _one_page, _half])
def test_a_damaged_graph_is_made_again(damage: Any, case: Case) -> None:
    case.ask()
    case.graph.write_bytes(damage(case.graph.read_bytes()))
    assert case.ask() == BOTH
    assert case.notices == ["first", "changed"]
    before = case.stamp
    assert case.ask() == BOTH
    assert case.stamp == before


@pytest.mark.parametrize("other", [_random, _text])
def test_a_file_that_is_no_graph_is_never_overwritten_where_the_user_named_it(other: Any, case: Case) -> None:
    case.ask()
    content = other(case.graph.read_bytes())
    case.graph.write_bytes(content)
    with pytest.raises(LoadFailed) as said:
        case.ask()
    assert said.value.key == "not_a_graph"
    assert case.graph.read_bytes() == content


@pytest.mark.parametrize("damage", [_random, _text])
def test_in_our_own_cache_whatever_lies_in_the_graphs_place_is_made_again(
    damage: Any, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    data = Data((case.files,), given=True)
    load(data, nothing)
    data.graph_path.write_bytes(damage(data.graph_path.read_bytes()))
    opened = open_current(data, lambda *_: None, nothing)
    opened.graph.close()
    assert opened.files


def test_a_folder_in_the_graphs_place_is_refused(case: Case) -> None:
    (case.graph / "inside").mkdir(parents=True)
    with pytest.raises(LoadFailed):
        case.ask()


def _put(case: Case, files: Path, **load_row: Any) -> None:
    """Put a graph in place that says other things of itself than a load of today would."""
    reading = read([files])
    assert reading.records
    said = Loaded(fingerprint_of([files]) or "", schema_fingerprint(), reading.files, (str(files.resolve()),), "0")
    EmbeddedEngine(case.graph).load(to_rows(reading.records, replace(said, **load_row)), nothing)


def test_a_graph_of_an_older_schema_is_made_again(case: Case) -> None:
    _put(case, case.files, schema="older")
    assert case.ask() == BOTH
    assert case.notices == ["changed"]
    assert case.ask() == BOTH
    assert case.notices == ["changed"]


def test_a_graph_that_says_nothing_of_its_load_is_made_again(case: Case) -> None:
    reading = read([case.files])
    assert reading.records
    rows = to_rows(reading.records, Loaded("", "", (), (), ""))
    EmbeddedEngine(case.graph).load({**rows, "Load": []}, nothing)
    assert case.ask() == BOTH
    assert case.notices == ["changed"]


# ---- A graph of other files ----


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A second folder of data, with one round."""
    folder = tmp_path / "other"
    folder.mkdir()
    text = (TWO_ROUNDS / "2015.yaml").read_text(encoding="utf-8").replace("Fora på Sjælland", "En anden undersøgelse")
    (folder / "other.yaml").write_text(text, encoding="utf-8")
    return folder


OTHER = ["En anden undersøgelse", "Fora i hele landet"]


def test_a_named_graph_of_other_files_answers_as_it_is_with_a_notice(case: Case, other: Path) -> None:
    case.ask(data=case.data(files=other))
    before = case.stamp
    assert case.ask(data=case.data(given=False)) == OTHER
    assert case.stamp == before
    assert case.notices == ["first", "other_files"]


def test_a_named_graph_of_other_files_is_loaded_anew_where_files_are_named_too(case: Case, other: Path) -> None:
    case.ask(data=case.data(files=other))
    assert case.ask(data=case.data(given=True)) == BOTH
    assert len(case.notices) == 2


def test_a_named_graph_of_an_older_schema_is_made_again_of_its_own_files(case: Case, other: Path) -> None:
    _put(case, other, schema="older")
    assert case.ask(data=case.data(given=False)) == OTHER
    assert case.notices == ["changed"]


def test_a_named_graph_of_an_older_schema_whose_files_are_gone_is_refused_and_stays(case: Case, other: Path) -> None:
    _put(case, other, schema="older")
    before = case.graph.read_bytes()
    shutil.rmtree(other)
    with pytest.raises(BrokenData):
        case.ask(data=case.data(given=False))
    assert case.graph.read_bytes() == before


# ---- What a load says of itself ----


def test_the_graph_remembers_what_it_was_loaded_from(case: Case) -> None:
    now = load(case.data(), nothing)
    graph = EmbeddedEngine(case.graph).open()
    (row,) = graph.rows(
        "MATCH (l:Load) RETURN l.id AS id, l.fingerprint AS fingerprint, l.schema AS schema, l.files AS files, "
        "l.paths AS paths, l.version AS version",
        {},
    )
    graph.close()
    assert row == {
        "id": "load",
        "fingerprint": fingerprint_of([case.files]),
        "schema": schema_fingerprint(),
        "files": [str(case.files / "2015.yaml"), str(case.files / "2017.yaml")],
        "paths": [str(case.files.resolve())],
        "version": forumgraph.__version__,
    }
    assert now.reading.files == tuple(row["files"])
    assert [now.counts[kind] for kind in ("Round", "Municipality", "Forum", "Load")] == [2, 7, 11, 1]
    assert now.difference is None


def test_the_files_of_an_answer_are_those_of_its_graph(case: Case) -> None:
    first = case.open()
    first.graph.close()
    second = case.open()
    second.graph.close()
    assert first.files == second.files == (str(case.files / "2015.yaml"), str(case.files / "2017.yaml"))


def test_a_load_says_how_many_of_each_kind_it_wrote(case: Case) -> None:
    counts = load(case.data(), nothing).counts
    graph = EmbeddedEngine(case.graph).open()
    assert graph.rows("MATCH (:Municipality)-[x:MEMBER_OF]->(:Forum) RETURN count(x) AS n", {}) == [
        {"n": counts["MEMBER_OF"]}
    ]
    graph.close()


def test_without_a_named_place_each_set_of_files_has_its_own_graph_in_the_users_cache(
    case: Case, other: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    one, two = (Data((files,), given=True) for files in (case.files, other))
    assert one.graph_path != two.graph_path
    assert one.graph_path.parent == two.graph_path.parent
    assert one.graph_path == Data((case.files,), given=False).graph_path
    assert one.graph_path.name.endswith(".graph")


def test_an_answer_from_a_graph_that_vanishes_meanwhile_is_refused_in_a_sentence(case: Case) -> None:
    with pytest.raises(GraphUnreachable):
        EmbeddedEngine(case.graph).open()
