"""A server as a user meets it on the command line: loaded, asked, compared, removed, and never a password shown."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from forumgraph.graphdb.server import Address
from forumgraph.graphdb.server.engine import ServerEngine
from forumgraph.queries import CATALOGUE

from .running import ROOT, Ran, User

CONTENT = (
    "98 municipalities, 233 fora, 105 organisations, 126 answers, 748 claims on membership; "
    "surveys and publications: 5."
)


@pytest.fixture
def analyst(address: Address, stranger: User) -> User:
    """Someone with the data in a folder and a server named in the environment; what lies there is from other tests."""
    named = {"NEO4J_URI": address.uri, "NEO4J_USERNAME": address.user, "NEO4J_PASSWORD": address.password}
    return replace(stranger, env={name: value for name, value in named.items() if value})


@pytest.fixture
def newcomer(address: Address, analyst: User) -> User:
    """The same, before anything was loaded; a server plans all anew after it, so that only few tests begin so."""
    ServerEngine(address).unload()
    return analyst


def edited(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


def renamed(user: User) -> None:
    """Give one forum of the survey another name."""
    edited(user.cwd / "data" / "forums.yaml", "name: Dialogforum Odense\n", "name: Odenses dialogforum\n")


def loaded_from() -> str:
    """The files that are in the project, as they are named where they are listed."""
    return ", ".join(f"data/{path.name}" for path in sorted((ROOT / "data").glob("*.yaml")))


def without_seconds(said: str) -> str:
    return re.sub(r"in \d+\.\d s", "in 0.0 s", said)


# ---- Load, ask, see how it is ----


def test_before_a_load_every_question_says_what_to_do(newcomer: User, address: Address) -> None:
    wanted = f"Nothing was loaded into {address.uri} yet. Run `forumgraph load --graph {address.uri}` first.\n"
    for words in (["coverage"], ["doctor"], ["cypher", "RETURN 1 AS one"], ["map", "-o", "map.html"]):
        ran = newcomer.says(*words)
        assert (ran.code, ran.err) == (3, wanted)


def test_a_load_says_what_it_loaded_and_changed_and_a_second_changes_nothing(newcomer: User, address: Address) -> None:
    first, second = newcomer.says("load"), newcomer.says("load")
    place = f"The graph lies in {address.uri}\n"
    assert without_seconds(first.out) == f"Loaded in 0.0 s: {CONTENT} 5184 added, 0 changed, 0 removed. {place}"
    assert without_seconds(second.out) == f"Loaded in 0.0 s: {CONTENT} Nothing differs. {place}"
    assert (first.code, first.err, second.code, second.err) == (0, "", 0, "")


def test_the_server_answers_as_the_embedded_graph_does(analyst: User, user: User) -> None:
    analyst.says("load")
    for words in (["coverage"], ["gaps", "--area", "unions"], ["forum", "LAU Østfyn"], ["representation"], ["rounds"]):
        server, own = analyst.says(*words, "--format", "json"), user.says(*words, "--format", "json")
        assert (server.code, server.err) == (0, "")
        assert json.loads(server.out) == json.loads(own.out)


def test_the_map_is_the_same_page(analyst: User, user: User, tmp_path: Path) -> None:
    analyst.says("load")
    assert analyst.says("map", "-o", str(tmp_path / "a.html")).code == 0
    assert user.says("map", "-o", str(tmp_path / "b.html")).code == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_doctor_says_what_answers_and_what_is_loaded(analyst: User, address: Address) -> None:
    analyst.says("load")
    ran = analyst.says("doctor", COLUMNS="400")
    lines = dict(re.split(r"  +", line, maxsplit=1) for line in ran.out.splitlines())
    assert re.fullmatch(r"Neo4j \d+\.\d+\S* \w+", lines.pop("Engine"))
    assert re.fullmatch(r"\d+\.\d ms", lines.pop("Round trip"))
    assert lines == {
        "Where": address.uri,
        "Database": "neo4j",
        "Loaded from": loaded_from(),
        "Loaded by forumgraph": "0.1.0",
        "Holds": "98 municipalities, 233 fora, 105 organisations, 126 answers, 5 surveys and publications",
        "Beside the files": "the graph holds what the files say",
    }
    assert (ran.code, ran.err) == (0, "")


def test_after_an_edit_the_doctor_and_a_question_with_the_files_say_so_and_the_old_graph_answers(
    analyst: User, address: Address
) -> None:
    analyst.says("load")
    renamed(analyst)
    assert json.loads(analyst.says("doctor", "--format", "json").out)["current"] is False
    ran = analyst.says("forum", "dialogforum-odense", "--data", "data", "--format", "json")
    answer = json.loads(ran.out)
    assert (answer["name"], answer["stale"]) == ("Dialogforum Odense", True)
    assert ran.err == (
        f"What {address.uri} holds was loaded from other files than these, or before they were changed, and answers as "
        f"it is: {loaded_from()}. `forumgraph load` brings it up to date.\n"
    )


# ---- The difference before it is written ----


FORA = ("cypher", "MATCH (f:Forum) RETURN f.id AS id, f.name AS name ORDER BY id")

EXTRA = """# yaml-language-server: $schema=forumgraph.schema.json
forums:
  - {id: one-too-many, name: One too many, kind: network, areas: [unions]}
"""


def test_a_dry_run_after_a_forum_was_removed_and_another_renamed_says_exactly_that(
    analyst: User, address: Address
) -> None:
    (analyst.cwd / "data" / "extra.yaml").write_text(EXTRA, encoding="utf-8")
    analyst.says("load")
    (analyst.cwd / "data" / "extra.yaml").unlink()
    renamed(analyst)
    before = analyst.says(*FORA, "--format", "json")
    ran = analyst.says("load", "--dry-run", "--format", "json")
    assert json.loads(ran.out) == {
        "question": "load",
        "place": address.uri,
        "new": False,
        "added": 0,
        "changed": 1,
        "removed": 2,
        "kinds": [
            {
                "kind": "Forum",
                "added": 0,
                "changed": 1,
                "removed": 1,
                "added_names": [],
                "changes": [
                    {
                        "name": "dialogforum-odense (Dialogforum Odense)",
                        "before": {"name": "Dialogforum Odense"},
                        "after": {"name": "Odenses dialogforum"},
                    }
                ],
                "removed_names": ["one-too-many (One too many)"],
            },
            {
                "kind": "WORKS_IN",
                "added": 0,
                "changed": 0,
                "removed": 1,
                "added_names": [],
                "changes": [],
                "removed_names": ["one-too-many → unions"],
            },
        ],
    }
    assert analyst.says(*FORA, "--format", "json").out == before.out
    assert "0 added, 1 changed, 2 removed." in analyst.says("load").out
    assert analyst.says("load", "--dry-run").out.splitlines()[-1] == "Nothing differs."


def test_a_dry_run_is_a_table_in_both_languages(analyst: User, address: Address) -> None:
    analyst.says("load")
    renamed(analyst)
    told = "dialogforum-odense (Dialogforum Odense) {name: Dialogforum Odense → Odenses dialogforum}"
    assert analyst.says("load", "--dry-run", COLUMNS="130").out.splitlines() == [
        f"What a load would change in {address.uri}",
        f"Kind   What     Number  Names{' ' * (len(told) - 5)}".rstrip(),
        "─" * (len("forum  changed  1       ") + len(told)),
        f"forum  changed  1       {told}",
        "0 added, 1 changed, 0 removed.",
    ]
    assert analyst.says("--lang", "da", "load", "--dry-run", COLUMNS="130").out.splitlines()[-1] == (
        "0 tilføjet, 1 ændret, 0 fjernet."
    )


# ---- Own queries ----


def test_an_own_query_has_the_same_rows_on_both_engines_in_every_format(analyst: User, user: User) -> None:
    analyst.says("load")
    query = (
        "MATCH (m:Municipality)-[x:MEMBER_OF]->(f:Forum) WHERE f.id = $id RETURN m, x, f ORDER BY m.code, x.position"
    )
    words = ("cypher", query, "--param", "id=dima", "--limit", "4")
    for form in ("table", "json", "csv", "markdown"):
        server, own = analyst.says(*words, "--format", form), user.says(*words, "--format", form)
        assert (server.code, server.err, server.out) == (0, "", own.out)


def test_an_own_query_cannot_write(analyst: User) -> None:
    analyst.says("load")
    for query in ("CREATE (n:Forum {id: 'x'})", "MATCH (f:Forum) SET f.name = 'x'", "DROP CONSTRAINT x IF EXISTS"):
        ran = analyst.says("cypher", query)
        wanted = "The query writes, and only reading is allowed. Leave out what creates, changes or removes.\n"
        assert (ran.code, ran.out, ran.err) == (1, "", wanted)
    assert analyst.says("load", "--dry-run").out.splitlines()[-1] == "Nothing differs."


def test_a_slip_in_a_query_that_a_server_would_answer_with_nothing_is_pointed_out(analyst: User) -> None:
    analyst.says("load")
    ran = analyst.says("cypher", "MATCH (f:Forun) RETURN f.nme AS name", "--format", "csv")
    assert (ran.code, ran.out) == (0, "name\n")
    assert ran.err == "The graph knows no »Forun«. Did you mean Forum?\nThe graph knows no »nme«. Did you mean name?\n"


def test_a_printed_question_is_ready_for_a_console(user: User) -> None:
    ran = user.says("cypher", "--print", "gaps", "--area", "companies", "--municipality", "Ærø")
    text = (ROOT / "src/forumgraph/queries/cypher/area_gaps.cypher").read_text(encoding="utf-8")
    assert ran.out == (
        ":param round => 'kkr-syddanmark-2015'\n:param area => 'companies'\n:param day => ''\n:param kkr => []\n"
        f":param municipalities => ['Ærø']\n\n{text.rstrip()};\n"
    )


# ---- Two graphs beside each other ----


OWN_AREAS = ROOT / "tests/cases/datasets/own-areas"


@pytest.fixture
def two_rounds(tmp_path: Path) -> Path:
    """A small data set to edit."""
    return Path(shutil.copytree(ROOT / "tests/cases/datasets/two-rounds", tmp_path / "two-rounds"))


def test_parity_says_that_all_rows_of_a_server_are_equal(analyst: User, address: Address) -> None:
    """Little data: a server plans for each selection, and what it answers of more is compared elsewhere."""
    analyst.says("load", "--data", str(OWN_AREAS))
    ran = analyst.says("parity", "--data", str(OWN_AREAS), "--format", "json")
    answer = json.loads(ran.out)
    assert (ran.code, answer["equal"], answer["second"]) == (0, True, address.uri)
    assert sum(each["rows"] for each in answer["questions"]) > 0


def test_parity_shows_the_first_rows_that_are_not(user: User, tmp_path: Path, two_rounds: Path) -> None:
    first, second = (str(tmp_path / name) for name in ("first.graph", "second.graph"))
    user.says("load", "--data", str(two_rounds), "--graph", first)
    edited(two_rounds / "2015.yaml", "name: Lollands råd\n", "name: Rådet på Lolland\n")
    user.says("load", "--data", str(two_rounds), "--graph", second)
    ran = user.says("parity", "--graph", first, "--against", second, "--format", "json")
    answer = json.loads(ran.out)
    assert (ran.code, answer["equal"], answer["first"], answer["second"]) == (1, False, first, second)
    assert "The two were loaded from different files, so that rows may differ for that reason.\n" in ran.err
    different = {each["question"]: each["difference"] for each in answer["questions"] if each["difference"]}
    with_names = {name for name, each in CATALOGUE.items() if {"name", "forum_name"} & set(each.columns)}
    assert with_names >= set(different)
    names = (different["forum_names"][side]["name"] for side in ("first", "second"))
    assert tuple(names) == ("Lollands råd", "Rådet på Lolland")


# ---- Places and secrets ----


def test_the_address_may_be_typed_and_the_rest_come_from_a_file(
    analyst: User, address: Address, tmp_path: Path
) -> None:
    file = tmp_path / "Neo4j-credentials.txt"
    file.write_text(
        f"# Wait 60 seconds\nNEO4J_URI={address.uri}\nNEO4J_USERNAME={address.user}\n"
        f"NEO4J_PASSWORD={address.password}\nAURA_INSTANCENAME=Instance01\n",
        encoding="utf-8",
    )
    bare = replace(analyst, env={})
    assert bare.says("load", "--credentials", str(file)).code == 0
    assert bare.says("doctor", FORUMGRAPH_CREDENTIALS=str(file)).code == 0
    typed = bare.says("doctor", "--graph", address.uri.replace("neo4j:", "bolt:"), "--credentials", str(file))
    assert (typed.code, typed.err) == (0, "")


def test_a_named_file_is_asked_although_the_environment_names_a_server(analyst: User, tmp_path: Path) -> None:
    ran = analyst.says("rounds", "--graph", str(tmp_path / "own.graph"))
    assert ran.code == 0
    assert (tmp_path / "own.graph").is_file()


def test_a_wrong_password_is_said_in_a_sentence_and_not_shown(analyst: User, address: Address) -> None:
    wrong = replace(analyst, env=analyst.env | {"NEO4J_PASSWORD": "quite-another-one"})
    ran = wrong.says("doctor", LANG="da_DK.UTF-8")
    assert ran.code == 3
    assert ran.err == (
        f"{address.uri} godtager ikke adgangskoden til brugeren neo4j. Ret NEO4J_USERNAME og NEO4J_PASSWORD.\n"
    )
    assert "quite-another-one" not in ran.out + ran.err


def test_no_command_prints_the_password(analyst: User, address: Address) -> None:
    ran: list[Ran] = [analyst.says("load"), analyst.says("load", "--dry-run"), analyst.says("doctor")]
    ran += [
        analyst.says("coverage", "--format", "json"),
        analyst.says("cypher", "RETURN 1 AS one"),
        analyst.says("unload"),
    ]
    assert {each.code for each in ran} == {0}
    assert address.password
    assert [each for each in ran if address.password in each.out + each.err] == []


def test_what_was_loaded_can_be_removed(analyst: User, address: Address) -> None:
    analyst.says("load")
    ran = analyst.says("unload")
    assert (ran.code, ran.out) == (0, f"Removed what forumgraph had loaded into {address.uri}.\n")
    assert analyst.says("coverage").code == 3
