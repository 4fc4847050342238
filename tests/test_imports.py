"""Imports point one way only, and what is heavy is imported where it is needed and not before."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import forumgraph

ROOT = Path(forumgraph.__file__).parent

#: What a folder may import of the others. Texts and documents know nobody, and only the command line knows everybody.
MAY_IMPORT = {
    "texts": set(),
    "documents": set(),
    "ingest": {"documents"},
    "graphdb": {"ingest"},
    "queries": {"ingest", "graphdb"},
    "reports": {"ingest", "graphdb", "queries", "texts", "documents"},
    "maps": {"ingest", "graphdb", "queries", "texts", "documents"},
    "cli": {"ingest", "graphdb", "queries", "reports", "maps", "texts", "documents"},
}

#: Modules that only one folder may import, wherever in a file the import stands.
OWNED = {
    "ladybug": "graphdb",
    "neo4j": "graphdb",
    "yaml": "ingest",
    "ruamel": "ingest",
    "pydantic": "ingest",
    "click": "cli",
    "matplotlib": "maps",
    "openpyxl": "documents",
    "pyvis": "maps",
}

HEAVY = (
    "ladybug",
    "neo4j",
    "pyvis",
    "networkx",
    "rich",
    "rapidfuzz",
    "pydantic",
    "jinja2",
    "yaml",
    "ruamel",
    "matplotlib",
    "openpyxl",
    "PIL",
)

SOURCES = sorted(ROOT.rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """The modules that a source file imports, with the line; those for type checkers alone included."""
    package = ("forumgraph", *path.relative_to(ROOT).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            yield node.lineno, module
            # "from forumgraph import cli" names the module only after the import.
            yield from ((node.lineno, f"{module}.{each.name}") for each in node.names if module == "forumgraph")


def folder(path: Path) -> str:
    """The folder of a source file; empty for the package itself."""
    parts = path.relative_to(ROOT).parts
    return parts[0] if len(parts) > 1 else ""


def offenders_against_the_direction(path: Path) -> list[str]:
    own = folder(path)
    allowed = MAY_IMPORT.get(own, set(MAY_IMPORT))
    found = []
    for line, module in imports(path):
        parts = module.split(".")
        if parts[0] == "forumgraph" and len(parts) > 1 and parts[1] in set(MAY_IMPORT) - allowed - {own}:
            found.append(f"{path.relative_to(ROOT.parent)}:{line} imports {module}")
    return found


def offenders_against_owners(path: Path) -> list[str]:
    return [
        f"{path.relative_to(ROOT.parent)}:{line} imports {module}"
        for line, module in imports(path)
        if OWNED.get(module.split(".")[0], folder(path)) != folder(path)
    ]


def test_every_folder_with_sources_has_its_place_in_the_order() -> None:
    assert {folder(path) for path in SOURCES} - {""} == set(MAY_IMPORT)


def test_imports_point_one_way_only() -> None:
    assert [each for path in SOURCES for each in offenders_against_the_direction(path)] == []


def test_what_belongs_to_one_folder_is_imported_by_no_other() -> None:
    assert [each for path in SOURCES for each in offenders_against_owners(path)] == []


@pytest.mark.parametrize(
    ("place", "text", "line"),
    [
        ("ingest", "import os\nfrom forumgraph.graphdb import load\n", 2),
        ("graphdb", "def f():\n    import forumgraph.queries.coverage\n", 2),
        ("queries", "from ..reports import render\n", 1),
        ("texts", "from forumgraph import ingest\n", 1),
        ("maps", "from forumgraph.reports.words import name\n", 1),
        ("reports", "if True:\n    from forumgraph.cli.main import main\n", 2),
    ],
)
def test_an_import_against_the_direction_is_shown_with_file_and_line(
    place: str, text: str, line: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _written(tmp_path, place, text, monkeypatch)
    (shown,) = offenders_against_the_direction(path)
    assert shown.startswith(f"{Path('forumgraph') / place / 'new.py'}:{line} imports forumgraph.")


def test_an_engine_outside_its_folder_is_shown_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _written(tmp_path, "queries", "def f():\n    import ladybug\n", monkeypatch)
    assert offenders_against_owners(path) == [f"{Path('forumgraph') / 'queries' / 'new.py'}:2 imports ladybug"]


def _written(tmp_path: Path, place: str, text: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path / "forumgraph")
    path = tmp_path / "forumgraph" / place / "new.py"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("module", ["forumgraph.cli", "forumgraph.queries", "forumgraph.graphdb", "forumgraph.texts"])
def test_starting_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == []


def test_the_command_line_can_be_built_without_anything_heavy() -> None:
    code = (
        "import sys\nfrom forumgraph.cli import main\n"
        "try:\n    main(['--version'])\nexcept SystemExit:\n    pass\n"
        f"print('heavy:', *sorted(set(sys.modules) & set({HEAVY!r})))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines()[-1].strip() == "heavy:"
