from __future__ import annotations

import inspect
from typing import Any

import pytest

from schemas import errors

CODES = {
    "FindingsError": "error",
    "UnreadableFile": "unreadable",
    "EmptyFile": "empty",
    "NotAPdf": "not_a_pdf",
    "DamagedPdf": "damaged",
    "TooLarge": "too_large",
    "PasswordNeeded": "password",
    "FrameworkInvalid": "framework_invalid",
    "PatternInvalid": "pattern_invalid",
    "CorpusError": "corpus",
}
CLASSES: dict[str, Any] = dict(inspect.getmembers(errors, inspect.isclass))


@pytest.mark.parametrize("name", CODES)
def test_codes_never_change(name: str) -> None:
    assert CLASSES[name].code == CODES[name]


def test_all_have_one_base_and_a_code_of_their_own() -> None:
    assert [n for n, one in CLASSES.items() if not issubclass(one, errors.FindingsError)] == []
    codes = [one.code for one in CLASSES.values()]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("name", ["EmptyFile", "NotAPdf", "DamagedPdf", "PasswordNeeded"])
def test_what_cannot_be_read_can_be_caught_together(name: str) -> None:
    with pytest.raises(errors.UnreadableFile) as caught:
        raise CLASSES[name]("why")
    assert str(caught.value) == "why"
