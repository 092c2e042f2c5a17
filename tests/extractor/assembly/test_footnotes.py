"""Footnotes: small print with a mark, linked to where the mark calls them."""

from __future__ import annotations

from extractor.pipeline import read_report
from schemas.document import Block
from schemas.report import Report
from tests.extractor.minimal import Sheet, sentences, sheets_pdf

SMALL = 6.0  # points: a raised mark
LETTER = 6.0  # points: the width of a letter in 10 points


def calling(sheet: Sheet, text: str, mark: str, more: str, top: float) -> None:
    """A line with a raised mark behind its first part."""
    sheet.write(text, 72, top)
    end = 72 + LETTER * len(text)
    sheet.write(mark, end, top - 1, SMALL)
    sheet.write(more, end + 0.6 * SMALL * len(mark) + LETTER, top)


def page(mark: str = "1", note: str | None = "1", where: float = 700, about: str = "plan") -> Sheet:
    """A page whose text calls a note, and that note at its foot."""
    sheet = Sheet()
    sheet.prose(sentences(3, about), 72, 100)
    calling(sheet, "Plans were made in 16%", mark, "of all cases that we saw.", 220)
    sheet.prose(sentences(3, f"last {about}"), 72, 260)
    if note is not None:
        sheet.write(note, 72, where, SMALL)
        sheet.write(f"Words of the note on the {about}.", 80, where, 8)
    return sheet


def read(*sheets: Sheet) -> Report:
    return read_report(sheets_pdf(list(sheets)))


def notes(report: Report) -> list[Block]:
    return [block for block in report.blocks if block.kind == "footnote"]


def called(report: Report, note: Block) -> str:
    """The text that stands before the mark that calls a note."""
    assert note.called_from is not None
    block = report.block(note.called_from)
    assert note.called_at is not None
    return block.text[: note.called_at]


def test_a_note_is_linked_to_its_mark() -> None:
    report = read(page())
    (note,) = notes(report)
    assert note.text == "Words of the note on the plan."
    assert called(report, note).endswith("Plans were made in 16%")


def test_a_mark_is_no_part_of_the_figure_before_it() -> None:
    report = read(page(mark="6", note="6"))
    assert [(one.text, one.value) for one in report.findings] == [("16%", 16.0)]


def test_a_note_of_the_next_page_is_called_from_the_page_before() -> None:
    first, second = page(note=None), Sheet()
    second.prose(sentences(6, "next plan"), 72, 100)
    second.write("1", 72, 700, SMALL)
    second.write("Words of the note on the plan.", 80, 700, 8)
    report = read(first, second)
    (note,) = notes(report)
    assert note.page == 2
    assert called(report, note).endswith("16%")


def test_notes_that_begin_anew_on_each_page_are_called_from_their_own() -> None:
    report = read(page(), page(where=650, about="visit"))
    assert [note.page for note in notes(report)] == [1, 2]
    for note in notes(report):
        assert note.called_from is not None
        assert report.block(note.called_from).page == note.page


def test_a_note_that_nothing_calls_is_linked_to_nothing() -> None:
    report = read(page(mark="1", note="2"))
    (note,) = notes(report)
    assert (note.called_from, note.called_at) == (None, None)


def test_small_print_above_running_text_is_no_note() -> None:
    sheet = page(note=None)
    sheet.write("1", 72, 500, 8)
    sheet.write("Words of no note.", 90, 500, 8)
    sheet.prose(sentences(3, "plan below"), 72, 540)
    assert notes(read(sheet)) == []


def test_notes_right_below_a_table_open_with_a_mark_in_smaller_type() -> None:
    sheet = Sheet()
    sheet.prose(sentences(3), 72, 60)
    for row, (name, share) in enumerate([("Area", "Share"), ("Corby", "12%"), ("Ash", "13%")]):
        sheet.write(name, 72, 150 + 20 * row, bold=row == 0)
        sheet.write(share, 300, 150 + 20 * row, bold=row == 0)
    for row in (1, 2):
        sheet.write(str(row), 72, 215 + 12 * row, SMALL)
        sheet.write(f"Words of note {row}.", 82, 215 + 12 * row, 9)
    sheet.prose(sentences(3, "last plan"), 72, 300)
    assert [note.number for note in notes(read(sheet))] == ["1", "2"]


def test_items_of_a_list_whose_numbers_are_as_large_as_their_text_are_no_notes() -> None:
    sheet = Sheet()
    sheet.prose(sentences(3), 72, 60)
    for row in (1, 2):
        sheet.write(f"{row}.", 72, 150 + 20 * row)
        sheet.write(f"Words of item {row}", 90, 150 + 20 * row)
    sheet.prose(sentences(3, "last plan"), 72, 300)
    assert notes(read(sheet)) == []
