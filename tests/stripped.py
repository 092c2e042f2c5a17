"""Documents whose tags, bookmarks and drawn lines are taken away while they are read."""

from __future__ import annotations

import pytest

from extractor import pipeline
from extractor.reading.model import Document
from extractor.reading.reader import OnPage, read_document


def strip_reading(monkeypatch: pytest.MonkeyPatch, *, lines: bool) -> list[int]:
    """Have reports read without tags and bookmarks, and without ``lines`` if so said.

    Returns a list that gets, for each document read, how much there was to take away.
    """
    taken: list[int] = []

    def read_without(
        data: bytes, password: str | None = None, on_page: OnPage | None = None
    ) -> Document:
        document = read_document(data, password, on_page)
        taken.append(sum(len(page.elements) + len(page.shapes) for page in document.pages))
        document.bookmarks = []
        for page in document.pages:
            page.elements, page.owner = [], {}
            if lines:
                page.shapes = []
        return document

    monkeypatch.setattr(pipeline, "read_document", read_without)
    return taken
