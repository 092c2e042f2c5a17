"""Forms of words by their endings and by lists: a blank pipeline knows no parts of speech.

All take a word in lower case. Irregular verb forms are the list ``finite`` of
``word_lists.yaml``, nouns and adjectives in -ed and -ing are its list ``not_participles``.
"""

from __future__ import annotations

from extractor.language.word_lists import words

_NOT = ("n't", "n’t")


def is_regular_past(word: str) -> bool:
    """Whether a word has the ending of a past tense or past participle: "seen" has not."""
    return word.endswith("ed")


def is_gerund(word: str) -> bool:
    """Whether a word has the ending of a present participle: "experiencing"."""
    return word.endswith("ing")


def is_participle(word: str, *, after_noun: bool = False) -> bool:
    """Whether a word is a participle; one in -ing only after a noun: "children experiencing"."""
    ending = is_regular_past(word) or (after_noun and is_gerund(word))
    return ending and word not in words("not_participles")


def is_finite(word: str) -> bool:
    """Whether a word can be the verb of a clause: one that is listed, or a regular past."""
    return word in words("finite") or is_regular_past(word)


def is_contracted_not(word: str) -> bool:
    """Whether a word ends in a contracted "not": "isn't"."""
    return word.endswith(_NOT)
