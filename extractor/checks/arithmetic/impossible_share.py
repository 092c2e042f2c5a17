"""A percentage that no count out of its stated base can be printed as (GRIM)."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.arithmetic.stated_bases import Based, is_rounded, shares_with_base
from extractor.checks.check_model import Check, at_finding, problem
from schemas.arithmetic import in_figures, is_possible, is_possible_cut_off, percent
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Percentages with a base in their sentence, where the test has any power.

    In a report that may cut digits off, what cutting off explains is a warning.
    """
    impossible = [
        one
        for one in shares_with_base(report)
        if one.has_power
        and one.finding.numerator is None  # else count_and_share says more
        and not is_possible(one.share, one.total)
    ]
    rounds = bool(impossible) and is_rounded(report)
    for one in impossible:
        yield _problem(one, not rounds and is_possible_cut_off(one.share, one.total))


def _problem(one: Based, cut_off: bool) -> Problem:
    below = int(one.share.value * one.total / 100)
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


CHECK = Check("impossible_share", find)
