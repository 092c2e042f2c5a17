"""Letters of any plane, halves of letters, commands in text, and how much of a file is read."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from itertools import pairwise

import pikepdf
import pytest

from extractor.pipeline import read_report
from extractor.reading.model import Document
from extractor.reading.normalise import plain, without_lone_halves
from extractor.reading.reader import read_document
from extractor.reading.settings import READING
from extractor.reading.warnings import ReadingWarnings
from extractor.settings import varied
from schemas.errors import DamagedPdf, PasswordNeeded, TooLarge
from tests.extractor.minimal import line, minimal_pdf

HELLO = minimal_pdf(line("In 41% of cases it was good.", 72, 700))
# Refused by PDFium without an error: a whole file whose tree of pages is empty.
NO_PAGES = HELLO.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [     ] /Count 0")


def mapped(text: str, letters: dict[str, str], info: dict[str, str] | None = None) -> bytes:
    """A page of text with letters that its font maps to others, each given as UTF-16 in hex."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(minimal_pdf(line(text, 72, 700)))) as pdf:
        pairs = "\n".join(f"<{ord(sign):02x}> <{to}>" for sign, to in letters.items())
        cmap = (
            "/CIDInit /ProcSet findresource begin begincmap /CMapName /X def\n"
            "1 begincodespacerange <00> <ff> endcodespacerange\n"
            f"1 beginbfrange <20> <7e> <0020> endbfrange\n"
            f"{len(letters)} beginbfchar\n{pairs}\nendbfchar\nendcmap end"
        )
        pdf.pages[0].Resources.Font.F1.ToUnicode = pdf.make_stream(cmap.encode())
        for key, value in (info or {}).items():
            pdf.docinfo[f"/{key}"] = pikepdf.String(bytes.fromhex(value))
        pdf.save(out)
    return out.getvalue()


def words_of(document: Document) -> list[str]:
    return [word.text for page in document.pages for word in page.words]


@pytest.mark.parametrize("letter", ["😀", "𝑥", "𐐷"])
def test_a_letter_beyond_the_first_plane_is_one_letter_with_its_box(letter: str) -> None:
    document = read_document(mapped("So # told", {"#": letter.encode("utf-16-be").hex()}))
    assert words_of(document) == ["So", letter, "told"]
    before, word, after = document.pages[0].words
    # Helvetica: a number sign is 0.556 em wide, and so is the letter that is meant by it.
    assert word.x1 - word.x0 == pytest.approx(0.556 * 12, abs=0.1)
    assert before.x1 < word.x0 < word.x1 < after.x0
    assert document.warnings == []


def test_such_a_letter_in_a_word_leaves_the_letters_about_it_where_they_are() -> None:
    report = read_report(mapped("The x# of 41% of cases (all).", {"#": "d835dc65"}))
    (block,) = report.blocks
    assert block.text == "The x𝑥 of 41% of cases (all)."
    assert [block.text[one.start : one.end] for one in block.words][1:4] == ["x𝑥", "of", "41%"]


def test_half_a_letter_in_text_is_replaced_and_counted() -> None:
    document = read_document(mapped("So # told", {"#": "d83d"}))
    assert words_of(document) == ["So", "�", "told"]
    assert document.warnings == ["lone halves of letters, replaced by �: 1"]


@pytest.mark.parametrize("key", ["Title", "Author", "Keywords"])
def test_half_a_letter_in_the_metadata_is_replaced_and_counted(key: str) -> None:
    document = read_document(mapped("Told", {}, {key: "feff 0041 d83d 0042 d83d de00"}))
    assert document.info[key] == "A�B😀"
    assert document.warnings == ["lone halves of letters, replaced by �: 1"]


def test_half_a_letter_in_bookmarks_and_labels_is_replaced_and_counted() -> None:
    out, half = io.BytesIO(), pikepdf.String(bytes.fromhex("feff 0041 de00 0042"))
    with pikepdf.open(io.BytesIO(HELLO)) as pdf:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("whole", 0))
            outline.root.append(pikepdf.OutlineItem("half", 0))
        pdf.Root.Outlines.Last.Title = half
        label = pikepdf.Dictionary(P=half, S=pikepdf.Name.D)
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, label])
        pdf.save(out)
    document = read_document(out.getvalue())
    assert [one.title for one in document.bookmarks] == ["whole", "A�B"]
    assert document.labels == ["A�B1"]
    assert document.warnings == ["lone halves of letters, replaced by �: 2"]


@pytest.mark.parametrize(
    ("text", "whole", "count"),
    [
        ("plain", "plain", 0),
        ("\ud83d\ude00", "\ud83d\ude00", 0),
        ("\ud83d", "�", 1),
        ("\ude00\ud83d", "��", 2),
        ("\ud83d\ud83d\ude00\ude00", "�\ud83d\ude00�", 2),
    ],
    ids=["none", "pair", "high", "wrong way round", "a pair between"],
)
def test_only_halves_that_stand_alone_are_replaced(text: str, whole: str, count: int) -> None:
    assert without_lone_halves(text) == (whole, count)
    plain(whole).encode()


def test_commands_in_text_are_counted() -> None:
    document = read_document(mapped("So #*told", {"#": "202e", "*": "009b"}))
    assert document.warnings == ["control and direction characters in its text: 2"]


def test_every_report_of_such_text_is_clean() -> None:
    odd = {"#": "d83d", "*": "de00", "+": "202e", "~": "0085", "^": "ffff", "_": "fffe"}
    report = read_report(mapped("41% # of * all + cases ~ good ^ and _ new ***", odd))
    assert json.loads(report.model_dump_json().encode("utf-8"))


def test_a_damaged_file_is_damaged_whatever_came_before() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(HELLO)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption("owner", "user"))
    messages = set()
    for before in (HELLO, out.getvalue(), b"%PDF-1.7 nothing", out.getvalue()):
        with suppress(PasswordNeeded, DamagedPdf):
            read_document(before)
        with pytest.raises(DamagedPdf) as caught:
            read_document(NO_PAGES)
        messages.add(str(caught.value))
    assert messages == {"the file is damaged: no document can be made out in it"}


def test_a_file_of_too_many_pages_is_an_error_and_not_read_in_part() -> None:
    data = minimal_pdf(*[line(f"Page {number}", 72, 700) for number in range(4)])
    with varied(READING, most_pages=4):
        assert len(read_document(data).pages) == 4
    with varied(READING, most_pages=3), pytest.raises(TooLarge, match="4 pages; no more than 3"):
        read_document(data)


def test_a_page_of_too_many_characters_says_so() -> None:
    data = minimal_pdf(line("All is well.", 72, 700), line("One two three four", 72, 700))
    with varied(READING, most_characters=13):
        document = read_document(data)
    assert words_of(document) == ["All", "is", "well.", "One", "two", "three"]
    assert document.warnings == ["page 2: more than 13 characters; those after them are not read"]


def test_a_word_of_too_many_letters_is_several_and_says_so() -> None:
    with varied(READING, longest_word=20):
        document = read_document(minimal_pdf(line("x" * 41 + " end", 72, 700)))
    words = document.pages[0].words
    assert [len(word.text) for word in words] == [20, 20, 1, 3]
    assert all(one.x1 <= other.x0 + 0.1 for one, other in pairwise(words))
    assert document.warnings == [
        "page 1: more than 20 letters without a space; read as several words"
    ]


def test_a_word_is_not_cut_within_a_letter() -> None:
    with varied(READING, longest_word=20):
        document = read_document(mapped("x" * 19 + "#x", {"#": "d83dde00"}))
    assert words_of(document) == ["x" * 19, "😀x"]


def test_a_page_of_too_many_paths_says_so() -> None:
    drawn = "\n".join(f"{x} 10 5 5 re f" for x in range(0, 60, 10))
    with varied(READING, most_paths=6):
        (page,) = (document := read_document(minimal_pdf(drawn))).pages
    assert len(page.shapes) == 6
    assert document.warnings == []
    with varied(READING, most_paths=5):
        (page,) = (document := read_document(minimal_pdf(drawn))).pages
    assert len(page.shapes) == 5
    assert document.warnings == ["page 1: more than 5 drawn paths; those after them are not read"]


def test_white_over_colour_is_seen_wherever_on_the_page_it_lies() -> None:
    blue, white = "0 0 1 rg", "1 1 1 rg"
    tall, across, apart = "100 0 20 792 re f", "0 700 612 8 re f", "300 100 20 20 re f"
    (page,) = read_document(minimal_pdf(f"{blue} {tall} {white} {across} {apart}")).pages
    assert [(shape.x0, shape.colour) for shape in page.shapes] == [(100, 0xFF), (0, 0xFFFFFF)]


def test_bookmarks_too_deep_are_left_out_with_a_warning() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(HELLO)) as pdf, pdf.open_outline() as outline:
        outline.root.append(first := pikepdf.OutlineItem("one", 0))
        first.children.append(second := pikepdf.OutlineItem("two", 0))
        second.children.append(pikepdf.OutlineItem("three", 0))
        first.is_closed = second.is_closed = False
        outline._save()
        pdf.save(out)
    assert [one.level for one in read_document(out.getvalue()).bookmarks] == [1, 2, 3]
    with varied(READING, bookmark_depth=2):
        document = read_document(out.getvalue())
    assert [one.title for one in document.bookmarks] == ["one", "two"]
    assert len(document.warnings) == 1
    assert "bookmarks" in document.warnings[0]


def test_the_same_of_many_pages_is_one_warning() -> None:
    warnings = ReadingWarnings()
    for page in (2, 3, 4, 7, 9, 10):
        warnings.of_page(page, ["cannot be loaded"])
    warnings.of_page(5, ["is torn"])
    assert warnings.sentences() == ["pages 2–4, 7, 9–10: cannot be loaded", "page 5: is torn"]
