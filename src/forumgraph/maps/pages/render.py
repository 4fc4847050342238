"""Puts a page together from its template, the one style and the policy that allows nothing else."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from forumgraph.documents.policy import base_style, inline, policy
from forumgraph.maps import look
from forumgraph.maps.pages.body import forum_page
from forumgraph.maps.pages.folder import MARK
from forumgraph.maps.pages.names import START
from forumgraph.maps.pages.start import start_page
from forumgraph.maps.pages.town import town_page

if TYPE_CHECKING:
    from forumgraph.maps.branding import Branding
    from forumgraph.maps.model import MapForum, MapMunicipality
    from forumgraph.maps.pages.held import Held

_LIGHT = 60_000  # letters of a logo that every page can carry; a heavier one stands on the start page alone


class Renderer:
    """Makes the pages of one map as text."""

    def __init__(self, held: Held, branding: Branding) -> None:
        self._held = held
        style = inline(base_style() + _file("pages.css"))
        self._pages = Environment(
            loader=FunctionLoader(_file),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._pages.globals |= {
            "held": held,
            "text": held.text,
            "words": held.words,
            "look": look,
            "start": START,
            "mark": Markup(MARK),  # noqa: S704  (our own, never data)
            "style": style,
            "policy": policy([style], [], images=branding.logo is not None),
            "branding": branding,
            "title": branding.title or held.text("pages.title"),
            "logo": branding.logo,
            "small_logo": len(branding.logo or "") in range(1, _LIGHT),
        }

    def start(self) -> str:
        """Return the start page."""
        return self._page("start.html.j2", start_page(self._held))

    def town(self, one: MapMunicipality) -> str:
        """Return a municipality's page."""
        return self._page("town.html.j2", town_page(one, self._held))

    def forum(self, one: MapForum) -> str:
        """Return a forum's page."""
        return self._page("forum.html.j2", forum_page(one, self._held))

    def _page(self, template: str, page: Any) -> str:
        return self._pages.get_template(template).render(page=page)


def _file(name: str) -> str:
    return (resources.files(__package__ or __name__) / name).read_text(encoding="utf-8")
