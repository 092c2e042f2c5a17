"""The documents say what is so: commands exist, examples give what is shown, links lead somewhere.

A block ``console`` is a command with its output, and is run; a block ``python`` is run, and prints
the block without a language that follows it; a block ``sh`` is held against the commands and their
options; what is not ``findings`` or ``make`` is passed over.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import typer

from cli.main import app
from extractor import read_sentence
from extractor.checks.documentation import renewed as checks_renewed
from extractor.checks.registry import all_checks
from schemas.contract.dictionary import dictionary
from schemas.contract.tables import TABLES
from schemas.finding import Finding
from schemas.framework import Framework, load_framework
from tests.documents import DOCS, PATHS, ROOT, marked, put, stand_among_samples
from tests.documents import renewed as examples_renewed

TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in PATHS}
NAMES = [*TEXTS]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\((?!https?://)([^)#]*)(?:#([^)]*))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.M)
WITH_A_PAGE = {"evaluation"}  # of the rooms of corpora; the others share one


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


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples, and a corpus of them."""
    path = tmp_path_factory.mktemp("documents")
    stand_among_samples(path)
    return path


@pytest.fixture
def folder(samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a reader of the documents stands."""
    monkeypatch.chdir(samples)
    monkeypatch.setenv("COLUMNS", "80")
    return samples


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


@pytest.mark.parametrize("name", [name for name in NAMES if blocks(name, "console")])
def test_the_examples_give_what_is_shown(folder: Path, name: str) -> None:
    assert examples_renewed(TEXTS[name]) == TEXTS[name], "run make docs"
    shown = "\n".join(blocks(name, "console"))
    printed = [line for line in shown.splitlines() if not line.startswith("$ ")]
    assert printed
    assert max(map(len, printed)) <= 80


@pytest.mark.parametrize("name", [name for name in NAMES if blocks(name, "python")])
def test_the_library_examples_run(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kinds_and_texts = BLOCK.findall(TEXTS[name])
    for (kind, example), (_, shown) in pairwise(kinds_and_texts):
        if kind == "python":
            exec(compile(example, name, "exec"), {})
            assert capsys.readouterr().out == shown


def anchors(name: str) -> set[str]:
    """What the headings of a document are called in links, as GitHub makes it."""
    titles = (title.lower().replace("`", "") for title in HEADING.findall(TEXTS[name]))
    return {re.sub(r"[^\w -]", "", title).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_to_files_and_headings(name: str) -> None:
    for target, heading in LINK.findall(TEXTS[name]):
        path = (ROOT / name).parent / target if target else ROOT / name
        assert path.exists(), target
        found = path.resolve().relative_to(ROOT).as_posix()
        if heading:
            assert heading in anchors(found), f"{target}#{heading}"


def rooms(package: str) -> set[str]:
    """The folders of modules right below a package."""
    return {path.parent.name for path in (ROOT / package).glob("*/__init__.py")}


def test_every_room_has_its_page() -> None:
    pages = {path.stem for path in DOCS.glob("*.md")}
    assert rooms("extractor") | WITH_A_PAGE <= pages
    others = rooms("corpora") - WITH_A_PAGE
    assert others <= anchors("docs/corpora.md")


def test_every_page_is_in_the_index() -> None:
    listed = {target for target, _ in LINK.findall(TEXTS["docs/README.md"])}
    assert {path.name for path in DOCS.glob("*.md")} - {"README.md"} <= listed


def interval(finding: Finding) -> str:
    """The interval of a finding as the documents write it."""
    assert finding.low is not None
    assert finding.high is not None
    opens, closes = "[" if finding.low_closed else "(", "]" if finding.high_closed else ")"
    return f"{opens}{round(finding.low, 3):g}, {round(finding.high, 3):g}{closes}"


INTERVALS = re.findall(r"^\| ([^|`]+) \| ([\[(].*?[\])]) \|", TEXTS["docs/statements.md"], re.M)


@pytest.mark.parametrize(("printed", "allowed"), INTERVALS)
def test_an_interval_is_what_is_read(printed: str, allowed: str) -> None:
    of = "" if re.search(r" of( the)? \d", printed) else " of"
    (finding, *_) = read_sentence(f"{printed.capitalize()}{of} cases had a plan.")
    assert finding.text.lower() == printed
    assert interval(finding) == allowed


def test_figures_are_put_between_their_marks() -> None:
    text = "a\n<!-- speed: written by x -->\nold\n<!-- end -->\nb\n"
    assert marked(text) == ["speed"]
    assert put(text, "speed", "new\n") == text.replace("old", "new")
    with pytest.raises(ValueError, match="no one mark"):
        put(text, "size", "new")
    written = [name for text in TEXTS.values() for name in marked(text)]
    assert len(written) == len(set(written))


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    named = {word for text in TEXTS.values() for word in re.findall(r"`make ([a-z-]+)`", text)}
    assert named <= targets
    assert {words[1] for words in shell_lines() if words[0] == "make"} <= targets


@pytest.mark.parametrize("name", NAMES)
def test_paths_in_code_style_exist(name: str) -> None:
    spans = re.findall(
        r"`((?:schemas|extractor|corpora|cli|tests|requirements|docs)/[^`]*)`", TEXTS[name]
    )
    assert [path for path in spans if not any(ROOT.glob(path.rstrip("/")))] == []


def test_the_dictionary_is_that_of_the_tables() -> None:
    assert TEXTS["DATA.md"] == dictionary(), "run make schemas"
    for table in TABLES.values():
        assert all(f"| `{column}` |" in dictionary() for column in table.header)


def test_the_checks_are_documented_as_they_are() -> None:
    text = TEXTS["docs/checks.md"]
    assert checks_renewed(text) == text, "run make schemas"
    assert all(f"\n| `{check.code}` |" in text for check in all_checks())


def test_the_checks_need_their_marks() -> None:
    with pytest.raises(ValueError, match="where the checks begin"):
        checks_renewed("no mark")


def test_the_family_to_begin_with_is_valid(tmp_path: Path) -> None:
    (text,) = blocks("docs/frameworks.md", "yaml")
    first = text.splitlines()[0]
    schema = re.search(r"\$schema=\.\./(\S+)", first)
    assert schema
    assert (ROOT / schema[1]).is_file()
    (tmp_path / "family.yaml").write_text(text, encoding="utf-8")
    assert isinstance(load_framework(tmp_path / "family.yaml"), Framework)
