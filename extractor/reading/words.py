"""The words of a page: one text fetch, one regular expression, three calls a word.

Measured: per character 270 pages a second, per word 475. Only a word whose ends are set
differently, or that looks as if PDFium had swallowed a space in it, is looked at character by
character, so the loop of ``read`` is written flat.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from ctypes import c_double, c_ushort
from dataclasses import dataclass
from functools import cache
from itertools import repeat, zip_longest
from operator import sub

from extractor.reading import pdfium
from extractor.reading.model import Style, Word
from extractor.reading.normalise import HYPHEN_MARK, plain, raised, without_lone_halves
from extractor.reading.pdfium import Quad
from extractor.reading.settings import READING
from extractor.reading.styles import Setting, Styles

# A space may be swallowed after a list's number or mark and between the cells of a table; a raised
# mark may end the word or stand between two.
_SUSPECT = re.compile(
    r"^(?:\(?\d{1,3}[.)][‘“'\"(]*|\d[\d.]{0,6}|[^\w\s(‘“'\"£%\[<])[^\W\d_]|.\d{1,3}\W*$|[a-z](?:[A-Z]|\d{1,2}[A-Za-z])"
)
_CLOSING = ".,;:)’”…?!'\""  # after letters of one case, it leaves nothing to suspect
_TOUCHING_NUMBER = re.compile(r"\d{1,3}\.(?=[‘“'\"(]*[A-Z])")  # "10.The": set without a space
# Digits at either end of a word, which the font itself may draw as a raised mark.
_MARK_AT_END = re.compile(r"(?<=\D)\d{1,3}(?=\W{0,2}$)|^\d{1,3}(?=[A-Z‘“])")
_ON_BASE_LINE = re.compile(r"[A-PR-Za-fhik-orstu-xz0-9.%]")
_new = tuple.__new__  # a NamedTuple's own constructor costs twice as much, once a word


@dataclass(slots=True)
class _Part:
    """A run of characters of one style: half-open indices and loose box in user space."""

    start: int
    end: int
    box: Quad
    style: Style
    mcid: int
    foot: float | None
    lifted: bool = False


class WordReader:
    """Reads the words of one open page.

    ``lone_halves``: halves of letters that stood alone in its text and are U+FFFD now.
    ``cuts``: what was not read as it stands there, in words.
    """

    def __init__(self, handle: pdfium.PageHandle, styles: Styles) -> None:
        self.handle, self.styles = handle, styles
        self.cuts: list[str] = []
        self.chars, self.lone_halves = without_lone_halves(self._page_chars())
        styles.new_page(handle.rotation)

    def read(self) -> list[Word]:
        """Words in the order of the content stream, boxes in points from the top left."""
        words: list[Word] = []
        number, height = self.handle.number, self.handle.size[1]
        upright = self.handle.rotation == 0
        for match, run, (style, mcid, foot), left, low, right in self._seen():
            text, x0, x1, hyphen = run, left, right, False
            letters = run.isalpha() or run.rstrip(_CLOSING).isalpha()
            if not (letters and (run.islower() or run.istitle() or run.isupper())):
                if _SUSPECT.search(run):
                    words += self._split(*match.span())
                    continue
                if run[-1] == HYPHEN_MARK:
                    hyphen, text, x1 = True, run[:-1] + "-", self._box(_last(match))[2]
            if upright and foot is not None and abs(foot - low) < style.size:
                bottom = height - foot
                top = bottom - style.size
            else:
                x0, top, x1, bottom = self._turned(match, style, foot)
            if not text.isascii():
                text = plain(text)
            word = _new(Word, (text, number, x0, top, x1, bottom, style, mcid, False, hyphen))
            if not letters and text.isdecimal() and words and _is_lone_mark(word, words[-1]):
                word = word._replace(text=raised(text))
            words.append(word)
        return words

    def _page_chars(self) -> str:
        count, most = pdfium.count_chars(self.handle.text), READING.most_characters
        if count > most:
            self.cuts.append(f"more than {most:,} characters; those after them are not read")
        return page_chars(self.handle.text, min(count, most))

    def _seen(self) -> Iterator[tuple[re.Match[str], str, Setting, float, float, float]]:
        """Runs of characters, how they are set, and their left, lower and right sides."""
        text, runs = self.handle.text, list(_word(READING.longest_word).finditer(self.chars))
        starts, ends = list(map(re.Match.start, runs)), list(map(re.Match.end, runs))
        if max(map(sub, ends, starts), default=0) >= READING.longest_word:
            most = READING.longest_word
            self.cuts.append(f"more than {most} letters without a space; read as several words")
        objects = list(map(pdfium.text_object, repeat(text), starts))
        firsts = pdfium.loose_boxes(text, starts)
        lasts = pdfium.loose_boxes(text, [end - 1 for end in ends])
        # An object is known by the first of its characters: from behind, that one is put in last.
        self.styles.learn(text, dict(zip(reversed(objects), reversed(starts), strict=True)))
        settings = map(self.styles.known.__getitem__, objects)
        sides = firsts[::4], firsts[3::4], lasts[2::4]
        return zip(runs, map(re.Match.group, runs), settings, *sides, strict=True)

    def _turned(self, run: re.Match[str], style: Style, foot: float | None) -> Quad:
        """The box of a word that is not plainly upright."""
        around = _around(self._box(run.start()), self._box(_last(run)))
        return self.handle.to_page(*em_box(around, style, self.handle.rotation, foot))

    def _split(self, start: int, end: int) -> list[Word]:
        """Part a run where its style changes or where a gap shows a swallowed space."""
        parts: list[_Part] = []
        number = _TOUCHING_NUMBER.match(self.chars, start, end)
        cut = number.end() if number else -1
        lifted = self._lifted(start, end)
        last = None
        for index, box in enumerate(self._boxes(range(start, end)), start):
            obj = pdfium.text_object(self.handle.text, index)
            style, mcid, foot = self.styles.of(self.handle.text, index, obj)
            joins = last is not None and index != cut and last.style is style
            up = index in lifted
            if last and joins and up == last.lifted and not _gap(last.box, box, style):
                last.end, last.box = index + 1, _around(last.box, box)
            else:
                last = _Part(index, index + 1, box, style, mcid, foot, up)
                parts.append(last)
        return self._joined(parts)

    def _lifted(self, start: int, end: int) -> range:
        """Digits that the font draws as a raised mark, in the size of the text: "visit.¹"."""
        run = self.chars[start:end]
        mark = None if run.isdecimal() else _MARK_AT_END.search(run)
        if mark is None:
            return range(0)
        rest = [at for at in range(len(run)) if not mark.start() <= at < mark.end()]
        beside = [at for at in rest if _ON_BASE_LINE.match(run[at])]
        if not beside:
            return range(0)
        nearest = min(beside, key=lambda at: abs(at - mark.start()))
        obj = pdfium.text_object(self.handle.text, start + mark.start())
        style = self.styles.of(self.handle.text, start + mark.start(), obj)[0]
        higher = self._base(start + mark.start()) - self._base(start + nearest)
        if style.angle or self.handle.rotation or higher < READING.drawn_rise * style.size:
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
            raised_before = before is not None and _is_raised(part, before)
            if part.lifted or raised_before or (after and _is_raised(part, after)):
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
        return next(self._boxes((index,)))

    def _boxes(self, indices: Collection[int]) -> Iterator[Quad]:
        sides = pdfium.loose_boxes(self.handle.text, indices)
        return zip(sides[::4], sides[3::4], sides[2::4], sides[1::4], strict=True)


@cache
def _word(longest: int) -> re.Pattern[str]:
    """A word, which ends after so many letters at the latest, but not within the halves of one."""
    return re.compile(rf"[^\s\x00-\x1f\ufffe]{{1,{longest}}}(?<![\ud800-\udbff])\ufffe?|\ufffe")


def page_chars(text: pdfium.Pointer, count: int) -> str:
    """The page's first characters, one for each of PDFium's character indices.

    A letter beyond the first plane has two, each with the letter's box: it is left in halves.
    """
    if count <= 0:
        return ""
    buffer = bytearray(2 * (count + 1))
    written = pdfium.get_text(text, 0, count, pdfium.pointer_to(c_ushort.from_buffer(buffer)))
    chars = buffer[: 2 * (written - 1)].decode("utf-16-le", "surrogatepass")
    if len(chars) == count:
        return chars
    # Unmapped characters shift the fetched text against the indices, and decoding has joined
    # halves: ask one by one.
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


def _last(run: re.Match[str]) -> int:
    """The index of a run's last character, apart from the mark for a hyphen at a line's end."""
    last = run.end() - 1
    return last - (run.group().endswith(HYPHEN_MARK) and last > run.start())


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
    return apart > READING.swallowed_space * max(style.size, 1.0)


def _is_raised(part: _Part, other: _Part) -> bool:
    """A smaller run whose foot stands above that of the run beside it: a superscript mark."""
    smaller = part.style.size <= READING.raised_size * other.style.size
    return smaller and part.box[1] > other.box[1] + READING.raised_rise * other.style.size


def _is_lone_mark(word: Word, before: Word) -> bool:
    """Whether digits are a raised mark that a space parts from the word it belongs to."""
    if len(word.text) > READING.mark_digits:
        return False
    size = before.style.size
    close = 0 <= word.x0 - before.x1 < size and word.style.angle == before.style.angle == 0
    return (
        close
        and word.style.size <= READING.raised_size * size
        and (before.bottom - word.bottom > READING.raised_rise * size)
    )
