"""Headline scores: in the table of scores, in score sentences, and every restatement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.document import Block
from schemas.finding import Finding
from schemas.framework import Framework, Outcome, plain_words
from schemas.rating import Rating, Restatement

_SCORE = r"(?P<score>\d{1,3}(?:\.\d+)?)\s?(?:%|per cent)"


@dataclass(slots=True)
class _Telling:
    """One place that states an outcome's score."""

    outcome: Outcome
    finding: Finding


def read_ratings(
    findings: list[Finding], blocks: list[Block], framework: Framework | None
) -> list[Rating]:
    """One rating for each outcome scored, its first telling and all restatements.

    The findings that state a score get the context ``score``.
    """
    if framework is None or framework.scoring is None or framework.scale.kind != "percent":
        return []
    reader = _ScoreReader(framework, blocks)
    tellings = [telling for finding in findings if (telling := reader.telling(finding))]
    ratings = []
    for outcome in framework.outcomes:
        mine = [telling.finding for telling in tellings if telling.outcome.id == outcome.id]
        if mine:
            ratings.append(_rating(outcome, mine))
    return ratings


class _ScoreReader:
    """Knows a framework's ways of stating a score."""

    def __init__(self, framework: Framework, blocks: list[Block]) -> None:
        self._framework = framework
        scoring = framework.scoring
        statements = scoring.statements if scoring else []
        self._statements = [_compiled(statement) for statement in statements]
        tables = self._tables(blocks, scoring.table_headers if scoring else [])
        self._rows = {block.block_id for block in blocks if block.table_id in tables}
        self._names = {
            plain_words(name): outcome
            for outcome in framework.outcomes
            for name in (outcome.title, outcome.short_title, *outcome.aliases)
            if name
        }
        self._work = {
            plain_words(words): outcome
            for outcome in framework.outcomes
            for words in outcome.score_words
        }

    def telling(self, finding: Finding) -> _Telling | None:
        """The score that a finding states, None where it states none."""
        outcome = self._of_row(finding) or self._of_sentence(finding)
        if outcome is None:
            return None
        finding.context, finding.polarity = "score", "+"
        return _Telling(outcome, finding)

    @staticmethod
    def _tables(blocks: list[Block], headers: list[str]) -> set[str]:
        """Tables with a heading that the framework names as that of scores."""
        wanted = [plain_words(header) for header in headers]
        return {
            block.table_id
            for block in blocks
            if block.table_id and any(header in plain_words(block.text) for header in wanted)
        }

    def _of_row(self, finding: Finding) -> Outcome | None:
        if finding.block_id not in self._rows:
            return None
        return self._names.get(plain_words(finding.sentence.split("\t")[0]))

    def _of_sentence(self, finding: Finding) -> Outcome | None:
        for statement in self._statements:
            match = statement.search(finding.sentence)
            if match:
                return self._placed(finding) or self._work.get(plain_words(match["work"]))
        return None

    def _placed(self, finding: Finding) -> Outcome | None:
        """The outcome whose part the sentence stands in: its place outweighs its words."""
        outcome = self._framework.outcome_of_part(finding.part)
        return self._framework.outcome(outcome) if outcome else None


def _compiled(statement: str) -> re.Pattern[str]:
    pattern = (
        re.escape(statement).replace(r"\{score\}", _SCORE).replace(r"\{work\}", "(?P<work>.+?)")
    )
    return re.compile(pattern.replace(r"\ ", r"\s+"), re.I)


def _rating(outcome: Outcome, tellings: list[Finding]) -> Rating:
    first, *others = tellings
    return Rating(
        report_id=first.report_id,
        block_id=first.block_id,
        start=first.start,
        end=first.end,
        page=first.page,
        page_label=first.page_label,
        boxes=first.boxes,
        criterion=outcome.id,
        title=outcome.title,
        score=first.value,
        text=first.text,
        restated=[
            Restatement(page=one.page, text=one.sentence, score=one.value, boxes=one.boxes)
            for one in others
        ],
    )
