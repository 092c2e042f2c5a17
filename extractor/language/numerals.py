"""Numbers and fractions in words, digits and Roman numerals: the one place that reads them.

The words are in ``numerals.yaml``. In British use "and" stands before the tens and units ("two
thousand and five", "one hundred and five thousand").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache, lru_cache

from extractor.language.data_files import pattern_file

# No report prints a thousand million in digits. What looks like it is a list that has lost its
# spaces ("612,613,615,618"), a telephone number or an ISBN, and may not fit into 64 bits.
_BEYOND_DIGITS = 10**9
_SMALL = 20  # greatest of the numbers that reports write in words as a rule
_LEAST_PART = 10  # "a tenth": smaller parts are printed in figures
_ROMAN = re.compile(r"^(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PIECE = re.compile(r"[a-z]+")
_AND = r"[\s-]+(?:and\s+)?"


@cache
def _values(*groups: str) -> dict[str, int]:
    """The words of some groups of the table, with their values."""
    table: dict[str, dict[str, int]] = pattern_file("numerals")
    return {word: value for group in groups for word, value in table[group].items()}


@cache
def _ordinals() -> dict[str, int]:
    """Ordinals of all numbers of one word: "seventh", "twentieth", "hundredth"."""
    listed = _values("ordinals")
    regular = {
        f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th": value
        for word, value in _values("units", "teens", "tens", "hundred").items()
        if value not in listed.values()
    }
    return listed | regular


@cache
def _part() -> dict[str, int]:
    """What one part of a whole is called, and how many make the whole: "third" is 3."""
    return _values("parts") | {word: value for word, value in _ordinals().items() if value > 2}


@cache
def _parts() -> dict[str, int]:
    """What several are called: "thirds", "halves"."""
    irregular: dict[str, str] = pattern_file("numerals")["plurals"]
    return {irregular.get(word, f"{word}s"): value for word, value in _part().items()}


@cache
def number_lists() -> dict[str, tuple[str, ...]]:
    """Lists of words made from the table, each longest first, so that it can be an expression.

    They are what ``⟨small_number⟩`` stands for in an expression: ``unit_number`` one to nine,
    ``tens_number`` twenty to ninety, ``small_number`` one to twenty, ``number_word`` one to
    ninety-nine as far as they are one word, ``plural_number`` the same without one,
    ``ordinal_number`` first to tenth, ``fraction_part`` half, third … tenth,
    ``fraction_parts`` halves, thirds … tenths.
    """
    numbers = _values("units", "teens", "tens")
    lists: dict[str, Iterable[str]] = {
        "unit_number": _values("units"),
        "tens_number": _values("tens"),
        "small_number": [word for word, value in numbers.items() if value <= _SMALL],
        "number_word": numbers,
        "plural_number": [word for word, value in numbers.items() if value > 1],
        "ordinal_number": [word for word, value in _ordinals().items() if value <= _LEAST_PART],
        "fraction_part": [word for word, value in _part().items() if value <= _LEAST_PART],
        "fraction_parts": [word for word, value in _parts().items() if value <= _LEAST_PART],
    }
    return {
        name: tuple(sorted(listed, key=lambda word: (-len(word), word)))
        for name, listed in lists.items()
    }


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


@cache
def _phrase() -> str:
    """A number in words as an expression, the longest that can be read first."""
    unit, tens = _any_of(_values("units")), _any_of(_values("tens"))
    small = rf"(?:{tens}(?:[\s-]+{unit})?|{_any_of(_values('teens'))}|{unit})"
    phrase = rf"(?:(?:(?:{small}|an?)[\s-]+)?hundred(?:{_AND}{small})?|{small})"
    group, sized = phrase, {**_values("scales"), **_values("dozen")}
    for scale in _values("scales"):  # in ascending order
        phrase = rf"(?:(?:{group}|an?)[\s-]+{scale}(?:{_AND}{phrase})?|{phrase})"
    dozen = rf"(?:(?:{small}|an?)[\s-]+)?{_any_of(_values('dozen'))}"
    half = rf"half[\s-]+an?[\s-]+{_any_of(sized)}"
    return rf"(?:{half}|{dozen}|{phrase}|{_any_of(_values('nought'))})"


@cache
def _number() -> re.Pattern[str]:
    """A number in digits or words: no part of a longer word ("one-third"), no half of a number."""
    large = _any_of(_values("scales"))
    digits = rf"(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:[\s-]+(?P<scale>{large})\b)?"
    more = _any_of(_values("hundred", "dozen", "scales"))
    return re.compile(rf"{digits}|(?<![\w-])(?P<words>{_phrase()})(?!\w|-\w|[\s-]+{more}\b)", re.I)


@lru_cache(maxsize=20_000)
def number_in_words(text: str) -> int | None:
    """The number that a text is: "Seventy-seven", "forty two", "one hundred and five", "a dozen".

    None for other words, and for a number in digits.
    """
    match = _number().fullmatch(text.strip())
    return _value(match["words"]) if match and match["words"] else None


def figure(text: str) -> str | None:
    """A number in digits or words as plain digits: "1,250" is "1250", "forty-two" is "42".

    None for other words, and for digits that are no single number.
    """
    match = _number().fullmatch(text.strip())
    if match is None or match["scale"]:
        return None
    if match["words"]:
        return str(_value(match["words"]))
    plain = match["digits"].replace(",", "")
    return plain if Fraction(plain) < _BEYOND_DIGITS else None


def whole_numbers(text: str) -> list[int]:
    """Whole numbers in digits and words, in order: "17 of the twenty-one" is 17 and 21.

    What cannot be one number is left out: a decimal, and digits that make a thousand million.
    """
    numbers = map(_of_match, _number().finditer(text))
    return [number for number in numbers if number is not None]


def _of_match(match: re.Match[str]) -> int | None:
    if match["words"]:
        return _value(match["words"])
    exact = Fraction(match["digits"].replace(",", ""))
    if exact >= _BEYOND_DIGITS:
        return None
    exact *= _values("scales")[match["scale"].lower()] if match["scale"] else 1
    return int(exact) if exact.denominator == 1 else None


def _value(phrase: str) -> int:
    """The value of a number in words that is one."""
    simple = _values("nought", "units", "teens", "tens")
    multiples, scales = _values("hundred", "dozen"), _values("scales")
    words = _PIECE.findall(phrase.lower())
    total = current = 0
    for word in words:
        if word in scales:
            total, current = total + (current or 1) * scales[word], 0
        elif word in multiples:
            current = (current or 1) * multiples[word]
        else:  # "a" and "and" add nothing
            current += simple.get(word, 0)
    return (total + current) // (2 if words[0] == "half" else 1)


def fraction_in_words(text: str) -> Fraction | None:
    """The fraction that a text is: "half", "a third", "two-thirds", "seven ninths"; else None.

    A part without a count is one of them; several parts without a count are no fraction.
    """
    match = _fraction().fullmatch(text.strip())
    if not match:
        return None
    named = match["part"].lower()
    parts = _part().get(named) or _parts()[named]
    count = match["count"]
    if count is None:
        return Fraction(1, parts) if named in _part() else None
    number = 1 if count.lower() in ("a", "an") else _value(count)
    return Fraction(number, parts)


@cache
def _fraction() -> re.Pattern[str]:
    """A count and the name of a part, which reports print as one or several either way."""
    named = _any_of([*_part(), *_parts()])
    return re.compile(rf"(?:(?P<count>{_phrase()}|an?)[\s-]+)?(?P<part>{named})", re.I)


def roman_value(text: str) -> int | None:
    """Value of a lower-case Roman numeral up to 399, as page numbers have it; else None."""
    if not _ROMAN.match(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    after = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, after, strict=True))
