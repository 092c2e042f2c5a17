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
from functools import lru_cache, reduce
from itertools import compress, product
from math import exp
from operator import or_
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple, Self

# Pieces of which one must stand in a match; more are no cheaper to look for than the expression.
# A fifth more or less changes no match, and the time of a conversion by less than a hundredth.
_MOST_PIECES = 48
# Letters other than their own capitals that `re.IGNORECASE` takes for ASCII letters.
_FOLDED = {"ſ": "s", "ı": "i", "i̇": "i"}
_MOST_SETS = 6  # sets of pieces that are kept of an expression; two are looked for
_TEXT = 150  # characters of a sentence
_DIGITS = "0123456789"
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
# Texts after which the pieces of an expression are worked out: that takes as long as some 200
# searches,
# and an expression that a short run asks a few times is never parsed anew.
_PAYS = 200
_FAR = 2**63 - 1  # the end of any text, as ``re`` has it


def lower_case(text: str) -> str:
    """A text in lower case and as long as it was, so that its offsets hold."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


@lru_cache(maxsize=256)  # a sentence is asked for many lists of expressions in a row
def folded(text: str) -> str:
    """A text in lower case, so that whatever an expression finds in any case stands in it."""
    lower = text.lower()
    if not lower.isascii():
        for letter, plain in _FOLDED.items():
            lower = lower.replace(letter, plain)
    return _with_plain_digits(lower)


def _with_plain_digits(text: str) -> str:
    """A text in which each digit of another script is a 0."""
    return text if text.isascii() else _OTHER_DIGIT.sub("0", text)


class _Strings(NamedTuple):
    """What a part of an expression matches.

    ``exact``: all the texts that it can match, where they are few. ``needed``: pieces, one of which
    stands in whatever it matches. None: not known.
    """

    exact: frozenset[str] | None
    needed: frozenset[str] | None


_EMPTY = frozenset({""})
_UNKNOWN = _Strings(None, None)


def required_pieces(regex: str, flags: int = 0) -> frozenset[str] | None:
    """Pieces of text, one of which stands in every match of an expression.

    With ``re.IGNORECASE`` they are in lower case, and stand in the folded text (``folded``).

    Args:
        regex: the expression.
        flags: those that it is compiled with.

    Returns:
        The pieces; None where nothing can be worked out.
    """
    return next(iter(_required(regex, flags)), None)


@lru_cache(maxsize=4_000)
def _required(regex: str, flags: int) -> tuple[frozenset[str], ...]:
    """All sets of pieces that are worked out, one of each of which must stand; the rarest first."""
    tree = parser.parse(regex, flags)
    return _rarest_first(_parts(tree, bool(tree.state.flags & re.IGNORECASE))[1])


def _sequence(items: Iterable[tuple[Any, Any]], any_case: bool) -> _Strings:
    """What parts that follow each other match."""
    exact, known = _parts(items, any_case)
    return _Strings(exact, _best(known))


def _parts(
    items: Iterable[tuple[Any, Any]], any_case: bool
) -> tuple[frozenset[str] | None, list[frozenset[str] | None]]:
    """All that parts in a row match, and the sets that they need; texts that touch are joined."""
    known: list[frozenset[str] | None] = []
    current, literal, whole = _EMPTY, "", True
    for code, argument in items:
        one = _part(code, argument, any_case)
        if one.exact is not None and len(one.exact) == 1:
            literal += min(one.exact)
        else:
            known += [one.exact, one.needed, frozenset({literal})]
            literal = ""
        joined = _joined(current, one.exact)
        if joined is None:
            known.append(current)
            current, whole = _EMPTY if one.exact is None else one.exact, False
        else:
            current = joined
    known += [current, frozenset({literal})]
    return current if whole else None, known


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
    found = [letter for code, argument in members for letter in _members(code, argument)]
    if "" in found:
        return None
    if any_case and any(one.lower() != one.upper() and not one.isascii() for one in found):
        return None
    return frozenset(one.lower() for one in found) if any_case else frozenset(found)


def _members(code: Any, argument: Any) -> str | list[str]:
    """The characters that a member of a class is; an empty one where they are many."""
    if code is op.LITERAL:
        return chr(argument)
    if code is op.CATEGORY and argument is op.CATEGORY_DIGIT:
        return _DIGITS
    few = code is op.RANGE and argument[1] - argument[0] < len(_DIGITS)
    return [chr(one) for one in range(argument[0], argument[1] + 1)] if few else [""]


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
    usable = [one for one in sets if one and "" not in one]
    return _fewest(min(usable, key=_commonness)) if usable else None


def _rarest_first(sets: Iterable[frozenset[str] | None]) -> tuple[frozenset[str], ...]:
    usable = {one for one in sets if one and "" not in one}
    rarest = sorted(usable, key=_commonness)[:_MOST_SETS]
    return tuple(dict.fromkeys(map(_fewest, rarest)))


def _fewest(pieces: frozenset[str]) -> frozenset[str]:
    """Pieces without those in which another stands."""
    return frozenset(
        one for one in pieces if not any(other != one and other in one for other in pieces)
    )


def _telling(sets: Sequence[frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """The first of some sets of pieces, and the next of which neither follows from the other.

    The empty piece stands in every text.
    """
    first = sets[0] if sets else _EMPTY
    others = (one for one in sets if not (_follows(one, first) or _follows(first, one)))
    return first, next(others, _EMPTY)


def _follows(pieces: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of some pieces stands wherever one of others does."""
    return all(any(piece in other for piece in pieces) for other in others)


def _commonness(pieces: frozenset[str]) -> tuple[float, list[str]]:
    """What a set of pieces costs: how often one of them stands in a text, and to look for each.

    Each letter makes a piece eight times as rare, and to look for a piece takes a hundredth of the
    time of a search with the expression: so measured over reports. Twice or half of either moves
    the time of a conversion by less than a hundredth.
    """
    often = _TEXT * sum([8.0 ** -len(one) for one in pieces])
    return 1 - exp(-often) + 0.01 * len(pieces), sorted(pieces)


class Filtered:
    """A compiled expression that is run only in texts that hold what any match of it must hold.

    It is asked as a ``re.Pattern`` is, and finds the same; ``unfiltered`` is that pattern. What a
    match must hold is worked out when the expression has been asked often enough for it to pay.
    """

    def __init__(self, unfiltered: re.Pattern[str]) -> None:
        """Run the expression in every text, until its pieces are worked out."""
        self.unfiltered = unfiltered
        self.match = unfiltered.match  # anchored: it fails as fast as a piece is looked for
        self.fullmatch = unfiltered.fullmatch
        self._asked = 0
        self._can_match: Callable[[str], bool] = self._not_yet

    def prepared(self) -> Self:
        """With the pieces worked out at once."""
        sets = _required(self.unfiltered.pattern, self.unfiltered.flags)
        any_case = bool(self.unfiltered.flags & re.IGNORECASE)
        self._can_match = _test(*_telling(sets), any_case) if sets else _always
        return self

    def _not_yet(self, _: str) -> bool:
        self._asked += 1
        if self._asked > _PAYS:
            self.prepared()
        return True

    def search(self, text: str, pos: int = 0, endpos: int = _FAR) -> re.Match[str] | None:
        """The first match, as ``re.Pattern.search`` finds it."""
        piece = text if endpos == _FAR and pos <= 0 else text[max(pos, 0) : endpos]
        return self.unfiltered.search(text, pos, endpos) if self._can_match(piece) else None

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


def compiled(regex: str, flags: int = 0) -> Filtered:
    """An expression compiled, with its filter.

    Args:
        regex: the expression.
        flags: as ``re.compile`` takes them.
    """
    return Filtered(re.compile(regex, flags))


def _always(_: str) -> bool:
    return True


def _test(pieces: frozenset[str], others: frozenset[str], any_case: bool) -> Callable[[str], bool]:
    """Whether one of some pieces stands in a text, and one of some others too."""
    listed, further = sorted(pieces, key=len), sorted(others, key=len)
    if any_case:
        plain: Callable[[str], str] = folded
    elif not any(map(_ANY_DIGIT.search, pieces | others)):
        plain = str
    else:
        plain = _with_plain_digits
    if further == [""]:
        if len(listed) == 1 and plain is str:
            (piece,) = listed
            return lambda text: piece in text
        return lambda text: any(map(plain(text).__contains__, listed))

    def both(text: str) -> bool:
        stands = plain(text).__contains__
        return any(map(stands, listed)) and any(map(stands, further))

    return both


class Shortlist:
    """Which of a list of rules can match in a text: each is some expressions that must all match.

    Two sets of pieces are looked for: most rules need rare words, or common words and a number.
    """

    def __init__(self, rules: Iterable[Iterable[re.Pattern[str]]]) -> None:
        """Work out the pieces of the expressions of each rule."""
        by_piece: dict[str, int] = {}  # a bit for each rule
        self._second: list[tuple[str, ...]] = []
        for number, rule in enumerate(rules):
            sets = {found for one in rule for found in _required(one.pattern, one.flags)}
            first, second = _telling(sorted(sets, key=_commonness))
            for piece in map(str.lower, first):
                by_piece[piece] = by_piece.get(piece, 0) | 1 << number
            self._second.append(tuple(sorted(map(str.lower, second))))
        self._pieces, self._bits = list(by_piece), list(by_piece.values())
        self._known: dict[int, list[tuple[tuple[str, ...], list[int]]]] = {}

    def numbers(self, text: str) -> list[int]:
        """Numbers of the rules that can match in a text, in their order."""
        stands = folded(text).__contains__
        named = reduce(or_, compress(self._bits, map(stands, self._pieces)), 0)
        if named not in self._known:
            self._known[named] = self._by_second(named)
        found: list[int] = []
        for pieces, numbers in self._known[named]:
            if any(map(stands, pieces)):
                found += numbers
        return sorted(found)

    def _by_second(self, named: int) -> list[tuple[tuple[str, ...], list[int]]]:
        """The rules of some bits, by the second set of pieces that they need."""
        groups: dict[tuple[str, ...], list[int]] = {}
        for number, pieces in enumerate(self._second):
            if named >> number & 1:
                groups.setdefault(pieces, []).append(number)
        return list(groups.items())


TEXTS: dict[str, Callable[[str], str]] = {"LOWER": str.lower, "TEXT": str, "ORTH": str}
_DIGIT = "0"  # stands for any digit among the words of a text
_WORD = re.compile(r"[a-z]+|[^\w\s]")
_ANY_DIGIT = re.compile(r"\d")
_FIGURES = _DIGITS.encode()
# Small letters for letters, and spaces for all else.
_LETTERS = bytes(ord(chr(one).lower()) if chr(one).isalpha() else 32 for one in range(128)) + bytes(
    [32] * 128
)
_ANYTHING = r"\S+"
# Tokens of a pattern, from its rarest on, that an expression looks for before spaCy does. With two,
# twice as many texts get through; with four, the expressions take ten times as long to compile.
_LOOKED_AT = 3
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
        parted = [*parted]
        within = frozenset(part for parts in parted for part in parts)
        self._places = [_Places.of(ways, within) for ways in patterns]
        needs = [_weakest(_needed(way) for way in ways) for ways in patterns]
        bits: dict[frozenset[str], int] = {}  # a bit for each set of words
        for words in (words for ways in needs for way in ways for words in way):
            bits.setdefault(words, 1 << len(bits))
        self._needs = [
            [reduce(or_, map(bits.__getitem__, way), 0) for way in ways] for ways in needs
        ]
        listed = {word for words in bits for word in words}
        own = {word: sum(bit for words, bit in bits.items() if word in words) for word in listed}
        self._marks = {word: bit for word, bit in own.items() if not word.isalnum()}
        self._bits = {word.encode(): bit for word, bit in own.items() if word.isalnum()}
        for parts in parted:
            inner = reduce(
                or_, (own.get(word, 0) for one in parts for word in _WORD.findall(one)), 0
            )
            for word in map(str.encode, _WORD.findall("".join(parts)) if inner else ()):
                self._bits[word] = self._bits.get(word, 0) | inner
        self._words = frozenset(self._bits)
        self._known: dict[int, list[int]] = {}

    def candidates(self, text: str) -> list[int]:
        """Numbers of the patterns whose words all stand in a text."""
        named = reduce(or_, map(self._bits.__getitem__, self._words & _printed(text)), 0)
        for mark, bit in self._marks.items():
            if mark in text:
                named |= bit
        if named not in self._known:
            self._known[named] = [
                number
                for number, ways in enumerate(self._needs)
                if any(way & named == way for way in ways)
            ]
        return self._known[named]

    def windows(self, text: str, numbers: Iterable[int]) -> tuple[list[Span], list[int]]:
        """Pieces of a text, cut at its spaces, that hold all matches of some of the patterns.

        And the numbers of those patterns that can match in one of the pieces.
        """
        lower = lower_case(text)
        found = [(one, span) for one in numbers for span in self._places[one].near(lower)]
        joined: list[Span] = []
        for start, end in sorted(span for _, span in found):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
        return joined, sorted({one for one, _ in found})


class _Places(NamedTuple):
    """Where the matches of a pattern can be.

    ``anchor``: finds the rarest token that no match can lack, with what follows it. ``before``: the
    most tokens before it; ``behind``: the most from it on, None where there can be any number.
    """

    anchor: re.Pattern[str]
    before: int
    behind: int | None

    @classmethod
    def of(cls, ways: Sequence[list[Token]], within: frozenset[str]) -> _Places:
        """What is worked out of the ways to write a pattern."""
        endless = any(token.get("OP", "?") != "?" for way in ways for token in way)
        anchors = [_rarest(way) for way in ways]
        parts = {
            _way_regex(way[at : at + _LOOKED_AT], within)
            for way, at in zip(ways, anchors, strict=True)
        }
        most = None if endless else max(map(len, ways))
        return cls(re.compile("|".join(sorted(parts))), max(anchors), most)

    def near(self, lower: str) -> Iterator[Span]:
        """The pieces of a text in lower case; each token is at least what is between two spaces."""
        if self.behind is None:
            yield 0, len(lower)
            return
        found = self.anchor.search(lower)
        while found:
            at = start = found.start()
            for _ in range(1 + self.before):
                start = lower.rfind(" ", 0, max(start, 0))
            yield start + 1, _spaces_behind(lower, at, self.behind)
            found = self.anchor.search(lower, at + 1)


@lru_cache(maxsize=64)
def _printed(text: str) -> frozenset[bytes]:
    """The words of a text, runs of a to z in lower case, and ``_DIGIT`` if it has one."""
    plain = text if text.isascii() else _with_plain_digits(text.lower())
    letters = plain.encode("ascii", "replace")
    found = letters.translate(_LETTERS).split()
    has_digit = len(letters.translate(None, _FIGURES)) < len(letters)
    return frozenset((*found, _DIGIT.encode()) if has_digit else found)


def _spaces_behind(text: str, at: int, count: int) -> int:
    """Where the so many-th space behind an offset stands, or the text ends."""
    for _ in range(count):
        at = text.find(" ", at) + 1
        if not at:
            return len(text)
    return at - 1


def _rarest(way: list[Token]) -> int:
    """Which token of a pattern no match can lack and is rarest: that with the fewest words."""
    fewest = [
        (len(_words_of(token) or ()) or _MOST_PIECES, at)
        for at, token in enumerate(way)
        if "OP" not in token
    ]
    return min(fewest)[1] if fewest else 0


def _needed(way: list[Token]) -> list[frozenset[str]]:
    """Sets of words, one of each of which stands in every match; the smallest first."""
    sets = (_words_of(token) for token in way if "OP" not in token)
    return sorted((words for words in sets if words is not None), key=len)


def _weakest(needs: Iterable[list[frozenset[str]]]) -> list[list[frozenset[str]]]:
    """Of what the ways to write a pattern need, what does not follow from what another needs."""
    listed = sorted(needs, key=len)
    weakest: list[list[frozenset[str]]] = []
    for one in listed:
        if not any(all(words in one for words in other) for other in weakest):
            weakest.append(one)
    return weakest


def _words_of(token: Token) -> frozenset[str] | None:
    """Words in lower case, marks or ``_DIGIT``, one of which stands in whatever a token can be."""
    return _words_of_all(_alternatives(token) or (_ANYTHING,))


@lru_cache(maxsize=1_000)
def _words_of_all(alternatives: tuple[str, ...]) -> frozenset[str] | None:
    """The same for the expressions of which one takes a token."""
    found = [_words_in(one) for one in alternatives]
    known = [words for words in found if words is not None]
    return frozenset().union(*known) if len(known) == len(found) else None


@lru_cache(maxsize=10_000)
def _words_in(alternative: str) -> frozenset[str] | None:
    """The same for one expression that takes a whole token."""
    items = parser.parse(alternative)
    if any(_is_digit(*item) for item in items):
        return frozenset({_DIGIT})
    texts = _sequence(items, any_case=False).exact
    words = [_WORD.findall(text) for text in texts or ()]
    return frozenset(max(one, key=len) for one in words) if words and all(words) else None


def _is_digit(code: Any, argument: Any) -> bool:
    """Whether a node of a parsed expression takes at least one digit."""
    if code in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, _, inner = argument
        return least > 0 and any(_is_digit(*item) for item in inner)
    if code is op.LITERAL:
        return chr(argument).isdigit()
    return bool(code is op.IN) and all(_is_digit_class(*member) for member in argument)


def _ends_in_digit(items: Any) -> bool:
    """Whether whatever an expression takes ends in a digit: no token ends between two."""
    *others, (code, argument) = [*items] or [(None, None)]
    if code in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, _, inner = argument
        return _ends_in_digit(inner) and (least > 0 or _ends_in_digit(others))
    if code is op.SUBPATTERN:
        return _ends_in_digit(argument[3])
    return code is not None and _is_digit(code, argument)


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
    listed = (_edged(one, within) for one in _alternatives(token) or (_ANYTHING,))
    return f"(?:{'|'.join(listed)})"


@lru_cache(maxsize=10_000)
def _edged(alternative: str, within: frozenset[str]) -> str:
    """An expression for a token with what must hold at its edges."""
    if alternative.isascii() and alternative.isalpha() and alternative not in within:
        return f"{alternative}(?<![a-z]{alternative})(?![a-z])"
    ends_in_digit = _ends_in_digit(parser.parse(alternative))
    return rf"{alternative}(?!\d)" if ends_in_digit else alternative


def _alternatives(token: Token) -> tuple[str, ...] | None:
    """Expressions that together take whatever a token can be, in lower case; None: not known."""
    for attribute in TEXTS.keys() & token.keys():
        wanted = token[attribute]
        if isinstance(wanted, str):
            return (re.escape(wanted.lower()),)
        if wanted.keys() == {"IN"}:
            return tuple(re.escape(one.lower()) for one in wanted["IN"])
        if wanted.keys() == {"REGEX"}:
            return _regex_alternatives(wanted["REGEX"])
    return None


@lru_cache(maxsize=1_000)
def _regex_alternatives(regex: str) -> tuple[str, ...] | None:
    """The same for an expression that takes a token from end to end; None for others."""
    plain = _without_looks(regex)
    return tuple(_parted_at_bars(plain[1:-1])) if _is_whole(plain) else None


def _is_whole(regex: str) -> bool:
    """Whether an expression takes a token from ``^`` to ``$`` and no more, without capitals."""
    nodes = list(parser.parse(regex))
    ends = (op.AT, op.AT_BEGINNING), (op.AT, op.AT_END)
    if len(nodes) < 3 or (nodes[0], nodes[-1]) != ends or _has_edges(nodes[1:-1]):
        return False
    return not any(piece.isupper() and piece[0] != "\\" for piece in _PIECE.findall(regex))


def _has_edges(value: Any) -> bool:
    """Whether a part of a parsed expression asks for an edge: "^", "\\b"."""
    if isinstance(value, (list, tuple, parser.SubPattern)):
        return any(map(_has_edges, value))
    return value is op.AT


def _without_looks(regex: str) -> str:
    """An expression without what looks ahead or behind, which finds as much and more."""
    kept, skipped = "", 0
    pieces = _PIECE.findall(regex)
    for at, piece in enumerate(pieces):
        looks = piece == "(" and re.match(r"\?<?[=!]", "".join(pieces[at + 1 : at + 4]))
        if skipped or looks:
            skipped += (piece == "(") - (piece == ")")
        else:
            kept += piece
    return kept


@lru_cache(maxsize=1_000)
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
