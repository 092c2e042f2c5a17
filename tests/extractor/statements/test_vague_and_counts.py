"""Words without a number and bare counts: over people and work only, and never counted twice."""

from __future__ import annotations

import pytest

from extractor.statements.quantities.finder import read_quantities
from schemas.finding import Quantity


def soft(text: str) -> list[Quantity]:
    return [one for one in read_quantities(text) if one.kind in ("count", "vague")]


@pytest.mark.parametrize(
    ("text", "printed", "value", "modifier"),
    [
        ("Most plans were clear.", "Most", None, None),
        ("The vast majority of plans were clear.", "The vast majority", None, "vast"),
        ("Nearly all prisoners had a key worker.", "Nearly all", None, "Nearly"),
        ("All referrals are dealt with in time.", "All", 100.0, None),
        ("No children were left at risk.", "No", 0.0, None),
        ("This has not been done for all children.", "all", None, None),
        ("Not all patients see it so.", "Not all", None, None),
        ("It was a factor in each case.", "each", 100.0, None),
        ("It was not a factor in any of the cases.", "any", 0.0, None),
        ("Too many plans failed to say it.", "Too many", None, "Too"),
        ("In rural areas many plans failed to say it.", "many", None, None),
        ("A very small number of files were lost.", "A very small number", None, "very small"),
        ("Plans were late and some were missing.", "some", None, None),
        ("For many, it got worse.", "many", None, None),
        ("Officers call often and most find them kind.", "most", None, None),
        ("Turnover was high in some social work teams.", "some", None, None),
        ("Some who are in care wait too long.", "Some", None, None),
        ("Only a minority have used it.", "Only a minority", None, "Only"),
        ("It was good for those we saw, with many praising it.", "many", None, None),
        ("All those seen by inspectors were sound.", "All", 100.0, None),
        ("They are virtually all reviewed in time.", "virtually all", None, "virtually"),
        ("Not one of the plans said so.", "Not one", 0.0, None),
        ("They keep information about all prisoners.", "all", 100.0, None),
        ("Neither of the two hostels had a room.", "Neither", 0.0, None),
        ("Hardly any prisoners had work.", "Hardly any", None, "Hardly"),
        ("The wings are old, and most (if not more) were cold.", "most", None, None),
        ("In some cases work was signed too soon.", "some", None, None),
    ],
)
def test_a_word_for_a_share(
    text: str, printed: str, value: float | None, modifier: str | None
) -> None:
    (quantity,) = soft(text)
    assert (quantity.kind, quantity.text) == ("vague", printed)
    assert (quantity.value, quantity.modifier) == (value, modifier)
    assert text[quantity.start : quantity.end] == printed


@pytest.mark.parametrize(
    ("text", "printed", "number"),
    [
        ("The sample had 41 cases.", "41", 41),
        ("There were only two proposals.", "only two", 2),
        ("Approximately 137,000 children live here.", "Approximately 137,000", 137000),
        ("At 30 June 2016, 1,379 children had a plan.", "1,379", 1379),
        ("Workers have 30 or more children each on their list.", "30 or more", 30),
        ("It has recruited 13 more officers.", "13 more", 13),
        ("188 (or 21.1%) live elsewhere.", "188", 188),
        ("Of this number, 142 (or 32%) live elsewhere.", "142", 142),
        ("This is an increase from 3,009 at 31st March 2013.", "3,009", 3009),
        ("Only six of the offender managers had been trained.", "Only six", 6),
        ("In one case this was not done.", "one", 1),
        ("It joins 12 local authorities to train a carer.", "12", 12),
        ("weapons (42)\t50%\t52%", "42", 42),
        ("In eight the change was not seen in time.", "eight", 8),
        ("A visit was due, but this was only done in four.", "four", 4),
        ("Plans were copied, and at least 11 of them were wrong.", "at least 11", 11),
        ("This was so in at least 11 of them.", "at least 11", 11),
        ("Planning was outstanding in a further two.", "further two", 2),
        ("It was clear, and one said it made no difference.", "one", 1),
        ("The remaining five prisoners had moved.", "The remaining five", 5),
    ],
)
def test_a_bare_count(text: str, printed: str, number: int) -> None:
    (quantity,) = soft(text)
    assert (quantity.kind, quantity.text, quantity.numerator) == ("count", printed, number)
    assert quantity.value is None


@pytest.mark.parametrize(
    "text",
    [
        "Some progress was made on most aspects of this.",
        "It was not clear at all.",
        "Most importantly, it was safe, and the most serious harm was seen.",
        "The unit opened in 2013 after 12 months and 3 visits a week of 20 minutes.",
        "They passed five GCSEs at grade 4.",
        "In 41% of 44 relevant cases it was late.",
        "Seven of the eight reports were late.",
        "Children who had three or more placements did worse.",
        "He was 17 years old and lived 20 miles away.",
        "Half of all children are visited.",
        "All but two of the teams agreed.",
        "No one knew, and one another was asked.",
        "There are no plans to develop it.",
        "The police chair MAPPA2 meetings.",
        "See pages 12 to 14 and section 47 of the Act.",
        "It was copied from one review to the next.",
        "Every second file lacked it.",
        "Of the 37 children placed, 73% did well.",
        "The 2015– 16 training programme for staff was late.",
        "Everything was rolled into one, and it stayed so.",
        "Attainment at Key Stages 1 and 2 has improved.",
        "There is no management oversight on files.",
    ],
)
def test_what_is_neither(text: str) -> None:
    assert soft(text) == []


def test_a_short_year_before_a_number_is_no_count() -> None:
    found = soft("At 30 June 15, 400 children were the subject of a plan.")
    assert [one.text for one in found] == ["400"]


def test_most_is_more_than_half_and_all_is_all() -> None:
    (most,) = soft("Most plans were clear.")
    assert most.interval == (50.0, 100.0, False, False)
    (every,) = soft("Every case was seen.")
    assert every.interval == (100.0, 100.0, True, True)
    (nearly,) = soft("Nearly all cases were seen.")
    assert nearly.interval is None
