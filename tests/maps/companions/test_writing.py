"""The companion files stand beside the page, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forumgraph.maps.branding import Branding
from forumgraph.maps.companions import picture, workbook, write_companions
from maps.companions.builders import places, small


def test_a_picture_and_a_workbook_of_the_pages_name_stand_beside_it(tmp_path: Path) -> None:
    page = tmp_path / "Kort over fora, ærø.v2.html"
    written = write_companions(small(), places(small()), page, "da", Branding())
    assert [path.name for path in written] == ["Kort over fora, ærø.v2.png", "Kort over fora, ærø.v2.xlsx"]
    assert written[0].read_bytes() == picture(small(), places(small()), "da", Branding())
    assert written[1].read_bytes() == workbook(small(), "da")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in written)


def test_a_failure_leaves_the_old_files_as_they_were(tmp_path: Path) -> None:
    old = tmp_path / "kort.png"
    old.write_bytes(b"old")
    broken = replace(small(), as_of="ingen dato")  # the workbook bears a date
    with pytest.raises(ValueError, match="ingen dato"):
        write_companions(broken, places(broken), tmp_path / "kort.html", "da", Branding())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("kort.png", b"old")]
