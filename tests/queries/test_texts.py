"""Whatever stands in a text of the data comes back as it was written, from every question that returns it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from forumgraph.graphdb import Graph
from forumgraph.queries import CATALOGUE, ask

TEXTS = {
    "danish": "Æblegrød på Ærø, Ålborg og Øster Åby",
    "single quotes": "Vejens 'forum' og l'été",
    "double quotes": '"Hulemøder" og ”panelet”',
    "backslashes": r"C:\nyt\tab \u0041 \\ \'",
    "a newline": "første linje\nanden linje\n\nfjerde",
    "a tab": "før\tefter",
    "emoji": "🦄 forum 👩‍🏭 og 🇩🇰",
    "another script": "Форум 论坛 منتدى",
    "an accent apart from its letter": "Trekantomra\u030adet",
    "very long": "meget langt navn på et forum " * 130 + "slut",
    "cypher": "') RETURN 1 // $rounds {x: 1} `f`",
    "a list": "[a, b]",
    "a struct": "{a: 1}",
    "a number": "0042",
    "a date": "2015-08-20",
    "a truth": "true",
    "nothing": "null",
    "NaN": "NaN",
    "spaces around": "  forum  ",
    "a percent sign": "100 % og {0} og %s",
    "html": "<b>forum</b> &amp; <script>",
    "a line separator": "før\u2028efter\u0085slut",
}
NAMES = list(TEXTS)
DAY = dt.date(2015, 1, 1)

PARAMETERS = {
    "round": "r",
    "area": "a0",
    "as_of": "9999-12-31",
    "day": "",
    "rounds": ["r"],
    "forums": [],
    "municipalities": [],
    "areas": [],
    "kkr": [],
    "roles": [],
}


def _data() -> dict[str, Any]:
    """A data set in which the texts stand wherever a text may stand: the nth text in the nth entry of everything."""
    texts = list(enumerate(TEXTS.values()))
    both = [(n, text, {"da": text, "en": text}) for n, text in texts]
    return {
        "source": "s",
        "round": "r",
        "areas": [{"id": f"a{n}", "name": names, "short": names, "about": text} for n, text, names in both],
        "tasks": [{"id": f"t{n}", "name": names} for n, _, names in both],
        "municipalities": [{"code": f"{n:04}", "name": text, "kkr": text} for n, text in texts],
        "sources": [
            {"id": f"s{n}", "title": text, "publisher": text, "date": DAY, "lines": 9} for n, text in texts
        ]
        + [{"id": "s", "title": "s", "publisher": "s", "date": DAY, "lines": 999}],
        "rounds": [{"id": "r", "title": "r", "date": DAY, "source": "s", "lines": 1, "questions": {"a0": 1}}]
        + [
            {"id": f"r{n}", "title": text, "date": DAY, "source": "s", "kkr": text, "lines": 1,
             "questions": {f"a{n}": 1}, "population": {"who": text, "lines": 1},
             "claims": [{"id": "c", "statement": text, "claimed": "all", "of": "answered", "lines": 1}]}
            for n, text in texts
        ],
        "organisations": [
            {"id": f"o{n}", "name": text, "kind": "other", "aliases": text, "note": text} for n, text in texts
        ],
        "forums": [
            {"id": f"f{n}", "name": text, "kind": "network", "merged": text, "note": text,
             "tiers": [{"name": text, "level": "political", "lines": 1}],
             "inferred": [{"municipalities": text, "why": text, "lines": 1}],
             "succeeds": [{"forum": f"old{n}", "how": text, "lines": 1}]}
            for n, text in texts
        ]
        + [{"id": f"old{n}", "name": text, "kind": "council", "status": "ended"} for n, text in texts],
        "statements": [{"forum": f"f{n}", "event": text, "lines": 1} for n, text in texts],
        "themes": [
            {"id": f"th{n}", "name": text, "kind": "focus_area", "kkr": text, "forums": f"f{n}", "lines": 1}
            for n, text in texts
        ],
        "kept_apart": [{"forums": [f"f{n}", f"f{(n + 1) % len(texts)}"], "why": text} for n, text in texts],
        "replies": [
            {"municipality": text, "row": 10 + n,
             "answers": {"a0": {"status": "informal", "note": text, "lines": 10 + n, "forums": {f"f{n}": {
                 "called": text, "described": text, "organisations": f"o{n}", "meets": 1, "politicians": "mayor",
                 "with": next(other for m, other in texts if m == (n + 1) % len(texts)),
             }}}},
             "missing_fora": {"answer": "missing", "summary": text, "lines": 1}}
            for n, text in texts
        ],
    }  # fmt: skip


class _Quoted(yaml.SafeDumper):
    """Writes every text between double quotes, so that nothing in it can be taken for anything else."""

    def represent_text(self, text: str) -> yaml.Node:
        return self.represent_scalar("tag:yaml.org,2002:str", text, '"')

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Quoted.add_representer(str, _Quoted.represent_text)


@pytest.fixture(scope="module")
def odd(loaded: Callable[..., Graph], tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path: Path = tmp_path_factory.mktemp("odd") / "odd.yaml"
    path.write_text(yaml.dump(_data(), Dumper=_Quoted, allow_unicode=False, width=10_000), encoding="utf-8")
    return loaded(path)


def _cells(odd: Graph, question: str, column: str, **chosen: Any) -> list[Any]:
    """The cells of a column, those of lists one by one."""
    wanted = CATALOGUE[question]
    given = {name: chosen.get(name, PARAMETERS.get(name)) for name in wanted.parameters}
    cells = [getattr(row, column) for row in ask(odd, wanted, given)]
    return [each for cell in cells for each in (cell if isinstance(cell, tuple) else (cell,))]


@pytest.mark.parametrize(
    ("question", "columns"),
    [
        ("areas", ("name_da", "name_en", "short_da", "short_en")),
        ("words", ("municipalities", "kkr")),
        ("rounds", ("title", "kkr", "population")),
        ("area_coverage", ("municipality", "kkr", "note")),
        ("area_gaps", ("municipality", "note")),
        ("wishes", ("municipality", "summary")),
        ("forums", ("name", "merged", "note")),
        ("forum_names", ("name", "aliases")),
        ("forum_aliases", ("name", "reported_by")),
        ("forum_members", ("forum_name", "municipality", "kkr", "reported_by", "reason")),
        ("forum_organisations", ("name", "reported_by")),
        ("organisation_names", ("name", "aliases")),
        ("forum_meetings", ("reported_by",)),
        ("forum_tiers", ("name",)),
        ("forum_succession", ("forum_name", "name", "how")),
        ("forum_statements", ("event",)),
        ("forum_themes", ("name", "kkr")),
        ("forum_kept_apart", ("name", "why")),
        ("representation", ("municipality", "forum_name", "reported_by")),
        ("network", ("municipality", "forum_name")),
    ],
)
def test_every_text_comes_back_as_it_was_written(question: str, columns: tuple[str, ...], odd: Graph) -> None:
    for column in columns:
        cells = _cells(odd, question, column)
        assert [name for name, text in TEXTS.items() if text not in cells] == [], column


@pytest.mark.parametrize("name", NAMES)
def test_a_claim_comes_back_as_it_was_written(name: str, odd: Graph) -> None:
    assert _cells(odd, "round_claims", "statement", rounds=[f"r{NAMES.index(name)}"]) == [TEXTS[name]]


@pytest.mark.parametrize("name", NAMES)
def test_a_text_can_be_asked_for(name: str, odd: Graph) -> None:
    chosen = {"municipalities": [TEXTS[name]], "kkr": [TEXTS[name]]}
    assert _cells(odd, "area_coverage", "note", **chosen) == [TEXTS[name]]
    assert _cells(odd, "municipalities", "kkr", **chosen) == [TEXTS[name]]
