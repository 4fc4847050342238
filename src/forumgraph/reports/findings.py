"""Findings as a report: for people, as JSON, and as annotations of a code host; and what each code means."""

from __future__ import annotations

from collections import Counter

from forumgraph.ingest.findings import CODES, Finding
from forumgraph.ingest.words import nearest
from forumgraph.reports.errors import ReportError
from forumgraph.reports.layout import flowing
from forumgraph.reports.render import json_text
from forumgraph.texts import Texts
from forumgraph.texts.messages import fix, message


def findings_report(findings: list[Finding], files: tuple[str, ...], form: str, texts: Texts, room: int | None) -> str:
    """Return all findings in a format: table, json or github; ``room`` is how many columns a line may take."""
    if form == "json":
        return _json(findings, files, texts)
    lines = (
        _github(findings, texts)
        if form == "github"
        else [*finding_lines(findings, texts, room), *flowing(summary(findings, files, texts), room)]
    )
    return "".join(f"{line}\n" for line in lines)


def finding_lines(findings: list[Finding], texts: Texts, room: int | None = None) -> list[str]:
    """Return each finding as two lines (more where there is no room): where, how severe, what is wrong; what to do."""
    lines = []
    for finding in findings:
        severity = texts(f"report.severity.{finding.severity}")
        lines += flowing(f"{finding.place}: {severity} {finding.code}: {message(finding, texts)}", room, "    ")
        lines += flowing(f"    {fix(finding, texts)}", room, "    ")
    return lines


def summary(findings: list[Finding], files: tuple[str, ...], texts: Texts) -> str:
    """Return how many findings of each severity there are, in how many files."""
    counts = Counter(finding.severity for finding in findings)
    said = [texts(f"report.count.{severity}", n=counts[severity]) for severity in ("error", "warning", "info")]
    return texts("report.findings_summary", counts=", ".join(said), files=texts("report.count.file", n=len(files)))


def _json(findings: list[Finding], files: tuple[str, ...], texts: Texts) -> str:
    found = [
        {
            "code": finding.code,
            "severity": finding.severity,
            "file": finding.place.file,
            "line": finding.place.line or None,
            "column": finding.place.column or None,
            "offending": finding.offending,
            "allowed": list(finding.allowed),
            "suggestion": finding.suggestion,
            "message": message(finding, texts),
            "fix": fix(finding, texts),
        }
        for finding in findings
    ]
    counts = Counter(finding.severity for finding in findings)
    totals = {"errors": counts["error"], "warnings": counts["warning"], "infos": counts["info"]}
    body = {"question": "validate", "files": list(files), **totals, "findings": found}
    return json_text(body)


_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def _github(findings: list[Finding], texts: Texts) -> list[str]:
    lines = []
    for finding in findings:
        place = {
            "file": finding.place.file,
            "line": finding.place.line,
            "col": finding.place.column,
            "title": finding.code,
        }
        properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items() if value)
        said = f"{message(finding, texts)} {fix(finding, texts)}"
        lines.append(f"::{_COMMANDS[finding.severity]} {properties}::{_data(said)}")
    return lines


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def explanation(code: str, texts: Texts, room: int | None) -> str:
    """Return what a code means, with a wrong and a right example; raise ReportError for a code there is not."""
    known = code.upper()
    if known not in CODES:
        near = nearest(known, CODES)
        raise ReportError("unknown_code_near" if near else "unknown_code", word=code, near=near or "")
    parts = [
        f"{known} · {texts(f'report.severity.{CODES[known]}')}",
        *flowing(texts(f"findings.{known}.about").strip(), room),
        texts("report.wrong"),
        *_example(texts(f"examples.{known}.wrong"), room),
        texts("report.right"),
        *_example(texts(f"examples.{known}.right"), room),
    ]
    return "\n".join(parts) + "\n"


def _example(text: str, room: int | None) -> list[str]:
    """Return an example indented; a long line goes on further in, which YAML reads as the same."""
    lines = []
    for line in text.strip("\n").split("\n"):
        further = " " * (len(line) - len(line.lstrip()) + 8)
        lines += flowing(f"    {line}", room, further) if room and len(line) + 4 > room else [f"    {line}"]
    return lines


def all_codes(texts: Texts, room: int | None) -> str:
    """Return a line for each code: its severity and the first sentence of what it means."""
    lines = []
    for code, severity in CODES.items():
        first = texts(f"findings.{code}.about").strip().split(". ")[0].rstrip(".")
        lines += flowing(f"{code}  {texts(f'report.severity.{severity}'):<10} {first}.", room, " " * 18)
    return "\n".join(lines) + "\n"
