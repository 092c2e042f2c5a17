"""The rules of the house that a script can count.

What is listed here as a breach, and every ceiling, may only go down.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from textwrap import dedent

import pytest

from tests import house
from tests.house import PACKAGES, ROOT, Module, modules

MOST_MODULES = 15  # of one folder: as many as one takes in at a glance
NAMES_OF_MANY = {"__init__.py", "py.typed", "model.py", "settings.py"}

CROWDED_FOLDERS = {"extractor/outline"}
NAMES_TWICE = {"reader.py", "sentences.py"}
CIRCLES: list[list[str]] = []

CEILINGS = {
    "entries of the extractor": 16,  # 15 is the aim
    "complexity for each 10 lines of functions": 6.1,
    "numbers without a reason": 44,
    "percent of private functions with one caller": 75,
    "names of the private vocabulary": 160,
    "texts searched again": 7,
}

MODULES = modules()


@cache
def counts() -> dict[str, float]:
    """What the ceilings are about, as it is now."""
    callers = [many for one in MODULES for many in house.private_functions(one).values()]
    apart = {"__init__.py", "py.typed", "__pycache__"}
    entries = [path.name for path in (ROOT / "extractor").iterdir() if path.name not in apart]
    return {
        "entries of the extractor": len(entries),
        "complexity for each 10 lines of functions": round(
            house.complexity_per_10_lines(MODULES), 1
        ),
        "numbers without a reason": sum(len(house.bare_constants(one)) for one in MODULES),
        "percent of private functions with one caller": round(
            100 * callers.count(1) / len(callers)
        ),
        "names of the private vocabulary": sum(len(house.private_words(one)) for one in MODULES),
        "texts searched again": sum(len(house.searches_again(one)) for one in MODULES),
    }


def test_no_folder_is_crowded() -> None:
    files = [one.path.rpartition("/") for one in MODULES]
    folders = Counter(folder for folder, _, name in files if name != "__init__.py")
    crowded = {folder for folder, many in folders.items() if many > MOST_MODULES} - {"cli"}
    assert crowded <= CROWDED_FOLDERS


def test_a_file_name_occurs_once() -> None:
    """A command may be called what it calls."""
    names = Counter(
        path.name
        for package in PACKAGES
        if package != "cli"
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    )
    assert {name for name, many in names.items() if many > 1} - NAMES_OF_MANY <= NAMES_TWICE


def test_no_modules_import_each_other() -> None:
    known = {one.name for one in MODULES}
    found = house.circles({one.name: house.imports(one, known) for one in MODULES})
    assert [circle for circle in found if circle not in CIRCLES] == []


@pytest.mark.parametrize("name", CEILINGS)
def test_no_count_goes_up(name: str) -> None:
    assert counts()[name] <= CEILINGS[name]


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
