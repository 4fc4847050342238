"""Danish letters: how they sort, and what is typed where a keyboard lacks them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ALPHABET = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}  # the three signs after z in Unicode, in Danish order
_REMEMBERED = 20_000  # texts: the same few thousand names are compared again and again
_FOLDED = {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"}


@lru_cache(maxsize=_REMEMBERED)
def sort_key(text: str) -> tuple[str, str]:
    """Return a key that sorts by the Danish alphabet: … z æ ø å, with *aa* as *å* also inside a name.

    Accents other than the Danish letters are ignored in the first place; the text itself settles ties.
    """
    spelt = _composed(text).replace("aa", "å")
    return "".join(_ALPHABET.get(letter) or _bare(letter) for letter in spelt), text


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Return the text as it is typed without Danish letters: ``Ærø`` gives ``aeroe``, ``Aabenraa`` ``aabenraa``."""
    return "".join(_FOLDED.get(letter) or _bare(letter) for letter in _composed(text))


def _composed(text: str) -> str:
    """Return the text in small letters, an *å* that was typed as letter and ring made one sign."""
    return unicodedata.normalize("NFC", text.casefold())


def _bare(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
