"""Claims of several reporters made one: the strongest gives the basis, and no reason and no line is dropped."""

from __future__ import annotations

from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum import Member, members_of
from forumgraph.queries.forum_rows import MemberRow


def claim(basis: str, line: int, *, by: str | None = None, why: str | None = None) -> MemberRow:
    return MemberRow(
        forum="kreds",
        forum_name="Kreds",
        forum_status="existing",
        municipality="By",
        code="0101",
        kkr="Nord",
        basis=basis,
        reported_by=by,
        reason=why,
        listed=False,
        round="r",
        year=None,
        evidence=(Evidence("kilde", str(line)),),
        position=line,
    )


def told(*rows: MemberRow) -> Member:
    (member,) = members_of(list(rows))
    return member


OUT = claim("excluded", 1, by="Nabo")
REGION, AGAIN, NEAR = (claim("inferred", n, why=why) for n, why in ((2, "Egnen."), (3, "Egnen."), (4, "Naboen.")))


def test_who_is_said_not_to_be_in_is_out_although_an_inference_puts_it_in() -> None:
    member = told(REGION, OUT, NEAR)
    assert (member.basis, member.reported_by, member.excluded_by) == ("excluded", (), ("Nabo",))
    assert (member.reason, member.evidence) == ("Egnen. Naboen.", (Evidence("kilde", "1-2, 4"),))


def test_who_is_counted_in_by_name_is_in_although_another_counts_it_out() -> None:
    member = told(OUT, REGION, claim("named_by_other", 5, by="By 2"))
    assert (member.basis, member.reported_by, member.excluded_by) == ("named_by_other", ("By 2",), ("Nabo",))
    assert (member.reason, member.evidence) == (None, (Evidence("kilde", "5"),))


def test_every_reason_of_an_inference_is_told_once() -> None:
    member = told(REGION, AGAIN, NEAR)
    assert (member.basis, member.reason, member.evidence) == ("inferred", "Egnen. Naboen.", (Evidence("kilde", "2-4"),))
