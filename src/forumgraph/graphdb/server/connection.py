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
from forumgraph.graphdb.errors import GraphError, GraphUnreachable
from forumgraph.graphdb.server.faults import fault, key_of, telling

if TYPE_CHECKING:
    import neo4j

    from forumgraph.graphdb.server.address import Address

OLDEST = (5, 0)  # the first with the subqueries that the questions use
_OLDEST = ".".join(map(str, OLDEST))

# Seconds. Together they keep what cannot be reached below ten: a connection that is never made ends by the first, all
# attempts at one by the second, and a look at why a route is not found adds the third. A transaction that meets a
# change of leader is tried again for as long as the last.
_CONNECT = 4.0
_ACQUIRE = 5.0
_LOOK = 3.0
_RETRY = 5.0
_PINGS = 5


class Connection:
    """The driver of one address, with the bookmarks that let a session see what another has written."""

    def __init__(self, address: Address) -> None:
        import neo4j  # noqa: PLC0415 - half a second that only a server needs

        # What goes wrong is said once, in our own words; without a handler Python would print the driver's as well.
        logging.getLogger("neo4j").addHandler(logging.NullHandler())
        logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)
        self.address = address
        self.driver, self.version = _verified(address)
        atexit.register(self.driver.close)
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()

    def session(self) -> neo4j.Session:
        """Open a session on the database of the address."""
        return self.driver.session(database=self.address.database, bookmark_manager=self._bookmarks)

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


def _verified(address: Address) -> tuple[neo4j.Driver, str]:
    """Return a driver that has reached its server, and the server's version; raise GraphUnreachable otherwise."""
    if address.database == "system":  # where only the server's own commands run
        raise GraphUnreachable("system_database", place=address.shown)
    with telling(address):
        driver = _driver(address)
    try:
        return driver, _version(_agent(driver, address), address)
    except GraphUnreachable:
        driver.close()
        raise
    except Exception as error:  # whatever: see _plainly
        driver.close()
        raise _diagnosed(error, address) from error


def _driver(address: Address, seconds: float = _ACQUIRE) -> neo4j.Driver:
    import neo4j  # noqa: PLC0415

    options: dict[str, Any] = {
        "auth": (address.user, address.password) if address.user and address.password else None,
        "user_agent": f"forumgraph/{forumgraph.__version__}",
        "connection_timeout": min(_CONNECT, seconds),
        "connection_acquisition_timeout": seconds,
        "max_transaction_retry_time": _RETRY,
        # Not as notifications_min_severity, which servers before 5.7 do not know: the driver would refuse them.
        "warn_notification_severity": neo4j.NotificationMinimumSeverity.OFF,
    }
    return neo4j.GraphDatabase.driver(address.uri, **options)


def _agent(driver: neo4j.Driver, address: Address) -> str:
    """Return what the server calls itself, asked through the database that is meant: it may be the one that fails."""
    with driver.session(database=address.database) as session:
        return str(session.run("RETURN 1").consume().server.agent)


def _version(agent: str, address: Address) -> str:
    """Return the version in what a server calls itself; raise GraphUnreachable where it is another's or too old."""
    found = re.match(r"Neo4j/((\d+)\.(\d+)\S*)", agent)
    if not found:
        raise GraphUnreachable("not_neo4j", place=address.shown)
    if (int(found[2]), int(found[3])) < OLDEST:
        raise GraphUnreachable("too_old", place=address.shown, version=found[1], oldest=_OLDEST)
    return found[1]


def _diagnosed(error: Exception, address: Address) -> GraphError:
    """Return our error for one at the first contact.

    A driver that finds no route only says so, be it that the server is another's or that the addresses which it gives
    lead nowhere; a direct connection to the same address says which.
    """
    if not address.uri.startswith("neo4j") or key_of(error) != "no_routing":
        return _plainly(error, address)
    scheme, _, rest = address.uri.partition("://")
    direct = replace(address, uri=f"{scheme.replace('neo4j', 'bolt')}://{rest.partition('?')[0]}")
    return _looked_at(direct, address) or GraphUnreachable("no_routing", place=address.shown, direct=direct.uri)


def _looked_at(direct: Address, address: Address) -> GraphError | None:
    """Return what is wrong with a server that is asked directly, told of the address that was meant."""
    try:
        with _driver(direct, _LOOK) as driver:
            _version(_agent(driver, address), address)
    except GraphUnreachable as found:
        return found
    except Exception as found:
        return _plainly(found, address)
    return None


def _plainly(error: Exception, address: Address) -> GraphError:
    """Return our error for one at the first contact by itself.

    Over a server that does not keep to the protocol the driver stumbles with errors that are not its own.
    """
    from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415

    if isinstance(error, DriverError | Neo4jError | OSError):
        return fault(error, address)
    return GraphUnreachable("not_neo4j", place=address.shown)
