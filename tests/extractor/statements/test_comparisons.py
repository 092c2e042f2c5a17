from __future__ import annotations

from typing import Any

import pytest

from extractor.language.patterns import expected_span
from extractor.statements.interpretation.comparisons import rules
from schemas.finding import Finding
from tests.extractor.told import tell

EXAMPLES: list[dict[str, Any]] = rules()["examples"]
TRAPS: list[str] = rules()["traps"]


def read(text: str) -> list[Finding]:
    return tell(("Findings", text)).findings


def compared(text: str) -> list[tuple[str, str, float | None]]:
    return [
        (one.text, one.compared_with, one.compared_value)
        for one in read(text)
        if one.compared_with is not None
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one["text"][:40])
def test_a_figure_is_tied_to_what_it_is_held_against(example: dict[str, Any]) -> None:
    text, (start, end) = expected_span(example["text"])
    assert compared(text) == [(text[start:end], example["with"], example["value"])]
    others = [one for one in read(text) if one.context == "comparison"]
    assert (example["value"] is None) == (not others)


@pytest.mark.parametrize("trap", TRAPS)
def test_what_is_no_comparison(trap: str) -> None:
    assert read(trap)
    assert compared(trap) == []
