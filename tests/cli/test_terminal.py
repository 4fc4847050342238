"""On a terminal: colour where it is wanted, the same words without it, the width of the window."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from wcwidth import wcswidth

from .running import COMMAND, User

if sys.platform == "win32":
    pytest.skip("a terminal of this kind is not to be had on Windows", allow_module_level=True)

import fcntl
import pty
import struct
import termios

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(user: User, *words: str, columns: int = 80, **changes: str | None) -> str:
    """Run a command on a terminal of its own and return everything that it showed."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    env = user.environment(**{"TERM": "xterm-256color", **changes})
    with subprocess.Popen(
        [*COMMAND, *words], cwd=user.cwd, env=env, stdin=theirs, stdout=theirs, stderr=theirs
    ) as child:
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
        os.close(ours)
    assert child.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def _read(end: int) -> bytes:
    try:
        return os.read(end, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def test_a_terminal_shows_colours_and_the_same_words(user: User) -> None:
    coloured = on_terminal(user, "coverage")
    assert ESCAPE.search(coloured)
    plain = user.says("coverage", COLUMNS="80").out
    without = "\n".join(line.rstrip() for line in ESCAPE.sub("", coloured).split("\n"))
    assert without == plain


def test_no_status_is_red_amber_or_green(user: User) -> None:
    codes = {code for found in ESCAPE.findall(on_terminal(user, "coverage")) for code in found[2:-1].split(";")}
    assert codes.isdisjoint({"31", "32", "33", "91", "92", "93", "41", "42", "43"})


@pytest.mark.parametrize("changes", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_no_colour_where_it_is_not_wanted(changes: dict[str, str], user: User) -> None:
    assert "\x1b" not in on_terminal(user, "coverage", **changes)


@pytest.mark.parametrize(
    "changes", [{}, {"TERM": "xterm-256color"}, {"FORCE_COLOR": "1"}, {"COLORTERM": "truecolor"}], ids=str
)
@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_a_file_holds_no_escape_codes(form: str, changes: dict[str, str], user: User) -> None:
    assert "\x1b" not in user.says("gaps", "--area", "unions", "--format", form, **changes).out


def test_what_is_meant_for_excel_is_shown_without_its_mark(user: User) -> None:
    shown = on_terminal(user, "gaps", "--area", "companies", "--excel")
    assert shown.startswith("gap;municipality;code;status;")
    assert shown == user.says("gaps", "--area", "companies", "--excel").raw.decode("utf-8-sig").replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize(
    "words", ["coverage", "gaps --area unions", "municipality Odense", "--help", "validate", "explain"]
)
def test_nothing_is_wider_than_the_window(words: str, columns: int, user: User) -> None:
    shown = ESCAPE.sub("", on_terminal(user, *words.split(), columns=columns))
    assert [line for line in shown.split("\n") if wcswidth(line) > columns] == []


def test_a_file_gets_tables_of_120_columns(user: User) -> None:
    assert user.says("coverage").out == user.says("coverage", COLUMNS="120").out
