"""What binds a page: scripts and styles that stand in it, and the policy that lets nothing else run or load."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib import resources
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

_END = re.compile(r"</(script|style)[\s/>]|<!--", re.IGNORECASE)


def base_style() -> str:
    """Return the style that all plain pages begin with: colours, letters, paper."""
    return (resources.files(__package__) / "base.css").read_text(encoding="utf-8")


def inline(text: str) -> Markup:
    """Return a script or style as it will stand in the page, refused if it could end its own element."""
    if _END.search(text):
        raise ValueError("a script or style of the page contains the end of its own element")
    return Markup(text.replace("\r\n", "\n"))  # noqa: S704  (our own files and pyvis's, never data)


def policy(styles: Sequence[Markup], scripts: Sequence[Markup], *, images: bool = False) -> str:
    """Return the Content-Security-Policy: only these scripts and styles, and nothing from anywhere.

    vis-network 9.1.2 sets styles through the object model (``element.style.width``), which a policy does not touch; so
    no ``unsafe-inline`` and no ``unsafe-eval`` is needed. Pictures are drawn; ``images`` lets a logo stand in the page
    that is part of it. The data block is not script and needs no hash.
    """
    parts = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"]
    for kind, texts in (("script-src", scripts), ("style-src", styles)):
        if texts:
            parts.append(" ".join([kind, *(_hash(text) for text in texts)]))
    if images:
        parts.append("img-src data:")
    return "; ".join(parts)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
