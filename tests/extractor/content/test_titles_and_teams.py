"""What a report says of itself: its title, and who inspected."""

from __future__ import annotations

import pytest

from extractor.metadata.dates import iso_range
from extractor.pipeline import read_report
from schemas.document import Metadata
from tests.extractor.minimal import Sheet, sentences, sheets_pdf

Member = tuple[str, str, str | None]


def cover(*lines: tuple[float, str]) -> Metadata:
    """The metadata of a report that begins with these lines, each with its size."""
    sheet, top = Sheet(), 60.0
    for size, text in lines:
        sheet.write(text, 72, top, size)
        top += 2.2 * size
    sheet.prose(sentences(4), 72, top + 40)
    return read_report(sheets_pdf([sheet])).metadata


def team(*lines: str, heading: str | None = None) -> list[Member]:
    """The team of a report whose last lines are these; cells are parted by tabs."""
    sheet = Sheet()
    top = sheet.prose(sentences(4), 72, 60) + 20
    if heading:
        sheet.write(heading, 72, top, 14, bold=True)
        top += 30
    for line in lines:
        for column, cell in enumerate(line.split("\t")):
            for row, text in enumerate(cell.split("/")):
                sheet.write(text, 72 + 250 * column, top + 12 * row, bold=cell.startswith("*"))
        top += 28
    return [
        (one.role, one.name, one.affiliation)
        for one in read_report(sheets_pdf([sheet])).metadata.team
    ]


def test_a_title_of_its_own() -> None:
    told = cover((22, "Inspection of Lamps in Westmarch"), (14, "Report of the inspectors"))
    assert told.title == "Inspection of Lamps in Westmarch"


def test_the_name_of_a_place_with_what_the_report_is_below() -> None:
    told = cover(
        (22, "Westmarch Borough Council"),
        (14, "Inspection of services for children"),
        (14, "and"),
        (14, "Review of the effectiveness of the board"),
        (12, "Inspection date: 4 March 2014"),
    )
    assert told.title == (
        "Westmarch Borough Council: Inspection of services for children and"
        " Review of the effectiveness of the board"
    )
    assert told.body == "Westmarch Borough Council"


def test_the_name_of_a_place_with_a_second_inspection() -> None:
    told = cover((22, "Lower Sallow"), (14, "Re-inspection of services for children"))
    assert told.title == "Lower Sallow: Re-inspection of services for children"


def test_a_name_alone_stays_what_is_printed() -> None:
    assert cover((22, "Lower Sallow"), (14, "Lamps and their keepers")).title == "Lower Sallow"


def test_a_council_below_a_title_in_two_lines() -> None:
    told = cover((22, "Inspection of lamp services"), (14, "Westmarch County Council"))
    assert told.body == "Westmarch County Council"


def test_a_letter_is_named_by_its_first_heading() -> None:
    sheet = Sheet()
    sheet.write("24 May 2023", 72, 60, 10)
    sheet.write("Ada Moss, Director, Testford Council, Testford House, Long Lane", 72, 80, 10)
    sheet.write("Dear Ada", 72, 100, 10)
    sheet.write("Focused visit to Testford children's services", 72, 130, 10, bold=True)
    top = sheet.prose(
        "This letter summarises the findings of the focused visit to Testford children's services"
        " on 20 and 21 September 2023. The inspectors were Ida Fenn and Ada Wren, His Majesty's"
        " Inspectors.",
        72,
        150,
    )
    sheet.prose(sentences(8), 72, top + 10)
    told = read_report(sheets_pdf([sheet])).metadata
    assert told.title == "Focused visit to Testford children's services"
    assert told.body == "Testford"
    assert (told.fieldwork_start, told.fieldwork_end) == ("2023-09-20", "2023-09-21")
    assert [one.name for one in told.team] == ["Ida Fenn", "Ada Wren"]


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("15-19 July 2013", ("2013-07-15", "2013-07-19")),
        ("19 November-11 December 2013 and 28 – 30 January 2014", ("2013-11-19", "2014-01-30")),
    ],
)
def test_days_of_a_visit(printed: str, days: tuple[str, str]) -> None:
    assert iso_range(printed) == days


def test_roles_with_and_without_a_colon() -> None:
    found = team(
        "Lead inspector: Ida Fenn HMI",
        "Deputy lead inspector Ada Moss",
        "Team inspectors: Paul Wren, Ty Brack (Seconded Inspector) and Ann Oake",
    )
    assert found == [
        ("Lead inspector", "Ida Fenn", "HMI"),
        ("Deputy lead inspector", "Ada Moss", None),
        ("Team inspectors", "Paul Wren", None),
        ("Team inspectors", "Ty Brack", "Seconded Inspector"),
        ("Team inspectors", "Ann Oake", None),
    ]


def test_a_role_in_a_sentence_names_nobody() -> None:
    assert team("The lead inspector was pleased with the Trust.") == []
    assert team("The inspectors were pleased with the Trust.") == []
    assert team("Deputy lead inspector of the county was present") == []


def test_names_with_their_posts_below_the_heading_of_the_team() -> None:
    found = team(
        "*Ofsted\t*Care Quality Commission",
        "Rebecca Moss, Ofsted HMI/Lead Inspector\tIda Fenn, CQC Lead Inspector",
        "Ada Wren, Ofsted HMI\tLou Brack, CQC Inspector",
        "Una Oake HMI, Ofsted\tTy Hale, CQC inspector",
        heading="Inspection team",
    )
    assert set(found) == {
        ("Lead inspector", "Rebecca Moss", "Ofsted HMI"),
        ("Lead inspector", "Ida Fenn", "CQC"),
        ("Inspector", "Ada Wren", "Ofsted HMI"),
        ("Inspector", "Lou Brack", "CQC"),
        ("Inspector", "Una Oake", "HMI, Ofsted"),
        ("Inspector", "Ty Hale", "CQC"),
    }


def test_names_under_another_heading_are_no_team() -> None:
    found = team("Ada Wren, Ofsted HMI", "Una Oake, CQC inspector", heading="Local partners")
    assert found == []


def test_a_table_row_without_a_role_goes_on_with_the_role_above() -> None:
    found = team(
        "*Role\t*Name",
        "Lead Inspector\tIda Fenn, HMI Probation",
        "Inspection Team\tAda Moss, HMI Probation/Lou Brack, Local Assessor",
    )
    assert found == [
        ("Lead Inspector", "Ida Fenn", "HMI Probation"),
        ("Inspection Team", "Ada Moss", "HMI Probation"),
        ("Inspection Team", "Lou Brack", "Local Assessor"),
    ]
