"""The names in a text that cannot be read as YAML, so that what refers to them is not called unknown on top."""

from __future__ import annotations

import re

_NAMED = re.compile(r"""\b(?:id|name|code|municipality):[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s'"#][^,}#\n]*))""")


def names(text: str) -> set[str]:
    """Return what stands after ``id:``, ``name:``, ``code:`` and ``municipality:`` anywhere in a text."""
    return {next(part for part in match.groups() if part).strip() for match in _NAMED.finditer(text)}
