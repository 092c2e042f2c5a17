"""Each tolerance is a setting: it says what it is, is read, and has been measured."""

from __future__ import annotations

import ast
import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import extractor
from extractor.layout.settings import LAYOUT
from extractor.settings import varied
from tests.sensitivity import PAGE, ROW, cells_of, moved, renewed, rooms, settings, shown

PACKAGE = Path(extractor.__file__).parent
ROOMS = ("reading", "layout", "outline")
LATER = {"assembly", "language", "frameworks", "metadata", "content"}  # rooms with settings too
SETTINGS = [pytest.param(room, one, id=f"{room}.{one.name}") for room, one in settings()]
# Not of what is measured: none, whole, half of it, and the scale of a picture.
PLAIN = {0.0, 1.0, 0.5, 1.5, 2.0}


def code(room: str) -> list[Path]:
    return [path for path in (PACKAGE / room).rglob("*.py") if path.name != "settings.py"]


@pytest.mark.parametrize(("room", "one"), SETTINGS)
def test_a_setting_says_what_it_is(room: str, one: object) -> None:
    name, value, unit, decides, source = one  # type: ignore[misc]
    assert value
    assert unit
    assert source
    assert re.fullmatch(r"[A-Z].*\.", decides), name


def test_each_setting_is_read_somewhere() -> None:
    whole = "\n".join(path.read_text("utf-8") for room in (*ROOMS, *LATER) for path in code(room))
    unread = [name for _, (name, *_) in settings() if not re.search(rf"\b[A-Z]+\.{name}\b", whole)]
    assert unread == []


@pytest.mark.parametrize("path", [path for room in ROOMS for path in code(room)], ids=str)
def test_no_tolerance_stands_in_the_code(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    numbers = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert [one for one in numbers if isinstance(one, float) and one not in PLAIN] == []


def test_the_page_of_settings_is_what_the_code_says() -> None:
    page = PAGE.read_text("utf-8")
    assert page == renewed(page), "python -m tests.sensitivity --text"


@pytest.mark.parametrize(("room", "one"), SETTINGS)
def test_a_setting_was_measured_at_its_value(room: str, one: object) -> None:
    value, *sides = cells_of(PAGE.read_text("utf-8"))[f"{room}.{one.name}"]  # type: ignore[attr-defined]
    assert value == shown(one)  # type: ignore[arg-type]
    assert all(sides)


def test_a_row_is_found_again() -> None:
    line = "| `larger` | 1.12 × running text | Size | CSS | 0.896: 1 · 2 · 0 · 0 | 1.344: same |"
    match = ROW.match(line)
    assert match
    assert match["low"] == "0.896: 1 · 2 · 0 · 0"


@pytest.mark.parametrize(
    ("value", "factor", "expected"),
    [(1.0, 0.8, 0.8), (3, 1.2, 4), (3, 0.8, 2), (40, 0.8, 32), (-0.4, 1.2, -0.48)],
)
def test_a_setting_moves_by_a_fifth_or_by_one(value: float, factor: float, expected: float) -> None:
    assert moved(value, factor) == expected


def test_a_setting_is_frozen_but_for_a_measurement() -> None:
    before = LAYOUT.larger
    with pytest.raises(FrozenInstanceError):
        LAYOUT.larger = 2.0  # type: ignore[misc]
    with varied(LAYOUT, larger=2.0):
        assert LAYOUT.larger == 2.0
    assert LAYOUT.larger == before


def test_only_what_is_a_setting_can_be_varied() -> None:
    with pytest.raises(AttributeError), varied(LAYOUT, largest=2.0):
        pass


def test_all_rooms_with_tolerances_have_settings() -> None:
    assert {name.partition(".")[0] for name in rooms()} == {*ROOMS, *LATER}
