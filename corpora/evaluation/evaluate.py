"""Precision, recall and agreement by field of a corpus's findings against a hand-coded sample."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from corpora.corpus import Corpus
from corpora.evaluation.fields import CATEGORIES, agrees, is_coded, label
from corpora.evaluation.gold import FIELDS, Gold, GoldError, GoldRow
from corpora.evaluation.match_reports import rows_by_report
from corpora.evaluation.pairing import Found, pair
from corpora.evaluation.remarks import remarks_on, remarks_on_pages
from corpora.evaluation.result import (
    HARD,
    SOFT,
    Agreement,
    Detection,
    Disagreement,
    Evaluation,
)
from corpora.evaluation.statistics import Share, kappa

_PAGES = re.compile(r"\s*(\d+)\s*(?:[-–]\s*(\d+)\s*)?")

Group = tuple[str, tuple[str | None, ...]]  # its name and its kinds; None for rows without one
_SUMMARIES = ("all", "hard", "soft")


@dataclass(frozen=True)
class _Statement:
    """A row of the sample, a finding, or both where they were paired."""

    report_id: str
    row: GoldRow | None
    found: Found | None
    exact: bool = False

    @property
    def borderline(self) -> bool:
        return self.row is not None and self.row.borderline


@dataclass(frozen=True)
class _Match:
    """A row of the sample and its finding."""

    report_id: str
    row: GoldRow
    found: Found

    def disagreement(self, field: str) -> Disagreement:
        coded, extracted = self.row.fields.get(field), self.found[field]
        return Disagreement(field, coded, extracted, self.report_id, self.row, self.found)


def evaluate(
    corpus: Corpus,
    gold: Gold,
    *,
    report: str | None = None,
    pages: str | None = None,
    kinds: Collection[str] | None = None,
) -> Evaluation:
    """Compare the findings of a corpus with a sample of statements coded by hand.

    ``report`` names the one report that the sample is about, ``pages`` ("3-20,25") limits both
    sides to physical pages, ``kinds`` to kinds: "ratio", or "hard" for several; all by default. A
    row marked borderline counts neither as a miss nor, when it was found, as a false find.

    Raises:
        GoldError: the sample fits no report, ``pages`` is malformed or a kind unknown.
    """
    owners = rows_by_report(corpus, gold, report)
    statements = list(_statements(corpus, owners, _pages(pages)))
    groups = list(_groups(gold, _known(kinds or ("hard", "soft"))))
    judged = {kind for _, some in groups for kind in some}
    false = _false_finds(statements, judged)
    agreement, wrong = _comparison(statements, groups, gold.columns)
    return Evaluation(
        reports={one: len(rows) for one, rows in owners.items()},
        pages=pages,
        detection=[_detection(name, statements, some) for name, some in groups],
        agreement=agreement,
        missed=_missed(statements, judged),
        false_finds=false,
        disagreements=wrong,
        not_compared=[name for name in FIELDS if name not in gold.columns],
        remarks=[*remarks_on(gold), *remarks_on_pages(_pages_found(statements), false)],
    )


def _known(kinds: Collection[str]) -> tuple[str, ...]:
    """The kinds that are named, alone or as hard and soft."""
    names = {"hard": HARD, "soft": SOFT} | {kind: (kind,) for kind in (*HARD, *SOFT)}
    for kind in kinds:
        if kind not in names:
            raise GoldError(f"no kind is called {kind!r}; there are {', '.join(names)}")
    return tuple(dict.fromkeys(one for kind in kinds for one in names[kind]))


def _pages(spec: str | None) -> set[int] | None:
    if spec is None:
        return None
    pages: set[int] = set()
    for piece in spec.split(","):
        match = _PAGES.fullmatch(piece)
        if not match:
            raise GoldError(f"pages are given as 3-20 or 3-20,25, not as {spec!r}")
        pages.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    return pages


def _statements(
    corpus: Corpus, owners: dict[str, list[GoldRow]], pages: set[int] | None
) -> Iterator[_Statement]:
    printed: dict[str, list[Found]] = {one: [] for one in owners}
    for found in corpus.rows("findings"):
        if found["report_id"] in printed and (pages is None or found["sentence_page"] in pages):
            printed[found["report_id"]].append(found)
    for report_id, rows in owners.items():
        coded = [row for row in rows if pages is None or row.page is None or row.page in pages]
        yield from _paired(report_id, coded, printed[report_id])


def _paired(report_id: str, coded: list[GoldRow], printed: list[Found]) -> Iterator[_Statement]:
    pairs = pair(coded, printed)
    for one in pairs:
        yield _Statement(report_id, coded[one.gold], printed[one.found], one.exact)
    lost = set(range(len(coded))) - {one.gold for one in pairs}
    false = set(range(len(printed))) - {one.found for one in pairs}
    yield from (_Statement(report_id, coded[i], None) for i in sorted(lost))
    yield from (_Statement(report_id, None, printed[j]) for j in sorted(false))


def _groups(gold: Gold, kinds: Collection[str]) -> Iterator[Group]:
    """The groups of kinds that the sample has statements of, each followed by its kinds."""
    coded = {row.kind for row in gold.rows}
    if None in coded:
        yield "all", (None, *kinds)
    for name, members in (("hard", HARD), ("soft", SOFT)):
        some = tuple(kind for kind in members if kind in kinds)
        present = [kind for kind in some if kind in coded]
        if present:
            yield name, some
            yield from ((kind, (kind,)) for kind in present)


def _detection(name: str, statements: list[_Statement], kinds: Collection[str | None]) -> Detection:
    ours = [one for one in statements if not one.borderline]
    coded = [one for one in ours if one.row and one.row.kind in kinds]
    printed = [one for one in ours if one.found and one.found["kind"] in kinds]
    hits = [one for one in coded if one.found]
    return Detection(
        name,
        Share(sum(one.row is not None for one in printed), len(printed)),
        Share(len(hits), len(coded)),
        Share(sum(one.exact for one in hits), len(hits)),
    )


def _missed(
    statements: list[_Statement], kinds: Collection[str | None]
) -> list[tuple[str, GoldRow]]:
    return [
        (one.report_id, one.row)
        for one in statements
        if one.row and one.found is None and one.row.kind in kinds and not one.borderline
    ]


def _false_finds(statements: list[_Statement], kinds: Collection[str | None]) -> list[Found]:
    return [
        one.found
        for one in statements
        if one.found and one.row is None and one.found["kind"] in kinds
    ]


def _pages_found(statements: list[_Statement]) -> list[int]:
    return [one.found["page"] for one in statements if one.row and one.found]


def _comparison(
    statements: list[_Statement], groups: list[Group], columns: list[str]
) -> tuple[list[Agreement], list[Disagreement]]:
    """Agreement by field and every disagreement; of all kinds at once where some rows have none."""
    summaries = [one for one in groups if one[0] in _SUMMARIES]
    if summaries and summaries[0][0] == "all":
        summaries = summaries[:1]
    agreement: list[Agreement] = []
    wrong: list[Disagreement] = []
    for group, kinds in summaries:
        for field in columns:
            judged = [one for one in _found_of(statements, kinds) if is_coded(field, one.row)]
            differ = [one for one in judged if not agrees(field, one.row, one.found)]
            wrong += [one.disagreement(field) for one in differ]
            if judged:
                share = Share(len(judged) - len(differ), len(judged))
                agreement.append(Agreement(group, field, share, _kappa(field, judged)))
    return agreement, wrong


def _found_of(statements: list[_Statement], kinds: Collection[str | None]) -> list[_Match]:
    """The statements of some kinds that were found, borderline ones left out."""
    return [
        _Match(one.report_id, one.row, one.found)
        for one in statements
        if one.row and one.found and one.row.kind in kinds and not one.borderline
    ]


def _kappa(field: str, judged: list[_Match]) -> float | None:
    if field not in CATEGORIES:
        return None
    return kappa([(label(one.row.fields.get(field)), label(one.found[field])) for one in judged])
