"""A third KKR's catalogue is asked by every command, and a form goes out, is filled in, comes back and is shown.

The catalogue is invented and stands in a test folder: no line of the program knows of it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from .running import ROOT, Ran, User

THIRD = ROOT / "tests/cases/datasets/third-kkr"
READ = ("progress", "--read", "a.xlsx", "-o", "b.yaml")


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> User:
    home = tmp_path_factory.mktemp("home")
    (home / "work").mkdir()
    return User(home, home / "work", {"FORUMGRAPH_DATA": str(THIRD)})


def answer(asker: User, *words: str) -> dict[str, Any]:
    ran = asker.says(*words, "--format", "json")
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def filled(form: Path, sheet: str, **cells: str) -> None:
    book = load_workbook(form)
    for place, value in cells.items():
        book[sheet][place] = value
        book[sheet][place].data_type = "s"
    book.save(form)


def test_the_catalogue_of_a_third_kkr_is_answered_by_every_command(asker: User) -> None:
    listed = answer(asker, "requirements", "--kkr", "Vest", "--as-of", "2022-06-01")["requirements"]
    assert [each["id"] for each in listed] == ["vest-plan", "vest-klima"]
    rows = answer(asker, "progress", "--year", "2022", "--kkr", "Vest")["rows"]
    assert {(each["municipality"], each["requirement"]): each["state"] for each in rows} == {
        ("Dyrlev", "vest-klima"): "unknown",
        ("Dyrlev", "vest-plan"): "unknown",
        ("Havnsø", "vest-klima"): "unknown",
        ("Havnsø", "vest-plan"): "unknown",
        ("Aaby", "vest-klima"): "unknown",
        ("Aaby", "vest-plan"): "yellow",
    }
    found = answer(asker, "compare", "--kkr", "Øst", "--kkr", "Vest", "--area", "climate")
    assert found["label"] == "comparison, not a breach: the requirements did not apply to these municipalities"
    (row,) = found["directions"][0]["requirements"]
    assert (row["numerator"], row["denominator"], row["unknown"]) == (1, 3, ["Moseby"])
    assert "Sammenligning, ikke et brud" in asker.says("--lang", "da", "compare", "--kkr", "Øst", "--kkr", "Vest").out


def test_a_form_is_filled_in_read_back_and_shown(asker: User, tmp_path: Path) -> None:
    form, data = tmp_path / "skema.xlsx", tmp_path / "fremdrift-2022.yaml"
    assert asker.says("progress", "--kkr", "Vest", "--year", "2022", "--form", str(form)).code == 0
    filled(form, "Aaby", E8="GREEN", F8='=cmd() <script>alert("å")</script>')
    filled(form, "Havnsø", E6="ukendt", F6="Afventer råd")
    ran = asker.says("--lang", "da", "progress", "--read", str(form), "-o", str(data), "--reported-by", "klimachef")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"Skrevet: {data} med 2 indberetninger.\n"
        "1 række siger det, der stod der, da skemaet blev lavet, og er ikke skrevet igen.\n"
    )
    both = ("--data", str(THIRD), "--data", str(data), "progress", "--year", "2022", "--municipality", "Aaby")
    asker.says(*both)
    row = next(each for each in answer(asker, *both)["rows"] if each["requirement"] == "vest-klima")
    assert (row["state"], row["remark"]) == ("green", '=cmd() <script>alert("å")</script>')
    assert row["evidence"] == [{"source": "fremdrift-2022-aaby", "lines": "8"}]
    page = tmp_path / "skema.html"
    assert asker.says(*both, "--form", str(page)).code == 0
    assert "=cmd() &lt;script&gt;alert(&#34;å&#34;)&lt;/script&gt;" in page.read_text(encoding="utf-8")


def test_all_that_is_wrong_with_a_form_is_said_at_once_and_nothing_is_written(asker: User, tmp_path: Path) -> None:
    form, data = tmp_path / "skema.xlsx", tmp_path / "fremdrift.yaml"
    asker.says("progress", "--municipality", "Aaby", "--year", "2022", "--form", str(form))
    filled(form, "Aaby", E6="gull", F8="kun en note", A12="findes-ikke", E12="rød")
    ran = asker.says("--lang", "da", "progress", "--read", str(form), "-o", str(data))
    assert (ran.code, ran.out, data.exists()) == (1, "", False)
    assert ran.err == (
        f"{form}, ark »Aaby«, E6: »gull« er hverken grøn, gul, rød eller ukendt. Mente du gul?\n"
        "    Vælg et af de fire ord, eller lad feltet være tomt, hvis intet er indberettet.\n"
        f"{form}, ark »Aaby«, F8: Her er en bemærkning, men ingen farve.\n"
        "    Vælg grøn, gul, rød eller ukendt i samme række, eller slet bemærkningen.\n"
        f"{form}, ark »Aaby«, A12: Data har ingen anbefaling »findes-ikke«.\n"
        "    Angiv de data, som skemaet er lavet af, med --data, eller lav skemaet igen.\n"
        "3 fejl i skemaet, så intet er skrevet.\n"
    )


def test_the_name_of_a_file_breaks_out_of_no_comment_and_no_line(asker: User, tmp_path: Path) -> None:
    form, data = tmp_path / "x\nrounds: [].xlsx", tmp_path / "fremdrift.yaml"
    asker.says("progress", "--municipality", "Aaby", "--year", "2022", "--form", str(form), "--lang", "en")
    filled(form, "Aaby", E8="rdd")
    assert "\\u000arounds: [].xlsx, sheet »Aaby«, E8:" in _refused(asker, form, data).err
    filled(form, "Aaby", E8="red")
    assert _refused(asker, form, data).code == 0
    written = yaml.safe_load(data.read_text(encoding="utf-8"))
    assert list(written) == ["sources", "progress"]
    assert "x\\u000arounds: [].xlsx" in written["sources"][0]["title"]


def test_a_form_that_may_be_filled_in_is_written_over_only_on_request(asker: User, tmp_path: Path) -> None:
    form, page = tmp_path / "skema.XLSX", tmp_path / "skema.html"
    form.write_bytes(b"filled")
    page.write_bytes(b"printed")
    words = ("progress", "--municipality", "Aaby", "--year", "2022", "--form")
    there = asker.says(*words, str(form))
    assert (there.code, there.out, form.read_bytes()) == (1, "", b"filled")
    assert there.err.startswith(f"{form} is there already and may be filled in")
    assert (asker.says(*words, str(form), "--force").code, form.read_bytes()[:2]) == (0, b"PK")
    assert (asker.says(*words, str(page)).code, page.read_bytes()[:2]) == (0, b"<!")


def _refused(asker: User, form: Path, output: Path, *more: str) -> Ran:
    return asker.says("progress", "--read", str(form), "-o", str(output), *more)


def test_nothing_is_written_over_or_against_the_data(asker: User, tmp_path: Path) -> None:
    form, mine = tmp_path / "skema.xlsx", tmp_path / "mine.yaml"
    asker.says("progress", "--municipality", "Aaby", "--year", "2022", "--form", str(form), "--lang", "en")
    unchanged = _refused(asker, form, mine)
    assert (unchanged.code, unchanged.err.split(",")[0]) == (1, f"{form} has no new report")
    filled(form, "Aaby", E8="red")
    mine.write_text("progress: []", encoding="utf-8")
    there = _refused(asker, form, mine)
    assert (there.code, mine.read_text(encoding="utf-8")) == (1, "progress: []")
    assert "--force" in there.err
    clash = _refused(asker, form, tmp_path / "vest-2022.yaml")
    assert (clash.code, "FG311" in clash.err, (tmp_path / "vest-2022.yaml").exists()) == (1, True, False)
    assert _refused(asker, form, mine, "--force").code == 0
    assert yaml.safe_load(mine.read_text(encoding="utf-8"))["progress"][0]["state"] == "red"
    mine_again = _refused(asker, mine, tmp_path / "other.yaml")
    assert (mine_again.code, "cannot be read as an Excel workbook" in mine_again.err) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["progress", "--form", "skema.pdf"], "skema.pdf ends neither in .html (to print) nor in .xlsx (to fill in)."),
        (["progress", "--read", "skema.xlsx"], "Name with -o the data file that the form is to be written to"),
        (["progress", "--read", "a.xlsx", "-o", "b.txt"], "b.txt does not end in .yaml."),
        (["progress", "--form", "a.html", "--read", "b.xlsx"], "--form and --read exclude each other."),
        ([*READ, "--kkr", "Vest"], "--kkr has no effect beside --read. Leave --kkr out."),
        ([*READ, "--year", "2022"], "--year has no effect beside --read."),
        ([*READ, "--excel"], "--excel has no effect beside --read."),
        ([*READ, "--graph", "x.graph"], "--graph has no effect beside --read."),
        (["progress", "--form", "a.xlsx", "--format", "json"], "--format has no effect beside --form."),
        (["progress", "--force"], "--force goes with --form FILE or --read FILE."),
        (["progress", "--date", "2016"], "--date goes with --read FILE."),
        (["progress", "--year", "2016", "--as-of", "2016-01-01"], "--year and --as-of exclude each other."),
        (["progress", "--year", "16"], "--year: »16« is not a year. Write it as 2015."),
        (["compare", "--kkr", "Øst", "--kkr", "øst"], "compare takes two different --kkr"),
    ],
)
def test_what_cannot_stand_together_is_said(words: list[str], said: str, asker: User) -> None:
    ran = asker.says(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(said)
