"""The alternatives of regular expressions: each needs an example of its own."""

from __future__ import annotations

import re


def alternatives(regex: str) -> list[str]:
    """The alternatives that a regular expression has at its top."""
    pieces, depth = [""], 0
    for piece in re.findall(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", regex):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            pieces.append("")
        else:
            pieces[-1] += piece
    return pieces
