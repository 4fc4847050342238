"""The kinds of value that a field may have (controlled words, ids, lines, dates), each with how it may be typed.

The patterns have names, because a message says which form was wanted.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

Status = Literal["established", "informal", "planned", "none", "no_reply"]
Confidence = Literal["certain", "probable", "uncertain"]
Level = Literal["political", "management", "operational"]
Verdict = Literal["same", "joint", "part_of", "competing", "different"]
Takes = Literal["mayor", "committee_chair", "committee_members", "council_members", "politicians", "none"]
ForumStatus = Literal["existing", "planned", "proposed", "ended"]
Kind = Literal[
    "standing_body", "council", "committee", "network", "steering_group", "panel", "board", "working_group",
    "task_force", "team", "recruitment_community", "meetings", "partnership", "agreement", "project", "event",
]  # fmt: skip
Reach = Literal["local", "inter_municipal", "regional", "national"]
SuccessionKind = Literal["carries_on", "merged_from", "split_from", "renamed"]
Counted = Literal["answered", "established", "forums", "members", "requirements", "themes", "uncountable"]
Unit = Literal["percent", "count", "rank"]
State = Literal["green", "yellow", "red", "unknown"]
ThemeKind = Literal["focus_area", "guiding_mark", "action_area"]
OrganisationKind = Literal[
    "unemployment_fund", "union", "employers_association", "school", "company", "state_body", "municipal_body", "other"
]

# Digits are written out: \d would also take those of other scripts. Line numbers end somewhere, so that none is too
# long for Python to read.
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
AREA = r"^[a-z][a-z0-9_]*$"
CODE = r"^[0-9]{4}$"
MOMENT = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
LINES = r"^([a-z0-9-]+:)?[0-9]{1,7}(-[0-9]{1,7})?(, *[0-9]{1,7}(-[0-9]{1,7})?)*$"
FREQUENCY = r"^[1-9][0-9]{0,2}(-[1-9][0-9]{0,2})?$"
SOMETHING = r"\S"
CLAIMED = r"^([0-9]{1,6}|all|nearly_all|most|widespread)$"

Text = Annotated[str, StringConstraints(min_length=1, pattern=SOMETHING, max_length=4000)]
Id = Annotated[str, StringConstraints(pattern=ID, max_length=80)]
AreaId = Annotated[str, StringConstraints(pattern=AREA, max_length=40)]
Code = Annotated[str, StringConstraints(pattern=CODE)]
Moment = Annotated[str, StringConstraints(pattern=MOMENT)]


def as_tuple(value: Any) -> Any:
    """Let a list of one be written without brackets."""
    return value if isinstance(value, tuple) else (value,)


def _as_text(value: Any) -> Any:
    """Let a single line number or a year be written without quotes."""
    if isinstance(value, bool) or not isinstance(value, int | float | dt.date):
        return value
    return str(value)


def _as_float(value: Any) -> Any:
    """Let a share be written without a decimal point."""
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _ascending(value: str) -> str:
    least, _, most = value.partition("-")
    if most and int(most) <= int(least):
        raise ValueError("frequency")
    return value


Lines = Annotated[
    str,
    StringConstraints(pattern=LINES),
    BeforeValidator(_as_text, json_schema_input_type=Annotated[str, StringConstraints(pattern=LINES)] | int),
]
Cited = Annotated[tuple[Lines, ...], BeforeValidator(as_tuple, json_schema_input_type=list[Lines] | Lines)]
PerYear = Annotated[
    str,
    StringConstraints(pattern=FREQUENCY),
    AfterValidator(_ascending),
    BeforeValidator(_as_text, json_schema_input_type=Annotated[int, Field(ge=1, le=366)] | str),
]
Claimed = Annotated[
    str,
    StringConstraints(pattern=CLAIMED),
    BeforeValidator(_as_text, json_schema_input_type=Literal["all", "nearly_all", "most", "widespread"] | int),
]
When = Annotated[Moment, BeforeValidator(_as_text, json_schema_input_type=Moment | int | dt.date)]
_Share = Annotated[float, Field(ge=0, le=100)]
_Amount = Annotated[float, Field(ge=-1e12, le=1e12)]
Percent = Annotated[_Share, BeforeValidator(_as_float, json_schema_input_type=_Share)]
Measure = Annotated[_Amount, BeforeValidator(_as_float, json_schema_input_type=_Amount)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_tuple, json_schema_input_type=list[Text] | Text)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(as_tuple, json_schema_input_type=list[Id] | Id)]
