"""The one place where expected errors become sentences and exit codes."""

from __future__ import annotations

import errno

from forumgraph.cli.help import language
from forumgraph.graphdb.errors import BrokenData, GraphError
from forumgraph.ingest.refusal import Refused
from forumgraph.maps.errors import MapError
from forumgraph.queries.errors import AmbiguousName, QuestionError, UnknownWord
from forumgraph.reports.errors import ReportError
from forumgraph.texts import Texts
from forumgraph.texts.messages import shown

_SHOWN = 20  # findings of broken data that are shown with a question; `validate` shows all


def failure(error: Exception) -> tuple[str, int]:
    """Return what to tell the user of an expected error, and the exit code; raise any other error again."""
    texts = Texts(language())
    if isinstance(error, BrokenData):
        return _broken(error, texts), 1
    if isinstance(error, GraphError):
        return _unreachable(error, texts), 3
    if isinstance(error, Refused):
        return _refused(error, texts), 1
    if isinstance(error, QuestionError | ReportError):
        return _question(error, texts), 1
    if isinstance(error, MapError):
        return "\n".join(error.lines(texts)), 1
    if isinstance(error, OSError):
        key = "errors.file" if error.filename else "errors.output"
        return texts(key, path=str(error.filename or ""), reason=_reason(error, texts)), 1
    raise error


def _unreachable(error: GraphError, texts: Texts) -> str:
    cause = error.__cause__
    values = {**error.values, "reason": _reason(cause, texts)} if isinstance(cause, OSError) else error.values
    return texts(f"errors.{error.key}", **values)


def _refused(error: Refused, texts: Texts) -> str:
    values = dict(error.values)
    if isinstance(error.__cause__, OSError):
        values["reason"] = _reason(error.__cause__, texts)
    if verdict := values.get("verdict"):
        values["verdict"] = texts(f"words.verdict.{verdict}")
    return texts(f"errors.{error.key}", **values)


def _question(error: QuestionError | ReportError, texts: Texts) -> str:
    values: dict[str, str] = dict(error.values)
    values |= {name: shown(values[name]) for name in ("word", "citation", "source", "reason") if name in values}
    said = texts(f"errors.{error.key}", **values)
    if isinstance(error, UnknownWord):
        return f"{said} {_known(error, texts)}"
    if isinstance(error, AmbiguousName):
        return "\n".join([said, *(f"  {id_}  {name}" for id_, name in error.candidates)])
    return said


def _reason(error: OSError, texts: Texts) -> str:
    """Return why the system refused, in the user's language where it is one of the reasons that people meet."""
    name = errno.errorcode.get(error.errno or 0, "")
    return texts.section("errors.reason").get(name) or error.strerror or str(error)


def _known(error: UnknownWord, texts: Texts) -> str:
    """Return the nearest words as a question, or all there are where they are few, or where they are listed."""
    if error.near:
        return texts("errors.did_you_mean", words=_or(error.near, texts))
    if error.known and len(error.known) <= 12:  # noqa: PLR2004 - what fits in a sentence
        return texts("errors.there_are", words=", ".join(error.known))
    return texts(f"errors.list_{error.what}")


def _or(words: list[str], texts: Texts) -> str:
    return f" {texts('errors.or')} ".join(f"»{word}«" for word in words)


def _broken(error: BrokenData, texts: Texts) -> str:
    from forumgraph.reports.findings import finding_lines  # noqa: PLC0415

    errors = [finding for finding in error.findings if finding.severity == "error"]
    shown = finding_lines(errors[:_SHOWN], texts)
    more = [texts("errors.more_findings", n=len(errors) - _SHOWN)] if len(errors) > _SHOWN else []
    return "\n".join([*shown, *more, texts(f"errors.{error.key}", n=len(errors))])
