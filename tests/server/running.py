"""Starts, kills and ends a Neo4j server as a child process; its jars are fetched once and kept outside the tree."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from platformdirs import user_cache_path

from forumgraph.graphdb.server import Address

POM = Path(__file__).with_name("pom.xml")
PASSWORD = "only-for-tests"  # noqa: S105 - of a server that lives as long as the tests and listens to this machine alone
SECONDS = 180  # that a start may take, on a machine that does much else

#: For a server that does little: it takes half of the processor's time until it is warm, and answers as well.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")

_OPENED = [f"java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.lang", "sun.nio.ch")]


def what_is_missing() -> str | None:
    """Say why no server can be started here; None where one can."""
    missing = [name for name in ("java", "mvn") if not shutil.which(name)]
    return f"there is no {' and no '.join(missing)}" if missing else None


def jars() -> Path:
    """Return the folder with the jars of the server, fetched where they are not there yet."""
    folder = user_cache_path("forumgraph-tests", appauthor=False) / "neo4j-5.26.25"
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as building:
            fetched = Path(building) / "jars"
            command = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", "-DincludeScope=runtime"]
            subprocess.run([*command, f"-DoutputDirectory={fetched}"], check=True, stdin=subprocess.DEVNULL)
            fetched.rename(folder)
    return folder


class Server:
    """A server of one's own in a folder; it keeps its data and its port over a kill and a new start."""

    def __init__(self, home: Path, heap: str = "512m", java: tuple[str, ...] = (), **settings: str) -> None:
        self.home = home
        self.heap = heap
        self.java = java
        self.port = _free_port()
        self.settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        """The address with the scheme that routes."""
        return f"neo4j://127.0.0.1:{self.port}"

    @property
    def address(self) -> Address:
        """The address with user and password."""
        return Address(self.uri, "neo4j", PASSWORD)

    @property
    def environment(self) -> dict[str, str]:
        """What a user sets."""
        return {"NEO4J_URI": self.uri, "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": PASSWORD}

    def start(self) -> None:
        """Start it and wait until it answers."""
        first = not (self.home / "data").exists()
        self._configure()
        options = [f"-Xmx{self.heap}", *self.java, *(word for each in _OPENED for word in ("--add-opens", each))]
        entry = "org.neo4j.server.CommunityEntryPoint"
        folders = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        log = (self.home / "server.log").open("ab")
        self._process = subprocess.Popen(
            ["java", *options, "-cp", f"{jars()}{os.sep}*", entry, *folders],  # noqa: S607 - whichever Java is there
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        log.close()
        self._wait("neo4j" if first else PASSWORD)
        if first:
            with self.driver("neo4j") as driver:
                driver.execute_query(
                    "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=PASSWORD, database_="system"
                )

    def _configure(self) -> None:
        settings = {
            "server.bolt.listen_address": f"127.0.0.1:{self.port}",
            "server.http.enabled": "false",
            "server.https.enabled": "false",
            "dbms.security.auth_enabled": "true",
            "dbms.usage_report.enabled": "false",
            "server.memory.heap.max_size": self.heap,
            "server.memory.pagecache.size": "64m",
            **self.settings,
        }
        (self.home / "conf").mkdir(parents=True, exist_ok=True)
        text = "".join(f"{name}={value}\n" for name, value in settings.items())
        (self.home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")

    def driver(self, password: str = PASSWORD) -> neo4j.Driver:
        """Return a driver of the tests' own, which writes what a stranger would."""
        off = neo4j.NotificationMinimumSeverity.OFF
        return neo4j.GraphDatabase.driver(self.uri, auth=("neo4j", password), notifications_min_severity=off)

    def _wait(self, password: str) -> None:
        """Wait for the database itself: the port answers before it does, also while it recovers from a kill."""
        until = time.monotonic() + SECONDS
        while not self._answers(password):
            if not self._process or self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self.home / "server.log").read_text(encoding="utf-8")[-2000:])
            time.sleep(0.2)

    def _answers(self, password: str) -> bool:
        try:
            with self.driver(password) as driver:
                driver.verify_authentication(auth=("neo4j", password))
                if password == PASSWORD:  # with the first one nothing can be asked but to change it
                    driver.execute_query("RETURN 1")
        except (DriverError, Neo4jError):
            return False
        return True

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def stop(self) -> None:
        """End it in order."""
        if self._process:
            self._process.terminate()
            self._process.wait()

    @property
    def pid(self) -> int:
        """Its process id."""
        assert self._process
        return self._process.pid


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
