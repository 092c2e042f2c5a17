"""Texts as they are compared: what two people may write differently is made one."""

from __future__ import annotations

import re

_ONE_SHAPE = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-")
    | {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "ﬁ": "fi", "ﬂ": "fl"}
    | dict.fromkeys("\u00ad\u200b", "")
)
_PER_CENT = re.compile(r"\s*per ?cent\b")
_SPACES = re.compile(r"\s+")
_EDGES = " .,;:()'\""


def plain(text: str) -> str:
    """Lower case, one shape of dash and quote, single spaces, ``%`` for "per cent"."""
    signs = _PER_CENT.sub("%", text.translate(_ONE_SHAPE).lower())
    return _SPACES.sub(" ", signs).strip(_EDGES)


def plain_words(text: str) -> str:
    """As :func:`plain`, with hyphens as spaces: "two-thirds" is "two thirds"."""
    return _SPACES.sub(" ", plain(text).replace("-", " "))
