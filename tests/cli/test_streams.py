"""Where answers go: pipes that close early, files, encodings, full disks."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from .running import COMMAND, User

POSIX = pytest.mark.skipif(os.name == "nt", reason="a matter of POSIX")


@POSIX
@pytest.mark.parametrize("words", ["forums --format json", "forums --excel", "coverage", "--help", "schema", "explain"])
def test_a_pipe_that_closes_early_is_no_error(words: str, user: User) -> None:
    command = [*COMMAND, *words.split()]
    with subprocess.Popen(
        command, cwd=user.cwd, env=user.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.readline()
        child.stdout.close()
        said = child.stderr.read()
    assert (child.returncode, said) == (0, b"")


@POSIX
def test_a_pipe_closed_before_the_first_word_is_no_error(user: User) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        [*COMMAND, "coverage"], cwd=user.cwd, env=user.environment(), stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [["forums", "--format", "json"], ["rounds"], []], ids=str)
def test_a_full_disk_is_one_sentence_and_what_to_do(words: list[str], user: User) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*COMMAND, *words], cwd=user.cwd, env=user.environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    said = b"The answer could not be written: the disk is full. Make room, or send it somewhere else.\n"
    assert (ran.returncode, ran.stderr) == (1, said)


@POSIX
def test_a_closed_output_is_no_error(user: User) -> None:
    line = ["sh", "-c", f'exec "{COMMAND[0]}" -m forumgraph coverage >&-']
    ran = subprocess.run(line, cwd=user.cwd, env=user.environment(), stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_an_answer_sent_to_a_file_is_utf_8(user: User, tmp_path: Path) -> None:
    with (tmp_path / "answer.txt").open("wb") as file:
        subprocess.run([*COMMAND, "coverage"], cwd=user.cwd, env=user.environment(), stdout=file, check=True)
    assert "Sønderborg" in (tmp_path / "answer.txt").read_bytes().decode("utf-8")


def _answer_for_excel(user: User, path: Path, **changes: str | None) -> bytes:
    with path.open("wb") as file:
        line = [*COMMAND, "gaps", "--area", "companies", "--excel"]
        subprocess.run(line, cwd=user.cwd, env=user.environment(**changes), stdout=file, check=True)
    return path.read_bytes()


def test_an_answer_for_excel_is_the_same_in_a_file_and_in_a_pipe(user: User, tmp_path: Path) -> None:
    inside = _answer_for_excel(user, tmp_path / "answer.csv")
    assert inside == user.says("gaps", "--area", "companies", "--excel").raw
    assert inside.startswith(b"\xef\xbb\xbfgap;municipality;code;")
    assert inside.count(b"\xef\xbb\xbf") == 1
    assert inside.count(b"\n") == inside.count(b"\r\n") == inside.count(b"\r")
    assert "Sønderborg" in inside.decode("utf-8-sig")


@pytest.mark.parametrize(
    "changes", [{"PYTHONIOENCODING": "cp850"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}], ids=str
)
def test_an_answer_for_excel_is_utf_8_whatever_the_stream_is(
    changes: dict[str, str | None], user: User, tmp_path: Path
) -> None:
    assert _answer_for_excel(user, tmp_path / "odd.csv", **changes) == _answer_for_excel(user, tmp_path / "plain.csv")


def test_an_answer_for_excel_keeps_its_line_ends_where_the_stream_makes_its_own(user: User) -> None:
    words = ["gaps", "--area", "companies", "--excel"]
    as_on_windows = (
        f"import sys; sys.stdout.reconfigure(newline='\\r\\n'); from forumgraph.cli import main; main({words})"
    )
    ran = subprocess.run(
        [COMMAND[0], "-c", as_on_windows], cwd=user.cwd, env=user.environment(), capture_output=True, check=False
    )
    assert ran.stdout == user.says(*words).raw


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said_of_an_answer_for_excel_as_well(user: User) -> None:
    line = [*COMMAND, "coverage", "--excel"]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            line, cwd=user.cwd, env=user.environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (ran.returncode, ran.stderr.count(b"\n")) == (1, 1)


LOCALES = [
    {"LANG": "C"},
    {"LANG": None},
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX"},
    {"LC_ALL": "da_DK.UTF-8"},
    {"LC_ALL": "da_DK.ISO8859-1"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
]


@pytest.mark.parametrize("locale", LOCALES, ids=str)
def test_a_locale_loses_no_letter(locale: dict[str, str | None], user: User) -> None:
    ran = user.says("coverage", "--lang", "da", **locale)
    assert (ran.code, ran.err) == (0, "")
    assert "Sønderborg" in ran.out
    assert "●" in ran.out


def test_the_terminals_language_is_that_of_the_locale(user: User) -> None:
    titles = [
        user.says("coverage", LC_ALL=locale).out.splitlines()[0]
        for locale in ("da_DK.UTF-8", "da_DK.ISO8859-1", "C", "en_GB.UTF-8", "")
    ]
    danish, english = "Kommunernes fora, område for område", "Fora of the municipalities, by area"
    assert titles == [danish, danish, english, english, english]


ENCODINGS = {
    "ascii": ("Soenderborg", "+ etableret"),
    "cp1252": ("Sønderborg", "+ etableret"),
    "latin-1": ("Sønderborg", "+ etableret"),
    "cp437": ("Soenderborg", "+ etableret"),
    "cp850": ("Sønderborg", "+ etableret"),
    "utf-8": ("Sønderborg", "● etableret"),
    "utf-16": ("Sønderborg", "● etableret"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_that_is_asked_for_is_kept_and_its_gaps_are_filled(encoding: str, user: User) -> None:
    ran = user.says("coverage", "--lang", "da", PYTHONIOENCODING=encoding)
    said = ran.raw.decode(encoding)
    assert ran.code == 0
    assert all(word in said for word in ENCODINGS[encoding])


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize(
    "words",
    [
        "coverage",
        "gaps --area unions",
        "forums",
        "municipality Ærø",
        "representation",
        "rounds",
        "validate",
        "explain",
        "--help",
    ],
)
def test_no_command_fails_in_an_old_encoding(words: str, encoding: str, user: User) -> None:
    ran = user.says("--lang", "da", *words.split(), PYTHONIOENCODING=encoding)
    assert (ran.code, ran.err) == (0, "")


def test_json_in_ascii_is_the_same_json(user: User) -> None:
    words = ["forums", "--format", "json"]
    assert user.says(*words, PYTHONIOENCODING="ascii").out != user.says(*words).out
    import json  # noqa: PLC0415 - only here

    assert json.loads(user.says(*words, PYTHONIOENCODING="ascii").out) == json.loads(user.says(*words).out)


def test_a_message_keeps_its_letters_in_an_old_encoding(user: User) -> None:
    ran = user.says("municipality", "Sønderbro", "--lang", "da", PYTHONIOENCODING="ascii")
    assert ran.err.startswith('Der er ingen kommune, der hedder "Soenderbro". Mente du "Soenderborg"')
