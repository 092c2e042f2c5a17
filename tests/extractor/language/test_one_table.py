"""Numbers, fractions, months, endings and what quantifiers allow are listed in one place each."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractor.language.numerals import number_lists
from extractor.language.word_lists import shared_lists

ROOT = Path(__file__).parents[3]
SOURCES = [
    path
    for package in ("schemas", "extractor", "corpora", "cli")
    for path in sorted((ROOT / package).rglob("*"))
    if path.suffix in (".py", ".yaml", ".jsonl") and "reports" not in path.parts
]
# The tables themselves.
TABLES = {"numerals.yaml", "word_lists.yaml", "quantifier_intervals.yaml", "word_forms.py"}
# What is printed, or told to people: no list that anything is read by.
PROSE = {"examples", "traps", "why", "note", "one", "other", "wordings", "title", "description"}

LISTS = number_lists()
NUMBERS = {*LISTS["number_word"], "hundred", "thousand", "million"}
FRACTIONS = {*LISTS["fraction_part"], *LISTS["fraction_parts"]}
MONTHS = {month.lower() for month in shared_lists()["month"]}
SUFFIXES = {"ing", "ings", "ly", "ment", "ments", "ation", "ations", "ity", "ities", "ies", "ness"}
ENDINGS = SUFFIXES | {"ed", "es"}  # not in a list: they are the forms of one verb
NEGATIONS = {"n't", "n’t"}
QUANTIFIERS = re.compile(r"\b(?:most|many|few|majority|minority|all)\b")
WORD = re.compile(r"[a-z]+")
SEVERAL = 3  # words of a kind, one behind the other, that make a list


def runs(text: str) -> Iterator[list[str]]:
    """The words that stand beside each other in a text, with no more than marks between."""
    plain = re.sub(r"s?\?:?", "", text.lower())
    for piece in re.split(r"[.!;:\n]", plain):
        yield WORD.findall(piece)


def lists_any(text: str, kind: set[str]) -> bool:
    """Whether some different words of a kind stand one behind the other."""
    for words in runs(text):
        for start in range(len(words) - SEVERAL + 1):
            if len(set(words[start : start + SEVERAL]) & kind) == SEVERAL:
                return True
    return False


def texts_of_data(value: Any) -> Iterator[str]:
    """The texts of a data file that something is read by; a list of words is one text."""
    if isinstance(value, dict):
        yield " ".join(map(str, value))
        for key, one in value.items():
            if key not in PROSE:
                yield from texts_of_data(one)
    elif isinstance(value, list):
        yield " ".join(one for one in value if isinstance(one, str))
        for one in value:
            yield from texts_of_data(one)
    elif isinstance(value, str):
        yield value


def texts_of_code(tree: ast.Module) -> Iterator[str]:
    """The texts in a module but for its docstrings; those of a collection are one text."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        match node:
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
                yield " ".join(strings(parts))
            case ast.Dict(keys=parts):
                yield " ".join(strings([part for part in parts if part]))
            case ast.Constant(value=str(text)) if id(node) not in docstrings:
                yield text
            case _:
                pass


def strings(parts: list[ast.expr]) -> list[str]:
    """The texts among some expressions."""
    return [one.value for one in parts if isinstance(one, ast.Constant) and type(one.value) is str]


def data_of(path: Path) -> Any:
    """What a data file holds."""
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return yaml.safe_load(path.read_text("utf-8"))


def texts(path: Path) -> Iterator[str]:
    """The texts of a file that something is read by."""
    if path.suffix == ".py":
        return texts_of_code(ast.parse(path.read_text("utf-8")))
    return texts_of_data(data_of(path))


def files(*suffixes: str) -> list[Any]:
    return [
        pytest.param(path, id=str(path.relative_to(ROOT)))
        for path in SOURCES
        if path.suffix in suffixes and path.name not in TABLES
    ]


@pytest.mark.parametrize("path", files(".py", ".yaml", ".jsonl"))
def test_no_list_of_numbers_fractions_months_or_endings_stands_elsewhere(path: Path) -> None:
    kinds = (NUMBERS, FRACTIONS, MONTHS, SUFFIXES)
    assert [text for text in texts(path) for kind in kinds if lists_any(text, kind)] == []


@pytest.mark.parametrize("path", files(".py"))
def test_no_module_guesses_the_form_of_a_word_by_itself(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("endswith", "removesuffix")
    ]
    found = [
        ast.unparse(call)
        for call in calls
        for argument in call.args
        for ending in strings([argument, *getattr(argument, "elts", [])])
        if ending in ENDINGS | NEGATIONS
    ]
    assert found == []


@pytest.mark.parametrize("path", files(".py"))
def test_no_module_says_by_itself_what_a_quantifier_allows(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    tables = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    assert [ast.unparse(table) for table in tables if allows(table)] == []


def allows(table: ast.Dict) -> bool:
    """Whether a dictionary gives quantifiers numbers."""
    pairs = zip(table.keys, table.values, strict=True)
    known = [value for key, value in pairs if key and QUANTIFIERS.search(" ".join(strings([key])))]
    return len(known) > 1 and all(re.search(r"\b\d+(?:\.\d+)?\b", ast.unparse(v)) for v in known)


@pytest.mark.parametrize("path", files(".yaml", ".jsonl"))
def test_nor_does_a_data_file(path: Path) -> None:
    def entries(value: Any) -> Iterator[Any]:
        if isinstance(value, list):
            named = [one for one in value if isinstance(one, str) and QUANTIFIERS.search(one)]
            if named and sum(type(one) in (int, float) for one in value) > 1:
                yield value
        if isinstance(value, dict):
            numbers = {key for key, one in value.items() if type(one) in (int, float)}
            if sum(bool(QUANTIFIERS.search(str(key))) for key in numbers) > 1:
                yield value
        for one in value.values() if isinstance(value, dict) else value:
            if isinstance(one, dict | list):
                yield from entries(one)

    assert list(entries(data_of(path))) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (r"\d+|one|two|three", NUMBERS),
        ("['half', 'third', 'quarter']", FRACTIONS),
        ("^(?:half|thirds?|quarters?)$", FRACTIONS),
        ("January|February|March", MONTHS),
        ("(?:ations?|ments?|ings?)$", SUFFIXES),
    ],
)
def test_a_list_is_known(text: str, kind: set[str]) -> None:
    assert lists_any(text, kind)


@pytest.mark.parametrize(
    "text", ["one or two of three", "half of a third", "two|two|two", "in March or May"]
)
def test_other_texts_are_none(text: str) -> None:
    assert not any(lists_any(text, kind) for kind in (NUMBERS, FRACTIONS, MONTHS))


def test_a_table_of_quantifiers_in_code_is_known() -> None:
    (statement,) = ast.parse("X = {'most': (50, 100), 'few': Interval(0, 25)}").body
    assert isinstance(statement, ast.Assign)
    assert isinstance(statement.value, ast.Dict)
    assert allows(statement.value)
