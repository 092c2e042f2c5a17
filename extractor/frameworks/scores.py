"""Headline scores in percent: in the table of scores and in score sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.document import Block
from schemas.family import Outcome
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.plain import plain_words
from schemas.rating import Mention

_SCORE = r"(?P<score>\d{1,3}(?:\.\d+)?)\s?(?:%|per cent)"


def read_scores(
    findings: list[Finding], blocks: list[Block], framework: Framework
) -> Iterator[Mention]:
    """Every place that states an outcome's score.

    The findings that state a score get the context ``score``.
    """
    if framework.scoring is None:
        return
    reader = _ScoreReader(framework, blocks)
    for finding in findings:
        outcome = reader.outcome(finding)
        if outcome is not None:
            finding.context, finding.polarity = "score", "+"
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


class _ScoreReader:
    """Tells which findings are scores: by the table they stand in, or by their sentence."""

    def __init__(self, framework: Framework, blocks: list[Block]) -> None:
        self._framework = framework
        self._statements = ScoreStatements(framework)
        tables = self._tables(blocks, framework.scoring.table_headers if framework.scoring else [])
        self._rows = {block.block_id for block in blocks if block.table_id in tables}
        self._names = {
            plain_words(name): outcome for outcome in framework.outcomes for name in outcome.names
        }

    def outcome(self, finding: Finding) -> Outcome | None:
        """The outcome whose score a finding states, None where it states none."""
        if finding.kind != "percentage":
            return None
        return self._of_row(finding) or self._of_sentence(finding)

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
        stated = self._statements.stated(finding.sentence)
        if stated is None:
            return None
        return self._placed(finding) or self._statements.outcome(stated)

    def _placed(self, finding: Finding) -> Outcome | None:
        """The outcome whose part the sentence stands in: its place outweighs its words."""
        outcome = self._framework.outcome_of_part(finding.part)
        return self._framework.outcome(outcome) if outcome else None


def _compiled(statement: str) -> re.Pattern[str]:
    pattern = (
        re.escape(statement).replace(r"\{score\}", _SCORE).replace(r"\{work\}", "(?P<work>.+?)")
    )
    return re.compile(pattern.replace(r"\ ", r"\s+"), re.I)
