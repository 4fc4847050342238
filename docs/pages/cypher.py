"""docs/cypher.md: how to ask the graph in one's own Cypher, with examples and their first rows."""

from __future__ import annotations

import shutil
from pathlib import Path

from pages.examples import FOLDER, Example, examples
from pages.graph import drawing
from pages.markdown import anchor, fenced, table
from pages.shell import Shell, shell

_ROWS = 6  # of an example that are shown
_INLINE = "MATCH (f:Forum) WHERE f.status = 'existing' RETURN f.kind AS kind, count(*) AS fora ORDER BY fora DESC, kind"
_WRITING = "MATCH (f:Forum) SET f.name = 'x'"

_HEAD = """# Own Cypher

The built-in commands answer the questions that come up every time. For the others there is Cypher, the language that
Neo4j and the embedded graph both read. This page is for analysts: how to ask, what the graph looks like, what to
write so that both engines answer alike, and questions to start from.

## To ask
"""

_ASK = """A longer query stands better in a file, which also spares you the quoting of your shell:
`forumgraph cypher --file my.cypher` (in UTF-8, as Danish letters need it).

- **Parameters.** `--param area=unions` gives `$area` in the query its value; the option may be given several times. A
  value that is JSON is taken as such (`--param least=2`, `--param 'kinds=["union","school"]'`), anything else is
  text. A parameter that the query needs and does not get is an error, and so is one that it does not know.
- **Rows.** At most 1,000 are printed, or as many as `--limit` says. Where rows were left out, the answer says so; in
  JSON it is `"more": true`.
- **Form.** `--format table`, `json`, `csv` or `markdown`, or `--excel`. Lists stay lists in JSON and are joined by
  semicolons elsewhere.
- **Order.** The order of rows is only what `ORDER BY` makes it. Text is ordered by the numbers of its letters, so
  Aabenraa comes first; the built-in commands use the Danish alphabet.
- **Reading only.** A query cannot change the graph: the embedded one is opened read-only, a server is asked in a read
  transaction. What you want to change stands in the data files.
"""

_SERVER = """## On a server

The same commands ask a [Neo4j of your own](../README.md#your-own-neo4j) once it is named and loaded. Nothing else
changes:

```sh
export NEO4J_URI=neo4j://localhost:7687
read -rs NEO4J_PASSWORD && export NEO4J_PASSWORD
forumgraph load
forumgraph cypher --file my.cypher
```

An address may also be given with `--graph`; the password comes from the environment or from a credentials file alone.
What can go wrong on the way, and what is done about it, stands in [reliability.md](reliability.md).

To ask in Neo4j's own console, `--print` shows any [built-in question](questions.md) with its parameters set, ready to
paste. Selections such as `--area` and `--municipality` go into the parameters.
"""

_LABEL = """Every node that forumgraph writes to a server has a second label, `Forumgraph`. It says whose the node is:
a load changes, counts and removes only nodes that have it, so that others can keep theirs in the same database. So:

- Do not give the label to nodes of your own, and give these no label of the drawing below (`Forum`, `Answer` …): an
  answer would count them. forumgraph refuses to load or to answer where it finds such a node.
- Your queries do not need it: `(f:Forum)` is enough. In the console `MATCH (n:Forumgraph)` finds everything that is
  ours. The embedded graph holds nothing else, and does not know the label.
- Relations from your nodes to ours are yours. They stay while the node stays; a load that would have to remove a node
  with such a relation stops before it changes anything, and names it.
"""

_GRAPH = """## The graph

Each box is a kind of node, each arrow a kind of relation. [schema.md](schema.md) has their properties.
"""

_MEANING = """What a figure must respect:

- **Membership is a claim.** `MEMBER_OF` has a `basis`. Members are those with `self_reported` or `named_by_other`.
  `inferred` is a guess that is in no figure, and `excluded` says that the municipality is *not* in. Several
  municipalities may say the same, so count `DISTINCT m.code`.
- **An answer has a status.** Only `established` is a forum that stands. `informal`, `planned` and `none` are three
  different things; `no_reply` is not a no. A municipality that was not asked has no answer at all.
- **A forum has a status.** `planned` and `proposed` fora do not exist yet, an `ended` one no longer does.
- **A claim belongs to a round.** With several rounds in the graph, give `x.round` or `(n)-[:IN_ROUND]->(r)`, or you
  count all of them.
- **Every claim has `evidence`,** a list of `source:lines`; `forumgraph evidence kkr-syddanmark-2015:1103-1112` prints
  them where the texts of the sources are at hand.

## What both engines read

Written as on the left, a query gives the same rows in both. All built-in questions and all examples below keep to
this; a test sees to it. If you only ever ask a server, all of its Cypher is yours.
"""

#: What to write, what to leave, and what happens otherwise; first what goes wrong without a word.
_PORTABLE = [
    (
        "`WHERE a.code < b.code`, where one `MATCH` has a kind of relation twice",
        "the two left unequal by nothing",
        "**Other rows, without a word:** Neo4j uses a relation once in a pattern, the embedded engine perhaps twice.",
    ),
    (
        "`ORDER BY` and `LIMIT 1`",
        "`collect(f.name)[1]`",
        "**Another value, without a word:** Neo4j counts from 0, the embedded engine from 1, and the order within "
        "`collect()` is nobody's promise.",
    ),
    (
        "names as [schema.md](schema.md) has them",
        "`(f:Forums)`, `f.nmae`",
        "**No row or no value, without a word,** on Neo4j; the embedded engine says what it does not know.",
    ),
    (
        "the kind in the pattern: `(f:Forum)`, `[x:SUCCEEDS]`",
        "`labels(f)`, `label(f)`, `type(x)`",
        "`labels()` gives another value; the others are there on one engine only.",
    ),
    (
        "`EXISTS { MATCH … }`, `COUNT { MATCH … }`",
        "`EXISTS { (f)-[:MEETS]->() }`",
        "The embedded engine wants the `MATCH`.",
    ),
    (
        "`$level IN f.levels`",
        "`any(x IN f.levels WHERE x = $level)`",
        "The embedded engine takes no parameter within `any()` or `all()`.",
    ),
    (
        "`UNWIND f.levels AS x`, then `WITH … WHERE`",
        "`[x IN f.levels WHERE …]`",
        "Only Neo4j filters within a list.",
    ),
    (
        "`OPTIONAL MATCH` and `collect()`",
        "`CALL { … }`, `[(f)-[:CALLED]->(n) | n.name]`, `f { .id }`",
        "Only Neo4j has subqueries by `CALL`, lists made of patterns, and maps made of nodes.",
    ),
    ("`-[:PART_OF*1..3]->`", "`shortestPath()`, `-[:PART_OF*]->`", "Give paths their bounds."),
    (
        "`size($ids) = 0 OR f.id IN $ids`",
        "`$id IS NULL OR f.id = $id`",
        "A parameter without a value has no type on the embedded engine.",
    ),
    (
        "`RETURN m.name AS municipality`",
        "`RETURN m.name AS m`",
        "With the name of a variable, the embedded engine orders by the node and refuses.",
    ),
    (
        "`RETURN count(f) AS fora`",
        "`RETURN count(f)`",
        "Without a name of yours, each engine calls the column in its own way.",
    ),
    ("`r.date < date('2016-01-01')`", "`r.date.year`", "Only Neo4j takes a date apart like this."),
]

_EXAMPLES = """## Questions to start from

Each is a file in [docs/examples](examples), asked here of the survey of 2015 that ships with forumgraph. The head of
a file says what it asks and which values its parameters were given; change them to ask about something else. Below
each command stand the first rows as it prints them with `--format markdown`. Where a file names no round, all rounds
in the graph count.
"""


def cypher_page(root: Path) -> str:
    """Return the page."""
    found = examples(root)
    with shell(root) as here:
        shutil.copytree(root / FOLDER, here.folder / FOLDER)
        parts = [
            *(_HEAD, _typed(here, _INLINE, "--limit", "3"), _ASK, _typed(here, _WRITING)),
            *(_SERVER, _console("--print gaps --area companies", here), _LABEL),
            *(_GRAPH, fenced(drawing(), "mermaid"), _MEANING),
            *(table(("Write", "Not", "Because"), _PORTABLE), _EXAMPLES),
            "".join(f"- [{each.question}]({anchor(each.name)})\n" for each in found),
            *(_section(each, here) for each in found),
        ]
    return "\n".join(parts)


def _typed(here: Shell, query: str, *words: str) -> str:
    said = here.run("cypher", query, *words)
    return fenced(" ".join(["$ forumgraph cypher", f'"{query}"', *words]) + f"\n{said}", "console")


def _console(typed: str, here: Shell) -> str:
    return fenced(f"$ forumgraph cypher {typed}\n{here.run('cypher', *typed.split())}", "console")


def _section(example: Example, here: Shell) -> str:
    command = "forumgraph " + " ".join(example.words)
    head, line, *rows = here.run(*example.words, "--format", "markdown").split("\n\n")[0].splitlines()
    count = f"{len(rows)} rows." if len(rows) <= _ROWS else f"{_ROWS} of {len(rows)} rows."
    shown = "\n".join([head, line, *rows[:_ROWS]])
    text = fenced(example.text, "cypher")
    return f"### {example.name}\n\n{example.question}\n\n{text}\n{fenced(command, 'sh')}\n{shown}\n\n{count}\n"
