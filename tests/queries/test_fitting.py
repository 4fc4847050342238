"""Who counts in a forum that would speak for a requirement, and whether that is known of the day that was chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, scope
from forumgraph.queries.fitting import fits
from forumgraph.queries.requirements import requirements

PUBLICATIONS = Path(__file__).parents[1] / "cases" / "datasets" / "publications"


def test_what_had_ended_on_the_day_fits_nobody_and_what_nothing_tells_of_fits_unsurely(
    loaded: Callable[..., Graph],
) -> None:
    graph = loaded(PUBLICATIONS)
    asked = requirements(graph, scope(graph, Selection())).requirements
    found = {
        year: {
            name: (fit.forums, fit.sure)
            for (id_, name), fit in fits(graph, scope(graph, Selection(as_of=dt.date(year, 7, 1))), asked).items()
            if id_ == "nord-rekruttering"
        }
        for year in (2015, 2019, 2021)
    }
    assert found[2015] == dict.fromkeys(("Nordby", "Sydby", "Østby"), (("netvaerk",), True))
    assert found[2019] == dict.fromkeys(("Nyby", "Østby", "Ålby"), (("job5",), True))
    assert found[2021] == dict.fromkeys(("Nyby", "Østby", "Ålby"), (("job5",), False))
