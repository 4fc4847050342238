"""What a server or the way to it can do wrong: one sentence each, within ten seconds, and no password in anything.

A server that is asked by its routing scheme (neo4j) only says that it found no route; the same cause is told of as by
the direct one (bolt). Certificates, a memory that is too small, a kill and a database that cannot be written to take
one server of their own (``special``), which is started anew for the last; tests that need it stand in that order.
"""

from __future__ import annotations

import datetime as dt
import io
import logging
import socket
import ssl
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import trustme

from conftest import GIVEN, need_neo4j, nothing
from forumgraph.graphdb.errors import GraphError, GraphUnreachable, LoadFailed
from forumgraph.graphdb.server import Address
from forumgraph.graphdb.server.connection import Connection
from forumgraph.graphdb.server.engine import ServerEngine
from forumgraph.texts import Texts
from graphdb.loading import edition
from server.foreign import (
    FAILURE,
    HELLO,
    ROUTE,
    RUN,
    SUCCESS,
    Answers,
    bolt,
    deaf,
    leading_to,
    listening,
    saying,
    silent,
)
from server.running import PASSWORD, Server

SECONDS = 10
SECRET = "hemmeligt-9f3"  # noqa: S105 - of nobody
NEO4J_5 = {"server": "Neo4j/5.26.25", "connection_id": "bolt-1"}

both_schemes = pytest.mark.parametrize("scheme", ["neo4j", "bolt"])


@dataclass(frozen=True)
class Told:
    """What a user is told of an error, in both languages."""

    kind: type[GraphError]
    english: str
    danish: str


class Clock:
    """Counts the seconds since the last progress of a load, which is how long it has stood still."""

    def __init__(self, *_: Any) -> None:
        self._started = time.monotonic()

    __call__ = __init__

    def seconds(self) -> float:
        return time.monotonic() - self._started


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that the driver says when somebody looks for an error of it."""
    logger, written = logging.getLogger("neo4j"), io.StringIO()
    handler = logging.StreamHandler(written)
    level, logger.propagate = logger.level, False
    logger.setLevel(logging.DEBUG)
    logger.addHandler(handler)
    yield written
    logger.removeHandler(handler)
    logger.setLevel(level)
    logger.propagate = True


@pytest.fixture
def told(log: io.StringIO) -> Callable[..., Told]:
    """Return a function that does what fails and gives what is told of it, in time and without the password."""

    def of(work: Callable[[], object], secret: str, since: Clock | None = None, seconds: float = SECONDS) -> Told:
        clock = since or Clock()
        with pytest.raises(GraphError) as caught:
            work()
        assert clock.seconds() < seconds
        error = caught.value
        english, danish = (Texts(language)(f"errors.{error.key}", **error.values) for language in ("en", "da"))
        everything = (english, danish, error, repr(error), error.values, traceback.format_exception(error))
        assert not any(secret in str(each) for each in (*everything, log.getvalue()))
        return Told(type(error), english, danish)

    return of


def asked(uri: str, **more: str) -> Callable[[], object]:
    """A first question to a server, with a password that nobody has."""
    address = Address(uri, "neo4j", SECRET, **more)
    return lambda: ServerEngine(address).open()


def unreachable(english: str, danish: str) -> Told:
    return Told(GraphUnreachable, english, danish)


# ---- Nobody is there ----


@pytest.mark.parametrize("scheme", ["neo4j", "bolt", "neo4j+s", "bolt+ssc"])
def test_a_name_that_no_host_has(scheme: str, told: Callable[..., Told]) -> None:
    uri = f"{scheme}://no-such-host.invalid:7687"
    assert told(asked(uri), SECRET) == unreachable(
        f"There is no host by the name in {uri}. Correct the address, or check the network.",
        f"Der findes ingen vært med navnet i {uri}. Ret adressen, eller se efter, om der er netværk.",
    )


@pytest.mark.parametrize("scheme", ["neo4j", "bolt", "neo4j+s", "bolt+ssc"])
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_port_where_nobody_listens(scheme: str, host: str, told: Callable[..., Told]) -> None:
    with socket.socket() as taken:  # and not listened to, so that nobody else takes it meanwhile
        taken.bind(("127.0.0.1", 0))
        uri = f"{scheme}://{host}:{taken.getsockname()[1]}"
        assert told(asked(uri), SECRET) == unreachable(
            f"Nobody answers at {uri}. Start the server, or correct the host and the port (usually 7687).",
            f"Ingen svarer på {uri}. Start serveren, eller ret vært og port (som regel 7687).",
        )


def no_answer(uri: str) -> Told:
    return unreachable(
        f"{uri} does not answer. Check the address, the network and whether a firewall stands between.",
        f"{uri} svarer ikke. Se efter, om adressen passer, om der er netværk, og om en firewall står imellem.",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="there a full queue swallows packets")
@both_schemes
def test_a_host_that_swallows_packets(scheme: str, told: Callable[..., Told]) -> None:
    with deaf() as port:
        uri = f"{scheme}://127.0.0.1:{port}"
        assert told(asked(uri), SECRET) == no_answer(uri)


@pytest.mark.parametrize("scheme", ["neo4j", "bolt", "neo4j+s"])
def test_a_host_that_accepts_and_never_answers(scheme: str, told: Callable[..., Told]) -> None:
    with listening(silent) as port:
        uri = f"{scheme}://127.0.0.1:{port}"
        assert told(asked(uri), SECRET) == no_answer(uri)


@both_schemes
def test_a_host_that_agrees_on_bolt_and_falls_silent(scheme: str, told: Callable[..., Told]) -> None:
    def agreeing(client: socket.socket) -> None:
        client.recv(20)
        client.sendall(bytes((0, 0, 4, 5)))
        silent(client)

    with listening(agreeing) as port:
        uri = f"{scheme}://127.0.0.1:{port}"
        assert told(asked(uri), SECRET) == no_answer(uri)


# ---- Somebody else is there ----


def not_neo4j(uri: str) -> Told:
    return unreachable(
        f"What answers at {uri} is not Neo4j over Bolt. "
        "Correct the port: Bolt is usually 7687, and 7474 is the page for browsers.",
        f"Det, der svarer på {uri}, er ikke Neo4j over Bolt. "
        "Ret porten: Bolt er som regel 7687, og 7474 er siden til browsere.",
    )


@both_schemes
@pytest.mark.parametrize("words", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"no"])
def test_a_server_of_another_protocol(scheme: str, words: bytes, told: Callable[..., Told]) -> None:
    with listening(saying(words)) as port:
        uri = f"{scheme}://127.0.0.1:{port}"
        assert told(asked(uri), SECRET) == not_neo4j(uri)


@both_schemes
@pytest.mark.parametrize("words", [b"SSH-2.0-OpenSSH_9.2\r\n", bytes(4), b"\x15\x03\x01\x00\x02\x02\x46"])
def test_a_server_that_speaks_nonsense_or_no_version_in_common(
    scheme: str, words: bytes, told: Callable[..., Told]
) -> None:
    with listening(saying(words)) as port:
        uri = f"{scheme}://127.0.0.1:{port}"
        assert told(asked(uri), SECRET) == unreachable(
            f"What answers at {uri} is not Neo4j over Bolt, or one much too old. "
            "Correct the port (Bolt is usually 7687), or update the server.",
            f"Det, der svarer på {uri}, er ikke Neo4j over Bolt, eller en meget for gammel. "
            "Ret porten (Bolt er som regel 7687), eller opdatér serveren.",
        )


@both_schemes
def test_a_server_of_another_protocol_that_is_asked_to_encrypt(scheme: str, told: Callable[..., Told]) -> None:
    with listening(saying(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as port:
        uri = f"{scheme}+s://127.0.0.1:{port}"
        assert told(asked(uri), SECRET) == no_encryption(scheme, uri)


@both_schemes
def test_a_server_that_agrees_on_bolt_and_hangs_up(scheme: str, told: Callable[..., Told]) -> None:
    with listening(saying(bytes((0, 0, 4, 5)))) as port:
        uri = f"{scheme}://127.0.0.1:{port}"
        assert told(asked(uri), SECRET) == unreachable(
            f"The connection to {uri} broke off. See that the server runs, and ask again.",
            f"Forbindelsen til {uri} blev afbrudt. Se efter, om serveren kører, og spørg igen.",
        )


@both_schemes
@pytest.mark.parametrize("version", ["4.4.40", "4.3.23"])
def test_an_older_server_than_supported(scheme: str, version: str, told: Callable[..., Told]) -> None:
    with listening(bolt((4, 4), {HELLO: (SUCCESS, NEO4J_5 | {"server": f"Neo4j/{version}"})})) as port:
        uri = f"{scheme}://127.0.0.1:{port}"
        assert told(asked(uri), SECRET) == unreachable(
            f"{uri} is Neo4j {version}; forumgraph needs 5.0 or later. "
            "Update the server, or use the embedded graph (leave --graph and NEO4J_URI out).",
            f"{uri} er Neo4j {version}; forumgraph kræver 5.0 eller nyere. "
            "Opdatér serveren, eller brug den indbyggede graf (uden --graph og NEO4J_URI).",
        )


@pytest.mark.parametrize("version", [(5, 0), (5, 1), (5, 4)])
def test_the_first_servers_that_are_supported_are_not_refused(version: tuple[int, int]) -> None:
    with listening(bolt(version, {HELLO: (SUCCESS, NEO4J_5 | {"server": "Neo4j/5.0.0"})})) as port:
        connection = Connection(Address(f"bolt://127.0.0.1:{port}", "neo4j", SECRET))
        assert connection.version == "5.0.0"
        connection.driver.close()


_NO_ROUTE = (FAILURE, {"code": "Neo.ClientError.Procedure.ProcedureNotFound", "message": "no routing"})


@both_schemes
@pytest.mark.parametrize(
    ("agent", "more"),
    [
        ("Neo4j/v5.11.0 compatible graph database server - Memgraph", {}),
        ("Neo4j/v5.11.0 compatible graph database server - Memgraph", {ROUTE: _NO_ROUTE}),
        ("Other/1.0", {}),
    ],
)
def test_a_server_of_another_make(scheme: str, agent: str, more: Answers, told: Callable[..., Told]) -> None:
    with listening(bolt((5, 2), {HELLO: (SUCCESS, NEO4J_5 | {"server": agent}), **more})) as port:
        uri = f"{scheme}://127.0.0.1:{port}"
        assert told(asked(uri), SECRET) == not_neo4j(uri)


@both_schemes
@pytest.mark.parametrize(
    "sent",
    [
        {HELLO: (0x55, {})},
        {HELLO: (SUCCESS, "hello")},
        {HELLO: (SUCCESS, NEO4J_5), RUN: (0x55, {})},
        {HELLO: (SUCCESS, NEO4J_5), ROUTE: (SUCCESS, {"rt": 1}), RUN: (SUCCESS, 1)},
    ],
)
def test_a_server_that_does_not_keep_to_the_protocol(scheme: str, sent: Answers, told: Callable[..., Told]) -> None:
    with listening(bolt((5, 2), sent)) as port:
        uri = f"{scheme}://127.0.0.1:{port}"
        assert told(asked(uri), SECRET) == not_neo4j(uri)


# ---- The server is there, and leads astray ----


@pytest.mark.parametrize("way", ["refused", "nowhere", "swallowed", "empty"])
def test_a_server_whose_routing_table_leads_nowhere(way: str, told: Callable[..., Told]) -> None:
    with deaf() as port:
        table = leading_to(port if way == "swallowed" else 1)
        if way == "nowhere":
            table["rt"]["servers"] = [each | {"addresses": ["inside.invalid:1"]} for each in table["rt"]["servers"]]
        if way == "empty":
            table["rt"]["servers"] = []
        answer = _NO_ROUTE if way == "refused" else (SUCCESS, table)
        with listening(bolt((5, 2), {HELLO: (SUCCESS, NEO4J_5), ROUTE: answer})) as at:
            assert told(asked(f"neo4j://127.0.0.1:{at}"), SECRET) == unreachable(
                f"neo4j://127.0.0.1:{at} answers, but names no server to ask. Use bolt://127.0.0.1:{at} for this one "
                "alone, or have the address corrected that it gives to others (server.bolt.advertised_address).",
                f"neo4j://127.0.0.1:{at} svarer, men nævner ingen server at spørge. Brug bolt://127.0.0.1:{at} til "
                "denne alene, eller få rettet den adresse, den opgiver til andre (server.bolt.advertised_address).",
            )


# ---- Neo4j is there, and lets nobody in ----


@pytest.fixture
def user(own_server: Server) -> Iterator[str]:
    """A user of the server whose password is to be changed first, and whom nobody else needs."""
    with own_server.driver() as driver:
        driver.execute_query(f"CREATE USER newcomer SET PASSWORD '{PASSWORD}' CHANGE REQUIRED", database_="system")
        yield "newcomer"
        driver.execute_query("DROP USER newcomer", database_="system")


@both_schemes
def test_a_wrong_password(
    scheme: str, own_server: Server, user: str, told: Callable[..., Told], log: io.StringIO
) -> None:
    uri = f"{scheme}://127.0.0.1:{own_server.port}"
    assert told(lambda: ServerEngine(Address(uri, user, SECRET)).open(), SECRET) == unreachable(
        f"{uri} does not accept the password of the user newcomer. Correct NEO4J_USERNAME and NEO4J_PASSWORD.",
        f"{uri} godtager ikke adgangskoden til brugeren newcomer. Ret NEO4J_USERNAME og NEO4J_PASSWORD.",
    )
    assert "'credentials': '*******'" in log.getvalue()


@both_schemes
def test_no_password(scheme: str, own_server: Server, told: Callable[..., Told]) -> None:
    uri = f"{scheme}://127.0.0.1:{own_server.port}"
    for user in (None, "neo4j"):
        assert told(lambda user=user: ServerEngine(Address(uri, user)).open(), SECRET) == unreachable(
            f"{uri} asks for a user and a password. Set NEO4J_USERNAME and NEO4J_PASSWORD.",
            f"{uri} kræver bruger og adgangskode. Angiv dem i NEO4J_USERNAME og NEO4J_PASSWORD.",
        )


@both_schemes
def test_a_password_that_must_be_changed_first(
    scheme: str, own_server: Server, user: str, told: Callable[..., Told]
) -> None:
    uri = f"{scheme}://127.0.0.1:{own_server.port}"
    assert told(lambda: ServerEngine(Address(uri, user, PASSWORD)).open(), PASSWORD) == unreachable(
        f"{uri} wants a new password for the user newcomer before anything else. "
        "Change it in the server's own console, then set NEO4J_PASSWORD.",
        f"{uri} kræver først en ny adgangskode til brugeren newcomer. "
        "Skift den i serverens egen konsol, og angiv den så i NEO4J_PASSWORD.",
    )


@both_schemes
def test_wrong_passwords_too_often(scheme: str, own_server: Server, user: str, told: Callable[..., Told]) -> None:
    uri = f"{scheme}://127.0.0.1:{own_server.port}"
    last = [told(lambda: ServerEngine(Address(uri, user, SECRET)).open(), SECRET) for _ in range(4)][-1]
    assert last == unreachable(
        f"{uri} was given a wrong password too often and lets nobody in for a while. Wait, and correct NEO4J_PASSWORD.",
        f"{uri} har fået en forkert adgangskode for mange gange og lukker ingen ind et stykke tid. "
        "Vent, og ret NEO4J_PASSWORD.",
    )


@both_schemes
def test_a_database_that_does_not_exist(scheme: str, own_server: Server, told: Callable[..., Told]) -> None:
    uri = f"{scheme}://127.0.0.1:{own_server.port}"
    address = Address(uri, "neo4j", PASSWORD, "fora")
    for work in (ServerEngine(address).open, ServerEngine(address).about, lambda: load(address, 1)):
        assert told(work, PASSWORD) == unreachable(
            f"There is no database »fora« in {uri} (fora). Correct NEO4J_DATABASE, or leave it out for the user's own.",
            f"Der er ingen database »fora« i {uri} (fora). "
            "Ret NEO4J_DATABASE, eller udelad den, så brugerens egen bruges.",
        )


def test_the_database_of_the_server_itself(own_server: Server, told: Callable[..., Told]) -> None:
    address = Address(own_server.uri, "neo4j", PASSWORD, "system")
    assert told(ServerEngine(address).open, PASSWORD) == unreachable(
        f"{own_server.uri} (system) is the database of the server's own affairs and holds no graph. "
        "Correct NEO4J_DATABASE, or leave it out for the user's own.",
        f"{own_server.uri} (system) er databasen til serverens egne sager og har ingen graf. "
        "Ret NEO4J_DATABASE, eller udelad den, så brugerens egen bruges.",
    )


def no_encryption(plain: str, uri: str) -> Told:
    return unreachable(
        f"{uri} does not speak with encryption. "
        f"Use {plain}:// where the network can be trusted, or have the server encrypt.",
        f"{uri} taler ikke krypteret. "
        f"Brug {plain}://, hvis netværket er til at stole på, eller få serveren til at kryptere.",
    )


@both_schemes
@pytest.mark.parametrize("trust", ["s", "ssc"])
def test_a_server_without_encryption_that_is_asked_for_it(
    scheme: str, trust: str, own_server: Server, told: Callable[..., Told]
) -> None:
    uri = f"{scheme}+{trust}://127.0.0.1:{own_server.port}"
    assert told(lambda: ServerEngine(Address(uri, "neo4j", PASSWORD)).open(), PASSWORD) == no_encryption(scheme, uri)


# ---- Certificates ----


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """An authority that no machine knows."""
    return trustme.CA()


class Special(Server):
    """A server that demands encryption, with little memory; its page for browsers is open as well."""

    def __init__(self, home: Path, authority: trustme.CA) -> None:
        super().__init__(home)
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.page: int = probe.getsockname()[1]
        self.settings = {
            "dbms.ssl.policy.bolt.enabled": "true",
            "server.bolt.tls_level": "REQUIRED",
            "server.http.enabled": "true",
            "server.http.listen_address": f"127.0.0.1:{self.page}",
            "dbms.memory.transaction.total.max": "12m",
        }
        folder = home / "certificates" / "bolt"
        folder.mkdir(parents=True)
        certificate = authority.issue_cert("localhost")
        certificate.private_key_pem.write_to_path(folder / "private.key")
        certificate.cert_chain_pems[0].write_to_path(folder / "public.crt")

    @property
    def uri(self) -> str:
        return f"neo4j+ssc://127.0.0.1:{self.port}"


@pytest.fixture(scope="module")
def special(tmp_path_factory: pytest.TempPathFactory, authority: trustme.CA) -> Iterator[Special]:
    need_neo4j()
    if GIVEN:
        pytest.skip("a server that was named is given no settings")
    server = Special(tmp_path_factory.mktemp("special"), authority)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def known(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this machine know the authority."""
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))


@both_schemes
def test_a_certificate_of_an_unknown_authority(scheme: str, special: Special, told: Callable[..., Told]) -> None:
    uri = f"{scheme}+s://localhost:{special.port}"
    assert told(asked(uri), SECRET) == unreachable(
        f"The certificate of {uri} comes from no authority that this machine knows. "
        f"Have it issued by a known one, or use {scheme}+ssc:// for a server that you know to have signed its own.",
        f"Certifikatet på {uri} er ikke fra en udsteder, som denne maskine kender. "
        f"Få et fra en kendt udsteder, eller brug {scheme}+ssc:// til en server, du ved har underskrevet sit eget.",
    )


@both_schemes
@pytest.mark.usefixtures("known")
def test_a_certificate_of_another_host(scheme: str, special: Special, told: Callable[..., Told]) -> None:
    uri = f"{scheme}+s://127.0.0.1:{special.port}"
    assert told(asked(uri), SECRET) == unreachable(
        f"The certificate of {uri} was issued for another host. "
        "Use the name that it was issued for, or have it issued for this one.",
        f"Certifikatet på {uri} er udstedt til en anden vært. "
        "Brug det navn, det er udstedt til, eller få et udstedt til denne.",
    )


@both_schemes
@pytest.mark.usefixtures("known")
def test_a_certificate_that_fits(scheme: str, special: Special) -> None:
    connection = Connection(Address(f"{scheme}+s://localhost:{special.port}", "neo4j", PASSWORD))
    assert connection.about().edition == "community"
    connection.driver.close()


@both_schemes
@pytest.mark.usefixtures("known")
def test_a_certificate_that_has_expired(scheme: str, authority: trustme.CA, told: Callable[..., Told]) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", not_after=dt.datetime(2020, 1, 1, tzinfo=dt.UTC)).configure_cert(context)

    def serve(client: socket.socket) -> None:
        with context.wrap_socket(client, server_side=True):
            pass

    with listening(serve) as port:
        uri = f"{scheme}+s://localhost:{port}"
        assert told(asked(uri), SECRET) == unreachable(
            f"The certificate of {uri} is not valid today. Have it renewed, or set the clock of this machine right.",
            f"Certifikatet på {uri} gælder ikke i dag. Få det fornyet, eller stil denne maskines ur.",
        )


@both_schemes
def test_a_server_that_demands_encryption_and_is_asked_without(
    scheme: str, special: Special, told: Callable[..., Told]
) -> None:
    uri = f"{scheme}://127.0.0.1:{special.port}"
    assert told(asked(uri), SECRET) == unreachable(
        f"{uri} breaks the connection off at once. "
        f"Use {scheme}+s:// if it asks for encryption (Aura does), or correct the port: Bolt is usually 7687.",
        f"{uri} afbryder forbindelsen med det samme. "
        f"Brug {scheme}+s://, hvis serveren kræver kryptering (det gør Aura), "
        "eller ret porten: Bolt er som regel 7687.",
    )


@both_schemes
def test_the_page_for_browsers_in_place_of_the_server(scheme: str, special: Special, told: Callable[..., Told]) -> None:
    uri = f"{scheme}://127.0.0.1:{special.page}"
    assert told(asked(uri), SECRET) == not_neo4j(uri)


# ---- The server has too little, or stops ----


def load(address: Address, n: int, progress: Callable[..., object] = nothing) -> object:
    return ServerEngine(address).load(edition("a", n), progress)


@pytest.fixture(scope="module")
def filled(special: Special) -> Special:
    """The server with a small graph."""
    load(special.address, 50)
    return special


#: As the driver's log has it.
OUT_OF_MEMORY = "S: FAILURE {'neo4j_code': 'Neo.TransientError.General.MemoryPoolOutOfMemoryError'"


def test_a_load_that_takes_more_memory_than_the_server_gives(
    filled: Special, told: Callable[..., Told], log: io.StringIO
) -> None:
    said = told(lambda: load(filled.address, 4000), PASSWORD, seconds=60)  # most of them until the memory is full
    assert log.getvalue().count(OUT_OF_MEMORY) == 1  # it is not tried again
    assert said.kind is LoadFailed
    reason = said.english.partition("(")[2].partition(").")[0]
    assert reason.endswith("dbms.memory.transaction.total.max threshold reached")
    assert (said.english, said.danish) == (
        f"{filled.uri} has too little memory for one transaction ({reason}). Give it more "
        "(dbms.memory.transaction.total.max or server.memory.heap.max_size) and load again.",
        f"{filled.uri} har for lidt hukommelse til én transaktion ({reason}). Giv den mere "
        "(dbms.memory.transaction.total.max eller server.memory.heap.max_size), og indlæs igen.",
    )
    with filled.driver() as driver:
        assert driver.execute_query("MATCH (n:Forumgraph) RETURN count(n) AS n").records[0]["n"] == 54


def test_a_question_that_takes_more_memory_than_the_server_gives(
    filled: Special, told: Callable[..., Told], log: io.StringIO
) -> None:
    graph = ServerEngine(filled.address).open()
    text = "UNWIND range(1, 10000000) AS n WITH collect(n) AS found RETURN size(found)"
    for work in (lambda: graph.rows(text, {}), lambda: graph.table(text, {}, 1)):
        said = told(work, PASSWORD)
        assert said.kind is GraphUnreachable
        reason = said.english.partition("(")[2].partition(").")[0]
        assert (said.english, said.danish) == (
            f"{filled.uri} has too little memory for the question ({reason}). Ask for less, or give it more "
            "(dbms.memory.transaction.total.max or server.memory.heap.max_size).",
            f"{filled.uri} har for lidt hukommelse til spørgsmålet ({reason}). Spørg om mindre, eller giv den mere "
            "(dbms.memory.transaction.total.max eller server.memory.heap.max_size).",
        )
    assert log.getvalue().count(OUT_OF_MEMORY) == 2  # none is asked again
    graph.close()


def test_a_question_that_writes(filled: Special, told: Callable[..., Told]) -> None:
    graph = ServerEngine(filled.address).open()
    assert told(lambda: graph.rows("CREATE (n:Forum)", {}), PASSWORD) == unreachable(
        "The query writes, and only reading is allowed. Leave out what creates, changes or removes.",
        "Forespørgslen skriver, og der må kun læses. Udelad det, der opretter, ændrer eller fjerner.",
    )
    graph.close()


class Asking(threading.Thread):
    """A question that takes longer than anybody waits, and the error with which it ends."""

    def __init__(self, address: Address) -> None:
        super().__init__()
        self._graph = ServerEngine(address).open()
        self.error: GraphError | None = None
        self.ended = 0.0

    def run(self) -> None:
        try:
            self._graph.rows("UNWIND range(1, 1000000000000) AS n RETURN count(n)", {})
        except GraphError as error:
            self.error = error
        self.ended = time.monotonic()
        self._graph.close()

    def result(self) -> object:
        self.join()
        if self.error:
            raise self.error
        return None


def test_a_server_that_is_killed_amid_questions_and_a_load(filled: Special, told: Callable[..., Told]) -> None:
    direct = Address(f"bolt+ssc://127.0.0.1:{filled.port}", "neo4j", PASSWORD)
    questions = [Asking(filled.address), Asking(direct)]
    clock, killed = Clock(), []

    def kill(kind: str, *_: Any) -> None:
        clock()
        if kind == "Forum" and not killed:
            for each in questions:
                each.start()
            time.sleep(1)
            filled.kill()
            killed.append(time.monotonic())
            clock()

    said = told(lambda: load(filled.address, 51, kill), PASSWORD, clock)
    uri = filled.uri
    assert said == Told(
        LoadFailed,
        f"The connection to {uri} broke off while loading. The graph is the old one or the new one, or marked as "
        "unfinished, never a mixture that answers. Run `forumgraph load` again.",
        f"Forbindelsen til {uri} blev afbrudt under indlæsningen. Grafen er den gamle eller den nye, eller mærket som "
        "ufærdig, aldrig en blanding, der svarer. Kør `forumgraph load` igen.",
    )
    for each, place in zip(questions, (uri, direct.uri), strict=True):
        assert told(each.result, PASSWORD) == unreachable(
            f"The connection to {place} broke off. See that the server runs, and ask again.",
            f"Forbindelsen til {place} blev afbrudt. Se efter, om serveren kører, og spørg igen.",
        )
        assert killed[0] < each.ended < killed[0] + SECONDS
    filled.start()
    graph = ServerEngine(filled.address).open()
    assert graph.rows("MATCH (f:Forum) RETURN count(f) AS n", {}) == [{"n": 50}]
    graph.close()


# ---- A database that can only be read ----


@pytest.fixture(scope="module")
def read_only(filled: Special) -> Special:
    """The same server, started anew with a database that cannot be written to."""
    filled.stop()
    filled.settings |= {"server.databases.read_only": "neo4j"}
    filled.start()
    return filled


@pytest.mark.parametrize("scheme", ["neo4j+ssc", "bolt+ssc"])
def test_a_database_that_can_only_be_read_answers_and_is_not_loaded(
    scheme: str, read_only: Special, told: Callable[..., Told]
) -> None:
    address = Address(f"{scheme}://127.0.0.1:{read_only.port}", "neo4j", PASSWORD)
    graph = ServerEngine(address).open()
    assert graph.rows("MATCH (f:Forum) RETURN count(f) AS n", {}) == [{"n": 50}]
    graph.close()
    assert told(lambda: load(address, 51), PASSWORD) == Told(
        LoadFailed,
        f"{address.uri} can only be read, so nothing was written. "
        "Load into the server that may be written to, as another user if need be.",
        f"{address.uri} kan kun læses, så intet er skrevet. "
        "Indlæs i den server, der må skrives i, om nødvendigt som en anden bruger.",
    )
