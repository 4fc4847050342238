"""Decisions on identity from the command line: shown, written, refused, undone byte for byte, and explained."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from .running import COMMAND, ROOT, Ran, User

POSIX = pytest.mark.skipif(os.name == "nt", reason="a matter of POSIX")
WHY = ("--why", "Samme møder.", "--by", "sekretariatet", "--date", "2026-01-15")
STAR = ("star-faglige-netvaerk", "star-jobcenterchefmoeder")
WRITTEN = "The graph follows with the next question; a server follows with `forumgraph load`."
ANSWERS = ("coverage", "gaps --area jobcentres", "forums", "representation", "rounds", "municipality Varde")


def decisions(user: User) -> Path:
    return user.cwd / "data" / "decisions.yaml"


def state(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def answers(user: User) -> list[str]:
    return [user.says(*words.split(), "--format", "json").out for words in ANSWERS]


def asked(ran: Ran) -> Any:
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


# ---- One body of two ----


def test_two_are_one_until_it_is_undone(stranger: User) -> None:
    before, files = answers(stranger), state(stranger.cwd)
    ran = stranger.says("identity", "decide", *STAR, "same", *WHY)
    assert (ran.code, ran.err) == (0, "")
    entry = (
        "decisions:\n"
        "  - pair: [star-faglige-netvaerk, star-jobcenterchefmoeder]\n"
        "    verdict: same\n"
        "    why: Samme møder.\n"
        "    decided_by: sekretariatet\n"
        "    date: 2026-01-15\n"
    )
    assert "+decisions:\n+  - pair: [star-faglige-netvaerk, star-jobcenterchefmoeder]\n" in ran.out
    assert "star-jobcenterchefmoeder (Jobcenterchefmøder i Syddanmark (STAR))" in ran.out
    assert ran.out.endswith(f"\n\nWritten: {Path('data/decisions.yaml')}. {WRITTEN}\n")
    assert decisions(stranger).read_text(encoding="utf-8") == (ROOT / "data/decisions.yaml").read_text(
        encoding="utf-8"
    ).replace("decisions: []\n", entry)

    one = asked(stranger.says("forum", STAR[1], "--format", "json"))
    assert one["id"] == STAR[0]
    assert "Jobcenterchefmøder i Syddanmark (STAR)" in [each["name"] for each in one["aliases"]]
    assert one["merged"].endswith("Samme møder.")
    assert len(asked(stranger.says("forums", "--format", "json"))["forums"]) == len(json.loads(before[2])["forums"]) - 1
    varde = asked(stranger.says("municipality", "Varde", "--format", "json"))
    assert STAR[1] not in json.dumps(varde)
    totals = {each["area"]: each for each in asked(stranger.says("coverage", "--format", "json"))["totals"]}
    assert totals["jobcentres"]["established"] == 20
    assert totals["jobcentres"]["forums"] == json.loads(before[0])["totals"][3]["forums"] - 1

    ran = stranger.says("identity", "undo", STAR[1], STAR[0])
    assert (ran.code, ran.out.splitlines()[-1]) == (0, f"Written: {Path('data/decisions.yaml')}. {WRITTEN}")
    assert state(stranger.cwd) == files
    assert answers(stranger) == before


def test_a_dry_run_shows_the_same_and_touches_nothing(stranger: User) -> None:
    files = state(stranger.cwd)
    dry = stranger.says("identity", "decide", *STAR, "same", *WHY, "--dry-run")
    assert (dry.code, state(stranger.cwd)) == (0, files)
    ran = stranger.says("identity", "decide", *STAR, "same", *WHY)
    assert dry.out.removesuffix("Nothing was written (--dry-run).\n") == ran.out.rpartition("Written:")[0]
    written = state(stranger.cwd)
    dry = stranger.says("identity", "undo", *STAR, "--dry-run")
    assert (dry.code, state(stranger.cwd)) == (0, written)
    assert "-  - pair: [star-faglige-netvaerk, star-jobcenterchefmoeder]\n" in dry.out


def test_names_do_as_well_as_ids_and_what_is_left_out_has_a_default(stranger: User) -> None:
    ran = stranger.says("--lang", "da", "identity", "decide", "DIMA", "LAU Østfyn", "competing", "--why", "Samme kreds")
    assert (ran.code, ran.err) == (0, "")
    (entry,) = yaml.safe_load(decisions(stranger).read_text(encoding="utf-8"))["decisions"]
    assert (entry["pair"], entry["decided_by"]) == (["dima", "lau-oestfyn"], "sekretariatet")
    assert (entry["verdict"], entry["why"]) == ("competing", "Samme kreds")
    assert stranger.says("identity", "undo", "lau oestfyn", "dima").code == 0
    assert decisions(stranger).read_bytes() == (ROOT / "data/decisions.yaml").read_bytes()


def test_different_keeps_two_apart_and_an_organisation_is_decided_on_as_well(stranger: User) -> None:
    assert stranger.says("identity", "decide", "dima", "lau-oestfyn", "different", *WHY).code == 0
    assert stranger.says("identity", "decide", "euc", "euc-syd", "same", *WHY).code == 0
    apart = asked(stranger.says("forum", "dima", "--format", "json"))["kept_apart"]
    assert {"forum": "dima", "other": "lau-oestfyn", "name": "LAU Østfyn", "why": "Samme møder."} in apart
    found = asked(stranger.says("identity", "explain", "euc-syd", "--format", "json"))
    assert (found["id"], [each["name"] for each in found["names"]]) == ("euc", ["EUC (ikke nævnt hvilket)", "EUC Syd"])


# ---- Where it is written ----


def everything(user: User, *data: str) -> list[Ran]:
    named = [word for each in data for word in ("--data", each)]
    return [
        user.says("identity", "decide", *STAR, "same", *WHY, *named),
        user.says("identity", "decide", "dima", "lau-oestfyn", "joint", *WHY, *named),
        user.says("identity", "undo", *STAR, *named),
        user.says("identity", "undo", "lau-oestfyn", "dima", *named),
    ]


def test_a_file_that_was_made_for_decisions_goes_with_the_last(stranger: User) -> None:
    decisions(stranger).unlink()
    files = state(stranger.cwd)
    *first, last = everything(stranger)
    assert [ran.code for ran in (*first, last)] == [0, 0, 0, 0]
    assert first[0].out.startswith(
        f"--- /dev/null\n+++ {Path('data/decisions.yaml')}\n@@ -0,0 +1,9 @@\n+# What people have"
    )
    assert last.out.splitlines()[-1].startswith(
        f"Removed: {Path('data/decisions.yaml')}, which was made for decisions and has no more."
    )
    assert state(stranger.cwd) == files


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["lf", "crlf"])
def test_the_file_that_has_the_section_takes_it_and_is_what_it_was_in_the_end(stranger: User, end: bytes) -> None:
    decisions(stranger).unlink()
    file = stranger.cwd / "data" / "forums.yaml"
    entry = "{pair: [dima, lau-sydfyn], verdict: joint, why: x, decided_by: y, date: 2026-01-01}"
    text = f"# mine\ndecisions: # all\n  # first\n  - {entry} # yes\n  # last\n\n"
    file.write_bytes(b"\xef\xbb\xbf" + (text.encode() + file.read_bytes()).replace(b"\n", end).rstrip(end))
    files = state(stranger.cwd)
    ran = everything(stranger)
    assert [each.code for each in ran] == [0, 0, 0, 0], [each.err for each in ran]
    assert "+  - {pair: [star-faglige-netvaerk, star-jobcenterchefmoeder], verdict: same" in ran[0].out
    assert state(stranger.cwd) == files


def test_a_file_alone_takes_it_where_it_has_the_section_and_is_refused_where_it_has_none(stranger: User) -> None:
    ran = stranger.says("identity", "decide", *STAR, "same", *WHY, "--data", "data/forums.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "None of the files has a section decisions, and no folder was named (data/forums.yaml). Add the line "
        "decisions: [] to one of them, or name the folder with --data.\n"
    )
    assert [each.code for each in everything(stranger, "data/forums.yaml", "data/decisions.yaml")] == [0, 0, 0, 0]


def test_a_file_by_that_name_without_the_section_is_not_overwritten(stranger: User) -> None:
    decisions(stranger).write_text("kept_apart: []\n", encoding="utf-8")
    ran = stranger.says("identity", "decide", *STAR, "same", *WHY)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "data/decisions.yaml is there and has no section decisions. Add the line decisions: [] to it.\n"


def test_what_ships_is_not_changed(stranger: User, tmp_path: Path) -> None:
    ran = stranger.says("identity", "decide", *STAR, "same", *WHY, cwd=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"The data that ships with forumgraph cannot be changed ({ROOT / 'data'}). Copy it to a folder data/ here, or "
        "name your own with --data.\n"
    )


@POSIX
def test_a_folder_that_cannot_be_written_is_said_to_be(stranger: User) -> None:
    decisions(stranger).unlink()
    (stranger.cwd / "data").chmod(0o500)
    weak = [] if os.geteuid() else ["setpriv", "--bounding-set", "-dac_override"]  # root may write
    if weak and not shutil.which("setpriv"):
        pytest.skip("this user may write anywhere")
    command = [*weak, *COMMAND, "identity", "decide", *STAR, "same", *WHY]
    ran = subprocess.run(command, cwd=stranger.cwd, env=stranger.environment(), capture_output=True, check=False)
    (stranger.cwd / "data").chmod(0o700)
    assert ran.returncode == 1
    assert ran.stderr.decode() == (
        "data/decisions.yaml cannot be written: you may not; nothing was changed. Get leave to write there, or name "
        "another folder with --data.\n"
    )


def test_a_spelling_that_cannot_be_changed_alone_is_left_to_its_owner(stranger: User) -> None:
    decisions(stranger).write_text("# here\ndecisions: ~\n", encoding="utf-8")
    ran = stranger.says("identity", "decide", *STAR, "same", *WHY)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "data/decisions.yaml is written so that the change cannot be put in without touching anything else (line 2). "
        "Write it by hand, and run `forumgraph validate`.\n"
    )


# ---- What is refused ----


def test_two_that_are_kept_apart_are_not_made_one(stranger: User) -> None:
    files = state(stranger.cwd)
    ran = stranger.says("identity", "decide", "dialogforum-billund", "dialogforum-odense", "same", *WHY)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "data/decisions.yaml:22:11: error FG424: »dialogforum-billund, dialogforum-odense« is kept apart in "
        "data/forums.yaml:680:13 and cannot be one.\n"
        "    Correct `kept_apart` if they are one after all, or take out the decision.\n"
        "The decision would give 1 error in the data, so nothing was written. Correct what it contradicts, or choose "
        "another verdict.\n"
    )
    assert state(stranger.cwd) == files


def test_a_pair_is_decided_once_and_the_way_out_is_said(stranger: User) -> None:
    stranger.says("identity", "decide", *STAR, "same", *WHY)
    ran = stranger.says("--lang", "da", "identity", "decide", STAR[1], STAR[0], "different", *WHY)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "»star-jobcenterchefmoeder« og »star-faglige-netvaerk« er allerede afgjort (det samme) i "
        "data/decisions.yaml:22:11. `forumgraph identity undo star-jobcenterchefmoeder star-faglige-netvaerk` fjerner "
        "afgørelsen, så en ny kan skrives.\n"
    )


def test_a_contradiction_through_a_third_is_refused(stranger: User) -> None:
    stranger.says("identity", "decide", *STAR, "same", *WHY)
    stranger.says("identity", "decide", STAR[1], "dima", "competing", *WHY)
    ran = stranger.says("identity", "decide", "dima", STAR[0], "same", *WHY)
    assert (ran.code, ran.err.split(": ")[1]) == (1, "error FG423")


def test_broken_data_is_not_decided_on(stranger: User) -> None:
    file = stranger.cwd / "data/forums.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("of: answered", "of: answerd"), encoding="utf-8")
    ran = stranger.says("identity", "decide", *STAR, "same", *WHY)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("The data has 1 error, so it was not loaded. Correct it and try again.\n")


def test_a_telephone_number_in_the_reason_is_refused(stranger: User) -> None:
    ran = stranger.says("identity", "decide", *STAR, "same", "--why", "Ring 12 34 56 78")
    assert (ran.code, "FG502" in ran.err, ran.out) == (1, True, "")


# ---- Explained ----


def test_a_body_is_explained_in_every_format(stranger: User) -> None:
    stranger.says("identity", "decide", *STAR, "same", *WHY)
    found = asked(stranger.says("identity", "explain", STAR[1], "--format", "json"))
    assert (found["question"], found["id"], found["parameters"]["body"]) == ("identity explain", STAR[0], STAR[0])
    assert [each["verdict"] for each in found["decisions"]] == ["same"]
    assert found["decisions"][0]["date"] == "2026-01-15"
    canonical = next(each for each in found["names"] if each["name"] == found["name"])
    assert (canonical["used_by"], canonical["evidence"]) == ([], [])
    assert {each["other"] for each in found["kept_apart"]} == {
        "embedsudvalget-syddanmark",
        "fynske-jobcenterchefer",
        "sydvestjysk-jobcenterchefnetvaerk",
    }
    table = stranger.says("--lang", "da", "identity", "explain", STAR[1], COLUMNS="100").out
    assert "Afgørelser\n" in table
    assert "det samme  Samme møder.  sekretariatet  2026-01-15" in " ".join(table.split(" ")).replace("   ", "  ")
    csv = stranger.says("identity", "explain", STAR[1], "--format", "csv").out.splitlines()
    assert csv[0] == "id,name,used_by,described,evidence"
    assert len(csv) == 1 + len(found["names"])
