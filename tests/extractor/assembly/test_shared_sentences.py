from __future__ import annotations

import pytest

from extractor.assembly.sentences import Sentences
from schemas.document import Block
from schemas.span import Span


def block(kind: str, text: str) -> Block:
    return Block.unchecked(block_id=kind, kind=kind, text=text, words=[])


RUNNING = block("paragraph", "Plans were late. Reviews were not.  Both were signed.")
ROW = block("row", "Plans. Late\t41%")


def test_a_block_is_parted_once_and_each_sentence_knows_its_place() -> None:
    sentences = Sentences([RUNNING, ROW])
    parted = sentences.of(RUNNING)
    assert [one.text for one in parted] == [
        "Plans were late.",
        "Reviews were not.",
        "Both were signed.",
    ]
    assert all(RUNNING.text[one.start : one.end] == one.text for one in parted)
    assert parted[1].span == Span("paragraph", 17, 34)
    assert sentences.of(RUNNING) is parted


def test_a_row_is_one_sentence() -> None:
    assert [one.text for one in Sentences([ROW]).of(ROW)] == [ROW.text]


def test_a_sentence_is_found_by_an_offset_and_knows_the_one_before() -> None:
    sentences = Sentences([RUNNING])
    second = sentences.at("paragraph", 20)
    assert second.text == "Reviews were not."
    before = sentences.before(second)
    assert before is not None
    assert before.text == "Plans were late."
    assert sentences.before(before) is None


def test_a_place_that_is_not_there_is_an_error() -> None:
    sentences = Sentences([block("paragraph", "  Late.")])
    with pytest.raises(KeyError):
        sentences.at("other", 0)
    with pytest.raises(IndexError):
        sentences.at("paragraph", 0)
