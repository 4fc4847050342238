"""What a server or the way to it can do wrong, each as one of our own errors: a sentence, and what to do.

The driver's errors carry a code of the server (Neo4jError) or are its own (DriverError). An error's text goes into a
sentence only where nothing more is known of it; no text holds a password, as the driver never puts one there.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Iterator
from typing import TYPE_CHECKING

from forumgraph.graphdb.errors import GraphError, GraphUnreachable, LoadFailed

if TYPE_CHECKING:
    from forumgraph.graphdb.server.address import Address

#: The end of a server's code, and the text of the catalogue that says what it means.
_CODES = {
    "Security.Unauthorized": "wrong_password",
    "Security.TokenExpired": "wrong_password",
    "Security.CredentialsExpired": "password_expired",
    "Security.AuthenticationRateLimit": "too_many_passwords",
    "Security.Forbidden": "forbidden",
    "Database.DatabaseNotFound": "no_database",
    "Database.DatabaseUnavailable": "database_unavailable",
    "General.DatabaseUnavailable": "database_unavailable",
    "General.ForbiddenOnReadOnlyDatabase": "read_only",
    "General.WriteOnReadOnlyAccessDatabase": "read_only",
    "Cluster.NotALeader": "read_only",
    "Statement.AccessMode": "query_writes",
    "General.MemoryPoolOutOfMemoryError": "server_memory",
    "General.TransactionOutOfMemoryError": "server_memory",
    "General.OutOfMemoryError": "server_memory",
    "Transaction.TransactionTimedOut": "timed_out",
    "Transaction.TransactionTimedOutClientConfiguration": "timed_out",
}

#: What is said otherwise while a load is under way: the reader must know how the graph stands.
_LOADING = {"connection_lost": "load_broken_off", "query_failed": "server_load_failed"}


@contextlib.contextmanager
def telling(address: Address, *, loading: bool = False) -> Iterator[None]:
    """Turn the driver's errors into ours: LoadFailed while loading, else GraphUnreachable."""
    from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415 - half a second that only a server needs

    try:
        yield
    except (DriverError, Neo4jError, OSError) as error:
        raise fault(error, address, loading=loading) from error


def fault(error: Exception, address: Address, *, loading: bool = False) -> GraphError:
    """Return our error for one of the driver's."""
    key = key_of(error)
    if key == "wrong_password" and not address.password:
        key = "no_password"
    if loading:
        key = _LOADING.get(key, key)
    return (LoadFailed if loading else GraphUnreachable)(
        key,
        place=address.shown,
        user=address.user or "–",
        database=address.database or "–",
        reason=_reason(error),
        plain=address.uri.partition("://")[0].partition("+")[0],
    )


def key_of(error: Exception) -> str:
    """Return which text of the catalogue says what went wrong."""
    from neo4j import exceptions  # noqa: PLC0415

    if isinstance(error, exceptions.Neo4jError):
        return _by_code(error.code or "")
    if isinstance(error, exceptions.ConfigurationError):
        return "not_an_address"
    if isinstance(error, exceptions.IncompleteCommit):
        return "commit_unknown"
    if isinstance(error, exceptions.UnsupportedServerProduct):
        return "not_neo4j"
    return _by_cause(error)


def _by_code(code: str) -> str:
    """``Neo.ClientError.Security.Unauthorized`` goes by its last two parts."""
    return _CODES.get(".".join(code.split(".")[-2:]), "query_failed")


def _by_cause(error: BaseException) -> str:
    """Look for what lies behind an error of the connection: a name, a certificate, a port that refuses."""
    causes = [key for each in _chain(error) for kind, key in _CAUSES if isinstance(each, kind)]
    said = str(error).lower()
    signs = [key for sign, key in _SIGNS if sign in said]
    return next(iter(causes + signs), "connection_lost")


#: What the system said, the more special before the more general.
_CAUSES: tuple[tuple[type[BaseException], str], ...] = (
    (ssl.SSLCertVerificationError, "certificate"),
    (ssl.SSLError, "no_encryption"),
    (socket.gaierror, "no_such_host"),
    (ConnectionRefusedError, "nobody_answers"),
    (TimeoutError, "no_answer"),
)

#: What the driver says in words alone.
_SIGNS = (
    ("dns resolve", "no_such_host"),
    ("handshake", "not_neo4j"),
    ("http", "not_neo4j"),
    ("protocol version", "not_neo4j"),
    ("timed out", "no_answer"),
    ("timeout", "no_answer"),
    ("routing", "no_routing"),
)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or error.__context__


def _reason(error: Exception) -> str:
    """Return the first line of what was said; of a certificate, only what is wrong with it."""
    for each in _chain(error):
        if isinstance(each, ssl.SSLCertVerificationError):
            return str(each.verify_message)
    return (getattr(error, "message", None) or str(error)).strip().split("\n")[0][:200]
