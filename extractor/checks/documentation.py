"""What each check sees and cannot see, and an example of each, in Markdown, for people.

``python -m extractor.checks.documentation docs/checks.md`` writes them anew between the file's
marks.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from extractor.checks.check_model import Check
from extractor.checks.registry import all_checks

MARK: Final = "<!-- checks: written by extractor/checks/documentation.py, make schemas -->\n"
END: Final = "<!-- end -->\n"
_HEAD: Final = "| code | severity | what it sees | what it cannot see |\n|---|---|---|---|\n"


def documentation() -> str:
    """A row for each check, in the order in which they decide, then examples of one line."""
    checks = all_checks()
    return f"{_HEAD}{''.join(map(_row, checks))}\n{''.join(map(_example, checks))}"


def renewed(document: str) -> str:
    """A document with the checks between its marks.

    Raises:
        ValueError: the document does not have both marks.
    """
    head, mark, rest = document.partition(MARK)
    _, end, tail = rest.partition(END)
    if not (mark and end):
        raise ValueError("the document does not say where the checks begin and end")
    return f"{head}{mark}{documentation()}{end}{tail}"


def _row(check: Check) -> str:
    severities = "; ".join(
        f"{severity} {when}".rstrip() for severity, when in check.severities.items()
    )
    return f"| `{check.code}` | {severities} | {check.sees} | {check.cannot_see} |\n"


def _example(check: Check) -> str:
    """The first example of a check that is one line and nothing more, and what is said of it."""
    for example in check.examples:
        if not (example.fields or example.framework or "\n" in example.text):
            return f"- `{check.code}`: “{example.text}” *{example.says}*\n"
    return ""


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(renewed(path.read_text("utf-8")), "utf-8")
