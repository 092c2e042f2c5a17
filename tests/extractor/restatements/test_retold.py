from __future__ import annotations

from extractor.restatements.candidates import StatedSentence, candidates, stated_sentences
from extractor.restatements.features import mentions_of
from extractor.restatements.wording import rarities
from tests.extractor.told import tell

SEEN = "We look for tenants, porters and landlords who plan the drill of each staircase together. "


def told(*texts: tuple[str, str]) -> list[StatedSentence]:
    report = tell(*texts)
    return stated_sentences(report.findings, report.body)


def test_a_sentence_that_says_little_takes_the_words_of_the_one_before() -> None:
    (leaning,) = told(("Findings", f"{SEEN}There was evidence of this in 81% of cases."))
    (full,) = told(("Findings", f"{SEEN}Tenants had been asked for keys in 81% of all cases."))
    assert {"tenant", "porter", "staircas"} <= leaning.stems
    assert full.before == {}


def test_words_from_elsewhere_come_in_a_fixed_order() -> None:
    text = f"{SEEN}There was evidence of this in 81% of cases."
    (leaning,) = told(("Findings", text))
    assert len(leaning.before) > 5
    assert list(leaning.before) == sorted(leaning.before)
    (telling,) = mentions_of(leaning, rarities([leaning.stems]))
    taken = [word for word in telling.words if word in leaning.before]
    assert taken == sorted(taken)


def test_a_short_form_is_read_as_the_words_that_it_stands_for() -> None:
    explained = "The Register of Dangerous Cellars (RDC) was seen in 41% of schools."
    _, short = told(("Summary", explained), ("Findings", "The RDC was seen in 41% of schools."))
    assert short.stems >= {"cellar"}
    assert "rdc" not in short.stems


def test_only_sentences_that_stand_apart_are_held_against_each_other() -> None:
    text = "The drill of the staircase was planned by tenants in 41% of cases."
    apart = told(("Summary", text), ("Findings", text))
    assert candidates(apart, rarities([one.stems for one in apart])) == [(0, 1)]
    together = told(("Findings", text), ("Findings", text))
    assert candidates(together, rarities([one.stems for one in together])) == []
    other = told(("Summary", text), ("Findings", "Keys were lost by porters in 41% of cases."))
    assert candidates(other, rarities([one.stems for one in other])) == []
