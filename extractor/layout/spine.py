"""The text spine: words to the one text that all later offsets refer to.

This is the only place that decides what stands between two words: a space, a tab between table
cells, or nothing. A line-end hyphen is resolved here too, by the document's own vocabulary,
because only here both halves are known, over columns and pages as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest

from extractor.reading.model import Document, Word
from schemas.document import PlacedWord

_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CLOSING = re.compile(r"^[.,;:!?)\]}’”%]")
_TOUCHING = 0.1  # of the font size
_EVIDENCE = 2
_TENS = set("twenty thirty forty fifty sixty seventy eighty ninety".split())
_DIGITS = set("one two three four five six seven eight nine".split())
_ENDS_HYPHENATED = re.compile(r"[^\W\d_]-$")


class Vocabulary:
    """The words that this document prints within its lines, with how often."""

    def __init__(self, document: Document) -> None:
        self.words: Counter[str] = Counter()
        broken: list[tuple[str, str]] = []
        for page in document.pages:
            half = False
            for word, after in zip_longest(page.words, page.words[1:]):
                breaks = after is not None and _breaks(word, after)
                if after is not None and breaks:
                    broken.append((_last(word.text), _first(after.text)))
                if not breaks and not half:
                    self.words.update(match.lower() for match in _LETTERS.findall(word.text))
                half = breaks
        self._typesetter = sum(self._whole(*halves) for halves in broken) >= _EVIDENCE

    def _whole(self, left: str, right: str) -> bool:
        return self.words[f"{left}{right}"] > self.words[f"{left}-{right}"]

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether ``left-`` at a line's end and ``right`` are a word with a hyphen of its own.

        Where the document's vocabulary is silent, a document that never breaks a word with a
        hyphen elsewhere (Word does not) keeps it, and so do the halves of a numeral.
        """
        left, right = _last(left), _first(right)
        compound, whole = f"{left}-{right}", f"{left}{right}"
        if self.words[compound] or self.words[whole]:
            return self.words[compound] >= self.words[whole]
        if not self._typesetter or (left in _TENS and right in _DIGITS):
            return True
        return bool(self.words[left] and self.words[right])


def _last(text: str) -> str:
    found = _LETTERS.findall(text.lower())
    return found[-1] if found else ""


def _first(text: str) -> str:
    found = _LETTERS.findall(text.lower())
    return found[0] if found else ""


def assemble(runs: Iterable[list[Word]], vocabulary: Vocabulary) -> tuple[str, list[PlacedWord]]:
    """Text and placed words of runs of words; runs are the cells of a table row, parted by tabs."""
    parts: list[str] = []
    placed: list[PlacedWord] = []
    length = 0
    for number, run in enumerate(runs):
        before: Word | None = None
        for index, word in enumerate(run):
            after = run[index + 1] if index + 1 < len(run) else None
            text = _resolved(word, after, vocabulary)
            gap = ("\t" if number else "") if before is None else _between(before, word)
            if before is None and number and not placed:
                gap = ""
            parts += (gap, text)
            start = length + len(gap)
            length = start + len(text)
            placed.append(PlacedWord(start, length, *word[1:6]))
            before = word
        if not run and number:
            parts.append("\t")
            length += 1
    return "".join(parts), placed


def _resolved(word: Word, after: Word | None, vocabulary: Vocabulary) -> str:
    """The word's text, without its line-end hyphen where the typesetter put it."""
    if after is None or not _breaks(word, after):
        return word.text
    keeps = vocabulary.keeps_hyphen(word.text[:-1], after.text)
    return word.text if keeps or after.text[:1].isupper() else word.text[:-1]


def _breaks(word: Word, after: Word) -> bool:
    """Whether a hyphen parts two lines (columns, pages) here, and no dash does."""
    if not _ENDS_HYPHENATED.search(word.text) or not after.text[:1].isalnum():
        return False
    return word.hyphen or after.page != word.page or after.x0 < word.x1


def _between(before: Word, word: Word) -> str:
    if word.glued or _breaks(before, word):
        return ""
    same_line = word.page == before.page and word.x0 >= before.x1 - 1 and _overlap(before, word)
    if same_line and word.x0 - before.x1 < _TOUCHING * word.style.size:
        return "" if _CLOSING.match(word.text) or before.text in ("(", "‘", "“") else " "
    return " "


def _overlap(one: Word, other: Word) -> bool:
    return min(one.bottom, other.bottom) - max(one.top, other.top) > 0
