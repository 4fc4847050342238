"""Remembers in which state a database was when it last held just what was loaded, so that the same load need not look.

A server's bookmark names the state of a database: it changes with every transaction that writes, whoever's it is. Where
the bookmark and what is to be loaded are those of the last load from here, nothing can differ. It is a shortcut only:
without it, or where it does not fit, everything is compared.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import neo4j

    from forumgraph.graphdb.server.address import Address
    from forumgraph.graphdb.table import Row


class Seal:
    """What this machine remembers of one database."""

    def __init__(self, address: Address) -> None:
        self._address = address

    @property
    def _path(self) -> Path:
        from platformdirs import user_cache_path  # noqa: PLC0415 - only a load needs it

        name = hashlib.sha256(f"{self._address.uri}\0{self._address.database or ''}".encode()).hexdigest()[:16]
        return user_cache_path("forumgraph", appauthor=False) / "servers" / f"{name}.json"

    def fits(self, state: str, load: Row) -> bool:
        """Say whether the database, in this state, was left by a load of the same content."""
        try:
            return bool(json.loads(self._path.read_text(encoding="utf-8")) == self._content(state, load))
        except (OSError, ValueError):
            return False

    def set(self, state: str, load: Row) -> None:
        """Remember the state that a load has left; where that cannot be written, the next load compares everything."""
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(self._content(state, load)), encoding="utf-8")

    def _content(self, state: str, load: Row) -> dict[str, str]:
        return {"state": state, "content": hashlib.sha256(json.dumps(load, sort_keys=True).encode()).hexdigest()}


def state_of(session: neo4j.Session) -> str:
    """Return the state in which the database is now: the bookmark of a transaction that does nothing."""
    with session.begin_transaction() as transaction:
        transaction.run("RETURN 1").consume()
        transaction.commit()
    return last_state(session)


def last_state(session: neo4j.Session) -> str:
    """Return the state that the session's last transaction has left."""
    return " ".join(sorted(session.last_bookmarks().raw_values))
