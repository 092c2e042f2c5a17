"""Whether a larger share would be better practice: by what it measures, by words and their reach.

What a share measures (``patterns/polarity.yaml``) goes first: more re-referrals are worse, however
the sentence puts it. Else words of failure, and negators that reach them, decide.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml
from pydantic import Field

from extractor.phrases import words
from schemas.document import Model
from schemas.finding import Finding, Polarity

_TOKENS = re.compile(r"[a-z]+(?:'t|’t)?(?:-[a-z]+)*")
_UNIVERSAL = re.compile(r"^(?:not\s+)?(?:all|each|every)$", re.I)
_TOO = re.compile(
    r"\btoo (?:low|high|late|few|many|long|slow|little|much|often|early|short|large|brief|heavy"
    r"|reliant|generic|focused|narrow|basic|quick|quickly|slowly|soon|heavily)\b"
    r"|\btoo [a-z]+-[a-z]+\b"
    r"|^(?!who\b|that\b|where\b)(?:[a-z]+ ){0,4}(?:are|were|is|was|be|been|being|left|remain\w*)"
    r" (?:\w+ )?at (?:\w+ )?risk\b"
    r"|\bneed(?:ed|s)? (?:improvement|to improve)\b"
)
_SUBORDINATE = re.compile(
    r",?\s(?:where|when|if|although|despite|for example|such as|including|even though"
    r"|before|after)\s"
)
# "who are not in school are receiving support": what is said of them stands behind
_RELATIVE = re.compile(
    r"^(?:looked after )?(?:who|whose)\b[^,;]{8,110}?(?<! and)(?<! or)(?<! but)(?<! not)(?<! who)"
    r" (?=(?:are|is|were|was|have|has|had|can|cannot|do|does|did|receive|experience|benefit|make"
    r"|achieve|live|feel|wait|know)\b)"
)
_CONDITION = re.compile(
    r"^(?:where|when|if)\b[^,;]{8,120}, "
    r"(?=(?:we|they|it|there|this|inspectors)\b"
    r"|(?:[a-z-]+ ){0,4}(?:is|are|was|were|has|have|had|can|do)\b)"
)
# what describes a population says nothing of it yet: "seen by inspectors where …"
_NO_HEAD = re.compile(r"(?:seen|sampled|reviewed|tracked|examined|in|with|from|at|for|of)\b")
_IS_ONLY = re.compile(
    r"(?:this|that|it)\s+(?:is|was|represents)(?:\s+an?)?(?:\s+\w+)?"
    r"(?:\s+(?:increase|decrease|rise|fall|reduction|improvement))?$"
)
_OWN_WORD = re.compile(r"^(?:too (?:few|many)|very few|(?:only )?a? ?few|not enough|many|most)\s")
_RATED = re.compile(
    r"\s(?:is|are|was|were|remains?|remained|also|continues? to be|has been|have been)"
    r"(?: (?:also|still|very|particularly|relatively|not|consistently|not yet))*"
    r" (?:poor|low|weak|inconsistent|too low|worse|slow|requires? improvement)$"
)
_LESS = re.compile(r"\b(?:decreas|reduc|fall|fell|drop|declin|lower|fewer)")
_MORE = re.compile(r"\b(?:increas|ris|rose|grow|grew|higher)")
_MISSING = re.compile(
    r"\b(?:go|goes|going|gone|went|reported|been|are|were|who are) missing\b"
    r"|\bmissing (?:return|from|episodes?|incidents?|interviews?|children|person)\b"
)
_NOT = re.compile(r"\b(?:not|never|no longer)(?: \w+){0,3} $")
_HEAD = 80  # characters of a predicate that can say it is about composition
_LONG_HEAD = 130  # the same for what is told by more words
_SCOPE = 4  # words after a negator that it can deny
_EVENT_SCOPE = 9  # the same over a list of events


class Measure(Model):
    """A way to tell from what a share measures whether more of it is worse, or neither."""

    id: str
    hints: list[str] = Field(min_length=1)
    regex: str
    examples: list[str] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)


@cache
def measures(name: str) -> tuple[Measure, ...]:
    """The rules of one list of ``patterns/polarity.yaml``."""
    source = files("extractor") / "patterns" / "polarity.yaml"
    return tuple(
        Measure.model_validate(one) for one in yaml.safe_load(source.read_text("utf-8"))[name]
    )


@cache
def _compiled(name: str) -> list[tuple[list[str], re.Pattern[str]]]:
    return [(one.hints, re.compile(one.regex)) for one in measures(name)]


def _measures(name: str, text: str) -> re.Match[str] | None:
    """The first rule of a list that matches a text; none is tried without its hint."""
    for hints, pattern in _compiled(name):
        for hint in hints:
            if hint in text and (match := pattern.search(text)):
                return match
    return None


def is_undesired(text: str) -> bool:
    """Whether a text tells a measure of which more is worse; in lower case, behind "| "."""
    return _measures("undesired", text) is not None


def is_neutral(finding: Finding) -> bool:
    """Whether a share tells who or what there is, which is neither good nor bad practice."""
    predicate = (finding.predicate or "").lower()
    measured = _measures("neutral", f"| {predicate[:_LONG_HEAD]}")
    return holds(predicate[:_HEAD], "composition") or measured is not None


def polarity(finding: Finding) -> Polarity:
    """Would a larger share be better practice (+), worse (-), or neither (0)."""
    if finding.context in ("demographic", "sample") or _in_appendix(finding):
        return "0"
    if finding.text.lower() == "too many":
        return "-"
    predicate = (finding.predicate or "").lower()
    if finding.change:
        return _of_change(f"| {finding.population or ''} | {predicate}".lower())
    told = _measured(finding, predicate)
    undesired = _measures("undesired", told)
    if undesired:
        return "+" if _NOT.search(told[: undesired.start()]) else "-"
    if finding.kind == "rate" or is_neutral(finding) or _IS_ONLY.match(predicate):
        return "0"
    denied = finding.kind == "vague" and _UNIVERSAL.search(finding.text) and finding.value is None
    return _judged(_main_clause(predicate or finding.sentence.lower()), bool(denied))


def _in_appendix(finding: Finding) -> bool:
    """What appendices compare are the facts of other areas."""
    return finding.context == "comparison" and (finding.part or "").startswith("appendix")


def _of_change(told: str) -> Polarity:
    """A fall of what is undesired is good, a rise is bad; of others nobody can tell by words."""
    if not _measures("undesired", told):
        return "0"
    return "+" if _LESS.search(told) else "-" if _MORE.search(told) else "0"


def _measured(finding: Finding, predicate: str) -> str:
    """The words that say what a share measures; a predicate without a verb says too little."""
    told = f"| {finding.population or ''} | {predicate}".lower()
    if len(predicate.split()) > 3 and _any_verb(predicate):
        return told
    before = finding.sentence.lower().partition(finding.text.lower())[0]
    return f"| {before} {told}"


def _any_verb(text: str) -> bool:
    return any(one in words("finite") or one.endswith(("ed", "ing")) for one in text.split())


def _judged(text: str, denied: bool = False) -> Polarity:
    """The polarity of what is said, by words for what is bad and the reach of negators.

    Args:
        text: what is said, in lower case.
        denied: a universal that the sentence denies ("not done in all cases"): its negator says
            nothing of what would be good.
    """
    text = _MISSING.sub(" ", _RATED.sub("", _OWN_WORD.sub("", text)))
    needs = holds_at(text, "needs")
    if needs:
        return "+" if "without" in text[: needs.start()] else "-"
    if _TOO.search(text) or any(phrase in text for phrase in words("wanting")):
        return "-"
    tokens = _TOKENS.findall(text)
    negators = [index for index, token in enumerate(tokens) if _negates(token)]
    failures = _failures()
    bad = [index for index, token in enumerate(tokens) if token in failures]
    if not bad:
        return "-" if negators and not denied else "+"
    return "+" if all(_denied(tokens, at, negators) for at in bad) else "-"


@cache
def _failures() -> frozenset[str]:
    return words("bad") | words("events")


def _main_clause(text: str) -> str:
    """A predicate without subordinate clauses and lists of examples, which do not judge it."""
    text = _CONDITION.sub("", _RELATIVE.sub("", text))
    for cut in _SUBORDINATE.finditer(text, 12):
        kept = text[: cut.start()]
        if not _NO_HEAD.match(kept) or any(one in words("finite") for one in kept.split()):
            return kept
    return text


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


def holds_at(text: str, name: str) -> re.Match[str] | None:
    """Where a text has a word or phrase of a list."""
    return _any_of(name).search(text)


def holds(text: str, name: str) -> bool:
    """Whether a text has a word or phrase of a list."""
    # Few texts do; whether the letters are there at all is seen ten times as fast.
    there = any(map(text.__contains__, words(name)))
    return there and _any_of(name).search(text) is not None


@cache
def _any_of(name: str) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words(name)))
    return re.compile(rf"\b(?:{listed})\b")
