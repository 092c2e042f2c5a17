from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpora.evaluation.gold import GoldError, gold_of, read_gold

ROW = {"text": "41%", "sentence": "We found it in 41% of cases."}
CSV = 'Text,Sentence,Kind,Value,Page\n41%,"We found it, in 41% of cases.",percentage,41%,7\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "coded"


def test_json_lines(file: Path) -> None:
    rows = [ROW | {"value": 41, "numerator": None, "criterion": 1.1, "tier": "core"}, ROW]
    file.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    gold = read_gold(file)
    assert [row.number for row in gold.rows] == [1, 2]
    assert gold.rows[0].fields == {"value": 41.0, "numerator": None, "criterion": "1.1"}
    assert gold.rows[1].fields == {}
    assert gold.columns == ["value", "numerator", "criterion"]
    assert gold.passed_over == []


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode(),
        CSV.replace("\n", "\r\n").encode("utf-8-sig"),
        CSV.encode("utf-16"),
        CSV.replace(", in", " in").replace(",", ";").encode("utf-8-sig"),
        CSV.replace(", in", " in").replace(",", "\t").encode("utf-16"),
        (CSV + ",,,,\n").encode(),
    ],
    ids=["plain", "Excel", "Excel's Unicode text", "semicolons", "tabs", "an empty row"],
)
def test_csv_as_programs_write_it(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    (row,) = read_gold(file).rows
    assert (row.text, row.kind, row.page) == ("41%", "percentage", 7)
    assert row.sentence.endswith("in 41% of cases.")
    assert row.fields["value"] == 41.0


def test_empty_cells_are_none_and_columns_are_named(file: Path) -> None:
    file.write_text("text,sentence,value,populaton,note\na,b,,cases,\n", encoding="utf-8")
    gold = read_gold(file)
    assert gold.rows[0].fields == {"value": None}
    assert gold.passed_over == ["populaton (population?)", "note"]


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("value", "1,250", 1250.0),
        ("value", "-3.5", -3.5),
        ("polarity", "–", "-"),
        ("polarity", 0, "0"),
        ("kind", "Ratio ", "ratio"),
        ("paragraph", "1.10", "1.10"),
    ],
)
def test_values(field: str, value: object, read: object) -> None:
    (row,) = gold_of([ROW | {field: value}]).rows
    assert row.fields[field] == read


@pytest.mark.parametrize(
    "mark", [{"borderline": True}, {"borderline": "x"}, {"tier": "Borderline"}]
)
def test_borderline(mark: dict[str, object]) -> None:
    assert gold_of([ROW | mark]).rows[0].borderline


@pytest.mark.parametrize(
    "mark", [{"borderline": False}, {"borderline": "no"}, {"tier": "core"}, {}]
)
def test_not_borderline(mark: dict[str, object]) -> None:
    assert not gold_of([ROW | mark]).rows[0].borderline


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no column text and no column sentence; found nothing"),
        (b"figure,sentence\n41%,a\n", "no column text; found figure, sentence"),
        (b"text,sentence\n41%\n", "line 2 has not as many cells as the header"),
        (b"text,sentence\n41%,a,b\n", "line 2 has not as many cells as the header"),
        (b'text,sentence\n41%,"a"b\n', "the row after line 1 is no CSV"),
        (b"text,sentence\n,a\n", "row 1 has no text"),
        (b'{"text": "41%", "sentence": null}', "row 1 has no sentence"),
        (b'{"text": "41%"\n', "line 1 is no JSON"),
        (b'{"text": "41%", "sentence": "a"}\n[]', "line 2 is no JSON object"),
        (b"text,sentence,value\na,b,33;3\n", "row 1: value '33;3' is no number"),
        (b'text,sentence,value\na,b,"33,3"\n', "row 1: value '33,3' is no number"),
        (b"text,sentence,kind\na,b,percent\n", "row 1: no kind is called 'percent'; there are"),
        (b"text,sentence,polarity\na,b,good\n", "no polarity is called 'good'; there are +, -, 0"),
        (b"PK\x03\x04...", "is an Excel workbook; save it as CSV UTF-8"),
        (b"%PDF-1.7", "is a PDF; a hand-coded sample is wanted"),
        ("text,sentence\nTrust\u2019s,b\n".encode("cp1252"), "is not UTF-8"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(file: Path, data: bytes, message: str) -> None:
    file.write_bytes(data)
    with pytest.raises(GoldError) as caught:
        read_gold(file)
    assert str(caught.value).startswith("coded")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
