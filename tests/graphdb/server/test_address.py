"""Where a server is, who asks, and what is refused: never with a password in what is said."""

from __future__ import annotations

import traceback
from pathlib import Path

import pytest

from forumgraph.graphdb.server import Address, AddressRefused, address_of, is_address
from forumgraph.texts import Texts

SECRET = "hemmeligt-9f3"  # noqa: S105 - of nobody

#: As Aura offers it for download, with another name and password.
AURA = f"""\
# Wait 60 seconds before connecting using these details, or login to https://console.neo4j.io to validate the Aura Instance is available
NEO4J_URI=neo4j+s://1a2b3c4d.databases.neo4j.io
NEO4J_USERNAME=1a2b3c4d
NEO4J_PASSWORD={SECRET}
NEO4J_DATABASE=1a2b3c4d
AURA_INSTANCEID=1a2b3c4d
AURA_INSTANCENAME=Instance01
"""  # noqa: E501 - the line is theirs

ENVIRONMENT = {
    "NEO4J_URI": "neo4j://from-environment",
    "NEO4J_USERNAME": "from-environment",
    "NEO4J_PASSWORD": "from-environment",
    "NEO4J_DATABASE": "from-environment",
}


def refused(word: str | None, credentials: Path | None = None) -> tuple[str, str]:
    """What is said of an address in English and Danish; the password is in none of it."""
    with pytest.raises(AddressRefused) as caught:
        address_of(word, {}, credentials)
    error = caught.value
    english, danish = (Texts(language)(f"errors.{error.key}", **error.values) for language in ("en", "da"))
    told = "".join(traceback.format_exception(error))
    assert SECRET not in f"{english} {danish} {error!r} {error} {told} {error.values}"
    return english, danish


@pytest.fixture
def aura(tmp_path: Path) -> Path:
    path = tmp_path / "Neo4j-1a2b3c4d-Created-2026-01-01.txt"
    path.write_text(AURA, encoding="utf-8")
    return path


# ---- Where an address comes from ----


def test_without_an_address_there_is_no_server() -> None:
    assert address_of(None, {}) is None
    assert address_of(None, {"NEO4J_URI": "", "NEO4J_PASSWORD": SECRET}) is None


def test_the_environment_names_everything() -> None:
    assert address_of(None, ENVIRONMENT) == Address(
        "neo4j://from-environment", "from-environment", "from-environment", "from-environment"
    )


def test_a_credentials_file_of_aura_names_everything(aura: Path) -> None:
    assert address_of(None, {}, aura) == Address(
        "neo4j+s://1a2b3c4d.databases.neo4j.io", "1a2b3c4d", SECRET, "1a2b3c4d"
    )


def test_a_credentials_file_goes_before_the_environment(aura: Path) -> None:
    assert address_of(None, ENVIRONMENT, aura) == address_of(None, {}, aura)


def test_the_word_of_the_command_line_goes_before_both_and_takes_user_password_and_database_from_them(
    aura: Path,
) -> None:
    assert address_of("bolt://word", ENVIRONMENT, aura) == Address("bolt://word", "1a2b3c4d", SECRET, "1a2b3c4d")
    assert address_of("bolt://word", ENVIRONMENT) == Address(
        "bolt://word", "from-environment", "from-environment", "from-environment"
    )


def test_what_a_credentials_file_leaves_out_comes_from_the_environment(tmp_path: Path) -> None:
    path = tmp_path / "credentials.txt"
    path.write_text(f"NEO4J_PASSWORD={SECRET}\nNEO4J_DATABASE=\n", encoding="utf-8")
    assert address_of(None, ENVIRONMENT, path) == Address(
        "neo4j://from-environment", "from-environment", SECRET, "from-environment"
    )


@pytest.mark.parametrize(
    ("line", "password"),
    [
        ("NEO4J_PASSWORD=a#b$c\\d=e", "a#b$c\\d=e"),
        ("NEO4J_PASSWORD='with blanks # and more'", "with blanks # and more"),
        ("export NEO4J_PASSWORD=${HOME}", "${HOME}"),
        ("NEO4J_PASSWORD=æøå", "æøå"),
        ("NEO4J_PASSWORD=crlf\r", "crlf"),
    ],
)
def test_a_password_is_taken_as_it_stands_in_the_file(line: str, password: str, tmp_path: Path) -> None:
    path = tmp_path / "credentials.txt"
    path.write_bytes(b"\xef\xbb\xbf" + f"NEO4J_URI=neo4j://host\n{line}\n".encode())
    assert address_of(None, {}, path) == Address("neo4j://host", "neo4j", password)


def test_the_user_is_neo4j_where_only_a_password_is_named() -> None:
    assert address_of("neo4j://host", {"NEO4J_PASSWORD": SECRET}) == Address("neo4j://host", "neo4j", SECRET)
    assert address_of("neo4j://host", {}) == Address("neo4j://host")


@pytest.mark.parametrize("scheme", ["neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"])
@pytest.mark.parametrize(
    "rest", ["host", "host:7687", "127.0.0.1:7687", "[::1]:7687", "jobcenter.æøå.dk", "h?policy=dk"]
)
def test_an_address_is_taken_as_it_is(scheme: str, rest: str) -> None:
    assert address_of(f"{scheme}://{rest}", {}) == Address(f"{scheme}://{rest}")
    assert is_address(f"{scheme}://{rest}")


def test_blanks_around_an_address_and_a_slash_behind_it_are_left_out() -> None:
    assert address_of(" neo4j://host:7687/ ", {}) == Address("neo4j://host:7687")


@pytest.mark.parametrize("word", ["survey.graph", "data/survey.graph", "C:\\data\\survey.graph", "neo4j", "host:7687"])
def test_a_word_without_a_scheme_is_a_file(word: str) -> None:
    assert not is_address(word)


# ---- A password is nowhere ----


def test_the_representation_of_an_address_holds_no_password(aura: Path) -> None:
    address = address_of(None, {}, aura)
    assert repr(address) == (
        "Address(uri='neo4j+s://1a2b3c4d.databases.neo4j.io', user='1a2b3c4d', database='1a2b3c4d')"
    )
    assert address
    assert address.shown == "neo4j+s://1a2b3c4d.databases.neo4j.io (1a2b3c4d)"
    assert SECRET not in f"{address} {address!r} {[address]} {address.shown}"


@pytest.mark.parametrize(
    "word",
    [
        f"neo4j://neo4j:{SECRET}@host:7687",
        f"neo4j+s://neo4j:{SECRET}/more@host",
        f"neo4j+s://neo4j:{SECRET}#more@host",
        f"neo4j+s://neo4j:{SECRET}?more@host",
        f"neo4j://neo4j:p@{SECRET}@host",
        f"neo4j:{SECRET}@host",
        f"http://neo4j:{SECRET}@host",
        f"neo4j://host?password={SECRET}",
        f"neo4j://host?policy=dk&NEO4J_PASSWORD={SECRET}",
    ],
)
def test_an_address_that_holds_a_password_is_refused_without_being_repeated(word: str) -> None:
    assert refused(word) == (
        "An address holds no user and no password. Name them in NEO4J_USERNAME and NEO4J_PASSWORD.",
        "Bruger og adgangskode skal ikke stå i adressen. Angiv dem i NEO4J_USERNAME og NEO4J_PASSWORD.",
    )


# ---- What is refused ----


@pytest.mark.parametrize(
    "word",
    [
        "host",
        "host:7687",
        "neo4j:/host",
        "neo4j://",
        "neo4j://:7687",
        "neo4j:///data",
        "neo4j://two hosts",
        "neo4j://host#part",
        "neo4j://host:bolt",
        "neo4j://host:99999",
        "neo4j://host:-1",
        "neo4j://host:0",
        "neo4j://[::1",
        "neo4j://a..b",
        f"neo4j://{'a' * 64}.dk",
        f"neo4j://neo4j:{SECRET}",
    ],
)
def test_what_is_not_an_address_is_refused(word: str) -> None:
    assert refused(word) == (
        "That is not the address of a server. Write it as neo4j://host:7687.",
        "Det er ikke adressen på en server. Skriv den som neo4j://vært:7687.",
    )


@pytest.mark.parametrize("scheme", ["http", "https", "neo4js", "bolt+tls", "file"])
def test_another_scheme_is_refused_and_the_schemes_that_there_are_named(scheme: str) -> None:
    assert refused(f"{scheme}://host:7474") == (
        f"An address cannot begin with {scheme}://. It begins with one of "
        "neo4j, neo4j+s, neo4j+ssc, bolt, bolt+s, bolt+ssc, as neo4j://host:7687.",
        f"En adresse kan ikke begynde med {scheme}://. Den begynder med "
        "neo4j, neo4j+s, neo4j+ssc, bolt, bolt+s, bolt+ssc, f.eks. neo4j://vært:7687.",
    )


def test_a_database_behind_the_host_is_refused_and_its_place_named() -> None:
    assert refused("neo4j://host:7687/fora") == (
        "An address ends with the host and the port. Name the database »fora« in NEO4J_DATABASE.",
        "En adresse slutter med vært og port. Angiv databasen »fora« i NEO4J_DATABASE.",
    )


def test_a_credentials_file_without_an_address_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "credentials.txt"
    path.write_text(f"password: {SECRET}\nNEO4J_PASSWORD={SECRET}\n", encoding="utf-8")
    assert refused(None, path) == (
        f"{path} names no server. Add a line NEO4J_URI=neo4j://host:7687, or name one with --graph.",
        f"{path} nævner ingen server. Tilføj en linje NEO4J_URI=neo4j://vært:7687, eller angiv en med --graph.",
    )


def test_a_credentials_file_in_another_encoding_is_refused_without_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "credentials.txt"
    path.write_bytes(f"NEO4J_PASSWORD={SECRET}æ\n".encode("latin-1"))
    assert refused(None, path) == (
        f"{path} is not a text file in UTF-8, so nothing was read from it. "
        "Save it as UTF-8, or name the file that Aura offered for download.",
        f"{path} er ikke en tekstfil i UTF-8, så intet er læst fra den. "
        "Gem den som UTF-8, eller angiv den fil, Aura gav at hente.",
    )


def test_a_credentials_file_that_is_not_there_is_an_error_of_that_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        address_of("neo4j://host", {}, tmp_path / "none.txt")
    assert caught.value.filename == str(tmp_path / "none.txt")
