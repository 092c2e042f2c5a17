"""What the reading of the file left open: signs without account, pages without text, odd fonts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.check_model import Check, problem
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

# Words that make up a quarter of any English prose; hardly any is left where letters are shifted.
_COMMON = frozenset(
    {"the", "of", "and", "to", "in", "a", "is", "was", "for", "that", "with", "are", "by", "on"}
)
_PROSE = ("paragraph", "item", "quote")
_ENOUGH_WORDS = 80
_GARBLED = 0.05


def find_unaccounted(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Percent signs that became no finding and have no reason."""
    signs = [entry for entry in report.ledger if entry.kind == "percent"]
    unknown = [one for one in signs if one.finding_id is None and one.reason in (None, "unknown")]
    lost = report.percent_signs - len(signs)
    if unknown:
        some = "; ".join(f"“{one.text}”" for one in unknown[:3])
        yield problem(
            UNACCOUNTED.code,
            "note",
            f"{len(unknown)} of {report.percent_signs} percent signs became no finding and have "
            f"no reason: {some}.",
            pages=[one.page for one in unknown],
        )
    if lost > 0:
        message = f"{lost} of {report.percent_signs} percent signs were lost in reading."
        yield problem(UNACCOUNTED.code, "note", message)


def find_pages_without_text(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Scanned pages, and pictures that fill a page."""
    empty = [page.page for page in report.pages if not page.words]
    if empty:
        most = len(empty) > len(report.pages) / 2
        have = "has" if len(empty) == 1 else "have"
        pages = f"{len(empty)} of {len(report.pages)} pages"
        message = f"{pages} {have} no text: scanned, or a picture."
        yield problem(NO_TEXT.code, "warning" if most else "note", message, pages=empty)


def find_garbled(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Pages whose prose has none of the common words: a font that gives other letters."""
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for block in report.blocks:
        if block.kind in _PROSE:
            texts[block.page].append(block.text)
    garbled = [page for page, some in sorted(texts.items()) if _is_garbled(" ".join(some))]
    if garbled:
        message = "The text has hardly any common word: its font may give wrong letters."
        yield problem(GARBLED.code, "warning", message, pages=garbled)


def _is_garbled(text: str) -> bool:
    """Whether hardly any word is a common one; three of those settle it for nearly every page."""
    if sum(map(text.count, (" the ", " and ", " of "))) >= _GARBLED * (text.count(" ") + 1):
        return False
    words = list(filter(str.isalpha, text.lower().split()))
    common = sum(word in _COMMON for word in words)
    return len(words) >= _ENOUGH_WORDS and common < _GARBLED * len(words)


def find_unlocated(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Findings that have no box on the page."""
    lost = [one for one in report.findings if not one.boxes]
    if lost:
        message = f"{len(lost)} findings could not be located on their page."
        yield problem(UNLOCATED.code, "note", message, pages=[one.page for one in lost])


def find_out_of_bounds(report: Report, framework: Framework | None) -> Iterator[Problem]:
    """Counts that no report of the family has: something was not read, or was misread."""
    if framework is None:
        return
    counts = {
        "findings": sum(one.kind not in ("count", "vague") for one in report.findings),
        "ratings": len(report.ratings),
        "paragraphs": sum(one.kind == "paragraph" and bool(one.number) for one in report.blocks),
    }
    for said in framework.bounds.broken(counts):
        yield problem(BOUNDS.code, "warning", f"{said}.")


BOUNDS = Check("out_of_bounds", find_out_of_bounds)
UNACCOUNTED = Check("percent_signs_unaccounted", find_unaccounted)
NO_TEXT = Check("page_without_text", find_pages_without_text)
GARBLED = Check("garbled_text", find_garbled)
UNLOCATED = Check("finding_unlocated", find_unlocated)
