"""Fictional reports in the designs that inspectorates publish, typeset with what is true of them.

A design is two files: a style (Typst) and a script (YAML). The script says which headings, how many
paragraphs, items and notes follow each other; their text is made up from a seed. Each piece that
is set tells its kind, its text and, once the pages are made, its page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst
import yaml

from corpora.samples.typeset import find_fonts
from tests.designs.prose import Prose

FOLDER = Path(__file__).parent
DESIGNS = sorted(path.stem for path in FOLDER.glob("*.yaml"))
_MADE_UP = re.compile(r"⟦(?P<what>sentence|item|para)(?: (?P<count>\d))?⟧")


@dataclass(frozen=True)
class Piece:
    """What was set: its kind, its text, the page it begins on, and a heading's level."""

    kind: str
    text: str
    page: int
    level: int = 0


@dataclass(frozen=True)
class Typeset:
    """A report with everything in it in the order of the source, and its headers and footers."""

    pdf: bytes
    pieces: list[Piece]
    furniture: list[str]


class _Script:
    """Writes the calls of one script."""

    def __init__(self, seed: int) -> None:
        self._prose = Prose(seed)
        self._numbers: dict[str, int] = {}

    def lines(self, body: list[dict[str, Any]]) -> Iterator[str]:
        for step in body:
            ((name, given),) = step.items()
            writer = getattr(self, f"_{name}", None)
            yield from writer(given) if writer else [_call(name, given)]

    def _raw(self, source: str) -> Iterator[str]:
        yield self._told(source)

    def _call(self, given: list[Any]) -> Iterator[str]:
        yield _call(given[0], *(self._told(one) for one in given[1:]))

    def _p(self, given: int | list[int]) -> Iterator[str]:
        times, sentences = given if isinstance(given, list) else (given, None)
        for _ in range(times):
            yield _call("p", self._prose.paragraph(sentences))

    def _np(self, given: list[Any]) -> Iterator[str]:
        prefix, times, sentences = [*given, None][:3]
        for _ in range(times):
            number = self._numbers[prefix] = self._numbers.get(prefix, 0) + 1
            yield _call("np", f"{prefix}{number}", self._prose.paragraph(sentences))

    def _items(self, count: int) -> Iterator[str]:
        yield _call("p", self._prose.lead())
        yield from self._bare_items(count)

    def _bare_items(self, count: int) -> Iterator[str]:
        ends = [";"] * (count - 1) + ["."]
        yield f"#items(({''.join(_quoted(self._prose.item() + end) + ', ' for end in ends)}))"

    def _told(self, text: Any) -> Any:
        """A text with what is to be made up made up."""
        return _MADE_UP.sub(self._made_up, text) if isinstance(text, str) else text

    def _made_up(self, match: re.Match[str]) -> str:
        if match["what"] == "para":
            return self._prose.paragraph(int(match["count"]) if match["count"] else None)
        return self._prose.item() if match["what"] == "item" else self._prose.sentence()


def _quoted(text: Any) -> str:
    return json.dumps(text, ensure_ascii=False)


def _call(name: str, *given: Any) -> str:
    return f"#{name}({', '.join(map(_quoted, given))})"


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=find_fonts(None))


def typeset(design: str, folder: Path, *, tagged: bool) -> Typeset:
    """Typeset a design into a folder; ``tagged``: with structure tags and bookmarks."""
    script = yaml.safe_load((FOLDER / f"{design}.yaml").read_text("utf-8"))
    source = folder / f"{design}.typ"
    parts = [(FOLDER / name).read_text("utf-8") for name in ("pieces.typ", f"{design}.typ")]
    source.write_text("\n".join([*parts, *_Script(script["seed"]).lines(script["body"])]), "utf-8")
    inputs = {"tagged": str(int(tagged))}
    compiler = typst.Compiler(source, root=folder, font_paths=_fonts(), sys_inputs=inputs)
    pdf = compiler.compile(format="pdf", pdf_tags=tagged)
    assert isinstance(pdf, bytes)
    told = json.loads(compiler.query("<piece>", field="value"))
    return Typeset(pdf, [Piece(**one) for one in told], script["furniture"])
