"""Puts the page together: the template with its style, its scripts and its data, and the policy that binds them.

Everything a page needs stands in the page: it opens from a folder, without a server or a network.
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib import resources
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from forumgraph.maps import look
from forumgraph.maps.layout import lay_out
from forumgraph.maps.links import check
from forumgraph.maps.network import vis_script
from forumgraph.maps.page.tables import tables
from forumgraph.maps.payload import payload
from forumgraph.maps.words import Words

if TYPE_CHECKING:
    from forumgraph.maps.model import MapData

__all__ = ["data_block", "render"]

_SCRIPTS = ("shapes.js", "canvas.js", "panel.js", "search.js", "map.js")


def render(data: MapData, language: str) -> str:
    """Return the page as text; raise ValueError where the data contradict themselves."""
    check(data)
    words = Words(data, language)
    empty = not data.municipalities and not data.forums
    style = _inline(_file("map.css"))
    scripts = [] if empty else [_inline(vis_script()), _inline(_own_script())]
    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return template.from_string(_file("map.html.j2")).render(
        data=data,
        words=words,
        text=words.texts,
        look=look,
        tables=tables(data, words),
        outside=any(not one.answers for one in data.municipalities),
        day=words.day(data.as_of),
        style=style,
        scripts=scripts,
        policy=_policy([style], scripts),
        block=None if empty else data_block(payload(data, lay_out(data), words)),
    )


def data_block(value: dict[str, Any]) -> Markup:
    """Return the value as JSON that no name in it can break out of: ``<`` and the two line separators are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704  (nothing is left in it that HTML would read as markup)


def _file(name: str) -> str:
    return (resources.files(__package__ or __name__) / name).read_text(encoding="utf-8")


def _own_script() -> str:
    """Return the page's own files as one function, so that they share names and leave none behind in ``window``."""
    files = "\n".join(_file(name) for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{files}\n}})();'


def _inline(text: str) -> Markup:
    """Return a script or style as it will stand in the page, refused if it could end its own element."""
    if "</script" in text.lower() or "</style" in text.lower() or "<!--" in text:
        raise ValueError("a script or style of the page contains the end of its own element")
    return Markup(text.replace("\r\n", "\n"))  # noqa: S704  (our own files and pyvis's, never data)


def _policy(styles: list[Markup], scripts: list[Markup]) -> str:
    """Return the Content-Security-Policy: only these scripts and this style, and nothing from anywhere.

    vis-network 9.1.2 sets styles through the object model (``element.style.width``), which a policy does not touch; so
    no ``unsafe-inline`` and no ``unsafe-eval`` is needed, and no image: the picture is drawn. The data block is not
    script and needs no hash.
    """
    parts = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"]
    for kind, texts in (("script-src", scripts), ("style-src", styles)):
        if texts:
            parts.append(" ".join([kind, *(_hash(text) for text in texts)]))
    return "; ".join(parts)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
