from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.language.pieces import Piece

TEXTS = st.text(alphabet="ab ,(", max_size=12)
OFFSETS = st.integers(0, 14)


@given(TEXTS, OFFSETS, OFFSETS, OFFSETS)
def test_a_piece_is_what_stands_at_its_place(text: str, first: int, second: int, end: int) -> None:
    piece = Piece(text).cut(first).cut(second, end)
    stripped = piece.strip(" ,("), piece.lstrip(" ,("), piece.removeprefix("a"), piece.strip()
    for one in (piece, *stripped):
        assert text[one.start : one.end] == one.text
    assert piece.text == text[first:][second:end]
    assert [one.text for one in stripped] == [
        piece.text.strip(" ,("),
        piece.text.lstrip(" ,("),
        piece.text.removeprefix("a"),
        piece.text.strip(),
    ]


def test_an_empty_piece_is_false() -> None:
    assert not Piece("")
    assert not Piece("plan").cut(4)
    assert Piece("plan")
