from __future__ import annotations

import pytest

from extractor.restatements.short_forms import short_forms


@pytest.mark.parametrize(
    ("text", "short", "meant"),
    [
        ("the Risk of Serious Harm (RoSH) to others", "rosh", "risk of serious harm"),
        ("the quality of personal education plans (PEPs)", "pep", "personal education plans"),
        ("a Register of Wet and Dry Cellars (RWDC)", "rwdc", "register of wet and dry cellars"),
        ("the Multi-Agency Flood Panel (MAFP)", "mafp", "multi agency flood panel"),
    ],
)
def test_the_words_before_a_short_form_are_those_it_stands_for(
    text: str, short: str, meant: str
) -> None:
    assert short_forms([text]) == {short: meant}


@pytest.mark.parametrize(
    "text",
    [
        "of those who were asked (NB: not all were)",
        "the local authority (Ofsted) was told",
        "fifteen homes (AB) were seen",
        "Risk of Serious (RoSH) is too short",
        "(RoSH)",
    ],
)
def test_brackets_whose_letters_do_not_begin_the_words_explain_nothing(text: str) -> None:
    assert short_forms([text]) == {}


def test_the_first_explanation_holds() -> None:
    told = ["the Flood Action Plan (FAP)", "the Fire Alarm Panel (FAP)"]
    assert short_forms(told) == {"fap": "flood action plan"}
