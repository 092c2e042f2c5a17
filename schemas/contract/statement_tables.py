"""What was understood: findings, restatements, ratings, problems, and the account of figures."""

from __future__ import annotations

from schemas.contract.columns import ForeignKey, Table
from schemas.contract.shared_columns import (
    BLOCK_ID,
    BOXES,
    CRITERION,
    LINK,
    OF_BLOCK,
    OF_REPORT,
    PAGE,
    PAGE_LABEL,
    PART,
    REPORT_ID,
    SECTION_ID,
    may,
    must,
    words,
)
from schemas.finding import Context, Kind, LedgerKind
from schemas.problem import Severity
from schemas.report import Difference, Likeness

_NOT_LOCATED = "it was not located"

FINDINGS = Table(
    "findings",
    "Quantified statements, one row for each; shares in percent",
    (
        REPORT_ID,
        must("finding_id", "string", "Id that survives a change of rules"),
        must("page", "integer", "Physical page on which the quantity stands"),
        must("sentence_page", "integer", "Physical page on which its sentence begins"),
        PAGE_LABEL,
        LINK,
        SECTION_ID,
        may("section", "string", "Heading of that section", "it stands under none"),
        must("text", "string", "The quantity as printed, with its modifier"),
        must("sentence", "string", "The whole sentence, item or row as printed"),
        must("kind", "string", words(Kind)),
        may(
            "value",
            "number",
            "Share in percent",
            "it is a count, a change or words without a number",
        ),
        may(
            "low",
            "number",
            "Least that the printed words allow, in percent",
            "the words say nothing of a share",
        ),
        may(
            "high",
            "number",
            "Most that the printed words allow, in percent",
            "the words say nothing of a share",
        ),
        may(
            "low_closed",
            "boolean",
            "Whether low itself is allowed",
            "the words say nothing of a share",
        ),
        may(
            "high_closed",
            "boolean",
            "Whether high itself is allowed",
            "the words say nothing of a share",
        ),
        must("change", "boolean", "Whether it is a rise, fall or gap and no share"),
        may("modifier", "string", "more than, nearly, only, ... as printed", "none is printed"),
        may("numerator", "integer", "Number counted", "it is not stated"),
        may("denominator", "integer", "Number of which", "it is not stated"),
        may(
            "population", "string", "Who or what is counted, verbatim", "the sentence does not say"
        ),
        may(
            "predicate",
            "string",
            "What is stated of that share, verbatim",
            "the sentence does not say",
        ),
        may(
            "population_context",
            "string",
            "The population, from the lead-in or before",
            "the sentence says it itself, or nothing was found",
        ),
        may(
            "predicate_context",
            "string",
            "The predicate, from the lead-in or before",
            "the sentence says it itself, or nothing was found",
        ),
        must("polarity", "string", "+ more is better practice, - worse, 0 neutral"),
        must("context", "string", f"What kind of figure it is: {words(Context)}"),
        may(
            "compared_with",
            "string",
            "What it is compared with, as printed",
            "it is compared with nothing",
        ),
        may("compared_value", "number", "The other value, in percent", "none is printed"),
        PART,
        may(
            "paragraph",
            "string",
            "The report's own number of the paragraph",
            "it stands in no numbered paragraph",
        ),
        CRITERION,
        may(
            "same_as",
            "string",
            "First mention of the same fact in the report",
            "it is that mention itself, or there is but one",
        ),
        must("rule", "string", "Pattern that found it"),
        BLOCK_ID,
        must("start", "integer", "Offset of the quantity in the block's text"),
        must("end", "integer", "Offset of its end, exclusive"),
        BOXES,
        must("sentence_start", "integer", "Offset of the sentence in the block's text"),
        must("sentence_end", "integer", "Offset of its end, exclusive"),
        may(
            "population_start",
            "integer",
            "Offset of population, else of its context, in the text of its block",
            _NOT_LOCATED,
        ),
        may("population_end", "integer", "Offset of its end, exclusive", _NOT_LOCATED),
        may(
            "population_block",
            "string",
            "Its block",
            "that is the quantity's, or it was not located",
        ),
        may(
            "predicate_start",
            "integer",
            "Offset of predicate, else of its context, in the text of its block",
            _NOT_LOCATED,
        ),
        may("predicate_end", "integer", "Offset of its end, exclusive", _NOT_LOCATED),
        may(
            "predicate_block",
            "string",
            "Its block",
            "that is the quantity's, or it was not located",
        ),
    ),
    primary_key=("report_id", "finding_id"),
    foreign_keys=(OF_REPORT, OF_BLOCK),
)

RESTATEMENTS = Table(
    "restatements",
    "Pairs of findings that state the same fact, agreeing or not; the earlier first",
    (
        REPORT_ID,
        must("finding_id", "string", "The earlier mention"),
        must("other_id", "string", "The later mention"),
        must("score", "number", "How sure it is that both state the same fact, 0 to 1"),
        must("agrees", "json", f"What is the same, of {words(Likeness)}"),
        must("differs", "json", f"What both state and state differently, of {words(Difference)}"),
    ),
    primary_key=("report_id", "finding_id", "other_id"),
    foreign_keys=(
        OF_REPORT,
        ForeignKey(("report_id", "finding_id"), "findings", ("report_id", "finding_id")),
        ForeignKey(("report_id", "other_id"), "findings", ("report_id", "finding_id")),
    ),
)

RATINGS = Table(
    "ratings",
    "Headline score or grade of each outcome",
    (
        REPORT_ID,
        must("criterion", "string", "The framework's id: 1 ... 5; overall, 2.1, ..."),
        must("title", "string", "Title of the outcome"),
        may("score", "number", "Score in percent", "it is graded"),
        may("grade", "string", "Grade, by its name in the framework's scale", "it is scored"),
        must("text", "string", "As printed"),
        PAGE,
        BOXES,
        must("restated", "json", "Other places that state it: page, text, score, grade, boxes"),
        must("contradicted", "boolean", "Whether one of them gives another score or grade"),
        PAGE_LABEL,
        LINK,
        BLOCK_ID,
        must("start", "integer", "Offset in the block's text"),
        must("end", "integer", "Offset of its end, exclusive"),
    ),
    primary_key=("report_id", "criterion"),
    foreign_keys=(OF_REPORT, OF_BLOCK),
)

PROBLEMS = Table(
    "problems",
    "What the checks found in each report",
    (
        REPORT_ID,
        must("code", "string", "Check that found it"),
        must("severity", "string", words(Severity)),
        must("verdict_changing", "boolean", "Whether a verdict depends on it"),
        must("message", "string", "One plain sentence with the arithmetic"),
        CRITERION,
        must("pages", "json", "Physical pages that it is about"),
        must("finding_ids", "json", "Findings that it is about"),
        must("quotes", "json", "What is printed at the places that it is about"),
    ),
    foreign_keys=(OF_REPORT,),
)

LEDGER = Table(
    "ledger",
    "Every figure seen on any page, and what became of it",
    (
        REPORT_ID,
        PAGE,
        must("text", "string", "As printed"),
        may("finding_id", "string", "Finding that it became", "it became none"),
        may(
            "reason",
            "string",
            "Why it became none; unknown is not accounted for",
            "it became a finding",
        ),
        must("kind", "string", words(LedgerKind)),
    ),
    foreign_keys=(OF_REPORT,),
)
