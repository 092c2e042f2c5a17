"""The words of a page: one text fetch, one regular expression, three calls a word.

Measured: per character 270 pages a second, per word 475. Only a word whose ends are set
differently, or that looks as if PDFium had swallowed a space in it, is looked at character by
character, so the loop of ``read`` is written flat.
"""

from __future__ import annotations

import re
from ctypes import c_double, c_ushort
from itertools import zip_longest
from typing import Any, NamedTuple

from extractor.reading import pdfium
from extractor.reading.model import Style, Word
from extractor.reading.normalise import HYPHEN_MARK, plain, raised
from extractor.reading.pdfium import Quad
from extractor.reading.styles import Styles

_WORD = re.compile(r"[^\s\x00-\x1f\ufffe]+\ufffe?|\ufffe")
# A space may be swallowed after a list's number or mark and between the cells of a table; a raised
# mark may end the word or stand between two.
_SUSPECT = re.compile(
    r"^(?:\(?\d{1,3}[.)][‘“'\"(]*|\d[\d.]{0,6}|[^\w\s(‘“'\"£%\[<])[^\W\d_]|.\d{1,3}\W*$|[a-z](?:[A-Z]|\d{1,2}[A-Za-z])"
)
_TOUCHING_NUMBER = re.compile(r"\d{1,3}\.(?=[‘“'\"(]*[A-Z])")  # "10.The": set without a space
# Digits at either end of a word, which the font itself may draw as a raised mark.
_MARK_AT_END = re.compile(r"(?<=\D)\d{1,3}(?=\W{0,2}$)|^\d{1,3}(?=[A-Z‘“])")
_ON_BASE_LINE = re.compile(r"[A-PR-Za-fhik-orstu-xz0-9.%]")
_LIFTED = 0.2  # of the font size, above the base line
_new = tuple.__new__  # a NamedTuple's own constructor costs twice as much, once a word
_SUPERSCRIPT_SIZE = 0.8
_MARK_DIGITS = 2
_SPACE_GAP = 0.15  # of the font size: less is no space


class _Part(NamedTuple):
    """A run of characters of one style: half-open indices and loose box in user space."""

    start: int
    end: int
    box: Quad
    style: Style
    mcid: int
    foot: float | None
    lifted: bool = False


class WordReader:
    """Reads the words of one open page."""

    def __init__(self, handle: pdfium.PageHandle, styles: Styles) -> None:
        self.handle, self.styles = handle, styles
        self.rect = pdfium.Rect()
        self.at_rect = pdfium.pointer_to(self.rect)
        self.chars = page_chars(handle.text)
        styles.new_page(handle.rotation)

    def read(self) -> list[Word]:
        """Words in the order of the content stream, boxes in points from the top left."""
        words: list[Word] = []
        text, rect, to, number = self.handle.text, self.rect, self.at_rect, self.handle.number
        text_object, loose_box = pdfium.text_object, pdfium.loose_box
        known, setting_of = self.styles.known, self.styles.of
        upright, height = self.handle.rotation == 0, self.handle.size[1]
        for match in _WORD.finditer(self.chars):
            run = match.group()
            start, end = match.span()
            last, hyphen, whole = end - 1, False, run.isalpha()
            if not (whole and (run.islower() or run.istitle())):
                if _SUSPECT.search(run):
                    words += self._split(start, end)
                    continue
                if run[-1] == HYPHEN_MARK:
                    hyphen, run = True, run[:-1] + "-"
                    last -= end - start > 1
            obj = text_object(text, start) or 0
            style, mcid, foot = known.get(obj) or setting_of(text, start, obj)
            loose_box(text, start, to)
            x0, y0 = rect.left, rect.bottom
            if upright and foot is not None and -style.size < foot - y0 < style.size:
                if last != start:
                    loose_box(text, last, to)
                bottom = height - foot
                top, x1 = bottom - style.size, rect.right
            else:
                x0, top, x1, bottom = self._turned(last, style, foot)
            if not run.isascii():
                run = plain(run)
            word = _new(Word, (run, number, x0, top, x1, bottom, style, mcid, False, hyphen))
            if not whole and run.isdigit() and words and _is_lone_mark(word, words[-1]):
                word = word._replace(text=raised(run))
            words.append(word)
        return words

    def _turned(self, last: int, style: Style, foot: float | None) -> Quad:
        """The box of a word that is not plainly upright; the rect holds its first character's."""
        around = _around(_quad(self.rect), self._box(last))
        return self.handle.to_page(*em_box(around, style, self.handle.rotation, foot))

    def _split(self, start: int, end: int) -> list[Word]:
        """Part a run where its style changes or where a gap shows a swallowed space."""
        parts: list[_Part] = []
        number = _TOUCHING_NUMBER.match(self.chars[start:end])
        cut = start + number.end() if number else -1
        lifted = self._lifted(start, end)
        for index in range(start, end):
            obj = pdfium.text_object(self.handle.text, index) or 0
            style, mcid, foot = self.styles.of(self.handle.text, index, obj)
            box = self._box(index)
            last = parts[-1] if parts else None
            joins = last is not None and index != cut and last.style == style
            up = index in lifted
            if last and joins and up == last.lifted and not _gap(last.box, box, style):
                parts[-1] = last._replace(end=index + 1, box=_around(last.box, box))
            else:
                parts.append(_Part(index, index + 1, box, style, mcid, foot, up))
        return self._joined(parts)

    def _lifted(self, start: int, end: int) -> range:
        """Digits that the font draws as a raised mark, in the size of the text: "visit.¹"."""
        run = self.chars[start:end]
        mark = _MARK_AT_END.search(run)
        if mark is None:
            return range(0)
        rest = [at for at in range(len(run)) if not mark.start() <= at < mark.end()]
        beside = [at for at in rest if _ON_BASE_LINE.match(run[at])]
        if not beside:
            return range(0)
        nearest = min(beside, key=lambda at: abs(at - mark.start()))
        obj = pdfium.text_object(self.handle.text, start + mark.start()) or 0
        style = self.styles.of(self.handle.text, start + mark.start(), obj)[0]
        higher = self._base(start + mark.start()) - self._base(start + nearest)
        if style.angle or self.handle.rotation or higher < _LIFTED * style.size:
            return range(0)
        return range(start + mark.start(), start + mark.end())

    def _base(self, index: int) -> float:
        """The foot of a character's ink."""
        sides = [c_double() for _ in range(4)]
        pdfium.tight_box(self.handle.text, index, *map(pdfium.pointer_to, sides))
        return sides[2].value

    def _joined(self, parts: list[_Part]) -> list[Word]:
        words: list[Word] = []
        for part, before, after in zip_longest(parts, [None, *parts[:-1]], parts[1:]):
            text = self.chars[part.start : part.end]
            if part.lifted or any(other and _is_raised(part, other) for other in (before, after)):
                text = raised(text)
            glued = before is not None and not _gap(before.box, part.box, part.style)
            words.append(self._word(part, text, glued))
        return words

    def _word(self, part: _Part, text: str, glued: bool) -> Word:
        hyphen = text.endswith(HYPHEN_MARK)
        text = plain(text.replace(HYPHEN_MARK, "-"))
        box = em_box(part.box, part.style, self.handle.rotation, part.foot)
        x0, top, x1, bottom = self.handle.to_page(*box)
        number = self.handle.number
        return Word(text, number, x0, top, x1, bottom, part.style, part.mcid, glued, hyphen)

    def _box(self, index: int) -> Quad:
        pdfium.loose_box(self.handle.text, index, self.at_rect)
        return _quad(self.rect)


def page_chars(text: pdfium.Pointer) -> str:
    """The page's characters, one for each of PDFium's character indices."""
    count = pdfium.count_chars(text)
    if count <= 0:
        return ""
    buffer = (c_ushort * (count + 1))()
    written = pdfium.get_text(text, 0, count, pdfium.pointer_to(buffer))
    chars = bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", "replace")
    if len(chars) == count:
        return chars
    # Unmapped or astral characters shift the fetched text against the indices: ask one by one.
    codes = (pdfium.get_unicode(text, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)


def em_box(box: Quad, style: Style, rotation: int, foot: float | None) -> Quad:
    """A loose box cut to one em above the font's descent, as pdfplumber has it.

    PDFium's loose box reaches to the font's ascent, which in many fonts makes it higher.
    """
    x0, y0, x1, y1 = box
    angle = (style.angle + rotation) % 360
    if angle == 0:
        if foot is not None and abs(foot - y0) < style.size:
            y0 = foot
        return x0, y0, x1, y0 + style.size
    if angle == 90:
        return x1 - style.size, y0, x1, y1
    if angle == 180:
        return x0, y1 - style.size, x1, y1
    if angle == 270:
        return x0, y0, x0 + style.size, y1
    return box


def _quad(rect: Any) -> Quad:
    return rect.left, rect.bottom, rect.right, rect.top


def _around(one: Quad, other: Quad) -> Quad:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _gap(left: Quad, right: Quad, style: Style) -> bool:
    """Whether two neighbouring characters stand apart as words do (either way of writing)."""
    apart = max(right[0] - left[2], left[0] - right[2], right[1] - left[3], left[1] - right[3])
    return apart > _SPACE_GAP * max(style.size, 1.0)


def _is_raised(part: _Part, other: _Part) -> bool:
    """A smaller run whose foot stands above that of the run beside it: a superscript mark."""
    smaller = part.style.size <= _SUPERSCRIPT_SIZE * other.style.size
    return smaller and part.box[1] > other.box[1] + 0.1 * other.style.size


def _is_lone_mark(word: Word, before: Word) -> bool:
    """Whether digits are a raised mark that a space parts from the word it belongs to."""
    if len(word.text) > _MARK_DIGITS:
        return False
    size = before.style.size
    close = 0 <= word.x0 - before.x1 < size and word.style.angle == before.style.angle == 0
    return (
        close
        and word.style.size <= _SUPERSCRIPT_SIZE * size
        and (before.bottom - word.bottom > 0.1 * size)
    )
