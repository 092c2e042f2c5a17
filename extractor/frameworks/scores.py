"""Headline scores in percent: in the table of scores and in score sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.document import Block
from schemas.family import Outcome, Scoring
from schemas.finding import Finding, Kind
from schemas.framework import Framework
from schemas.plain import plain_words
from schemas.rating import Mention

_SCORE = r"(?P<score>\d{1,3}(?:\.\d+)?)\s?(?:%|per cent)"


def read_scores(
    findings: list[Finding], blocks: list[Block], framework: Framework
) -> Iterator[Mention]:
    """Every place that states an outcome's score, of the findings that are scores."""
    reader = score_reader(framework, blocks)
    if reader is None:
        return
    by_id = {block.block_id: block for block in blocks}
    for finding in findings:
        outcome = None
        if finding.context == "score":
            outcome = reader.outcome(finding.kind, finding.sentence, by_id[finding.block_id])
        if outcome is not None:
            yield Mention(
                outcome=outcome.id,
                block_id=finding.block_id,
                start=finding.start,
                end=finding.end,
                text=finding.text,
                whole=finding.sentence,
                boxes=finding.boxes,
                score=finding.value,
            )


class ScoreStatements:
    """Knows the sentences in which a framework's reports state a score."""

    def __init__(self, framework: Framework) -> None:
        scoring = framework.scoring
        self._patterns = [_compiled(one) for one in scoring.statements] if scoring else []
        self._work = {
            plain_words(words): outcome
            for outcome in framework.outcomes
            for words in outcome.score_words
        }

    def stated(self, sentence: str) -> re.Match[str] | None:
        """The first statement in the sentence, with groups ``score`` and ``work``."""
        return next(filter(None, (one.search(sentence) for one in self._patterns)), None)

    def outcome(self, stated: re.Match[str]) -> Outcome | None:
        """The outcome whose work the statement names."""
        return self._work.get(plain_words(stated["work"]))


def score_reader(framework: Framework | None, blocks: list[Block]) -> ScoreReader | None:
    """A reader of the family's scores; None for a family that gives none in percent."""
    if framework is None or framework.scoring is None or framework.scale.kind != "percent":
        return None
    return ScoreReader(framework, framework.scoring, blocks)


class ScoreReader:
    """Tells which figures are scores: by the table they stand in, or by their sentence."""

    def __init__(self, framework: Framework, scoring: Scoring, blocks: list[Block]) -> None:
        self._framework = framework
        self._statements = ScoreStatements(framework)
        tables = self._tables(blocks, scoring.table_headers)
        self._rows = {block.block_id for block in blocks if block.table_id in tables}
        self._names = {
            plain_words(name): outcome for outcome in framework.outcomes for name in outcome.names
        }

    def outcome(self, kind: Kind, sentence: str, block: Block) -> Outcome | None:
        """The outcome whose score a figure states, None where it states none.

        Args:
            kind: of the quantity.
            sentence: in which it stands, or the row of a table.
            block: of the sentence.
        """
        if kind != "percentage":
            return None
        return self._of_row(sentence, block) or self._of_sentence(sentence, block)

    @staticmethod
    def _tables(blocks: list[Block], headers: list[str]) -> set[str]:
        """Tables with a heading that the framework names as that of scores."""
        wanted = [plain_words(header) for header in headers]
        return {
            block.table_id
            for block in blocks
            if block.table_id and any(header in plain_words(block.text) for header in wanted)
        }

    def _of_row(self, sentence: str, block: Block) -> Outcome | None:
        if block.block_id not in self._rows:
            return None
        return self._names.get(plain_words(sentence.split("\t", maxsplit=1)[0]))

    def _of_sentence(self, sentence: str, block: Block) -> Outcome | None:
        stated = self._statements.stated(sentence)
        if stated is None:
            return None
        return self._placed(block) or self._statements.outcome(stated)

    def _placed(self, block: Block) -> Outcome | None:
        """The outcome whose part the sentence stands in: its place outweighs its words."""
        outcome = self._framework.outcome_of_part(block.part)
        return self._framework.outcome(outcome) if outcome else None


def _compiled(statement: str) -> re.Pattern[str]:
    pattern = (
        re.escape(statement).replace(r"\{score\}", _SCORE).replace(r"\{work\}", "(?P<work>.+?)")
    )
    return re.compile(pattern.replace(r"\ ", r"\s+"), re.I)
