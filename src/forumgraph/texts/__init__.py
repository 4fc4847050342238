"""The one catalogue of text that people read, in Danish and English; it imports nothing of forumgraph.

A text is named by a dotted key (``coverage.title``) whose first part is its file: ``texts/en/coverage.toml``. What is
the same in every language stands in ``texts/both``.
"""

from forumgraph.texts.catalogue import LANGUAGES, Texts, terminal_language

__all__ = ["LANGUAGES", "Texts", "terminal_language"]
