"""Counts of what the house rules are about, from the packages' own source.

    python -m tests.house [--lower]

Says which ceilings of ``house.yaml`` are higher than they need be and which breaches are mended;
``--lower`` writes them as they are now, if no count has gone up.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import subprocess
import sys
import tokenize
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("schemas", "extractor", "corpora", "cli")

RULES = Path(__file__).with_name("house.yaml")
MOST_MODULES = 15  # of one folder: as many as one takes in at a glance
NAMES_OF_MANY = {"__init__.py", "py.typed", "model.py", "settings.py"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
BRANCHES = (
    *(*FUNCTIONS, ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.IfExp),
    *(ast.comprehension, ast.Assert),
)
# Words of this project alone, which say nothing to who reads it first.
PRIVATE_WORDS = frozenset(
    {"told", "said", "retelling", "retellings", "ways", "quiet", "island", "islands", "whose"}
    | {"hear", "hears", "standing", "settle", "settled", "settles"}
)
SEARCHES = frozenset({"find", "rfind", "index", "rindex", "partition", "rpartition"})
TEXTS = re.compile("sentence|predicate|population|phrase")


@dataclass(frozen=True)
class Module:
    """One file of code, by its dotted name and by its path from the root."""

    name: str
    path: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def comments(self) -> dict[int, bool]:
        """Lines with a comment, and whether they have nothing else."""
        found = {}
        for token in tokenize.generate_tokens(io.StringIO(self.source).readline):
            if token.type == tokenize.COMMENT:
                found[token.start[0]] = not token.line[: token.start[1]].strip()
        return found


def modules() -> list[Module]:
    """All modules of the packages, in a fixed order."""
    paths = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return [_module(path) for path in paths]


def _module(path: Path) -> Module:
    at = path.relative_to(ROOT)
    parts = at.parent.parts if path.name == "__init__.py" else at.with_suffix("").parts
    return Module(".".join(parts), at.as_posix(), path.read_text(encoding="utf-8"))


# Imports


def imports(module: Module, known: set[str]) -> set[str]:
    """The modules among those known that a module names in its imports, for types only apart."""
    found: set[str] = set()
    for node in _run(module.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            parts = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (parts & known) or {node.module}
    return found & known - {module.name}


def _run(node: ast.AST) -> Iterator[ast.AST]:
    """All of a tree but what stands under ``if TYPE_CHECKING``."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)):
            yield from _run(child)


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Groups of modules that import each other, by whatever way round."""
    reached = {name: _reached(graph, name) for name in graph}
    groups = {
        tuple(sorted(other for other in reached[name] if name in reached[other]))
        for name in graph
        if name in reached[name]
    }
    return sorted(map(list, groups))


def _reached(graph: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    left = [start]
    while left:
        new = graph[left.pop()] - found
        found |= new
        left += new
    return found


# Counts


def complexity_per_10_lines(listed: list[Module]) -> float:
    """Cyclomatic complexity of all functions for each ten lines of their code.

    A function counts one, and one more for each branch, each condition of a comprehension and each
    ``and`` or ``or``. Empty lines, comments and docstrings are no code.
    """
    complexity = lines = 0
    for module in listed:
        for function in _outer_functions(module.tree):
            complexity += sum(map(_complexity, ast.walk(function)))
            lines += len(_code(function, module))
    return 10 * complexity / lines


def _outer_functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTIONS):
            yield child
        else:
            yield from _outer_functions(child)


def _complexity(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    conditions = len(node.ifs) if isinstance(node, ast.comprehension) else 0
    return int(isinstance(node, BRANCHES)) + conditions


def _code(function: ast.FunctionDef | ast.AsyncFunctionDef, module: Module) -> set[int]:
    texts = module.source.splitlines()
    lines = set(range(function.lineno, (function.end_lineno or function.lineno) + 1))
    for node in ast.walk(function):
        if isinstance(node, FUNCTIONS) and ast.get_docstring(node):
            lines -= set(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
    return {
        line for line in lines if texts[line - 1].strip() and not module.comments.get(line, False)
    }


def bare_constants(module: Module) -> list[str]:
    """Numbers of a module's own that neither a comment nor a text below gives a reason for."""
    found = []
    body = module.tree.body
    for at, node in enumerate(body):
        name = _constant(node)
        if name and not (_commented(node, module.comments) or _is_text(body[at + 1 : at + 2])):
            found.append(name)
    return found


def constants(module: Module) -> list[str]:
    """Names of the numbers that stand at the top of a module."""
    return [name for node in module.tree.body if (name := _constant(node))]


def _constant(node: ast.stmt) -> str | None:
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target, value = node.targets[0], node.value
    elif isinstance(node, ast.AnnAssign) and node.value:
        target, value = node.target, node.value
    else:
        return None
    if not (ast.unparse(target).isupper() and _is_number(value)):
        return None
    return ast.unparse(target)


def _is_number(value: ast.expr) -> bool:
    """Numbers, sums of them, and several at once."""
    parts = list(ast.walk(value))
    numbers = [node for node in parts if isinstance(node, ast.Constant)]
    kinds = (ast.Constant, ast.UnaryOp, ast.BinOp, ast.Tuple, ast.operator, ast.unaryop, ast.Load)
    return (
        bool(numbers)
        and all(isinstance(node, kinds) for node in parts)
        and all(type(node.value) in (int, float) for node in numbers)
    )


def _commented(node: ast.stmt, comments: dict[int, bool]) -> bool:
    """On one of its own lines, or on the line above and nothing else there."""
    own = range(node.lineno, (node.end_lineno or node.lineno) + 1)
    return any(line in comments for line in own) or comments.get(node.lineno - 1, False)


def _is_text(following: list[ast.stmt]) -> bool:
    return any(
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for node in following
    )


def private_functions(module: Module) -> dict[str, int]:
    """How often each private function of a module is named in it, its own definition apart."""
    named = Counter(
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(module.tree)
        if isinstance(node, (ast.Name, ast.Attribute))
    )
    return {
        node.name: named[node.name]
        for node in ast.walk(module.tree)
        if isinstance(node, FUNCTIONS) and re.match("_[^_]", node.name)
    }


def private_words(module: Module) -> list[str]:
    """Names with a word of the private vocabulary: of the file, and of whatever is in it."""
    names = [Path(module.path).stem, *_names(module.tree)]
    return [name for name in names if PRIVATE_WORDS & _words(name)]


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        for field in ("id", "attr", "arg", "name", "asname"):
            if isinstance(name := getattr(node, field, None), str):
                yield name


def _words(name: str) -> set[str]:
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
    return set(re.findall("[a-z]+", parted.lower()))


def searches_again(module: Module) -> list[int]:
    """Lines where a text is looked for that was cut out of another, and so had a place there."""
    return [
        node.lineno
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SEARCHES
        and any(TEXTS.search(name) for given in node.args for name in _names(given))
    ]


# The rules


def counts(listed: list[Module]) -> dict[str, float]:
    """What the ceilings are about, as it is now."""
    callers = [many for one in listed for many in private_functions(one).values()]
    apart = {"__init__.py", "py.typed", "__pycache__"}
    entries = [path.name for path in (ROOT / "extractor").iterdir() if path.name not in apart]
    return {
        "entries of the extractor": len(entries),
        "complexity for each 10 lines of functions": round(complexity_per_10_lines(listed), 1),
        "numbers without a reason": sum(len(bare_constants(one)) for one in listed),
        "percent of private functions with one caller": round(
            100 * callers.count(1) / len(callers)
        ),
        "names of the private vocabulary": sum(len(private_words(one)) for one in listed),
        "texts searched again": sum(len(searches_again(one)) for one in listed),
    }


def breaches(listed: list[Module]) -> dict[str, list[Any]]:
    """What is against a rule that has no ceiling."""
    known = {one.name for one in listed}
    return {
        "crowded folders": crowded_folders(listed),
        "file names that occur twice": names_twice(),
        "circles of imports": circles({one.name: imports(one, known) for one in listed}),
    }


def crowded_folders(listed: list[Module]) -> list[str]:
    """Folders of too many modules; the commands stand side by side."""
    files = [one.path.rpartition("/") for one in listed]
    folders = Counter(folder for folder, _, name in files if name != "__init__.py")
    return sorted(one for one, many in folders.items() if many > MOST_MODULES and one != "cli")


def names_twice() -> list[str]:
    """File names of more than one place; a command may be called what it calls."""
    names = Counter(
        path.name
        for package in PACKAGES
        if package != "cli"
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    )
    return sorted({name for name, many in names.items() if many > 1} - NAMES_OF_MANY)


@cache
def rules() -> dict[str, dict[str, Any]]:
    """The ceilings and the breaches that are known."""
    listed: dict[str, dict[str, Any]] = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    return listed


def needlessly_excepted() -> list[str]:
    """Files that ``pyproject.toml`` lets off the limit of complexity, and that keep to it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lint: dict[str, Any] = project["tool"]["ruff"]["lint"]
    limit = f"lint.mccabe.max-complexity={lint['mccabe']['max-complexity']}"
    ruff = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "C901"]
    return [
        path
        for path, codes in lint["per-file-ignores"].items()
        if "C901" in codes
        and not subprocess.run(
            [*ruff, "--config", limit, path], cwd=ROOT, capture_output=True, check=False
        ).returncode
    ]


def main() -> None:
    """Hold the rules against the source, and write them anew if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lower", action="store_true", help="write what is so now")
    lower = parser.parse_args().lower
    listed = modules()
    now: dict[str, dict[str, Any]] = {"ceilings": counts(listed), "breaches": breaches(listed)}
    for name, number in now["ceilings"].items():
        if number > rules()["ceilings"][name]:
            sys.exit(f"{name}: {number}, and may be {rules()['ceilings'][name]}")
    if lower:
        comment = RULES.read_text(encoding="utf-8").partition("ceilings:")[0]
        RULES.write_text(comment + yaml.safe_dump(now, sort_keys=False), encoding="utf-8")
    elif now != rules():
        sys.exit("better than the rules: write them with python -m tests.house --lower")
    if mended := needlessly_excepted():
        sys.exit(f"no longer complex, so take them off pyproject.toml: {', '.join(mended)}")


if __name__ == "__main__":
    main()
