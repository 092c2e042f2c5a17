"""Ids that survive a change of rules: hashes of where and what, never a running number."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter

_LENGTH = 16
_UNSAFE = re.compile(r"[^a-z0-9_]+")


def report_id(stem: str, sha256: str) -> str:
    """Slug of the file's stem, a hyphen, and the first 8 hex digits of its sha256."""
    ascii_only = unicodedata.normalize("NFKD", stem.lower()).encode("ascii", "ignore").decode()
    slug = _UNSAFE.sub("-", ascii_only).strip("-") or "report"
    return f"{slug}-{sha256[:8]}"


class Ids:
    """Makes ids of one report; what is printed twice on a page is told apart by its order there."""

    def __init__(self, report: str) -> None:
        self._report = report
        self._seen: Counter[tuple[str, ...]] = Counter()

    def make(self, *parts: object) -> str:
        """A hash of the report and of ``parts``: page, text, offset and the like."""
        key = (self._report, *map(str, parts))
        self._seen[key] += 1
        text = "\x1f".join((*key, str(self._seen[key])))
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_LENGTH]
