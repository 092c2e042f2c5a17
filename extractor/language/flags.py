"""Conditions on the tokens that can open a match, as flags of the vocabulary.

The Matcher tries every pattern at every token. A list of words or a regular expression costs it a
look-up in Python's objects each time; a flag of the token's lexeme is one bit, worked out once for
each word of the vocabulary (https://spacy.io/api/vocab#add_flag).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_FLAGS = 63  # bits of a lexeme, some of which spaCy itself has taken
TEXTS: dict[str, Callable[[str], str]] = {"LOWER": str.lower, "TEXT": str, "ORTH": str}


class Flags:
    """The flags of one vocabulary, one for each different condition."""

    def __init__(self, vocab: Any) -> None:
        self._vocab = vocab
        self._known: dict[str, int] = {}

    def flagged(self, pattern: list[dict[str, Any]]) -> list[dict[Any, Any]]:
        """A token pattern that asks for flags up to the first token that must be there."""
        opening = 1 + next((at for at, one in enumerate(pattern) if one.get("OP") != "?"), 0)
        return [*map(self._asking, pattern[:opening]), *pattern[opening:]]

    def _asking(self, token: dict[str, Any]) -> dict[Any, Any]:
        """A token's condition with a flag for what one can stand for."""
        asked: dict[Any, Any] = {}
        for attribute, wanted in token.items():
            flag = self._flag(attribute, wanted)
            asked |= {attribute: wanted} if flag is None else {flag: True}
        return asked

    def _flag(self, attribute: str, wanted: Any) -> int | None:
        """The flag of a condition; None where it is plain, of another kind, or no bit is left."""
        key, test = f"{attribute} {wanted}", _test(attribute, wanted)
        if test is None or (key not in self._known and not self.is_room()):
            return None
        if key not in self._known:
            self._known[key] = self._vocab.add_flag(test)
        return self._known[key]

    def is_room(self) -> bool:
        """Whether a bit is left for another condition."""
        return any(bit not in self._vocab.lex_attr_getters for bit in range(1, _FLAGS + 1))


def _test(attribute: str, wanted: Any) -> Callable[[str], bool] | None:
    """What a flag asks of a word's text."""
    form = TEXTS.get(attribute)
    if form is None or not isinstance(wanted, dict) or len(wanted) != 1:
        return None
    if "IN" in wanted:
        words = frozenset(wanted["IN"])
        return lambda text: form(text) in words
    if "REGEX" in wanted:
        found = re.compile(wanted["REGEX"]).search
        return lambda text: found(form(text)) is not None
    return None
