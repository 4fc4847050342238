"""Takes the merges of a survey away: a body that several municipalities report becomes one body a reporter.

Each of them keeps what that reporter says and nothing else: its names and phrases, whom it counts in or out, the area
that it answered in, meetings, politicians, organisations. What the coders wrote of the body as a whole (its name, kind,
tasks, levels, dates, what it carries on, why it was merged, from what it is kept apart) is left out. Ids tell the
reporter and a number, so that nothing in them says which bodies were one.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from forumgraph.ingest.danish import fold

Data = dict[str, Any]
Spelling = Callable[[str], str]
"""How a name is written in the split set; the real one leaves it as it is."""


@dataclass
class Split:
    """The data set without its merges; ``origin`` says of each new body which one it was."""

    data: Data
    origin: dict[str, str] = field(default_factory=dict)
    unnamed: int = 0  # bodies for which the reporter has no word at all

    @property
    def true_pairs(self) -> set[frozenset[str]]:
        """The pairs of new bodies that were one."""
        groups: dict[str, list[str]] = {}
        for new, old in self.origin.items():
            groups.setdefault(old, []).append(new)
        return {frozenset((a, b)) for group in groups.values() for n, a in enumerate(group) for b in group[n + 1 :]}


def split(data: Data, spelling: Spelling = str, reporters: set[str] | None = None) -> Split:
    """Return a data set with one body a reporter, of all municipalities or of the named ones alone."""
    kept = [reply for reply in data["replies"] if reporters is None or reply["municipality"] in reporters]
    made = Split({key: value for key, value in data.items() if key not in ("forums", "kept_apart", "replies")})
    made.data |= {"forums": [], "replies": [_reply(reply, made, spelling) for reply in kept]}
    made.data["forums"] = [_forum(reply, id_, made) for reply in made.data["replies"] for id_ in _ids(reply)]
    return made


def _reply(reply: Data, made: Split, spelling: Spelling) -> Data:
    """Return a reply in which each body has an id of the reporter's own."""
    slug = re.sub("[^a-z0-9]+", "-", fold(reply["municipality"]))
    own: dict[str, str] = {}
    copied: Data = copy.deepcopy(reply)
    for holder in _holders(copied):
        mentions = {}
        for old, mention in (holder.get("forums") or {}).items():
            new = own.setdefault(old, f"{slug}-{len(own) + 1:02}")
            made.origin[new] = old
            mentions[new] = _mention(mention or {}, spelling)
        holder["forums"] = mentions
    return copied


def _holders(reply: Data) -> Iterator[Data]:
    yield from reply.get("answers", {}).values()
    yield from (reply[key] for key in ("every_area", "missing_fora") if reply.get(key))


def _mention(mention: Data, spelling: Spelling) -> Data:
    spelt = {key: [spelling(name) for name in _list(mention[key])] for key in ("called", "described") if key in mention}
    return mention | spelt


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _ids(reply: Data) -> list[str]:
    return list(dict.fromkeys(id_ for holder in _holders(reply) for id_ in holder["forums"]))


def _forum(reply: Data, id_: str, made: Split) -> Data:
    """Return the entry of a body: a name that the reporter uses, else its first phrase, and the levels it tells."""
    mentions = [holder["forums"][id_] for holder in _holders(reply) if id_ in holder["forums"]]
    words = [name for key in ("called", "described") for each in mentions for name in each.get(key, [])]
    made.unnamed += not words
    name = words[0] if words else f"{reply['municipality']} {id_[-2:]}"
    levels = {level for each in mentions for level in _levels(each)}
    return {"id": id_, "name": name, "kind": "standing_body", "levels": sorted(levels)}


def _levels(mention: Data) -> Iterator[str]:
    """Yield the levels that a reporter tells: of the meetings, and the political one where politicians take part."""
    for each in _list(mention.get("meets", [])):
        if isinstance(each, dict) and each.get("level"):
            yield each["level"]
    for each in _list(mention.get("politicians", [])):
        if (each["role"] if isinstance(each, dict) else each) != "none":
            yield "political"


class Slips:
    """Writes names as people do who are in a hurry: a slip in one word of four, one long word of four cut short.

    The rules know nothing of the table of abbreviations: a word is cut after its fourth letter, whatever it means.
    """

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - the same slips in every run

    def __call__(self, name: str) -> str:
        """Return a name as it was written in a hurry."""
        return " ".join(self._word(word) for word in name.split(" "))

    def _word(self, word: str) -> str:
        kind = self._dice.choice(("slip", "short", "right", "right"))
        if kind == "slip" and len(word) >= 5:  # noqa: PLR2004 - letters
            return self._slip(word)
        if kind == "short" and len(word) >= 9:  # noqa: PLR2004
            return f"{word[:4]}."
        return word

    def _slip(self, word: str) -> str:
        """Drop a letter, double one, or turn two around; the first stays."""
        at = self._dice.randrange(1, len(word) - 1)
        return self._dice.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )


def written(data: Data) -> str:
    """Return a data set as YAML, each value in full where it stands."""
    return yaml.dump(data, Dumper=_InFull, allow_unicode=True, sort_keys=False)


class _InFull(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def read_survey(folder: Path) -> Data:
    """Return the YAML of a survey as it stands."""
    data: Data = yaml.safe_load((folder / "forums.yaml").read_text(encoding="utf-8"))
    return data
