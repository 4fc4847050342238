"""Every command in every format, in both languages and at several widths, compared with what is kept in expected/."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from wcwidth import wcswidth

from forumgraph.cli.main import cli
from forumgraph.cli.usage import every_command

from .running import ROOT, Ran, User

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
FILE_SUFFIX = {"json": "json", "csv": "csv", "excel": "csv", "markdown": "md", "github": "txt"}


@dataclass(frozen=True)
class Case:
    name: str
    words: tuple[str, ...]
    language: str
    form: str  # a format, or a number of columns

    @property
    def columns(self) -> str | None:
        return self.form if self.form.isdigit() else None

    @property
    def asked(self) -> list[str]:
        if self.form == "excel":
            return [*self.words, "--excel"]
        return [*self.words, *([] if self.columns else ["--format", self.form])]

    @property
    def path(self) -> Path:
        return EXPECTED / f"{self.name}.{self.language}-{self.form}.{FILE_SUFFIX.get(self.form, 'txt')}"


def _cases() -> list[Case]:
    listed = yaml.safe_load((HERE / "outputs.yaml").read_text(encoding="utf-8"))
    return [
        Case(name, tuple(each["words"]), *form.split("-")) for name, each in listed.items() for form in each["forms"]
    ]


CASES = _cases()


@pytest.fixture(scope="session")
def answers(user: User, request: pytest.FixtureRequest) -> dict[Case, Ran]:
    """What every chosen case said; asked side by side, for each takes half a second of its own."""
    chosen = {item.callspec.params["case"] for item in request.session.items if "answers" in item.fixturenames}
    with ThreadPoolExecutor() as pool:
        ran = pool.map(lambda case: user.says("--lang", case.language, *case.asked, COLUMNS=case.columns), chosen)
        return dict(zip(chosen, ran, strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_an_answer_is_exactly_what_is_kept(
    case: Case, answers: dict[Case, Ran], request: pytest.FixtureRequest
) -> None:
    ran = answers[case]
    assert (ran.code, ran.err) == (0, "")
    if request.config.getoption("--renew", default=False):
        case.path.write_bytes(ran.raw)
    assert ran.out == case.path.read_bytes().decode()


@pytest.mark.parametrize("case", [case for case in CASES if case.columns], ids=lambda case: case.path.stem)
def test_no_kept_line_is_wider_than_the_terminal(case: Case) -> None:
    wide = [line for line in case.path.read_text(encoding="utf-8").splitlines() if wcswidth(line) > int(case.form)]
    assert wide == []


def test_every_command_is_kept() -> None:
    kept = {" ".join(case.words) for case in CASES}
    assert [name for name, _ in every_command(cli) if f"{name} --help" not in kept] == []


def test_everything_kept_belongs_to_a_command() -> None:
    assert {path.name for path in EXPECTED.iterdir()} == {case.path.name for case in CASES}


@pytest.mark.parametrize("columns", ["60", "80"])
@pytest.mark.parametrize("words", ["forums", "load", "evidence kkr-x:1-2", "explain FG108"])
def test_the_other_answers_fit_as_well(words: str, columns: str, user: User, tmp_path: Path) -> None:
    (tmp_path / "kkr-x.txt").write_text("En linje, der er for lang til skærmen. " * 4 + "\nEn til.\n", encoding="utf-8")
    for language in ("da", "en"):
        ran = user.says("--lang", language, *words.split(), COLUMNS=columns, FORUMGRAPH_SOURCES=str(tmp_path))
        wide = [line for line in ran.out.splitlines() if wcswidth(line) > int(columns)]
        assert [line for line in wide if "/" not in line] == [], "only a path may be wider"
        assert ran.code == 0


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize("words", ["coverage", "gaps --area unions", "municipality Odense", "rounds"])
def test_json_and_csv_speak_no_language(words: str, form: str, user: User) -> None:
    danish, english = (user.says("--lang", lang, *words.split(), "--format", form).out for lang in ("da", "en"))
    assert danish == english


def test_forumgraph_alone_is_five_lines(user: User) -> None:
    assert [user.says("--lang", lang).out.count("\n") for lang in ("da", "en")] == [5, 5]


def test_the_readers_folder_is_named_as_it_was_typed(user: User) -> None:
    assert user.says("rounds", "--format", "json", cwd=ROOT).out.count('"data/forums.yaml"') == 1
