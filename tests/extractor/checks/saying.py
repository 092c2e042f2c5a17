"""What a check finds, in short."""

from __future__ import annotations

from extractor.checks.check_model import Check
from extractor.checks.evidence import Evidence


def messages(check: Check, evidence: Evidence) -> list[str]:
    """The messages of a check's problems, in their order."""
    return [problem.message for problem in check.find(evidence)]


def judgements(check: Check, evidence: Evidence) -> list[tuple[str, str]]:
    """Severity and message of a check's problems, in their order."""
    return [(problem.severity, problem.message) for problem in check.find(evidence)]
