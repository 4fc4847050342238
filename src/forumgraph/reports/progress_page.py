"""The progress form as one page that opens anywhere and prints on A4: no script, nothing from elsewhere."""

from __future__ import annotations

from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined

from forumgraph.documents.policy import base_style, inline, policy
from forumgraph.reports.progress_form import Sheet
from forumgraph.reports.report import Header, cited
from forumgraph.texts import Texts

_MARKED = ("green", "yellow", "red")


def progress_page(sheets: list[Sheet], header: Header, texts: Texts) -> bytes:
    """Return the page of the forms, each municipality on paper of its own."""
    style = inline(base_style() + _file("progress_form.css"))
    pages = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = pages.get_template("progress_form.html.j2").render(
        sheets=sheets,
        kkr=", ".join(dict.fromkeys(sheet.kkr for sheet in sheets)),
        header=header,
        text=texts,
        marked=_MARKED,
        cited=cited,
        style=style,
        policy=policy([style], []),
    )
    return page.encode("utf-8")


def _file(name: str) -> str:
    return (resources.files(__package__ or __name__) / name).read_text(encoding="utf-8")
