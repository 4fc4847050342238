"""Which files are asked, and where the graph of them lies: options, environment, folders, what ships."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from .running import COMMAND, ROOT, Ran, User

LOADED = "Loaded the data into a graph for the first time: {}\n"
CHANGED = "The data has changed, so the graph was loaded anew: {}\n"
POSIX = pytest.mark.skipif(os.name == "nt", reason="a matter of POSIX")

SHIPPED = sorted(f"data/{path.name}" for path in (ROOT / "data").glob("*.yaml"))


def files(ran: Ran) -> list[str]:
    """Return the files that a JSON answer says it rests on."""
    found: list[str] = json.loads(ran.out)["data"]
    return found


def test_the_folder_data_here_is_asked(stranger: User) -> None:
    ran = stranger.says("rounds", "--format", "json")
    assert (ran.code, ran.err) == (0, LOADED.format("data"))
    assert files(ran) == SHIPPED


def test_where_there_is_no_data_what_ships_is_asked(stranger: User, tmp_path: Path) -> None:
    ran = stranger.says("rounds", "--format", "json", cwd=tmp_path)
    assert ran.code == 0
    assert [Path(file) for file in files(ran)] == [ROOT / name for name in SHIPPED]


def test_one_file_alone_is_filled_up_with_what_ships(stranger: User) -> None:
    ran = stranger.says("coverage", "--format", "json", "--data", "data/forums.yaml")
    assert ran.code == 0
    assert files(ran) == ["data/forums.yaml"]
    assert len(json.loads(ran.out)["rows"]) == 22 * 6


def test_several_files_are_asked_as_one(stranger: User) -> None:
    ran = stranger.says("rounds", "--format", "json", "--data", "data/vocabulary.yaml", "--data", "data/forums.yaml")
    assert sorted(files(ran)) == ["data/forums.yaml", "data/vocabulary.yaml"]


def test_an_option_before_the_command_is_one_after_it(stranger: User) -> None:
    (stranger.cwd / "data").rename(stranger.cwd / "elsewhere")
    early = stranger.says("--data", "elsewhere", "--lang", "da", "rounds")
    late = stranger.says("rounds", "--data", "elsewhere", "--lang", "da")
    assert early.out == late.out
    assert early.err == "Data er indlæst i en graf for første gang: elsewhere\n"
    assert late.err == ""


def test_the_environment_names_the_files_and_an_option_overrules_it(stranger: User) -> None:
    elsewhere = stranger.cwd / "elsewhere"
    shutil.copytree(ROOT / "data", elsewhere)
    named = {"FORUMGRAPH_DATA": f"elsewhere/forums.yaml{os.pathsep}elsewhere/vocabulary.yaml"}
    ran = stranger.says("rounds", "--format", "json", **named)
    assert sorted(files(ran)) == ["elsewhere/forums.yaml", "elsewhere/vocabulary.yaml"]
    ran = stranger.says("rounds", "--format", "json", "--data", "data", **named)
    assert files(ran)[0] == "data/decisions.yaml"


def test_the_graph_lies_where_the_option_or_the_environment_says(stranger: User) -> None:
    assert stranger.says("rounds", "--graph", "one.graph").code == 0
    assert stranger.says("rounds", FORUMGRAPH_GRAPH="two.graph").code == 0
    assert stranger.says("rounds", "--graph", "three.graph", FORUMGRAPH_GRAPH="four.graph").code == 0
    assert {path.name for path in stranger.cwd.iterdir()} >= {"one.graph", "two.graph", "three.graph"}
    assert not (stranger.cwd / "four.graph").exists()
    assert not (stranger.home / "cache").exists()


def test_a_change_is_loaded_and_said_in_one_line(stranger: User) -> None:
    assert stranger.says("rounds").err == LOADED.format("data")
    assert stranger.says("rounds").err == ""
    file = stranger.cwd / "data/forums.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("title: Overblik", "title: Et overblik"), encoding="utf-8")
    ran = stranger.says("rounds")
    assert ran.err == CHANGED.format("data")
    assert "\nEt overblik" in ran.out


def test_broken_data_is_refused_and_the_last_good_graph_answers_on_request(stranger: User) -> None:
    good = stranger.says("rounds").out
    file = stranger.cwd / "data/forums.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("of: answered", "of: answerd"), encoding="utf-8")
    refused = stranger.says("rounds")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("data/forums.yaml:44:13: error FG204:")
    assert refused.err.endswith(
        "The data has 1 error, so it was not loaded. Correct it, or ask the last good graph with --stale.\n"
    )
    stale = stranger.says("rounds", "--stale")
    assert (stale.code, stale.out.split()) == (0, [*good.split(), *["·", "older", "than", "the", "data", "(--stale)"]])
    assert stale.err == (
        f"The graph is older than the data, as --stale allows. It was loaded from: {', '.join(SHIPPED)}\n"
    )
    assert stranger.says("--stale", "rounds").out == stale.out


def test_more_errors_than_fit_are_counted(stranger: User) -> None:
    file = stranger.cwd / "data/forums.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("kind: union", "kind: unoin"), encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace("kind: network", "kind: netwrk"), encoding="utf-8")
    ran = stranger.says("rounds")
    assert ran.code == 1
    assert ran.err.count(" error FG") == 20
    assert "more: `forumgraph validate` shows all.\n" in ran.err
    assert stranger.says("validate").out.count(" error FG") > 20


def test_a_graph_of_other_files_answers_as_it_is_and_says_so(stranger: User, tmp_path: Path) -> None:
    stranger.says("load", "--data", "data/forums.yaml", "--graph", "mine.graph")
    ran = stranger.says("rounds", "--graph", "mine.graph")
    assert ran.err == ("The graph mine.graph was loaded from other files and answers as it is: data/forums.yaml\n")


@POSIX
def test_without_a_home_everything_works(stranger: User) -> None:
    ran = stranger.says("rounds", HOME=None, XDG_CACHE_HOME=str(stranger.home / "cache"))
    assert ran.code == 0
    ran = stranger.says("rounds", "--graph", "here.graph", HOME=None, XDG_CACHE_HOME=None)
    assert ran.code == 0


@POSIX
@pytest.mark.parametrize("language", ["en", "da"])
def test_a_cache_that_cannot_be_written_is_exit_3_and_says_what_to_do(language: str, stranger: User) -> None:
    cache = stranger.home / "cache"
    cache.write_text("a file where the folder belongs")
    ran = stranger.says("--lang", language, "rounds")
    said = {
        "en": "part of the path is not a folder); nothing was changed. Name another place with --graph, or make room.",
        "da": "del af stien er ikke en mappe); intet er ændret. Vælg et andet sted med --graph, eller gør plads.",
    }[language]
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.endswith(f"{said}\n")
    assert ran.err.count("\n") == 1


@POSIX
def test_a_cache_that_may_only_be_read_is_exit_3_and_says_what_to_do(stranger: User) -> None:
    cache = stranger.home / "cache"
    cache.mkdir()
    cache.chmod(stat.S_IRUSR | stat.S_IXUSR)
    weak = [] if not os.access(cache, os.W_OK) else ["setpriv", "--bounding-set", "-dac_override"]  # root may write
    if weak and not shutil.which("setpriv"):
        pytest.skip("this user may write anywhere")
    command = [*weak, *COMMAND, "rounds"]
    ran = subprocess.run(command, cwd=stranger.cwd, env=stranger.environment(), capture_output=True, check=False)
    assert (ran.returncode, ran.stdout) == (3, b"")
    said = b" (you may not); nothing was changed. Name another place with --graph, or make room.\n"
    assert ran.stderr.endswith(said)
    assert ran.stderr.count(b"\n") == 1


@POSIX
def test_a_stale_answer_without_a_graph_loads_one(stranger: User) -> None:
    assert stranger.says("rounds", "--stale").err == LOADED.format("data")


def test_validate_takes_files_and_folders_and_ends_with_1_where_one_is_wrong(stranger: User) -> None:
    (stranger.cwd / "broken.yaml").write_text("forums: 3\n", encoding="utf-8")
    assert stranger.says("validate", "data").code == 0
    assert stranger.says("validate", "data/forums.yaml", "data/vocabulary.yaml").code == 0
    ran = stranger.says("validate", "data", "broken.yaml")
    assert (ran.code, ran.err) == (1, "")
    assert "broken.yaml:1:9: error FG203:" in ran.out


def test_the_map_is_written_where_the_user_says(stranger: User) -> None:
    ran = stranger.says("map", "-o", "map.html")
    assert (ran.code, ran.out) == (0, f"Page written: {stranger.cwd / 'map.html'}\n")
    assert (stranger.cwd / "map.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_schema_is_printed_or_written(stranger: User) -> None:
    printed = stranger.says("schema")
    written = stranger.says("schema", "-o", "out.json")
    assert (printed.code, written.code, written.out) == (0, 0, "")
    assert json.loads(printed.out) == json.loads((stranger.cwd / "out.json").read_text(encoding="utf-8"))


@POSIX
def test_a_stop_is_said_and_changes_nothing(stranger: User) -> None:
    import signal  # noqa: PLC0415 - only here
    import time  # noqa: PLC0415

    child = subprocess.Popen(
        [*COMMAND, "load"], cwd=stranger.cwd, env=stranger.environment(), stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )
    while child.poll() is None and not list(stranger.home.rglob(".forumgraph-loading-*")):
        time.sleep(0.002)  # until the load has begun to write
    child.send_signal(signal.SIGINT)
    out, err = child.communicate()
    if child.returncode == 0:
        pytest.skip("it was done before it could be stopped")
    assert (child.returncode, out) == (130, b"")
    assert err.decode().strip() == "Stopped. Nothing was changed."
