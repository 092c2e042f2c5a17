"""A small matcher of findings against a gold standard, after the codebook."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from schemas.finding import Finding

Row = dict[str, Any]
_ALIKE = 80
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "-": " "})


def gold_rows(path: Path, kind: str) -> list[Row]:
    """The rows of one kind; borderline ones count neither way and are in :func:`optional_rows`."""
    return [row for row in _rows(path) if row["kind"] == kind and not _borderline(row)]


def optional_rows(path: Path, kind: str) -> list[Row]:
    return [row for row in _rows(path) if row["kind"] == kind and _borderline(row)]


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _borderline(row: Row) -> bool:
    return bool(row.get("borderline")) or row.get("tier") == "borderline"


def plain(text: str) -> str:
    """Lower case, one kind of dash and quote, per cent as a sign."""
    text = re.sub(r"\s*per ?cent\b", "%", text.translate(_SAME).lower())
    return re.sub(r"\s+", " ", text).strip(" .,;:()'\"")


def matched(gold: list[Row], found: list[Finding]) -> list[tuple[Row, Finding]]:
    """One-to-one pairs, the most alike first, those equally alike in the order of the document."""
    options = []
    for i, row in enumerate(gold):
        text, sentence = plain(row["text"]), plain(row["sentence"])
        for j, finding in enumerate(found):
            own = plain(finding.text)
            if abs(row["page"] - finding.sentence_page) > 1 or not (own in text or text in own):
                continue
            likeness = fuzz.partial_ratio(sentence, plain(finding.sentence))
            if likeness >= _ALIKE:
                whole = fuzz.ratio(sentence, plain(finding.sentence))
                apart = abs(i / len(gold) - j / len(found))
                options.append((text != own, -round(whole), apart, i, j))
    pairs, used = {}, set()
    for *_, i, j in sorted(options):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return [(gold[i], found[j]) for i, j in sorted(pairs.items())]
