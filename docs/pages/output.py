"""docs/output.md: the JSON of each command, key by key, with a short real excerpt that is compared with them."""

from __future__ import annotations

import inspect
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_type_hints

from forumgraph.queries.changes import Changes, InCommon, Side
from forumgraph.queries.compare import Direction
from forumgraph.queries.conflicts import NamedConflict
from forumgraph.queries.coverage import CoverageRow, Total
from forumgraph.queries.findings import FindingRow, Findings
from forumgraph.queries.forum import Forum
from forumgraph.queries.forum_rows import RepresentationRow
from forumgraph.queries.gaps import Gaps
from forumgraph.queries.identity import Identity
from forumgraph.queries.ledger import Duty, Ledger
from forumgraph.queries.municipality import Municipality
from forumgraph.queries.network import Network, NetworkForum, NetworkMunicipality
from forumgraph.queries.organisations import Organisations
from forumgraph.queries.overlap_circles import Circles
from forumgraph.queries.overlap_forums import ForumPairs
from forumgraph.queries.overlap_municipalities import Pairs
from forumgraph.queries.overlap_reciprocity import Reciprocity
from forumgraph.queries.progress import Progress
from forumgraph.queries.requirements import RequirementRow, Requirements
from forumgraph.queries.rounds import Round
from forumgraph.queries.suggestions import Suggestions
from forumgraph.queries.themes import Theme, Themes
from forumgraph.reports import Header
from pages.markdown import anchor, fenced, table
from pages.meanings import Glossary
from pages.shell import Shell, shell
from pages.types import classes_in, type_name

_HEAD = """# JSON output

Every question takes `--format json` and prints one object: the head, then its own keys. Field names are stable. Counts
are numbers, shares are fractions of those asked; `asked`, `answered` and `no_reply` never include those not asked.
Lists of names follow the Danish alphabet (… z æ ø å, Aa as å). The excerpts are real, each list cut to its first entry.
CSV has one record a line with the same field names; lists in it are joined by semicolons, evidence is `source:lines`.
`--excel` gives the same records as CSV that a Danish Excel opens right; the README says how it differs.
"""

Keys = dict[str, Any]


def _of(row: type, *left_out: str) -> Keys:
    return {name: hint for name, hint in get_type_hints(row).items() if name not in left_out}


@dataclass(frozen=True)
class Answer:
    """A command's JSON: what is typed for the excerpt, its own keys, and the class whose meanings they have."""

    words: list[str]
    keys: Keys
    owner: str = ""
    texts: dict[str, str] = field(default_factory=dict)  # meanings of keys that no class has


#: Columns that rows have for their order, or for putting answers together, and that JSON leaves out.
_HIDDEN = {
    CoverageRow: {"position"},
    RepresentationRow: {"position", "reported_by", "round"},
    RequirementRow: {"position"},
    FindingRow: {"date", "position"},
    Theme: {"position"},
    Duty: {"position"},
}

#: What JSON gives in another way, or not: the two rounds of a comparison, and names for people.
_SIDES = ("before", "after", "comparable", "in_common", "names")

ANSWERS: dict[str, Answer] = {
    "coverage": Answer(
        ["coverage", "--municipality", "Assens"],
        {"rows": tuple[CoverageRow, ...], "totals": tuple[Total, ...]},
        texts={"rows": "One entry a municipality and area.", "totals": "The figures of each area."},
    ),
    "gaps": Answer(["gaps", "--area", "companies"], _of(Gaps, "area", "rounds"), "Gaps"),
    "forum": Answer(["forum", "LAU Østfyn"], _of(Forum), "Forum"),
    "forums": Answer(
        ["forums", "--area", "unions", "--municipality", "Odense"],
        {"forums": tuple[Forum, ...]},
        texts={"forums": "Every forum, with the keys of `forum`."},
    ),
    "municipality": Answer(["municipality", "Svendborg"], _of(Municipality, "rounds"), "Municipality"),
    "representation": Answer(
        ["representation"],
        {"rows": tuple[RepresentationRow, ...]},
        texts={"rows": "One entry a municipality, forum and role."},
    ),
    "organisations": Answer(["organisations", "LO"], _of(Organisations, "rounds"), "Organisations"),
    "overlap municipalities": Answer(["overlap", "municipalities"], _of(Pairs, "rounds", "names"), "Pairs"),
    "overlap forums": Answer(["overlap", "forums"], _of(ForumPairs, "rounds"), "ForumPairs"),
    "overlap circles": Answer(["overlap", "circles"], _of(Circles, "rounds", "names"), "Circles"),
    "overlap reciprocity": Answer(["overlap", "reciprocity"], _of(Reciprocity, "rounds"), "Reciprocity"),
    "conflicts": Answer(["conflicts"], {"conflicts": tuple[NamedConflict, ...]}, "Conflicts"),
    "network": Answer(
        ["network"],
        _of(Network, "rounds")
        | {"municipalities": tuple[NetworkMunicipality, ...] | None, "forums": tuple[NetworkForum, ...] | None},
        "Network",
    ),
    "identity explain": Answer(["identity", "explain", "LAU Østfyn"], _of(Identity), "Identity"),
    "rounds": Answer(["rounds"], {"rounds": tuple[Round, ...]}, texts={"rounds": "The rounds, the oldest first."}),
    "findings": Answer(["findings", "--topic", "cross-municipal-cooperation"], _of(Findings, "rounds"), "Findings"),
    "themes": Answer(["themes", "--round", "kkr-hovedstaden-2015"], _of(Themes, "rounds"), "Themes"),
    "tasks": Answer(["tasks", "--municipality", "Kolding"], _of(Ledger), "Ledger"),
    "changes": Answer(
        ["changes", "--from", "kl-god-praksis-2013", "--to", "kl-virksomhedsservice-2019"],
        {"from": Side, "to": Side, "comparable": bool, "in_common": InCommon, **_of(Changes, *_SIDES)},
        "Changes",
    ),
    "requirements": Answer(["requirements"], _of(Requirements), "Requirements"),
    "progress": Answer(["progress", "--municipality", "Furesø"], _of(Progress, "scope", "names"), "Progress"),
    "compare": Answer(
        ["compare", "--kkr", "Syddanmark", "--kkr", "Hovedstaden"],
        {"label": str, "directions": tuple[Direction, ...]},
        texts={
            "label": "Says that it is a comparison and not a breach; in CSV on every line.",
            "directions": "One direction, or both with `--both`.",
        },
    ),
    "identity suggest": Answer(["identity", "suggest", "--all"], _of(Suggestions), "Suggestions"),
}


def output_page(root: Path) -> str:
    """Return the page; raise KeyError where an answer has other keys than the page says."""
    meaning = Glossary()
    parts = [_HEAD, "## Head\n", table(*_rows(_of(Header), "Header", {}, meaning))]
    classes: list[type] = [found for hint in _of(Header).values() for found in classes_in(hint)]
    with shell(root) as here:
        for name, answer in ANSWERS.items():
            parts += [f"## {name}\n", table(*_rows(answer.keys, answer.owner, answer.texts, meaning))]
            parts.append(_excerpt(here, answer))
            classes += [found for hint in answer.keys.values() for found in classes_in(hint)]
        parts += _validate(here, meaning)
    parts += ["## Objects\n", *_objects(classes, meaning)]
    meaning.check()
    return "\n".join(parts)


def _rows(keys: Keys, owner: str, texts: dict[str, str], meaning: Glossary) -> tuple[tuple[str, ...], list[list[str]]]:
    rows = [
        [f"`{name}`", type_name(hint, _link), texts.get(name) or meaning(owner, name)] for name, hint in keys.items()
    ]
    return ("Key", "Type", "Meaning"), rows


def _link(kind: type) -> str:
    return f"[{kind.__name__}]({anchor(kind.__name__)})"


def _shown(kind: type) -> Keys:
    return _of(kind, *_HIDDEN.get(kind, ()))


def _objects(classes: list[type], meaning: Glossary) -> list[str]:
    """Return a section for each class that is spoken of, and those that they speak of."""
    found: list[type] = []
    while classes:
        kind = classes.pop(0)
        if kind not in found:
            found.append(kind)
            classes += [each for hint in _shown(kind).values() for each in classes_in(hint)]
    sections = []
    for kind in sorted(found, key=lambda each: each.__name__):
        about = inspect.getdoc(kind) or ""
        sections.append(f"### {kind.__name__}\n\n{about}\n\n{table(*_rows(_shown(kind), kind.__name__, {}, meaning))}")
    return sections


def _excerpt(here: Shell, answer: Answer) -> str:
    found = json.loads(here.run(*answer.words, "--format", "json"))
    own = {name: found[name] for name in found if name not in _of(Header) or name in answer.keys}
    _compare(own, answer.keys, answer.words[0])
    return fenced(json.dumps({"question": found["question"], **_cut(own)}, ensure_ascii=False, indent=2), "json")


def _compare(found: dict[str, Any], keys: Keys, place: str) -> None:
    """Raise KeyError where an object has other keys than its class, at any depth."""
    if set(found) != set(keys):
        raise KeyError(f"{place} has other keys than docs/pages/output.py says: {sorted(set(found) ^ set(keys))}")
    for name, hint in keys.items():
        inside = classes_in(hint)
        values = found[name] if isinstance(found[name], list) else [found[name]]
        for value in values if inside else ():
            if isinstance(value, dict):
                _compare(value, _shown(inside[0]), f"{place}.{name}")


def _cut(value: Any) -> Any:
    if isinstance(value, list):
        return [_cut(each) for each in value[:1]]
    if isinstance(value, dict):
        return {key: _cut(each) for key, each in value.items()}
    return value


def _validate(here: Shell, meaning: Glossary) -> list[str]:
    """The check's JSON is no answer of the graph: its keys and their types are read from a real one."""
    found = json.loads(here.run("validate", "--format", "json"))
    own = {name: value for name, value in found.items() if name != "question"}
    whole = [[f"`{name}`", _seen(value), meaning("Validate", name)] for name, value in own.items()]
    entry = [[f"`{name}`", _FINDING[name], meaning("Finding", name)] for name in found["findings"][0]]
    head = ("Key", "Type", "Meaning")
    return [
        "## validate\n",
        table(head, whole),
        "Each finding:\n",
        table(head, entry),
        fenced(json.dumps(_cut(found), ensure_ascii=False, indent=2), "json"),
    ]


#: The types of a finding's keys; one example cannot show which of them may be null.
_FINDING = {
    "code": "text",
    "severity": "text",
    "file": "text",
    "line": "number or null",
    "column": "number or null",
    "offending": "text",
    "allowed": "list of text",
    "suggestion": "text or null",
    "message": "text",
    "fix": "text",
}


def _seen(value: Any) -> str:
    if isinstance(value, list):
        return "list of text" if value and isinstance(value[0], str) else "list of objects"
    return "number" if isinstance(value, int) else "text"
