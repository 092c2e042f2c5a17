"""Questions about the findings of a corpus, put as filters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from corpora.corpus import Corpus
from corpora.storage.duck import QueryError, Result
from schemas.finding import Kind, Polarity

# The rows of a report lie in its reading order, and rowid is the order in which they were read.
_ORDER = "ORDER BY lower(coalesce(r.body, r.title, r.report_id)), f.report_id, f.page"
_FIND = f"""
SELECT r.body, r.framework, f.*
FROM findings f JOIN reports r USING (report_id)
WHERE {{conditions}}
{{once}}
{_ORDER}, f.rowid
"""
_ONCE = """
QUALIFY row_number() OVER (
    PARTITION BY f.report_id, coalesce(f.same_as, f.finding_id)
    ORDER BY f.same_as IS NOT NULL, f.page, f.rowid
) = 1
"""


@dataclass(frozen=True)
class Filters:
    """What the findings looked for have in common; None asks for nothing.

    ``criterion`` takes in what it is divided into: 1 finds 1.2. ``words`` must all be in the
    sentence, as whole words in any case; ``assess*`` finds every word that begins so. ``distinct``
    keeps one mention of each fact that a report restates: the first of those that pass.
    """

    framework: str | None = None
    body: str | None = None
    criterion: str | None = None
    part: str | None = None
    kind: str | None = None
    min: float | None = None
    max: float | None = None
    polarity: str | None = None
    words: str | None = None
    report: str | None = None
    distinct: bool = False


def find(corpus: Corpus, filters: Filters) -> Result:
    """The findings that pass all filters, by body and page, then as they are read.

    Raises:
        QueryError: a filter asks for a kind or polarity that does not exist.
    """
    _check(filters)
    conditions = list(_conditions(filters))
    sql = _FIND.format(
        conditions=" AND ".join(["true", *(text for text, _ in conditions)]),
        once=_ONCE if filters.distinct else "",
    )
    return corpus.sql(sql, [value for _, values in conditions for value in values])


def _check(filters: Filters) -> None:
    for name, value, known in (
        ("kind", filters.kind, get_args(Kind)),
        ("polarity", filters.polarity, get_args(Polarity)),
    ):
        if value is not None and value not in known:
            raise QueryError(f"no {name} is called {value!r}; there are {', '.join(known)}")


def _conditions(filters: Filters) -> Iterator[tuple[str, list[Any]]]:
    """A condition for each filter that is set, with its parameters."""
    simple = {
        "lower(r.framework) = lower(?)": filters.framework,
        "contains(lower(r.body), lower(?))": filters.body,
        "f.part = ?": filters.part,
        "f.kind = ?": filters.kind,
        "f.value >= ?": filters.min,
        "f.value <= ?": filters.max,
        "f.polarity = ?": filters.polarity,
        "starts_with(f.report_id, ?)": filters.report,
    }
    yield from ((text, [value]) for text, value in simple.items() if value is not None)
    if filters.criterion is not None:
        below = filters.criterion + "."
        yield "(f.criterion = ? OR starts_with(f.criterion, ?))", [filters.criterion, below]
    for word in (filters.words or "").split():
        yield "regexp_matches(f.sentence, ?)", [_word_pattern(word)]


def _word_pattern(word: str) -> str:
    """A pattern for a word that is not part of a longer one, in any case."""
    stem = word.rstrip("*")
    after = "" if word.endswith("*") else r"(?:[^\pL\pN]|$)"
    return rf"(?i)(?:^|[^\pL\pN]){re.escape(stem)}{after}"
