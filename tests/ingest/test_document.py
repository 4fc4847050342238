"""A file becomes entries; what is broken is said once, and neither hides nor taints what is not."""

from __future__ import annotations

from forumgraph.ingest.document import Document, read_document
from forumgraph.ingest.files import File


def _read(text: str) -> Document:
    return read_document(File("x.yaml", text.encode()))


def test_one_broken_entry_hides_no_other() -> None:
    document = _read(
        "organisations:\n  - {id: a, name: A, kind: union}\n  - {id: b}\n  - {id: c, name: C, kind: union}\n"
    )
    assert [located.entry.id for located in document.entries["organisations"]] == ["a", "c"]
    assert document.broken == {"organisations": {"id", "b"}}


def test_a_section_with_nothing_in_it_is_fine() -> None:
    document = _read("forums:\nreplies: []\n")
    assert (document.findings, document.ruins) == ([], None)


def test_an_entry_knows_what_the_top_of_its_file_says() -> None:
    document = _read("source: s\nround: r\norganisations:\n  - {id: a, name: A, kind: union}\n")
    (located,) = document.entries["organisations"]
    assert (located.defaults.source, located.defaults.round) == ("s", "r")
    assert str(located.place("name")) == "x.yaml:4:19"
    assert str(located.key_place("name")) == "x.yaml:4:13"


def test_a_broken_top_is_none_so_that_nobody_takes_it_for_empty() -> None:
    document = _read("round: [r]\n")
    assert document.top is None
    assert [finding.code for finding in document.findings] == ["FG203"]


def test_a_broken_id_counts_as_the_one_that_was_probably_meant() -> None:
    document = _read("organisations:\n  - {id: DI og DA, name: A, kind: union}\n")
    assert "di-og-da" in document.broken["organisations"]
    assert document.nameless == {"organisations"}


def test_an_entry_that_is_broken_elsewhere_has_its_name() -> None:
    assert _read("organisations:\n  - {id: a, name: A, kind: onion}\n").nameless == set()


def test_the_names_of_a_file_that_is_not_yaml_are_kept() -> None:
    assert _read("organisations:\n  - {id: a, name: A, kind: union\n").ruins == {"a", "A"}
