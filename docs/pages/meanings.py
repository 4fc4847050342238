"""What each key of an answer means. A key without a meaning, or a meaning without a key, is an error of the build."""

from __future__ import annotations

MEANINGS: dict[str, str] = {
    # the head of every answer
    "question": "The command that was asked.",
    "round": "The round that it rests on; null where several do.",
    "rounds": "The rounds that it rests on.",
    "as_of": "The date that `--as-of` gave, else that of the latest of these rounds.",
    "parameters": "What was chosen: `round`, `as_of`, `kkr`, `municipality`, `area`, and what the command adds.",
    "data": "The files that were asked, as they were named.",
    "stale": "True where the graph is older than the files, as `--stale` allows.",
    # what keys mean wherever they stand
    "municipality": "The municipality, by its name in municipalities.yaml.",
    "code": "Its four-digit number.",
    "kkr": "Its regional council of municipalities (KKR).",
    "area": "The area, by its id.",
    "areas": "The areas, by their ids, in their order.",
    "status": "established, informal, planned, none, no_reply or not_asked.",
    "confidence": "How sure the reading is: certain, probable or uncertain; null where nothing was answered.",
    "alternative": "Another status that a careful second reader could defend.",
    "note": "Why it was read so, in own words.",
    "evidence": "The lines it was read from, one entry a source.",
    "forums": "The fora that the answer names, by their ids.",
    "id": "Its id, which does not change.",
    "name": "Its name.",
    "kind": "What sort it is.",
    "levels": "political, management, operational.",
    "reported_by": "The municipalities that say so.",
    "excluded_by": "The municipalities that say it is not in.",
    "reason": "Why it was inferred.",
    "basis": "What the membership rests on: self_reported, named_by_other (both counted), inferred or excluded.",
    "forum": "The forum, by its id.",
    "answer": "missing, later or none.",
    "summary": "What the municipality says, in own words.",
    "claims": "Each side, with who says it and where.",
    "level": "political, management or operational; null where the text does not say.",
    "per_year": "How often a year; the least of a range.",
    "asked": "Municipalities that have a row in the round.",
    "answered": "Those of them that answered.",
    "no_reply": "Those of them that did not.",
    # totals
    "Total.established": "Municipalities with a standing forum.",
    "Total.informal": "Without one, in contact all the same.",
    "Total.planned": "That consider or set up one.",
    "Total.none": "That answered no.",
    "Total.not_asked": "Without a row in the round; in no denominator.",
    "Total.asked": "The denominator: all but those not asked.",
    "Total.share_low": "`established` of `asked`; null where nobody was asked.",
    "Total.share_high": "`established` and `no_reply` of `asked`.",
    "Total.forums": "How many different fora the established answers name.",
    "Total.round": "The round that the figures are from.",
    # gaps
    "Gaps.confirmed": "Municipalities that answered no.",
    "Gaps.informal": "Municipalities without a standing forum, in contact all the same.",
    "Gaps.closing": "Municipalities that plan one.",
    "Gaps.unknown": "Municipalities that were asked and did not answer.",
    "Gaps.not_asked": "Municipalities without a row in the round.",
    "Gaps.self_reported": "What municipalities say of fora that are missing; asked once, for all areas.",
    "Gaps.rows": "The municipalities behind the lists, with their evidence.",
    "Gaps.total": "The figures of the area.",
    "WishRow.round": "The round in which it was said.",
    "WishRow.forums": "The fora that it speaks of, by their ids.",
    # a forum
    "Forum.status": "existing, planned, proposed or ended.",
    "Forum.tasks": "Its core tasks, by their ids.",
    "Forum.aliases": "The names it goes by.",
    "Forum.members": "Its municipalities, one entry each.",
    "Forum.organisations": "The organisations that sit in it.",
    "Forum.meetings": "How often it meets, as reported.",
    "Forum.political": "Which politicians take part, as reported.",
    "Forum.tiers": "Its levels, from the top down.",
    "Forum.succeeds": "The fora that it carries on, by their ids.",
    "Forum.succession": "The same, with how.",
    "Forum.part_of": "The forum that it is part of, by its id.",
    "Forum.kept_apart": "Fora that sound alike and are not it.",
    "Forum.conflicts": "Claims that cannot all be right.",
    "Forum.timeline": "What several sources say of it, by year.",
    "Forum.since": "When it began: a year, a month or a day.",
    "Forum.since_at_least": "A time at which it is known to have existed.",
    "Forum.until": "When it ended; unknown where null.",
    "Forum.until_at_most": "A time at which it is known to have ended.",
    "Forum.merged": "Why several names or reports were taken as one body.",
    "Name.used_by": "The municipalities that use the name.",
    "Name.described": "True where words stand in place of a name.",
    "Meets.per_year_max": "The most of a range; the same number where there is none.",
    "Politicians.who": "Their role, or none where the source says that no politicians take part.",
    "TierRow.rank": "1 is the top.",
    "SuccessionRow.predecessor": "The forum that is carried on, by its id.",
    "SuccessionRow.name": "Its name.",
    "SuccessionRow.how": "What is carried on, in own words.",
    "ApartRow.other": "The forum that it is not, by its id.",
    "ApartRow.name": "The name of the other.",
    "ApartRow.why": "Why the two are not one.",
    "Conflict.about": "members, meetings or political.",
    "Conflict.subject": "The municipality, or the level, that the claims differ on.",
    "Said.value": "What is said: a frequency, or whether the municipality is in.",
    # who is who
    "Identity.names": "The names it goes by; one that nobody uses stands in the data.",
    "Identity.merged": "Why several names, reports or entries were taken as one body.",
    "Identity.decisions": "What people decided of it, or of an entry that it stands for.",
    "Identity.kept_apart": "Fora that sound alike and are not it.",
    "DecisionRow.first": "The id of the one, as the data has it.",
    "DecisionRow.second": "The id of the other.",
    "DecisionRow.first_name": "The name of the one.",
    "DecisionRow.second_name": "The name of the other.",
    "DecisionRow.first_body": "The id of what stands for the one in the graph.",
    "DecisionRow.second_body": "The id of what stands for the other.",
    "DecisionRow.about": "What the two are: forum or organisation.",
    "DecisionRow.verdict": "same, joint, part_of, competing or different.",
    "DecisionRow.why": "The reason.",
    "DecisionRow.decided_by": "Who decided: a role.",
    "DecisionRow.date": "When it was decided.",
    # a municipality
    "Municipality.answers": "Its answers, as in `coverage`, the fora spelled out.",
    "Municipality.forums": "Its place in each forum that names it or that it names.",
    "Municipality.named_by_others": "Fora that others count it into and that it does not name itself.",
    "Municipality.missing_fora": "What it says of fora that are missing.",
    "Answered.forums": "The fora that the answer names.",
    "Place.status": "existing, planned, proposed or ended.",
    # representation
    "RepresentationRow.forum_name": "The name of the forum.",
    "RepresentationRow.role": "mayor, committee_chair, committee_members, council_members; politicians where not said.",
    "RepresentationRow.participates": "False where the source says that no politicians take part.",
    "RepresentationRow.per_year": "How often a year; null where the text does not say.",
    # rounds
    "Round.title": "Its title.",
    "Round.date": "The date of its answers.",
    "Round.source": "The stem of the file it is read from.",
    "Round.kkr": "The KKR whose municipalities were asked; null for all.",
    "Round.areas": "The areas that it asked about, by their ids.",
    "Round.claims": "What the covering text claims, beside what was found.",
    "ComparedClaim.statement": "What is claimed, in own words.",
    "ComparedClaim.claimed": "A number, or all, nearly_all, most, widespread.",
    "ComparedClaim.found": "What the rows say.",
    "ComparedClaim.found_with_informal": "The same with informal ones; null where answers are counted.",
    "ComparedClaim.of": "Of how many.",
    "ComparedClaim.agrees": "True where the claim holds for what was found.",
    "ComparedClaim.counted": "What is counted: answered, or established.",
    # the check of the data files
    "Validate.files": "The files that were read.",
    "Validate.errors": "How many findings are errors.",
    "Validate.warnings": "How many are warnings.",
    "Validate.infos": "How many are neither.",
    "Validate.findings": "All findings, by place.",
    "Finding.code": "The code, which `forumgraph explain` explains.",
    "Finding.severity": "error, warning or info.",
    "Finding.file": "The file, as it was named.",
    "Finding.line": "The line, from 1; null where the file as a whole is meant.",
    "Finding.column": "The column, from 1; null likewise.",
    "Finding.offending": "What stands there.",
    "Finding.allowed": "What may stand there, where that is a list.",
    "Finding.suggestion": "What was probably meant.",
    "Finding.message": "What is wrong, in the language of the terminal.",
    "Finding.fix": "What to do.",
}


class Glossary:
    """Gives meanings and remembers which were asked for."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    def __call__(self, owner: str, key: str) -> str:
        """Return the meaning of a key where it stands; the owner's own comes before the one for everywhere."""
        found = next((name for name in (f"{owner}.{key}", key) if name in MEANINGS), None)
        if found is None:
            raise KeyError(f"docs/pages/meanings.py says nothing of {owner}.{key}")
        self.used.add(found)
        return MEANINGS[found]

    def check(self) -> None:
        """Raise KeyError where a meaning belongs to no key."""
        if left := set(MEANINGS) - self.used:
            raise KeyError(f"docs/pages/meanings.py speaks of keys that there are not: {', '.join(sorted(left))}")
