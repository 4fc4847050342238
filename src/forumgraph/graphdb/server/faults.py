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

#: What is said otherwise once the server has answered: it is not the address that is wrong.
_LATER = dict.fromkeys(
    ("no_such_host", "nobody_answers", "no_answer", "no_routing", "closed_at_once"), "connection_lost"
)

#: What is said otherwise while a load is under way, or while none is: the reader must know how the graph stands.
_LOADING = {
    "connection_lost": "load_broken_off",
    "query_failed": "server_load_failed",
    "timed_out": "server_load_failed",
}
_ASKING = {"server_memory": "query_memory"}


@contextlib.contextmanager
def telling(address: Address, *, loading: bool = False) -> Iterator[None]:
    """Turn the errors of a server that has answered before: LoadFailed while loading, else GraphUnreachable."""
    from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415 - half a second that only a server needs

    try:
        yield
    except (DriverError, Neo4jError, OSError) as error:
        key = key_of(error)
        raise _told(_LATER.get(key, key), error, address, loading=loading) from error


@contextlib.contextmanager
def memory_named(address: Address) -> Iterator[None]:
    """Say at once where a question takes more memory than the server gives it: the driver would ask it again."""
    from neo4j.exceptions import Neo4jError  # noqa: PLC0415

    try:
        yield
    except Neo4jError as error:
        if key_of(error) == "server_memory":
            raise fault(error, address) from error
        raise


def fault(error: Exception, address: Address, *, loading: bool = False) -> GraphError:
    """Return our error for one of the driver's."""
    return _told(key_of(error), error, address, loading=loading)


def _told(key: str, error: Exception, address: Address, *, loading: bool) -> GraphError:
    if key == "wrong_password" and not address.password:
        key = "no_password"
    key = (_LOADING if loading else _ASKING).get(key, key)
    plain = address.uri.partition("://")[0].partition("+")[0]
    return (LoadFailed if loading else GraphUnreachable)(
        key,
        place=address.shown,
        user=address.user or "–",
        database=address.database or "–",
        reason=_reason(error),
        plain=plain,
    )


def key_of(error: Exception) -> str:
    """Return which text of the catalogue says what went wrong."""
    from neo4j import exceptions  # noqa: PLC0415

    if isinstance(error, exceptions.Neo4jError):
        return _by_code(error) or "query_failed"
    if isinstance(error, exceptions.UnsupportedServerProduct):
        return "unknown_bolt"
    if isinstance(error, exceptions.ConfigurationError):
        return "not_an_address"
    if isinstance(error, exceptions.IncompleteCommit):
        return "commit_unknown"
    return _by_cause(error)


def _by_code(error: BaseException) -> str | None:
    """``Neo.ClientError.Security.Unauthorized`` goes by its last two parts."""
    return _CODES.get(".".join((getattr(error, "code", None) or "").split(".")[-2:]))


def _by_cause(error: Exception) -> str:
    """Look for what lies behind an error of the connection: a code, a name, a certificate, a port that refuses."""
    behind = list(_chain(error))
    codes = [key for each in behind if (key := _by_code(each))]
    causes = [key for each in behind for kind, key in _CAUSES if isinstance(each, kind)]
    said = "\n".join(map(str, behind)).lower()
    signs = [key for sign, key in _SIGNS if sign in said]
    found = next(iter(codes + causes + signs), "connection_lost")
    return _of_certificate(behind) if found == "certificate" else found


def _of_certificate(behind: list[BaseException]) -> str:
    (code, *_) = (each.verify_code for each in behind if isinstance(each, ssl.SSLCertVerificationError))
    return _CERTIFICATES.get(code, "certificate")


#: What OpenSSL's number for a certificate that it refuses means (X509_V_ERR_…).
_CERTIFICATES = {
    9: "certificate_time",  # not yet valid
    10: "certificate_time",  # expired
    18: "certificate_unknown",  # signed by itself
    19: "certificate_unknown",  # signed by an authority that signed itself
    20: "certificate_unknown",  # signed by an authority that is not known here
    21: "certificate_unknown",  # the same, where that one is not sent along
    62: "certificate_host",  # for another name
    64: "certificate_host",  # for another number
}

#: What the system said, the more special before the more general.
_CAUSES: tuple[tuple[type[BaseException], str], ...] = (
    (ssl.SSLCertVerificationError, "certificate"),
    (ssl.SSLError, "no_encryption"),
    (socket.gaierror, "no_such_host"),
    (ConnectionRefusedError, "nobody_answers"),
    (TimeoutError, "no_answer"),
    (ConnectionResetError, "closed_at_once"),
)

#: What the driver says in words alone.
_SIGNS = (
    ("failed to dns resolve", "no_such_host"),
    ("incomplete handshake", "closed_at_once"),
    ("looks like http", "not_neo4j"),
    ("incorrect port number", "not_neo4j"),
    ("handshake manifest", "not_neo4j"),
    ("failed to obtain", "no_routing"),
    ("timed out", "no_answer"),
    ("routing", "no_routing"),
)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what caused it, each of several where it stands for them; not what it happened to follow."""
    while error:
        yield error
        for each in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
            yield from _chain(each)
        error = error.__cause__


def _reason(error: Exception) -> str:
    """Return the first line of what was said; of a certificate, only what is wrong with it."""
    for each in _chain(error):
        if isinstance(each, ssl.SSLCertVerificationError):
            return str(each.verify_message)
    return (getattr(error, "message", None) or str(error)).strip().split("\n")[0][:200]
