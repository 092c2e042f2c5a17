"""In which context a share is told: whose words or figures it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from extractor.phrases import words
from extractor.polarity import holds, is_neutral
from schemas.document import Block
from schemas.finding import Context, Finding

_VICTIM = re.compile(r"\bvictims?\b", re.I)
_SURVEYED = re.compile(r"\b(?:survey|questionnaire|respondents?)\b", re.I)
_ANSWERS = re.compile(
    r"^(?:had |have |also |who (?:replied |responded )?)*"
    r"(?:thought|felt|said|reported(?! on)|believed|agreed|considered"
    r"|confirmed|told|stated|rated|described|indicated|commented|observed"
    r"|were (?:\w+ )*(?:satisfied|happy|positive|confident))\b"
)
_RESPONDENTS = re.compile(
    r"\brespondents?\b|\b(?:children|people|person|prisoners?|residents?|patients?|offenders)\b.*\bwe\s"
    r"(?:met|spoke to|spoke with|interviewed|surveyed)\b"
)
_CARED_FOR = re.compile(r"\b(?:children|young people|leavers|families|pupils|prisoners|patients)\b")
_HEARD = re.compile(r"\b(?:comments?|views?|voices?|questionnaires?|surveys?|feedback)\b")
# figures that are not the inspectors' own: "force data show", "the Trust's own audit found"
_OTHERS = re.compile(
    r"\b(?:force|trust(?:['’]s)?|service|prison|local|own|internal|national)\s+(?:own\s+)?"
    r"(?:data|audits?|figures|records|performance\s+(?:data|information))\s+(?:\w+\s+){0,4}?"
    r"(?:show|suggest|indicat|found|identif|report|record|conclud)"
)
_COMPARED = re.compile(r"compared (?:with|to)[^,.;]{0,40}$")
_OWN_END = re.compile(
    r"[,;:(]|\b(?:compared|better|higher|lower|above|below|which|against|than|and)\b"
)
_OWN_START = re.compile(r"[;:]|,\s+and\s|(?<!20\d)(?<!19\d)(?<![–/-]\d)\d\)?,?\s|%\)?,?\s")
_MOVED_FROM = re.compile(
    r"\b(?:up|down|(?:in|de)creas\w+|improv\w+|ris(?:e|en|ing)|rose|fall(?:en|ing)?|fell|dropp?\w*"
    r"|reduc\w+|declin\w+|downturn|upturn|picture|trend|growth|change[sd]?|moved?)\b"
    r"[^.;%]{0,110}\b(?:from|on)\s+(?:(?:an?|the|very|low|high|just|only|around|about|base|figure|level"
    r"|rate|total|turnover|previous|last|year’s|performance|of|[\d–/-]+),?\s+)*$"
)
_RANKED = re.compile(r"\b(?:top|bottom|best|worst|highest|lowest)(?: performing)?\s+$")
_DEPRIVED = re.compile(r"^\s+(?:most|least)\s+deprived\b")
_OWN_DATA = re.compile(r"\b(?:data|performance figures|published figures|performance report)\b")
_TARGET_BEFORE = re.compile(
    r"\btargets?(?:\s+(?:of|is|was|at|for|to|being|set|figure|rate|which)|\s+\("
    r"|\s+for\s+[\w ]{2,40}\s+(?:of|is|was))*(?:\s+(?:to|of)\s+[\w’ -]{2,70})?\s*\(?$"
)
_TARGET_AFTER = re.compile(r"^\s+(?:\w+\s+)?targets?\b")
_WHEN_IT_WAS = re.compile(
    r"\bwhen (?:it|this|that|the (?:figure|rate|proportion)) (?:was|stood at)\s*$"
)
_THAN_FIGURE = re.compile(
    r"\b(?:than|above|below)\s+[^,;.()%]{3,70}\b(?:figures?|rates?|averages?|levels?|performance)\b"
    r"[^,;.()%]{0,35}\b(?:of|at)\s*$"
)
_EARLIER_THAN = re.compile(r"\b(?:than|against)\s+(?:the\s+)?$")
_OF_A_YEAR = re.compile(r"^\s*(?:\w+\s+){0,2}(?:in|for|during|at)\s+(?:\w+\s+){0,2}20\d\d")
_OWN_AVERAGE = re.compile(
    r"\b(?:on|an) average\b|\baverage (?:of \d|attendance|time|caseloads?|age)"
)
_AUDITED = re.compile(
    r"\b(?:re-)?audit(?:s|ed|ing)?\b.{0,60}\b(?:found|judged|identified|show(?:s|ed|n)?|conclu\w+"
    r"|graded|rated|analysed|inadequate|highlighted|inspected)\b"
    r"|\b(?:it|they|managers|which) audited\b"
)
_INSPECTED = re.compile(
    r"\b(?:seen|sampled|tracked|examined|reviewed|considered|read)"
    r"(?: in detail| during th[ei]s? inspection)* by inspectors\b"
    r"|\binspectors (?:saw|found|sampled|judged|looked)\b"
)
_WITH_FIGURE = re.compile(r"[^.;:()\d]{0,60}\((?:\w+ )?\d[\d.]*\s?(?:%|per cent)")  # "most (70%)"
_MOST_SEEN = 100  # a larger base than inspectors read themselves
_NEAR_MOVED = 60  # characters before a quantity that hold "from the low base of"
_NEAR_BEFORE, _NEAR_AFTER = 45, 42  # characters around a quantity that can name a comparator


class _View(NamedTuple):
    """What the rules of context look at, in lower case."""

    finding: Finding
    sentence: str
    predicate: str
    around: str
    own_family: bool
    before: str
    after: str

    def holds(self, name: str) -> bool:
        """Whether the sentence has a word or phrase of a list."""
        return holds(self.sentence, name)


def context(finding: Finding, block: Block, own_family: bool, base: bool) -> Context:
    """Whose words or figures these are: the first rule that applies.

    Args:
        finding: with its sentence, population and predicate.
        block: where it stands; a panel or table can say more.
        own_family: the report is of a family whose figures are the inspectors' own findings.
        base: a count that only names the group that something else is said of.
    """
    around = f"{finding.section or ''} {block.panel or ''}".lower()
    sentence = finding.sentence.lower()
    offset = block.text.rfind(finding.sentence, 0, finding.start + len(sentence))
    start, end = finding.start - offset, finding.end - offset
    predicate = (finding.predicate or "").lower()
    view = _View(finding, sentence, predicate, around, own_family, sentence[:start], sentence[end:])
    for name, applies in _RULES:
        if applies(view):
            return name
    if own_family:
        if base:
            return "sample"
        if _OTHERS.search(view.sentence) or _is_partner(view):
            return "other"
    if is_neutral(view.finding):
        return "sample" if own_family else "demographic"
    return "finding" if own_family or _is_inspected(view) else "score"


def _is_inspected(view: _View) -> bool:
    """A share in words, or of what inspectors read, is their own finding and no statistic."""
    finding = view.finding
    if finding.kind == "vague":
        return not _WITH_FIGURE.match(view.after)
    said = f"{finding.population or ''} {finding.predicate or ''}".lower()
    if "inspectors" in said and _INSPECTED.search(said):
        return True
    population = (finding.population or "").lower().split()
    own = any(word in words("inspected") for word in population)
    own = own and not _OWN_DATA.search(finding.sentence)
    return own and finding.kind != "percentage" and (finding.denominator or 0) < _MOST_SEEN


def _is_comparison(view: _View) -> bool:
    """The words right around the quantity name another place, year or average."""
    if holds((view.finding.population or "").lower(), "comparison"):
        return True
    if _RANKED.search(view.before) or _DEPRIVED.match(view.after):
        return False
    near = view.before[-_NEAR_MOVED:]
    if (" from " in near or " on " in near) and _MOVED_FROM.search(view.before):
        return True
    if _WHEN_IT_WAS.search(near) or _THAN_FIGURE.search(view.before):
        return True
    if _EARLIER_THAN.search(view.before) and _OF_A_YEAR.match(view.after):
        return True
    after = _OWN_END.split(view.after[:_NEAR_AFTER])[0]
    before = _OWN_START.split(view.before[-_NEAR_BEFORE:])[-1]
    named = _OWN_AVERAGE.sub(" ", f"{before} {after}")
    return bool(_COMPARED.search(view.before)) or holds(named, "comparison")


def _is_target(view: _View) -> bool:
    """The figure itself is called a target."""
    return "target" in view.sentence and bool(
        _TARGET_BEFORE.search(view.before) or _TARGET_AFTER.match(view.after)
    )


def _is_audited(view: _View) -> bool:
    """What the service's own audit found."""
    own = "audit" in view.sentence and "audit" not in (view.finding.population or "")
    return own and _AUDITED.search(view.sentence) is not None


def _is_answer_of_victims(view: _View) -> bool:
    """What victims answered: under a heading for their views, or said by them."""
    if _VICTIM.search(view.around) and _HEARD.search(view.around):
        return True
    if _VICTIM.search(view.sentence) and _SURVEYED.search(view.sentence):
        return True
    named = _VICTIM.search(f"{view.finding.population or ''} {view.around}")
    return bool(named) and bool(_ANSWERS.match(view.predicate))


def _is_answer_of_users(view: _View) -> bool:
    """What those under supervision or in care answered."""
    population = (view.finding.population or "").lower()
    asked = _SURVEYED.search(view.sentence) or _SURVEYED.search(view.around)
    if asked and view.holds("survey_verbs") and not holds(population, "survey_subjects"):
        return True
    if _RESPONDENTS.search(population):
        return True
    return holds(population, "user_subjects") and bool(_ANSWERS.match(view.predicate))


def _is_partner(view: _View) -> bool:
    """What courts and partners answered is no finding of the inspectors."""
    population = (view.finding.population or "").lower()
    answers = bool(_ANSWERS.match(view.predicate)) or view.holds("survey_verbs")
    return answers and holds(population, "partner_subjects")


def _is_staff(view: _View) -> bool:
    """What staff answered; a share of cases or plans is no answer."""
    population = (view.finding.population or "").lower()
    if any(word in words("inspected") for word in population.split()):
        return False
    if _CARED_FOR.search(population) and not _ANSWERS.match(view.predicate):
        return False  # "too many children experience changes of social workers"
    if not view.own_family:
        return bool(_ANSWERS.match(view.predicate)) and holds(population, "survey_subjects")
    if view.holds("survey_subjects") and (view.holds("survey_verbs") or view.holds("interviewed")):
        return not holds(view.predicate, "vacancy")
    return bool(_ANSWERS.match(view.predicate)) and "leadership" in view.around


def _in_appendix(view: _View) -> bool:
    return (view.finding.part or "").startswith("appendix")


_RULES: list[tuple[Context, Callable[[_View], bool]]] = [
    ("sample", lambda view: _in_appendix(view) and "sample" in view.around),
    ("comparison", _is_comparison),
    ("demographic", _in_appendix),
    ("target", _is_target),
    ("other", _is_audited),
    ("victim_survey", _is_answer_of_victims),
    ("user_survey", _is_answer_of_users),
    ("staff_survey", _is_staff),
]
