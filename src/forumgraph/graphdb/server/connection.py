"""One driver a process for each address, checked once: it answers, it is Neo4j, and it is not too old."""

from __future__ import annotations

import atexit
import logging
import re
import statistics
import time
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import forumgraph
from forumgraph.graphdb.engine import About
from forumgraph.graphdb.errors import GraphUnreachable
from forumgraph.graphdb.server.faults import fault, key_of, telling

if TYPE_CHECKING:
    import neo4j

    from forumgraph.graphdb.server.address import Address

OLDEST = (5, 0)  # the first with the subqueries that the questions use

# Seconds. Together they keep what cannot be reached below ten: a connection that is never made ends by the second, and
# a transaction that meets a change of leader is tried again for as long as the third.
_CONNECT = 4.0
_ACQUIRE = 6.0
_RETRY = 5.0
_PINGS = 5


class Connection:
    """The driver of one address, with the bookmarks that let a session see what another has written."""

    def __init__(self, address: Address) -> None:
        import neo4j  # noqa: PLC0415 - half a second that only a server needs

        # What goes wrong is said once, in our own words; without a handler Python would print the driver's as well.
        logging.getLogger("neo4j").addHandler(logging.NullHandler())
        self.address = address
        with telling(address):
            self.driver = _driver(address)
            atexit.register(self.driver.close)
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        self.version = self._verify()

    def session(self) -> neo4j.Session:
        """Open a session on the database of the address."""
        return self.driver.session(database=self.address.database, bookmark_manager=self._bookmarks)

    def _verify(self) -> str:
        """Return the server's version; raise GraphUnreachable where it cannot be asked."""
        from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415

        try:
            agent = _agent(self.driver, self.address)
        except (DriverError, Neo4jError, OSError) as error:
            raise _diagnosed(error, self.address) from error
        found = re.match(r"Neo4j/(\d+)\.(\d+)\S*", agent)
        if not found:
            raise GraphUnreachable("not_neo4j", place=self.address.shown)
        if (int(found[1]), int(found[2])) < OLDEST:
            oldest = ".".join(map(str, OLDEST))
            raise GraphUnreachable(
                "too_old", place=self.address.shown, version=agent.removeprefix("Neo4j/"), oldest=oldest
            )
        return agent.removeprefix("Neo4j/")

    def about(self) -> About:
        """Ask the server what it is, and how long a round trip takes."""
        with telling(self.address), self.session() as session:
            trips = []
            for _ in range(_PINGS):
                started = time.perf_counter()
                session.run("RETURN 1").consume()
                trips.append(1000 * (time.perf_counter() - started))
            database = session.run("RETURN 1").consume().database
            edition = session.run("CALL dbms.components() YIELD edition RETURN edition").single(strict=True)[0]
        return About("Neo4j", self.version, edition, database, self.address.uri, statistics.median(trips))


@cache
def connection(address: Address) -> Connection:
    """Return the one connection of this process to an address; raise GraphUnreachable where there is none to be had."""
    return Connection(address)


def _driver(address: Address) -> neo4j.Driver:
    import neo4j  # noqa: PLC0415

    options: dict[str, Any] = {
        "auth": (address.user, address.password) if address.user and address.password else None,
        "user_agent": f"forumgraph/{forumgraph.__version__}",
        "connection_timeout": _CONNECT,
        "connection_acquisition_timeout": _ACQUIRE,
        "max_transaction_retry_time": _RETRY,
        "notifications_min_severity": neo4j.NotificationMinimumSeverity.OFF,
    }
    return neo4j.GraphDatabase.driver(address.uri, **options)


def _agent(driver: neo4j.Driver, address: Address) -> str:
    """Return what the server calls itself, asked through the database that is meant: it may be the one that fails."""
    with driver.session(database=address.database) as session:
        return str(session.run("RETURN 1").consume().server.agent)


def _diagnosed(error: Exception, address: Address) -> Exception:
    """Return our error for one at the first contact.

    A driver that asks for a routing table only says that it got none; a direct connection to the same address says why.
    """
    from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415

    scheme, _, rest = address.uri.partition("://")
    if not scheme.startswith("neo4j") or isinstance(error, Neo4jError) or key_of(error) != "no_routing":
        return fault(error, address)
    direct = replace(address, uri=f"{scheme.replace('neo4j', 'bolt')}://{rest.partition('?')[0]}")
    try:
        with _driver(direct) as driver:
            _agent(driver, address)
    except (DriverError, Neo4jError, OSError) as found:
        return fault(found, address)
    return fault(error, address)
