"""What a share means: its polarity, and in which context it is told."""

from __future__ import annotations

import re

from extractor.syntax import words
from schemas.document import Block
from schemas.finding import Context, Finding, Polarity

_TOKENS = re.compile(r"[a-z]+(?:'t|’t)?(?:-[a-z]+)*")
_TOO = re.compile(
    r"\btoo (?:low|high|late|few|many|long|slow|little)\b|\bneed(?:ed|s)? (?:improvement|to improve)\b"
)
_VICTIM = re.compile(r"\bvictims?\b", re.I)
_SURVEYED = re.compile(r"\b(?:survey|questionnaire|respondents?)\b", re.I)


def polarity(finding: Finding) -> Polarity:
    """Would a larger share be better practice (+), worse (-), or neither (0)."""
    if finding.context in ("demographic", "sample"):
        return "0"
    text = (finding.predicate or finding.sentence).lower()
    tokens = _TOKENS.findall(text)
    negated = sum(token in words("negators") or token.endswith(("n't", "n’t")) for token in tokens)
    bad = sum(token in words("bad") for token in tokens) + len(_TOO.findall(text))
    bad += sum(phrase in text for phrase in words("wanting"))
    if negated and bad:
        return "+"
    return "-" if negated or bad else "+"


def context(finding: Finding, block: Block, own_family: bool) -> Context:
    """Whose words or figures these are.

    Args:
        finding: with its sentence, population and predicate.
        block: where it stands; a panel or table can say more.
        own_family: the report is of a family whose figures are the inspectors' own findings.
    """
    sentence, around = finding.sentence.lower(), f"{finding.section or ''} {block.panel or ''}"
    if finding.part and finding.part.startswith("appendix"):
        return "sample" if "sample" in around.lower() else "demographic"
    if _is_comparison(finding):
        return "comparison"
    if _holds(sentence, "target"):
        return "target"
    asked = _holds(sentence, "survey_verbs")
    if _VICTIM.search(around) and asked:
        return "victim_survey"
    if asked and (_SURVEYED.search(sentence) or _SURVEYED.search(around)):
        return "user_survey"
    if asked and _holds(sentence, "survey_subjects"):
        return "staff_survey"
    if _is_composition(finding):
        return "sample" if own_family else "demographic"
    return "finding" if own_family else "score"


def _is_comparison(finding: Finding) -> bool:
    """The words right around the quantity name another place, year or average."""
    start = finding.sentence.find(finding.text)
    near = finding.sentence[max(0, start - 45) : start + len(finding.text) + 25].lower()
    if re.search(r"compared (?:with|to)[^,.;]{0,40}$", finding.sentence[:start].lower()):
        return True
    return _holds(near, "comparison")


def _is_composition(finding: Finding) -> bool:
    return _holds((finding.predicate or "").lower(), "composition")


def _holds(text: str, name: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in words(name))
