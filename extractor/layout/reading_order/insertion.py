"""Boxes, charts and tables put in their place among the blocks of a page."""

from __future__ import annotations

from extractor.layout.model import BlockDraft, Line
from extractor.layout.settings import LAYOUT


def flow_widths(lines: list[Line]) -> dict[int, tuple[float, float]]:
    """Left and right end of each flow of a page's text."""
    flows: dict[int, tuple[float, float]] = {}
    for line in lines:
        left, right = flows.get(line.flow, (line.x0, line.x1))
        flows[line.flow] = min(left, line.x0), max(right, line.x1)
    return flows


def insert(
    drafts: list[BlockDraft],
    new: list[BlockDraft],
    flows: dict[int, tuple[float, float]],
    slack: float = 0.0,
) -> None:
    """Put drafts before the first one that stands lower in the same column, or less than slack
    above.

    Where nothing of that column stands lower they go behind the column's last draft. What was put
    in place so before is no part of the column.
    """
    words = [word for draft in new for word in draft.words]
    top = min(word.top for word in words)
    middle = (min(word.x0 for word in words) + max(word.x1 for word in words)) / 2
    apart = _is_apart(new[0])
    beside = [_holds(d, middle, flows) and not (apart and _is_apart(d)) for d in drafts]
    if not any(beside):
        # a sidebar: nothing but its height tells its place; it parts no table beside it
        beside = [draft.kind != "row" for draft in drafts]
    at = max((index + 1 for index, inside in enumerate(beside) if inside), default=len(drafts))
    for index, draft in enumerate(drafts):
        if beside[index] and min(word.top for word in draft.words) > top - slack:
            at = index
            break
    drafts[at:at] = new


def _is_apart(draft: BlockDraft) -> bool:
    return any(line.unit for line in draft.lines)


def _holds(draft: BlockDraft, middle: float, flows: dict[int, tuple[float, float]]) -> bool:
    if len(flows) == 1:
        return True
    if not draft.lines:
        return min(w.x0 for w in draft.words) <= middle <= max(w.x1 for w in draft.words)
    if draft.lines[0].flow not in flows:  # the text of a cell
        return draft.lines[0].column[0] <= middle <= draft.lines[0].column[1]
    left, right = flows[draft.lines[0].flow]
    return left - LAYOUT.column_slack <= middle <= right + LAYOUT.column_slack
