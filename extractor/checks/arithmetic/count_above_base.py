"""A count that is greater than what it is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.printed_counts import COUNT, count_of
from extractor.checks.problem_places import at_finding, at_text, problem
from extractor.language.prefilter import compiled
from schemas.document import Block
from schemas.plain import lower_letters
from schemas.problem import Problem
from schemas.report import Report

# All over the text in lower case: what begins with a letter of one case is searched for
# several times as fast.
# Too many for a ratio, so that none was read: "14 of the 12 relevant cases".
_OF_TOTAL = compiled(
    rf"of(?<=\bof)\s+(?:(?:the\s+|these\s+|those\s+)?(?P<total>{COUNT})\s+"
    r"(?:(?!of\b|to\b|and\b|or\b)[a-z]+\s+)?(?:children|people|staff|were|had|did|[a-z]+s)\b"
    rf"|(?<=\bout\sof\s)(?P<alone>{COUNT})(?=[.,;:)]|$))"
)
_COUNT = re.compile(rf"(?<![\d.,£/-])\b(?P<count>{COUNT})\s+(?:out\s+)?$")
# "Of the 72 cases, 76 were community orders", "of 78 in this cohort, 80 (82%) …"
_LED_BY_TOTAL = compiled(
    rf"of(?<=\bof)\s+(?:the\s+|these\s+|those\s+|our\s+)?(?P<total>{COUNT})\s+"
    rf"[a-z][^.;,()]{{2,60}},\s+(?P<count>{COUNT})\s*"
    r"(?:\(|\b(?:were|was|had|have|are|did|do)\b)"
)
# "51 live in children's homes, of whom 55 (63%) live elsewhere"
_OF_WHOM = compiled(
    rf"(?:(?:^|[.;]\s+)(?P<first>{COUNT})\s|\b(?P<total>{COUNT})\s+(?:[a-z]+\s+)?"
    rf"(?:children|people|staff|[a-z]+s)\b)[^.;\d]{{0,90}}?,?\s+of\s+wh(?:om|ich)\s+"
    rf"(?:only\s+|just\s+)?(?P<count>{COUNT})\b(?![.,]?\d|\s*(?:%|per\b))"
)
# Characters before "of" in which a count and what it may be the number of stand: "paragraphs 14".
# 32 or 48 change nothing in 141 reports.
_REACH = 40
_NAMED = re.compile(
    r"\b(?:pages?|sections?|articles?|regulations?|paragraphs?|parts?|chapters?|appendix|annex|"
    r"years?|weeks?|days?|months?|phases?|stages?|grades?|aged?|outcomes?|criterion|volume)\s+$"
)
_PROSE = ("paragraph", "item", "quote", "footnote")
_YEARS = range(1900, 2100)  # "in 2013 of the 70 cases" counts nothing


def find(evidence: Evidence) -> Iterator[Problem]:
    """n of d with n above d."""
    for finding in evidence.report.findings:
        count, total = finding.numerator, finding.denominator
        if finding.kind == "rate" or count is None or total is None or count <= total:
            continue
        yield problem(
            CHECK.code,
            "error",
            _message(count, total),
            [at_finding(finding)],
            criterion=finding.criterion,
        )
    for block in evidence.report.blocks:
        if block.kind in _PROSE:
            yield from _without_ratio(evidence.report, block)


def _without_ratio(report: Report, block: Block) -> Iterator[Problem]:
    """Counts that no finding has, because more of a group than all of it is no share."""
    for start, end, counted, base in _counts_of_totals(lower_letters(block.text)):
        count, total = count_of(counted) or 0, count_of(base) or 0
        if 1 < total < count and total not in _YEARS and count not in _YEARS:
            place = at_text(report.report_id, block, start, end)
            yield problem(CHECK.code, "error", _message(count, total), [place])


def _counts_of_totals(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where a count and what it is a count of stand together in a text in lower case, and both."""
    for base in _OF_TOTAL.finditer(text):
        before = text[max(0, base.start() - _REACH) : base.start()]
        counted = _COUNT.search(before)
        if counted and not _NAMED.search(before[: counted.start()]):
            start = base.start() - len(before) + counted.start()
            yield start, base.end(), counted["count"], base["total"] or base["alone"]
    for led in _LED_BY_TOTAL.finditer(text):
        yield led.start(), led.end(), led["count"], led["total"]
    for led in _OF_WHOM.finditer(text):
        yield led.start(), led.end(), led["count"], led["first"] or led["total"]


def _message(count: int, total: int) -> str:
    return f"{count} is said to be a part of {total}."


CHECK = Check(
    code="count_above_base",
    find=find,
    severities={"error": ""},
    certainty=Certainty.ARITHMETIC,
    order=8,
    sees="“14 of the 12 cases”, “of the 12 cases, 14 were”, “12 …, of whom 14”: a count above "
    "what it is a count of",
    cannot_see="counts and bases in different clauses",
    examples=tuple(
        Example(text, says="14 is said to be a part of 12.")
        for text in (
            "It was late in 14 of the 12 cases.",
            "It was late in 14 out of 12 relevant cases.",
            "There was a meeting in 14 out of 12.",
            "Twelve had none, and 14 of those 12 were still without.",
            "Of the 12 cases, 14 were community orders and two licences.",
            "Fourteen of the twelve children had one.",
        )
    ),
    traps=(
        "It was late in 10 of the 12 cases.",
        "It was late in all 12 of the 12 cases.",
        "See page 14 of 12 reports.",
        "They are subject to Regulation 33 of the 12 orders.",
        "In 2013 of the 70 cases some were late.",
        "They had met 14 of 2010 cases.",
        "It took 14 days of the 12 weeks.",
        "In 14.5 of the 12 cases.",
        "Of the 12 cases, 10 were community orders and two licences.",
        "Of the two teams, 14 workers were new.",
        "Of the 12 homes, two of which are small, 14 (20%) were full.",
        "By 12 March there were new teams, of which 14 were full.",
        "12 live with parents, of whom 14% live out of the area.",
        "12 live with parents, of whom nine live out of the area.",
        "At 31 March 12 lived with 20 parents, of whom 14 live out of the area.",
    ),
)
