"""Circles and reciprocity as reports: who keeps meeting, who bridges circles, and what is said from one side only."""

from __future__ import annotations

import math

from forumgraph.queries.circles import Firmness
from forumgraph.queries.overlap_circles import Circle, Circles
from forumgraph.queries.overlap_reciprocity import OneSided, Reciprocity
from forumgraph.queries.selection import AreaRow
from forumgraph.reports.report import Header, Report, Table, cited, fields_of, flat, plain
from forumgraph.reports.words import share, with_status
from forumgraph.texts import Texts


def circles_report(found: Circles, header: Header, areas: tuple[AreaRow, ...], texts: Texts) -> Report:
    """Return the report of the circles."""
    body = plain(found)
    keys = ("circles", "bridges", "communities", "threshold", "same_above", "same_up_to", "areas")
    tables = (_circles(found, areas, texts), _bridges(found, texts), _communities(found, texts))
    records = tuple(flat(each) for each in body["circles"])
    shown = tuple(table for table in tables if table.rows or table.notes)
    return Report(header, {key: body[key] for key in keys}, shown, fields_of(Circle), records)


def _circles(found: Circles, areas: tuple[AreaRow, ...], texts: Texts) -> Table:
    rows = tuple(
        (
            circle.name,
            f"{len(circle.members)}: {', '.join(circle.members)}",
            "; ".join(_forum(each.name, each.without, texts) for each in circle.forums),
            _firm(circle.firmness, texts),
            "; ".join(cited(each.evidence) for each in circle.forums),
        )
        for circle in found.circles
    )
    keys = ("overlap.circle", "overlap.members", "overlap.forums", "overlap.firmness", "report.lines")
    head = tuple(map(texts, keys))
    asked = ", ".join(area.short(texts.language) for area in areas if area.id in found.areas)
    notes = (
        texts("overlap.circles_note", areas=asked or "–"),
        texts(
            "overlap.threshold_note",
            threshold=share(found.threshold),
            above=f"{math.ceil(100 * found.same_above)} %",  # rounded towards the threshold, so that it holds
            up_to=f"{math.floor(100 * found.same_up_to)} %",
        ),
        texts("overlap.firmness_note"),
    )
    return Table(texts("overlap.circles_title", n=len(rows)), head, rows, notes)


def _forum(name: str, without: tuple[str, ...], texts: Texts) -> str:
    return name + (f" ({texts('overlap.without', names=', '.join(without))})" if without else "")


def _firm(firmness: Firmness, texts: Texts) -> str:
    key = "overlap.firm" if firmness.tried == firmness.of else "overlap.firm_tried"
    values = {name: getattr(firmness, name) for name in ("of", "tried", "unchanged", "smaller", "otherwise")}
    return texts(key, **values)


def _bridges(found: Circles, texts: Texts) -> Table:
    rows = tuple((each.municipality, "; ".join(found.names[id_] for id_ in each.circles)) for each in found.bridges)
    head = (texts("report.municipality"), texts("overlap.circles_head"))
    return Table(texts("overlap.bridges_title", n=len(rows)), head, rows)


def _communities(found: Circles, texts: Texts) -> Table:
    rows = tuple(
        (
            f"{len(each.members)}: {', '.join(each.members)}",
            found.names.get(each.circle or "", "–"),
            f"{texts('overlap.of', n=each.common, of=each.either)} ({share(each.jaccard)})",
        )
        for each in found.communities
    )
    head = (texts("overlap.members"), texts("overlap.nearest_circle"), texts("overlap.in_common"))
    return Table(texts("overlap.communities_title"), head, rows, (texts("overlap.communities_note"),))


def reciprocity_report(found: Reciprocity, header: Header, texts: Texts) -> Report:
    """Return the report of what is said from one side only; CSV holds the first list, JSON both."""
    body = plain(found)
    records = tuple(map(flat, body["one_sided"]))
    tables = (_one_sided(found, texts), _not_listed(found, texts))
    keys = {key: body[key] for key in ("one_sided", "not_listed")}
    return Report(header, keys, tables, fields_of(OneSided), records)


def _one_sided(found: Reciprocity, texts: Texts) -> Table:
    rows = tuple(
        (
            each.municipality,
            with_status(each.forum_name, each.status, texts),
            ", ".join(each.named_by),
            texts(f"overlap.itself.{each.itself}"),
            cited(each.evidence),
        )
        for each in found.one_sided
    )
    head = (
        texts("report.municipality"),
        texts("report.forum"),
        texts("overlap.named_by"),
        texts("overlap.itself_head"),
        texts("report.lines"),
    )
    silent = sum(each.itself == "silent" for each in found.one_sided)
    notes = (texts("overlap.one_sided_note", n=silent, of=len(rows)),) if rows else ()
    return Table(texts("overlap.one_sided_title", n=len(rows)), head, rows, notes)


def _not_listed(found: Reciprocity, texts: Texts) -> Table:
    rows = tuple(
        (
            each.municipality,
            with_status(each.forum_name, each.status, texts),
            cited(each.evidence),
            ", ".join(each.left_out_by),
            cited(each.against),
        )
        for each in found.not_listed
    )
    head = (
        texts("report.municipality"),
        texts("report.forum"),
        texts("report.lines"),
        texts("overlap.left_out_by"),
        texts("report.lines"),
    )
    return Table(texts("overlap.left_out_title", n=len(rows)), head, rows)
