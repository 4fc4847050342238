"""Runs a transaction that writes, and tries it again where another attempt can help."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from forumgraph.graphdb.server.faults import key_of

if TYPE_CHECKING:
    import neo4j

P = ParamSpec("P")
Result = TypeVar("Result")

_SECONDS = 5.0  # after the first failure, in which it is tried again
_PAUSE = 1.0  # seconds between two attempts


def written(
    session: neo4j.Session, work: Callable[Concatenate[neo4j.Transaction, P], Result], *args: P.args, **kwargs: P.kwargs
) -> Result:
    """Do some work in a transaction, commit it, and return what the work returned.

    It does what the driver's ``execute_write`` does, but for one thing: that takes memory that is used up for a passing
    trouble, also when it is the commit that says so, and would write everything two or three times more.
    """
    from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415

    until = 0.0
    while True:
        try:
            return _once(session, lambda transaction: work(transaction, *args, **kwargs))
        except (DriverError, Neo4jError) as error:
            until = until or time.monotonic() + _SECONDS
            if not error.is_retryable() or key_of(error) == "server_memory" or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def _once(session: neo4j.Session, work: Callable[[neo4j.Transaction], Result]) -> Result:
    with session.begin_transaction() as transaction:
        result = work(transaction)
        transaction.commit()
    return result
