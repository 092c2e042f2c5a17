"""What a PDF or a file's name holds is text on the terminal, never a command."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from cli.terminal import complain, inert, one_line, print_json, print_rows, remark, stdout
from tests.cli.conftest import Command

EVIL = "\x1b[2J\x9b31m\x7f\u202e\udcff\x07"
SHOWN = r"\x1b[2J\x9b31m\x7f\u202e\xff\x07"


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – ‘text’ 😀\tand\n", "plain – ‘text’ 😀\tand\n"),
        (EVIL, SHOWN),
        ("\r\u2066\u200f\U000e0041", r"\x0d\u2066\u200f\U000e0041"),
    ],
    ids=["plain", "commands", "signs of nothing"],
)
def test_commands_are_escapes(text: str, shown: str) -> None:
    assert inert(text) == shown


def test_a_name_stays_in_its_line() -> None:
    assert one_line("a\nfindings: all is well") == r"a\nfindings: all is well"


def test_all_that_is_printed_is_inert(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "dumb")
    stdout().print(EVIL)
    for form in ("table", "csv", "json"):
        print_rows(["a", "b"], [[EVIL, 1]], form)  # type: ignore[arg-type]
    print_rows([*"abcdefgh"], [[EVIL] * 8], "table")
    complain(EVIL)
    remark(EVIL)
    printed = screen.getvalue() + capsys.readouterr().err
    assert inert(printed) == printed
    assert printed.count(r"\x9b31m") == 14


def test_what_is_piped_stays_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    print_json(["\x9b\u202e"])
    assert json.loads(capsys.readouterr().out) == ["\x9b\u202e"]


def test_a_file_with_a_hostile_name_is_named_in_one_harmless_line(
    findings: Command, tmp_path: Path
) -> None:
    (tmp_path / "a\x1b[2J\u202e\nb.pdf").write_bytes(b"no PDF")
    result = findings("convert", tmp_path, "--out", tmp_path / "corpus", code=1)
    assert inert(result.output) == result.output
    (line,) = [one for one in result.stderr.splitlines() if "not_a_pdf" in one]
    assert r"a\x1b[2J\u202e\nb.pdf" in line
