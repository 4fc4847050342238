"""What publications say in their own name, to flat records: rounds and claims, statements, figures, recommendations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.ingest.lines import cite
from forumgraph.ingest.publication_records import (
    CarrierRecord,
    ClaimRecord,
    DutyRecord,
    FigureRecord,
    ProgressRecord,
    RequirementRecord,
    RoundRecord,
    StatementRecord,
    ThemeRecord,
)
from forumgraph.ingest.spread import Speaker, inferred

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.publication import (
        Claim,
        Duty,
        Figure,
        Progress,
        Requirement,
        Round,
        Statement,
        Theme,
    )
    from forumgraph.ingest.records import Records

_HUNDRED = 100  # rates are written in percent, and kept as fractions


def flatten_published(data: Dataset, records: Records) -> None:
    """Add the records of everything that is said by no municipality."""
    for round_ in data.rounds:
        _round(round_.entry, records)
    for statement in data.statements:
        _statement(statement, data, records)
    records.figures += [_figure(n, each, data) for n, each in enumerate(data.findings, 1)]
    records.requirements += [_requirement(n, each, data) for n, each in enumerate(data.requirements, 1)]
    records.themes += [_theme(n, each, data) for n, each in enumerate(data.themes, 1)]
    records.duties += [_duty(n, each, data) for n, each in enumerate(data.duties, 1)]
    for duty in data.duties:
        records.carriers += _carriers(duty, data)
    records.progress += [_progress(each, data) for each in data.progress]


def _round(entry: Round, records: Records) -> None:
    population = entry.population
    records.rounds.append(
        RoundRecord(
            id=entry.id,
            title=entry.title,
            date=entry.date,
            source=entry.source,
            kkr=entry.kkr,
            areas=tuple(entry.questions),
            evidence=cite((*entry.lines, *entry.questions.values()), entry.source),
            population=population.who if population else None,
            population_size=population.size if population else None,
            response_rate=_fraction(population.response_rate) if population else None,
            definitions=tuple(entry.definitions.items()),
        )
    )
    records.claims += [_claim(n, claim, entry) for n, claim in enumerate(entry.claims, 1)]


def _fraction(percent: float | None) -> float | None:
    return None if percent is None else percent / _HUNDRED


def _claim(position: int, claim: Claim, entry: Round) -> ClaimRecord:
    return ClaimRecord(
        id=f"{entry.id}/{claim.id}",
        round=entry.id,
        position=position,
        statement=claim.statement,
        claimed=claim.claimed,
        of=claim.of,
        areas=tuple(dict.fromkeys(claim.areas)),
        evidence=cite(claim.lines, entry.source),
        kind=claim.kind,
        forum=claim.forum,
    )


def _statement(located: Located[Statement], data: Dataset, records: Records) -> None:
    entry, round_, source = located.entry, data.round_of(located) or "", data.source_of(located)
    speaker = Speaker(data, data.publisher_of(round_), round_, source, entry.year)
    evidence = cite(entry.lines, source)
    records.statements.append(
        StatementRecord(entry.forum, entry.year, entry.members_stated, entry.event, speaker.who, round_, evidence)
    )
    speaker.spread(entry, entry.forum, entry.lines, records)
    members = inferred(entry.inferred, entry.forum, round_, source, data)
    records.memberships += [replace(each, year=entry.year) for each in members]


def _cited(located: Located[Any], data: Dataset) -> tuple[str, ...]:
    return cite(located.entry.lines, data.source_of(located))


def _figure(position: int, located: Located[Figure], data: Dataset) -> FigureRecord:
    entry = located.entry
    return FigureRecord(
        id=entry.id,
        position=position,
        measure=entry.measure,
        topic=entry.topic,
        question=entry.question,
        value=entry.value,
        text=entry.text,
        unit=entry.unit,
        population=entry.population,
        population_size=entry.population_size,
        response_rate=_fraction(entry.response_rate),
        period=entry.period,
        told_by=entry.told_by,
        forum=entry.forum,
        round=data.round_of(located) or "",
        evidence=_cited(located, data),
    )


def _requirement(position: int, located: Located[Requirement], data: Dataset) -> RequirementRecord:
    entry = located.entry
    suggested = entry.suggested_by
    return RequirementRecord(
        id=entry.id,
        position=position,
        kkr=entry.kkr,
        theme=entry.theme,
        level=entry.level,
        area=entry.area,
        summary=entry.summary,
        in_force_from=entry.in_force_from,
        in_force_until=entry.in_force_until,
        succeeds=entry.succeeds,
        suggest_areas=suggested.areas if suggested else (),
        suggest_tasks=suggested.tasks if suggested else (),
        suggest_kinds=suggested.kinds if suggested else (),
        suggest_reach=suggested.reach if suggested else (),
        round=data.round_of(located) or "",
        evidence=_cited(located, data),
    )


def _progress(located: Located[Progress], data: Dataset) -> ProgressRecord:
    entry = located.entry
    return ProgressRecord(
        municipality=data.code(entry.municipality),
        requirement=entry.requirement,
        state=entry.state,
        remark=entry.remark,
        date=entry.date,
        reported_by=entry.reported_by,
        evidence=_cited(located, data),
    )


def _theme(position: int, located: Located[Theme], data: Dataset) -> ThemeRecord:
    entry = located.entry
    return ThemeRecord(
        id=entry.id,
        position=position,
        name=entry.name,
        kind=entry.kind,
        kkr=entry.kkr,
        part_of=entry.part_of,
        tasks=tuple(dict.fromkeys(entry.tasks)),
        forums=tuple(dict.fromkeys(entry.forums)),
        round=data.round_of(located) or "",
        evidence=_cited(located, data),
    )


def _duty(position: int, located: Located[Duty], data: Dataset) -> DutyRecord:
    entry = located.entry
    tasks = tuple(dict.fromkeys(entry.tasks))
    return DutyRecord(entry.id, position, entry.of, entry.name, entry.legal_basis, tasks, _cited(located, data))


def _carriers(located: Located[Duty], data: Dataset) -> Iterator[CarrierRecord]:
    """Yield each forum once, with all lines that say so."""
    lines: dict[str, tuple[str, ...]] = {}
    for carrier in located.entry.carried_on_by:
        lines[carrier.forum] = (*lines.get(carrier.forum, ()), *carrier.lines)
    for forum, own in lines.items():
        yield CarrierRecord(located.entry.id, forum, cite(own, data.source_of(located)))
