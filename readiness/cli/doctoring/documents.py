"""What `readiness doctor` finds, as plain data for JSON."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readiness.cli.doctoring.checks import Finding, Mark
from readiness.published.writing import envelope
from readiness.settings.provenance import Setting

if TYPE_CHECKING:
    from readiness.published import doctor as published


def checks_document(findings: Sequence[Finding]) -> "published.Doctor":
    """Return what the checks found."""
    return {
        **envelope("readiness.doctor"),
        "problems": sum(one.mark is Mark.PROBLEM for one in findings),
        "warnings": sum(one.mark is Mark.WARNING for one in findings),
        "checks": [_check(one) for one in findings],
    }


def paths_document(rows: "list[published.UsedPath]") -> "published.Paths":
    """Return the folders and files that are used."""
    return {**envelope("readiness.paths"), "paths": rows}


def settings_document(settings: Sequence[tuple[Setting, str]]) -> "published.Settings":
    """Return the settings that hold, each with what is wrong with it, or ""."""
    return {
        **envelope("readiness.settings"),
        "settings": [_setting(one, wrong) for one, wrong in settings],
    }


def _check(one: Finding) -> "published.Check":
    return {
        "mark": one.mark,
        "text": one.text,
        "facts": list(one.facts),
        "fix": one.fix or None,
    }


def _setting(one: Setting, wrong: str) -> "published.Setting":
    return {
        "key": one.key,
        "value": one.value,
        "source": one.source,
        "name": one.name or None,
        "line": one.line,
        "wrong": wrong or None,
    }
