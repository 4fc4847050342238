"""The network as a report: what is cut off is said, an estimate is called one, and what is not asked for is null."""

from __future__ import annotations

from dataclasses import replace

from forumgraph.queries.network import Measure, Network, NetworkRow, network_of
from forumgraph.reports import Header, render
from forumgraph.reports.network import Listed, network_report
from forumgraph.reports.report import Report
from forumgraph.texts import Texts

DA = Texts("da")
HEADER = Header("network", "r", ("r",), "2015-08-20", {"kkr": [], "municipality": []}, ("data/a.yaml",))
SEATS = {"f1": "ABC", "f2": "CD", "f3": "D", "f4": "AB"}


def found() -> Network:
    rows = [NetworkRow(each, each, "answered", id_, id_) for id_, names in SEATS.items() for each in names]
    return network_of([*rows, NetworkRow("Z", "Z", "no_reply", None, None)], ("r",))


def report(of: str | None = None, top: int | None = None, network: Network | None = None) -> Report:
    return network_report(network or found(), Listed(of, top), HEADER, DA)


def drawn(made: Report) -> str:
    return render(made, "table", DA, 80, colour=False)


def test_what_is_cut_off_is_said_in_the_title_and_counted_in_json() -> None:
    made = report(top=1)
    assert drawn(made).startswith("Kommunernes plads i netværket: 1 af 4\n")
    assert "Fora, der binder kommuner sammen: 1 af 3\n" in drawn(made)
    assert (len(made.body["municipalities"]), len(made.body["forums"])) == (1, 1)
    assert (made.body["totals"]["municipalities"], made.body["totals"]["forums"]) == (4, 4)


def test_a_limit_that_cuts_nothing_is_not_spoken_of() -> None:
    assert drawn(report(top=99)).startswith("Kommunernes plads i netværket: 4\n")


def test_a_list_that_is_not_wanted_is_null_and_its_measures_are_left_out() -> None:
    made = report(of="forums")
    assert made.body["municipalities"] is None
    assert {each["about"] for each in made.body["measures"]} == {"forums"}
    assert drawn(made).startswith("Fora, der binder kommuner sammen: 3\n")


def test_csv_says_which_list_a_record_is_of_where_there_are_two() -> None:
    assert [record["of"] for record in report().records] == ["municipalities"] * 4 + ["forums"] * 4
    assert report().columns[:2] == ("of", "municipality")
    assert report(of="forums").columns[0] == "forum"


def test_fora_of_one_member_are_counted_below_the_table() -> None:
    assert "Desuden 1 forum med ét medlem; det binder ingen kommuner sammen.\n" in drawn(report())


def test_who_did_not_answer_and_is_not_named_is_not_called_alone() -> None:
    said = "Svarede ikke, og ingen nævner dem, så man ved ikke, om de står alene: Z.\n"
    assert said in drawn(report())


def test_a_share_is_of_so_many_pairs() -> None:
    """C lies on the ways of D to A and B: 2 of the 3 pairs of others."""
    assert "der går\nover den (3 par)" in drawn(report())
    row = next(row for row in drawn(report()).splitlines() if row.startswith("C "))
    assert row.split() == ["C", "2", "3", "3", "66,7", "%", "2", "1", "2", "ja"]


def test_hardly_anything_is_not_nothing() -> None:
    whole = found()
    small = replace(whole, municipalities=(replace(whole.municipalities[0], betweenness=0.0004),))
    assert "under 0,1 %" in drawn(report(network=small))


def test_an_estimate_says_from_how_many_and_how_sure() -> None:
    guessed = Measure("betweenness", "forums", "none", exact=False, samples=30, error=0.0123)
    said = drawn(report(network=replace(found(), measures=(guessed,))))
    assert "Foraenes mellemled er anslået: Der er kun regnet på veje fra 30 tilfældige\n" in said
    assert "\nkommuner; største standardfejl: 1,2 %.\n" in said
