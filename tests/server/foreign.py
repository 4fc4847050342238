"""Servers that are not the Neo4j that is expected: silent, deaf, of another protocol, another make or another age.

Each listens on a free port of this machine in a thread of its own, and is of the standard library: only as much of Bolt
is spoken as is needed to say who one is (https://neo4j.com/docs/bolt/current/).
"""

from __future__ import annotations

import socket
import socketserver
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

HELLO, RUN, ROUTE, GOODBYE = 0x01, 0x10, 0x66, 0x02

Serve = Callable[[socket.socket], None]
Answers = Mapping[int, tuple[int, Any]]
"""What is answered to a message, by its tag: the tag of the answer and its one field."""

SUCCESS, FAILURE = 0x70, 0x7F


class _Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        with suppress(OSError):
            self.server.serve(self.request)  # type: ignore[attr-defined]


class _Listening(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, serve: Serve) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.serve = serve


@contextmanager
def listening(serve: Serve) -> Iterator[int]:
    """Serve each connection by a function in a thread of its own, and give the port."""
    with _Listening(serve) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


def silent(client: socket.socket) -> None:
    """Take what is said until the other gives up, and answer nothing."""
    while client.recv(1024):
        pass


def saying(words: bytes) -> Serve:
    """Answer the same to whatever is said."""

    def serve(client: socket.socket) -> None:
        client.recv(1024)
        client.sendall(words)

    return serve


@contextmanager
def deaf() -> Iterator[int]:
    """Swallow packets, as a firewall does: the queue of who waits to be let in is full, so nobody else is answered."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        waiting = [socket.socket() for _ in range(3)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(server.getsockname())
        try:
            yield server.getsockname()[1]
        finally:
            for each in waiting:
                each.close()


def bolt(version: tuple[int, int], answers: Answers) -> Serve:
    """Speak Bolt of a version, and answer each message as told; what nothing is told of succeeds."""

    def serve(client: socket.socket) -> None:
        client.recv(20)
        client.sendall(bytes((0, 0, version[1], version[0])))
        while (tag := _message(client)) not in (None, GOODBYE):
            kind, value = answers.get(tag or 0, (SUCCESS, leading_to(client.getsockname()[1]) if tag == ROUTE else {}))
            packed = bytes((0xB1, kind)) + _packed(value)
            client.sendall(struct.pack(">H", len(packed)) + packed + b"\0\0")

    return serve


def leading_to(port: int) -> dict[str, Any]:
    """Return a routing table that names one address on this machine for everything."""
    servers = [{"role": role, "addresses": [f"127.0.0.1:{port}"]} for role in ("ROUTE", "READ", "WRITE")]
    return {"rt": {"ttl": 300, "servers": servers}}


def _message(client: socket.socket) -> int | None:
    """Read a message and return its tag; None where there is none any more."""
    read = b""
    while size := _exactly(client, 2):
        length = int.from_bytes(size, "big")
        if not length and read:
            return read[1]
        read += _exactly(client, length)
    return None


def _exactly(client: socket.socket, n: int) -> bytes:
    read = b""
    while len(read) < n and (more := client.recv(n - len(read))):
        read += more
    return read


def _packed(value: Any) -> bytes:
    """Return a value as PackStream has it."""
    if isinstance(value, int):
        return b"\xc9" + struct.pack(">h", value)
    if isinstance(value, str):
        return b"\xd0" + bytes((len(value.encode()),)) + value.encode()
    if isinstance(value, list):
        return bytes((0x90 + len(value),)) + b"".join(map(_packed, value))
    return bytes((0xA0 + len(value),)) + b"".join(_packed(part) for item in value.items() for part in item)
