"""The closed lists of words by which a sentence is read without a model (``word_lists.yaml``)."""

from __future__ import annotations

from functools import cache

from extractor.language.data_files import pattern_file


@cache
def words(name: str) -> frozenset[str]:
    """A list of ``word_lists.yaml``, in lower case.

    Raises:
        KeyError: there is no list of that name.
    """
    return frozenset(pattern_file("word_lists")[name])
