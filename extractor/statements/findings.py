"""Interpreted claims as findings: each with its sentence, its place in the report and its boxes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from extractor.assembly.assembler import Body
from extractor.assembly.ids import Ids
from extractor.assembly.sentences import Sentence
from extractor.statements.claim import Phrase
from extractor.statements.claims import claims_of
from extractor.statements.interpretation.interpret import apply, rules_for
from extractor.statements.interpretation.interpreted import Interpreted, Passage
from schemas.document import Block, Section
from schemas.family import FiguresAre
from schemas.finding import Finding


def make_findings(interpreted: Iterable[Interpreted], body: Body) -> list[Finding]:
    """The findings of a report, in reading order."""
    sections = {section.section_id: section for section in body.sections}
    return [_finding(one, body, sections) for one in interpreted]


def _finding(one: Interpreted, body: Body, sections: dict[str, Section]) -> Finding:
    """The finding of an interpreted claim, whole."""
    claim, block = one.claim, one.sentence.block
    boxes = block.boxes(claim.start, claim.end)
    page, sentence_page = boxes[0].page, one.sentence.page
    section = sections.get(block.section_id or "")
    text, start = one.sentence.text, one.quantity.start
    return Finding.unchecked(
        report_id=body.ids.report_id,
        block_id=block.block_id,
        page=page,
        page_label=body.page_labels.get(page),
        boxes=boxes,
        finding_id=body.ids.make("finding", sentence_page, text, start),
        sentence_page=sentence_page,
        section_id=block.section_id,
        section=section.title if section else None,
        part=block.part,
        paragraph=block.paragraph,
        criterion=section.criterion if section else None,
        **_stated(one),
    )


def _stated(one: Interpreted) -> dict[str, Any]:
    """What a finding says, and where in its block, apart from its place in the report."""
    claim, block_id = one.claim, one.sentence.block.block_id
    return {
        **one.quantity.as_fields(),
        "start": claim.start,
        "end": claim.end,
        "sentence": one.sentence.text,
        "sentence_start": one.sentence.start,
        "sentence_end": one.sentence.end,
        "population": _text(one.population),
        "predicate": _text(one.predicate),
        "population_context": _text(one.population_context),
        "predicate_context": _text(one.predicate_context),
        **_place("population", one.population or one.population_context, block_id),
        **_place("predicate", one.predicate or one.predicate_context, block_id),
        "context": one.context,
        "polarity": one.polarity,
        "compared_with": one.compared_with,
        "compared_value": one.compared_value,
    }


def _text(phrase: Phrase | None) -> str | None:
    return phrase.text if phrase else None


def _place(name: str, phrase: Phrase | None, block_id: str) -> dict[str, Any]:
    """Offsets of a phrase, and its block where it is another than the quantity's."""
    span = phrase.span if phrase else None
    if span is None:
        return {}
    other = span.block_id if span.block_id != block_id else None
    return {f"{name}_start": span.start, f"{name}_end": span.end, f"{name}_block": other}


def read_sentence(text: str, figures_are: FiguresAre = "inspectors_own") -> list[Finding]:
    """The findings of one sentence, apart from any report: without page, boxes and section.

    Args:
        text: one sentence, or a table's row with its cells joined by tabs.
        figures_are: whose figures the sentence gives, as a framework says of its reports.
    """
    ids = Ids("")
    block = Block.unchecked(block_id="", kind="paragraph", text=text, words=[])
    sentence = Sentence(block, 0, len(text), text)
    passage = Passage(block, (sentence,), None, figures_are)
    interpreted = apply(rules_for(Body(), None), claims_of(sentence), passage)
    return [
        Finding.unchecked(
            report_id="",
            block_id="",
            page=0,
            boxes=[],
            finding_id=ids.make("finding", text, one.quantity.start),
            sentence_page=0,
            **_stated(one),
        )
        for one in interpreted
    ]
