"""Expressions over words: each finds its examples where they are marked, and none of its traps."""

from __future__ import annotations

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest

from extractor.language.data_files import pattern_file, pattern_sources
from extractor.language.expressions import Expression, Expressions, expressions, with_parts
from extractor.language.patterns import CLOSE, OPEN, expected_span
from extractor.language.word_lists import shared_lists
from tests.extractor.alternatives import alternatives, exceptions, parts_with_exceptions

FILES = sorted(
    name.removesuffix(".yaml")
    for name in pattern_sources()
    if name.endswith(".yaml") and "expressions" in pattern_file(name.removesuffix(".yaml"))
)
ALL = [
    pytest.param(one, id=f"{name}:{one.id}") for name in FILES for one in expressions(name).values()
]


def found(
    one: Expression, marked: str, compiled: re.Pattern[str] | None = None
) -> tuple[int, int] | None:
    """Where an expression finds something in a text: in the part of it that it is looked for in.

    ``compiled``: what is looked for in the same part of the text instead.
    """
    text = marked.lower() if one.case == "lower" else marked
    compiled = compiled or one.compiled()
    if one.where == "before":
        match = compiled.search(text[: text.index(OPEN)])
    elif one.where == "after":
        match = compiled.match(text[text.index(CLOSE) + 1 :])
    else:
        text = text.replace(OPEN, "").replace(CLOSE, "")
        match = compiled.match(text) if one.where == "start" else compiled.search(text)
    return match.span() if match else None


@pytest.mark.parametrize("one", ALL)
def test_an_example_is_found_where_it_is_marked(one: Expression) -> None:
    for example in one.examples:
        assert (example.count(OPEN), example.count(CLOSE)) == (1, 1), example
        span = found(one, example)
        if one.where in ("start", "anywhere"):
            assert span == expected_span(example)[1], example
        assert span is not None, example


@pytest.mark.parametrize("one", ALL)
def test_every_alternative_has_an_example(one: Expression) -> None:
    for each in alternatives(one.regex):
        compiled = re.compile(each, one.compiled().flags)
        assert any(found(one, example, compiled) for example in one.examples), each


def test_alternatives_within_brackets_are_parts_of_one() -> None:
    assert alternatives(r"a(?:b|c)|[|(]\||d") == ["a(?:b|c)", r"[|(]\|", "d"]


def test_exceptions_are_left_out_one_by_one() -> None:
    assert list(exceptions(r"a(?!b(c)|[)])d(?<!e)\(?!")) == [
        (r"(?!b(c)|[)])", r"a(?:)d(?<!e)\(?!"),
        (r"(?<!e)", r"a(?!b(c)|[)])d(?:)\(?!"),
    ]


EXCEPTIONS = [
    pytest.param(
        expressions(name)[one["id"]], with_parts(name, without), id=f"{name}:{one['id']}:{left_out}"
    )
    for name in FILES
    for one in pattern_file(name)["expressions"]
    for left_out, without in exceptions(one["regex"])
]


def tells(one: Expression, without: str) -> bool:
    """Whether a trap or an example tells an expression from itself without an exception."""
    compiled = re.compile(without, one.compiled().flags)
    trapped = any(found(one, trap, compiled) for trap in one.traps)
    return trapped or any(found(one, text, compiled) != found(one, text) for text in one.examples)


@pytest.mark.parametrize(("one", "without"), EXCEPTIONS)
def test_every_exception_is_tested_by_a_trap_or_an_example(one: Expression, without: str) -> None:
    assert tells(one, without)


@pytest.mark.parametrize("name", FILES)
def test_so_is_every_exception_of_a_part(name: str) -> None:
    for key, left_out, parts in parts_with_exceptions(name):
        assert any(
            tells(expressions(name)[one["id"]], with_parts(name, one["regex"], parts))
            for one in pattern_file(name)["expressions"]
        ), (key, left_out)


@pytest.mark.parametrize("one", ALL)
def test_a_trap_is_not_found(one: Expression) -> None:
    for trap in one.traps:
        assert (OPEN in trap) == (one.where in ("before", "after")), trap
        assert found(one, trap) is None, trap


@pytest.mark.parametrize("name", FILES)
def test_ids_are_unique_parts_are_used_and_known_and_groups_agree(name: str) -> None:
    given = pattern_file(name)
    parts = given.get("parts", {})
    raw = "".join((*map(str, parts.values()), *(one["regex"] for one in given["expressions"])))
    assert len(expressions(name)) == len(given["expressions"])
    assert set(re.findall("⟨(.*?)⟩", raw)) - shared_lists().keys() == set(parts)
    assert not shared_lists().keys() & parts.keys()
    for group in {one.group for one in expressions(name).values() if one.group}:
        alike = {(one.case, one.where) for one in expressions(name).values() if one.group == group}
        assert len(alike) == 1


GROUPS = sorted(
    {(name, one.group) for name in FILES for one in expressions(name).values() if one.group}
)


@pytest.mark.parametrize(("name", "group"), GROUPS)
def test_a_group_finds_what_the_first_of_its_expressions_finds(name: str, group: str) -> None:
    together: re.Pattern[str] = getattr(Expressions(name), group)
    listed = [one for one in expressions(name).values() if one.group == group]
    for one in listed:
        for example in one.examples:
            each = [span for other in listed if (span := found(other, example))]
            first = found(one, example, together)
            assert first is not None, example
            assert first[0] == min(each)[0], example


def bound_to_files(tree: ast.Module) -> dict[str, str]:
    """The names of a module that are bound to a file of expressions."""
    bound = {}
    for node in tree.body:
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name)],
                value=ast.Call(func=ast.Name(id="Expressions"), args=[ast.Constant(value=file)]),
            ):
                bound[name] = str(file)
    return bound


def asked_for() -> dict[str, set[str]]:
    """The names that the code asks each file for."""
    asked: dict[str, set[str]] = {}
    for source in Path(str(files("extractor"))).rglob("*.py"):
        tree = ast.parse(source.read_text("utf-8"))
        bound = bound_to_files(tree)
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(value=ast.Name(id=name), attr=attribute) if name in bound:
                    asked.setdefault(bound[name], set()).add(attribute)
    return asked


def test_the_code_asks_for_every_expression_and_for_no_other() -> None:
    listed = {name: {one.group or one.id for one in expressions(name).values()} for name in FILES}
    assert asked_for() == listed


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no expression called 'nothing'"):
        _ = Expressions("context").nothing
