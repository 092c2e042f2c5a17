"""What expressions are made of: each alternative needs an example, each exception a trap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.language.data_files import pattern_file
from extractor.language.expressions import part_regex

_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<?!|.")


def alternatives(regex: str) -> list[str]:
    """The alternatives that a regular expression has at its top."""
    parted, depth = [""], 0
    for piece in _PIECE.findall(regex):
        depth += _depth(piece)
        if piece == "|" and not depth:
            parted.append("")
        else:
            parted[-1] += piece
    return parted


def exceptions(regex: str) -> Iterator[tuple[str, str]]:
    """Each exception of a regular expression ("(?!…)", "(?<!…)"), and the same without it."""
    pieces = _PIECE.findall(regex)
    for start, piece in enumerate(pieces):
        if piece in ("(?!", "(?<!") and pieces[start + 1] != ")":
            end, depth = start + 1, 1
            while depth:
                depth += _depth(pieces[end])
                end += 1
            yield "".join(pieces[start:end]), "".join([*pieces[:start], "(?:)", *pieces[end:]])


def parts_with_exceptions(name: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each exception in a part of a file: the part, the exception, and all parts without it."""
    parts = pattern_file(name).get("parts", {})
    written = {key: part_regex(part) for key, part in parts.items()}
    for key, part in written.items():
        for left_out, without in exceptions(part):
            yield key, left_out, written | {key: without}


def _depth(piece: str) -> int:
    return (piece[0] == "(") - (piece == ")")
