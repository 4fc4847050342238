"""Puts the page together: the template with its style, its scripts and its data, and the policy that binds them.

Everything a page needs stands in the page: it opens from a folder, without a server or a network.
"""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from forumgraph.documents.policy import inline, policy
from forumgraph.maps.layout import lay_out
from forumgraph.maps.network import vis_script
from forumgraph.maps.page.plain import tables
from forumgraph.maps.payload import payload
from forumgraph.maps.words import Words

if TYPE_CHECKING:
    from forumgraph.maps.edition import Edition
    from forumgraph.maps.layout import Layout
    from forumgraph.maps.model import MapData

__all__ = ["data_block", "render"]

_COMMENTS = re.compile(r"/\*(?:(?!\*/)[\s\S])*\*/[ \t]*|^[ \t]*//.*\n|[ \t]+//[ \t].*$|^[ \t]+|^\n", re.MULTILINE)
_FIRST, _LAST = "map.css", "print.css"  # what the others build on, and what overrules them on paper


def render(data: MapData, edition: Edition, language: str, layout: Layout | None = None) -> str:
    """Return the page as text; the data must not contradict themselves (``links.check``)."""
    words = Words(data, language)
    empty = not data.municipalities and not data.forums
    style = inline(_style(edition))
    scripts = [] if empty else [inline(vis_script()), inline(_own_script())]
    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    block = None if empty else payload(data, layout or lay_out(data), edition, words)
    return template.from_string(_file("map.html.j2")).render(
        data=data,
        text=words.texts,
        title=edition.branding.title or words.texts("atlas.title"),
        subtitle=edition.branding.subtitle or words.subtitle(data),
        logo=edition.branding.logo,
        tables=tables(data, words),
        source=words.source_line(data),
        style=style,
        scripts=scripts,
        policy=policy([style], scripts, images=edition.branding.logo is not None),
        block=None if block is None else data_block(block),
    )


def data_block(value: dict[str, Any]) -> Markup:
    """Return the value as JSON that no name in it can break out of: ``<`` and the two line separators are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704  (nothing is left in it that HTML would read as markup)


def _file(name: str) -> str:
    return (resources.files(__package__ or __name__) / name).read_text(encoding="utf-8")


def _style(edition: Edition) -> str:
    """Return the page's style; a colour of the user's own was checked where it was read."""
    # It was checked against white; a dark page keeps the house's own.
    light = "@media print, (prefers-color-scheme: light)"
    own = f"{light} {{ :root {{ --accent: {edition.branding.accent}; }} }}\n" if edition.branding.accent else ""
    between = [name for name in _names("", ".css") if name not in (_FIRST, _LAST)]
    return "\n".join(_bare(_file(name)) for name in (_FIRST, *between, _LAST)) + own


def _own_script() -> str:
    """Return the page's own files as one function, so that they share names and leave none behind in ``window``.

    Functions are known from the start and constants are only read when ``main.js`` runs, so its place alone matters.
    """
    names = [name for name in _names("scripts", ".js") if name != "main.js"]
    files = "\n".join(_bare(_file(f"scripts/{name}")) for name in (*names, "main.js"))
    return f'(() => {{\n"use strict";\n{files}\n}})();'


def _bare(text: str) -> str:
    """Return a file without comments and indents, a third of it; the tests hold that no text of a script has either."""
    return _COMMENTS.sub("", _COMMENTS.sub("", text))


def _names(folder: str, ending: str) -> list[str]:
    found = resources.files(__package__ or __name__) / folder if folder else resources.files(__package__ or __name__)
    return sorted(one.name for one in found.iterdir() if one.name.endswith(ending))
