"""What is of files alone: a load builds one beside the old one, and puts it in its place whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb.embedded import EmbeddedEngine
from forumgraph.graphdb.errors import GraphUnreachable, LoadFailed
from forumgraph.graphdb.schema import NODES
from forumgraph.texts import Texts
from graphdb.loading import counted, generated, start

LEFTOVERS = ".forumgraph-loading-*"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and limits of POSIX")


def nothing(*_: Any) -> None:
    """Take what a load says of its progress."""


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph of five fora."""
    path = tmp_path / "old.graph"
    EmbeddedEngine(path).load(generated(5), nothing)
    return path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sentence(error: LoadFailed | GraphUnreachable) -> str:
    return Texts("en")(f"errors.{error.key}", **error.values)


# ---- What is loaded ----


def test_progress_is_told_batch_by_batch_up_to_the_last_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forumgraph.graphdb.embedded._BATCH", 100)
    told: list[tuple[str, int, int]] = []
    EmbeddedEngine(tmp_path / "new.graph").load(generated(250), lambda *said: told.append(said))
    assert [written for kind, written, _ in told if kind == "Forum"] == [103, 203, 253]
    assert told[-1] == ("MEMBER_OF", 1003, 1003)
    assert counted(tmp_path / "new.graph") == (250, 750)


def test_more_nodes_than_one_batch_takes_are_loaded_where_every_column_is_filled(tmp_path: Path) -> None:
    """The engine would take the process down if it ran the plan of the first batch again."""
    rows = generated(1)
    filled = {each.name: "x" for kind in NODES if kind.name == "Alias" for each in kind.properties}
    filled |= {"described": False, "evidence": ["s:1"]}
    rows["Alias"] = [filled | {"id": f"f0/{n:05}"} for n in range(25_000)]
    EmbeddedEngine(tmp_path / "new.graph").load(rows, nothing)  # which counts what stands in the file


def test_folders_on_the_way_are_made_and_nothing_but_the_graph_is_left(tmp_path: Path) -> None:
    path = tmp_path / "æøå" / "en mappe" / "new.graph"
    EmbeddedEngine(path).load(generated(1), nothing)
    assert [each.name for each in path.parent.iterdir()] == ["new.graph"]
    assert counted(path) == (1, 3)


# ---- What is refused ----


def test_a_load_whose_rows_are_not_all_there_afterwards_is_refused(
    graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No engine may drop a row without a word: here the last membership is lost on the way."""

    def lossy(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        kept = rows[:-1] if rows and "listed" in rows[0] else rows
        return [kept] if kept else []

    monkeypatch.setattr("forumgraph.graphdb.embedded._batches", lossy)
    before = digest(graph)
    with pytest.raises(LoadFailed) as refused:
        EmbeddedEngine(graph).load(generated(3), nothing)
    assert refused.value.values["reason"] == "MEMBER_OF: 8 ≠ 9"
    assert digest(graph) == before


@pytest.mark.parametrize("broken", [KeyboardInterrupt, RuntimeError, ValueError])
def test_what_breaks_off_a_load_leaves_the_file_byte_for_byte_and_nothing_beside_it(
    broken: type[BaseException], graph: Path
) -> None:
    before = digest(graph)

    def break_off(*_: Any) -> None:
        raise broken

    with pytest.raises((KeyboardInterrupt, LoadFailed)):
        EmbeddedEngine(graph).load(generated(9), break_off)
    assert digest(graph) == before
    assert [each.name for each in graph.parent.iterdir()] == [graph.name]


# ---- Where it cannot be written ----


def test_a_place_below_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "new.graph"
    with pytest.raises(LoadFailed) as refused:
        EmbeddedEngine(path).load(generated(1), nothing)
    assert refused.value.key == "cannot_write_graph"
    assert sentence(refused.value).startswith(f"The graph could not be written to {path} (")


def test_a_folder_in_the_graphs_place_is_refused_in_a_sentence_and_stays(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    with pytest.raises(LoadFailed) as refused:
        EmbeddedEngine(tmp_path / "folder").load(generated(1), nothing)
    assert refused.value.key == "cannot_write_graph"
    assert (tmp_path / "folder" / "inside").is_dir()
    assert list(tmp_path.glob(LEFTOVERS)) == []


@POSIX
def test_a_folder_that_may_not_be_written_to_is_refused_and_the_old_graph_answers(graph: Path) -> None:
    folder = Path(tempfile.mkdtemp())  # not below pytest's own folder, which only its user may enter
    path = folder / "old.graph"
    shutil.copy(graph, path)
    folder.chmod(0o555)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)  # root may write anywhere, nobody may not
        with pytest.raises(LoadFailed) as refused:
            EmbeddedEngine(path).load(generated(1), nothing)
        assert counted(path) == (5, 15)
    finally:
        os.seteuid(user)
        folder.chmod(0o755)
        left = [each.name for each in folder.iterdir()]
        shutil.rmtree(folder)
    assert left == ["old.graph"]
    assert sentence(refused.value) == (
        f"The graph could not be written to {path} (Permission denied); nothing was changed. "
        "Name another place with --graph, or make room."
    )


# ---- A full disk ----


@POSIX
@pytest.mark.parametrize("part", [0.001, 0.5, 0.9, 0.999])
def test_a_disk_that_fills_at_any_moment_leaves_the_old_graph(part: float, graph: Path, tmp_path: Path) -> None:
    """The engine writes last when it closes: a file that lacks only that must not take the old one's place."""
    whole = tmp_path / "elsewhere" / "whole.graph"
    EmbeddedEngine(whole).load(generated(1000), nothing)
    size = whole.stat().st_size
    shutil.rmtree(whole.parent)
    before = digest(graph)
    said = start(graph, 1000, str(int(size * part))).communicate(timeout=60)[0]
    assert said.split()[-1] == "cannot_write_graph"
    assert digest(graph) == before
    assert [each.name for each in tmp_path.iterdir()] == [graph.name]


@POSIX
def test_a_disk_that_fills_while_empty_tables_are_made_leaves_the_old_graph(graph: Path, tmp_path: Path) -> None:
    whole = tmp_path / "elsewhere" / "whole.graph"
    EmbeddedEngine(whole).load(generated(0), nothing)
    size = whole.stat().st_size
    shutil.rmtree(whole.parent)
    before = digest(graph)
    for short in (1, 4096, 5 * 4096, 10 * 4096):
        said = start(graph, 0, str(size - short)).communicate(timeout=60)[0]
        assert said.split()[-1] == "cannot_write_graph"
        assert digest(graph) == before


# ---- A load that is killed ----


@POSIX
@pytest.mark.parametrize("lines", [1, 2, 8, 20])
def test_a_load_that_is_killed_at_any_moment_leaves_the_old_graph_answering(lines: int, graph: Path) -> None:
    """With the first it prints 22 lines: for 3 municipalities, and for every 100 of 500 fora and 1500 memberships."""
    before = digest(graph)
    process = start(graph, 500)
    assert process.stdout
    for _ in range(lines):
        assert process.stdout.readline()
    process.kill()
    process.communicate()
    assert digest(graph) == before
    assert counted(graph) == (5, 15)
    EmbeddedEngine(graph).load(generated(2), nothing)
    assert counted(graph) == (2, 6)
    assert list(graph.parent.glob(LEFTOVERS)) == []


# ---- Readers and writers at once ----


def test_an_open_reader_keeps_its_answer_while_a_load_replaces_the_file(graph: Path) -> None:
    question = "MATCH (f:Forum) RETURN f.id AS id ORDER BY id"
    reader = EmbeddedEngine(graph).open()
    before = reader.rows(question, {})
    EmbeddedEngine(graph).load(generated(7), nothing)
    assert reader.rows(question, {}) == before
    assert counted(graph) == (7, 21)
    reader.close()


@POSIX
def test_two_loads_at_once_both_end_well_and_one_of_them_stands_whole(graph: Path) -> None:
    loads = [start(graph, 600), start(graph, 500)]
    assert [process.communicate(timeout=60)[0].split()[-1] for process in loads] == ["loaded", "loaded"]
    assert counted(graph) in {(600, 1800), (500, 1500)}
    assert [each.name for each in graph.parent.iterdir()] == [graph.name]


@POSIX
def test_a_load_does_not_remove_what_another_is_building(graph: Path) -> None:
    slow = start(graph.parent / "other.graph", 600)
    assert slow.stdout
    assert slow.stdout.readline() == "rows are made\n"
    slow.stdout.readline()
    EmbeddedEngine(graph).load(generated(2), nothing)
    assert slow.communicate(timeout=60)[0].split()[-1] == "loaded"
    assert counted(graph.parent / "other.graph") == (600, 1800)


# ---- What cannot be opened or asked ----


def test_a_graph_that_is_not_there_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GraphUnreachable) as refused:
        EmbeddedEngine(tmp_path / "none.graph").open()
    path = tmp_path / "none.graph"
    assert sentence(refused.value) == f"There is no graph at {path}. Run `forumgraph load --graph {path}` first."
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_graph_is_named_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"PK\x03\x04 not a graph")
    with pytest.raises(GraphUnreachable) as refused:
        EmbeddedEngine(path).open()
    assert refused.value.key == "unreadable_graph"
    assert path.read_bytes() == b"PK\x03\x04 not a graph"


def test_the_engine_is_imported_only_when_a_graph_is_opened() -> None:
    code = "import sys, forumgraph.graphdb; print('ladybug' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "False\n"
