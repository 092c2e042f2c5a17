"""In which context a share stands: whose words or figures it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from extractor.language.expressions import Expressions
from extractor.language.word_lists import words
from extractor.statements.interpretation.interpreted import Interpreted, Passage
from extractor.statements.interpretation.polarity import holds, is_neutral, may_hold
from schemas.finding import Context

_FORMS = Expressions("context")
_MOST_SEEN = 100  # a larger base than inspectors read themselves
_NEAR_MOVED = 60  # characters before a quantity that hold "from the low base of"
_NEAR_BEFORE, _NEAR_AFTER = 45, 42  # characters around a quantity that can name a comparator
_RANK_REACH, _COMPARED_REACH = 30, 60  # characters that what ends right before it can take


class _View(NamedTuple):
    """What the rules of context look at, in lower case."""

    claim: Interpreted
    sentence: str
    population: str
    predicate: str
    around: str  # headings of the section and the panel
    inspectors_own: bool  # the figures of the report's family are the inspectors' own
    in_appendix: bool
    before: str
    after: str
    answers: bool

    def holds(self, name: str) -> bool:
        """Whether the sentence has a word or phrase of a list."""
        return holds(self.sentence, name)


def read_context(claims: list[Interpreted], passage: Passage) -> list[Interpreted]:
    """A rule of interpretation: whose words or figures these are."""
    return [replace(one, context=_context(_view(one, passage))) for one in claims]


def _context(view: _View) -> Context:
    """The first rule that applies."""
    for name, applies in _RULES:
        if applies(view):
            return name
    if view.inspectors_own:
        if view.claim.names_group:
            return "sample"
        if _FORMS.others_figures.search(view.sentence) or _is_partner(view):
            return "other"
    if is_neutral(view.predicate):
        return "sample" if view.inspectors_own else "demographic"
    return "finding" if view.inspectors_own or _is_inspected(view) else "score"


def _view(one: Interpreted, passage: Passage) -> _View:
    sentence, quantity = one.sentence.text.lower(), one.quantity
    return _View(
        one,
        sentence,
        one.population_text,
        one.predicate_text,
        f"{passage.section_title or ''} {passage.block.panel or ''}".lower(),
        passage.figures_are == "inspectors_own",
        passage.in_appendix,
        sentence[: quantity.start],
        sentence[quantity.end :],
        _FORMS.answers.match(one.predicate_text) is not None,
    )


def _is_inspected(view: _View) -> bool:
    """A share in words, or of what inspectors read, is their own finding and no statistic."""
    quantity = view.claim.quantity
    if quantity.kind == "vague":
        return not _FORMS.with_figure.match(view.after)
    claim = f"{view.population} {view.predicate}"
    if "inspectors" in claim and _FORMS.inspected.search(claim):
        return True
    return (
        quantity.kind != "percentage"
        and (quantity.denominator or 0) < _MOST_SEEN
        and _is_of_cases(view)
        and not _FORMS.own_data.search(view.claim.sentence.text)
    )


def _is_of_cases(view: _View) -> bool:
    """Whether what inspectors look at is counted."""
    return not words("inspected").isdisjoint(view.population.split())


def _is_comparison(view: _View) -> bool:
    """The words right around the quantity name another place, year or average."""
    if holds(view.population, "comparison"):
        return True
    before, after = view.before, view.after
    if _FORMS.ranked.search(before, len(before) - _RANK_REACH) or _FORMS.deprived.match(after):
        return False
    near = before[-_NEAR_MOVED:]
    if (" from " in near or " on " in near) and _FORMS.moved_from.search(before):
        return True
    if _is_of_another(view, near):
        return True
    if "compared" in near and _FORMS.compared.search(before, len(before) - _COMPARED_REACH):
        return True
    return _is_named_beside(before[-_NEAR_BEFORE:], after[:_NEAR_AFTER])


def _is_of_another(view: _View, near: str) -> bool:
    """Whether the words that end right before the quantity make it a figure held against one."""
    end = near.rstrip()
    if end.endswith(("was", "at")) and _FORMS.when_it_was.search(near):
        return True
    if end.endswith(("of", "at")) and _FORMS.than_figure.search(view.before):
        return True
    return bool(
        end.endswith(("than", "against", "the"))
        and _FORMS.earlier_than.search(near)
        and _FORMS.of_a_year.match(view.after)
    )


def _is_named_beside(before: str, after: str) -> bool:
    """Whether a comparator stands beside the quantity, and not beside another one."""
    if not may_hold(f"{before} {after}", "comparison"):
        return False
    own_end = _FORMS.own_end.search(after)
    after = after[: own_end.start()] if own_end else after
    before = _FORMS.own_start.split(before)[-1]
    return holds(_FORMS.own_average.sub(" ", f"{before} {after}"), "comparison")


def _is_target(view: _View) -> bool:
    """The figure itself is called a target."""
    return "target" in view.sentence and bool(
        _FORMS.target_before.search(view.before) or _FORMS.target_after.match(view.after)
    )


def _is_audited(view: _View) -> bool:
    """What the service's own audit found."""
    own = "audit" in view.sentence and "audit" not in view.population
    return own and _FORMS.audited.search(view.sentence) is not None


def _is_answer_of_victims(view: _View) -> bool:
    """What victims answered: under a heading for their views, or said by them."""
    around = "victim" in view.around and _FORMS.victim.search(view.around) is not None
    if around and _FORMS.heard.search(view.around):
        return True
    if (
        "victim" in view.sentence
        and _FORMS.victim.search(view.sentence)
        and _is_asked(view.sentence)
    ):
        return True
    return view.answers and (around or _FORMS.victim.search(view.population) is not None)


def _is_asked(text: str) -> bool:
    hinted = "survey" in text or "questionnaire" in text or "respondent" in text
    return hinted and _FORMS.surveyed.search(text) is not None


def _is_answer_of_users(view: _View) -> bool:
    """What those under supervision or in care answered."""
    population = view.population
    asked = _is_asked(view.sentence) or _is_asked(view.around)
    if asked and view.holds("survey_verbs") and not holds(population, "survey_subjects"):
        return True
    if _FORMS.respondents.search(population):
        return True
    return view.answers and holds(population, "user_subjects")


def _is_partner(view: _View) -> bool:
    """What courts and partners answered is no finding of the inspectors."""
    answered = view.answers or view.holds("survey_verbs")
    return answered and holds(view.population, "partner_subjects")


def _is_staff(view: _View) -> bool:
    """What staff answered; a share of cases or plans is no answer."""
    if not (view.inspectors_own or view.answers) or _is_of_cases(view):
        return False
    if not view.answers and _FORMS.cared_for.search(view.population):
        return False  # "too many children experience changes of social workers"
    if not view.inspectors_own:
        return holds(view.population, "survey_subjects")
    if view.holds("survey_subjects") and (view.holds("survey_verbs") or view.holds("interviewed")):
        return not holds(view.predicate, "vacancy")
    return view.answers and "leadership" in view.around


_RULES: list[tuple[Context, Callable[[_View], bool]]] = [
    ("sample", lambda view: view.in_appendix and "sample" in view.around),
    ("comparison", _is_comparison),
    ("demographic", lambda view: view.in_appendix),
    ("target", _is_target),
    ("other", _is_audited),
    ("victim_survey", _is_answer_of_victims),
    ("user_survey", _is_answer_of_users),
    ("staff_survey", _is_staff),
]
