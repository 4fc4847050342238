"""Where a server is and who asks: the address, user and database by name, the password from the environment alone.

Nothing here prints a password: it is left out of every representation, and an address that holds one is refused unread.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")

_URI = re.compile(r"(?P<scheme>[^:/?#\s]+)://(?P<host>[^/?#\s]+)(?P<path>[^?#\s]*)(\?[^#\s]+)?")
_SECRET = re.compile(r"@|[?&][^=&]*(user|pass|pwd|auth|cred|token|secret)", re.IGNORECASE)
_NAMES = {"uri": "NEO4J_URI", "user": "NEO4J_USERNAME", "password": "NEO4J_PASSWORD", "database": "NEO4J_DATABASE"}


class AddressRefused(ValueError):
    """An address that cannot be used; ``key`` names a text of the catalogue (``errors.KEY``)."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True)
class Address:
    """A server, a user and a database; None for the database means the user's own (its *home database*)."""

    uri: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None

    @property
    def shown(self) -> str:
        """The address as people are told it."""
        return f"{self.uri} ({self.database})" if self.database else self.uri


def is_address(word: str) -> bool:
    """Say whether a word names a server and not a file."""
    return "://" in word


def address_of(word: str | None, environment: Mapping[str, str], credentials: Path | None = None) -> Address | None:
    """Return the address that a word, a credentials file and the environment make together; None where none names one.

    The word (of the command line) is only the address; what else is needed comes from the file, and what that leaves
    out from the environment. Raises AddressRefused, and OSError where the file cannot be read.
    """
    found = {name: environment.get(variable) or None for name, variable in _NAMES.items()}
    if credentials:
        found |= {name: value for name, value in _from_file(credentials).items() if value}
    uri = word or found["uri"]
    if not uri:
        if credentials:
            raise AddressRefused("credentials_without_uri", path=str(credentials))
        return None
    user = found["user"] or ("neo4j" if found["password"] else None)
    return Address(_checked(uri), user, found["password"], found["database"])


def _from_file(path: Path) -> dict[str, str | None]:
    """Read a file of NAME=VALUE lines, as Aura offers it for download."""
    from dotenv import dotenv_values  # noqa: PLC0415 - only where such a file is named

    try:
        with path.open(encoding="utf-8-sig") as file:
            values = dotenv_values(stream=file, interpolate=False)
    except UnicodeDecodeError:
        # From None: that error holds what was read, and so perhaps the password.
        raise AddressRefused("credentials_unreadable", path=str(path)) from None
    return {name: values.get(variable) for name, variable in _NAMES.items()}


def _checked(uri: str) -> str:
    """Refuse an address that the driver cannot use, without repeating it where it may hold a password."""
    if _SECRET.search(uri):
        raise AddressRefused("password_in_address")
    found = _URI.fullmatch(uri.strip())
    if not found:
        raise AddressRefused("not_an_address")
    if found["scheme"] not in SCHEMES:
        raise AddressRefused("unknown_scheme", scheme=found["scheme"], schemes=", ".join(SCHEMES))
    if not _is_host(found["host"]):
        raise AddressRefused("not_an_address")
    if path := found["path"].strip("/"):
        raise AddressRefused("path_in_address", path=path)
    return uri.strip().rstrip("/")


def _is_host(word: str) -> bool:
    """Say whether a word is a host, perhaps with a port, that can be looked for at all."""
    try:
        parts = urlsplit(f"//{word}")
        return bool(parts.hostname and parts.hostname.encode("idna")) and parts.port != 0
    except ValueError:  # a port that is no number or too large, a bracket left open, a part of a name that is too long
        return False
