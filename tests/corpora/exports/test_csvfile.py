from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.exports.csv_text import cell_text, csv_line, csv_lines
from schemas.contract.columns import Column, Table


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


def test_an_empty_cell_alone_is_no_empty_line() -> None:
    assert csv_line([""]) == '""\n'


_TABLE = Table(
    "example",
    "One column of each type",
    (
        Column("name", "string", "Text"),
        Column("count", "integer", "A whole number"),
        Column("share", "number", "A number"),
        Column("known", "boolean", "Yes or no"),
        Column("places", "json", "A list"),
    ),
)


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "name": st.none() | st.text(st.sampled_from('a,"\n\r\té’')),
                "count": st.none() | st.integers(),
                "share": st.none() | st.floats(-1e6, 1e6),
                "known": st.none() | st.booleans(),
                "places": st.sampled_from(["[]", "[[1,2.5]]", '["a"]']),
                "more": st.none(),
            }
        )
    )
)
def test_lines_have_the_cells_of_their_rows(rows: list[dict[str, object]]) -> None:
    written = "".join(csv_lines(_TABLE, iter(rows)))
    read = list(csv.reader(io.StringIO(written, newline="")))
    assert read == [
        list(_TABLE.header),
        *([cell_text(row[name]) for name in _TABLE.header] for row in rows),
    ]


def test_only_cells_that_need_quotes_have_them() -> None:
    rows = [
        {"name": name, "count": 1, "share": 2.5, "known": True, "places": "[]"} for name in "a,"
    ]
    assert list(csv_lines(_TABLE, rows))[1:] == ["a,1,2.5,true,[]\n", '",",1,2.5,true,[]\n']
