"""Words, symbols and figures as all reports write them."""

from __future__ import annotations

from typing import Protocol

from forumgraph.queries.coverage import Total
from forumgraph.queries.selection import AreaRow
from forumgraph.reports.report import Cell
from forumgraph.texts import Texts

#: Styles are told apart without red, amber and green, which are kept for progress; words and symbols carry the meaning.
_STYLES = {
    "established": "bold blue",
    "informal": "cyan",
    "planned": "magenta",
    "none": "bold",
    "no_reply": "dim italic",
    "not_asked": "dim",
}

STATUSES = tuple(_STYLES)


def status_cell(status: str, texts: Texts, *, alternative: str | None = None) -> Cell:
    """Return a status as symbol and word, with an asterisk where another reading can be defended."""
    mark = "*" if alternative else ""
    return Cell(f"{texts(f'words.symbol.{status}')} {texts(f'words.status.{status}')}{mark}", _STYLES[status])


def share(value: float | None) -> str:
    """Return a share as whole per cent."""
    return "–" if value is None else f"{round(100 * value)} %"


def decimal(number: float, texts: Texts) -> str:
    """Return a number with one decimal, as the language writes it."""
    return f"{number:.1f}".replace(".", texts("notices.decimal"))


class Interval(Protocol):
    """A figure with the two ends of its share."""

    @property
    def share_low(self) -> float | None:
        """Where all that is unknown is left out."""
        ...

    @property
    def share_high(self) -> float | None:
        """Where all of it is counted."""
        ...


def interval(total: Interval) -> str:
    """Return the interval of a share, or the one figure where both ends are the same."""
    low, high = share(total.share_low), share(total.share_high)
    return low if low == high else f"{low.removesuffix(' %')}–{high}"


def sentence(total: Total, area: AreaRow, texts: Texts) -> str:
    """Return an area's figure as a sentence to paste: how many have one, of how many, and what is not known."""
    values = {
        "area": area.name(texts.language),
        "low": total.established,
        "high": total.established + total.no_reply,
        "answered": total.answered,
        "asked": total.asked,
        "no_reply": texts("report.no_reply", n=total.no_reply),
        "forums": texts("report.forums", n=total.forums),
    }
    key = (
        "report.sentence_nobody"
        if not total.asked
        else "report.sentence_sure"
        if not total.no_reply
        else "report.sentence"
    )
    return texts(key, **values)


def with_status(name: str, status: str, texts: Texts, *more: str) -> str:
    """Return the name of a forum with what is to be known beside it: that it does not exist (yet), and more."""
    said = [*([] if status == "existing" else [texts(f"words.forum_status.{status}")]), *more]
    return name + (f" ({', '.join(said)})" if said else "")
