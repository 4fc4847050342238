"""Stage 4: rows to tables and files."""

from forumgraph.reports.render import FORMATS, render
from forumgraph.reports.report import Header, Report

__all__ = ["FORMATS", "Header", "Report", "render"]
