"""A report that is dated before the work that it reports."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Check, problem
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Publication before the end of the fieldwork, as precisely as both are printed."""
    published, ended = report.metadata.published, report.metadata.fieldwork_end
    if published and ended:
        digits = min(len(published), len(ended))
        if published[:digits] < ended[:digits]:
            message = f"The report is dated {published}; its fieldwork ended on {ended}."
            yield problem(CHECK.code, "warning", message, pages=[1])


CHECK = Check("dates", find)
