"""How a text object is set, looked up once for each object and font."""

from __future__ import annotations

import math
import re
from ctypes import byref, c_float, c_uint, create_string_buffer
from typing import NamedTuple

from extractor.reading import pdfium
from extractor.reading.model import Style

_BOLD = re.compile(r"(?i:bold|black|heavy|demi)|Bd(?![a-z])")
_ITALIC = re.compile(r"(?i:italic|oblique)|It(?![a-z])")
_ITALIC_FLAG = 1 << 6  # ISO 32000-1, table 123
_NAME_BYTES = 256


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


class Styles:
    """Styles and marked-content ids of one page's text objects; fonts are shared by all pages."""

    def __init__(self) -> None:
        self._fonts: dict[int, _Font] = {}
        self._styles: dict[Style, Style] = {}
        self.known: dict[int, Setting] = {}  # by text object, of the open page
        self._matrix = pdfium.Matrix()
        self._size = c_float()
        self._rgba = (c_uint(), c_uint(), c_uint(), c_uint())

    def new_page(self, rotation: int) -> None:
        """Forget the objects and fonts of the last page: handles are reused once it is closed."""
        self.known.clear()
        self._fonts.clear()
        self._rotation = rotation

    def of(self, text: int, index: int, obj: int) -> Setting:
        """How a text object is set, seen at a character's index."""
        setting = self.known.get(obj)
        if setting is None:
            setting = self.known[obj] = self._read(text, index, obj)
        return setting

    def _read(self, text: int, index: int, obj: int) -> Setting:
        font = self._font(pdfium.text_font(obj) or 0)
        pdfium.font_size(obj, byref(self._size))
        pdfium.char_matrix(text, index, byref(self._matrix))
        matrix = self._matrix
        size = round(abs(self._size.value) * math.hypot(matrix.c, matrix.d), 1)
        angle = round(math.degrees(math.atan2(matrix.b, matrix.a)))
        if self._size.value < 0:  # a negative size turns the text upside down
            angle = (angle + 360) % 360 - 180
        turned = (angle - self._rotation) % 360
        style = Style(font.name, size, font.bold, font.italic, self._colour(obj), turned)
        style = self._styles.setdefault(style, style)
        foot = matrix.f + font.descent * size if angle == 0 and font.descent else None
        return Setting(style, pdfium.marked_content(obj), foot)

    def _font(self, font: int) -> _Font:
        known = self._fonts.get(font)
        if known is None:
            buffer = create_string_buffer(_NAME_BYTES)
            pdfium.font_name(font, buffer, _NAME_BYTES)
            name = buffer.value.decode("utf-8", "replace").split("+")[-1]
            bold = pdfium.font_weight(font) >= 600 or bool(_BOLD.search(name))
            italic = bool(pdfium.font_flags(font) & _ITALIC_FLAG) or bool(_ITALIC.search(name))
            pdfium.font_descent(font, 1.0, byref(self._size))
            known = self._fonts[font] = _Font(name, bold, italic, min(0.0, self._size.value))
        return known

    def _colour(self, obj: int) -> int:
        red, green, blue, alpha = self._rgba
        if not pdfium.fill_colour(obj, byref(red), byref(green), byref(blue), byref(alpha)):
            return 0
        return (red.value << 16) | (green.value << 8) | blue.value
