"""The same fact with the same number, out of another base."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import at_finding, problem
from extractor.checks.restated_pairs import PAIRS_THAT_AGREE, in_two_chapters, restated_pairs
from extractor.checks.stated_bases import MOST_FIGURATIVE
from schemas.problem import Problem


def find(evidence: Evidence) -> Iterator[Problem]:
    """The same number of the same thing, out of another base."""
    for pair in restated_pairs(evidence.report):
        one, other = pair.one, pair.other
        bases = (one.denominator, other.denominator)
        differ = pair.is_sure and "base" in pair.restatement.differs
        same_number = "number" not in pair.restatement.differs
        if differ and same_number and min(base or 0 for base in bases) > MOST_FIGURATIVE:
            yield problem(
                CHECK.code,
                "error",
                f"The same is told of {bases[0]} on page {one.page} and of {bases[1]} on page "
                f"{other.page}.",
                [at_finding(one), at_finding(other)],
                criterion=one.criterion,
            )


_BY_VICTIM = "There was no evidence that the views of the victim had been taken into account in"

CHECK = Check(
    code="retold_base",
    find=find,
    severities={"error": ""},
    certainty=Certainty.RESTATEMENT,
    order=1,
    sees="a restatement with the same number out of another stated base",
    cannot_see="bases that only one of the mentions states",
    examples=(
        Example(
            in_two_chapters(
                f"{_BY_VICTIM} 41% of 44 relevant cases.",
                f"{_BY_VICTIM} 41% of the 52 relevant cases.",
            ),
            says="The same is told of 44 on page 2 and of 52 on page 4.",
        ),
    ),
    traps=(
        *PAIRS_THAT_AGREE,
        in_two_chapters(  # a way of speaking has no base
            "Nearly nine out of ten written reports contained an appropriate proposal.",
            "There was an appropriate proposal in 27 out of 31 written reports.",
        ),
    ),
)
