"""Drawn paths of a page: ruling lines, boxes behind text, bars of charts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from ctypes import c_ulong
from itertools import filterfalse, islice, repeat

from extractor.reading import pdfium
from extractor.reading.model import Shape
from extractor.reading.pdfium import Quad
from extractor.reading.settings import READING

WHITE = 0xFFFFFF
FAR = 14_400  # points: no page is larger (ISO 32000-1, annex C)

Affine = tuple[float, float, float, float, float, float]
IDENTITY: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class ShapeReader:
    """Reads the drawn paths of one open page.

    ``cuts``: what was not read, in words.
    """

    def __init__(self, handle: pdfium.PageHandle, texts: Container[int] = ()) -> None:
        """``texts``: objects known to be text, which need not be asked what they are."""
        self.handle, self.texts = handle, texts
        self.cuts: list[str] = []
        self._coloured: dict[int, list[Shape]] = defaultdict(list)  # by the bands they lie in

    def read(self) -> list[Shape]:
        """Bounding boxes of all paths that can be seen, those in form XObjects too, in points."""
        shapes: list[Shape] = []
        paths = _paths(self.handle, self.texts)
        for obj, matrix in islice(paths, READING.most_drawn):
            shape = _shape(self.handle, obj, matrix)
            if shape is None or self._is_unseen(shape):
                continue
            shapes.append(shape)
            if shape.filled and shape.colour != WHITE:
                for band in _bands(shape):
                    self._coloured[band].append(shape)
            if len(shapes) >= READING.most_paths:
                break
        if next(paths, None):
            most = READING.most_paths
            self.cuts.append(f"more than {most:,} drawn paths; those after them are not read")
        return shapes

    def _is_unseen(self, shape: Shape) -> bool:
        """White on the white page: what Word puts behind each line of a shaded paragraph."""
        if shape.colour != WHITE or shape.stroked:
            return False
        return not any(
            _overlap(other, shape)
            for band in _bands(shape)
            for other in self._coloured.get(band, ())
        )


def _bands(shape: Shape) -> range:
    """The bands of the page in which a shape lies; those far outside count as its edge."""
    first, last = (
        int(max(-FAR, min(FAR, side)) // READING.path_band) for side in (shape.top, shape.bottom)
    )
    return range(first, last + 1)


def _overlap(one: Shape, other: Shape) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    return across > 0 and min(one.bottom, other.bottom) > max(one.top, other.top)


def _paths(
    handle: pdfium.PageHandle, texts: Container[int]
) -> Iterator[tuple[pdfium.Pointer, Affine]]:
    """All paths of a page with the matrix that places them."""
    indices = range(pdfium.count_objects(handle.page))
    objects = map(pdfium.get_object, repeat(handle.page), indices)
    return _among(filterfalse(texts.__contains__, objects), IDENTITY, 0)


def _among(
    objects: Iterable[int], matrix: Affine, depth: int
) -> Iterator[tuple[pdfium.Pointer, Affine]]:
    pointers = pdfium.pointers(filter(None, objects))
    for obj, kind in zip(pointers, map(pdfium.object_type, pointers), strict=True):
        if kind == pdfium.PATH:
            yield obj, matrix
        elif kind == pdfium.FORM and depth < READING.form_depth:
            inner = _times(_matrix_of(obj), matrix)
            indices = map(c_ulong, range(pdfium.form_count(obj)))
            children = map(pdfium.form_object, repeat(obj), indices)
            yield from _among(children, inner, depth + 1)


def _matrix_of(obj: pdfium.Pointer) -> Affine:
    matrix = pdfium.Matrix()
    pdfium.object_matrix(obj, pdfium.pointer_to(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(one: Affine, two: Affine) -> Affine:
    a, b, c, d, e, f = one
    a2, b2, c2, d2, e2, f2 = two
    return (
        a * a2 + b * c2,
        a * b2 + b * d2,
        c * a2 + d * c2,
        c * b2 + d * d2,
        e * a2 + f * c2 + e2,
        e * b2 + f * d2 + f2,
    )


def _shape(handle: pdfium.PageHandle, obj: pdfium.Pointer, matrix: Affine) -> Shape | None:
    bounds = pdfium.bounds_of(obj)
    filled, stroked = pdfium.drawn_of(obj)
    if bounds is None or not (filled or stroked):
        return None  # a clipping path draws nothing
    left, top, right, bottom = handle.to_page(*_placed(bounds, matrix))
    colour = pdfium.colour_of(obj) if filled else -1
    count = pdfium.path_segments(obj)
    return Shape(left, top, right, bottom, filled, stroked, count, colour)


def _placed(box: Quad, matrix: Affine) -> Quad:
    if matrix == IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
