"""Writing to the terminal: its width, its colours, its encoding, and pipes that close early."""

from __future__ import annotations

import os
import shutil
import sys
import time

import click

from forumgraph.texts import Texts

_FILE_WIDTH = 120  # columns of a table that goes to a file or a pipe


def prepare_streams() -> None:
    """See that æ, ø, å and the symbols can be written: UTF-8 into files and pipes, a substitute on an old terminal."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(errors="replace") if stream.isatty() else reconfigure(encoding="utf-8")


def width() -> int:
    """Return how many columns a table may take: the terminal's, or COLUMNS, or enough for a file."""
    if os.environ.get("COLUMNS", "").isdigit():
        return int(os.environ["COLUMNS"])
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _FILE_WIDTH


def colours() -> bool:
    """Say whether to colour: only on a terminal that can, and never against NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(message: str) -> None:
    """Write a line to stderr, where it does not mix with the answer."""
    click.echo(message, err=True)


class Progress:
    """Shows on stderr how far a load is, once it has taken longer than a second; only where stderr is a terminal."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.started = self.shown = time.monotonic()
        self.visible = False

    def __call__(self, kind: str, written: int, total: int) -> None:
        """Show the share of rows written, at most five times a second."""
        now = time.monotonic()
        if sys.stderr.isatty() and now - self.started > 1 and now - self.shown > 0.2:  # noqa: PLR2004 - seconds
            self.shown, self.visible = now, True
            click.echo(
                "\r" + self.texts("notices.loading", per_cent=100 * written // max(total, 1)), err=True, nl=False
            )

    def done(self) -> None:
        """Clear the line."""
        if self.visible:
            click.echo("\r" + " " * 40 + "\r", err=True, nl=False)
