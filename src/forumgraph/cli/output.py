"""Writing to the terminal: its width, its colours, its encoding, and pipes that close early."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from forumgraph.texts import Texts

if TYPE_CHECKING:
    from forumgraph.reports import Report

_FILE_WIDTH = 120  # columns of a table that goes to a file or a pipe


#: What stands for a sign that the output's encoding does not have: the symbols stay apart, Danish letters readable.
_PLAIN = {
    "●": "+", "◐": "~", "△": "^", "✕": "x", "·": ".", "─": "-", "–": "-", "…": "...", "»": '"', "«": '"', "≠": "!=",
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "é": "e", "É": "E", "ü": "u", "ö": "o", "ä": "a",
}  # fmt: skip


def _substitute(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(sign, "?") for sign in error.object[error.start : error.end]), error.end


def prepare_streams() -> None:
    """See that every sign can be written: UTF-8 into files and pipes unless PYTHONIOENCODING says otherwise.

    A terminal keeps its encoding; what an encoding lacks gets a substitute. A stream that is closed becomes a void.
    """
    codecs.register_error("forumgraph", _substitute)
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open until the end
    sys.stderr = sys.stderr or sys.stdout
    wanted = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding=None if wanted or stream.isatty() else "utf-8", errors="forumgraph")


def discard_output() -> None:
    """Hand Python a void in place of an output that cannot be written: it would try again, and complain, at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def width() -> int:
    """Return how many columns a table may take: the terminal's, or COLUMNS, or enough for a file."""
    return room() or _FILE_WIDTH


def room() -> int | None:
    """Return how many columns a line may take: those of the terminal, or COLUMNS; None in a file or a pipe."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def colours() -> bool:
    """Say whether to colour: only on a terminal that can, and never against NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def tell(message: str) -> None:
    """Write a sentence to stdout, broken between words where the terminal is narrow."""
    from forumgraph.reports.layout import flowing  # noqa: PLC0415 - the help needs no reports

    show("\n".join(flowing(message, room())) + "\n")


class OutputClosed(Exception):
    """Who reads has seen enough, as `| head` has: no error, and nothing more to write."""


def show(text: str) -> None:
    """Write to stdout, all of it now, so that what cannot be written is known while it can still be said."""
    _write(text, sys.stdout)


def show_report(report: Report, form: str, texts: Texts) -> None:
    """Write an answer to stdout in a form."""
    from forumgraph.reports import render  # noqa: PLC0415 - the help needs no reports

    made = render(report, form, texts, width(), colour=colours())
    if form == "excel":
        _show_file(made)
    else:
        show(made)


def _show_file(text: str) -> None:
    """Write the text of a file to stdout, byte for byte: UTF-8, its own line ends; a terminal gets plain lines."""
    if sys.stdout.isatty():
        show("\n".join(text.removeprefix("\N{BYTE ORDER MARK}").split("\r\n")))
    else:
        _write(text.encode("utf-8"), sys.stdout)


def say(message: str) -> None:
    """Write a line to stderr, where it does not mix with the answer."""
    _write(f"{message}\n", sys.stderr)


def _write(text: str | bytes, stream: TextIO) -> None:
    try:
        click.echo(text, file=stream, nl=False)
    except BrokenPipeError as error:
        raise OutputClosed from error


class Progress:
    """Shows on stderr how far something is, once it has taken longer than a second; only where stderr is a terminal."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.started = self.shown = time.monotonic()
        self.visible = False

    def __call__(self, kind: str, written: int, total: int) -> None:
        """Show the share of rows written."""
        self.say("notices.loading", per_cent=100 * written // max(total, 1))

    def say(self, key: str, **values: object) -> None:
        """Show a text of the catalogue in place of the last, at most five times a second."""
        now = time.monotonic()
        if sys.stderr.isatty() and now - self.started > 1 and now - self.shown > 0.2:  # noqa: PLR2004 - seconds
            self.shown, self.visible = now, True
            _write("\r" + self.texts(key, **values) + "\x1b[K", sys.stderr)

    def done(self) -> None:
        """Clear the line."""
        if self.visible:
            _write("\r\x1b[K", sys.stderr)
