"""Ids that survive a change of rules: hashes of where and what, never a running number."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LENGTH = 16
_SLUG = 100  # characters; file systems allow 255 bytes a name, the longest here has 90
_UNSAFE = re.compile(r"[^a-z0-9_]+")


def report_id(stem: str, sha256: str) -> str:
    """Slug of the file's stem, cut at 100, a hyphen, and the first 8 hex digits of its sha256."""
    ascii_only = unicodedata.normalize("NFKD", stem.lower()).encode("ascii", "ignore").decode()
    slug = _UNSAFE.sub("-", ascii_only).strip("-")[:_SLUG] or "report"
    return f"{slug}-{sha256[:8]}"


class Ids:
    """Makes ids of one report; what a page prints twice is numbered by its order."""

    def __init__(self, report_id: str) -> None:
        self.report_id = report_id
        self._begun = hashlib.sha256(f"{report_id}\x1f".encode())
        self._seen: dict[str, int] = {}

    def make(self, *parts: object) -> str:
        """A hash of the report and of ``parts``: page, text, offset and the like."""
        key = "\x1f".join(map(str, parts))
        self._seen[key] = count = self._seen.get(key, 0) + 1
        whole = self._begun.copy()
        whole.update(f"{key}\x1f{count}".encode())
        return whole.hexdigest()[:_LENGTH]
