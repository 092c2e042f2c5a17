"""Checks that hold places of a report against each other: examples, and traps passed over."""

from __future__ import annotations

import pytest

from extractor.checks.arithmetic import (
    counts_needed,
    counts_of_same,
    part_above_group,
    parts_and_total,
)
from extractor.checks.check_model import Check
from extractor.checks.check_numerals import number
from extractor.checks.check_sentences import every_sentence
from extractor.checks.check_words import Rarity, stems
from extractor.checks.restated import (
    all_and_exception,
    all_and_share,
    restated_figures,
    summary_and_body,
)
from schemas.rating import Rating
from schemas.report import Report, RestatementPair
from tests.told import told

BY_VICTIM = "There was no evidence that the views of the victim had been taken into account in"
SHARED = "The risk management plan had been shared with the police sufficiently often in"
MORE = "more than three-quarters"
CARRIED_OUT = "Actions set out in the risk management plan had been carried out as required in"


def said(check: Check, report: Report) -> list[tuple[str, str]]:
    return [(one.severity, one.message) for one in check.find(report, None)]


def in_two_chapters(one: str, other: str) -> Report:
    return told(("Summary", one), ("Protecting the public", other), parts={"Summary": "summary"})


def test_another_base() -> None:
    report = in_two_chapters(
        f"{BY_VICTIM} 41% of 44 relevant cases.", f"{BY_VICTIM} 41% of the 52 relevant cases."
    )
    assert said(restated_figures.BASE, report) == [
        ("error", "The same is told of 44 on page 1 and of 52 on page 2.")
    ]
    assert said(restated_figures.NUMBER, report) == []


def test_a_way_of_speaking_has_no_base() -> None:
    report = in_two_chapters(
        "Nearly nine out of ten written reports contained an appropriate proposal.",
        "There was an appropriate proposal in 27 out of 31 written reports.",
    )
    assert said(restated_figures.BASE, report) == []


def test_another_number() -> None:
    report = in_two_chapters(
        f"{CARRIED_OUT} three-quarters of cases.", f"{CARRIED_OUT} 61% of cases."
    )
    report.restatements[0].score = 0.95  # how sure it is, is not the check's to say
    assert said(restated_figures.NUMBER, report) == [
        (
            "warning",
            "The same is told as “three-quarters” on page 1 and as “61%” on page 2.",
        )
    ]
    report.findings[0].kind = "percentage"
    assert said(restated_figures.NUMBER, report)[0][0] == "error"
    report.restatements[0].score = 0.6
    assert said(restated_figures.NUMBER, report) == []


def test_what_is_left_of_a_hundred_may_be_a_denial() -> None:
    report = in_two_chapters(
        f"{CARRIED_OUT} 61% of cases.",
        "Actions set out in the risk management plan had been carried out too seldom in 39% of "
        "cases.",
    )
    assert [pair.differs for pair in report.restatements] == [["number"]]
    assert said(restated_figures.NUMBER, report) == []


def test_a_sum_of_two_shares() -> None:
    report = in_two_chapters(
        "The objectives of the sentence plan had been achieved fully or partly in three-quarters "
        "of cases.",
        "The objectives of the sentence plan had been achieved fully in 45% and partly in 30% of "
        "cases.",
    )
    one, other = report.findings[:2]
    report.restatements = [
        RestatementPair(
            finding_id=one.finding_id,
            other_id=other.finding_id,
            score=0.95,
            agrees=[],
            differs=["number"],
        )
    ]
    assert said(restated_figures.NUMBER, report) == []
    report.findings.pop()
    assert [severity for severity, _ in said(restated_figures.NUMBER, report)] == ["warning"]


def test_words_without_a_number_differ_from_nothing() -> None:
    report = in_two_chapters(f"{CARRIED_OUT} all cases.", f"{CARRIED_OUT} most cases.")
    for pair in report.restatements:
        pair.differs = ["number"]
    assert report.restatements
    assert said(restated_figures.NUMBER, report) == []


def test_a_universal_and_a_share() -> None:
    report = in_two_chapters(f"{CARRIED_OUT} all cases.", f"{CARRIED_OUT} 61% of cases.")
    report.restatements[0].score = 0.95
    assert said(restated_figures.NUMBER, report) == [
        ("warning", "The same is told as “all” on page 1 and as “61%” on page 2.")
    ]
    report.restatements[0].score = 0.8
    assert said(restated_figures.NUMBER, report) == []


def test_figures_of_graded_reports_are_compared_too() -> None:
    report = in_two_chapters(f"{CARRIED_OUT} 81% of cases.", f"{CARRIED_OUT} 61% of cases.")
    for finding in report.findings:
        finding.context = "score"  # the service's own figure; there is no headline in percent
    report.ratings = [Rating.model_construct(criterion="1", grade="good", score=None)]
    report.restatements[0].score = 0.95
    assert [severity for severity, _ in said(restated_figures.NUMBER, report)] == ["error"]


def test_all_and_all_but_one() -> None:
    report = in_two_chapters(
        "All but one of those who were interviewed felt confident that they could identify and "
        "work with safeguarding issues of children.",
        "As we noted, all of the managers we interviewed felt confident that they could identify "
        "and work with safeguarding issues of children.",
    )
    assert said(restated_figures.NUMBER, report) == [
        ("error", "The same is told as “All but one” on page 1 and as “all” on page 2.")
    ]


def test_more_than_the_fraction_and_the_fraction() -> None:
    report = in_two_chapters(
        f"{CARRIED_OUT} three-quarters of cases.",
        f"{CARRIED_OUT} more than three-quarters of cases.",
    )
    assert said(restated_figures.WORDS, report) == [
        (
            "warning",
            "The same is told as “three-quarters” on page 1 and as “more than three-quarters” "
            "on page 2.",
        )
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{SHARED} 70% of cases.", f"{SHARED} 70% of cases."),
        (f"{SHARED} 67% of cases.", f"{SHARED} two-thirds of cases."),
        (f"{SHARED} two-thirds of cases.", f"{SHARED} two-thirds of relevant cases."),
    ],
)
def test_tellings_that_agree(one: str, other: str) -> None:
    report = in_two_chapters(one, other)
    assert report.restatements
    for check in (restated_figures.BASE, restated_figures.NUMBER, restated_figures.WORDS):
        assert said(check, report) == []


def test_tellings_that_agree_two_by_two_only() -> None:
    texts = [f"{SHARED} {share} of cases." for share in ("more than one-third", "40%", "one-third")]
    headings = ["Summary", "Protecting the public", "Victims"]
    report = told(*zip(headings, texts, strict=True), parts={"Summary": "summary"})
    for pair in report.restatements:
        pair.differs, pair.score = [], 0.95
    # 40% and one-third are each a telling of the first, and not of one another.
    report.restatements = [
        one for one in report.restatements if one.finding_id == report.findings[0].finding_id
    ]
    assert said(restated_figures.WORDS, report) == [
        ("warning", "The same is told as “40%” on page 2 and as “one-third” on page 3.")
    ]


PROGRAMMES = "Only 18 cases in the sample included a programme. "


def test_parts_above_their_total() -> None:
    text = (
        "These included anger management (ten cases), thinking skills (two cases) and abuse "
        "(seven cases)."
    )
    assert said(parts_and_total.CHECK, told(PROGRAMMES + text)) == [
        ("error", "The parts are more than their total of 18: 10 + 2 + 7 = 19.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "These included anger management (ten cases) and thinking skills (two cases).",
        "Ten staff had delivered anger management (eleven cases) and abuse (nine cases).",
        "These included anger management (twelve sessions) and thinking skills (nine sessions).",
    ],
    ids=["fewer", "not of them", "of something else"],
)
def test_parts_that_are_no_more_or_none(text: str) -> None:
    assert said(parts_and_total.CHECK, told(PROGRAMMES + text)) == []


GROUP = "The response to changes was inappropriate in 10 out of 24 relevant cases. "


def test_more_than_the_group() -> None:
    text = (
        "In eight the change was not identified, in 11 not acted upon, and in six cases not told."
    )
    assert said(part_above_group.CHECK, told(GROUP + text)) == [
        ("warning", "11 are said of a group of 10 (out of 24).")
    ]
    more = text.replace("11", "25")
    assert said(part_above_group.CHECK, told(GROUP + more))[0][0] == "error"


@pytest.mark.parametrize(
    "text",
    [
        "In eight the change was not identified, and in six it was not acted upon.",
        "In 11 cases there was no review.",
        "In 11 months the number fell, and in 12 months it rose.",
        "In 12 of the 30 cases the plan was late, and in 14 of the 30 it was poor.",
    ],
)
def test_lists_that_fit_or_are_of_other_things(text: str) -> None:
    assert said(part_above_group.CHECK, told(GROUP + text)) == []


def test_all_and_a_share_of_the_same() -> None:
    report = told(
        "In all cases plans were sufficiently timely in more than three-quarters of cases."
    )
    ((severity, message),) = said(all_and_share.CHECK, report)
    assert severity == "error"
    assert "more than three-quarters" in message


@pytest.mark.parametrize(
    "text",
    [
        "In all cases plans were timely, and in more than three-quarters of cases they were good.",
        "All social care staff are supervised, up from 10.5% to 8% of staff in need of it.",
        "The national figure of 32% for all children in care was above that in 22% of schools.",
        "In all cases there was a plan which was timely in 80% of cases.",
    ],
)
def test_all_and_a_share_of_something_else(text: str) -> None:
    assert said(all_and_share.CHECK, told(text)) == []


RECORDED = (
    "Decisions taken in meetings were clearly recorded, followed through and acted upon in all of "
    "them. "
)


def test_a_universal_and_its_exception() -> None:
    text = (
        "In two cases actions came late, and in one case the decisions taken in meetings were not "
        "clearly recorded or acted upon."
    )
    assert said(all_and_exception.CHECK, told(RECORDED + text)) == [
        ("error", "“all” is followed by an exception.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In two cases actions came late, and in one case nobody from health was there.",
        "In one case the decisions taken in meetings were clearly recorded and acted upon early.",
        "Decisions were not recorded in other meetings.",
    ],
)
def test_a_universal_without_exception(text: str) -> None:
    assert said(all_and_exception.CHECK, told(RECORDED + text)) == []


def test_one_group_counted_twice() -> None:
    report = told(
        "In the 19 cases where restrictive requirements were in place, their use was right.",
        "In the 28 cases where there were restrictive requirements, they were monitored fully.",
    )
    assert said(counts_of_same.CHECK, report) == [
        ("warning", "What seems to be one group counts 19 on page 1 and 28 on page 2.")
    ]


SET = "where restrictive requirements were set"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"the 19 cases {SET}", f"the 19 cases {SET}"),
        (f"the 19 cases {SET}", "the 28 cases where a home visit was needed"),
        (f"the 19 plans {SET}", f"the 28 cases {SET}"),
        (f"19 cases {SET}", f"the 28 cases {SET}"),
    ],
    ids=["the same count", "another group", "another thing", "an indefinite group"],
)
def test_groups_that_agree_or_differ(one: str, other: str) -> None:
    report = told(f"We read {one} there.", f"We read {other} there.")
    assert said(counts_of_same.CHECK, report) == []


REGISTERED = "Seven cases in the sample should have been recorded on the Violent Offender Register"


def test_two_counts_of_those_who_needed_a_thing() -> None:
    report = told(
        f"{REGISTERED} (ViSOR) but only three had been.",
        "ViSOR was used effectively in only two out of the eight cases where it was required.",
    )
    assert said(counts_needed.CHECK, report) == [
        ("warning", "ViSOR was needed by 7 cases on page 1, and by 8 on page 2.")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{REGISTERED} (ViSOR).", "ViSOR was used in two of the seven cases where it was needed."),
        (f"{REGISTERED} (ViSOR).", "MAPPA was used in two of the eight cases where it was needed."),
        (f"{REGISTERED} (ViSOR).", "ViSOR was used in two of the eight cases where we found it."),
        (
            "Twenty cases needed management at higher levels within MAPPA.",
            "MAPPA was used in two of the eight cases where it was needed.",
        ),
        (
            "Twenty plans needed a review by MAPPA.",
            "MAPPA was used in two of the eight cases where it was needed.",
        ),
        (
            "Twenty cases required a MAPPA.",
            "MAPPA and ViSOR were both used in the eight cases where it was needed.",
        ),
    ],
    ids=["agree", "another", "not needed", "more than the name", "another noun", "two names"],
)
def test_needs_that_agree_or_are_others(one: str, other: str) -> None:
    assert said(counts_needed.CHECK, told(one, other)) == []


BODY = "Protecting the public"
CHILDREN = "Not enough attention was paid to the safety of children in {} of the cases."
KEEPING = "Too little attention had been paid to keeping children safe in {} of relevant cases."
FILLER = [
    ("Assisting sentencing", "Reports were clear in 80% of cases."),
    ("Assisting sentencing", "Proposals were followed by the courts in 90% of hearings."),
    (BODY, "Home visits had been repeated where needed in 45% of cases."),
    (BODY, "Curfews were monitored by the contractor in 92% of orders."),
]


def summed_up(summary: str, *body: str) -> Report:
    """A report whose summary has a heading called like its chapter."""
    report = told(
        ("Summary", "This is what we found."),
        (f"{BODY} in short", summary),
        *FILLER,
        *((BODY, text) for text in body),
    )
    sections = {one.title: one for one in report.sections}
    inner = sections[f"{BODY} in short"]
    inner.title, inner.parent_id, inner.level = BODY, "Summary", 2
    return report


def test_a_summary_that_its_chapter_does_not_bear_out() -> None:
    report = summed_up(CHILDREN.format("two-fifths"), KEEPING.format("one-quarter"))
    ((severity, message),) = said(summary_and_body.CHECK, report)
    assert severity == "warning"
    assert "“two-fifths” on page 2, its chapter “one-quarter” on page 7" in message


@pytest.mark.parametrize(
    "body",
    [
        [KEEPING.format("41%")],
        [KEEPING.format("60%")],  # perhaps the rest of it
        [KEEPING.format("25%") + " In 16% it had been paid too late."],
        ["Staff knew whom to call in 70% of cases."],
    ],
    ids=["agrees", "the rest", "a sum", "other words"],
)
def test_summaries_that_may_be_right(body: list[str]) -> None:
    report = summed_up(CHILDREN.format("two-fifths"), *body)
    assert said(summary_and_body.CHECK, report) == []


def test_no_summary_no_problem() -> None:
    report = told((BODY, CHILDREN.format("two-fifths")), ("Other", KEEPING.format("one-quarter")))
    assert said(summary_and_body.CHECK, report) == []


def test_every_sentence_of_running_text() -> None:
    report = told(
        "The first is plain. In 41% of cases it was late.¹ A third follows (e.g. this one)."
    )
    texts = [one.text for one in every_sentence(report)]
    assert texts == [
        "The first is plain.",
        "In 41% of cases it was late.",
        "A third follows (e.g. this one).",
    ]
    assert [len(one.findings) for one in every_sentence(report)] == [0, 1, 0]
    place = every_sentence(report)[1].place("r")
    assert place.quote == "In 41% of cases it was late."


def test_words_in_common() -> None:
    assert stems("Plans were monitored fully") == stems("the monitoring of plans, fully")
    rarity = Rarity(["plans reviewed", "plans monitored", "plans kept", "curfews kept"])
    assert rarity.weight(stems("curfews")) > rarity.weight(stems("plans"))
    assert rarity.likeness(stems("plans monitored"), stems("monitored plans")) == pytest.approx(1)
    assert rarity.likeness(stems("plans"), frozenset()) == 0


NUMBERS = [("Eight", 8), ("1,250", 1250), ("12", 12), ("many", None)]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers(text: str, value: int | None) -> None:
    assert number(text) == value
