"""Text in cells with a grade in the cell beside it: the title of what the cells below hold."""

from __future__ import annotations

from itertools import pairwise

from extractor.layout.model import BlockDraft
from extractor.layout.settings import LAYOUT
from extractor.outline.settings import OUTLINE
from extractor.outline.short_texts import is_grade


def titles_beside_grades(drafts: list[BlockDraft]) -> list[BlockDraft]:
    """Titles beside grades, however they are set; the names of their columns are none.

    "Key judgement | Judgement grade" above "Leadership | Good" is marked as no heading.
    """
    found = []
    above: list[BlockDraft | None] = [None, None, *drafts]
    for number, (draft, grade) in enumerate(pairwise(drafts)):
        if _is_title(draft) and grade.panel == draft.panel and _is_beside(grade):
            found.append(draft)
            _unhead(draft, *above[number : number + 2])
    return found


def _is_title(draft: BlockDraft) -> bool:
    short = draft.kind == "paragraph" and len(draft.words) <= LAYOUT.title_words
    return short and draft.panel is not None and not draft.beside and draft.text[-1:].isalnum()


def _is_beside(draft: BlockDraft) -> bool:
    return draft.beside and is_grade(draft.text)


def _unhead(title: BlockDraft, name: BlockDraft | None, other: BlockDraft | None) -> None:
    """Mark the names of columns, side by side above a title and its grade, as no headings."""
    if name is None or other is None or not other.beside or name.beside:
        return
    if name.panel == other.panel == title.panel and len(name.words) <= OUTLINE.column_name_words:
        name.beside = True
