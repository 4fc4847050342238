"""Files and folders in any combination; what cannot be read is said, and the rest is read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from forumgraph.ingest import fingerprint_of, read
from forumgraph.ingest.files import MAX_BYTES, File, decode, gather

_TASK = "tasks:\n  - {{id: {0}, name: {{da: {0}, en: {0}}}}}\n"


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_TASK.format(path.stem), encoding="utf-8")


def _names(paths: list[Path], root: Path) -> list[str]:
    files, findings = gather(paths)
    assert findings == []
    return [str(Path(file.name).relative_to(root)) for file in files]


def _said(*paths: Path) -> list[tuple[str, str, str]]:
    findings = gather(list(paths))[1]
    return [(finding.code, Path(finding.place.file).name, finding.values.get("reason", "")) for finding in findings]


def test_a_folder_gives_every_yaml_file_below_it_in_order(tmp_path: Path) -> None:
    _write(tmp_path, "b.yaml", "a.yml", "deep/er/c.YAML", "notes.txt")
    assert _names([tmp_path], tmp_path) == ["a.yml", "b.yaml", "deep/er/c.YAML"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "a.yaml", ".b.yaml", ".git/c.yaml")
    assert _names([tmp_path], tmp_path) == ["a.yaml"]


def test_files_and_folders_mix_and_no_file_is_read_twice(tmp_path: Path) -> None:
    _write(tmp_path, "a.yaml", "d/b.yaml", "d/c.yaml")
    (tmp_path / "again.yaml").symlink_to(tmp_path / "a.yaml")
    found = _names([tmp_path / "d/c.yaml", tmp_path / "d", tmp_path / "a.yaml", tmp_path / "again.yaml"], tmp_path)
    assert found == ["d/c.yaml", "d/b.yaml", "a.yaml"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    _write(tmp_path, "data.txt")
    assert _names([tmp_path / "data.txt"], tmp_path) == ["data.txt"]


def test_a_folder_that_is_called_like_a_file_is_a_folder_when_it_is_named(tmp_path: Path) -> None:
    _write(tmp_path, "x.yaml/a.yaml")
    assert _names([tmp_path / "x.yaml"], tmp_path) == ["x.yaml/a.yaml"]


def test_a_folder_that_is_called_like_a_file_is_said_when_it_is_found(tmp_path: Path) -> None:
    _write(tmp_path, "x.yaml/a.yaml")
    assert _said(tmp_path) == [("FG102", "x.yaml", "folder")]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    _write(tmp_path, "a.yaml")
    assert _said(tmp_path / "gone.yaml", tmp_path / "a.yaml/b.yaml") == [
        ("FG101", "gone.yaml", ""),
        ("FG101", "b.yaml", ""),
    ]


def test_links_that_lead_nowhere_are_said_named_or_found(tmp_path: Path) -> None:
    (tmp_path / "lost.yaml").symlink_to("gone.yaml")
    (tmp_path / "round.yaml").symlink_to("round.yaml")
    both = [("FG102", "lost.yaml", "link"), ("FG102", "round.yaml", "link")]
    assert _said(tmp_path) == both
    assert _said(tmp_path / "lost.yaml", tmp_path / "round.yaml") == both


def test_a_name_that_no_file_can_have_is_said(tmp_path: Path) -> None:
    assert _said(tmp_path / ("x" * 300)) == [("FG102", "x" * 300, "name")]
    assert _said(Path("a\0b")) == [("FG102", "a\0b", "other")]


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    assert _said(tmp_path) == [("FG118", tmp_path.name, "")]


def test_what_may_not_be_read_is_said(tmp_path: Path) -> None:
    _write(tmp_path, "a.yaml", "b.yaml", "closed/c.yaml")
    (tmp_path / "b.yaml").chmod(0)
    (tmp_path / "closed").chmod(0)
    assert _as_nobody(tmp_path) == "a.yaml | FG102 b.yaml permission, FG102 closed permission"
    (tmp_path / "closed").chmod(0o700)


def _as_nobody(folder: Path) -> str:
    """Gather a folder in a process that has no more rights than anyone: root may read everything."""
    script = (
        "import os, sys; from pathlib import Path; from forumgraph.ingest.files import gather\n"
        "os.chdir(sys.argv[1])\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "files, findings = gather([Path('.')])\n"
        "said = [f'{each.code} {each.place.file} {each.values[\"reason\"]}' for each in findings]\n"
        "print(', '.join(file.name for file in files), '|', ', '.join(sorted(said)))\n"
    )
    folder.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], check=True, capture_output=True, text=True, env=os.environ
    )
    return done.stdout.strip()


def test_a_file_beyond_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "large.yaml").open("wb") as stream:
        stream.truncate(100_000_000)
    (finding,) = gather([tmp_path])[1]
    assert (finding.code, finding.values) == ("FG106", {"size": "100", "limit": str(MAX_BYTES // 1_000_000)})


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"a: 1\nb: \xe6\n", "FG103", "x:2:4"),
        ("æ: ".encode() + b"\xff", "FG103", "x:1:4"),
        (b"\xef\xbb\xbf", "FG104", "x:1:1"),
        (b"", "FG105", "x"),
        (b" \n\n", "FG105", "x"),
        (b"a: \x00\n", "FG116", "x:1:4"),
        ("a:\nb: æ\u2028\n".encode(), "FG116", "x:2:5"),
        ("a: b\x85c\n".encode(), "FG116", "x:1:5"),
    ],
)
def test_bytes_that_are_no_text_are_said_at_their_place(content: bytes, code: str, place: str) -> None:
    finding = decode(File("x", content))[1][0]
    assert (finding.code, str(finding.place)) == (code, place)


def test_a_byte_order_mark_is_skipped() -> None:
    assert decode(File("x", b"\xef\xbb\xbfa: 1"))[0] == "a: 1"


def test_line_ends_of_every_system_are_one() -> None:
    assert decode(File("x", b"a: 1\r\nb: 2\rc: 3\n"))[0] == "a: 1\nb: 2\nc: 3\n"


def test_the_fingerprint_depends_on_the_contents_alone(tmp_path: Path) -> None:
    _write(tmp_path, "one/a.yaml", "one/b.yaml")
    (tmp_path / "two").mkdir()
    (tmp_path / "two/c.yaml").write_bytes((tmp_path / "one/b.yaml").read_bytes())
    (tmp_path / "two/d.yaml").write_bytes((tmp_path / "one/a.yaml").read_bytes())
    first = fingerprint_of([tmp_path / "one"])
    assert first is not None
    assert first == fingerprint_of([tmp_path / "two"]) == read([tmp_path / "one"]).fingerprint
    assert first != fingerprint_of([tmp_path / "one/a.yaml"])


def test_there_is_no_fingerprint_of_what_cannot_be_read(tmp_path: Path) -> None:
    assert fingerprint_of([tmp_path / "gone"]) is None
