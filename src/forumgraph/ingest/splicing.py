"""An entry put into the decisions of a file, or taken out of them; every byte outside it stays as it was.

ruamel.yaml tells where entries begin and end, and writes the new one. What comes out is read again: where it does not
say exactly what was meant, or a comment would be lost, the file is left to its owner.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from forumgraph.ingest.comments import Comment, comments
from forumgraph.ingest.tree import parse

if TYPE_CHECKING:
    from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

KEY = "decisions"
_MARK = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_DASH = 2  # columns before the dash of the first entry of a list
_EMPTY = re.compile(
    r"decisions: \[\](?=[ \t]*(?:[ \t]#.*)?[\r\n]*$)"
)  # the one spelling that a block takes the place of
_HEADING = re.compile(r"decisions:(?=[ \t]*(?:[ \t]#.*)?[\r\n]*$)")


class NotSpliceable(Exception):
    """The file cannot be changed in one place alone; ``line`` (from 1) is where its owner should look."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def added(content: bytes, entry: dict[str, Any]) -> bytes:
    """Return a file with one more entry at the end of its decisions, which ``removed`` takes out again byte for byte.

    Raises NotSpliceable where that cannot be done.
    """
    text = _Text.of(content)
    for quoted in (False, True):  # a text that reads as something else without quotes gets them
        made = text.with_entry(entry, quoted=quoted).content
        wanted = (*_decisions(content), entry)
        if _says(made, content, wanted) and removed(made, len(wanted) - 1) == content:
            return made
    raise NotSpliceable(text.line + 1)


def removed(content: bytes, index: int) -> bytes:
    """Return a file without one of its decisions; the comments in it stay. Raises NotSpliceable where they cannot."""
    text = _Text.of(content)
    made = text.without_entry(index).content
    before = _decisions(content)
    if not _says(made, content, (*before[:index], *before[index + 1 :])):
        raise NotSpliceable(text.entries[index].start_mark.line + 1)
    return made


def _decisions(content: bytes) -> tuple[Any, ...]:
    found = _plain(content).get(KEY)
    return found if isinstance(found, tuple) else ()


def _plain(content: bytes) -> dict[str, Any]:
    root = parse(_decoded(content), "").root
    found = root.plain() if root else None
    return found if isinstance(found, dict) else {}


def _decoded(content: bytes) -> str:
    text = content.removeprefix(_MARK).decode("utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _comments(content: bytes) -> list[Comment]:
    text = _decoded(content)
    return comments(text, parse(text, "").scalars)


def _says(made: bytes, before: bytes, wanted: tuple[Any, ...]) -> bool:
    """Say whether a file says what is wanted, and beside it what it said before, with all of its comments."""
    rest = [{key: value for key, value in _plain(each).items() if key != KEY} for each in (made, before)]
    kept = [sorted(comment.text.rstrip() for comment in _comments(each)) for each in (made, before)]
    return _decisions(made) == wanted and rest[0] == rest[1] and kept[0] == kept[1]


@dataclass(frozen=True)
class _Text:
    """A file as lines with the ends they have, and what ruamel.yaml says of its decisions."""

    mark: bytes
    lines: tuple[str, ...]
    line: int  # of the heading, from 0
    node: Node

    @classmethod
    def of(cls, content: bytes) -> _Text:
        from ruamel.yaml import YAML  # noqa: PLC0415 - only a change of a file needs it

        mark = _MARK if content.startswith(_MARK) else b""
        lines = _LINE.findall(content[len(mark) :].decode("utf-8"))
        root: MappingNode = YAML(typ="rt", pure=True).compose(_decoded(content))
        key, node = next((key, node) for key, node in root.value if key.value == KEY)
        return cls(mark, tuple(lines), key.start_mark.line, node)

    @property
    def content(self) -> bytes:
        return self.mark + "".join(self.lines).encode()

    @property
    def end(self) -> str:
        """How lines end here."""
        return next((line[len(line.rstrip("\r\n")) :] for line in self.lines if line.endswith(("\r", "\n"))), "\n")

    @property
    def entries(self) -> list[CollectionNode]:
        from ruamel.yaml.nodes import SequenceNode  # noqa: PLC0415

        if not isinstance(self.node, SequenceNode):
            return []
        found: list[CollectionNode] = self.node.value
        return found

    def with_entry(self, entry: dict[str, Any], *, quoted: bool) -> _Text:
        from ruamel.yaml.nodes import SequenceNode  # noqa: PLC0415

        heading = self.lines[self.line]
        if not isinstance(self.node, SequenceNode):
            if not _HEADING.match(heading):
                raise NotSpliceable(self.line + 1)
            return self._block(self.line, rendered(entry, 0, quoted=quoted))
        if not self.entries and _EMPTY.match(heading):
            return self._with(self.line, _EMPTY.sub("decisions:", heading))._block(
                self.line, rendered(entry, _DASH, quoted=quoted)
            )
        if self.node.flow_style:
            return self._into_brackets(self.node, rendered(entry, None, quoted=quoted)[0])
        dash, last = self.node.start_mark.column, self.entries[-1]
        lines = rendered(entry, dash, quoted=quoted, flow=bool(last.flow_style))
        return self._block(self._with_its_comments(_last_line(last, self.lines), dash), lines)

    def _with(self, at: int, line: str) -> _Text:
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at + 1 :]))

    def _block(self, after: int, entry: list[str]) -> _Text:
        """Put lines after a line; a file that ended without a line end does so still."""
        above, below = [*self.lines[: after + 1]], self.lines[after + 1 :]
        new = [line + self.end for line in entry]
        if not above[-1].endswith(("\r", "\n")):
            above[-1] += self.end
            new[-1] = entry[-1]
        return replace(self, lines=(*above, *new, *below))

    def _with_its_comments(self, line: int, dash: int) -> int:
        """Return the last line of an entry, the comments below it that are indented as its lines are included."""
        for at in range(line + 1, len(self.lines)):
            bare = self.lines[at].lstrip(" ")
            if not bare.startswith("#") or len(self.lines[at]) - len(bare) <= dash:
                break
            line = at
        return line

    def _into_brackets(self, node: SequenceNode, entry: str) -> _Text:
        mark, before = (self.entries[-1].end_mark, ", ") if self.entries else (node.start_mark, "")
        at = mark.column + (0 if self.entries else 1)
        line = self.lines[mark.line]
        return self._with(mark.line, f"{line[:at]}{before}{entry}{line[at:]}")

    def without_entry(self, index: int) -> _Text:
        if getattr(self.node, "flow_style", False):
            return self._out_of_brackets(index)
        item, dash = self.entries[index], self.node.start_mark.column
        first = item.start_mark.line
        while not self.lines[first].startswith("-", dash):
            first -= 1
        last = _last_line(item, self.lines)
        kept = [
            " " * (dash + _DASH) + each.text + self.end
            for each in _comments(self.content)
            if first < each.line <= last + 1
        ]
        found = [*self.lines[:first], *kept]
        if last + 1 == len(self.lines) and not self.lines[last].endswith(("\r", "\n")):
            found[-1] = found[-1].rstrip("\r\n")
        made = replace(self, lines=(*found, *self.lines[last + 1 :]))
        if len(self.entries) > 1 or not dash:
            return made
        return made._with(self.line, _HEADING.sub("decisions: []", made.lines[self.line]))

    def _out_of_brackets(self, index: int) -> _Text:
        starts = [self._offset(each.start_mark) for each in self.entries]
        ends = [self._offset(each.end_mark) for each in self.entries]
        whole = "".join(self.lines)
        if index:
            start, end = ends[index - 1], ends[index]
        elif len(self.entries) > 1:
            start, end = starts[0], starts[1]
        else:
            start, end = starts[0], ends[0]
            end += len(re.match(r"(\s*,)?", whole[end:])[0])  # type: ignore[index]  # matches the empty text
        return replace(self, lines=tuple(_LINE.findall(whole[:start] + whole[end:])))

    def _offset(self, mark: Any) -> int:
        return sum(map(len, self.lines[: mark.line])) + int(mark.column)


def _last_line(node: Node, lines: tuple[str, ...]) -> int:
    """Return the line (from 0) in which the last word of a node stands; what ruamel.yaml calls its end lies further."""
    last = max(_ends(node))
    while last > node.start_mark.line and not lines[last].strip():
        last -= 1
    return last


def _ends(node: Node) -> Iterator[int]:
    from ruamel.yaml.nodes import ScalarNode  # noqa: PLC0415

    yield node.start_mark.line
    if isinstance(node, ScalarNode) or getattr(node, "flow_style", False):
        yield node.end_mark.line - (1 if node.end_mark.column == 0 else 0)
        return
    for each in node.value:
        for part in each if isinstance(each, tuple) else (each,):
            yield from _ends(part)


def rendered(entry: dict[str, Any], dash: int | None, *, quoted: bool, flow: bool = False) -> list[str]:
    """Return an entry as lines: behind a dash in a column, or (None) as it stands between brackets."""
    from ruamel.yaml import YAML  # noqa: PLC0415
    from ruamel.yaml.comments import CommentedMap, CommentedSeq  # noqa: PLC0415
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString  # noqa: PLC0415

    texts = ("why", "decided_by") if quoted else ()
    made = CommentedMap({key: DoubleQuotedScalarString(each) if key in texts else each for key, each in entry.items()})
    made["pair"] = CommentedSeq(entry["pair"])
    made["pair"].fa.set_flow_style()
    if flow or dash is None:
        made.fa.set_flow_style()
    writer, out = YAML(typ="rt", pure=True), io.StringIO()
    writer.width, writer.allow_unicode = 1_000_000, True
    writer.dump(made, out)
    lines = out.getvalue().rstrip("\n").split("\n")
    if dash is None:
        return lines
    return [" " * dash + ("  " if n else "- ") + line for n, line in enumerate(lines)]
