"""How a text object is set, looked up once for each object and font."""

from __future__ import annotations

import math
import re
from ctypes import c_float, c_ulong, create_string_buffer
from itertools import repeat
from typing import NamedTuple

from extractor.reading import pdfium
from extractor.reading.model import Style
from extractor.reading.settings import READING

_BOLD = re.compile(r"(?i:bold|black|heavy|demi)|Bd(?![a-z])")
_ITALIC = re.compile(r"(?i:italic|oblique)|It(?![a-z])")
_ITALIC_FLAG = 1 << 6  # ISO 32000-1, table 123
_NAME_BYTES = 256
_new = tuple.__new__  # a NamedTuple's own constructor costs twice as much, once an object


class _Font(NamedTuple):
    name: str
    bold: bool
    italic: bool
    descent: float


class Setting(NamedTuple):
    """How one text object is set. ``foot`` is the y of its descent line in user space, in points.

    The descent line is the same for all of a line's words; PDFium's character boxes reach lower
    under a letter with a tail. None where the text is not upright.
    """

    style: Style
    mcid: int
    foot: float | None


class _Look(NamedTuple):
    """What all text objects of one font, matrix and colour share; ``foot`` is from the baseline."""

    style: Style
    foot: float | None


_Key = tuple[int, float, float, float, float, float, pdfium.Channels]


class Styles:
    """Styles and marked-content ids of one page's text objects."""

    def __init__(self) -> None:
        self._fonts: dict[int, _Font] = {}
        self._looks: dict[_Key, _Look] = {}
        self._styles: dict[Style, Style] = {}  # of all pages, so that equal ones are one object
        self.known: dict[int, Setting] = {}  # by text object, of the open page
        self.upright = True  # whether all of the open page's text is

    def new_page(self, rotation: int) -> None:
        """Forget the objects and fonts of the last page: handles are reused once it is closed."""
        self.known.clear()
        self._looks.clear()
        self._fonts.clear()
        self._rotation, self.upright = rotation, True

    def learn(self, text: pdfium.Pointer, seen: dict[int, int]) -> None:
        """Look up how text objects are set, each seen at a character's index."""
        objects = pdfium.pointers(seen)
        fonts = map(pdfium.text_font, objects)
        sizes = map(pdfium.font_size, repeat(text), seen.values())
        matrices = pdfium.char_matrices(text, seen.values())
        a, b, c, d, _, ys = (matrices[part::6] for part in range(6))
        keys = zip(fonts, sizes, a, b, c, d, pdfium.colours_of(objects), strict=True)
        mcids = map(pdfium.marked_content, objects)
        for obj, key, y, mcid in zip(seen, keys, ys, mcids, strict=True):
            style, above = self._looks.get(key) or self._look(key)
            foot = None if above is None else y + above
            self.known[obj] = _new(Setting, (style, mcid, foot))

    def of(self, text: pdfium.Pointer, index: int, obj: int) -> Setting:
        """How a text object is set, seen at a character's index."""
        if obj not in self.known:
            self.learn(text, {obj: index})
        return self.known[obj]

    def _look(self, key: _Key) -> _Look:
        handle, given, a, b, c, d, channels = key
        font = self._font(handle)
        size = round(abs(given) * _height(a, b, c, d), 1)
        angle = round(math.degrees(math.atan2(b, a)))
        if given < 0:  # a negative size turns the text upside down
            angle = (angle + 360) % 360 - 180
        turned = (angle - self._rotation) % 360
        self.upright = self.upright and turned == 0
        italic = font.italic or _shear(a, b, c, d) > READING.slant
        style = Style(font.name, size, font.bold, italic, pdfium.colour(channels), turned)
        style = self._styles.setdefault(style, style)
        foot = font.descent * size if angle == 0 and font.descent else None
        look = self._looks[key] = _Look(style, foot)
        return look

    def _font(self, font: int) -> _Font:
        known = self._fonts.get(font)
        if known is None:
            buffer, descent = create_string_buffer(_NAME_BYTES), c_float()
            handle = pdfium.pointer(font)
            pdfium.font_name(handle, pdfium.pointer_to(buffer), c_ulong(_NAME_BYTES))
            name = buffer.value.decode("utf-8", "replace").split("+")[-1]
            bold = pdfium.font_weight(handle) >= READING.bold_weight or bool(_BOLD.search(name))
            italic = bool(pdfium.font_flags(handle) & _ITALIC_FLAG) or bool(_ITALIC.search(name))
            pdfium.font_descent(handle, c_float(1.0), pdfium.pointer_to(descent))
            known = self._fonts[font] = _Font(name, bold, italic, min(0.0, descent.value))
        return known


def _height(a: float, b: float, c: float, d: float) -> float:
    """How high a matrix (ISO 32000-1, 8.3.3) makes what is one unit high, across its base line."""
    along = math.hypot(a, b)
    return abs(a * d - b * c) / along if along else math.hypot(c, d)


def _shear(a: float, b: float, c: float, d: float) -> float:
    """By how much of its height a matrix leans to the right, as a face without italics is set."""
    size = a * d - b * c
    return (a * c + b * d) / size if size else 0.0
