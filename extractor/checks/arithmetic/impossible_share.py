"""A percentage that no count out of its stated base can be printed as (GRIM)."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import at_finding, problem
from extractor.checks.stated_bases import Based, is_rounded, shares_with_base
from schemas.arithmetic import HUNDRED, in_figures, is_possible, is_possible_cut_off, percent
from schemas.document import Metadata
from schemas.problem import Problem


def find(evidence: Evidence) -> Iterator[Problem]:
    """Percentages with a base in their sentence, where the test has any power.

    In a report that may cut digits off, what cutting off explains is a warning.
    """
    impossible = [
        one
        for one in shares_with_base(evidence)
        if one.has_power
        and one.finding.numerator is None  # else count_and_share says more
        and not is_possible(one.share, one.total)
    ]
    rounds = bool(impossible) and is_rounded(evidence)
    for one in impossible:
        yield _problem(one, not rounds and is_possible_cut_off(one.share, one.total))


def _problem(one: Based, cut_off: bool) -> Problem:
    below = int(one.share.value * one.total / HUNDRED)
    near = [count for count in (below, below + 1) if count <= one.total]
    sums = " and ".join(f"{count} is {in_figures(percent(count, one.total), 2)}%" for count in near)
    how = "; it may have been cut off and not rounded" if cut_off else ""
    return problem(
        CHECK.code,
        "warning" if cut_off else "error",
        f"No count out of {one.total} is {one.share}%: {sums}{how}.",
        [at_finding(one.finding)],
        criterion=one.finding.criterion,
    )


CHECK = Check(
    code="impossible_share",
    find=find,
    severities={"error": "", "warning": "where digits may have been cut off"},
    certainty=Certainty.ARITHMETIC,
    order=1,
    sees="a percentage that no whole number of its stated base gives (GRIM)",
    cannot_see="bases of 100 and more, for whole percentages: every share is possible there; "
    "percentages without a stated base",
    examples=(
        Example(
            "It was clear in 41% of the 52 relevant cases.",
            says="No count out of 52 is 41%: 21 is 40.38% and 22 is 42.31%.",
        ),
        Example(
            "Planning had begun in only 35% of the 9 relevant cases.",
            says="No count out of 9 is 35%: 3 is 33.33% and 4 is 44.44%.",
        ),
        Example(
            "12 live with parents, of whom 60% live out of the authority area.",
            says="No count out of 12 is 60%: 7 is 58.33% and 8 is 66.67%.",
        ),
        Example(
            "123 children ceased to be looked after, of whom 1.7% subsequently returned.",
            says="No count out of 123 is 1.7%: 2 is 1.63% and 3 is 2.44%.",
        ),
        Example(
            "Women made up 12% of the sample.",
            says="No count out of 70 is 12%: 8 is 11.43% and 9 is 12.86%; it may have been cut off "
            "and not rounded.",
            severity="warning",
            fields={"metadata": Metadata(sample_size=70)},
        ),
        Example(
            "In 41% of the 12 relevant cases it was late.",
            says="No count out of 12 is 41%: 4 is 33.33% and 5 is 41.67%; it may have been cut off "
            "and not rounded.",
            severity="warning",
        ),
        Example(  # 21 of 34 is 61.76: this report rounds
            "In 41% of the 12 relevant cases it was late.\nIn 62% of the 34 cases it was early.",
            says="No count out of 12 is 41%: 4 is 33.33% and 5 is 41.67%.",
        ),
    ),
    traps=(
        "In 41% of 44 relevant cases there was no evidence.",
        "It was so in 41% of the 152 relevant cases.",  # the test has no power
        "It was so in about 41% of the 52 relevant cases.",
        "It was so in more than 41% of the 52 relevant cases.",
        "84% of 16- and 17-year-old children in care are in education.",
        "Just 61% of 6 weekly visits take place within the expected period.",
        "82% of 17- to 18-year-olds are in employment.",
        "It rose by 41% over the 52 weeks.",
        "| emotional well-being (30) | 53% | 33%",
        "In 13% of the 8 cases it was late, and in 12% of the 8 cases too early.",
        "Women made up 12% of the sample.",  # whose size is not stated
        Example("Women made up 13% of the sample.", fields={"metadata": Metadata(sample_size=70)}),
    ),
)
