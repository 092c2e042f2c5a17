"""The door to PDFium: documents, pages, and the raw calls that reading needs.

Reading calls PDFium several times a word, so a call must cost little: see ``_call`` and ``_Room``.
PDFium is not thread-safe: use one process a reader.
"""

from __future__ import annotations

import ctypes
import logging
from array import array
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from ctypes import byref, c_char, c_double, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple, TypeAlias

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractor.reading.model import Bookmark
from schemas.errors import DamagedPdf, PasswordNeeded

# What it could not do with an outline stands in the warnings of the report.
logging.getLogger("pypdfium2").addHandler(logging.NullHandler())

Matrix = raw.FS_MATRIX
PATH, FORM = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM
Pointer: TypeAlias = Any  # what ctypes passes to a call as it is


def _call(name: str, result: Any) -> Callable[..., Any]:
    """A PDFium function under a prototype of our own, to be called with care.

    It has no argument types, because converting arguments takes half the time of a call: give a
    number for a C ``int``, ``pointer(…)`` for every pointer, and an instance of its ctypes type for
    anything else. Pointers that it returns come as plain integers, 0 for none; nothing comes where
    no one asks whether the call went well. It keeps the interpreter's lock: the calls are so short
    that letting go of it costs a fifth.
    """
    address = ctypes.cast(getattr(raw, name), c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result)(address)


_NOWHERE = c_char.from_address(0)


def pointer(address: int) -> Pointer:
    """An address as the calls take it: made once, it is passed on as it is."""
    return byref(_NOWHERE, address)


def pointers(addresses: Iterable[int]) -> list[Pointer]:
    """The same of several."""
    return list(map(byref, repeat(_NOWHERE), addresses))


def pointer_to(value: Any) -> Pointer:
    """The same of a ctypes object, in which a call leaves its result."""
    return byref(value)


load_text = _call("FPDFText_LoadPage", c_size_t)
close_text = _call("FPDFText_ClosePage", None)
count_chars = _call("FPDFText_CountChars", c_int)
get_text = _call("FPDFText_GetText", c_int)
get_unicode = _call("FPDFText_GetUnicode", c_uint)
loose_box = _call("FPDFText_GetLooseCharBox", None)
tight_box = _call("FPDFText_GetCharBox", None)
char_matrix = _call("FPDFText_GetMatrix", None)
text_object = _call("FPDFText_GetTextObject", c_size_t)
font_size = _call("FPDFText_GetFontSize", c_double)
text_font = _call("FPDFTextObj_GetFont", c_size_t)
font_weight = _call("FPDFFont_GetWeight", c_int)
font_flags = _call("FPDFFont_GetFlags", c_int)
font_name = _call("FPDFFont_GetBaseFontName", None)
font_descent = _call("FPDFFont_GetDescent", None)
fill_colour = _call("FPDFPageObj_GetFillColor", c_int)
marked_content = _call("FPDFPageObj_GetMarkedContentID", c_int)
count_objects = _call("FPDFPage_CountObjects", c_int)
get_object = _call("FPDFPage_GetObject", c_size_t)
form_count = _call("FPDFFormObj_CountObjects", c_int)
form_object = _call("FPDFFormObj_GetObject", c_size_t)
object_type = _call("FPDFPageObj_GetType", c_int)
object_bounds = _call("FPDFPageObj_GetBounds", c_int)
object_matrix = _call("FPDFPageObj_GetMatrix", None)
draw_mode = _call("FPDFPath_GetDrawMode", None)
path_segments = _call("FPDFPath_CountSegments", c_int)
tree_of = _call("FPDF_StructTree_GetForPage", c_size_t)
close_tree = _call("FPDF_StructTree_Close", None)
tree_count = _call("FPDF_StructTree_CountChildren", c_int)
tree_child = _call("FPDF_StructTree_GetChildAtIndex", c_size_t)
element_role = _call("FPDF_StructElement_GetType", c_ulong)
element_count = _call("FPDF_StructElement_CountChildren", c_int)
element_child = _call("FPDF_StructElement_GetChildAtIndex", c_size_t)
element_mcid = _call("FPDF_StructElement_GetChildMarkedContentID", c_int)

_rgba, _sides, _drawn = (c_uint * 4)(), (c_float * 4)(), (c_int * 2)()
_RGBA, _SIDES, _DRAWN = (
    tuple(byref(values, 4 * index) for index in range(len(values)))
    for values in (_rgba, _sides, _drawn)
)

Quad = tuple[float, float, float, float]
Channels = tuple[int, int, int, int]  # whether there is a colour, its red, green and blue


class _Room:
    """Where many calls in a row leave their results, ``width`` numbers each, to be read at once.

    It is used again and again, and grows with the longest row.
    """

    def __init__(self, code: str, width: int) -> None:
        self._width, self._values = width, array(code)
        self._pointers: list[Pointer] = []

    def places(self, count: int) -> list[Pointer]:
        """Pointers to at least as many places."""
        if count > len(self._pointers):
            step = self._width * self._values.itemsize
            self._values = array(self._values.typecode, bytes(2 * count * step))
            first, _ = self._values.buffer_info()
            self._pointers = pointers(range(first, first + 2 * count * step, step))
        return self._pointers

    def results(self, count: int) -> array[Any]:
        """What so many calls have left, one after the other."""
        return self._values[: self._width * count]


def _make(calls: Iterator[Any]) -> None:
    """Make calls that give nothing."""
    deque(calls, maxlen=0)


_boxes, _matrices = _Room("f", 4), _Room("f", 6)
_red, _green, _blue = _Room("I", 1), _Room("I", 1), _Room("I", 1)


def loose_boxes(text: Pointer, indices: Collection[int]) -> array[float]:
    """(left, top, right, bottom) in user space of characters, one after the other."""
    count = len(indices)
    _make(map(loose_box, repeat(text), indices, _boxes.places(count)))
    return _boxes.results(count)


def char_matrices(text: Pointer, indices: Collection[int]) -> array[float]:
    """(a, b, c, d, e, f) of characters' matrices (ISO 32000-1, 8.3.3), one after the other."""
    count = len(indices)
    _make(map(char_matrix, repeat(text), indices, _matrices.places(count)))
    return _matrices.results(count)


def colours_of(objects: Collection[Pointer]) -> Iterator[Channels]:
    """The colours that objects are filled with."""
    count, channels = len(objects), (_red, _green, _blue)
    places = (channel.places(count) for channel in channels)
    given = list(map(fill_colour, objects, *places, repeat(_RGBA[3])))
    return zip(given, *(channel.results(count) for channel in channels), strict=True)


class PageHandle(NamedTuple):
    """An open page: PDFium's handles, its number (from 1), media box and rotation."""

    page: Pointer
    text: Pointer
    number: int
    mediabox: Quad
    rotation: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points as displayed."""
        x0, y0, x1, y1 = self.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def to_page(self, x0: float, y0: float, x1: float, y1: float) -> Quad:
        """User space (ISO 32000-1, 8.3.2.3) to pdfplumber's (x0, top, x1, bottom)."""
        _, _, _, (left, low, right, high), rotation = self
        if rotation == 0:
            height = high - low
            return x0, height - y1, x1, height - y0
        if rotation == 90:
            return y0, x0 - 2 * left, y1, x1 - 2 * left
        if rotation == 180:
            return right + left - x1, y0 - 2 * low, right + left - x0, y1 - 2 * low
        width = right - left
        return high + low - y1, width - x1, high + low - y0, width - x0


def colour_of(obj: Pointer) -> int:
    """The colour that an object is filled with: see ``colour``."""
    return colour((fill_colour(obj, *_RGBA), *_rgba[:3]))


def colour(channels: Channels) -> int:
    """A colour as 0xRRGGBB; black where there is none."""
    given, red, green, blue = channels
    return (red << 16) | (green << 8) | blue if given else 0


def bounds_of(obj: Pointer) -> Quad | None:
    """An object's (left, bottom, right, top) in user space; None where it has none."""
    return (_sides[0], _sides[1], _sides[2], _sides[3]) if object_bounds(obj, *_SIDES) else None


def drawn_of(path: Pointer) -> tuple[bool, bool]:
    """Whether a path is filled, and whether it is stroked."""
    draw_mode(path, *_DRAWN)
    return bool(_drawn[0]), bool(_drawn[1])


@contextmanager
def open_document(data: bytes, password: str | None = None) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF from memory and close it at the end.

    Raises:
        PasswordNeeded: the document is encrypted and the password is missing or wrong.
        DamagedPdf: PDFium cannot make sense of the file.
    """
    _forget_last_error()
    try:
        document = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            wrong = "the password is wrong" if password else "it needs a password (--password)"
            raise PasswordNeeded(f"the file is encrypted: {wrong}") from error
        raise DamagedPdf("the file is damaged: no document can be made out in it") from error
    try:
        yield document
    finally:
        document.close()


def _forget_last_error() -> None:
    """Have PDFium's last error be one of the format.

    Some damaged files are refused without an error being set, and then the last one is that of
    the file before: an encrypted file's, as it may be. Nothing but another error takes its place.
    """
    raw.FPDF_LoadMemDocument64(b"", 0, None)


def page_count(document: pdfium.PdfDocument) -> int:
    """How many pages the document says it has."""
    return len(document)


@contextmanager
def open_page(document: pdfium.PdfDocument, index: int) -> Iterator[PageHandle]:
    """Load one page (from 0) with its text.

    Raises:
        DamagedPdf: the page cannot be loaded.
    """
    try:
        page = document[index]
    except pdfium.PdfiumError as error:
        raise DamagedPdf("cannot be loaded") from error
    handle = pointer(ctypes.cast(page.raw, c_void_p).value or 0)
    text = pointer(load_text(handle))
    try:
        yield PageHandle(handle, text, index + 1, page.get_mediabox(), page.get_rotation())
    finally:
        close_text(text)
        page.close()


def bookmarks(document: pdfium.PdfDocument, depth: int) -> Iterator[Bookmark]:
    """The document outline (ISO 32000-1, 12.3.3) in order, down to a depth (from 1).

    Halves of letters that stand alone are left as they are, here and in what follows.
    """
    for entry in document.get_toc(max_depth=depth):
        dest = entry.get_dest()
        index = dest.get_index() if dest else None
        page = None if index is None or index < 0 else index + 1
        title = _text_of(partial(raw.FPDFBookmark_GetTitle, entry))
        yield Bookmark(entry.level + 1, title.strip(), page)


def info(document: pdfium.PdfDocument) -> dict[str, str]:
    """The information dictionary's entries that are not empty."""
    keys = document.METADATA_KEYS
    found = {
        key: _text_of(partial(raw.FPDF_GetMetaText, document, key.encode() + b"\0")) for key in keys
    }
    return {key: value for key, value in found.items() if value}


def labels(document: pdfium.PdfDocument) -> list[str]:
    """Page labels (ISO 32000-1, 12.4.2), empty where a page has none."""
    pages = range(len(document))
    return [_text_of(partial(raw.FPDF_GetPageLabel, document, index)) for index in pages]


def _text_of(call: Callable[[Any, int], int]) -> str:
    """What a call leaves as UTF-16 with a zero behind it, in a buffer of so many bytes."""
    buffer = ctypes.create_string_buffer(call(None, 0))
    length = call(buffer, len(buffer))
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "surrogatepass")


def render_pages(data: bytes, scale: float, password: str | None = None) -> Iterator[Any]:
    """Every page as a PIL image at ``scale`` pixels a point."""
    with open_document(data, password) as document:
        for index in range(len(document)):
            yield document[index].render(scale=scale).to_pil()


def render(data: bytes, page: int, scale: float = 2.0, password: str | None = None) -> Any:
    """A page (from 1) as a PIL image at ``scale`` pixels a point, for a person to look at."""
    with open_document(data, password) as document:
        return document[page - 1].render(scale=scale).to_pil()
