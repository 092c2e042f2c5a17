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
# An escape, a class, or one character of an expression.
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.S)
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
        self._parted = {"".join(parts): parts for parts in parted}
        within = frozenset(part for parts in self._parted.values() for part in parts)
        self._places = [_Places.of(ways, within) for ways in patterns]
        self._always: list[int] = []
        self._by_word: dict[str, list[tuple[int, list[frozenset[str]]]]] = {}
        for number, ways in enumerate(patterns):
            for needs in dict.fromkeys(tuple(_needed(way)) for way in ways):
                for word in needs[0] if needs else ():
                    self._by_word.setdefault(word, []).append((number, [*needs[1:]]))
                self._always += [] if needs else [number]

    def candidates(self, text: str) -> list[int]:
        """Numbers of the patterns whose words all stand in a text."""
        printed = _printed(text)
        if parted := self._parted.keys() & printed:
            printed = printed.union(*(self._parted[word] for word in parted))
        found = set(self._always)
        for word in self._by_word.keys() & printed:
            for number, others in self._by_word[word]:
                if number not in found and not any(map(printed.isdisjoint, others)):
                    found.add(number)
        return sorted(found)

    def windows(self, text: str, numbers: Iterable[int]) -> list[Span]:
        """Pieces of a text, cut at its spaces, that hold all matches of some of the patterns."""
        lower = text.lower()
        if len(lower) != len(text):
            return [(0, len(text))]
        joined: list[Span] = []
        for start, end in sorted(span for one in numbers for span in self._places[one].near(lower)):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
        return joined


class _Places(NamedTuple):
    """Where the matches of a pattern can be.

    ``begins``: finds the first token that no match can lack, with what follows it. ``before``: the
    most tokens before it; ``behind``: the most from it on, None where there can be any number.
    """

    begins: re.Pattern[str]
    before: int
    behind: int | None

    @classmethod
    def of(cls, ways: Sequence[list[Token]], within: frozenset[str]) -> _Places:
        """What is worked out of the ways to write a pattern."""
        endless = any(token.get("OP", "?") != "?" for way in ways for token in way)
        firsts = [next((at for at, one in enumerate(way) if "OP" not in one), 0) for way in ways]
        parts = {_way_regex(way[at:], within) for way, at in zip(ways, firsts, strict=True)}
        most = None if endless else max(map(len, ways))
        return cls(re.compile("|".join(sorted(parts))), max(firsts), most)

    def near(self, lower: str) -> Iterator[Span]:
        """The pieces of a text in lower case; each token is at least what is between two spaces."""
        if self.behind is None:
            yield 0, len(lower)
            return
        found = self.begins.search(lower)
        while found:
            at = start = found.start()
            for _ in range(1 + self.before):
                start = lower.rfind(" ", 0, max(start, 0))
            yield start + 1, _spaces_behind(lower, at, self.behind)
            found = self.begins.search(lower, at + 1)


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
    """Sets of words, one of each of which stands in every match; the smallest first."""
    sets = (_words_of(token) for token in way if "OP" not in token)
    return sorted((words for words in sets if words is not None), key=len)


def _words_of(token: Token) -> frozenset[str] | None:
    """Words in lower case, marks or ``_DIGIT``, one of which stands in whatever a token can be."""
    found: set[str] = set()
    for alternative in _alternatives(token) or [_ANYTHING]:
        words = _words_in(parser.parse(alternative))
        if words is None:
            return None
        found |= words
    return frozenset(found)


def _words_in(items: Any) -> set[str] | None:
    """The same for one expression that takes a whole token."""
    if any(_is_digit(*item) for item in items):
        return {_DIGIT}
    texts = _sequence(items, any_case=False).exact
    words = [_WORD.findall(text) for text in texts or ()]
    return {max(one, key=len) for one in words} if words and all(words) else None


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


def _way_regex(way: list[Token], within: frozenset[str]) -> str:
    """An expression that finds in a text in lower case whatever a token pattern finds in it."""
    written = [_token_regex(token, within) for token in way]
    pieces = [
        rf"(?:\s*{regex})?" if "OP" in token else rf"\s*{regex}"
        for token, regex in zip(way, written, strict=True)
    ]
    return written[0] + "".join(pieces[1:]) if "OP" not in way[0] else "".join(pieces)


def _token_regex(token: Token, within: frozenset[str]) -> str:
    """An expression that finds whatever a token can be; ``within``: tokens inside a word.

    A word stands between no letters. It is looked for before that is made sure of: a search for
    letters is much faster than one for edges.
    """
    listed = []
    for one in _alternatives(token) or [_ANYTHING]:
        plain = one.isascii() and one.isalpha() and one not in within
        listed.append(f"{one}(?<![a-z]{one})(?![a-z])" if plain else one)
    return f"(?:{'|'.join(listed)})"


def _alternatives(token: Token) -> list[str] | None:
    """Expressions that together take whatever a token can be, in lower case; None: not known."""
    for attribute in TEXTS.keys() & token.keys():
        wanted = token[attribute]
        if isinstance(wanted, str):
            return [re.escape(wanted.lower())]
        if wanted.keys() == {"IN"}:
            return [re.escape(one.lower()) for one in wanted["IN"]]
        if wanted.keys() == {"REGEX"} and _is_whole(wanted["REGEX"]):
            return _parted_at_bars(wanted["REGEX"][1:-1])
    return None


def _is_whole(regex: str) -> bool:
    """Whether an expression takes a token from ``^`` to ``$``, looks no further, has no capitals."""
    nodes = list(parser.parse(regex))
    ends = (op.AT, op.AT_BEGINNING), (op.AT, op.AT_END)
    if len(nodes) < 3 or (nodes[0], nodes[-1]) != ends or _looks_around(nodes[1:-1]):
        return False
    return not any(piece.isupper() and piece[0] != "\\" for piece in _PIECE.findall(regex))


def _looks_around(value: Any) -> bool:
    """Whether a part of a parsed expression looks at what stands around what it takes."""
    if isinstance(value, (list, tuple, parser.SubPattern)):
        return any(map(_looks_around, value))
    return any(value is code for code in (op.AT, op.ASSERT, op.ASSERT_NOT))


def _parted_at_bars(regex: str) -> list[str]:
    """The alternatives of an expression, those of groups that are alternatives too."""
    parted, depth = [""], 0
    for piece in _PIECE.findall(regex):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            parted.append("")
        else:
            parted[-1] += piece
    if len(parted) == 1:
        return _parted_at_bars(regex[3:-1]) if _is_one_group(regex) else parted
    return [one for part in parted for one in _parted_at_bars(part)]


def _is_one_group(regex: str) -> bool:
    """Whether all of an expression is one group that captures nothing."""
    pieces, depth = _PIECE.findall(regex), 0
    for at, piece in enumerate(pieces):
        depth += (piece == "(") - (piece == ")")
        if not depth and at + 1 < len(pieces):
            return False
    return regex.startswith("(?:")
