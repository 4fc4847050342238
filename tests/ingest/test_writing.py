"""A file is replaced as a whole, or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from forumgraph.ingest.writing import ChangedMeanwhile, Edit, write

POSIX = pytest.mark.skipif(os.name == "nt", reason="a matter of POSIX")


def test_a_file_is_made_changed_and_removed(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    write(Edit(path, None, b"one"))
    assert path.read_bytes() == b"one"
    write(Edit(path, b"one", b"two"))
    assert path.read_bytes() == b"two"
    write(Edit(path, b"two", None))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("before", [None, b"other"])
@pytest.mark.parametrize("after", [None, b"new"])
def test_what_somebody_else_wrote_meanwhile_stays(before: bytes | None, after: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_bytes(b"of somebody else")
    with pytest.raises(ChangedMeanwhile):
        write(Edit(path, before, after))
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"of somebody else"]


def test_what_somebody_else_removed_meanwhile_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(ChangedMeanwhile):
        write(Edit(tmp_path / "decisions.yaml", b"old", b"new"))
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_the_mode_is_kept_and_a_new_file_gets_the_usual_one(tmp_path: Path) -> None:
    path, usual = tmp_path / "old.yaml", tmp_path / "usual.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(Edit(path, b"old", b"new"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    usual.write_bytes(b"")
    write(Edit(tmp_path / "new.yaml", None, b"new"))
    assert stat.S_IMODE((tmp_path / "new.yaml").stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write(Edit(link, b"old", b"new"))
    assert (link.is_symlink(), real.read_bytes()) == (True, b"new")
