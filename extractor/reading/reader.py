"""From bytes to a Document: the one entry to reading."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

from extractor.reading import pdfium
from extractor.reading.model import Bookmark, Document, Page
from extractor.reading.settings import READING
from extractor.reading.shapes import ShapeReader
from extractor.reading.styles import Styles
from extractor.reading.tags import TreeReader
from extractor.reading.turned import turn_upright
from extractor.reading.warnings import ReadingWarnings
from extractor.reading.words import WordReader
from schemas.errors import DamagedPdf, EmptyFile, NotAPdf, TooLarge

OnPage = Callable[[int], None]


def read_document(
    data: bytes, password: str | None = None, on_page: OnPage | None = None
) -> Document:
    """Read every page of a PDF. ``on_page`` is called with the pages read so far, after each.

    Raises:
        EmptyFile, NotAPdf, PasswordNeeded, DamagedPdf, TooLarge: see ``schemas.errors``.
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
        document.warnings.insert(0, "the file was damaged and has been repaired before reading")
        return document


def _mend(data: bytes) -> bytes | None:
    from extractor.reading.repair import repaired  # pikepdf is only loaded for damaged files

    return repaired(data)


def _read(data: bytes, password: str | None, on_page: OnPage | None) -> Document:
    with pdfium.open_document(data, password) as source:
        count, most = pdfium.page_count(source), READING.most_pages
        if count > most:
            raise TooLarge(f"the file has {count:,} pages; no more than {most:,} can be read")
        document, warnings = Document(pages=[]), ReadingWarnings()
        styles = Styles()
        for index in range(count):
            _add_page(document, source, index, styles, warnings)
            if on_page:
                on_page(len(document.pages))
        if not document.pages:
            raise DamagedPdf("the file is damaged: none of its pages can be loaded")
        document.bookmarks = _bookmarks(source, warnings)
        info, labels = pdfium.info(source), pdfium.labels(source)
        document.info = {key: warnings.whole_letters(value) for key, value in info.items()}
        document.labels = list(map(warnings.whole_letters, labels))
        document.warnings = warnings.sentences()
        return document


def _add_page(
    document: Document, source: Any, index: int, styles: Styles, warnings: ReadingWarnings
) -> None:
    try:
        with pdfium.open_page(source, index) as handle:
            document.pages.append(_page(handle, styles, warnings))
    except DamagedPdf as error:
        warnings.of_page(index + 1, [str(error)])


def _page(handle: pdfium.PageHandle, styles: Styles, warnings: ReadingWarnings) -> Page:
    width, height = handle.size
    tree = TreeReader()
    tree.read(handle.page)
    words = WordReader(handle, styles)
    shapes = ShapeReader(handle, styles.known)
    page = Page(
        number=handle.number,
        width=width,
        height=height,
        rotation=handle.rotation,
        words=words.read(),
        shapes=shapes.read(),
        elements=tree.elements,
        owner=tree.owner,
    )
    warnings.of_text(words.chars, words.lone_halves)
    warnings.of_page(handle.number, [*words.cuts, *shapes.cuts, *tree.cuts])
    if not styles.upright:
        turn_upright(page)
    return page


def _bookmarks(source: Any, warnings: ReadingWarnings) -> list[Bookmark]:
    """The document outline as deep as it is read."""
    deepest, most = READING.bookmark_depth, READING.most_bookmarks
    found = list(islice(pdfium.bookmarks(source, deepest + 1), most + 1))
    kept = [one for one in found[:most] if one.level <= deepest]
    if len(kept) < len(found):
        warnings.of_document(
            f"bookmarks below level {deepest}, or after the first {most:,}, are not read"
        )
    return [one._replace(title=warnings.whole_letters(one.title)) for one in kept]
