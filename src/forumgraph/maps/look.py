"""How things look: Okabe and Ito's colours, dashes and fills. Wherever a colour says something, a sign says it too."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

# Okabe & Ito (2008), told apart by the colour-blind; the number in the circle says the same as the colour. Blue is
# left to the municipalities. A seventh area starts over: its number still tells it from the first.
AREA_COLOURS = ("#E69F00", "#56B4E9", "#009E73", "#F0E442", "#CC79A7", "#D55E00")
MUNICIPALITY_COLOUR = "#0072B2"
INK = "#1b1f24"


@dataclass(frozen=True)
class Look:
    """Fill, border, text colour and the border's dashes (empty: unbroken)."""

    fill: str
    line: str
    text: str
    dashes: tuple[int, ...]


# A municipality's box when an area is chosen. Never red, amber and green: those are kept for progress. From full to
# empty as the answer does; an unbroken border means that there is an answer, a broken one that there is none (yet).
STATUS = {
    "established": Look("#0072B2", "#0072B2", "#ffffff", ()),
    "informal": Look("#b5dcf4", "#0072B2", INK, ()),
    "planned": Look("#ffffff", "#0072B2", INK, (9, 5)),
    "none": Look("#ffffff", INK, INK, ()),
    "no_reply": Look("#e3e5e8", "#5c636b", INK, (5, 4)),
    "not_asked": Look("#ffffff", "#767d85", "#4d545b", (2, 4)),
    # Not an answer: the municipality was not there to be asked.
    "absent": Look("#f5f6f8", "#868d95", "#4d545b", (1, 6)),
}


@dataclass(frozen=True)
class Mark:
    """A forum's circle: hollow or full, struck through or not, the border's dashes, a sign in place of its numbers."""

    hollow: bool
    struck: bool
    dashes: tuple[int, ...]
    sign: str = ""


# The same on a dark page.
STATUS_DARK = {
    "established": Look("#56B4E9", "#56B4E9", "#10151a", ()),
    "informal": Look("#1d4e6e", "#56B4E9", "#f2f4f6", ()),
    "planned": Look("#171b20", "#56B4E9", "#f2f4f6", (9, 5)),
    "none": Look("#171b20", "#e6e9ec", "#f2f4f6", ()),
    "no_reply": Look("#3a4149", "#aeb6bf", "#f2f4f6", (5, 4)),
    "not_asked": Look("#171b20", "#8b949e", "#b9c1c9", (2, 4)),
    "absent": Look("#20262d", "#767d85", "#b9c1c9", (1, 6)),
}

FORUM_STATUS = {
    "existing": Mark(hollow=False, struck=False, dashes=()),
    "planned": Mark(hollow=True, struck=False, dashes=(5, 3)),
    "proposed": Mark(hollow=True, struck=False, dashes=(1, 4)),
    "ended": Mark(hollow=False, struck=True, dashes=()),
    "unknown": Mark(hollow=True, struck=False, dashes=(2, 4), sign="?"),  # on the day of the round that is chosen
}

# A membership's line, in world units.
BASIS: dict[str, tuple[int, ...]] = {"self_reported": (), "named_by_other": (11, 7), "inferred": (2, 6)}
UNKNOWN_LINE = (3, 13)  # whose basis is known, but not whether it held on the day: hardly more than a trace
LINE_COLOUR = "#868d95"  # 3.4 to 1 against white


def area_colour(index: int) -> str:
    """Return the colour of the area at this place in the survey, counted from 0."""
    return AREA_COLOURS[index % len(AREA_COLOURS)]


def for_script() -> dict[str, Any]:
    """Return the looks as the page's scripts take them."""
    return {
        "status": {key: asdict(one) for key, one in STATUS.items()},
        "forum": {key: asdict(one) for key, one in FORUM_STATUS.items()},
        "basis": BASIS,
        "unknown": UNKNOWN_LINE,
        "dark": {"status": {key: asdict(one) for key, one in STATUS_DARK.items()}},
    }
