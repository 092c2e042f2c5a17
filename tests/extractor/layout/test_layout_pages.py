"""Pages drawn for one purpose each, and what is read from them."""

from __future__ import annotations

from string import ascii_lowercase

import pytest

from extractor.pipeline import read_report
from schemas.document import Block
from schemas.report import Report
from tests.extractor.minimal import Sheet, line, minimal_pdf, sentences, sheets_pdf

LEFT, RIGHT = 72, 322
COLUMN = 37  # letters: 222 points


def read(*sheets: Sheet) -> Report:
    return read_report(sheets_pdf(list(sheets)))


def texts(report: Report, page: int | None = None) -> list[str]:
    return [block.text for block in report.blocks if page in (None, block.page)]


def furniture(report: Report) -> list[str]:
    return [piece.text for piece in report.furniture]


def body(number: int) -> Sheet:
    """A page of running text that no other page repeats."""
    sheet = Sheet()
    sheet.prose(sentences(4 + number % 3, f"{ascii_lowercase[number]}-plan"), LEFT, 120)
    return sheet


# Furniture


def test_mirrored_headers_and_page_numbers_are_furniture() -> None:
    sheets = [body(number) for number in range(6)]
    for number, sheet in enumerate(sheets, 1):
        sheet.write("Report on a county", LEFT if number % 2 else 400, 40, 8)
        sheet.write(str(number), 520 if number % 2 else LEFT, 750, 8)
    report = read(*sheets)
    assert sorted(furniture(report)) == sorted(["Report on a county"] * 6 + list("123456"))
    assert [page.label for page in report.pages] == list("123456")
    assert not any("Report on a county" in text for text in texts(report))


def test_a_footer_that_left_pages_set_smaller_is_furniture_on_both() -> None:
    sheets = [body(number) for number in range(24)]
    footed = sheets[-6:]  # too few pages of either for a running head of any wording
    for number, sheet in enumerate(footed, 1):
        sheet.write("Report on a county", LEFT if number % 2 else 300, 750, 9 if number % 2 else 8)
    report = read(*sheets)
    assert furniture(report).count("Report on a county") == len(footed)
    assert not any("Report on a county" in text for text in texts(report))


def test_a_footer_with_the_page_number_and_a_date_in_one_line_is_furniture() -> None:
    sheets = [body(number) for number in range(9)]
    for number, sheet in enumerate(sheets, 1):
        sheet.write(f"Inspection of a county {number} from 9 to 20 May 2022", LEFT, 750, 8)
    report = read(*sheets)
    assert sum("9 to 20 May" in text for text in furniture(report)) == len(sheets)
    assert not any("9 to 20 May" in text for text in texts(report))


def test_headers_of_chapters_and_labelled_page_numbers_are_furniture() -> None:
    sheets = [body(number) for number in range(8)]
    for number, sheet in enumerate(sheets, 1):
        sheet.write("Assisting the courts" if number <= 4 else "Work with victims", LEFT, 40, 8)
        sheet.write(f"Page {number + 2} of 10", 450, 750, 8)
    report = read(*sheets)
    assert furniture(report).count("Assisting the courts") == 4
    assert furniture(report).count("Work with victims") == 4
    assert [page.label for page in report.pages] == [str(number + 2) for number in range(1, 9)]


def test_a_large_page_number_between_two_lines_of_a_footer_leaves_them_two() -> None:
    sheets = [body(number) for number in range(5)]
    for number, sheet in enumerate(sheets, 1):
        sheet.write("Inspection of a county", LEFT, 750, 8)
        sheet.write("11 to 15 September 2023", LEFT, 759.6, 8)
        sheet.write(str(number), 520, 746, 20)
    report = read(*sheets)
    titles = sorted(f"Inspection of a county {number}" for number in range(1, 6))
    assert sorted(furniture(report)) == ["11 to 15 September 2023"] * 5 + titles
    assert [page.label for page in report.pages] == list("12345")


def test_roman_page_numbers_are_labels() -> None:
    sheets = [body(number) for number in range(5)]
    for sheet, label in zip(sheets, ["i", "ii", "iii", "iv", "v"], strict=True):
        sheet.write(label, 300, 750, 8)
    assert [page.label for page in read(*sheets).pages] == ["i", "ii", "iii", "iv", "v"]


def test_a_page_number_beside_a_numbered_chapter_is_the_label() -> None:
    sheets = [body(number) for number in range(6)]
    for number, sheet in enumerate(sheets, 1):
        sheet.write(f"Outcome {1 + number // 4}", LEFT, 40, 8)
        sheet.write(str(number + 10), 520, 750, 8)
    labels = [page.label for page in read(*sheets).pages]
    assert labels == [str(number + 10) for number in range(1, 7)]


def test_turned_side_tabs_are_furniture() -> None:
    sheets = [body(number) for number in range(4)]
    for sheet in sheets:
        sheet.content.append("BT /F2 9 Tf 0 1 -1 0 590 400 Tm (Outcome tab) Tj ET")
    report = read(*sheets)
    assert furniture(report) == ["Outcome tab"] * 4
    assert not any("tab" in text for text in texts(report))


@pytest.mark.parametrize("title", ["Appendix {}", "What we expect to see"])
def test_headings_at_one_height_are_no_furniture(title: str) -> None:
    sheets = [body(number) for number in range(5)]
    for number, sheet in enumerate(sheets[1:4], 1):
        sheet.write("Report on a county", LEFT, 40, 8)
        sheet.write(title.format(number), LEFT, 80, 16, bold=True)
    report = read(*sheets)
    wanted = [title.format(number) for number in (1, 2, 3)]
    assert [one.title for one in report.sections] == wanted
    assert not set(wanted) & set(furniture(report))


def test_a_heading_that_pages_happen_to_begin_with_is_no_furniture() -> None:
    sheets = []
    for number in range(7):
        sheet, top = Sheet(), 60.0
        for part in range(2):
            if part == number % 2:
                sheet.write("Inspection findings", LEFT, top, 11, bold=True)
                top += 20
            top = sheet.prose(sentences(5, f"{'abcdefg'[number]}{part}-plan"), LEFT, top) + 20
        sheet.write(f"It is so in area {'abcdefg'[number]}.", LEFT, top)
        sheets.append(sheet)
    report = read(body(7), *sheets)
    assert [one.page for one in report.sections] == list(range(2, 9))
    assert furniture(report) == []


def test_headers_of_short_chapters_are_furniture() -> None:
    titles = ["Assisting the courts", "Work with victims", "Keeping to the sentence"]
    sheets = [body(number) for number in range(9)]
    for number, sheet in enumerate(sheets):
        title = titles[number // 3]
        sheet.write(f"It is so in area {'abcdefghi'[number]}.", LEFT, 500)
        if number % 3:
            sheet.write(title.upper(), LEFT, 40, 8)
        else:
            sheet.write(title, LEFT, 80, 16)
    report = read(body(9), *sheets)
    assert sorted(furniture(report)) == sorted(title.upper() for title in titles * 2)
    assert [one.title for one in report.sections] == titles


def test_furniture_is_told_once_where_a_page_holds_nothing_else() -> None:
    sheets = [*(body(number) for number in range(4)), Sheet()]
    for sheet in sheets:
        sheet.write("Report on a county", LEFT, 40, 8)
    assert furniture(read(*sheets)).count("Report on a county") == 5


# Columns


def test_two_columns_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    sheet.prose(sentences(4, "left case"), LEFT, 100, COLUMN)
    sheet.prose(sentences(4, "right case"), RIGHT, 100, COLUMN)
    found = " ".join(texts(read(sheet)))
    assert found == f"{sentences(4, 'left case')} {sentences(4, 'right case')}"


def test_text_across_the_page_stands_before_and_after_its_columns() -> None:
    sheet = Sheet()
    above, below = sentences(3, "first case"), sentences(3, "last case")
    top = sheet.prose(above, LEFT, 100)
    foot = sheet.prose(sentences(4, "left case"), LEFT, top + 20, COLUMN)
    sheet.prose(sentences(4, "right case"), RIGHT, top + 20, COLUMN)
    sheet.prose(below, LEFT, foot + 40)
    found = " ".join(texts(read(sheet)))
    columns = f"{sentences(4, 'left case')} {sentences(4, 'right case')}"
    assert found == f"{above} {columns} {below}"


def test_numbered_paragraphs_are_no_columns() -> None:
    sheet, top = Sheet(), 100.0
    for number in range(1, 8):
        sheet.write(f"1.{number}.", LEFT, top)
        top = sheet.prose(sentences(2, f"case {number * 'i'}"), LEFT + 40, top, 65) + 10
    blocks = read(sheet).blocks
    assert [(block.kind, block.number) for block in blocks] == [
        ("paragraph", f"1.{number}") for number in range(1, 8)
    ]
    assert [block.text for block in blocks] == [
        sentences(2, f"case {number * 'i'}") for number in range(1, 8)
    ]


def test_a_glossary_is_no_pair_of_columns() -> None:
    sheet, top = Sheet(), 100.0
    terms = ["Licence", "Order", "Tagging", "Unpaid work", "Breach", "Curfew"]
    for number, term in enumerate(terms):
        sheet.write(term, LEFT, top, bold=True)
        top = sheet.prose(sentences(2, f"{term} text"), LEFT + 120, top, 50) + 8
        assert number < len(terms)
    found = " ".join(texts(read(sheet))).replace("\t", " ")
    places = [found.index(word) for term in terms for word in (term, f"The {term} text")]
    assert places == sorted(places)


# Joining


def joined(report: Report) -> list[Block]:
    return [block for block in report.blocks if block.page != block.last_page]


def test_a_paragraph_over_a_page_break_is_one_block_with_boxes_on_both() -> None:
    text = sentences(9)
    first, second = Sheet(), Sheet()
    words = text.split()
    cut = len(words) // 2
    while words[cut - 1].endswith(".") or not words[cut].islower():
        cut += 1
    first.prose(sentences(3, "other case"), LEFT, 100)
    end = first.prose(" ".join(words[:cut]), LEFT, 600)
    assert end < 780
    second.prose(" ".join(words[cut:]), LEFT, 72)
    (block,) = joined(read(first, second))
    assert block.text == text
    assert {box.page for box in block.boxes()} == {1, 2}


def test_a_sentence_that_the_page_cuts_in_a_box_goes_on_outside_it() -> None:
    words = sentences(6, "box").split()
    first, second = Sheet(), Sheet()
    first.fill(60, 590, 560, 660)
    first.prose(sentences(5, "first"), LEFT, 100)
    first.prose(" ".join(words[:53]), LEFT, 600)
    second.prose(" ".join(words[53:]), LEFT, 100)
    second.prose(sentences(5, "last"), LEFT, 300)
    report = read(first, second)
    assert words[53].islower()
    assert texts(report)[1] == " ".join(words)
    assert report.blocks[1].last_page == 2


def test_a_large_title_goes_on_in_bold_where_its_line_is_full() -> None:
    sheets = [body(number) for number in range(3)]
    sheets[1].write("How well children are kept safe by all the services is", LEFT, 300, 14)
    sheets[1].write("good", LEFT, 317.5, 14, bold=True)
    sheets[2].write("How well children are kept safe", LEFT, 300, 14)
    sheets[2].write("good", LEFT, 317.5, 14, bold=True)
    report = read(*sheets)
    assert texts(report, 2)[-1].endswith("by all the services is good")
    assert texts(report, 3)[-2:] == ["How well children are kept safe", "good"]


def test_a_list_in_a_sentence_goes_on_over_the_page() -> None:
    first, second = body(0), body(1)
    first.prose("The area has reduced the workloads of its teams;", LEFT, 500)
    second.content.clear()
    second.prose("strengthened its work with partners; and heard children.", LEFT, 100)
    whole = "The area has reduced the workloads of its teams; strengthened its work with partners;"
    assert texts(read(first, second))[-1] == f"{whole} and heard children."


def test_a_paragraph_that_ended_is_not_joined_to_the_next_page() -> None:
    first, second = Sheet(), Sheet()
    first.prose(sentences(3, "first case"), LEFT, 600)
    second.prose(sentences(3, "second case"), LEFT, 72)
    report = read(first, second)
    assert texts(report) == [sentences(3, "first case"), sentences(3, "second case")]


# Labels


def test_a_number_that_ends_a_sentence_at_the_start_of_a_line_is_no_label() -> None:
    lines = [
        "Most young people know where they will live and who will help them when",
        "they turn 18, and almost all of them have a plan for the day on which they",
        "21. A significant number of them stay with their carers for a while longer",
        "and many go on to study or to work in the county in which they grew up.",
    ]
    # In Helvetica: a space of Courier would be as wide as that behind a label.
    printed = [line(text, LEFT, 700 - 12.5 * number, 10) for number, text in enumerate(lines)]
    (block,) = read_report(minimal_pdf("\n".join(printed))).blocks
    assert block.text == " ".join(lines)
    assert block.number is None


def test_bullets_and_numbers_that_stand_apart_are_labels() -> None:
    sheet = Sheet()
    sheet.prose(sentences(2), LEFT, 100)
    for number, label in enumerate(["\u2022", "\u2022", "(a)", "1."]):
        sheet.write(label, LEFT + 18, 180 + 20 * number)
        sheet.write(f"an item of some kind {'abcd'[number]}", LEFT + 42, 180 + 20 * number)
    items = [block for block in read(sheet).blocks if block.kind == "item"]
    assert [block.number for block in items] == ["\u2022", "\u2022", "(a)", "1."]
    assert [block.text for block in items] == [f"an item of some kind {one}" for one in "abcd"]
