from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.patterns import expected_span
from extractor.restatements.linking import first_mentions
from extractor.restatements.wording import rules, stem
from schemas.finding import Finding
from schemas.interval import Interval
from schemas.report import RestatementPair
from tests.extractor.told import Told, tell

EXAMPLES: list[dict[str, Any]] = rules()["examples"]
TRAPS: list[dict[str, Any]] = rules()["traps"]


def pairs_of(told: Told) -> list[RestatementPair]:
    return told.pairs


def marked(told: Told, example: dict[str, Any]) -> tuple[Finding, Finding]:
    """The two findings whose quantity holds what an example marks."""
    found = []
    for block, text in zip(told.blocks, (example["one"], example["other"]), strict=True):
        _, (start, end) = expected_span(text)
        mine = [
            finding
            for finding in told.findings
            if finding.block_id == block.block_id and finding.start < end and start < finding.end
        ]
        assert len(mine) == 1, text
        found += mine
    return found[0], found[1]


def told(example: dict[str, Any]) -> Told:
    one, other = (expected_span(example[name])[0] for name in ("one", "other"))
    return tell(("Summary", one), ("Findings", other))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["one"][:40])
def test_tellings_of_one_fact_are_a_pair(example: dict[str, Any]) -> None:
    report = told(example)
    one, other = marked(report, example)
    pairs = report.pairs
    assert [(pair.finding_id, pair.other_id) for pair in pairs] == [
        (one.finding_id, other.finding_id)
    ]
    said = [one for one in pairs[0].agrees if one != "population"]
    assert said == example["agrees"]
    assert pairs[0].differs == example.get("differs", [])
    assert other.same_as == (one.finding_id if example["same_as"] else None)
    assert one.same_as is None


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap["other"][:40])
def test_one_frame_around_two_facts_is_no_pair(trap: dict[str, Any]) -> None:
    report = told(trap)
    marked(report, trap)
    assert pairs_of(report) == []


def finding(number: int, **stated: Any) -> Finding:
    """A finding of that id, on no particular page."""
    plain: dict[str, Any] = {
        "finding_id": f"f{number}",
        "report_id": "r",
        "block_id": f"b{number}",
        "start": 0,
        "end": 3,
        "page": 1,
        "boxes": [],
        "text": "41%",
        "sentence": "41% of cases",
        "sentence_page": 1,
        "kind": "percentage",
        "rule": "x",
    }
    return Finding(**plain | stated)


def pair(one: int, other: int, *differs: str) -> RestatementPair:
    return RestatementPair(
        finding_id=f"f{one}", other_id=f"f{other}", score=0.9, agrees=["value"], differs=differs
    )


def test_all_tellings_lead_to_the_first_and_not_to_one_another() -> None:
    findings = [finding(number) for number in range(4)]
    chain = [pair(0, 1), pair(1, 2), pair(2, 3)]
    assert first_mentions(findings, chain) == {"f1": "f0", "f2": "f0", "f3": "f0"}


@pytest.mark.parametrize("differing", ["number", "base"])
def test_tellings_that_differ_are_not_the_same(differing: str) -> None:
    findings = [finding(0), finding(1)]
    assert first_mentions(findings, [pair(0, 1, differing)]) == {}
    assert first_mentions(findings, [pair(0, 1, "population")]) == {"f1": "f0"}


def test_two_that_differ_are_not_joined_through_a_third() -> None:
    findings = [finding(number) for number in range(3)]
    pairs = [pair(0, 1), pair(1, 2), pair(0, 2, "base")]
    assert first_mentions(findings, pairs) == {"f1": "f0"}


def test_a_number_is_never_counted_as_a_word_without_one() -> None:
    findings = [finding(0, kind="vague", text="most"), finding(1), finding(2, kind="vague")]
    pairs = [pair(0, 1), pair(0, 2), pair(1, 2)]
    assert first_mentions(findings, pairs) == {"f2": "f0"}


def test_a_word_may_tell_again_what_a_number_told_first() -> None:
    findings = [finding(0), finding(1, kind="vague", text="most")]
    assert first_mentions(findings, [pair(0, 1)]) == {"f1": "f0"}


def test_two_that_disagree_are_not_joined_through_a_third_that_agrees_with_both() -> None:
    findings = [
        finding(0, text="more than one-third", low=33.4, high=50.0),
        finding(1, text="34%", low=33.3, high=34.5),
        finding(2, text="one-third", low=33.0, high=33.35),
    ]
    assert first_mentions(findings, [pair(0, 1), pair(1, 2)]) == {"f1": "f0"}


def test_only_a_sure_pair_leads_to_the_first_telling() -> None:
    unsure = pair(0, 1).model_copy(update={"score": rules()["sure"] - 0.01})
    assert first_mentions([finding(0), finding(1)], [unsure]) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Reviews of foster carers were on time in 87% of cases, compared with 91% nationally.",
            "In 91% of cases the reviews of foster carers were on time.",
        ),
        (
            "In 91% of cases the reviews of foster carers were on time.",
            "Reviews of foster carers are below the target of 91%.",
        ),
    ],
)
def test_what_is_compared_with_is_never_the_first_telling_of_a_fact(one: str, other: str) -> None:
    report = tell(("Summary", one), ("Findings", other))
    same = [finding for finding in report.findings if finding.text == "91%"]
    assert len(same) == 2
    assert [finding.same_as for finding in same] == [None, None]


def test_a_comparison_told_again_keeps_figure_and_comparator_apart() -> None:
    text = "In 87% of cases reviews of foster carers were on time, compared with 87% nationally."
    report = tell(("Summary", text), ("Findings", text))
    by_id = {finding.finding_id: finding for finding in report.findings}
    told = [(by_id[one.same_as].context, one.context) for one in report.findings if one.same_as]
    assert told == [("finding", "finding"), ("comparison", "comparison")]


PAIRS = st.lists(
    st.builds(
        lambda ends, differs: pair(min(ends), max(ends), *differs),
        st.sets(st.integers(0, 7), min_size=2, max_size=2),
        st.sampled_from([(), (), ("number",), ("base",), ("population",)]),
    ),
    max_size=14,
)


@given(PAIRS, st.lists(st.sampled_from(["percentage", "vague"]), min_size=8, max_size=8))
def test_same_as_is_an_earlier_finding_that_has_none_itself(
    pairs: list[RestatementPair], kinds: list[str]
) -> None:
    findings = [finding(number, kind=kind) for number, kind in enumerate(kinds)]
    first = first_mentions(findings, pairs)
    apart = {
        (one.finding_id, one.other_id) for one in pairs if {"number", "base"} & set(one.differs)
    }
    for telling, origin in first.items():
        assert origin < telling
        assert origin not in first
        assert (origin, telling) not in apart
        assert not (kinds[int(origin[1])] == "vague" and kinds[int(telling[1])] != "vague")


SENTENCES = st.sampled_from(
    [expected_span(one[name])[0] for one in EXAMPLES + TRAPS for name in ("one", "other")]
)


@given(st.lists(SENTENCES, min_size=2, max_size=6, unique=True))
def test_pairs_go_forward_stand_once_and_are_the_same_read_backwards(texts: list[str]) -> None:
    headed = [(f"Chapter {number}", text) for number, text in enumerate(texts)]
    forward, backward = tell(*headed), tell(*reversed(headed))
    order = {one.finding_id: number for number, one in enumerate(forward.findings)}
    ends = [(pair.finding_id, pair.other_id) for pair in pairs_of(forward)]
    assert all(order[one] < order[other] for one, other in ends)
    assert len(set(ends)) == len(ends)

    def said(report: Told) -> set[tuple[frozenset[str], float, tuple[str, ...]]]:
        texts = {one.finding_id: one.sentence for one in report.findings}
        return {
            (frozenset({texts[pair.finding_id], texts[pair.other_id]}), pair.score, (*pair.agrees,))
            for pair in pairs_of(report)
        }

    assert said(forward) == said(backward)


def test_rows_of_a_table_and_sentences_of_one_block_are_no_pairs() -> None:
    text = "The safety of known victims was given sufficient weight in 71% of cases."
    assert len(pairs_of(tell(("Summary", text), ("Findings", text)))) == 1
    assert pairs_of(tell(("Summary", text), ("Findings", text), kind="row")) == []
    assert pairs_of(tell(("Summary", f"{text} {text}"))) == []


def test_a_sentence_under_the_same_heading_is_no_retelling() -> None:
    text = "The safety of known victims was given sufficient weight in 70% of cases."
    assert pairs_of(tell(("Findings", text), ("Findings", text))) == []


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        ((40.5, 41.5, True, False), (41.5, 42.5, True, False), False),
        ((40.5, 41.5, True, False), (33.3, 50, False, False), True),
        ((41.667, 41.667, True, True), (41.5, 42.5, True, False), True),
        ((50, 50, True, True), (50, 100, False, True), False),
        ((50, 50, True, True), (50, 100, True, True), True),
    ],
)
def test_intervals_meet_in_a_bound_only_if_both_hold_it(
    one: tuple[float, float, bool, bool], other: tuple[float, float, bool, bool], can: bool
) -> None:
    assert Interval(*one).overlaps(Interval(*other)) is can
    assert Interval(*other).overlaps(Interval(*one)) is can


@pytest.mark.parametrize(
    "forms",
    [
        ["review", "reviews", "reviewed", "reviewing"],
        ["assessment", "assessments", "assessed", "assess"],
        ["child", "children"],
        ["sufficient", "insufficient", "sufficiently", "insufficiently"],
        ["timely", "untimely"],
        ["describe", "describing", "described"],
    ],
)
def test_forms_of_a_word_have_one_stem(forms: list[str]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_words_that_say_nothing_have_no_stem() -> None:
    assert [word for word in ("on", "no", "not", "the", "of") if stem(word)] == []


def test_of_several_figures_those_that_count_the_same_are_a_pair() -> None:
    rest = "in some coastal teams, are too"
    short = f"The winter workloads of some social workers, {rest} high."
    both = "some social workers and coastal team managers"
    full = f"The winter workloads of {both}, {rest} demanding in volume."
    report = tell(("Summary", short), ("Findings", full))
    counted = {one.finding_id: (one.population or "").split()[0] for one in report.findings}
    pairs = [(counted[pair.finding_id], counted[pair.other_id]) for pair in pairs_of(report)]
    assert sorted(pairs) == [("coastal", "coastal"), ("social", "social")]
