"""What reading could not do, collected over a document, in a few sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from extractor.reading.normalise import COMMANDS, without_lone_halves


class ReadingWarnings:
    """Collects sentences about a document; what is so of many pages is one sentence."""

    def __init__(self) -> None:
        self._pages: dict[str, list[int]] = defaultdict(list)
        self._document: list[str] = []
        self._lone_halves = self._commands = 0

    def of_page(self, number: int, sentences: Iterable[str]) -> None:
        """Note what was not read of a page (from 1)."""
        for sentence in sentences:
            self._pages[sentence].append(number)

    def of_document(self, sentence: str) -> None:
        """Note what is so of the whole document."""
        self._document.append(sentence)

    def of_text(self, chars: str, lone_halves: int) -> None:
        """Count what a text has that is no letter: its halves of letters are already replaced."""
        self._lone_halves += lone_halves
        self._commands += len(COMMANDS.findall(chars))

    def whole_letters(self, text: str) -> str:
        """A title, label or entry with U+FFFD for each half of a letter that stands alone."""
        whole, lone_halves = without_lone_halves(text)
        self.of_text(whole, lone_halves)
        return whole

    def sentences(self) -> list[str]:
        """All that was noted, in words."""
        found = self._document[:]
        found += [f"{_named(pages)}: {sentence}" for sentence, pages in self._pages.items()]
        if self._lone_halves:
            found.append(f"lone halves of letters, replaced by �: {self._lone_halves:,}")
        if self._commands:
            found.append(f"control and direction characters in its text: {self._commands:,}")
        return found


def _named(pages: list[int]) -> str:
    """Pages in words: "page 3", "pages 3, 5–9"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1][1:] = [page]
        else:
            runs.append([page])
    listed = ", ".join("–".join(map(str, run)) for run in runs)
    return f"page{'s' if len(pages) > 1 else ''} {listed}"
