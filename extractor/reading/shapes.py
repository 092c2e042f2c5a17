"""Drawn paths of a page: ruling lines, boxes behind text, bars of charts."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint

from extractor.reading import pdfium
from extractor.reading.model import Shape
from extractor.reading.pdfium import Quad

_MAX_PATHS = 4_000
_MAX_DEPTH = 4
WHITE = 0xFFFFFF

Affine = tuple[float, float, float, float, float, float]
IDENTITY: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_shapes(handle: pdfium.PageHandle) -> list[Shape]:
    """Bounding boxes of all paths that can be seen, those inside form XObjects too, in points."""
    shapes: list[Shape] = []
    for obj, matrix in _paths(handle):
        shape = _shape(handle, obj, matrix)
        if shape and not _is_unseen(shape, shapes):
            shapes.append(shape)
        if len(shapes) >= _MAX_PATHS:
            break
    return shapes


def _is_unseen(shape: Shape, before: list[Shape]) -> bool:
    """White on the white page: what Word puts behind each line of a shaded paragraph."""
    if shape.colour != WHITE or shape.stroked:
        return False
    return not any(one.filled and one.colour != WHITE and _overlap(one, shape) for one in before)


def _overlap(one: Shape, other: Shape) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    return across > 0 and min(one.bottom, other.bottom) > max(one.top, other.top)


def _paths(handle: pdfium.PageHandle) -> Iterator[tuple[int, Affine]]:
    for index in range(pdfium.count_objects(handle.page)):
        obj = pdfium.get_object(handle.page, index)
        if obj:
            yield from _inside(obj, IDENTITY, 0)


def _inside(obj: int, matrix: Affine, depth: int) -> Iterator[tuple[int, Affine]]:
    kind = pdfium.object_type(obj)
    if kind == pdfium.PATH:
        yield obj, matrix
    elif kind == pdfium.FORM and depth < _MAX_DEPTH:
        inner = _times(_matrix_of(obj), matrix)
        for index in range(pdfium.form_count(obj)):
            child = pdfium.form_object(obj, index)
            if child:
                yield from _inside(child, inner, depth + 1)


def _matrix_of(obj: int) -> Affine:
    matrix = pdfium.Matrix()
    pdfium.object_matrix(obj, byref(matrix))
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


def _shape(handle: pdfium.PageHandle, obj: int, matrix: Affine) -> Shape | None:
    x0, y0, x1, y1 = c_float(), c_float(), c_float(), c_float()
    if not pdfium.object_bounds(obj, byref(x0), byref(y0), byref(x1), byref(y1)):
        return None
    fill, stroke = c_int(), c_int()
    pdfium.draw_mode(obj, byref(fill), byref(stroke))
    if not fill.value and not stroke.value:
        return None  # a clipping path draws nothing
    box = _placed((x0.value, y0.value, x1.value, y1.value), matrix)
    left, top, right, bottom = handle.to_page(*box)
    colour = _colour(obj) if fill.value else -1
    count = pdfium.path_segments(obj)
    return Shape(left, top, right, bottom, bool(fill.value), bool(stroke.value), count, colour)


def _placed(box: Quad, matrix: Affine) -> Quad:
    if matrix == IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _colour(obj: int) -> int:
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not pdfium.fill_colour(obj, byref(red), byref(green), byref(blue), byref(alpha)):
        return 0
    return (red.value << 16) | (green.value << 8) | blue.value
