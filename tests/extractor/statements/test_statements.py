"""What a sentence says of each quantity, and what it leaves to its lead-in or an earlier one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor import read_sentence
from extractor.assembly.assembler import Body
from extractor.language.data_files import pattern_file
from schemas.document import Block, PlacedWord
from schemas.finding import Finding
from tests.extractor.told import findings_of


def one(text: str) -> Finding:
    (finding,) = [found for found in read_sentence(text) if found.kind not in ("count", "vague")]
    return finding


def paragraph(
    text: str, section: str = "a", lead_in: Block | None = None, block_id: str = "b"
) -> Block:
    return Block.model_construct(
        block_id=block_id,
        kind="item",
        text=text,
        words=[PlacedWord(0, len(text), 1, 50, 100, 500, 110)],
        section_id=section,
        lead_in=lead_in.text if lead_in else None,
        lead_in_id=lead_in.block_id if lead_in else None,
    )


@pytest.mark.parametrize(
    ("text", "population", "predicate"),
    [
        (
            "Boys are matched to families, with 86% being matched within three months.",
            "Boys",
            "being matched within three months",
        ),
        (
            "78% of plans are reviewed on time, which is better than elsewhere.",
            "plans",
            "are reviewed on time",
        ),
        (
            "78% of children attend good schools and thorough planning ensures that needs are met.",
            "children",
            "attend good schools",
        ),
        (
            "They raised the proportion of children in care who are in work from 62% in 2013.",
            "children in care",
            "who are in work",
        ),
        (
            "The percentage of prisoners who had a key worker was 64%.",
            "prisoners",
            "who had a key worker",
        ),
        (
            "Care was good, with only 9% of children placed outside the county.",
            "children",
            "placed outside the county",
        ),
        ("Older children make up 28% of this group.", "this group", "Older children"),
        ("In 24% of cases the screening was late.", "cases", "the screening was late"),
        ("The screening was late in 24% of cases.", "cases", "The screening was late"),
        ("Half of the officers spoke well of it.", "the officers", "spoke well of it"),
        ("Patients are seen soon, with 86% being seen at once.", "Patients", "being seen at once"),
        (
            "There was evidence in 70% of the cases that the person took part.",
            "the cases",
            "the person took part",
        ),
        ("We were told that in 37% of plans the risk was missed.", "plans", "the risk was missed"),
        (
            "Though screenings were often missing, in 80% of cases there was a full assessment.",
            "cases",
            "there was a full assessment",
        ),
        ("Half the officers had done the course.", "the officers", "had done the course"),
        ("Among men of 18 to 21, 44% were reconvicted.", "men of 18 to 21", "were reconvicted"),
        (
            "Of the prisoners we spoke to, 44% felt safe at night.",
            "prisoners",
            "felt safe at night",
        ),
    ],
)
def test_who_is_counted_and_what_is_said(text: str, population: str, predicate: str) -> None:
    finding = one(text)
    assert (finding.population, finding.predicate) == (population, predicate)
    assert population in text
    assert predicate in text


def test_the_negator_of_a_universal_says_nothing_of_what_is_good() -> None:
    denied, told = (
        read_sentence(text)[-1]
        for text in (
            "Work is not found for all prisoners.",
            "Work is not found for some prisoners.",
        )
    )
    assert (denied.text, denied.value, denied.polarity) == ("all", None, "+")
    assert (told.text, told.polarity) == ("some", "-")


def test_too_many_is_never_good() -> None:
    (many,) = read_sentence("Too many men were moved to another prison.")
    (few,) = read_sentence("Too few men were moved to an open prison.")
    assert (many.polarity, few.polarity) == ("-", "+")


def test_one_thing_is_nobody_elses_population() -> None:
    share, _ = read_sentence("Over 75% have only attended one school since.")
    assert share.population is None


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        (
            "The national panel has endorsed all decisions in June.",
            "The national panel has endorsed",
        ),
        ("We interviewed 35 officers during the inspection.", "We interviewed"),
        ("There were two men in custody.", "in custody"),
        ("There were no exclusions in the past year.", "There were"),
        ("This included four men from the north.", "from the north"),
    ],
)
def test_the_verb_may_stand_before_what_is_counted(text: str, predicate: str) -> None:
    assert read_sentence(text)[0].predicate == predicate


def test_a_clause_ends_before_the_next_quantity() -> None:
    first, second = read_sentence("Some were not timely and some needed more detail.")
    assert (first.predicate, second.predicate) == ("were not timely", "needed more detail")
    homes, away = read_sentence("The prison held 1,145 men, of whom 17% were foreign nationals.")
    assert (homes.predicate, away.predicate) == ("The prison held", "were foreign nationals")


@pytest.mark.parametrize(
    ("text", "populations"),
    [
        ("In some teams some children in need do not have a plan.", ["teams", "children"]),
        ("Some of these young people use several services.", ["these young people", "services"]),
        ("Too many children and too many adopters wait too long.", ["children", "adopters"]),
    ],
)
def test_who_is_counted_ends_before_another_quantity(text: str, populations: list[str]) -> None:
    assert [one.population for one in read_sentence(text)] == populations


def test_a_pronoun_stands_for_what_was_counted_before() -> None:
    _, offered = read_sentence("Contact was due in 20 cases and in 18 of these an offer was made.")
    assert (offered.population, offered.predicate) == ("20 cases", "an offer was made")


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("In half of the cases the plan was late.", "finding"),
        ("Half of the prisoners said that they felt safe.", "user_survey"),
        ("Most magistrates thought the reports were good.", "other"),
        ("The trust's own audit found that 40% of plans were late.", "other"),
        ("Of 17 victims, 12 said they had been kept informed.", "victim_survey"),
        ("Most victims were given the chance to express their views.", "finding"),
    ],
)
def test_whose_words_they_are(text: str, context: str) -> None:
    assert read_sentence(text)[-1].context == context


def test_two_quantities_of_one_sentence_have_their_own_predicates() -> None:
    late, wrong = read_sentence(
        "In 24% of cases the screening was completed late, and in 22% the screening was inaccurate."
    )
    assert (late.population, wrong.population) == ("cases", "cases")
    assert late.predicate == "the screening was completed late"
    assert wrong.predicate == "the screening was inaccurate"
    assert (late.polarity, wrong.polarity) == ("-", "-")


def test_what_is_compared_with_has_the_predicate_of_what_it_is_compared_to() -> None:
    own, other = read_sentence("Of the children, 90% had a check, compared to 87% nationally.")
    assert (own.context, other.context) == ("finding", "comparison")
    assert other.population == "nationally"
    assert other.predicate == own.predicate == "had a check"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("In 60% of cases the plan was clear.", "+"),
        ("In 60% of cases the plan was not clear.", "-"),
        ("In 60% of cases the work was insufficient.", "-"),
        ("In 60% of cases no visit was missed.", "+"),
        ("In 60% of cases they had not been cautioned for, charged with or convicted of it.", "+"),
        ("In 60% of cases the plan was either not done or of insufficient quality.", "-"),
        ("In 60% of cases they complied without the need for further action.", "+"),
        ("In 60% of cases the plan was in need of more detail.", "-"),
        ("In 60% of cases a timely approach was taken where visits had been missed.", "+"),
        ("In 60% of cases staff failed to record it.", "-"),
        ("It rose by 5% in a year.", "0"),
        ("Plans were not read in half of the cases.", "-"),
        ("Half of the men were left at risk of harm.", "-"),
        ("Half of the children who are not in school are receiving help.", "+"),
        ("Half of the men who were seen are waiting too long.", "-"),
        ("In half of the cases where a man was unfit, we saw good work.", "+"),
        ("In half of the cases seen where work was led by staff, there was no record.", "-"),
        ("Half of the plans were too adult-focused.", "-"),
        ("Half of the men live in low income families.", "0"),
    ],
)
def test_polarity_by_words_and_their_reach(text: str, polarity: str) -> None:
    assert one(text).polarity == polarity


def test_an_exception_finds_its_base_earlier_in_the_sentence() -> None:
    finding = one("In May 443 pupils were at home and all but one had a place.")
    assert (finding.kind, finding.numerator, finding.denominator) == ("complement", 442, 443)
    assert one("In May 443 pupils left, and all but one school replied.").denominator is None


def share_in(*blocks: Block) -> Finding:
    """The one share of some blocks, read as those of a report."""
    (share,) = [one for one in findings_of(Body(list(blocks))) if one.kind == "percentage"]
    return share


def test_a_population_left_out_comes_from_the_sentence_before() -> None:
    finding = share_in(paragraph("We read the sentence plans. 31% were late."))
    assert (finding.population, finding.population_context) == (None, "sentence plans")
    assert (finding.population_start, finding.population_end) == (12, 26)
    assert finding.population_block is None


def test_a_new_section_forgets_what_the_last_one_said() -> None:
    named = paragraph("We read 20 plans.", "a", block_id="a")
    assert share_in(named, paragraph("31% were late.", "a")).population_context == "plans"
    assert share_in(named, paragraph("31% were late.", "a")).population_block == "a"
    assert share_in(named, paragraph("31% were late.", "b")).population_context is None


def test_a_list_item_has_population_and_predicate_from_its_lead_in() -> None:
    lead_in = paragraph("We saw these needs in offenders:", block_id="a")
    finding = share_in(lead_in, paragraph("alcohol: 42%", lead_in=lead_in))
    assert finding.population_context == "offenders"
    assert finding.predicate_context == "We saw these needs in offenders"
    for name, start, end in (("population", 22, 31), ("predicate", 0, 31)):
        assert getattr(finding, f"{name}_block") == "a"
        assert (getattr(finding, f"{name}_start"), getattr(finding, f"{name}_end")) == (start, end)


@pytest.mark.parametrize("first", ["15%", "17%"])
def test_what_one_figure_is_about_says_nothing_of_another_that_holds_its_text(first: str) -> None:
    text = f"Plans were good in {first} of cases; staff turnover, at 5%, is steady."
    good, steady = read_sentence(text)
    assert (good.text, good.polarity) == (first, "+")
    assert (steady.text, steady.polarity) == ("5%", "-")


TWICE = [
    # two equal quantities with two predicates
    ("In 5% of plans risk was missed, and in 5% of plans it was well managed.", "5%", ["-", "+"]),
    # two equal predicates, one of them denied
    ("Plans were not shared in 30% of cases; reviews were shared in 40%.", None, ["-", "+"]),
    # a quantity whose text stands earlier as a part of another number
    ("Of 120 homes, 20 homes were not safe and 12 homes were safe.", None, None),
    ("Seven cases were late, but seven cases were on time.", "Seven", None),
]


@pytest.mark.parametrize(("text", "_", "__"), TWICE)
def test_equal_phrases_in_one_sentence_keep_their_own_places(
    text: str, _: str | None, __: list[str] | None
) -> None:
    found = read_sentence(text)
    assert len(found) >= 2
    for one in found:
        assert text[one.start : one.end] == one.text
        for name in ("population", "predicate"):
            phrase = getattr(one, name)
            if phrase is not None:
                start, end = (getattr(one, f"{name}_{side}") for side in ("start", "end"))
                assert text[start:end] == phrase
    assert len({(one.predicate_start, one.start) for one in found}) == len(found)


@pytest.mark.parametrize(("text", "_", "signs"), [one for one in TWICE if one[2]])
def test_equal_phrases_in_one_sentence_have_answers_of_their_own(
    text: str, _: str | None, signs: list[str]
) -> None:
    assert [one.polarity for one in read_sentence(text)] == signs


def test_rare_forms(gold_folder: Path) -> None:
    text = (gold_folder / "rare_forms.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    traps = [row for row in rows if row["text"] is None]
    wrong = [row["sentence"] for row in rows if row not in traps and not is_right(row)]
    assert traps
    assert [hard(row["sentence"]) for row in traps] == [[] for _ in traps]
    assert len(wrong) <= 2


def hard(text: str) -> list[Finding]:
    return [found for found in read_sentence(text) if found.kind not in ("count", "vague")]


def is_right(row: dict[str, Any]) -> bool:
    """Text, kind, value, numerator and denominator as a reader wrote them down."""
    return any(
        found.text.lower() == row["text"].lower()
        and (found.kind, found.numerator, found.denominator)
        == (row["kind"], row["numerator"], row["denominator"])
        and found.value == (row["value"] and pytest.approx(row["value"], abs=0.11))
        for found in hard(row["sentence"])
    )


def test_every_listed_word_is_a_word() -> None:
    """YAML reads an unquoted "on" or "no" as true or false."""
    listed = pattern_file("word_lists")
    assert [word for words in listed.values() for word in words if not isinstance(word, str)] == []
