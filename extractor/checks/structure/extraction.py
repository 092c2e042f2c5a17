"""What the reading of the file left open: signs without account, pages without text, odd fonts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import problem
from schemas.document import PageInfo
from schemas.finding import Finding, LedgerEntry
from schemas.problem import Problem

# Words that make up a quarter of any English prose; hardly any is left where letters are shifted.
_COMMON = frozenset(
    {"the", "of", "and", "to", "in", "a", "is", "was", "for", "that", "with", "are", "by", "on"}
)
_PROSE = ("paragraph", "item", "quote")
# 20% to either side of either changes nothing in 141 reports.
_ENOUGH_WORDS = 80  # words of a page: fewer may have no common one by chance
_GARBLED = 0.05  # share of common words: a quarter in English prose, none where letters are shifted


def find_unaccounted(evidence: Evidence) -> Iterator[Problem]:
    """Percent signs that became no finding and have no reason."""
    report = evidence.report
    signs = [entry for entry in report.ledger if entry.kind == "percent"]
    unknown = [one for one in signs if one.finding_id is None and one.reason in (None, "unknown")]
    lost = report.percent_signs - len(signs)
    if unknown:
        first = "; ".join(f"“{one.text}”" for one in unknown[:3])
        yield problem(
            UNACCOUNTED.code,
            "note",
            f"{len(unknown)} of {report.percent_signs} percent signs became no finding and have "
            f"no reason: {first}.",
            pages=[one.page for one in unknown],
        )
    if lost > 0:
        message = f"{lost} of {report.percent_signs} percent signs were lost in reading."
        yield problem(UNACCOUNTED.code, "note", message)


def find_pages_without_text(evidence: Evidence) -> Iterator[Problem]:
    """Scanned pages, and pictures that fill a page."""
    report = evidence.report
    empty = [page.page for page in report.pages if not page.words]
    if empty:
        most = len(empty) > len(report.pages) / 2
        have = "has" if len(empty) == 1 else "have"
        pages = f"{len(empty)} of {len(report.pages)} pages"
        message = f"{pages} {have} no text: scanned, or a picture."
        yield problem(NO_TEXT.code, "warning" if most else "note", message, pages=empty)


def find_garbled(evidence: Evidence) -> Iterator[Problem]:
    """Pages whose prose has none of the common words: a font that gives other letters."""
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for block in evidence.report.blocks:
        if block.kind in _PROSE:
            texts[block.page].append(block.text)
    garbled = [page for page, prose in sorted(texts.items()) if _is_garbled(" ".join(prose))]
    if garbled:
        message = "The text has hardly any common word: its font may give wrong letters."
        yield problem(GARBLED.code, "warning", message, pages=garbled)


def _is_garbled(text: str) -> bool:
    """Whether hardly any word is a common one; three of those are enough for nearly every page."""
    if sum(map(text.count, (" the ", " and ", " of "))) >= _GARBLED * (text.count(" ") + 1):
        return False
    words = list(filter(str.isalpha, text.lower().split()))
    common = sum(word in _COMMON for word in words)
    return len(words) >= _ENOUGH_WORDS and common < _GARBLED * len(words)


def find_unlocated(evidence: Evidence) -> Iterator[Problem]:
    """Findings that have no box on the page."""
    lost = [finding for finding in evidence.report.findings if not finding.boxes]
    if lost:
        message = f"{len(lost)} findings could not be located on their page."
        yield problem(UNLOCATED.code, "note", message, pages=[finding.page for finding in lost])


def find_out_of_bounds(evidence: Evidence) -> Iterator[Problem]:
    """Counts that no report of the family has: something was not read, or was misread."""
    report, framework = evidence.report, evidence.framework
    if framework is None:
        return
    counts = {
        "findings": sum(one.kind not in ("count", "vague") for one in report.findings),
        "ratings": len(report.ratings),
        "paragraphs": sum(one.kind == "paragraph" and bool(one.number) for one in report.blocks),
    }
    for broken in framework.bounds.broken(counts):
        yield problem(BOUNDS.code, "warning", f"{broken}.")


_PLAIN = "The plan was made with the person and it was clear to all of them. " * 8
_SHIFTED = "".join(chr(ord(letter) + 1) if letter.isalpha() else letter for letter in _PLAIN)
_UNKNOWN = LedgerEntry(kind="percent", page=3, text="50%", reason="unknown")
_CHART = LedgerEntry(kind="percent", page=4, text="60%", reason="chart label")
_HALF = LedgerEntry(kind="fraction", page=5, text="half", reason="unknown")
_LATE = "In 41% of cases it was late."
_NOWHERE = Finding(
    report_id="",
    block_id="b1",
    start=3,
    end=6,
    page=1,
    boxes=[],
    finding_id="nowhere",
    text="41%",
    sentence=_LATE,
    sentence_page=1,
    kind="percentage",
    rule="percent",
)
_FAMILY = "ofsted-ilacs-2018"
_FOUR_GRADES = """
    | The impact of leaders on social work practice with children and families | Good
    | The experiences and progress of children who need help and protection | Good
    | The experiences and progress of children in care and care leavers | Good
    | Overall effectiveness | Good
"""


def _pages(*words: int) -> list[PageInfo]:
    return [
        PageInfo(page=page, width=595, height=842, words=count)
        for page, count in enumerate(words, 1)
    ]


BOUNDS = Check(
    code="out_of_bounds",
    find=find_out_of_bounds,
    severities={"warning": ""},
    certainty=Certainty.READING,
    order=1,
    sees="fewer or more scores, paragraphs or findings than any report of the family has",
    cannot_see="what is missing, while the numbers are those of other reports",
    examples=(
        Example(
            "Overall effectiveness: good.",
            says="1 ratings, where reports of the family have 4.",
            framework=_FAMILY,
        ),
    ),
    traps=(
        Example(_FOUR_GRADES, framework=_FAMILY),
        Example("Overall effectiveness: good."),  # no family, no bounds
    ),
)
GARBLED = Check(
    code="garbled_text",
    find=find_garbled,
    severities={"warning": ""},
    certainty=Certainty.READING,
    order=2,
    sees="pages whose prose has none of the common words, as with fonts that give wrong letters",
    cannot_see="other languages than English",
    examples=(
        Example(
            f"{_PLAIN}\n{_SHIFTED}",
            says="The text has hardly any common word: its font may give wrong letters.",
        ),
    ),
    traps=(_PLAIN, _SHIFTED[:100]),
)
NO_TEXT = Check(
    code="page_without_text",
    find=find_pages_without_text,
    severities={"note": "", "warning": "if they are the most"},
    certainty=Certainty.READING,
    order=3,
    sees="pages without words",
    cannot_see="pages of which only the furniture is text",
    examples=(
        Example(
            "",
            says="1 of 3 pages has no text: scanned, or a picture.",
            fields={"pages": _pages(0, 100, 100)},
        ),
        Example(
            "",
            says="2 of 3 pages have no text: scanned, or a picture.",
            severity="warning",
            fields={"pages": _pages(0, 0, 100)},
        ),
    ),
    traps=("One.\nTwo.\nThree.",),
)
UNACCOUNTED = Check(
    code="percent_signs_unaccounted",
    find=find_unaccounted,
    severities={"note": ""},
    certainty=Certainty.READING,
    order=4,
    sees="percent signs that became no finding and have no reason",
    cannot_see="signs that are drawn and not written",
    examples=(
        Example(
            _LATE,
            says="1 of 2 percent signs became no finding and have no reason: “50%”.",
            fields={"ledger": [_UNKNOWN, _CHART, _HALF], "percent_signs": 2},
        ),
        Example(
            _LATE,
            says="1 of 2 percent signs were lost in reading.",
            fields={"ledger": [_CHART, _HALF], "percent_signs": 2},
        ),
    ),
    traps=(Example(_LATE, fields={"ledger": [_CHART, _HALF], "percent_signs": 1}),),
)
UNLOCATED = Check(
    code="finding_unlocated",
    find=find_unlocated,
    severities={"note": ""},
    certainty=Certainty.READING,
    order=5,
    sees="findings without a box on the page",
    cannot_see="a box in the wrong place",
    examples=(
        Example(
            _LATE,
            says="1 findings could not be located on their page.",
            fields={"findings": [_NOWHERE]},
        ),
    ),
    traps=(_LATE,),
)
