"""How one page is made up: its title and colours, the boundaries to draw, the view that it opens with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Edition:
    """What a user may choose of a page; without a choice the catalogue's texts and the house's colours stand.

    ``logo`` is a data URI, ``areas`` are colours by area, ``boundaries`` SVG paths by a municipality's code.
    """

    title: str | None = None
    subtitle: str | None = None
    logo: str | None = None
    accent: str | None = None
    areas: Mapping[str, str] = field(default_factory=dict)
    boundaries: Mapping[str, str] = field(default_factory=dict)
    start: str = "matrix"
