from __future__ import annotations

from collections.abc import Callable

import pytest

from corpora.conversion.convert import convert
from corpora.corpus import Corpus
from corpora.explain import NoSuchFinding, as_object, explain, explain_in, interval_in_words
from corpora.samples import PDFS
from schemas.report import Report, RestatementPair
from tests.readings import Sample


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    out = tmp_path_factory.mktemp("explained") / "corpus"
    convert([PDFS / "westmarch.pdf"], out)
    return Corpus.open(out)


def test_the_mark_stands_on_the_quantity(each_sample: Sample) -> None:
    report = each_sample.report
    for finding in report.findings:
        explained = explain_in(report, finding.finding_id)
        start, end = explained.span
        assert finding.sentence[start:end] == finding.text
        assert f"⟦{finding.text}⟧" in explained.marked_sentence


def test_headings_lead_down_to_the_section(each_sample: Sample) -> None:
    report = each_sample.report
    deepest = 0
    for finding in report.findings:
        chain = explain_in(report, finding.finding_id).headings
        assert [one.section_id for one in chain[-1:]] == [finding.section_id]
        assert [one.level for one in chain] == sorted({one.level for one in chain})
        deepest = max(deepest, len(chain))
    assert deepest >= 3


def test_a_cell_has_its_headings(each_sample: Sample) -> None:
    report = each_sample.report
    cells = [
        (finding, explain_in(report, finding.finding_id).cell)
        for finding in report.findings
        if "\t" in finding.sentence
    ]
    assert cells
    for finding, cell in cells:
        assert cell is not None
        assert finding.text in cell.text
        assert cell.column_header


def test_a_headline_names_its_restatements(each_sample: Sample) -> None:
    report = each_sample.report
    for rating in report.ratings:
        places = [
            one.page
            for one in report.findings
            if (other := explain_in(report, one.finding_id).rating)
            and other.criterion == rating.criterion
        ]
        assert sorted(places) == sorted([rating.page, *(one.page for one in rating.restated)])


def test_a_rule_that_is_a_pattern_has_examples(each_sample: Sample) -> None:
    report = each_sample.report
    rules = {one.rule: explain_in(report, one.finding_id).pattern for one in report.findings}
    assert rules["percent.sign"] is not None
    for rule, pattern in rules.items():
        assert pattern is not None, rule
        assert pattern.id == rule
        assert pattern.examples
        assert pattern.traps


def test_a_prefix_is_enough_if_it_is_one(sampled: Corpus) -> None:
    ids = sorted(row["finding_id"] for row in sampled.rows("findings"))
    whole = explain(sampled, ids[0])
    assert explain(sampled, ids[0][:8]).finding == whole.finding
    assert whole.ledger
    assert whole.link.startswith(f"{sampled.table('reports')[0]['file']}#page=")
    with pytest.raises(NoSuchFinding, match=r"more than one id begins with '.': .* and others"):
        explain(sampled, ids[0][0])


@pytest.mark.parametrize("unknown", ["", "xyz", "%", "f' OR 1=1 --"])
def test_an_id_that_is_none(sampled: Corpus, unknown: str) -> None:
    with pytest.raises(NoSuchFinding, match="has no finding whose id begins with"):
        explain(sampled, unknown)


def test_another_report_has_other_findings(word_sample: Sample) -> None:
    with pytest.raises(NoSuchFinding, match="has no finding xyz"):
        explain_in(word_sample.report, "xyz")


def test_restatements_and_those_that_are_the_same(
    make_report: Callable[..., Report], make_finding: Callable[..., object]
) -> None:
    ids = {"a": None, "b": "a", "c": None, "d": "a", "e": None}
    found = [make_finding("north", name, same_as=first) for name, first in ids.items()]
    pairs = [
        RestatementPair(finding_id="a", other_id="b", score=0.9, agrees=["value"]),
        RestatementPair(finding_id="b", other_id="c", score=0.7, agrees=[], differs=["number"]),
    ]
    report = make_report(findings=found, restatements=pairs)

    def restated(name: str) -> list[tuple[str, bool, float | None]]:
        found = explain_in(report, name).restated
        return [(one.finding.finding_id, one.agrees, one.score) for one in found]

    assert restated("a") == [("b", True, 0.9), ("d", True, None)]
    assert restated("b") == [("a", True, 0.9), ("c", False, 0.7), ("d", True, None)]
    assert restated("c") == [("b", False, 0.7)]
    assert restated("e") == []
    objects = as_object(explain_in(report, "c"))["restated"]
    assert [(one["finding_id"], one["agrees"], one["differs"]) for one in objects] == [
        ("b", False, ["number"])
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "from 40.5% up to, but not including, 41.5%"),
        (
            {"low": 40, "high": 100, "low_closed": False, "high_closed": True},
            "above 40% up to 100%",
        ),
        (
            {"low": 100 / 3, "high": 50, "low_closed": False},
            "above 33.333% up to, but not including, 50%",
        ),
        ({"low": 125 / 3, "high": 125 / 3, "high_closed": True}, "exactly 41.667%"),
        ({"low": None, "high": None, "change": True}, "a change, and no share"),
        ({"low": None, "high": None}, "no share, so no interval"),
    ],
)
def test_intervals_in_words(
    make_finding: Callable[..., object], fields: dict[str, object], words: str
) -> None:
    assert interval_in_words(make_finding("north", "a", **fields)) == words


def test_problems_that_speak_of_the_finding(each_sample: Sample) -> None:
    report = each_sample.report
    for problem in report.problems:
        for name in problem.finding_ids:
            explained = explain_in(report, name)
            assert problem in explained.problems
            assert problem.code in {one["code"] for one in as_object(explained)["problems"]}
