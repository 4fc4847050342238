"""A forum as a report: names, members by what they rest on, meetings, politicians, levels, contradictions."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.queries.claims import COUNTED
from forumgraph.queries.forum import Forum, Member
from forumgraph.queries.forum_rows import TaskRow
from forumgraph.queries.selection import AreaRow
from forumgraph.queries.timeline import Succession
from forumgraph.reports.report import Header, Report, Table, cited, fields_of, flat, plain
from forumgraph.reports.timeline import lifetime, timeline_table
from forumgraph.texts import Texts
from forumgraph.texts.phrases import per_year, side, span


@dataclass(frozen=True)
class Vocabulary:
    """The words of the data that a forum's ids stand for."""

    areas: tuple[AreaRow, ...]
    tasks: tuple[TaskRow, ...]


def forum_report(found: Forum, header: Header, words: Vocabulary, texts: Texts) -> Report:
    """Return the report of one forum."""
    body = plain(found)
    tables = (
        _head(found, words, texts),
        timeline_table(found, texts),
        _members(found, texts),
        _names(found, texts),
        _facts(found, texts),
        _conflicts(found, texts),
        _apart(found, texts),
    )
    records = tuple({"forum": found.id, **flat(member)} for member in body["members"])
    return Report(
        header,
        body,
        tuple(table for table in tables if table.rows or table.notes),
        ("forum", *fields_of(Member)),
        records,
    )


def forums_report(found: tuple[Forum, ...], header: Header, areas: tuple[AreaRow, ...], texts: Texts) -> Report:
    """Return the report of all fora: a line each for people, everything for machines."""
    body = [plain(each) for each in found]
    rows = tuple(_line(each, areas, texts) for each in found)
    head = tuple(texts(f"report.{key}") for key in ("forum", "id", "kind", "state", "areas", "members"))
    table = Table(texts("report.forums_title", n=len(found)), head, rows, (texts("report.forums_note"),))
    return Report(header, {"forums": body}, (table,), fields_of(Forum), tuple(flat(each) for each in body))


def _line(found: Forum, areas: tuple[AreaRow, ...], texts: Texts) -> tuple[str, ...]:
    return (
        found.name,
        found.id,
        texts(f"words.kind.{found.kind}"),
        texts(f"words.forum_status.{found.status}"),
        _areas(found, areas, texts),
        _how_many(found, texts),
    )


def _how_many(found: Forum, texts: Texts) -> str:
    """Say how many are members, and where nobody is by name how many are inferred to be."""
    members = sum(member.basis in COUNTED for member in found.members)
    inferred = sum(member.basis == "inferred" for member in found.members)
    return texts("report.only_inferred", n=inferred) if inferred and not members else str(members)


def _areas(found: Forum, areas: tuple[AreaRow, ...], texts: Texts) -> str:
    return ", ".join(area.short(texts.language) for area in areas if area.id in found.areas)


def _head(found: Forum, words: Vocabulary, texts: Texts) -> Table:
    tasks = {task.id: task.name(texts.language) for task in words.tasks}
    facts = {
        "id": found.id,
        "kind": texts(f"words.kind.{found.kind}"),
        "state": texts(f"words.forum_status.{found.status}"),
        "reach": texts(f"words.reach.{found.reach}") if found.reach else "",
        "areas": _areas(found, words.areas, texts),
        "levels": ", ".join(texts(f"words.level.{level}") for level in found.levels),
        "tasks": "; ".join(tasks[task] for task in found.tasks),
        "themes": "; ".join(texts(f"timeline.theme_{each.by}", name=each.name) for each in found.themes),
        "part_of": found.part_of or "",
        "parts": "; ".join(f"{part.name} ({part.id})" for part in found.parts),
        "succeeds": "; ".join(f"{each.name}: {each.how} [{cited(each.evidence)}]" for each in _before(found)),
        "dates": lifetime(found, texts),
        "merged": found.merged or "",
        "note": found.note or "",
    }
    rows = tuple((texts(f"report.{key}"), value) for key, value in facts.items() if value)
    return Table(found.name, ("", ""), rows)


def _before(found: Forum) -> tuple[Succession, ...]:
    return tuple(each for each in found.succession if each.forum == found.id)


def _members(found: Forum, texts: Texts) -> Table:
    order = ("self_reported", "named_by_other", "inferred", "excluded")
    rows = []
    for member in sorted(found.members, key=lambda member: order.index(member.basis)):
        who = member.excluded_by if member.basis == "excluded" else member.reported_by
        basis = texts(f"words.basis.{member.basis}")
        rows.append((member.municipality, basis, ", ".join(who), cited(member.evidence), _doubt(member, texts)))
    head = tuple(texts(f"report.{key}") for key in ("municipality", "basis", "said_by", "lines", "note"))
    names = ", ".join(found.members_left_out)
    left_out = (texts("timeline.members_left_out", names=names),) if names else ()
    notes = (*((texts("report.members_note"),) if rows else ()), *left_out)
    return Table(_members_title(found, texts), head, tuple(rows), notes)


def _members_title(found: Forum, texts: Texts) -> str:
    """Say how many are members; where no name is known, that rather than none."""
    bases = [member.basis for member in found.members]
    if not any(basis in COUNTED for basis in bases):
        if n := bases.count("inferred"):
            return texts("report.members_inferred", n=n)
        if found.members_left_out:
            return texts("report.members_unknown")
    return texts("report.members_title", n=sum(basis in COUNTED for basis in bases))


def _doubt(member: Member, texts: Texts) -> str:
    """Say why a municipality is inferred to be in, and who says the opposite of its basis."""
    if member.basis == "excluded":
        return texts("report.inferred_though", why=member.reason) if member.reason else ""
    out = texts("report.excluded_by", names=", ".join(member.excluded_by)) if member.excluded_by else ""
    return member.reason or out


def _names(found: Forum, texts: Texts) -> Table:
    rows = tuple(
        (f"({name.name})" if name.described else name.name, ", ".join(name.used_by), cited(name.evidence))
        for name in found.aliases
    )
    head = tuple(texts(f"report.{key}") for key in ("name", "used_by", "lines"))
    return Table(texts("report.names_title"), head, rows, (texts("report.names_note"),) if rows else ())


def _facts(found: Forum, texts: Texts) -> Table:
    rows = [
        (
            texts("report.meets"),
            per_year(span(each.per_year, each.per_year_max), each.level, texts),
            ", ".join(each.reported_by),
            cited(each.evidence),
        )
        for each in found.meetings
    ]
    rows += [
        (
            texts("report.politicians"),
            texts(f"words.role.{each.who}"),
            ", ".join(each.reported_by),
            cited(each.evidence),
        )
        for each in found.political
    ]
    rows += [
        (
            texts("report.run_by" if seat.runs else "report.organisation"),
            seat.name,
            ", ".join(seat.reported_by),
            cited(seat.evidence),
        )
        for seat in found.organisations
    ]
    rows += [
        (
            texts("report.tier", rank=tier.rank),
            f"{tier.name} ({texts(f'words.level.{tier.level}')})",
            "",
            cited(tier.evidence),
        )
        for tier in found.tiers
    ]
    head = ("", texts("report.what"), texts("report.said_by"), texts("report.lines"))
    return Table(texts("report.facts_title") if rows else "", head, tuple(rows))


def _conflicts(found: Forum, texts: Texts) -> Table:
    rows = []
    for conflict in found.conflicts:
        for said in conflict.claims:
            value = side(conflict.about, conflict.subject, said.value, texts)
            rows.append(
                (
                    texts(f"report.about.{conflict.about}"),
                    value,
                    ", ".join(said.reported_by),
                    cited(said.evidence),
                )
            )
    head = (texts("report.about_head"), texts("report.what"), texts("report.said_by"), texts("report.lines"))
    return Table(texts("report.conflicts_title") if rows else "", head, tuple(rows))


def _apart(found: Forum, texts: Texts) -> Table:
    rows = tuple((each.name, each.other, each.why) for each in found.kept_apart)
    head = tuple(texts(f"report.{key}") for key in ("forum", "id", "why"))
    return Table(texts("report.apart_title") if rows else "", head, rows)
