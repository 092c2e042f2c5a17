from __future__ import annotations

from typing import Any

from corpora.evaluation.gold import GoldRow, gold_of
from corpora.evaluation.pairing import Pair, pair
from corpora.evaluation.texts import plain, plain_words

A = "In 24% of cases the screening was late, and in a further 22% it was wrong."
B = "The police were told in 24% of cases where there was a risk to children."


def coded(*rows: tuple[str, str]) -> list[GoldRow]:
    return gold_of([{"text": text, "sentence": sentence} for text, sentence in rows]).rows


def printed(*rows: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"text": text, "sentence": sentence} for text, sentence in rows]


def test_texts_are_made_alike() -> None:
    assert plain(" ‘Forty two  PER CENT’. ") == "'forty two%".strip("'")
    assert plain_words("two‑thirds") == plain_words("Two thirds") == "two thirds"
    assert plain("21 per cent") == "21%"
    assert plain("a cent") == "a cent"


def test_the_sentence_decides() -> None:
    pairs = pair(coded(("24%", B), ("24%", A)), printed(("24%", A), ("24%", B)))
    assert pairs == [Pair(0, 1, True), Pair(1, 0, True)]


def test_a_longer_text_is_the_same_statement_but_not_exact() -> None:
    assert pair(coded(("further 22%", A)), printed(("22%", A))) == [Pair(0, 0, False)]


def test_the_exact_text_comes_first() -> None:
    pairs = pair(coded(("22%", A)), printed(("a further 22%", A), ("22%", A)))
    assert pairs == [Pair(0, 1, True)]


def test_each_row_is_paired_once() -> None:
    assert len(pair(coded(("24%", A), ("24%", A)), printed(("24%", A)))) == 1
    assert len(pair(coded(("24%", A)), printed(("24%", A), ("24%", A)))) == 1


def test_the_same_text_twice_goes_in_document_order() -> None:
    twice = "It rose from 80% of cases to 80% of reports."
    pairs = pair(coded(("80%", twice), ("80%", twice)), printed(("80%", twice), ("80%", twice)))
    assert pairs == [Pair(0, 0, True), Pair(1, 1, True)]


def test_other_sentences_and_other_texts_are_no_pairs() -> None:
    assert pair(coded(("24%", A)), printed(("24%", B))) == []
    assert pair(coded(("24%", A)), printed(("22%", A))) == []
    assert pair(coded(("24%", A)), printed(("…", A))) == []


def test_a_part_of_the_sentence_is_enough() -> None:
    cut = A.partition(",")[0]
    assert pair(coded(("24%", cut)), printed(("24%", A))) == [Pair(0, 0, True)]


def test_what_is_printed_twice_is_told_apart_by_its_page() -> None:
    row = {"text": "24%", "sentence": A}
    found = [row | {"page": page, "sentence_page": page} for page in (3, 17, 40)]
    assert pair(gold_of([row | {"page": 17}]).rows, found) == [Pair(0, 1, True)]
