"""Files that are no PDF, damaged, encrypted or turned, and what their words become."""

from __future__ import annotations

import io
from collections.abc import Callable

import pdfplumber
import pikepdf
import pytest

from extractor.pipeline import read_report
from extractor.reading.normalise import plain, raised
from extractor.reading.pdfium import open_document, render
from extractor.reading.reader import read_document
from schemas.errors import (
    DamagedPdf,
    EmptyFile,
    FindingsError,
    NotAPdf,
    PasswordNeeded,
    UnreadableFile,
)
from tests.extractor.minimal import Sheet, line, minimal_pdf, sentences, sheets_pdf
from tests.readings import Reading

HELLO = minimal_pdf(line("In 41% of cases (all) it was good.", 72, 700))


def texts(data: bytes, password: str | None = None) -> list[str]:
    return [word.text for page in read_document(data, password).pages for word in page.words]


def encrypted(owner: str, user: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(HELLO)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner=owner, user=user))
    return out.getvalue()


def test_a_minimal_file_is_read_word_by_word() -> None:
    document = read_document(HELLO)
    assert texts(HELLO) == ["In", "41%", "of", "cases", "(all)", "it", "was", "good."]
    assert document.warnings == []
    first = document.pages[0].words[0]
    # Helvetica: I is 0.278 em wide, n 0.556; the page is 792 points high and the baseline at 700.
    assert (first.x0, first.x1) == pytest.approx((72, 72 + 12 * 0.834), abs=0.1)
    assert first.top < 792 - 700 < first.bottom
    assert first.bottom - first.top == pytest.approx(12, abs=0.1)
    assert (first.style.font, first.style.size, first.style.bold) == ("Helvetica", 12, False)


@pytest.mark.parametrize(
    ("data", "error", "code"),
    [
        (b"", EmptyFile, "empty"),
        (b"<html><body>Not found</body></html>", NotAPdf, "not_a_pdf"),
        (b" " * 2000 + HELLO, NotAPdf, "not_a_pdf"),
        (b"%PDF-1.7\nnothing else", DamagedPdf, "damaged"),
        (encrypted("o", "u"), PasswordNeeded, "password"),
    ],
    ids=["empty", "html", "late header", "damaged", "encrypted"],
)
def test_what_cannot_be_read_says_why(data: bytes, error: type[UnreadableFile], code: str) -> None:
    with pytest.raises(error) as caught:
        read_document(data)
    assert isinstance(caught.value, FindingsError)
    assert caught.value.code == code
    assert str(caught.value)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("empty.pdf", EmptyFile),
        ("html.pdf", NotAPdf),
        ("truncated.pdf", DamagedPdf),
        ("encryption-openpassword.pdf", PasswordNeeded),
        ("password-secret.pdf", PasswordNeeded),
    ],
)
def test_published_files_that_cannot_be_read(
    name: str, error: type[UnreadableFile], published: Callable[[str], Reading]
) -> None:
    reading = published(f"broken/{name}")
    with pytest.raises(error):
        read_report(reading.path)


@pytest.mark.parametrize(
    "name",
    [
        "encryption-notextaccess.pdf",
        "hello-world-rotated.pdf",
        "issue14415.pdf",
        "corruptiononebytemissing.pdf",
        "poppler-67295-0.pdf",
    ],
)
def test_odd_files_that_can_be_read(name: str, published: Callable[[str], Reading]) -> None:
    assert published(f"broken/{name}").report.pages


def test_a_header_may_stand_a_little_further_in() -> None:
    assert texts(b"junk\n" * 20 + HELLO) == texts(HELLO)


def test_a_password_opens_and_a_wrong_one_is_named_as_such() -> None:
    data = encrypted("owner", "secret")
    assert texts(data, "secret") == texts(HELLO)
    with pytest.raises(PasswordNeeded, match="needs a password"):
        read_document(data)
    with pytest.raises(PasswordNeeded, match="wrong"):
        read_document(data, "guess")


def test_a_published_file_opens_with_its_password(published: Callable[[str], Reading]) -> None:
    report = read_report(published("broken/password-secret.pdf").path, password="secret")
    assert report.blocks
    assert report.findings


def test_a_file_that_only_restricts_copying_needs_no_password() -> None:
    assert texts(encrypted("owner", "")) == texts(HELLO)


def test_a_damaged_file_is_mended_once_and_says_so() -> None:
    cut = HELLO[: HELLO.rindex(b"trailer")]
    with pytest.raises(DamagedPdf), open_document(cut):
        pass
    document = read_document(cut)
    assert [word.text for word in document.pages[0].words] == texts(HELLO)
    assert any("repaired" in warning for warning in document.warnings)
    assert read_report(cut).warnings == document.warnings


def test_a_file_whose_only_page_is_missing_is_damaged() -> None:
    with pytest.raises(DamagedPdf):
        read_document(HELLO.replace(b"/Kids [3 0 R]", b"/Kids [3 0 Q]"))


def test_a_page_that_cannot_be_loaded_is_left_out_with_a_warning() -> None:
    pages = [line(f"This is page {number}.", 72, 700) for number in (1, 2, 3)]
    data = minimal_pdf(*pages).replace(b"5 0 R 7 0 R]", b"9 0 R 7 0 R]")  # an object of no kind
    document = read_document(data)
    assert [page.number for page in document.pages] == [1, 3]
    assert [word.text for word in document.pages[1].words] == ["This", "is", "page", "3."]
    assert len(document.warnings) == 1
    assert "page 2" in document.warnings[0]


def test_a_report_of_bytes_has_a_name_and_a_hash() -> None:
    sheet = Sheet()
    sheet.prose(f"{sentences(3)} In 41% of cases it was good.", 72, 100)
    report = read_report(sheets_pdf([sheet]))
    assert report.file == "report.pdf"
    assert report.report_id == f"report-{report.sha256[:8]}"
    assert [finding.text for finding in report.findings] == ["41%"]


def upright_word(data: bytes) -> tuple[float, float, float, float]:
    """The box of the only word, as displayed."""
    (page,) = read_document(data).pages
    (word,) = page.words
    assert (page.turn, word.style.angle) == (0, 0)
    return word[2:6]


# "AA" is 2 x 0.667 em wide: 13.34 points at 10 points. Each is displayed upright at the same place.
TEXT = "(AA) Tj ET"
SETTINGS = [
    ("BT /F1 10 Tf 1 0 0 1 100 700 Tm", 0),
    ("BT /F1 1 Tf 10 0 0 10 100 700 Tm", 0),
    ("BT /F1 -10 Tf -1 0 0 -1 100 700 Tm", 0),
    ("BT /F1 10 Tf -1 0 0 -1 512 92 Tm", 180),
    ("BT /F1 -10 Tf 1 0 0 1 512 92 Tm", 180),
]


@pytest.mark.parametrize(("setting", "rotate"), SETTINGS, ids=[one for one, _ in SETTINGS])
def test_the_same_word_set_in_many_ways_has_one_box(setting: str, rotate: int) -> None:
    x0, top, x1, bottom = upright_word(minimal_pdf(f"{setting} {TEXT}", rotate=rotate))
    assert (x0, x1) == pytest.approx((100, 113.34), abs=0.5)
    assert bottom - top == pytest.approx(10, abs=0.5)
    assert top < 92 < bottom + 0.5


def test_a_media_box_that_starts_elsewhere_counts_as_pdfplumber_counts() -> None:
    moved = minimal_pdf(f"BT /F1 10 Tf 1 0 0 1 150 780 Tm {TEXT}", box="50 80 662 872")
    with pdfplumber.open(io.BytesIO(moved)) as pdf:
        word = pdf.pages[0].extract_words()[0]
    x0, top, x1, _ = upright_word(moved)
    assert (x0, x1) == pytest.approx((word["x0"], word["x1"]), abs=0.5)
    assert top == pytest.approx(word["top"], abs=1.0)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("oﬃce", "office"),
        ("ﬁnding", "finding"),
        ("ﬂow", "flow"),
        ("eﬀect", "effect"),
        ("baﬄe", "baffle"),
        ("re\u00adport", "report"),
        ("zero\u200bwidth", "zerowidth"),
        ("a\u00a0b", "a b"),
        ("multi\u2011agency", "multi-agency"),
        ("\uf0b7", "•"),
        ("\uf0a7", "•"),
        ("●", "•"),
        ("◼", "•"),
        ("plain £5 – ‘so’", "plain £5 – ‘so’"),
    ],
)
def test_text_is_made_plain(printed: str, text: str) -> None:
    assert plain(printed) == text


def test_raised_digits_are_no_digits_of_the_number_before() -> None:
    assert raised("12") == "¹²"
    content = line("In 16%", 72, 700) + " BT /F1 6 Tf 1 0 0 1 105 706 Tm (6) Tj ET"
    found = texts(minimal_pdf(f"{content} {line('of all cases', 115, 700)}"))
    assert "".join(found) == "In16%⁶ofallcases"


def test_a_page_is_rendered_with_its_words() -> None:
    image = render(HELLO, 1, scale=1.0).convert("L")
    assert image.size == (612, 792)
    x0, top, x1, bottom = read_document(HELLO).pages[0].words[0][2:6]
    inside = image.crop((int(x0), int(top), int(x1) + 1, int(bottom) + 1))
    assert inside.getextrema()[0] < 128, "the word is drawn dark under its box"
    assert image.crop((0, 200, 612, 792)).getextrema() == (255, 255)


@pytest.mark.parametrize(("lean", "italic"), [(0.33, True), (0.02, False), (-0.33, False)])
def test_a_face_that_is_slanted_is_italic_and_no_larger(lean: float, italic: bool) -> None:
    document = read_document(minimal_pdf(f"BT /F2 12 Tf 1 0 {lean} 1 72 700 Tm (Quality) Tj ET"))
    (word,) = document.pages[0].words
    assert (word.style.italic, word.style.size, word.style.angle) == (italic, 12.0, 0)


def test_a_long_page_after_a_short_one_is_read_as_if_alone() -> None:
    rows = [line("Of 25 cases 41% (all) were good.", 72, 40 + 7 * row, 5) for row in range(99)]
    alone = read_document(minimal_pdf("\n".join(rows))).pages[0].words
    after = read_document(minimal_pdf(line("Short.", 72, 700), "\n".join(rows))).pages[1].words
    assert len(alone) == 99 * 7
    assert [word._replace(page=1) for word in after] == alone


def test_a_number_that_touches_the_next_word_is_parted_from_it() -> None:
    touching = texts(minimal_pdf(line("10.The NHS, as before: 4.5% (Good.) 2.It’s", 72, 700)))
    assert touching == ["10.", "The", "NHS,", "as", "before:", "4.5%", "(Good.)", "2.", "It’s"]
