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
_SUBORDINATE = re.compile(
    r",?\s(?:where|when|if|although|despite|for example|such as|including|even though"
    r"|before|after)\s"
)
_IS_ONLY = re.compile(
    r"(?:this|that|it)\s+(?:is|was|represents)(?:\s+an?)?(?:\s+\w+)?"
    r"(?:\s+(?:increase|decrease|rise|fall|reduction|improvement))?$"
)
_HEAD = 80  # characters of a predicate that can say it is about composition
_SCOPE = 4  # words after a negator that it can deny
_EVENT_SCOPE = 9  # the same over a list of events
_OWN_END = re.compile(
    r"[,;:(]|\b(?:compared|better|higher|lower|above|below|which|against|than|and)\b"
)
_OWN_START = re.compile(r"[;:]|\d\)?,|%\)?,?\s")
_MOVED_FROM = re.compile(
    r"\b(?:increase|decrease|reduction|rise|fall|up|down|improvement)\s+(?:on|from)\s+$"
)
_NEAR_BEFORE, _NEAR_AFTER = 45, 25  # characters around a quantity that can name a comparator


def polarity(finding: Finding) -> Polarity:
    """Would a larger share be better practice (+), worse (-), or neither (0)."""
    if finding.context in ("demographic", "sample") or finding.change:
        return "0"
    if _holds(finding.sentence.lower(), "undesired"):
        return "-"
    predicate = (finding.predicate or "").lower()
    if _holds(predicate[:_HEAD], "composition") or _IS_ONLY.match(predicate):
        return "0"
    return _judged(_main_clause(predicate or finding.sentence.lower()))


def _judged(text: str) -> Polarity:
    """The polarity of what is said, by words for what is bad and the reach of negators."""
    needs = _first(text, "needs")
    if needs:
        return "+" if "without" in text[: needs.start()] else "-"
    if _TOO.search(text) or any(phrase in text for phrase in words("wanting")):
        return "-"
    tokens = _TOKENS.findall(text)
    negators = [index for index, token in enumerate(tokens) if _negates(token)]
    bad = [index for index, token in enumerate(tokens) if token in words("bad") | words("events")]
    if not bad:
        return "-" if negators else "+"
    return "+" if all(_denied(tokens, at, negators) for at in bad) else "-"


def _main_clause(text: str) -> str:
    """A predicate up to a subordinate clause or a list of examples, which do not judge it."""
    cut = _SUBORDINATE.search(text, 12)
    return text[: cut.start()] if cut else text


def _denied(tokens: list[str], at: int, negators: list[int]) -> bool:
    """Whether a negator reaches a word; it reaches events over "or", judgements it does not."""
    for negator in negators:
        between = tokens[negator + 1 : at]
        if 0 < at - negator <= _SCOPE and not {"or", "and", "but"} & set(between):
            return True
        if tokens[at] in words("events") and 0 < at - negator <= _EVENT_SCOPE:
            return True
    return False


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
    if _holds(view.predicate[:_HEAD], "composition"):
        return "sample" if own_family else "demographic"
    return "finding" if own_family or _is_inspected(finding) else "score"


def _is_inspected(finding: Finding) -> bool:
    """A share in words, or of what inspectors read, is their own finding and no statistic."""
    if finding.kind == "vague":
        return True
    population = (finding.population or "").lower().split()
    own = any(word in words("inspected") for word in population)
    return own and finding.kind != "percentage"


def _is_comparison(view: _View) -> bool:
    """The words right around the quantity name another place, year or average."""
    start = view.sentence.find(view.finding.text.lower())
    end = start + len(view.finding.text)
    if _holds((view.finding.population or "").lower(), "comparison"):
        return True
    if _MOVED_FROM.search(view.sentence[:start]):
        return True
    after = _OWN_END.split(view.sentence[end : end + _NEAR_AFTER])[0]
    before = _OWN_START.split(view.sentence[max(0, start - _NEAR_BEFORE) : start])[-1]
    return bool(_COMPARED.search(view.sentence[:start])) or _holds(
        before + " " + after, "comparison"
    )


def _is_staff(view: _View) -> bool:
    """What staff answered; a share of cases or plans is no answer."""
    population = (view.finding.population or "").lower()
    if any(word in words("inspected") for word in population.split()):
        return False
    if view.holds("survey_subjects") and (view.holds("survey_verbs") or view.holds("interviewed")):
        return not _holds(view.predicate, "vacancy")
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


def _first(text: str, name: str) -> re.Match[str] | None:
    return _any_of(name).search(text)


@cache
def _any_of(name: str) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words(name)))
    return re.compile(rf"\b(?:{listed})\b")


def _holds(text: str, name: str) -> bool:
    return bool(_any_of(name).search(text))
