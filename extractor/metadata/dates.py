"""Printed dates to ISO 8601, as precise as printed."""

from __future__ import annotations

from extractor.language.expressions import Expressions
from extractor.language.word_lists import shared_lists

_FORMS = Expressions("dates")


def iso_date(text: str) -> str | None:
    """``2014-01-23`` or ``2014-01`` for the first date in a text, None where there is none."""
    match = _FORMS.day.search(text)
    return _iso(match["day"], match["month"], match["year"]) if match else None


def iso_range(text: str) -> tuple[str | None, str | None]:
    """First and last day of "18 February to 12 March 2014", which may leave out month and year.

    Of two spans ("26–30 November and 10–14 December 2012") it is the first day of the first. Where
    the year is left out and the day would come after the last, it is in the year before.
    """
    parts = [part for part in _FORMS.until.split(text.strip()) if part]
    last = iso_date(parts[-1]) if parts else None
    if len(parts) < 2 or last is None:
        return last, last
    start = _FORMS.range_start.match(parts[0])
    end = next(filter(None, map(_FORMS.day.search, parts)), None)  # the first that has a year
    if not start or not end:
        return None, last
    months = (one["month"] for part in parts if (one := _FORMS.month.search(part)))
    month = next(months, end["month"])
    first = _iso(start["day"], month, start["year"] or end["year"])
    if first and first > last and not start["year"]:
        first = _iso(start["day"], month, str(int(end["year"]) - 1))
    return first, last


def _iso(day: str | None, month: str, year: str) -> str | None:
    months, given = [*map(str.lower, shared_lists()["month"])], month.lower()
    starts = [name.startswith(given[:3]) for name in months]
    if True not in starts or not months[starts.index(True)].startswith(given):
        return None
    number = starts.index(True) + 1
    if day is None:
        return f"{year}-{number:02d}"
    return f"{year}-{number:02d}-{int(day):02d}" if 1 <= int(day) <= 31 else None
