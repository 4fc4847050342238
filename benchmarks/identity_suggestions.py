"""How many duplicates `identity suggest` finds where the survey's merges are taken away, beside plain rapidfuzz.

    python benchmarks/identity_suggestions.py          the tables of docs/identity.md
    python benchmarks/identity_suggestions.py --wrong  and the false ones among the first twenty, and true ones far down

Everything goes through the product: the split survey is written as YAML, read, checked, loaded into an embedded graph,
and asked by the same function as on the command line.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from rapidfuzz import fuzz, utils

from forumgraph.graphdb import Data
from forumgraph.graphdb.cache import load
from forumgraph.queries import Selection, scope
from forumgraph.queries.suggestion_parts import LEAST
from forumgraph.queries.suggestions import Suggestion, Wanted, suggest
from identity_split import Slips, Split, read_survey, split, written

ROOT = Path(__file__).resolve().parent.parent
SEED = 2015
DEPTHS = (10, 50, 100)
FUNEN = {
    "Assens", "Faaborg-Midtfyn", "Kerteminde", "Langeland", "Middelfart", "Nordfyns", "Nyborg", "Odense", "Svendborg",
    "Ærø",
}  # fmt: skip
SCORERS: dict[str, Callable[..., float]] = {
    "WRatio": fuzz.WRatio,
    "token_set_ratio": fuzz.token_set_ratio,
    "token_sort_ratio": fuzz.token_sort_ratio,
    "ratio": fuzz.ratio,
}
PARTS = ("name", "members", "area", "level", "task")

Ranking = list[frozenset[str]]
"""Pairs of bodies, the likeliest first."""


@dataclass(frozen=True)
class Set:
    """A split survey with all pairs of it, as the product ranks them."""

    title: str
    split: Split
    ranked: tuple[Suggestion, ...]

    @property
    def rankings(self) -> dict[str, Ranking]:
        """The order of each way to rank: ours, our names alone, and each scorer of rapidfuzz on the names."""
        names = sorted(self.ranked, key=lambda each: (-each.parts.name, _shuffled(_pair(each))))
        plain = {f"rapidfuzz {name}": self._plain(scorer) for name, scorer in SCORERS.items()}
        true = self.split.true_pairs
        best = max(plain, key=lambda name: average_precision(plain[name], true))
        return {
            "identity suggest": [_pair(each) for each in self.ranked],
            "its names alone": [_pair(each) for each in names],
            **plain,
            f"{best}, two reporters": [pair for pair in plain[best] if len(set(map(_reporter, pair))) > 1],
        }

    def _plain(self, scorer: Callable[..., float]) -> Ranking:
        """Rank by the two names that a scorer finds most alike, of all names and phrases; equal pairs shuffled."""
        names = _names(self.split)
        scores = {
            frozenset((a, b)): max(scorer(one, other) for one in names[a] for other in names[b])
            for n, a in enumerate(sorted(names))
            for b in sorted(names)[n + 1 :]
        }
        return sorted(scores, key=lambda pair: (-scores[pair], _shuffled(pair)))


def _names(made: Split) -> dict[str, list[str]]:
    """Return all words that the reporter has for each body, as rapidfuzz recommends to prepare them."""
    found: dict[str, list[str]] = {forum["id"]: [forum["name"]] for forum in made.data["forums"]}
    for reply in made.data["replies"]:
        for holder in (*reply.get("answers", {}).values(), reply.get("every_area"), reply.get("missing_fora")):
            for id_, mention in (holder or {}).get("forums", {}).items():
                found[id_] += [*mention.get("called", []), *mention.get("described", [])]
    return {id_: list(dict.fromkeys(map(utils.default_process, names))) for id_, names in found.items()}


def _reporter(id_: str) -> str:
    return id_.rpartition("-")[0]


def _shuffled(pair: frozenset[str]) -> bytes:
    """Return where a pair stands among equal ones: the same in each run, and for no reason."""
    return blake2b(" ".join(sorted(pair)).encode(), digest_size=8).digest()


def _pair(found: Suggestion) -> frozenset[str]:
    return frozenset((found.first, found.second))


def asked(title: str, made: Split) -> Set:
    """Load a split survey and ask for all pairs of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("municipalities.yaml", "vocabulary.yaml"):
            shutil.copy(ROOT / "data" / file, folder)
        (folder / "forums.yaml").write_text(written(made.data), encoding="utf-8")
        data = Data((folder,), True, folder / "split.graph")
        load(data, lambda *_: None)
        graph = data.engine.open()
        found = suggest(graph, scope(graph, Selection()), "forums", Wanted(len(made.origin) ** 2, least=0))
        graph.close()
    return Set(title, made, found.suggestions)


def sets() -> list[Set]:
    """Return the sets that are measured: the survey, its two halves, and the survey written in a hurry."""
    survey = read_survey(ROOT / "data")
    rest = {reply["municipality"] for reply in survey["replies"]} - FUNEN
    return [
        asked("The survey", split(survey)),
        asked("Funen alone", split(survey, reporters=FUNEN)),
        asked("All but Funen", split(survey, reporters=rest)),
        asked("Written in a hurry", split(survey, Slips(SEED))),
    ]


def average_precision(ranking: Ranking, true: set[frozenset[str]]) -> float:
    """Return the mean, over all true pairs, of the share of true ones among those that stand no lower."""
    hits, total = 0, 0.0
    for place, pair in enumerate(ranking, 1):
        if pair in true:
            hits += 1
            total += hits / place
    return total / len(true)


def reached(ranking: Ranking, found: Set) -> int:
    """Return of how many bodies at least one true pair stands as high as there are true pairs."""
    true = found.split.true_pairs
    high = true.intersection(ranking[: len(true)])
    return len({found.split.origin[next(iter(pair))] for pair in high})


def table(found: Set) -> str:
    """Return the table of one set as Markdown: true and false pairs down to some depths, and average precision."""
    true = found.split.true_pairs
    depths = sorted({*DEPTHS, len(true)})
    reports, shared = len(found.split.origin), len({found.split.origin[next(iter(pair))] for pair in true})
    lines = [
        f"**{found.title}**: {reports} reports, {reports * (reports - 1) // 2:,} pairs, {len(true)} of them true, "
        f"of {shared} bodies.",
        "",
        f"| | {' | '.join(f'first {depth}' for depth in depths)} | average precision | bodies reached |",
        f"| --- |{' --- |' * (len(depths) + 2)}",
    ]
    for name, ranking in found.rankings.items():
        cells = [f"{(hits := len(true.intersection(ranking[:depth])))} + {depth - hits}" for depth in depths]
        rest = f"{average_precision(ranking, true):.2f} | {reached(ranking, found)}"
        lines.append(f"| {name} | {' | '.join(cells)} | {rest} |")
    shown = {_pair(each) for each in found.ranked if each.score >= LEAST}
    hits = len(true & shown)
    lines += ["", f"The command itself suggests {len(shown)} pairs: {hits} true and {len(shown) - hits} false."]
    return "\n".join(lines)


def wrong(found: Set) -> Iterable[str]:
    """Yield the false pairs among the first twenty, then the true ones that stand below as many as there are."""
    true = found.split.true_pairs
    for place, each in enumerate(found.ranked, 1):
        said = (
            f"{place:>5}  {each.score:.2f}  {each.first} »{each.names[0].name}«  {each.second} »{each.names[1].name}«"
        )
        if _pair(each) not in true and place <= 20:  # noqa: PLR2004 - the first twenty are what the command shows
            was = " / ".join(found.split.origin[id_] for id_ in (each.first, each.second))
            yield f"false{said}  ({was})  {each.parts}"
        if _pair(each) in true and place > len(true):
            yield f"true {said}  ({found.split.origin[each.first]})  {each.parts}"


def main() -> None:
    """Print the tables, and with --wrong what went wrong in the survey below them."""
    found = sets()
    print("\n\n".join(map(table, found)))
    if sys.argv[1:] == ["--wrong"]:
        print("\n" + "\n".join(wrong(found[0])))


if __name__ == "__main__":
    main()
