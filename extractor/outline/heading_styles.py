"""Styles of headings: which of them are set alike, and what shows of each style."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from math import log
from statistics import mean

from extractor.layout.model import BlockDraft, Line
from extractor.layout.typography import Typography
from extractor.outline.headings import look
from extractor.outline.settings import OUTLINE, WEIGHTS

_DECIMAL = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?$")
_LETTER = re.compile(r"^(?:[A-Z]|[IVX]{1,4})[.)]$")
_BRACKETED = re.compile(r"^\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)$")
_SERIES = re.compile(
    r"^(?P<name>[^\W\d]{4,}(?: [^\W\d]+){0,2}) (?P<number>\d{1,2}(?:\.\d{1,2})*)\b[.:]?"
)
_FACE = re.compile(r"[-,]|(?:PS)?MT$")

# What each sign weighs; 1 is a difference in size that nobody overlooks, as of 10 to 11 points.


@dataclass(frozen=True, slots=True, eq=False)
class HeadingStyle:
    """Headings set alike.

    ``setting``: weight, slope, capitals, underlining and face; ``tag``: the level that structure
    tags give most of them; ``prominence``: how much they stand out; ``depth``: that of their
    printed numbers, 2 for 1.3; ``begins_pages``: the share that stands first on its page,
    None for few; ``boxed``: whether most stand in boxes.
    """

    drafts: list[BlockDraft]
    setting: tuple[bool, bool, bool, bool, str]
    centred: bool | None
    size: float
    tag: float | None
    prominence: float
    depth: int | None
    begins_pages: float | None
    boxed: bool

    def looks_like(self, other: HeadingStyle) -> bool:
        """Whether they differ in their words and numbers, or in colour, alone."""
        if self.setting != other.setting or abs(self.size - other.size) > OUTLINE.style_size:
            return False
        return None in (self.centred, other.centred) or self.centred == other.centred


def heading_styles(
    headings: list[BlockDraft], body: list[BlockDraft], typography: Typography
) -> dict[BlockDraft, HeadingStyle]:
    """For each heading its style."""
    first: dict[int, BlockDraft] = {}
    for draft in body:
        first.setdefault(draft.page, draft)
    styles = [_style_of(drafts, set(first.values()), typography) for drafts in _alike(headings)]
    return {draft: style for style in styles for draft in style.drafts}


def _style_of(
    drafts: list[BlockDraft], first: set[BlockDraft], typography: Typography
) -> HeadingStyle:
    setting = Counter(map(_setting, drafts)).most_common(1)[0][0]
    typical = next(draft for draft in drafts if _setting(draft) == setting)
    middles = Counter(map(_centred, drafts))
    begins = sum(draft in first for draft in drafts)
    return HeadingStyle(
        drafts,
        setting=setting,
        centred=None if middles[True] == middles[False] else middles[True] > middles[False],
        size=typical.style.size,
        tag=_tag(drafts),
        prominence=_prominence(typical, typography),
        depth=_depth(typical),
        begins_pages=begins / len(drafts) if len(drafts) >= OUTLINE.first_headings else None,
        boxed=2 * sum(draft.panel is not None for draft in drafts) > len(drafts),
    )


def _tag(drafts: list[BlockDraft]) -> float | None:
    tags = [
        int(d.role[1])
        for d in drafts
        if len(d.role) == 2 and d.role[0] == "H" and d.role[1].isdecimal()
    ]
    return mean(tags) if 2 * len(tags) > len(drafts) else None


def _alike(headings: list[BlockDraft]) -> list[list[BlockDraft]]:
    """Headings of one look, parted by what else is a habit of the document."""
    groups = list(_by(headings, lambda draft: look(draft.style)).values())
    habits = [(feature, 2) for feature in (_face, _in_capitals, _underlined, _centred, _series)]
    for feature, least in (*habits, (_numbering, 1)):
        groups = [part for group in groups for part in _parted(group, feature, least)]
    return groups


def _by(
    drafts: list[BlockDraft], feature: Callable[[BlockDraft], Hashable]
) -> dict[Hashable, list[BlockDraft]]:
    found: dict[Hashable, list[BlockDraft]] = defaultdict(list)
    for draft in drafts:
        found[feature(draft)].append(draft)
    return found


def _parted(
    group: list[BlockDraft], feature: Callable[[BlockDraft], Hashable], least: int
) -> list[list[BlockDraft]]:
    """The group by a feature; what is rarer than ``least``, or None, stays with the most."""
    parts = _by(group, feature)
    unknown = parts.pop(None, [])
    large = [part for part in parts.values() if len(part) >= least]
    if len(large) < 2:
        return [group]
    rest = [draft for part in parts.values() if len(part) < least for draft in part]
    max(large, key=len).extend(rest + unknown)
    return large


def _face(draft: BlockDraft) -> str:
    """The family of the typeface: what its name says before weight and slope."""
    return _family(draft.style.font)


def _family(font: str) -> str:
    return _FACE.split(font.rpartition("+")[2])[0]


def _in_capitals(draft: BlockDraft) -> bool:
    return draft.text.isupper()


def _underlined(draft: BlockDraft) -> bool:
    return all(line.underlined for line in draft.lines)


def _numbering(draft: BlockDraft) -> str:
    """The form of the printed number, as "1.1", "A." or "(a)"; empty without one."""
    label = draft.label or draft.words[0].text
    if _DECIMAL.match(label):
        parts = label.rstrip(".").removesuffix(".0").split(".")  # 2.0 stands above 2.1
        return ".".join("1" for _ in parts)
    if _LETTER.match(label):
        return "A."
    return "(a)" if _BRACKETED.match(label) else ""


def _series(draft: BlockDraft) -> str:
    """Of what series it is a part, as "standard 1" of "Standard 1.2"; most are of none."""
    match = _SERIES.match(draft.text)
    return f"{match['name'].lower()} {match['number'].count('.')}" if match else ""


def _depth(draft: BlockDraft) -> int | None:
    """How deep its number is: 2 for 1.3 and Standard 1.3, 1 for A., 2 for (a)."""
    numbering = _numbering(draft)
    if not numbering:
        match = _SERIES.match(draft.text)
        return match["number"].count(".") + 1 if match else None
    return 2 if numbering == "(a)" else numbering.count("1") or 1


def _setting(draft: BlockDraft) -> tuple[bool, bool, bool, bool, str]:
    marks = _in_capitals(draft), _underlined(draft)
    return draft.style.bold, draft.style.italic, *marks, _face(draft)


def _centred(draft: BlockDraft) -> bool | None:
    """Whether each line has the same room at either side; None where it cannot be seen."""
    found = {_in_middle(line) for line in draft.lines}
    return found.pop() if len(found) == 1 else None


def _in_middle(line: Line) -> bool | None:
    left, right = line.x0 - line.column[0], line.column[1] - line.x1
    if min(left, right) > OUTLINE.centre_slack and abs(left - right) <= OUTLINE.centre_slack:
        return True
    return False if left <= OUTLINE.centre_slack < right else None


def _prominence(draft: BlockDraft, typography: Typography) -> float:
    style = draft.style
    light = all(style.colour >> shift & 0xFF >= WEIGHTS.light for shift in (0, 8, 16))
    coloured = style.colour != typography.colour
    return (
        WEIGHTS.weight_size * log(style.size)
        + WEIGHTS.weight_bold * style.bold
        + WEIGHTS.weight_italic * style.italic
        + WEIGHTS.weight_capitals * _in_capitals(draft)
        + WEIGHTS.weight_underlined * _underlined(draft)
        + WEIGHTS.weight_centred * (_centred(draft) is True)
        + (WEIGHTS.weight_on_colour if light else WEIGHTS.weight_coloured * coloured)
        + WEIGHTS.weight_other_face * (_family(style.font) != _family(typography.font))
        + WEIGHTS.weight_graded * ("grade" in draft.source)
    )
