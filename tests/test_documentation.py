"""The documents say what is so: commands exist, examples give what is shown, links lead somewhere.

A block ``console`` is a command with its output, and is run; a block ``sh`` is held against the
commands and their options; what is not ``findings`` or ``make`` is passed over.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from cli.main import app
from corpora.corpus import Corpus
from extractor.checks.run import CHECKS
from schemas.contract.dictionary import dictionary, renewed
from schemas.contract.tables import TABLES
from schemas.framework import Framework, load_framework
from tests.readme import ROOT, stand_among_samples
from tests.readme import renewed as readme_renewed

NAMES = ["README.md", "METHODOLOGY.md", "DATA.md", "CONTRIBUTING.md", "CHANGELOG.md"]
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in NAMES}
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\((?!https?://)([^)#]+)(?:#[^)]*)?\)")


def blocks(name: str, language: str) -> list[str]:
    """The code blocks of a document that are of one language."""
    return [text for kind, text in BLOCK.findall(TEXTS[name]) if kind == language]


def dialogues(name: str) -> list[list[str]]:
    """Arguments of each ``findings`` that a document shows with its output."""
    words = [shlex.split(block.splitlines()[0]) for block in blocks(name, "console")]
    assert all(one[:2] == ["$", "findings"] for one in words)
    return [one[2:] for one in words]


def shell_lines() -> Iterator[list[str]]:
    """Every command line of every document, in words."""
    for name in NAMES:
        for block in blocks(name, "sh"):
            yield from map(shlex.split, block.splitlines())


FINDINGS = [words[1:] for words in shell_lines() if Path(words[0]).name == "findings"]
COMMANDS = [*FINDINGS, *(one for name in NAMES for one in dialogues(name))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a reader of the README stands: the samples in a folder called ``reports``."""
    stand_among_samples(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_and_its_options_exist(arguments: list[str]) -> None:
    commands = typer.main.get_command(app)
    name, *rest = arguments
    if name == "--help":
        return
    known = commands.commands[name]  # type: ignore[attr-defined]
    if hasattr(known, "commands"):  # a group: its own commands come next
        name, *rest = rest
        known = known.commands[name]
    words = [word for word in rest if word != ">" and not word.endswith("answer.csv")]
    with known.make_context(name, words, resilient_parsing=True) as context:
        given = {word.partition("=")[0] for word in words if word.startswith("--")}
        options = {one for option in context.command.params for one in option.opts}
        assert given <= options


def test_every_command_is_documented() -> None:
    named = {arguments[0] for arguments in COMMANDS} | {"demo"}  # which make demo runs
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert set(commands) <= named
    assert [name for name, one in commands.items() if not one.help] == []


def test_the_examples_give_what_is_shown(folder: Path) -> None:
    assert readme_renewed(TEXTS["README.md"]) == TEXTS["README.md"], "run make docs"
    shown = "\n".join(blocks("README.md", "console"))
    printed = [line for line in shown.splitlines() if not line.startswith("$ ")]
    assert max(map(len, printed)) <= 80


def test_the_library_example_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert CliRunner().invoke(app, ["convert", "reports", "--out", "corpus"]).exit_code == 0
    (example,) = blocks("README.md", "python")
    exec(compile(example, "README.md", "exec"), {})
    shown = next(one for one in blocks("README.md", "") if one.startswith("Westmarch"))
    assert capsys.readouterr().out == shown


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_to_files(name: str) -> None:
    targets = LINK.findall(TEXTS[name])
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    named = {word for text in TEXTS.values() for word in re.findall(r"`make ([a-z]+)`", text)}
    assert named <= targets
    assert {words[1] for words in shell_lines() if words[0] == "make"} <= targets


@pytest.mark.parametrize("name", NAMES)
def test_paths_in_code_style_exist(name: str) -> None:
    spans = re.findall(
        r"`((?:schemas|extractor|corpora|cli|tests|requirements)/[^`]*)`", TEXTS[name]
    )
    assert [path for path in spans if not any(ROOT.glob(path.rstrip("/")))] == []


def test_the_dictionary_is_that_of_the_tables() -> None:
    assert renewed(TEXTS["DATA.md"]) == TEXTS["DATA.md"], "run make schemas"
    for table in TABLES.values():
        assert all(f"| `{column}` |" in dictionary() for column in table.header)


def test_the_dictionary_needs_its_mark() -> None:
    with pytest.raises(ValueError, match="where the dictionary begins"):
        renewed("no mark")


def test_what_is_said_to_be_empty_is_empty(folder: Path) -> None:
    CliRunner().invoke(app, ["convert", "reports", "--out", "corpus"])
    corpus = Corpus.open("corpus")
    said = next(text for text in TEXTS["DATA.md"].split("\n\n") if text.startswith("**Empty"))
    for table, names in re.findall(r"In `(\w+)`: ((?:`\w+`(?:, )?)+)", said):
        columns = re.findall(r"\w+", names)
        rows = corpus.table(table)
        assert rows
        assert {row[column] for row in rows for column in columns} == {None}


def test_every_check_is_explained() -> None:
    rows = re.findall(r"^\| (`[\w`, ]+`) \|", TEXTS["METHODOLOGY.md"], re.M)
    assert {check.code for check in CHECKS} <= set(re.findall(r"\w+", " ".join(rows)))


def test_the_family_to_begin_with_is_valid(tmp_path: Path) -> None:
    (text,) = blocks("CONTRIBUTING.md", "yaml")
    first = text.splitlines()[0]
    schema = re.search(r"\$schema=\.\./(\S+)", first)
    assert schema
    assert (ROOT / schema[1]).is_file()
    (tmp_path / "family.yaml").write_text(text, encoding="utf-8")
    assert isinstance(load_framework(tmp_path / "family.yaml"), Framework)
