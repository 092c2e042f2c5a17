"""What a coder should know of how the sample was taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpora.evaluation.gold import Gold
from corpora.evaluation.pairing import Found
from corpora.evaluation.result import HARD, SOFT


def remarks_on(gold: Gold) -> Iterator[str]:
    """Columns that mean nothing here, rows without a kind, kinds that the sample has none of."""
    if gold.passed_over:
        yield f"columns passed over: {', '.join(gold.passed_over)}"
    coded = {row.kind for row in gold.rows}
    if None in coded:
        without = sum(row.kind is None for row in gold.rows)
        yield f"{without} of {len(gold.rows)} rows have no kind; they count under 'all' only"
    else:
        absent = [kind for some in (HARD, SOFT) if coded.isdisjoint(some) for kind in some]
        if absent:
            yield f"not judged, as the sample has none of them: {', '.join(absent)}"


def remarks_on_pages(pages: Sequence[int], false_finds: Sequence[Found]) -> Iterator[str]:
    """False finds on pages that were perhaps not coded; ``pages`` are those of what was found."""
    if not pages:
        return
    first, last = min(pages), max(pages)
    beyond = sum(not first <= one["page"] <= last for one in false_finds)
    if beyond:
        yield (
            f"{beyond} of {len(false_finds)} false finds stand outside pages {first}-{last}, where "
            f"the sample's statements were found; --pages {first}-{last} leaves them out"
        )
