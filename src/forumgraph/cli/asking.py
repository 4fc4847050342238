"""From options to an answer: the graph is opened, the selection checked, the answer printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from forumgraph.cli.options import Shared
from forumgraph.cli.output import Progress, say, show_report
from forumgraph.graphdb import Graph, open_current
from forumgraph.queries import Scope, Selection, scope
from forumgraph.queries.left_out import left_out
from forumgraph.reports import Header, Report
from forumgraph.texts import Texts


@dataclass(frozen=True)
class Asked:
    """A question that is being answered."""

    graph: Graph
    scope: Scope
    files: tuple[str, ...]
    texts: Texts
    stale: bool = False

    def header(self, question: str, rounds: tuple[str, ...], **parameters: Any) -> Header:
        """Return what the answer says of itself, and which fora its day leaves out."""
        made = self.header_without_fora(question, rounds, **parameters)
        return replace(made, left_out=left_out(self.graph, self.scope))

    def header_without_fora(self, question: str, rounds: tuple[str, ...], **parameters: Any) -> Header:
        """Return the same where the answer lists no fora, or is about one that is there or is no answer at all.

        Without ``--as-of`` an answer is as of the latest round that it rests on.
        """
        chosen = self.scope.selection
        dates = [each.date for each in self.scope.rounds if each.id in rounds or not rounds]
        given = {
            "round": chosen.round,
            "as_of": str(chosen.as_of) if chosen.as_of else None,
            "kkr": list(chosen.kkr),
            "municipality": list(chosen.municipalities),
            "area": list(chosen.areas),
        }
        return Header(
            question=question,
            round=rounds[0] if len(rounds) == 1 else None,
            rounds=rounds,
            as_of=str(chosen.as_of or max(dates)),
            parameters={**given, **parameters},
            data=self.files,
            stale=self.stale,
        )


def selection(options: dict[str, Any]) -> Selection:
    """Return the selection that options make; options that a command does not have select nothing."""
    return Selection(
        round=options.get("round_"),
        as_of=options.get("as_of"),
        kkr=tuple(options.get("kkr") or ()),
        municipalities=tuple(options.get("municipality") or ()),
        areas=tuple(options.get("area") or ()),
    )


@contextmanager
def asking(options: dict[str, Any], chosen: Selection) -> Iterator[Asked]:
    """Open a graph that is current, check the selection, and close the graph in the end."""
    shared = Shared.of(options)
    progress = Progress(shared.texts)

    def notice(key: str, values: dict[str, str]) -> None:
        progress.done()
        say(shared.texts(f"notices.{key}", **values))

    opened = open_current(shared.data, notice, progress, stale=shared.stale)
    try:
        yield Asked(opened.graph, scope(opened.graph, chosen), opened.files, shared.texts, opened.stale)
    finally:
        opened.graph.close()


def answer(options: dict[str, Any], report: Callable[[Asked], Report], chosen: Selection | None = None) -> None:
    """Ask and print in the format that was chosen."""
    with asking(options, chosen or selection(options)) as asked:
        made = report(asked)
        asked.graph.unchanged()  # several questions make one answer: it must be of one graph
    show_report(made, options["form"], asked.texts)
