"""Letter-spaced titles, whose letters are read as words: "C A R E E R S  A DV I C E"."""

from __future__ import annotations

from extractor.layout.lettering.settings import LETTERING
from extractor.layout.lines import gaps_of
from extractor.layout.model import Line
from extractor.reading.model import Word


def join_letter_spaced(lines: list[Line]) -> list[Line]:
    """Make words again of lines that are set letter by letter, in place."""
    for line in lines:
        if (
            len(line.words[0].text) <= LETTERING.spaced_letters
            and len(line.words) >= LETTERING.spaced_words
            and _is_spaced(line)
        ):
            line.words = _joined(line.words)
    return lines


def _is_spaced(line: Line) -> bool:
    texts = [word.text for word in line.words]
    if max(map(len, texts)) > LETTERING.spaced_letters + 1:
        return False
    letters = sum(len(text) == 1 and text.isalpha() for text in texts)
    if letters < max(LETTERING.spaced_words - 1, LETTERING.spaced_share * len(texts)):
        return False
    return 0 < _least_gap(line.words) <= LETTERING.spaced_gap * line.size


def _least_gap(words: list[Word]) -> float:
    return min(gaps_of(words))


def _joined(words: list[Word]) -> list[Word]:
    least = _least_gap(words)
    joined = [words[0]]
    for word in words[1:]:
        last = joined[-1]
        if word.x0 - last.x1 <= LETTERING.spaced_word_gap * least:
            joined[-1] = last._replace(text=last.text + word.text, x1=word.x1, hyphen=word.hyphen)
        else:
            joined.append(word)
    return joined
