"""The rules of the house that a script can count: ``house.yaml`` has what is allowed as yet."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests import house
from tests.house import Module, counts, modules, rules

MODULES = modules()
COUNTS = counts(MODULES)


@pytest.mark.parametrize("name", COUNTS)
def test_no_count_goes_up(name: str) -> None:
    assert COUNTS[name] <= rules()["ceilings"][name]


@pytest.mark.parametrize(("rule", "found"), house.breaches(MODULES).items())
def test_no_rule_is_broken_anew(rule: str, found: list[object]) -> None:
    assert [one for one in found if one not in rules()["breaches"][rule]] == []


def module(source: str, name: str = "pack.example") -> Module:
    return Module(name, f"{name.replace('.', '/')}.py", dedent(source).lstrip())


def test_imports_are_found_wherever_they_stand() -> None:
    example = module(
        """
        import pack.first
        from typing import TYPE_CHECKING
        from pack import second, word
        if TYPE_CHECKING:
            from pack.third import Third
        def later():
            from pack.fourth import fourth
        """
    )
    known = {"pack", "pack.first", "pack.second", "pack.third", "pack.fourth", "pack.example"}
    assert house.imports(example, known) == {"pack.first", "pack.second", "pack.fourth"}
    assert house.imports(module("from pack import word"), known) == {"pack"}


def test_circles_are_found_by_any_way_round() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a", "e"}, "e": set(), "f": {"f"}}
    assert house.circles(graph) == [["a", "b", "c"], ["f"]]


def test_complexity_counts_branches_over_lines_of_code() -> None:
    example = module(
        '''
        def first(given):
            """A docstring
            of two lines."""
            # a comment
            if given and given > 1 or given is None:  # if, and, or

                return [one for one in given if one]  # for, if
            return 1
        '''
    )
    assert house.complexity_per_10_lines([example]) == 10 * 6 / 4
    assert house.complexity_per_10_lines([module("def first():\n    return 1")]) == 10 * 1 / 2


def test_a_number_needs_a_reason() -> None:
    example = module(
        '''
        BARE = 3
        SAID_WHY = 2.5  # points
        # above
        ABOVE = 4
        AFTER_IT = -5
        BELOW: int = 6
        """Half a line."""
        SUM, PAIR = 2 * 3, (1, 2)
        TEXT = "no number"
        FLAG = True
        name = 7
        '''
    )
    assert house.bare_constants(example) == ["BARE", "AFTER_IT", "(SUM, PAIR)"]
    assert house.bare_constants(module("_PAIR = (1, 2 * 3)")) == ["_PAIR"]


def test_callers_of_private_functions_are_counted() -> None:
    example = module(
        """
        def _once(): return _twice() + _twice()
        def _twice(): ...
        def __dunder__(): return _once()
        class Kind:
            def _never(self): ...
        """
    )
    assert house.private_functions(example) == {"_once": 1, "_twice": 2, "_never": 0}


def test_words_of_our_own_are_found_in_names_of_all_kinds() -> None:
    example = module(
        """
        from pack.whose import x as what_is_said
        def settle_it(ways): return ways.standing
        class QuietLook: ...
        always, outstanding = "told", heard
        """,
        "pack.retellings",
    )
    found = ["retellings", "settle_it", "QuietLook", "what_is_said", "ways", "ways", "standing"]
    assert sorted(house.private_words(example)) == sorted(found)


def test_texts_searched_again_are_found() -> None:
    example = module(
        """
        block.text.rfind(finding.sentence)
        text.partition(the_predicate.lower())
        text.find("phrase")
        text.find(word)
        """
    )
    assert house.searches_again(example) == [1, 2]
