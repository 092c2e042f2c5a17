from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.csvfile import cell_text, csv_line


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (78.0, "78"),
        (100.0, "100"),
        (33.333333, "33.333"),
        (-0.0001, "0"),
        (0.5, "0.5"),
        (12, "12"),
        ("=1+1", "=1+1"),
    ],
)
def test_cell_text(value: object, text: str) -> None:
    assert cell_text(value) == text


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=2))
def test_what_is_written_is_read_again(cells: list[str]) -> None:
    assert next(csv.reader(io.StringIO(csv_line(cells), newline=""))) == cells


def test_a_lone_carriage_return_is_quoted() -> None:
    assert csv_line(["a\rb", "c\td"]) == '"a\rb",c\td\n'
