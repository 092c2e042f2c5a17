"""What each claim means: the rules of interpretation, in their order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from extractor.assembly.assembler import Body
from extractor.frameworks.scores import score_reader
from extractor.statements.claim import Claim
from extractor.statements.interpretation.anaphora import point_back
from extractor.statements.interpretation.carried_over import CarriedOver
from extractor.statements.interpretation.comparisons import tie_comparisons
from extractor.statements.interpretation.context import read_context
from extractor.statements.interpretation.group_counts import name_groups
from extractor.statements.interpretation.headline_scores import HeadlineScores
from extractor.statements.interpretation.interpreted import Interpreted, Passage, Rule
from extractor.statements.interpretation.polarity import read_polarity
from schemas.family import FiguresAre
from schemas.framework import Framework


def rules_for(body: Body, framework: Framework | None) -> tuple[Rule, ...]:
    """The rules for one report. Each sees what those before it decided, and may decide anew."""
    return (
        name_groups,  # bare counts that only say of whom something else is said
        read_context,  # whose figure it is, by its own sentence
        read_polarity,  # whether a larger share is better, by its own sentence
        CarriedOver(),  # who and what the sentence leaves out, from its lead-in or from before
        tie_comparisons,  # the figure that another is held against is a comparison
        point_back,  # what is only pointed to or compared has the polarity of its owner
        HeadlineScores(score_reader(framework, body.blocks)),  # the family's scores are scores
    )


def interpret(
    claims: Iterable[Claim],
    body: Body,
    framework: Framework | None,
    figures_are: FiguresAre | None = None,
) -> list[Interpreted]:
    """The claims of a report, in reading order, with what they mean.

    A rule sees every block that is read, also one without claims: what is named there may be
    carried over to the next.

    Args:
        claims: in reading order.
        body: of the report.
        framework: its family.
        figures_are: whose figures it holds; as the family says by default, reported without one.
    """
    if figures_are is None:
        figures_are = framework.figures_are if framework else "reported"
    rules = rules_for(body, framework)
    by_block = {
        block_id: list(group)
        for block_id, group in groupby(claims, key=lambda one: one.sentence.block.block_id)
    }
    titles = {section.section_id: section.title for section in body.sections}
    found: list[Interpreted] = []
    for block in body.read_blocks:
        title = titles.get(block.section_id or "")
        passage = Passage(block, body.sentences.of(block), title, figures_are)
        found += apply(rules, by_block.get(block.block_id, []), passage)
    return found


def apply(rules: Iterable[Rule], claims: Iterable[Claim], passage: Passage) -> list[Interpreted]:
    """The claims of one passage under some rules, in the rules' order."""
    found = [Interpreted(claim, claim.population, claim.predicate) for claim in claims]
    for rule in rules:
        found = rule(found, passage)
    return found
