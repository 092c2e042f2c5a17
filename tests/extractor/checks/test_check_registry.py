"""Every check that there is: found by itself, with its texts, its examples and its traps."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from extractor.checks import arithmetic
from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.excerpts import faults, read_example
from extractor.checks.registry import all_checks, check_modules, checks_of
from extractor.checks.run import run_checks
from tests.documents import ROOT

STRANGERS = """
from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.problem_places import at_text, problem


def find(evidence):
    for block in evidence.running_text:
        for sentence in evidence.sentences_of(block):
            if "to be confirmed" in sentence.text:
                place = sentence.place(evidence.report.report_id)
                yield problem(CHECK.code, "warning", "Something is to be confirmed.", [place])


CHECK = Check(
    code="to_be_confirmed",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.WORDING,
    sees="what a draft left open",
    cannot_see="what it left open in other words",
    examples=(Example("The date is to be confirmed.", says="Something is to be confirmed."),),
    traps=("The plan was confirmed.",),
)
"""


@pytest.fixture
def rooms_anew() -> Iterator[None]:
    """The rooms are looked through anew, and once more when the test is over."""
    all_checks.cache_clear()
    yield
    all_checks.cache_clear()


def loaded(path: Path, text: str) -> ModuleType:
    """A module outside the package."""
    path.write_text(text, encoding="utf-8")
    spec = spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def strangers_check(tmp_path: Path, text: str = STRANGERS) -> Check:
    (check,) = checks_of(loaded(tmp_path / "to_be_confirmed.py", text))
    return check


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_a_check_finds_its_examples_and_leaves_its_traps(check: Check) -> None:
    assert faults(check) == []


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_a_check_says_what_it_sees(check: Check) -> None:
    assert check.sees
    assert {"\n", "|"}.isdisjoint(check.sees + check.cannot_see)  # they are cells of a table


def test_every_module_of_a_room_has_a_check() -> None:
    assert [module.__name__ for module in check_modules() if not checks_of(module)] == []


def test_what_decides_first() -> None:
    codes = [check.code for check in all_checks()]
    assert codes[:4] == ["score_repeated", "score_words", "score_missing", "grade_rule"]
    assert codes.index("retold_number") < codes.index("retold_scope")
    assert codes.index("retold_number") < codes.index("summary_and_body")
    certainties = [check.certainty for check in all_checks()]
    assert certainties == sorted(certainties)
    assert set(certainties) == set(Certainty)


def test_no_two_checks_have_one_place() -> None:
    places = [(check.certainty, check.order) for check in all_checks()]
    assert len(set(places)) == len(places)


@pytest.mark.usefixtures("rooms_anew")
def test_a_file_put_into_a_room_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = read_example("The date is to be confirmed.").report
    assert run_checks(report, None) == []
    (tmp_path / "to_be_confirmed.py").write_text(STRANGERS, encoding="utf-8")
    monkeypatch.setattr(arithmetic, "__path__", [*arithmetic.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    all_checks.cache_clear()
    assert [problem.code for problem in run_checks(report, None)] == ["to_be_confirmed"]


@pytest.mark.usefixtures("rooms_anew")
def test_two_checks_of_one_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = STRANGERS.replace("to_be_confirmed", "impossible_share")
    (tmp_path / "second_with_the_code.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(arithmetic, "__path__", [*arithmetic.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    with pytest.raises(ValueError, match="two checks have one code: impossible_share"):
        all_checks()


def test_the_check_of_a_stranger_works(tmp_path: Path) -> None:
    assert faults(strangers_check(tmp_path)) == []


@pytest.mark.parametrize(
    ("right", "broken", "fault"),
    [
        ('if "to be confirmed"', 'if "left open"', "nothing"),
        ('if "to be confirmed"', 'if "confirmed"', "trap 'The plan was confirmed.'"),
        ("CHECK.code,", '"another_code",', "another_code"),
        ('CHECK.code, "warning"', 'CHECK.code, "error"', "'error'"),
        ('"Something is to be', '"Nothing is to be', "Nothing is to be confirmed."),
        ('{"warning": ""}', '{"warning": "", "error": ""}', "no example is of severity 'error'"),
        ('traps=("The plan was confirmed.",)', "traps=()", "no trap"),
    ],
    ids=["finds nothing", "too much", "code", "severity", "message", "severities", "no trap"],
)
def test_a_broken_check_is_at_fault(tmp_path: Path, right: str, broken: str, fault: str) -> None:
    assert right in STRANGERS
    found = faults(strangers_check(tmp_path, STRANGERS.replace(right, broken, 1)))
    assert len(found) == 1
    assert fault in found[0]


def test_an_example_is_found_once(tmp_path: Path) -> None:
    twice = Example("To be confirmed: it is to be confirmed. All is to be confirmed.", says="-")
    assert len(faults(replace(strangers_check(tmp_path), examples=(twice,)))) == 1


def test_a_family_that_is_not_there() -> None:
    with pytest.raises(KeyError, match="no-such-family"):
        read_example(Example("Text.", framework="no-such-family"))


def test_the_lines_of_an_example() -> None:
    report = read_example(
        Example(
            """
            Summary .... 2
            # Assisting sentencing
            ## 1.1 Assessment and planning to inform sentencing
            §1.4. We found:
            • 41% late
            | Office | Cases
            | North | 12
            """,
            framework="hmip-adult-offending-2013",
        )
    ).report
    kinds = ["contents", "heading", "heading", "paragraph", "item", "row", "row"]
    assert [block.kind for block in report.blocks] == kinds
    assert [block.page for block in report.blocks] == [1, 2, 3, 4, 5, 6, 7]
    chapter, section = report.sections
    assert (section.parent_id, section.number, section.level) == (chapter.section_id, "1.1", 2)
    assert (chapter.part, section.part, section.criterion) == ("outcome1", "outcome1", "1.1")
    assert (report.blocks[3].number, report.blocks[4].lead_in) == ("1.4.", "We found:")
    assert [(one.text, one.criterion) for one in report.findings[:1]] == [("41%", "1.1")]
    named = [(cell.row_header, cell.column_header, cell.text) for cell in report.table_cells]
    assert named[2:] == [(None, "Office", "North"), ("North", "Cases", "12")]


def test_the_check_of_the_guide_works(tmp_path: Path) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"^```py\n(.*?)^```$", guide, re.M | re.S)
    (check,) = checks_of(loaded(tmp_path / "of_the_guide.py", text))
    assert faults(check) == []
