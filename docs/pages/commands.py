"""docs/cli.md: every command with its help and a real example."""

from __future__ import annotations

from pathlib import Path

from forumgraph.cli.main import cli
from forumgraph.cli.usage import every_command
from pages.markdown import anchor, fenced
from pages.shell import Shell, shell

_LINES = 18  # of an example; the rest is left out and said to be

#: What is typed in the example of each command. A command without one is an error of the build.
EXAMPLES: dict[str, list[str]] = {
    "coverage": ["coverage"],
    "gaps": ["gaps", "--area", "companies"],
    "forum": ["forum", "LAU Østfyn"],
    "forums": ["forums", "--area", "unions", "--municipality", "Odense"],
    "municipality": ["municipality", "Fredericia"],
    "representation": ["representation", "--role", "mayor"],
    "organisations": ["organisations", "LO"],
    "network": ["network", "--of", "municipalities", "--top", "10"],
    "rounds": ["rounds"],
    "findings": ["findings", "--topic", "cross-municipal-cooperation"],
    "themes": ["themes", "--round", "kkr-hovedstaden-2015"],
    "tasks": ["tasks", "--municipality", "Kolding"],
    "changes": ["changes", "--from", "kl-god-praksis-2013", "--to", "kl-virksomhedsservice-2019"],
    "requirements": ["requirements"],
    "progress": ["progress", "--municipality", "Furesø"],
    "compare": ["compare", "--kkr", "Syddanmark", "--kkr", "Hovedstaden"],
    "overlap municipalities": ["overlap", "municipalities", "--with", "Vejen"],
    "overlap forums": ["overlap", "forums", "--area", "jobcentres", "--top", "3"],
    "overlap circles": ["overlap", "circles"],
    "overlap reciprocity": ["overlap", "reciprocity"],
    "conflicts": ["conflicts"],
    "identity suggest": ["identity", "suggest", "--top", "3"],
    "identity decide": [
        *("identity", "decide", "star-faglige-netvaerk", "star-jobcenterchefmoeder", "same"),
        *("--why", "Samme møder under to navne.", "--date", "2026-01-15"),
    ],
    "identity undo": ["identity", "undo", "star-faglige-netvaerk", "star-jobcenterchefmoeder"],
    "identity explain": ["identity", "explain", "LAU Østfyn"],
    "validate": ["validate"],
    "explain": ["explain", "FG301"],
    "schema": ["schema"],
    "load": ["load"],
    "unload": ["unload", "--graph", "copy.graph"],
    "doctor": ["doctor"],
    "cypher": ["cypher", "MATCH (f:Forum) RETURN f.kind AS kind, count(*) AS n ORDER BY n DESC, kind", "--limit", "5"],
    "parity": ["parity"],
    "evidence": ["evidence", "kkr-syddanmark-2015:656-664"],
    "atlas": ["atlas", "-o", "atlas.html", "--pages", "pages"],
    "map": ["map", "-o", "map.html"],
}

_HEAD = """# Commands

`forumgraph COMMAND --help` says the same on the terminal, in Danish where the terminal is Danish. Exit codes: 0 fine,
1 a problem in the data or the question, 2 a mistake in what was typed, 3 the graph cannot be reached. Answers go to
stdout; messages go to stderr, in one sentence that says what is wrong and one that says what to do.

Environment: `FORUMGRAPH_DATA` (files and folders, separated as in PATH), `FORUMGRAPH_GRAPH` (where the graph lies: a
file or the address of a server), `FORUMGRAPH_SOURCES` (the folder with the texts of the sources), `COLUMNS` (the width
of tables), `NO_COLOR`. For a server: `NEO4J_URI`, `NEO4J_USERNAME`, `NEO4J_PASSWORD`, `NEO4J_DATABASE`, or all of them
in a file that `FORUMGRAPH_CREDENTIALS` names. A password is taken from there alone and never printed.
"""


def commands_page(root: Path) -> str:
    """Return the page."""
    with shell(root) as here:
        names = [name for name, _ in every_command(cli)]
        index = "\n".join(f"- [{name}]({anchor(name)})" for name in names)
        sections = [_section(name, here) for name in names]
        return "\n".join([_HEAD, index, "", fenced(here.run("--help")), *sections])


def _section(name: str, here: Shell) -> str:
    words = EXAMPLES[name]
    if "copy.graph" in words:
        here.run("load", "--graph", "copy.graph")
    typed = " ".join(f'"{word}"' if " " in word else word for word in words)
    said = here.run(*words).rstrip("\n").split("\n")
    shown = said if len(said) <= _LINES + 1 else [*said[:_LINES], "…"]
    example = "\n".join([f"$ forumgraph {typed}", *shown])
    return f"## {name}\n\n{fenced(here.run(*name.split(), '--help'))}\n{fenced(example)}"
