"""Rounds as a report: what each survey or publication claims of its answers, beside what its rows say."""

from __future__ import annotations

from forumgraph.queries.rounds import ComparedClaim, Round, Rounds
from forumgraph.reports.report import Header, Report, Table, cited, fields_of, flat, plain
from forumgraph.reports.words import share
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
    counted = any(claim.counted in ("answered", "established") for claim in found.claims)
    kkr = f" · KKR {found.kkr}" if found.kkr else ""
    return Table(
        f"{found.title} ({found.id}, {found.date}{kkr})",
        head,
        rows,
        (_asked(found, texts), *((texts("report.claims_note"),) if counted else ())),
    )


def _asked(found: Round, texts: Texts) -> str:
    """Say who was asked: as the rows have it, or as a publication without rows says of itself."""
    if found.asked is not None:
        values = {"asked": found.asked, "answered": found.answered, "no_reply": found.no_reply}
        return texts("report.round_note", source=found.source, **values)
    said = [texts("rounds.nobody_asked", source=found.source)]
    if found.population:
        size = (texts("rounds.size", n=found.population_size),) if found.population_size else ()
        rate = (texts("rounds.rate", rate=share(found.response_rate)),) if found.response_rate is not None else ()
        said.append(texts("rounds.population", who=", ".join((found.population, *size, *rate))))
    return " ".join(said)


def _claim(claim: ComparedClaim, texts: Texts) -> tuple[str, ...]:
    claimed = str(claim.claimed) if isinstance(claim.claimed, int) else texts(f"words.quantity.{claim.claimed}")
    agrees = "–" if claim.agrees is None else texts("report.yes" if claim.agrees else "report.no")
    return claim.statement, claimed, _counted(claim, texts), agrees, cited(claim.evidence)


def _counted(claim: ComparedClaim, texts: Texts) -> str:
    if claim.found is None:
        return texts("rounds.uncountable")
    if claim.of is None:
        inferred = f" {texts('rounds.inferred', n=claim.found_inferred)}" if claim.found_inferred else ""
        return texts(f"rounds.counted.{claim.counted}", n=claim.found) + inferred
    return texts(f"report.counted.{claim.counted}", found=claim.found, of=claim.of, loosely=claim.found_with_informal)
