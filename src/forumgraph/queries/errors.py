"""What can be wrong with a question.

QuestionError              names a text of the catalogue (``errors.KEY``)   (exit 1)
├── UnknownWord            a word that nothing goes by, with the nearest
├── AmbiguousName          a name that fits several fora, with the candidates
└── NothingAsked           no round fits the selection
"""

from __future__ import annotations


class QuestionError(Exception):
    """A question that cannot be answered as it was asked."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class UnknownWord(QuestionError):
    """A word that nothing goes by; ``what`` is area, municipality, kkr, round, forum, organisation or body."""

    def __init__(self, what: str, word: str, near: list[str], known: list[str]) -> None:
        super().__init__(f"unknown_{what}", word=word)
        self.what = what
        self.near = near
        self.known = known


class AmbiguousName(QuestionError):
    """A name that several fora (``what``: organisations, bodies) go by; ``candidates`` are their ids and names."""

    def __init__(self, word: str, candidates: list[tuple[str, str]], what: str = "forum") -> None:
        super().__init__(f"ambiguous_{what}", word=word, n=str(len(candidates)))
        self.candidates = candidates


class NothingAsked(QuestionError):
    """No round fits: none so early, or none that asked about the area or speaks of the forum."""
