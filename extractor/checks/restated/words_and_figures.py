"""A share in words with its figure in brackets behind it, which the words do not allow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.printed_shares import allowed
from extractor.checks.problem_places import at_finding, problem
from extractor.language.quantifier_intervals import Allowed, allowed_by, meant_by
from schemas.finding import Finding
from schemas.interval import Interval
from schemas.problem import Problem

_OPENS = re.compile(r"(?:\s+[\w’'-]+){0,4}\s*\(\s*")
_CLOSES = re.compile(r"\s*(?:of\s+[\w\s]{1,20})?\)")
# Of the words that are no number those that say which share it is. Others judge it or only name a
# group: "a high proportion (29%) are re-referred" is high for what it is a share of.
_WORDS_OF_SHARES = re.compile(
    r"\b(?:most|majority|minority|nearly all|almost all|virtually all|few)\b", re.I
)


def find(evidence: Evidence) -> Iterator[Problem]:
    """ "more than half (48%)", "one-third of plans (12 of 20)"."""
    for sentence in evidence.stating_sentences:
        for words, figure in sentence.neighbours():
            in_brackets = _OPENS.fullmatch(sentence.between(words, figure))
            if not in_brackets or not _CLOSES.match(sentence.after(figure)):
                continue
            by_words, by_figure = _allowed(words), _figure(figure)
            if by_words and by_figure and not by_words.interval.overlaps(by_figure):
                yield problem(
                    CHECK.code,
                    "error" if by_words.defined or _is_denied(words, by_figure) else "warning",
                    f"“{words.text}” is told as {figure.text}.",
                    [at_finding(words), at_finding(figure)],
                    criterion=words.criterion,
                )


def _allowed(finding: Finding) -> Allowed | None:
    """The shares that words allow; None where they allow nearly any."""
    if finding.change or finding.kind not in ("fraction", "vague"):
        return None
    if finding.kind == "fraction" or finding.value is not None:
        interval = allowed(finding)
        return Allowed(interval, defined=True) if interval else None
    return allowed_by(finding.text) if _WORDS_OF_SHARES.search(finding.text) else None


def _is_denied(words: Finding, figure: Interval) -> bool:
    """Whether a figure is none that the words mean: a large majority, and no majority at all."""
    meant = meant_by(words.text)
    return meant is not None and not meant.overlaps(figure)


def _figure(finding: Finding) -> Interval | None:
    """The shares that a figure allows; None where it is no share."""
    is_share = finding.kind in ("percentage", "ratio") and not finding.change
    return allowed(finding) if is_share else None


CHECK = Check(
    code="words_and_figures",
    find=find,
    severities={"error": "", "warning": "for “nearly all”, “large majority” and “few”"},
    certainty=Certainty.ARITHMETIC,
    order=3,
    sees="“more than half (48%)”, “most (12 of 30)”: a share in words with a figure in brackets "
    "that the words do not allow",
    cannot_see="words and figure in different sentences, unless both state one fact "
    "(`retold_number`)",
    examples=(
        Example(
            "More than half (48%) of plans were late.", says="“More than half” is told as 48%."
        ),
        Example(
            "It was so in one-third of plans (12 of the 20).",
            says="“one-third” is told as 12 of the 20.",
        ),
        Example("Most plans (48%) were late.", says="“Most” is told as 48%."),
        Example("Most plans (12 of 24) were late.", says="“Most” is told as 12 of 24."),
        Example(
            "The majority (12 of 30) of plans were late.",
            says="“The majority” is told as 12 of 30.",
        ),
        Example(
            "A small minority (61%) of plans were late.", says="“A small minority” is told as 61%."
        ),
        Example(
            "Almost all plans (64%) were late.",
            says="“Almost all” is told as 64%.",
            severity="warning",
        ),
        Example("A large majority (40%) were late.", says="“A large majority” is told as 40%."),
        Example(
            "A large majority (55%) were late.",
            says="“A large majority” is told as 55%.",
            severity="warning",
        ),
        Example("Few plans (64%) were late.", says="“Few” is told as 64%.", severity="warning"),
    ),
    traps=(
        "More than half (52%) of plans were late.",
        "One-third of plans (33%) were late.",
        "Half of plans were late, and (with 48%) reviews too.",
        "Most plans (50%) were late.",
        "The large majority (78%) of children were seen, and a minority (22%) were not.",
        "Almost all initial conferences (94.5%) were on time.",
        "Too few (59.2%) made the expected progress.",
        "A high number of enquiries (63%) led to nothing.",
        "Nine live in schools, all of whom (100%) live elsewhere.",
        "Few children (34 of the 758) were looked after elsewhere.",
        "It was better than half, the average elsewhere (48%).",
        "The vast majority (66%) of plans were late.",  # reports are free with such words
        "A high proportion (29%) of cases are re-referred.",
    ),
)
