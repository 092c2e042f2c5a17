"""Evaluations over the sample reports and over small samples of fiction."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpora.conversion.convert import convert
from corpora.corpus import Corpus
from corpora.evaluation.evaluate import evaluate
from corpora.evaluation.fields import agrees
from corpora.evaluation.gold import FIELDS, Gold, GoldError, gold_of, read_gold
from corpora.evaluation.result import Detection, Evaluation
from corpora.evaluation.result_tables import COLUMNS, as_object, measure_rows
from corpora.evaluation.statistics import Share
from corpora.samples import CODED, PDFS

HARD = {"percentage", "fraction", "ratio", "complement", "rate"}


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A corpus of two sample reports."""
    out = tmp_path_factory.mktemp("evaluation") / "corpus"
    convert([PDFS / "westmarch.pdf", PDFS / "fenwold.pdf"], out)
    return Corpus.open(out)


def test_a_sentence_that_runs_over_belongs_to_the_page_where_it_begins(tmp_path: Path) -> None:
    convert([PDFS / "kestrelshire.pdf"], tmp_path / "corpus")
    corpus = Corpus.open(tmp_path / "corpus")
    rows = [row for row in corpus.rows("findings") if row["page"] != row["sentence_page"]]
    assert rows
    for row in rows:
        first = row["sentence_page"]
        coded = {"text": row["text"], "sentence": row["sentence"], "page": first}
        result = evaluate(corpus, gold_of([coded]), pages=str(first))
        assert result.missed == []


@pytest.fixture(scope="session")
def coded(samples: Corpus) -> list[dict[str, Any]]:
    """What the tool says of one report, as if a person had written it down."""
    rows = [row for row in samples.rows("findings") if row["report_id"].startswith("westmarch")]
    names = ("text", "sentence", *(name for name in FIELDS if name != "page"))
    return [
        {**{name: row[name] for name in names}, "page": row["sentence_page"]}
        for row in rows
        if row["kind"] in HARD
    ]


def group(result: Evaluation, name: str) -> Detection:
    return next(one for one in result.detection if one.name == name)


def agreement(result: Evaluation, field: str) -> Share:
    return next(one.share for one in result.agreement if one.field == field)


def test_a_sample_that_has_the_same_agrees_in_all(samples: Corpus, coded: list[Any]) -> None:
    result = evaluate(samples, gold_of(coded))
    assert {name.split("-")[0] for name in result.reports} == {"westmarch"}
    hard = group(result, "hard")
    assert hard.precision == hard.recall == hard.exact_text == Share(len(coded), len(coded))
    assert hard.f1 == 1
    assert {one.field for one in result.agreement} >= {"kind", "value", "polarity", "page"}
    assert all(one.share.share == 1 for one in result.agreement)
    assert (result.missed, result.false_finds, result.disagreements) == ([], [], [])


def test_what_is_missed_found_falsely_and_said_otherwise(
    samples: Corpus, coded: list[dict[str, Any]]
) -> None:
    first, second, third, *others = coded
    invented = {"text": "999%", "sentence": "Nothing says 999%.", "kind": "percentage", "page": 1}
    sample = gold_of([invented, first | {"value": 1.5, "polarity": "0"}, *others, third])
    result = evaluate(samples, sample)
    hard = group(result, "hard")
    assert hard.precision == Share(len(coded) - 1, len(coded))
    assert hard.recall == Share(len(coded) - 1, len(coded))
    assert [row.text for _, row in result.missed] == ["999%"]
    assert [one["sentence"] for one in result.false_finds] == [second["sentence"]]
    assert {(one.field, one.coded) for one in result.disagreements} == {
        ("value", 1.5),
        ("polarity", "0"),
    }
    assert agreement(result, "value") == Share(len(coded) - 2, len(coded) - 1)


def test_a_borderline_row_counts_neither_way(samples: Corpus, coded: list[dict[str, Any]]) -> None:
    never = {"text": "a few", "sentence": "Not in it.", "kind": "ratio", "borderline": True}
    sample = gold_of([coded[0] | {"borderline": True, "value": 1.5}, *coded[1:], never])
    hard = group(result := evaluate(samples, sample), "hard")
    assert hard.precision == hard.recall == Share(len(coded) - 1, len(coded) - 1)
    assert (result.missed, result.false_finds, result.disagreements) == ([], [], [])


def test_pages_limit_both_sides(samples: Corpus, coded: list[dict[str, Any]]) -> None:
    some = [row for row in coded if row["page"] in (17, 18)]
    assert 5 < len(some) < len(coded)
    assert group(evaluate(samples, gold_of(coded), pages="17-18"), "hard").recall.of == len(some)
    whole = evaluate(samples, gold_of(some))
    assert group(whole, "hard").precision.share < 1
    assert any("--pages 17-18 leaves them out" in one for one in whole.remarks)
    limited = evaluate(samples, gold_of(some), pages="17,18")
    assert group(limited, "hard").precision.share == 1
    assert not any("--pages" in one for one in limited.remarks)


def test_kinds_limit_both_sides(samples: Corpus, coded: list[dict[str, Any]]) -> None:
    some = [row for row in coded if row["kind"] == "fraction"]
    result = evaluate(samples, gold_of(some), kinds=["fraction"])
    assert [one.name for one in result.detection] == ["hard", "fraction"]
    assert group(result, "hard").precision == Share(len(some), len(some))
    hard = evaluate(samples, gold_of(coded), kinds=["hard"])
    assert {one.name for one in hard.detection} <= {"hard", *HARD}


def test_rows_without_a_kind_are_judged_together(samples: Corpus, coded: list[Any]) -> None:
    bare = [{"text": row["text"], "sentence": row["sentence"]} for row in coded]
    result = evaluate(samples, gold_of(bare), kinds=list(HARD))
    (all_kinds,) = result.detection
    assert (all_kinds.name, all_kinds.precision.share, all_kinds.recall.share) == ("all", 1, 1)
    assert result.agreement == []
    assert result.not_compared == list(FIELDS)
    mixed = evaluate(samples, gold_of([*coded[:5], *bare[5:]]), kinds=list(HARD))
    assert [one.name for one in mixed.detection][:2] == ["all", "hard"]
    assert {one.group for one in mixed.agreement} == {"all"}


def test_fields_that_the_coder_left_open_are_not_compared(
    samples: Corpus, coded: list[dict[str, Any]]
) -> None:
    rows = [row | {"population": None, "context": None, "modifier": None} for row in coded]
    rows[0]["context"] = "demographic"
    result = evaluate(samples, gold_of(rows))
    assert agreement(result, "context").of == 1
    assert "population" not in {one.field for one in result.agreement}
    assert agreement(result, "modifier").of == len(rows)  # none is something to say


def test_several_reports_in_one_sample(samples: Corpus, coded: list[dict[str, Any]]) -> None:
    other = next(row for row in samples.rows("findings") if row["report_id"].startswith("fenwold"))
    rows = [row | {"file": r"C:\reports\Westmarch.pdf"} for row in coded]
    rows.append({"text": other["text"], "sentence": other["sentence"], "kind": other["kind"]})
    rows[-1]["report_id"] = other["report_id"]
    result = evaluate(samples, gold_of(rows))
    assert sorted(result.reports.values()) == [1, len(coded)]
    assert group(result, "hard").recall.share == 1
    assert group(result, "hard").precision.share < 1
    alone = evaluate(samples, gold_of(rows), report="westmarch")
    assert group(alone, "hard").precision.share == 1


@pytest.mark.parametrize(
    ("more", "report", "message"),
    [
        ({}, "northmarch", "the corpus has no report 'northmarch'"),
        ({"report_id": "w"}, "fenwold", "no row is about fenwold-"),
        ({"file": "elsewhere.pdf"}, None, "the corpus has no report 'elsewhere.pdf'"),
        ({}, None, "stand in no report of the corpus"),
        ({}, "", "may be fenwold-"),
    ],
)
def test_the_report_of_the_rows_must_be_clear(
    samples: Corpus, more: dict[str, str], report: str | None, message: str
) -> None:
    sample = gold_of([{"text": "41%", "sentence": "In 41% of cases.", **more}])
    with pytest.raises(GoldError, match=message):
        evaluate(samples, sample, report=report)


def test_sentences_of_two_reports_are_of_neither(samples: Corpus) -> None:
    sentences = {}
    for row in samples.rows("findings"):
        sentences.setdefault(row["report_id"], []).append(row)
    rows = [row for some in sentences.values() for row in some[:20]]
    with pytest.raises(GoldError, match=r"stand in .* and in .*; name one with --report"):
        evaluate(samples, gold_of([{"text": r["text"], "sentence": r["sentence"]} for r in rows]))


def test_some_rows_name_their_report_and_others_do_not(samples: Corpus) -> None:
    row = {"text": "41%", "sentence": "In 41% of cases."}
    with pytest.raises(GoldError, match="row 2 names no report, and others do"):
        evaluate(samples, gold_of([row | {"report_id": "westmarch"}, row]))


def test_wrong_pages_and_kinds(samples: Corpus, coded: list[dict[str, Any]]) -> None:
    with pytest.raises(GoldError, match="not as 'three'"):
        evaluate(samples, gold_of(coded), pages="three")
    with pytest.raises(GoldError, match="no kind is called 'percent'"):
        evaluate(samples, gold_of(coded), kinds=["percent"])


def field(name: str, coded: object, printed: object) -> bool:
    row = gold_of([{"text": "a", "sentence": "b", name: coded}]).rows[0]
    return agrees(name, row, {name: printed, "page": 9, "sentence_page": 8})


@pytest.mark.parametrize(
    ("name", "coded", "printed", "same"),
    [
        ("value", 66.6, 66.667, True),
        ("value", 66.6, 66.8, False),
        ("value", None, 40.0, False),
        ("numerator", 12, 12, True),
        ("numerator", 12, 13, False),
        ("modifier", "More than", "more than", True),
        ("modifier", None, "only", False),
        ("paragraph", "1.4.", "1.4", True),
        ("paragraph", "1.4", "1.40", False),
        ("population", "relevant cases", "the relevant cases", True),
        ("population", "relevant cases", None, False),
        ("population", "cases", "cases " + "and much more of the sentence " * 4, False),
        ("predicate", "were late", "had been done well", False),
        ("page", 8, 9, True),
        ("page", 9, 9, True),
        ("page", 7, 9, False),
    ],
)
def test_when_a_field_agrees(name: str, coded: object, printed: object, same: bool) -> None:
    assert field(name, coded, printed) is same


def test_rows_and_object(samples: Corpus, coded: list[dict[str, Any]]) -> None:
    result = evaluate(samples, gold_of([*coded[1:], coded[0] | {"polarity": "0"}]))
    rows = measure_rows(result)
    assert all(len(row) == len(COLUMNS) for row in rows)
    whole = as_object(result)
    assert [tuple(one.values()) for one in whole["measures"]] == rows
    recall = whole["measures"][1]
    assert (recall["group"], recall["measure"], recall["of"]) == ("hard", "recall", len(coded))
    assert recall["low"] < recall["share"] == recall["high"] == 1
    (wrong,) = whole["wrong_fields"]
    assert (wrong["field"], wrong["coded"], wrong["row"]) == ("polarity", "0", len(coded))


def test_the_sample_coded_by_hand(samples: Corpus) -> None:
    result = evaluate(samples, read_gold(CODED / "westmarch.csv"), pages="17-18")
    hard = group(result, "hard")
    assert hard.recall.of == 27
    assert hard.recall.share >= 0.96
    assert hard.precision.share >= 0.96
    assert agreement(result, "value").share >= 0.96
    assert Path(next(iter(result.reports))).name.startswith("westmarch-")


def test_an_empty_sample(samples: Corpus) -> None:
    with pytest.raises(GoldError, match="no column text"):
        gold_of([])
    result = evaluate(samples, Gold([], []), report="westmarch")
    assert result.detection == []
