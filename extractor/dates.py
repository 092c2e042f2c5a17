"""Printed dates to ISO 8601, as precise as printed."""

from __future__ import annotations

import re

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DATE = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[A-Za-z]{3,9})\.?\s+(?P<year>\d{4})"
)
_RANGE_START = re.compile(
    r"^(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+(?P<month>[A-Za-z]{3,9}))?(?:\s+(?P<year>\d{4}))?"
)
_MONTH = re.compile(r"(?P<month>[A-Za-z]{3,9})\.?(?:\s+\d{4})?$")
_UNTIL = re.compile(r"\s*(?:–|—|-|\bto\b|\band\b)\s*")


def iso_date(text: str) -> str | None:
    """``2014-01-23`` or ``2014-01`` for the first date in a text, None where there is none."""
    match = _DATE.search(text)
    return _iso(match["day"], match["month"], match["year"]) if match else None


def iso_range(text: str) -> tuple[str | None, str | None]:
    """First and last day of "18 February to 12 March 2014", which may leave out month and year.

    Of two spans ("26–30 November and 10–14 December 2012") it is the first day of the first. Where
    the year is left out and the day would come after the last, it is in the year before.
    """
    parts = [part for part in _UNTIL.split(text.strip()) if part]
    last = iso_date(parts[-1]) if parts else None
    if len(parts) < 2 or last is None:
        return last, last
    start = _RANGE_START.match(parts[0])
    end = next(filter(None, map(_DATE.search, parts)), None)  # the first that has a year
    if not start or not end:
        return None, last
    months = (one["month"] for part in parts if (one := _MONTH.search(part)))
    month = next(months, end["month"])
    first = _iso(start["day"], month, start["year"] or end["year"])
    if first and first > last and not start["year"]:
        first = _iso(start["day"], month, str(int(end["year"]) - 1))
    return first, last


def _iso(day: str | None, month: str, year: str) -> str | None:
    starts = [name.startswith(month.lower()[:3]) for name in _MONTHS]
    if True not in starts or not _MONTHS[starts.index(True)].startswith(month.lower()):
        return None
    number = starts.index(True) + 1
    if day is None:
        return f"{year}-{number:02d}"
    return f"{year}-{number:02d}-{int(day):02d}" if 1 <= int(day) <= 31 else None
