from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.assembly.ids import Ids, report_id
from extractor.metadata.dates import iso_date, iso_range

DATES = st.dates(date(1950, 1, 1), date(2099, 12, 31))
SHA = "0123456789abcdef" * 4


def printed(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


@given(DATES)
def test_a_printed_date_comes_back(day: date) -> None:
    assert iso_date(printed(day)) == day.isoformat()
    assert iso_date(f"Published on {printed(day)}.") == day.isoformat()
    assert iso_date(f"{calendar.month_name[day.month]} {day.year}") == day.isoformat()[:7]


@given(DATES, DATES)
def test_a_range_comes_back_however_much_of_it_is_left_out(one: date, two: date) -> None:
    first, last = sorted((one, two))
    expected = (first.isoformat(), last.isoformat())
    assert iso_range(f"{printed(first)} – {printed(last)}") == expected
    assert iso_range(f"{printed(first)} to {printed(last)}") == expected
    if first.year == last.year:
        short = f"{first.day} {calendar.month_name[first.month]}"
        assert iso_range(f"{short} to {printed(last)}") == expected
        if first.month == last.month and first.day != last.day:
            assert iso_range(f"{first.day}–{printed(last)}") == expected


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("23rd January 2014", "2014-01-23"),
        ("1st Sept 2013", "2013-09-01"),
        ("Jan. 2014", "2014-01"),
        ("32 January 2014", None),
        ("Janitor 2014", None),
        ("Spring 2014", None),
        ("In 2014", None),
        ("", None),
    ],
)
def test_other_ways_of_printing_a_date(text: str, iso: str | None) -> None:
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("26–30 November and 10–14 December 2012", "2012-11-26", "2012-12-14"),
        ("3–7 March 2014 and 17–21 March 2014", "2014-03-03", "2014-03-21"),
        ("4–8 and 11–15 March 2014", "2014-03-04", "2014-03-15"),
        ("28 January – 8 February and 4–8 March 2014", "2014-01-28", "2014-03-08"),
        ("26–30 November and 7–11 January 2013", "2012-11-26", "2013-01-11"),
        ("18 December to 12 January 2014", "2013-12-18", "2014-01-12"),
    ],
)
def test_two_spans_are_a_range_from_the_first_day_to_the_last(
    text: str, first: str, last: str
) -> None:
    assert iso_range(text) == (first, last)


def test_a_single_day_is_its_own_range() -> None:
    assert iso_range("3 March 2014") == ("2014-03-03", "2014-03-03")
    assert iso_range("no date") == (None, None)


def test_the_id_of_a_report_is_a_slug_and_the_start_of_its_hash() -> None:
    assert report_id("Northamptonshire (Jan 2014)", SHA) == "northamptonshire-jan-2014-01234567"
    assert report_id("Sir-Ynys-Môn", SHA) == "sir-ynys-mon-01234567"
    assert report_id("东", SHA) == "report-01234567"


@given(st.text())
def test_the_id_of_any_report_is_safe_in_a_file_name(stem: str) -> None:
    made = report_id(stem, SHA)
    assert made.endswith("-01234567")
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")
    assert made[0] != "-"


@given(st.permutations([("a", 1), ("b", 1), ("b", 2), ("c", 7)]))
def test_ids_do_not_depend_on_what_was_made_before(order: list[tuple[str, int]]) -> None:
    ids, alone = Ids("r"), {one: Ids("r").make(*one) for one in order}
    assert {one: ids.make(*one) for one in order} == alone
    assert len(set(alone.values())) == 4


def test_the_same_text_twice_on_a_page_has_two_ids() -> None:
    ids, again = Ids("r"), Ids("r")
    twice = [ids.make("block", 3, "Summary"), ids.make("block", 3, "Summary")]
    assert twice[0] != twice[1]
    assert [again.make("block", 3, "Summary") for _ in range(2)] == twice


def test_ids_differ_between_reports_and_between_places_of_the_parts() -> None:
    assert Ids("r").make("a", "b") != Ids("s").make("a", "b")
    assert Ids("r").make("ab", "c") != Ids("r").make("a", "bc")
