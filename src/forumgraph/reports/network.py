"""Place in the network as a report: who is in between, what hangs together, and a sentence on what each figure says."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import Any

from forumgraph.ingest.danish import sort_key
from forumgraph.queries.network import Cluster, Measure, Network, NetworkForum, NetworkMunicipality
from forumgraph.reports.report import Header, Report, Table, flat, plain
from forumgraph.reports.words import decimal
from forumgraph.texts import Texts

LISTS = ("municipalities", "forums")
_LEAST = 0.0005  # of a share: less is no tenth of a per cent


@dataclass(frozen=True)
class Listed:
    """Which list is wanted (None: both), and how many of its first entries (None: all)."""

    of: str | None
    top: int | None

    @property
    def lists(self) -> tuple[str, ...]:
        """The names of the lists that are wanted."""
        return (self.of,) if self.of else LISTS


def network_report(found: Network, listed: Listed, header: Header, texts: Texts) -> Report:
    """Return the report of the network question; a list that is not wanted is null in JSON, never empty."""
    chosen = {name: plain(getattr(found, name)[: listed.top]) for name in listed.lists}
    measures = [each for each in found.measures if each.about in listed.lists]
    body = {
        **dict.fromkeys(LISTS),
        **chosen,
        **{name: plain(getattr(found, name)) for name in ("bridges", "components", "communities")},
        "measures": plain(measures),
        "outside": plain(found.outside),
        "totals": plain(found.totals),
    }
    lists = {"municipalities": _municipalities, "forums": _forums}
    tables = [lists[name](found, listed.top, texts) for name in listed.lists]
    tables += [*_clusters(found, header, texts), _bridges(found, texts)]
    return Report(
        header,
        body,
        tuple(each for each in tables if each.rows or each.notes),
        _columns(listed),
        _records(chosen, listed),
    )


def _columns(listed: Listed) -> tuple[str, ...]:
    """Return the fields of what is listed, each once; where both are, the first column says which list it is."""
    rows = {"municipalities": NetworkMunicipality, "forums": NetworkForum}
    names = dict.fromkeys(field.name for name in listed.lists for field in fields(rows[name]))
    return tuple(names) if listed.of else ("of", *names)


def _records(chosen: dict[str, list[dict[str, Any]]], listed: Listed) -> tuple[dict[str, Any], ...]:
    which = [{} if listed.of else {"of": name} for name in chosen]
    return tuple(flat({**of, **row}) for of, rows in zip(which, chosen.values(), strict=True) for row in rows)


def _municipalities(found: Network, top: int | None, texts: Texts) -> Table:
    rows = tuple(
        (
            row.municipality,
            str(row.forums),
            str(row.degree),
            str(row.strength),
            _per_cent(row.betweenness, texts),
            *_place(row, texts),
        )
        for row in found.municipalities[:top]
    )
    names = ("municipality", "forums", "degree", "strength", "betweenness", "core", "component", "community", "cut")
    title = texts("network.municipalities_title", shown=_shown(len(rows), len(found.municipalities), texts))
    return Table(
        title,
        _head(names, texts),
        rows,
        (*(_meaning(found, "municipalities", texts) if rows else ()), *_unsure(found, texts)),
    )


def _forums(found: Network, top: int | None, texts: Texts) -> Table:
    linking = [row for row in found.forums if row.degree > 1]
    rows = tuple(
        (row.name, str(row.degree), _per_cent(row.betweenness, texts), *_place(row, texts)) for row in linking[:top]
    )
    alone = len(found.forums) - len(linking)
    notes = (texts("network.note.alone", n=alone),) if alone else ()
    names = ("forum", "members", "betweenness", "core", "component", "community", "cut")
    title = texts("network.forums_title", shown=_shown(len(rows), len(linking), texts))
    return Table(title, _head(names, texts), rows, (*(_meaning(found, "forums", texts) if rows else ()), *notes))


def _head(names: tuple[str, ...], texts: Texts) -> tuple[str, ...]:
    return tuple(texts(f"network.head.{name}") for name in names)


def _shown(shown: int, of: int, texts: Texts) -> str:
    return str(of) if shown == of else texts("network.cut_off", n=shown, of=of)


def _place(row: NetworkMunicipality | NetworkForum, texts: Texts) -> tuple[str, str, str, str]:
    return str(row.core), str(row.component), str(row.community or "–"), texts("report.yes" if row.cut else "report.no")


def _per_cent(share: float, texts: Texts) -> str:
    """Return a share in per cent with one decimal; nothing at all is 0, and hardly anything is not."""
    if 0 < share < _LEAST:
        return texts("network.below", value=decimal(0.1, texts))
    return texts("network.per_cent", value=decimal(100 * share, texts) if share else "0")


def _unsure(found: Network, texts: Texts) -> tuple[str, ...]:
    """Say who is in the network by the word of others alone, and who is not in it at all."""
    named = [
        texts(f"network.note.{row.reply}", name=row.municipality)
        for row in sorted(found.municipalities, key=lambda row: sort_key(row.municipality))
        if row.reply != "answered"
    ]
    notes = [texts("network.note.rests_on")]
    if named:
        notes.append(texts("network.note.by_others", names=", ".join(named)))
    for reply in ("answered", "no_reply"):
        if names := getattr(found.outside, reply):
            notes.append(texts(f"network.note.outside_{reply}", names=", ".join(names)))
    if found.outside.not_asked:
        notes.append(texts("network.note.outside_not_asked", n=len(found.outside.not_asked)))
    return tuple(notes)


def _clusters(found: Network, header: Header, texts: Texts) -> tuple[Table, ...]:
    """Return the parts, where there are several, and the groups."""
    whole = len(found.components) == 1
    notes = []
    if whole and found.totals.municipalities > 1:
        notes.append(texts("network.note.one_component", n=found.totals.municipalities))
    if header.parameters["kkr"] or header.parameters["municipality"]:
        notes.append(texts("network.note.narrowed"))
    parts = () if whole else found.components
    return _cluster_table("component", parts, [], texts), _cluster_table("community", found.communities, notes, texts)


def _cluster_table(kind: str, found: tuple[Cluster, ...], notes: list[str], texts: Texts) -> Table:
    rows = tuple((str(each.id), str(len(each.members)), ", ".join(each.members)) for each in found)
    head = (texts(f"network.head.{kind}"), texts("network.head.size"), texts("network.head.municipalities"))
    titles = {"component": "network.components_title", "community": "network.communities_title"}
    return Table(texts(titles[kind]), head, rows, tuple(notes))


def _bridges(found: Network, texts: Texts) -> Table:
    rows = tuple((each.municipality, each.name) for each in found.bridges)
    notes = (texts("network.note.bridges"),) if rows else ()
    return Table(texts("network.bridges_title"), _head(("municipality", "forum"), texts), rows, notes)


def _meaning(found: Network, about: str, texts: Texts) -> tuple[str, ...]:
    """Return a sentence on each figure of a list, with what it is a share of, and on how sure an estimate is."""
    size = found.totals.municipalities
    pairs = {"municipalities": math.comb(max(0, size - 1), 2), "forums": math.comb(size, 2)}
    measures = [each for each in found.measures if each.about == about]
    notes = [texts(f"network.{about}.{each.measure}", pairs=pairs[about]) for each in measures]
    return (*notes, *(_estimated(each, texts) for each in measures if each.error is not None))


def _estimated(measure: Measure, texts: Texts) -> str:
    error = _per_cent(measure.error or 0.0, texts)
    return texts(f"network.sampled.{measure.about}", samples=measure.samples, error=error)
