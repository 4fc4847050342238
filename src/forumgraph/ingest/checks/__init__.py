"""The checks that need all entries at once; each module yields findings and none stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from forumgraph.ingest.checks import (
    claims,
    dates,
    decisions,
    evidence,
    names,
    personal,
    progress,
    publications,
    references,
    relations,
    requirements,
)
from forumgraph.ingest.dataset import Dataset
from forumgraph.ingest.findings import Finding

Check = Callable[[Dataset], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    references.unknown_words,
    references.missing_rounds,
    names.duplicate_ids,
    names.alike_names,
    names.repeated_replies,
    evidence.lines_beyond_source,
    evidence.lines_outside_row,
    evidence.overlapping_rows,
    claims.missing_notes,
    claims.contradicting_self,
    claims.established_without_forum,
    claims.forums_under_no,
    claims.idle_alternatives,
    claims.unasked_members,
    claims.unanswered_areas,
    claims.strangers,
    claims.forums_of_every_area,
    claims.uncountable_claims,
    claims.unnamed_forums,
    relations.idle_pairs,
    relations.circles,
    decisions.of_two_kinds,
    decisions.of_one,
    decisions.decided_twice,
    decisions.contradicting,
    decisions.kept_apart,
    decisions.impossible_bodies,
    dates.impossible,
    dates.backwards,
    dates.early_successors,
    dates.impossible_successions,
    dates.ended_and_existing,
    dates.absent_municipalities,
    publications.in_and_out,
    publications.late_statements,
    publications.statements_out_of_time,
    publications.miscounted_members,
    publications.indistinct_figures,
    requirements.impossible_successors,
    progress.told_twice,
    progress.not_in_force,
    progress.of_another_kkr,
    personal.personal_data,
)


#: The checks of what an entry refers to and cites hold for the sound part of a broken entry too.
OF_REMNANTS: tuple[Check, ...] = (
    references.unknown_words,
    evidence.lines_beyond_source,
    evidence.lines_outside_row,
    dates.impossible,
)


def run(data: Dataset) -> list[Finding]:
    """Return what all checks have to say."""
    rest = data.of_remnants()
    said = [finding for check in CHECKS for finding in check(data)]
    return said + [finding for check in OF_REMNANTS for finding in check(rest)]
