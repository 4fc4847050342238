"""How one page is made up: the user's title and colours, the boundaries to draw, the view that it opens with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from forumgraph.maps.branding import Branding


@dataclass(frozen=True)
class Edition:
    """What a user may choose of a page; ``boundaries`` are SVG paths by a municipality's code, ``start`` a view."""

    branding: Branding = field(default_factory=Branding)
    boundaries: Mapping[str, str] = field(default_factory=dict)
    start: str = "matrix"
