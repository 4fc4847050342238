"""compose.yaml starts a server that only this machine reaches, keeps its data, and holds no password."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "compose.yaml").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICE: dict[str, Any] = COMPOSE["services"]["neo4j"]


def test_the_image_is_the_community_edition_of_the_line_with_long_term_support() -> None:
    assert list(COMPOSE["services"]) == ["neo4j"]
    assert SERVICE["image"] == "neo4j:5.26-community"


def test_the_data_lies_in_a_volume_with_a_name() -> None:
    assert SERVICE["volumes"] == ["neo4j-data:/data"]
    assert "neo4j-data" in COMPOSE["volumes"]


def test_only_this_machine_reaches_the_server() -> None:
    assert "127.0.0.1:7687:7687" in SERVICE["ports"]
    assert [port for port in SERVICE["ports"] if not port.startswith("127.0.0.1:")] == []


def test_the_password_comes_from_the_environment_and_must_be_there() -> None:
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?[^}]+\}", SERVICE["environment"]["NEO4J_AUTH"])


def test_no_password_stands_in_the_file() -> None:
    without_comments = re.sub(r"#.*", "", TEXT)
    assert re.findall(r"NEO4J_AUTH: (?!neo4j/\$\{NEO4J_PASSWORD:\?)", without_comments) == []
    given = re.findall(r"(?i)(?:password|-p)[=:] *(\S{3})", without_comments)
    assert given == ["?Se", '\\"$'], "the message where there is none, and the variable of the container"


def test_memory_is_bounded() -> None:
    bounds = {name: value for name, value in SERVICE["environment"].items() if "memory" in name}
    assert set(bounds) == {
        "NEO4J_server_memory_heap_initial__size",
        "NEO4J_server_memory_heap_max__size",
        "NEO4J_server_memory_pagecache_size",
    }
    assert all(re.fullmatch(r"\d+m", value) for value in bounds.values())


@pytest.mark.skipif(os.name == "nt", reason="the container's shell is that of Linux")
def test_the_health_check_asks_the_database_with_the_password_of_the_container(tmp_path: Path) -> None:
    kind, command = SERVICE["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    asked = tmp_path / "cypher-shell"  # of the image, which is not here: it says how it was called
    asked.write_text('#!/bin/sh\necho "$NEO4J_PASSWORD|$*"\nexit 7\n', encoding="utf-8")
    asked.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "NEO4J_AUTH": "neo4j/a pass'word"}
    in_container = command.replace("$$", "$")  # as compose hands it on
    ran = subprocess.run(["/bin/sh", "-c", in_container], env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (7, "a pass'word|-u neo4j RETURN 1\n")
