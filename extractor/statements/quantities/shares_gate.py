"""A cheap test for shares: many sentences have an "of" and a number, few have them together."""

from __future__ import annotations

from extractor.language.expressions import Expressions
from extractor.language.numerals import number_in_words
from extractor.language.word_lists import shared_lists
from extractor.language.word_lists import words as listed

_FORMS = Expressions("ratios")
_PARTS = frozenset(shared_lists()["fraction_part"] + shared_lists()["fraction_parts"])
_PHRASES = listed("gate_phrases")
_FIRST = frozenset(phrase.split()[0] for phrase in _PHRASES)
_JOINS, _THEM, _BEFORE_OF = listed("gate_joins"), listed("gate_them"), listed("gate_before_of")
_ENDS = (".", ",", ";", ":", "!", "?", ")")
_REACH = 4  # words after "of" within which its number stands


def may_hold_share(printed: set[str], lower: str, numbers: bool) -> bool:
    """Whether a text can hold a fraction, a ratio, a complement or a rate.

    Args:
        printed: the pieces of letters in the text, in lower case.
        lower: the text in lower case.
        numbers: it has a number, in digits or words; without one it has no ratio.
    """
    if not _FIRST.isdisjoint(printed) and any(phrase in lower for phrase in _PHRASES):
        return True
    if not _PARTS.isdisjoint(printed) and _FORMS.gate_parts.search(lower):
        return True
    if "but" in printed and _FORMS.gate_but.search(lower):
        return True
    if not numbers:
        return False
    words = lower.split()
    return any(_ratio_at(words, index) for index, word in enumerate(words) if word in _JOINS)


def _ratio_at(words: list[str], index: int) -> bool:
    """Whether two numbers stand around an "of" or "in" as in a ratio."""
    left = words[index - 1] if index else ""
    right = words[index + 1 : index + 1 + _REACH]
    if words[index] in ("all", "every"):
        # "all five", "all of the six", "in every four"
        near = 1 if words[index] == "every" else 3
        return any(map(_is_number, right[:near]))
    if words[index] == "in":
        one = _is_number(left) or (index > 1 and _is_number(words[index - 2]))
        return one and bool(right) and (right[0] == "every" or _is_number(right[0]))
    opens = not left or left.endswith(_ENDS) or left in _BEFORE_OF
    counted = _is_number(words[index - 2] if left == "out" and index > 1 else left)
    if counted and right and right[0].rstrip(".,;:)") in _THEM:
        return True
    selected = opens or counted or (bool(right) and right[0].rstrip(",") in _THEM)
    return selected and any(map(_is_number, right))


def _is_number(word: str) -> bool:
    plain = word.strip("()[],.;:‘’'\"")
    return plain[:1].isdigit() or (plain.isascii() and number_in_words(plain) is not None)
