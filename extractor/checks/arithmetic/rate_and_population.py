"""A count with its rate, which imply another population than the one that the report states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import Place, at_finding, at_text, problem
from extractor.language.prefilter import compiled
from schemas.arithmetic import Printed
from schemas.finding import Finding
from schemas.problem import Problem

# "Approximately 138,000 children and young people under the age of 18 years live in Westmarch"
_LIVE = compiled(
    r"(?P<count>\d{1,3}(?:,\d{3})+)\s+(?P<who>[a-z][a-z\s]{2,40}?)\s+"
    r"(?:(?:who\s+are\s+)?(?:under|aged?)\s[^.,;()]{1,40}?\s)?(?:live|lived|living)\s+in\b"
)
_RATE = re.compile(
    r"(?P<rate>\d+(?:\.\d+)?)\s+(?:per|in\s+every)\s+(?P<unit>1,?000|10,?000|100,?000)"
)
_BESIDE = re.compile(r"[^().;]{0,120}\(\s*(?:at\s+)?(?:(?:an?|the\s+same)\s+)?(?:rate\s+of\s+)?")
# Times: estimates of a population differ from year to year. With 6.4% or 9.6% instead of 8% the two
# rates found in 141 reports are the same.
_SLACK = Fraction(108, 100)


@dataclass(frozen=True)
class _Population:
    count: int
    who: str
    place: Place


def find(evidence: Evidence) -> Iterator[Problem]:
    """Counts with a rate in brackets, held against the one stated population of that kind."""
    stated = _populations(evidence)
    if len(stated) != 1:
        return
    (population,) = stated
    for sentence in evidence.stating_sentences:
        for counted, rated in sentence.neighbours():
            between = sentence.between(counted, rated)
            if counted.kind != "count" or rated.kind != "rate" or not _BESIDE.fullmatch(between):
                continue
            low, high = _implied(counted, rated)
            if low > population.count * _SLACK or high * _SLACK < population.count:
                yield _problem(counted, rated, (low + high) / 2, population)


def _populations(evidence: Evidence) -> list[_Population]:
    """Who is said to live in the area; no other population is stated so plainly."""
    return [
        _Population(
            int(match["count"].replace(",", "")),
            match["who"],
            at_text(evidence.report.report_id, block, match.start(), match.end()),
        )
        for block in evidence.report.blocks
        if block.kind in ("paragraph", "item")
        for match in _LIVE.finditer(block.text)
        if "child" in match["who"]
    ]


def _implied(counted: Finding, rated: Finding) -> tuple[Fraction, Fraction]:
    """The least and the greatest population of which a count has that rate."""
    match = _RATE.search(rated.text)
    if match is None or not counted.numerator:
        return Fraction(0), Fraction(10**12)
    rate, unit = Printed.of(match["rate"]), int(match["unit"].replace(",", ""))
    least = max(rate.low, rate.unit / 2)
    return counted.numerator * unit / rate.high, counted.numerator * unit / least


def _problem(
    counted: Finding, rated: Finding, implied: Fraction, population: _Population
) -> Problem:
    return problem(
        CHECK.code,
        "warning",
        f"{counted.text} at {rated.text} are of a population of about {int(implied):,}; "
        f"{population.count:,} {population.who} are said to live there.",
        [at_finding(counted), population.place],
    )


_LIVING = (
    "Approximately 40,700 children and young people under the age of 18 years live in Combe.\n"
)

CHECK = Check(
    code="rate_and_population",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.ARITHMETIC,
    order=6,
    sees="“179 children (a rate of 50 per 10,000)”: count and rate together are those of a "
    "population that is more than 8% off the one that the report says lives in the area",
    cannot_see="rates of years with quite another population",
    examples=(
        Example(
            f"{_LIVING}At 31 March, 179 children were looked after (a rate of 50 per 10,000 "
            "children).",
            says="179 at 50 per 10,000 are of a population of about 35,803; 40,700 children and "
            "young people are said to live there.",
        ),
    ),
    traps=(
        f"{_LIVING}We saw 179 children looked after (a rate of 44 per 10,000 children).",
        f"{_LIVING}We saw 179 children looked after (a rate of 47 per 10,000 children).",  # 6% off
        f"{_LIVING}{_LIVING.replace('40,700', '44,000')}179 children (50 per 10,000 children).",
        f"{_LIVING}Of 179 children some were seen. The rate was 50 per 10,000 children.",
        "We saw 179 children looked after (a rate of 50 per 10,000 children).",
    ),
)
