"""PDFium's words against those of pdfplumber, which shares no code with it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

import pdfplumber

from extractor.reading.model import Page
from extractor.reading.turned import displayed_box
from schemas.geometry import Box

_NEAR = 8.0  # points: how far apart the same word can be
_PARTED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\x00"))
_BULLETS = "●▪■◆♦‣⁃∙◦○►▶➢➤✓✔•◼◾▫□❖❑➔⮚"
_DASHES = dict.fromkeys(map(ord, "‐‑−\ufffe\u00ad"), "-")  # a soft one, too, where it is printed

Sides = tuple[float, float, float, float]


@dataclass
class Placed:
    """A word of either library: comparable text and box."""

    text: str
    sides: Sides


@dataclass
class Comparison:
    """How many words agree, and how far apart their boxes are."""

    words: int = 0
    same: int = 0
    across: list[float] = field(default_factory=list)
    down: list[float] = field(default_factory=list)
    unlike: list[str] = field(default_factory=list)

    def add(self, other: Comparison) -> None:
        self.words += other.words
        self.same += other.same
        self.across += other.across
        self.down += other.down
        self.unlike += other.unlike


def comparable(text: str) -> str:
    """Without ligatures, invisible characters and differences of bullets, hyphens, raised marks."""
    text = unicodedata.normalize("NFKC", text.translate(_PARTED)).translate(_INVISIBLE)
    text = text.translate(_DASHES).replace("ʼ", "’").replace(" ", "")
    marks = (char in _BULLETS or "\ue000" <= char <= "\uf8ff" for char in text)
    return "".join("•" if mark else char for char, mark in zip(text, marks, strict=True))


def oracle_words(path: Path, numbers: list[int], password: str = "") -> dict[int, list[Placed]]:
    """What pdfplumber reads on some pages (from 1)."""
    found = {}
    with pdfplumber.open(path, password=password) as pdf:
        for number in numbers:
            page = pdf.pages[number - 1]
            words = page.extract_words(x_tolerance=1.5, keep_blank_chars=False)
            found[number] = [
                Placed(text, (one["x0"], one["top"], one["x1"], one["bottom"]))
                for one in words
                if (text := comparable(one["text"]))
            ]
            page.close()
    return found


def own_words(page: Page) -> list[Placed]:
    """Our words with their boxes as the page is displayed."""
    found = []
    for word in page.words:
        box = Box(word.page, *word[2:6])
        sides = displayed_box(page, box)[1:] if page.turn else box[1:]
        found.append(Placed(comparable(word.text), sides))
    return [one for one in found if one.text]


def compare(oracle: list[Placed], own: list[Placed], into: Comparison) -> None:
    """Match words one to one; what is left is matched where one of two has parted the other's."""
    left = list(own)
    rest = []
    for word in oracle:
        into.words += 1
        near = [one for one in left if one.text == word.text and _distance(one, word) < _NEAR]
        if not near:
            rest.append(word)
            continue
        best = min(near, key=lambda one: _distance(one, word))
        left.remove(best)
        into.same += 1
        into.across += [abs(best.sides[0] - word.sides[0]), abs(best.sides[2] - word.sides[2])]
        into.down += [abs(best.sides[1] - word.sides[1]), abs(best.sides[3] - word.sides[3])]
    _match_parted(rest, left, into)


def _match_parted(rest: list[Placed], left: list[Placed], into: Comparison) -> None:
    """A word that we have parted at a raised mark or a swallowed space, or that the oracle has."""
    for word in rest:
        inside = sorted((one for one in left if _holds(word, one)), key=lambda one: one.sides[0])
        around = next((one for one in left if _holds(one, word) and word.text in one.text), None)
        if inside and "".join(one.text for one in inside) == word.text:
            into.same += 1
            left = [one for one in left if not any(one is part for part in inside)]
        elif around is not None:
            into.same += 1
        else:
            into.unlike.append(word.text)


def _distance(one: Placed, other: Placed) -> float:
    across = abs(one.sides[0] - other.sides[0])
    return across + abs(one.sides[1] - other.sides[1]) / 2


def _holds(one: Placed, other: Placed) -> bool:
    x = (other.sides[0] + other.sides[2]) / 2
    y = (other.sides[1] + other.sides[3]) / 2
    x0, top, x1, bottom = one.sides
    return x0 - 1 <= x <= x1 + 1 and top - 4 <= y <= bottom + 4


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]
