"""The catalogue finds a text by its key, in one language or in both."""

from __future__ import annotations

import locale
from types import SimpleNamespace

import pytest

from forumgraph.texts import LANGUAGES, Texts, terminal_language


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_the_same_in_every_language_is_found_in_each(language: str) -> None:
    assert Texts(language)("examples.FG101.right") == "$ forumgraph validate data/forums.yaml"


def test_a_text_of_its_own_language_is_found() -> None:
    assert Texts("da")("words.status.none") == "nej"


@pytest.mark.parametrize("key", ["words.status.nothing", "words.status.none.more", "words.statuses"])
def test_a_key_that_is_not_there_is_an_error_that_names_it(key: str) -> None:
    with pytest.raises(KeyError, match=rf"{key} \(en\)"):
        Texts("en")(key)


def test_a_language_that_is_not_there_is_an_error_that_names_those_that_are() -> None:
    with pytest.raises(ValueError, match="no catalogue in 'sv': there is da and en"):
        Texts("sv")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "da"}, "da"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "da_DK"}, "da"),
        ({"LANG": "dak_XX"}, "en"),
    ],
)
def test_the_language_is_that_of_the_terminal(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert terminal_language() == language


@pytest.mark.parametrize(("system", "language"), [("da_DK", "da"), ("en_GB", "en"), ("C", "en"), (None, "en")], ids=str)
def test_where_the_terminal_names_no_language_the_systems_own_counts(
    system: str | None, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: (system, "UTF-8"))
    monkeypatch.setattr("sys.platform", "linux")
    assert terminal_language() == language


def test_on_windows_the_language_of_its_windows_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: 0x0406)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("ctypes.windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert terminal_language() == "da"


def test_a_locale_that_python_cannot_read_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> None:
        raise ValueError("unknown locale: xx")

    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(locale, "getlocale", unknown)
    assert terminal_language() == "en"
