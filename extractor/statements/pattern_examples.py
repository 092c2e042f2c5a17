"""Patterns of quantities held to their examples: what a sentence with one is read as.

An example is a sentence with the match between ⟦ and ⟧ and, behind an arrow, what must be read:
``⟦every second⟧ case → 50 (1/2)``. That is, in this order,

- the value in percent, or ``none`` where there is none, ``change`` for a rise, a fall or a gap,
  ``nothing`` where nothing is a quantity;
- numerator and denominator, where there are any: ``(1/2)``, or ``(41/)`` for a numerator alone;
- if one likes, the interval in percent: ``⟦over⟧ 60% of plans → 60 (60, 100]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from extractor.language.data_files import more_pattern_folders
from extractor.language.patterns import expected_span, patterns_of
from extractor.statements.findings import read_sentence
from extractor.statements.quantities.quantity_patterns import PATTERN_FILES, QuantityPattern
from schemas.errors import PatternInvalid
from schemas.finding import Finding

ARROW = " → "
_EXPECTED = re.compile(
    r"(?P<value>none|change|nothing|[\d.]+)"
    r"(?: \((?P<numerator>\d*)/(?P<denominator>\d*)\))?"
    r"(?: (?P<interval>[\[(][\d.]+, [\d.]+[\])]))?"
)


class Example(NamedTuple):
    """A sentence, half-open offsets of what must be found in it, what that must be read as."""

    text: str
    start: int
    end: int
    expected: str


def example_of(written: str) -> Example:
    """An example as it is written in a pattern file.

    Raises:
        PatternInvalid: it says not what is expected, or not so that it can be read.
    """
    marked, arrow, expected = written.rpartition(ARROW)
    if not arrow or not _EXPECTED.fullmatch(expected):
        raise PatternInvalid(f"an example ends with what is expected ({ARROW}50): {written!r}")
    text, (start, end) = expected_span(marked)
    return Example(text, start, end, expected)


def written_as(finding: Finding, *, interval: bool) -> str:
    """What is read, as an example says it."""
    value = "none" if finding.value is None else f"{round(finding.value, 3):g}"
    parts = ["change" if finding.change else value]
    if finding.numerator is not None or finding.denominator is not None:
        numbers = (finding.numerator, finding.denominator)
        parts.append("({}/{})".format(*("" if one is None else one for one in numbers)))
    if interval and finding.low is not None and finding.high is not None:
        opens, closes = "[" if finding.low_closed else "(", "]" if finding.high_closed else ")"
        parts.append(f"{opens}{round(finding.low, 3):g}, {round(finding.high, 3):g}{closes}")
    return " ".join(parts)


def read_as(pattern: QuantityPattern, example: Example) -> str:
    """What is read where an example marks it."""
    start, end = example.start, example.end
    found = [one for one in read_sentence(example.text) if one.start < end and start < one.end]
    if pattern.kind == "modifier":
        found = [one for one in found if one.modifier and one.start <= start and end < one.end]
    elif pattern.kind != "none":
        found = [one for one in found if one.rule == pattern.id and one.end == end]
    interval = example.expected.endswith((")", "]")) and "," in example.expected
    return written_as(found[0], interval=interval) if found else "nothing"


def wrong_examples(pattern: QuantityPattern) -> list[str]:
    """What a pattern does not hold to, a line each: its examples, and traps that it finds."""
    wrong = []
    for example in map(example_of, pattern.examples):
        read = read_as(pattern, example)
        if read != example.expected:
            wrong.append(f"{pattern.id}: {example.text!r} is {read}, not {example.expected}")
    for trap in pattern.traps:
        if any(one.rule == pattern.id for one in read_sentence(trap)):
            wrong.append(f"{pattern.id}: it finds its trap {trap!r}")
    return wrong


@contextmanager
def patterns_from(folder: Path) -> Iterator[None]:
    """Read statement forms of a folder outside the package too, for as long as it lasts.

    Its files have the names of those in ``extractor/statements/quantities`` and add to them.

    Args:
        folder: with ``fractions.jsonl``, ``modifiers.jsonl`` or the like.

    Raises:
        PatternInvalid: a line does not follow the format, or does not hold to its examples.
    """
    named = {f"{name}.jsonl" for name in PATTERN_FILES}
    files = sorted(one for one in folder.glob("*.jsonl"))
    if other := [one.name for one in files if one.name not in named]:
        raise PatternInvalid(f"no file of patterns for quantities is called {other[0]}")
    with more_pattern_folders(folder):
        patterns = [pattern for file in files for pattern in patterns_of(file, QuantityPattern)]
        if wrong := [line for pattern in patterns for line in wrong_examples(pattern)]:
            raise PatternInvalid("; ".join(wrong))
        yield
