"""Help texts in the language of the terminal; read while the commands are defined."""

from __future__ import annotations

from forumgraph.texts import Texts, terminal_language


def text(key: str, **values: object) -> str:
    """Return a text of the command line's own file in the catalogue."""
    return Texts(terminal_language())(f"cli.{key}", **values)
