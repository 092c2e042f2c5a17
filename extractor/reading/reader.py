"""From bytes to a Document: the one entry to reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from extractor.reading import pdfium
from extractor.reading.model import Document, Page
from extractor.reading.settings import READING
from extractor.reading.shapes import read_shapes
from extractor.reading.styles import Styles
from extractor.reading.tags import TreeReader
from extractor.reading.turned import turn_upright
from extractor.reading.words import WordReader
from schemas.errors import DamagedPdf, EmptyFile, NotAPdf

OnPage = Callable[[int], None]


def read_document(
    data: bytes, password: str | None = None, on_page: OnPage | None = None
) -> Document:
    """Read every page of a PDF. ``on_page`` is called with the pages read so far, after each.

    Raises:
        EmptyFile, NotAPdf, PasswordNeeded, DamagedPdf: see ``schemas.errors``.
    """
    if not data:
        raise EmptyFile("the file is empty")
    if b"%PDF-" not in data[: READING.header_within]:
        raise NotAPdf("the file is not a PDF (no %PDF- header)")
    try:
        return _read(data, password, on_page)
    except DamagedPdf:
        mended = _mend(data)
        if mended is None:
            raise
        document = _read(mended, password, on_page)
        document.warnings.append("the file was damaged and has been repaired before reading")
        return document


def _mend(data: bytes) -> bytes | None:
    from extractor.reading.repair import repaired  # pikepdf is only loaded for damaged files

    return repaired(data)


def _read(data: bytes, password: str | None, on_page: OnPage | None) -> Document:
    with pdfium.open_document(data, password) as source:
        count = pdfium.page_count(source)
        document = Document(pages=[])
        styles = Styles()
        for index in range(min(count, READING.most_pages)):
            _add_page(document, source, index, styles)
            if on_page:
                on_page(len(document.pages))
        if not document.pages:
            raise DamagedPdf("the file is damaged: none of its pages can be loaded")
        document.bookmarks = pdfium.bookmarks(source)
        document.info = pdfium.info(source)
        document.labels = pdfium.labels(source)[: len(document.pages)]
        return document


def _add_page(document: Document, source: Any, index: int, styles: Styles) -> None:
    try:
        with pdfium.open_page(source, index) as handle:
            document.pages.append(_page(handle, styles))
    except DamagedPdf as error:
        document.warnings.append(str(error))


def _page(handle: pdfium.PageHandle, styles: Styles) -> Page:
    width, height = handle.size
    tree = TreeReader()
    tree.read(handle.page)
    words = WordReader(handle, styles).read()
    page = Page(
        number=handle.number,
        width=width,
        height=height,
        rotation=handle.rotation,
        words=words,
        shapes=read_shapes(handle, styles.known),
        elements=tree.elements,
        owner=tree.owner,
    )
    if not styles.upright:
        turn_upright(page)
    return page
