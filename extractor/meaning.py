"""What a share means: its polarity, and in which context it is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from extractor.phrases import words
from schemas.document import Block
from schemas.finding import Context, Finding, Polarity

_TOKENS = re.compile(r"[a-z]+(?:'t|’t)?(?:-[a-z]+)*")
_TOO = re.compile(
    r"\btoo (?:low|high|late|few|many|long|slow|little)\b"
    r"|\bneed(?:ed|s)? (?:improvement|to improve)\b"
)
_VICTIM = re.compile(r"\bvictims?\b", re.I)
_SURVEYED = re.compile(r"\b(?:survey|questionnaire|respondents?)\b", re.I)
_ANSWERS = re.compile(
    r"^(?:had |have )?(?:thought|felt|said|reported|believed|agreed|considered)\b"
)
_COMPARED = re.compile(r"compared (?:with|to)[^,.;]{0,40}$")
_SCOPE = 4  # words after a negator that it can deny
_NEAR_BEFORE, _NEAR_AFTER = 45, 25  # characters around a quantity that can name a comparator


def polarity(finding: Finding) -> Polarity:
    """Would a larger share be better practice (+), worse (-), or neither (0)."""
    if finding.context in ("demographic", "sample"):
        return "0"
    if finding.change:
        return "0"
    if _holds(finding.sentence.lower(), "undesired"):
        return "-"
    text = (finding.predicate or finding.sentence).lower()
    tokens = _TOKENS.findall(text)
    negators = [index for index, token in enumerate(tokens) if _negates(token)]
    bad = [index for index, token in enumerate(tokens) if token in words("bad")]
    if _TOO.search(text) or any(phrase in text for phrase in words("wanting")):
        return "-"
    if not bad:
        return "-" if negators else "+"
    denied = [any(0 < at - negator <= _SCOPE for negator in negators) for at in bad]
    return "+" if all(denied) else "-"


def _negates(token: str) -> bool:
    return token in words("negators") or token.endswith(("n't", "n’t"))


class _View(NamedTuple):
    """What the rules of context look at, in lower case."""

    finding: Finding
    sentence: str
    predicate: str
    around: str

    def holds(self, name: str) -> bool:
        """Whether the sentence has a word or phrase of a list."""
        return _holds(self.sentence, name)


def context(finding: Finding, block: Block, own_family: bool) -> Context:
    """Whose words or figures these are: the first rule that applies.

    Args:
        finding: with its sentence, population and predicate.
        block: where it stands; a panel or table can say more.
        own_family: the report is of a family whose figures are the inspectors' own findings.
    """
    around = f"{finding.section or ''} {block.panel or ''}".lower()
    view = _View(finding, finding.sentence.lower(), (finding.predicate or "").lower(), around)
    for name, applies in _RULES:
        if applies(view):
            return name
    if _holds(view.predicate, "composition"):
        return "sample" if own_family else "demographic"
    return "finding" if own_family else "score"


def _is_comparison(view: _View) -> bool:
    """The words right around the quantity name another place, year or average."""
    start = view.finding.sentence.find(view.finding.text)
    end = start + len(view.finding.text)
    near = view.sentence[max(0, start - _NEAR_BEFORE) : end + _NEAR_AFTER]
    return bool(_COMPARED.search(view.sentence[:start])) or _holds(near, "comparison")


def _is_staff(view: _View) -> bool:
    if view.holds("survey_verbs") and view.holds("survey_subjects"):
        return True
    return bool(_ANSWERS.match(view.predicate)) and "leadership" in view.around


def _in_appendix(view: _View) -> bool:
    return (view.finding.part or "").startswith("appendix")


_RULES: list[tuple[Context, Callable[[_View], bool]]] = [
    ("sample", lambda view: _in_appendix(view) and "sample" in view.around),
    ("demographic", _in_appendix),
    ("comparison", _is_comparison),
    ("target", lambda view: view.holds("target")),
    (
        "victim_survey",
        lambda view: bool(_VICTIM.search(view.around)) and view.holds("survey_verbs"),
    ),
    (
        "user_survey",
        lambda view: (
            view.holds("survey_verbs")
            and bool(_SURVEYED.search(view.sentence) or _SURVEYED.search(view.around))
        ),
    ),
    ("staff_survey", _is_staff),
]


@cache
def _any_of(name: str) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words(name)))
    return re.compile(rf"\b(?:{listed})\b")


def _holds(text: str, name: str) -> bool:
    return bool(_any_of(name).search(text))
