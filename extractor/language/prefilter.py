"""What can match in a text at all: worked out from the expressions themselves.

Most expressions match in few texts, and most of those that do not match lack a piece of text that
any match must hold: "target" in ``\\btargets?\\s+of``. To look whether a piece stands in a text
takes a tenth of the time that an expression takes to find nothing. The pieces are worked out from
the parsed expression when it is compiled (after Russ Cox, "Regular Expression Matching with a
Trigram Index", 2012); nobody writes them down a second time. An expression of which nothing can
be worked out is always run.

A pattern over tokens is treated alike: what a text must hold are the words of its tokens, or a
digit; and the pieces of the text in which a match can begin are found with an expression that finds
whatever the pattern does, and more. Only these pieces are parted into tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress, product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

# Pieces of which one must stand in a match; more are no cheaper to look for than the expression.
# A fifth more or less changes no match, and the time of a conversion by less than a hundredth.
_MOST_PIECES = 48
# Letters other than their own capitals that `re.IGNORECASE` takes for ASCII letters.
_FOLDED = {"ſ": "s", "ı": "i", "i̇": "i"}
_TEXT = 150  # characters of a sentence
_FAR = 2**63 - 1  # the end of any text, as ``re`` has it


def folded(text: str) -> str:
    """A text in lower case, so that whatever an expression finds in any case stands in it."""
    lower = text.lower()
    if not lower.isascii():
        for letter, plain in _FOLDED.items():
            lower = lower.replace(letter, plain)
    return lower


class _Strings(NamedTuple):
    """What a part of an expression matches.

    ``exact``: all the texts that it can match, where they are few. ``needed``: pieces, one of which
    stands in whatever it matches. None: not known.
    """

    exact: frozenset[str] | None
    needed: frozenset[str] | None


_EMPTY = frozenset({""})
_UNKNOWN = _Strings(None, None)


@lru_cache(maxsize=4_000)
def required_pieces(regex: str, flags: int = 0) -> frozenset[str] | None:
    """Pieces of text, one of which stands in every match of an expression.

    With ``re.IGNORECASE`` they are in lower case, and stand in the folded text (``folded``).

    Args:
        regex: the expression.
        flags: those that it is compiled with.

    Returns:
        The pieces; None where nothing can be worked out.
    """
    tree = parser.parse(regex, flags)
    found = _sequence(tree, bool(tree.state.flags & re.IGNORECASE))
    return _best([found.exact, found.needed])


def _sequence(items: Iterable[tuple[Any, Any]], any_case: bool) -> _Strings:
    """What parts that follow each other match: texts that touch are joined."""
    known: list[frozenset[str] | None] = []
    current, literal, whole = _EMPTY, "", True
    for code, argument in items:
        one = _part(code, argument, any_case)
        known += [one.exact, one.needed]
        literal = literal + min(one.exact) if one.exact and len(one.exact) == 1 else ""
        known.append(frozenset({literal}))
        joined = _joined(current, one.exact)
        if joined is None:
            current, whole = _EMPTY if one.exact is None else one.exact, False
        else:
            current = joined
        known.append(current)
    return _Strings(current if whole else None, _best(known))


def _joined(left: frozenset[str], right: frozenset[str] | None) -> frozenset[str] | None:
    if right is None or len(left) * len(right) > _MOST_PIECES:
        return None
    return frozenset(one + other for one, other in product(left, right))


def _part(code: Any, argument: Any, any_case: bool) -> _Strings:
    """What one node of a parsed expression matches."""
    if code in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return _Strings(_EMPTY, None)  # takes no text
    if code in (op.LITERAL, op.IN):
        letters = _letters([(code, argument)] if code is op.LITERAL else argument, any_case)
        return _Strings(letters, letters)
    if code is op.BRANCH:
        return _branches([_sequence(one, any_case) for one in argument[1]])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, most, inner = argument
        return _repeated(least, most, _sequence(inner, any_case))
    if code is op.SUBPATTERN:
        _, added, removed, inner = argument
        return _UNKNOWN if added or removed else _sequence(inner, any_case)
    return _UNKNOWN


def _letters(members: list[tuple[Any, Any]], any_case: bool) -> frozenset[str] | None:
    """The few characters of a class, in lower case where the case does not matter."""
    if any(code is not op.LITERAL for code, _ in members):
        return None
    found = [chr(argument) for _, argument in members]
    if any_case and any(one.lower() != one.upper() and not one.isascii() for one in found):
        return None
    return frozenset(one.lower() for one in found) if any_case else frozenset(found)


def _branches(branches: list[_Strings]) -> _Strings:
    exact = [one.exact for one in branches]
    needed = [_best([one.exact, one.needed]) for one in branches]
    return _Strings(_union(exact), _union(needed))


def _union(sets: list[frozenset[str] | None]) -> frozenset[str] | None:
    known = [one for one in sets if one is not None]
    together = frozenset().union(*known)
    return together if len(known) == len(sets) and len(together) <= _MOST_PIECES else None


def _repeated(least: int, most: int, one: _Strings) -> _Strings:
    if most == 1 and one.exact is not None:
        return one if least else _Strings(one.exact | _EMPTY, None)
    return _Strings(None, _best([one.exact, one.needed])) if least else _UNKNOWN


def _best(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """Of sets of pieces the one that is rarest in a text; none where an empty piece is in it."""
    usable = [_fewest(one) for one in sets if one and "" not in one]
    return min(usable, key=_commonness, default=None)


def _fewest(pieces: frozenset[str]) -> frozenset[str]:
    """Pieces without those in which another stands."""
    return frozenset(
        one for one in pieces if not any(other != one and other in one for other in pieces)
    )


def _commonness(pieces: frozenset[str]) -> tuple[float, list[str]]:
    """What a set of pieces costs: how often one of them stands in a text, and to look for each.

    Each letter makes a piece eight times as rare, and to look for a piece takes a hundredth of the
    time of a search with the expression: so measured over reports. Twice or half of either moves
    the time of a conversion by less than a hundredth.
    """
    often = sum(_TEXT * 8.0 ** -len(one) for one in pieces)
    return min(1.0, often) + 0.01 * len(pieces), sorted(pieces)


class Filtered:
    """A compiled expression that is run only in texts that hold what any match of it must hold.

    It is asked as a ``re.Pattern`` is, and finds the same; ``unfiltered`` is that pattern.
    """

    def __init__(self, unfiltered: re.Pattern[str], pieces: frozenset[str]) -> None:
        """Ask for the pieces before the expression; they are in lower case if it has no case."""
        self.unfiltered = unfiltered
        self.match = unfiltered.match  # anchored: it fails as fast as a piece is looked for
        self.fullmatch = unfiltered.fullmatch
        self._can_match = _test(pieces, bool(unfiltered.flags & re.IGNORECASE))

    def search(self, text: str, pos: int = 0, endpos: int = _FAR) -> re.Match[str] | None:
        """The first match, as ``re.Pattern.search`` finds it."""
        return self.unfiltered.search(text, pos, endpos) if self._can_match(text) else None

    def finditer(self, text: str, pos: int = 0, endpos: int = _FAR) -> Iterator[re.Match[str]]:
        """All matches, as ``re.Pattern.finditer`` finds them."""
        return self.unfiltered.finditer(text, pos, endpos) if self._can_match(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """The texts of all matches or their groups, as ``re.Pattern.findall`` gives them."""
        return self.unfiltered.findall(text) if self._can_match(text) else []

    def split(self, text: str) -> list[str]:
        """The text between the matches, as ``re.Pattern.split`` gives it."""
        return self.unfiltered.split(text) if self._can_match(text) else [text]

    def sub(self, new: str, text: str) -> str:
        """The text with something else for each match, as ``re.Pattern.sub`` gives it."""
        return self.unfiltered.sub(new, text) if self._can_match(text) else text


Searchable = re.Pattern[str] | Filtered


def compiled(regex: str, flags: int = 0) -> Searchable:
    """An expression compiled, with its filter where one can be worked out.

    Args:
        regex: the expression.
        flags: as ``re.compile`` takes them.
    """
    pattern, pieces = re.compile(regex, flags), required_pieces(regex, flags)
    return pattern if pieces is None else Filtered(pattern, pieces)


def _test(pieces: frozenset[str], any_case: bool) -> Callable[[str], bool]:
    """Whether one of some pieces stands in a text."""
    listed = sorted(pieces, key=len)
    if any_case:
        return lambda text: any(map(folded(text).__contains__, listed))
    if len(listed) == 1:
        (piece,) = listed
        return lambda text: piece in text
    return lambda text: any(map(text.__contains__, listed))


class Shortlist:
    """Which of a list of expressions can match in a text."""

    def __init__(self, expressions: Iterable[Iterable[re.Pattern[str]]]) -> None:
        """Note the pieces of each rule.

        Args:
            expressions: for each rule those that must all match in the same text.
        """
        by_piece: dict[str, list[int]] = {}
        for number, needed in enumerate(expressions):
            sets = [required_pieces(one.pattern, one.flags) for one in needed]
            for piece in _best(sets) or [""]:
                by_piece.setdefault(piece.lower(), []).append(number)
        self._pieces, self._numbers = list(by_piece), list(by_piece.values())

    def numbers(self, text: str) -> list[int]:
        """Numbers of the rules that can match in a text, in their order."""
        found = compress(self._numbers, map(folded(text).__contains__, self._pieces))
        return sorted({number for numbers in found for number in numbers})


TEXTS: dict[str, Callable[[str], str]] = {"LOWER": str.lower, "TEXT": str, "ORTH": str}
_DIGIT = "0"  # stands for any digit among the words of a text
_WORD = re.compile(r"[a-z]+|[^\w\s]")
_ANY_DIGIT = re.compile(r"\d")
_ANYTHING = r"\S+"
_EDGE = "(?!(?<=[a-z])[a-z])"  # a token begins and ends anywhere but between two letters
Token = dict[str, Any]
Span = tuple[int, int]


class TokenFilter:
    """Which of some token patterns can match in a text, and in which pieces of it."""

    def __init__(
        self, patterns: Sequence[Sequence[list[Token]]], parted: Iterable[Sequence[str]]
    ) -> None:
        """Work out what each pattern needs.

        Args:
            patterns: for each pattern the ways to write it, as conditions that spaCy knows.
            parted: words that are parted into tokens between two letters, in their parts.
        """
        ways = [way for pattern in patterns for way in pattern]
        self._needs = [[_needed(way) for way in pattern] for pattern in patterns]
        self._parted = {"".join(parts): parts for parts in parted}
        within = frozenset(part for parts in self._parted.values() for part in parts)
        expressions = {_way_regex(way, within) for way in ways}
        self._begins = re.compile("|".join(sorted(expressions)))
        most = [_most_tokens(way) for way in ways]
        self._most = None if None in most else max(filter(None, most), default=0)

    def candidates(self, text: str) -> list[int]:
        """Numbers of the patterns whose words all stand in a text."""
        printed = _printed(text)
        if not self._parted.keys().isdisjoint(printed):
            named = self._parted.keys() & printed
            printed = printed.union(*(self._parted[word] for word in named))
        stand = printed.isdisjoint
        return [
            number
            for number, ways in enumerate(self._needs)
            if any(not any(map(stand, needs)) for needs in ways)
        ]

    def windows(self, text: str) -> list[Span]:
        """Pieces of a text, cut at its spaces, that hold all matches of all patterns."""
        lower = text.lower()
        if self._most is None or len(lower) != len(text):
            return [(0, len(text))]
        found: list[Span] = []
        begins = self._begins.search(lower)
        while begins:
            start = text.rfind(" ", 0, begins.start()) + 1
            end = _spaces_behind(text, begins.start(), self._most)
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
            begins = self._begins.search(lower, begins.start() + 1)
        return found


@lru_cache(maxsize=64)
def _printed(text: str) -> frozenset[str]:
    """The words and marks of a text in lower case, and ``_DIGIT`` if it has one."""
    lower = text.lower()
    found = _WORD.findall(lower)
    return frozenset((*found, _DIGIT) if _ANY_DIGIT.search(lower) else found)


def _spaces_behind(text: str, at: int, count: int) -> int:
    """Where the so many-th space behind an offset stands, or the text ends."""
    for _ in range(count):
        at = text.find(" ", at) + 1
        if not at:
            return len(text)
    return at - 1


def _needed(way: list[Token]) -> list[frozenset[str]]:
    """Sets of words, one of each of which stands in every match."""
    sets = (_words_of(token) for token in way if "OP" not in token)
    return [words for words in sets if words is not None]


def _words_of(token: Token) -> frozenset[str] | None:
    """Words in lower case, marks or ``_DIGIT``, one of which stands in whatever a token can be."""
    for attribute in TEXTS.keys() & token.keys():
        wanted = token[attribute]
        if isinstance(wanted, str):
            return _pieces([wanted])
        if wanted.keys() == {"IN"}:
            return _pieces(wanted["IN"])
        if wanted.keys() == {"REGEX"}:
            return _regex_words(wanted["REGEX"])
    return None


def _pieces(texts: Iterable[str]) -> frozenset[str] | None:
    """For each of some texts its longest word or, where it has none, a mark of it or a digit."""
    found = set()
    for text in texts:
        words = _WORD.findall(text.lower())
        if _ANY_DIGIT.search(text):
            words = [_DIGIT]
        if not words:
            return None
        found.add(max(words, key=len))
    return frozenset(found)


def _regex_words(regex: str) -> frozenset[str] | None:
    """The same of the texts that an expression finds, if it takes them as wholes."""
    whole = _whole(regex)
    if whole is None:
        return None
    alternatives: list[Any] = [whole]
    while len(alternatives) == 1 and len(alternatives[0]) == 1:
        code, argument = alternatives[0][0]
        if code is op.SUBPATTERN:
            alternatives = [argument[3]]
        elif code is op.BRANCH:
            alternatives = argument[1]
        else:
            break
    words = [_alternative_words(one) for one in alternatives]
    known = [one for one in words if one is not None]
    return frozenset().union(*known) if len(known) == len(words) else None


def _alternative_words(items: Any) -> frozenset[str] | None:
    exact = _sequence(items, any_case=False).exact
    if exact is not None:
        return _pieces(exact)
    return frozenset({_DIGIT}) if any(_is_digit(*item) for item in items) else None


def _is_digit(code: Any, argument: Any) -> bool:
    """Whether a node of a parsed expression takes at least one digit."""
    if code in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, _, inner = argument
        return least > 0 and any(_is_digit(*item) for item in inner)
    if code is op.LITERAL:
        return chr(argument).isdigit()
    return bool(code is op.IN) and all(_is_digit_class(*member) for member in argument)


def _is_digit_class(code: Any, argument: Any) -> bool:
    if code is op.RANGE:
        return bool(ord("0") <= argument[0] and argument[1] <= ord("9"))
    return bool(code is op.CATEGORY and argument is op.CATEGORY_DIGIT)


def _whole(regex: str) -> Any | None:
    """The nodes of an expression between ``^`` and ``$``, if it has both, and looks no further."""
    nodes = list(parser.parse(regex))
    ends = (op.AT, op.AT_BEGINNING), (op.AT, op.AT_END)
    if len(nodes) < 2 or (nodes[0], nodes[-1]) != ends:
        return None
    return None if _looks_around(nodes[1:-1]) else nodes[1:-1]


def _looks_around(value: Any) -> bool:
    """Whether a part of a parsed expression looks at what stands around what it takes."""
    if isinstance(value, (list, tuple, parser.SubPattern)):
        return any(map(_looks_around, value))
    return any(value is code for code in (op.AT, op.ASSERT, op.ASSERT_NOT))


def _most_tokens(way: list[Token]) -> int | None:
    """Tokens of the longest match; None where a token can stand any number of times."""
    return len(way) if all(token.get("OP", "?") == "?" for token in way) else None


def _way_regex(way: list[Token], within: frozenset[str]) -> str:
    """An expression that finds in a text in lower case whatever a token pattern finds in it."""
    return "".join(
        rf"(?:{_token_regex(token, within)}\s*)?"
        if "OP" in token
        else rf"{_token_regex(token, within)}\s*"
        for token in way
    ).removesuffix(r"\s*")


def _token_regex(token: Token, within: frozenset[str]) -> str:
    """An expression that finds whatever a token can be; ``within``: tokens inside a word."""
    regex = _text_regex(token)
    if regex is None:
        return _ANYTHING
    inside = any(re.fullmatch(regex, part) for part in within)
    return f"(?:{regex})" if inside else f"{_EDGE}(?:{regex}){_EDGE}"


def _text_regex(token: Token) -> str | None:
    for attribute in TEXTS.keys() & token.keys():
        wanted = token[attribute]
        if isinstance(wanted, str):
            return re.escape(wanted.lower())
        if wanted.keys() == {"IN"}:
            return "|".join(re.escape(one.lower()) for one in wanted["IN"])
        if wanted.keys() == {"REGEX"}:
            regex: str = wanted["REGEX"]
            capitals = re.search("[A-Z]", re.sub(r"\\.", "", regex))
            return None if capitals or _whole(regex) is None else regex[1:-1]
    return None
