"""Which rules can find anything in a text: those one of whose hints stands there."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress


class Hints:
    """The hints of a list of rules: pieces of text, one of which stands in whatever a rule finds.

    A text is searched for a plain piece ten times as fast as for an expression.
    """

    def __init__(self, rules: Iterable[list[str]]) -> None:
        """Note the hints of each rule; a rule without any can find something in every text."""
        by_hint: dict[str, list[int]] = {}
        for at, hints in enumerate(rules):
            for hint in hints or [""]:
                by_hint.setdefault(hint, []).append(at)
        self._hints, self._rules = list(by_hint), list(by_hint.values())

    def standing(self, text: str) -> list[int]:
        """Numbers of the rules that can find something in a text, in their order."""
        named = compress(self._rules, map(text.__contains__, self._hints))
        return sorted({at for rules in named for at in rules})
