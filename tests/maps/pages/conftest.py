"""The region written once for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from forumgraph.maps.pages import write_pages
from maps.pages.builders import region


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sider")
    write_pages(region(), folder, "da")
    return folder
