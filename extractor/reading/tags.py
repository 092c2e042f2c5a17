"""The structure tree (ISO 32000-1, 14.7) of a page, as a list of elements with their parents.

``FPDF_StructElement_GetChildMarkedContentID`` is asked and not ``GetMarkedContentIdAtIndex``,
which returns the other page's ids for an element that crosses pages.
"""

from __future__ import annotations

from ctypes import c_ulong, create_string_buffer
from functools import lru_cache
from itertools import repeat

from extractor.reading import pdfium
from extractor.reading.model import Element
from extractor.reading.settings import READING

_ROLE_BYTES = 64
_ROLE_LENGTH = c_ulong(_ROLE_BYTES)


class TreeReader:
    """Collects the elements of one page and which marked content each owns.

    ``cuts``: what was not read, in words.
    """

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.owner: dict[int, int] = {}
        self.cuts: list[str] = []
        self._buffer = create_string_buffer(_ROLE_BYTES)
        self._at_buffer = pdfium.pointer_to(self._buffer)

    def read(self, page: pdfium.Pointer) -> None:
        found = pdfium.tree_of(page)
        if not found:
            return
        tree = pdfium.pointer(found)
        try:
            for index in range(pdfium.tree_count(tree)):
                child = pdfium.tree_child(tree, index)
                if child:
                    self._walk(child, -1, 0)
        finally:
            pdfium.close_tree(tree)

    def _walk(self, address: int, parent: int, depth: int) -> None:
        if depth > READING.tag_depth or len(self.elements) > READING.most_tags:
            self.cuts = ["structure tags too deep or too many; the rest is not read"]
            return
        element = pdfium.pointer(address)
        mine = len(self.elements)
        self.elements.append(Element(self._role(element), parent))
        indices = range(pdfium.element_count(element))
        for index, mcid in enumerate(map(pdfium.element_mcid, repeat(element), indices)):
            if mcid >= 0:
                self.owner[mcid] = mine
                continue
            child = pdfium.element_child(element, index)
            if child:
                self._walk(child, mine, depth + 1)

    def _role(self, element: pdfium.Pointer) -> str:
        length = pdfium.element_role(element, self._at_buffer, _ROLE_LENGTH)
        return _decoded(self._buffer.raw[: max(0, min(length, _ROLE_BYTES) - 2)])


@lru_cache(maxsize=256)  # a document has few roles
def _decoded(role: bytes) -> str:
    return role.decode("utf-16-le", "replace")
