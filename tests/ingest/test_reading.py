"""The door: whatever comes in, records or findings come out, all in one run and in reasonable time."""

from __future__ import annotations

import cProfile
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from forumgraph.ingest import Reading, read
from forumgraph.ingest.files import shipped_data
from forumgraph.texts import LANGUAGES, Texts
from forumgraph.texts.messages import fix, message

from .conftest import HEAD

if TYPE_CHECKING:
    from .conftest import Say


def _write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_records_come_out_where_nothing_is_an_error(tmp_path: Path) -> None:
    reading = read([_write(tmp_path, a="organisations:\n  - {id: a, name: A, kind: union}\n")])
    assert reading.records is not None
    assert [each.id for each in reading.records.organisations] == ["a"]
    assert len(reading.records.municipalities) == 98


def test_one_error_keeps_all_records_back(tmp_path: Path) -> None:
    reading = read([_write(tmp_path, a="organisations:\n  - {id: a, name: A, kind: onion}\n")])
    assert reading.records is None


def test_a_warning_keeps_nothing_back(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbforganisations: []\n")
    reading = read([tmp_path])
    assert [finding.code for finding in reading.findings] == ["FG104"]
    assert reading.records is not None


def test_one_file_several_and_folders_read_the_same(tmp_path: Path) -> None:
    folder = shipped_data()
    files = sorted(folder.glob("*.yaml"))
    whole = read([folder])
    assert whole.records is not None
    for paths in ([folder, *files], files, [files[0], folder]):
        assert read(paths).records == whole.records
    survey = [folder / name for name in ("forums.yaml", "municipalities.yaml", "vocabulary.yaml")]
    assert read(survey[:1]).records == read(survey).records


def test_own_municipalities_take_the_place_of_those_that_ship(tmp_path: Path) -> None:
    reading = read([_write(tmp_path, a="municipalities:\n  - {code: '0001', name: Andeby, kkr: Syddanmark}\n")])
    assert reading.records is not None
    assert [each.name for each in reading.records.municipalities] == ["Andeby"]


def test_all_findings_of_all_files_come_in_one_run(say: Say) -> None:
    said = say("a: [\n", "- b\n", "", "organisations:\n  - {id: a, kind: onion}\n", "forums:\n  - {id: e, kind: x}\n")
    assert said == [
        "a.yaml:1:5 FG108 a: [",
        "b.yaml:1:1 FG115 b",
        "c.yaml:0:0 FG105",
        "d.yaml:2:5 FG202 name",
        "d.yaml:2:19 FG204 onion",
        "e.yaml:2:5 FG202 name",
        "e.yaml:2:19 FG204 x",
    ]


_REFERS = "forums:\n  - {id: office, name: Office, kind: council, part_of: council}\n"


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("forums:\n  - {id: council, name: Council, kind: onion}\n", "FG204"),
        ("forums:\n  - {id: Council, name: Council, kind: council}\n", "FG207"),
        ("forums:\n  - {name: Council, kind: council}\n", "FG202"),
        ("forums:\n  council: {name: Council, kind: council}\n", "FG203"),
        ("forum:\n  - {id: council, name: Council, kind: council}\n", "FG201"),
        ("- {id: council, name: Council, kind: council}\n", "FG115"),
        ("forums:\n  - {id: council, name: Council, kind: council\n", "FG108"),
        ("forums:\n\t- {id: council, name: Council, kind: council}\n", "FG107"),
        ("forums: []\nforums:\n  - {id: council, name: Council, kind: council}\n", "FG112"),
        ("x: 1\n---\nforums:\n  - {id: council, name: Council, kind: council}\n", "FG111"),
        ("forums:\n  - {id: council, name: &a Council, kind: council}\n", "FG110"),
        ("forums:\n  - {id: council, name: !x Council, kind: council}\n", "FG114"),
        ("forums:\n  - {id: council, name: Coun\x07cil, kind: council}\n", "FG116"),
    ],
)
def test_what_refers_to_something_broken_is_not_unknown_on_top(broken: str, code: str, say: Say) -> None:
    assert {line.split()[1] for line in say(broken, _REFERS)} - {"FG201"} <= {code}
    assert not any("FG302" in line for line in say(broken, _REFERS))


def test_what_may_stand_in_a_file_that_is_missing_is_not_unknown_on_top(tmp_path: Path) -> None:
    _write(tmp_path, b=_REFERS)
    codes = [finding.code for finding in read([tmp_path / "a.yaml", tmp_path / "b.yaml"]).findings]
    assert codes == ["FG101"]


def test_a_slip_of_the_finger_is_said_though_a_file_is_missing(tmp_path: Path) -> None:
    _write(tmp_path, b=_REFERS + "  - {id: counci, name: Council, kind: council}\n")
    codes = [finding.code for finding in read([tmp_path / "a.yaml", tmp_path / "b.yaml"]).findings]
    assert codes == ["FG101", "FG302"]


def test_nothing_that_is_said_about_broken_data_is_english_in_danish() -> None:
    """Values are words of the catalogue or what the user typed, so no sentence of a library can be among them."""
    folder = Path(__file__).parents[1] / "cases" / "validate" / "broken"
    english = re.compile(r"\b(should|must|expected|valid|input|while|found|error|string|permission)\b", re.IGNORECASE)
    danish = [line for path in folder.glob("*.yaml") for line in path.read_text(encoding="utf-8").split("\n")]
    assert not [line for line in danish if line.lstrip().startswith("da: ") and english.search(line)]


def _generated(forums: int) -> str:
    lines = [HEAD, "forums:\n"]
    for n in range(forums):
        lines.append(f"  - {{id: f-{n}, name: Forum {n}, kind: council, tasks: [advice]}}  # {n}\n")
    names = [each.name for each in _records(read([shipped_data()])).municipalities]
    lines.append("replies:\n")
    for k, name in enumerate(names):
        lines.append(f"  - municipality: {name}\n    row: {k + 1}\n    answers:\n      companies:\n")
        lines.append(f"        status: established\n        lines: {k + 1}\n        forums:\n")
        mine = range(k, forums, len(names))
        lines += [f"          f-{n}: {{called: Name {n}, with: {names[k - 1]}}}\n" for n in mine]
    return "".join(lines)


def _records(reading: Reading) -> object:
    assert reading.records is not None
    return reading.records


def _calls(folder: Path, text: str) -> int:
    """Return how many calls a reading makes: the work done, whatever else the machine is busy with."""
    (folder / "large.yaml").write_text(text, encoding="utf-8")
    profile = cProfile.Profile()
    profile.runcall(read, [folder])
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("slip", ["", "x"])
def test_work_grows_with_the_size_of_the_data_and_no_faster(slip: str, tmp_path: Path) -> None:
    """Four times as many fora may take five times as many calls: a quadratic spot would take sixteen times."""
    small, large = (_generated(n).replace("          f-", f"          {slip}f-") for n in (500, 2_000))
    _calls(tmp_path, small)
    assert _calls(tmp_path, large) < 5 * _calls(tmp_path, small)


def test_a_large_data_set_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_text(_generated(20_000), encoding="utf-8")
    reading = read([tmp_path])
    assert reading.findings == []
    assert reading.records is not None
    assert (len(reading.records.forums), len(reading.records.asked)) == (20_000, 98)


_TYPED = [
    "null",
    "[]",
    "{}",
    "''",
    "-1",
    "1.5",
    "true",
    "2015-01-01",
    "[a, {b: c}]",
    "'",
    "{",
    "@x",
    "&a b",
    "٣",
    "9999999",
]


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_typed_into_the_survey_something_is_said_and_nothing_raised(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same mistakes every time
    for path in shipped_data().glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.name == "forums.yaml" or seed % 4 == 0:
            for _ in range(chance.randint(1, 5)):
                text = _mistyped(text, chance)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    for finding in read([tmp_path]).findings:
        for language in LANGUAGES:
            assert message(finding, Texts(language))
            assert fix(finding, Texts(language))


def _mistyped(text: str, chance: random.Random) -> str:
    if chance.random() < 0.5:
        match = chance.choice(list(re.finditer(r": (\[[^\]\n]*\]|[^\n,{}\[\]]+)", text)))
        return text[: match.start() + 2] + chance.choice(_TYPED) + text[match.end() :]
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(["  " + lines[at], lines[at][2:], lines[at].replace(":", ""), "\t" + lines[at]])
    return "\n".join(lines)
