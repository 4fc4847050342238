"""Looks texts up by key and language; knows nothing of what the texts are about."""

from __future__ import annotations

import locale
import os
import sys
import tomllib
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("da", "en")


def terminal_language() -> str:
    """Return the language of the user's locale: ``da`` where it is Danish, else ``en``.

    The first of LC_ALL, LC_MESSAGES and LANG that is set decides, as POSIX has it; where none is (on Windows none ever
    is by itself), the system's own language does.
    """
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    value = (next(filter(None, named), None) or _system_locale() or "").lower()
    return "da" if value.startswith(("da_", "da.", "da-")) or value == "da" else "en"


def _system_locale() -> str | None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (only there is it of use)

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    try:
        return locale.getlocale()[0]
    except ValueError:  # a name that Python cannot read
        return None


@cache
def _file(language: str, name: str) -> dict[str, Any]:
    own, shared = (resources.files(__package__) / folder / f"{name}.toml" for folder in (language, "both"))
    path = own if own.is_file() or not shared.is_file() else shared
    return tomllib.loads(path.read_text(encoding="utf-8"))


class Texts:
    """The catalogue in one language: ``Texts("da")("gaps.title", area="virksomheder")``."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no catalogue in {language!r}: there is {' and '.join(LANGUAGES)}")
        self.language = language

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of a key with its placeholders filled in; raise KeyError where there is none.

        A text that depends on a count stands as a table of ``one`` and ``other``, chosen by the value of ``n``.
        """
        found = self._find(key)
        if isinstance(found, dict):
            found = found["one" if values["n"] == 1 else "other"]
        return str(found).format(**values) if values else str(found)

    def section(self, key: str) -> dict[str, str]:
        """Return all texts under a key: ``section("words.status")`` maps each status to its word."""
        return dict(self._find(key))

    def _find(self, key: str) -> Any:
        name, *rest = key.split(".")
        found: Any = _file(self.language, name)
        for part in rest:
            if not isinstance(found, dict) or part not in found:
                raise KeyError(f"{key} ({self.language})")
            found = found[part]
        return found
