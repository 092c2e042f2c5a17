"""The contradictions that the samples have on purpose, and nothing else."""

from __future__ import annotations

from schemas.problem import Problem
from tests.readings import Sample


def serious(sample: Sample) -> list[Problem]:
    return [one for one in sample.report.problems if one.severity != "note"]


def test_every_contradiction_is_found(each_sample: Sample) -> None:
    quotes = [quote for one in serious(each_sample) for quote in one.quotes]
    missed = [one for one in each_sample.truth["contradictions"] if one["says"] not in quotes]
    assert missed == []


def test_nothing_else_is_found(each_sample: Sample) -> None:
    planted = {one["says"] for one in each_sample.truth["contradictions"]}
    others = [one.message for one in serious(each_sample) if not planted & set(one.quotes)]
    assert others == []


def test_each_is_reported_once(each_sample: Sample) -> None:
    assert len(serious(each_sample)) == len(each_sample.truth["contradictions"])
