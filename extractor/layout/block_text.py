"""The text of a block: words to the one text that all later offsets refer to.

This is the only place that decides what stands between two words: a space, a tab between table
cells, or nothing. A line-end hyphen is resolved here too, by the document's own vocabulary,
because only here both halves are known, over columns and pages as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from extractor.language.numerals import number_in_words
from extractor.layout.settings import LAYOUT
from extractor.reading.model import Document, Style, Word
from schemas.document import PlacedWord

_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_AROUND = ".,;:!?()‘’“”'\""
_CLOSING = re.compile(r"^[.,;:!?)\]}’”%]")
_new = tuple.__new__  # a NamedTuple's own constructor costs twice as much, once a word
_ENDS_HYPHENATED = re.compile(r"[^\W\d_]-$")


class Vocabulary:
    """The words that this document prints within its lines, with how often."""

    def __init__(self, document: Document) -> None:
        broken: list[tuple[str, str]] = []
        within: list[str] = []
        for page in document.pages:
            texts = [word.text for word in page.words]
            hyphens = "- " in " ".join(texts)  # a page has seldom one at a word's end
            ends = enumerate(texts[:-1]) if hyphens else ()
            for at in [at for at, text in ends if text[-1:] == "-"]:
                word, after = page.words[at : at + 2]
                if _breaks(word, after):
                    broken.append((_last(word.text), _first(after.text)))
                    texts[at] = texts[at + 1] = ""
            within += texts
        self.words = _counted(within)
        self._typesetter = sum(self._whole(*halves) for halves in broken) >= LAYOUT.hyphen_evidence

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
        if not self._typesetter or number_in_words(compound) is not None:
            return True
        return bool(self.words[left] and self.words[right])


def _counted(texts: list[str]) -> Counter[str]:
    """How often each word of letters stands in some texts: each different text is read once."""
    counts: dict[str, int] = {}
    for text, count in Counter(texts).items():
        bare = text.lower().strip(_AROUND)
        if bare.isalpha():  # most are one word
            counts[bare] = counts.get(bare, 0) + count
            continue
        for word in _LETTERS.findall(bare):
            counts[word] = counts.get(word, 0) + count
    return Counter(counts)


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
    length, rounding = 0, LAYOUT.rounding
    for number, run in enumerate(runs):
        if number:
            parts.append("\t")
            length += 1
        before: Word | None = None
        of: Style | None = None
        dash = False
        right = touching = 0.0
        ends = len(run) - 1
        for index, word in enumerate(run):
            text, page, x0, top, x1, bottom, style, _, glued, _ = word
            if style is not of:
                of, touching = style, LAYOUT.touching * style.size
            if before is not None:
                near = dash or glued or -rounding <= x0 - right < touching
                if not near or _between(before, word):
                    parts.append(" ")
                    length += 1
            dash = "-" in text and text[-1] == "-"
            if dash and index < ends:
                text = _resolved(word, run[index + 1], vocabulary)
            parts.append(text)
            start, length = length, length + len(text)
            placed.append(_new(PlacedWord, (start, length, page, x0, top, x1, bottom)))
            before, right = word, x1
    return "".join(parts), placed


def _resolved(word: Word, after: Word, vocabulary: Vocabulary) -> str:
    """The word's text, without its line-end hyphen where the typesetter put it."""
    if not _breaks(word, after):
        return word.text
    keeps = vocabulary.keeps_hyphen(word.text[:-1], after.text)
    return word.text if keeps or after.text[:1].isupper() else word.text[:-1]


def _breaks(word: Word, after: Word) -> bool:
    """Whether a hyphen parts two lines (columns, pages) here, and no dash does."""
    if not _ENDS_HYPHENATED.search(word.text) or not after.text[:1].isalnum():
        return False
    return word.hyphen or after.page != word.page or after.x0 < word.x1


def _between(before: Word, word: Word) -> bool:
    """Whether a space stands between two words that touch, or after a dash."""
    if word.glued or (before.text[-1:] == "-" and _breaks(before, word)):
        return False
    gap = word.x0 - before.x1
    if -LAYOUT.rounding <= gap < LAYOUT.touching * word.style.size and word.page == before.page:
        closes = _CLOSING.match(word.text) or before.text in ("(", "‘", "“")
        return not (closes and _overlap(before, word))
    return True


def _overlap(one: Word, other: Word) -> bool:
    return min(one.bottom, other.bottom) - max(one.top, other.top) > 0
