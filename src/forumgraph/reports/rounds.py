"""Rounds as a report: what each survey or publication claims of its answers, beside what its rows say."""

from __future__ import annotations

from forumgraph.queries.rounds import ComparedClaim, Round, Rounds
from forumgraph.reports.report import Header, Report, Table, fields_of, flat, lines_text, plain
from forumgraph.texts import Texts


def rounds_report(found: Rounds, header: Header, texts: Texts) -> Report:
    """Return the report of the rounds question."""
    body = plain(found.rounds)
    records = tuple({"round": each["id"], **flat(claim)} for each in body for claim in each["claims"])
    tables = tuple(_round(each, texts) for each in found.rounds)
    return Report(header, {"rounds": body}, tables, ("round", *fields_of(ComparedClaim)), records)


def _round(found: Round, texts: Texts) -> Table:
    rows = tuple(_claim(claim, texts) for claim in found.claims)
    head = tuple(texts(f"report.{key}") for key in ("claim", "claimed", "found", "agrees", "lines"))
    asked = texts(
        "report.round_note", asked=found.asked, answered=found.answered, no_reply=found.no_reply, source=found.source
    )
    kkr = f" · KKR {found.kkr}" if found.kkr else ""
    return Table(
        f"{found.title} ({found.id}, {found.date}{kkr})",
        head,
        rows,
        (asked, *((texts("report.claims_note"),) if rows else ())),
    )


def _claim(claim: ComparedClaim, texts: Texts) -> tuple[str, ...]:
    claimed = str(claim.claimed) if isinstance(claim.claimed, int) else texts(f"words.quantity.{claim.claimed}")
    counted = texts(
        f"report.counted.{claim.counted}", found=claim.found, of=claim.of, loosely=claim.found_with_informal
    )
    agrees = texts("report.yes" if claim.agrees else "report.no")
    return claim.statement, claimed, counted, agrees, lines_text(claim.evidence)
