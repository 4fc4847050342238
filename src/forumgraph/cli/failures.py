"""The one place where expected errors become sentences and exit codes."""

from __future__ import annotations

from forumgraph.graphdb.errors import BrokenData, GraphError
from forumgraph.queries.errors import AmbiguousName, QuestionError, UnknownWord
from forumgraph.reports.errors import ReportError
from forumgraph.texts import Texts, terminal_language

_SHOWN = 20  # findings of broken data that are shown with a question; `validate` shows all


def failure(error: Exception) -> tuple[str, int]:
    """Return what to tell the user of an expected error, and the exit code; raise any other error again."""
    import click  # noqa: PLC0415 - to see the language chosen, where a command had begun

    context = click.get_current_context(silent=True)
    texts = Texts((context.find_root().params.get("lang") if context else None) or terminal_language())
    if isinstance(error, BrokenData):
        return _broken(error, texts), 1
    if isinstance(error, GraphError):
        return texts(f"errors.{error.key}", **error.values), 3
    if isinstance(error, UnknownWord):
        return _unknown(error, texts), 1
    if isinstance(error, AmbiguousName):
        candidates = "\n".join(f"  {id_}  {name}" for id_, name in error.candidates)
        return f"{texts(f'errors.{error.key}', **error.values)}\n{candidates}", 1
    if isinstance(error, QuestionError | ReportError):
        return texts(f"errors.{error.key}", **error.values), 1
    if isinstance(error, OSError):
        return texts("errors.file", path=str(error.filename or ""), reason=error.strerror or str(error)), 1
    raise error


def _unknown(error: UnknownWord, texts: Texts) -> str:
    said = texts(f"errors.{error.key}", **error.values)
    if error.near:
        return f"{said} {texts('errors.did_you_mean', words=_or(error.near, texts))}"
    if error.known and len(error.known) <= 12:  # noqa: PLR2004 - what fits in a sentence
        return f"{said} {texts('errors.there_are', words=', '.join(error.known))}"
    return f"{said} {texts(f'errors.list_{error.what}')}"


def _or(words: list[str], texts: Texts) -> str:
    return f" {texts('errors.or')} ".join(f"»{word}«" for word in words)


def _broken(error: BrokenData, texts: Texts) -> str:
    from forumgraph.reports.findings import finding_lines  # noqa: PLC0415

    errors = [finding for finding in error.findings if finding.severity == "error"]
    shown = finding_lines(errors[:_SHOWN], texts)
    more = [texts("errors.more_findings", n=len(errors) - _SHOWN)] if len(errors) > _SHOWN else []
    return "\n".join([*shown, *more, texts("errors.broken_data", n=len(errors))])
