"""A report that is dated before the work that it reports."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import problem
from schemas.document import Metadata
from schemas.problem import Problem


def find(evidence: Evidence) -> Iterator[Problem]:
    """Publication before the end of the fieldwork, as precisely as both are printed."""
    facts = evidence.report.metadata
    published, ended = facts.published, facts.fieldwork_end
    if published and ended:
        digits = min(len(published), len(ended))
        if published[:digits] < ended[:digits]:
            message = f"The report is dated {published}; its fieldwork ended on {ended}."
            yield problem(CHECK.code, "warning", message, pages=[1])


_NO_TEXT = ""

CHECK = Check(
    code="dates",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.STRUCTURE,
    order=6,
    sees="a report dated before its fieldwork ended",
    cannot_see="other dates",
    examples=(
        Example(
            _NO_TEXT,
            says="The report is dated 2014-01; its fieldwork ended on 2014-02-11.",
            fields={"metadata": Metadata(published="2014-01", fieldwork_end="2014-02-11")},
        ),
        Example(
            _NO_TEXT,
            says="The report is dated 2014-02-10; its fieldwork ended on 2014-02-11.",
            fields={"metadata": Metadata(published="2014-02-10", fieldwork_end="2014-02-11")},
        ),
    ),
    traps=tuple(
        Example(_NO_TEXT, fields={"metadata": Metadata(published=published, fieldwork_end=ended)})
        for published, ended in (
            ("2014-02", "2014-02-11"),  # perhaps at its end
            (None, "2014-02-11"),
            ("2014-02", None),
        )
    ),
)
