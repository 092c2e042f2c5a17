"""The closed lists of words by which a sentence is read without a model (``word_lists.yaml``)."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from pydantic import AfterValidator

from extractor.language.data_files import pattern_file
from extractor.language.numerals import number_lists

_NAMED = re.compile("⟨(.*?)⟩")


@cache
def words(name: str) -> frozenset[str]:
    """A list of ``word_lists.yaml``, in lower case.

    Raises:
        KeyError: there is no list of that name.
    """
    return frozenset(pattern_file("word_lists")[name])


@cache
def shared_lists() -> dict[str, tuple[str, ...]]:
    """Lists that any expression or token pattern can name: number words and ``month``."""
    return {**number_lists(), "month": tuple(pattern_file("word_lists")["months"])}


def with_shared_lists(regex: str) -> str:
    """A regular expression with ``⟨small_number⟩`` and the like written out."""
    lists = shared_lists()
    return _NAMED.sub(
        lambda match: any_of(lists[match[1]]) if match[1] in lists else match[0], regex
    )


Regex = Annotated[str, AfterValidator(with_shared_lists)]


def any_of(words: tuple[str, ...] | list[str]) -> str:
    """A regular expression for any of some words or expressions, tried in their order."""
    return f"(?:{'|'.join(words)})"
