"""What the PDFs say: reports, headings, texts, printed tables, recommendations; and failures."""

from __future__ import annotations

from schemas.contract.columns import Table
from schemas.contract.shared_columns import (
    BLOCK_ID,
    BOXES,
    CRITERION,
    LINK,
    OF_BLOCK,
    OF_REPORT,
    PAGE,
    PAGE_LABEL,
    PART,
    REPORT_ID,
    SECTION_ID,
    may,
    must,
    words,
)
from schemas.document import BlockKind

_UNSTATED = "the report does not say"
_FILE = (
    "its path from the corpus's folder, with slashes; as it was named where there is no such path, "
    "as on another drive; its name alone with --strip-paths"
)

REPORTS = Table(
    "reports",
    "One row for each report that was read",
    (
        REPORT_ID,
        must("file", "string", f"The PDF: {_FILE}"),
        LINK,
        must("sha256", "string", "SHA-256 of the file, hexadecimal"),
        must("pages", "integer", "Number of physical pages"),
        may(
            "framework",
            "string",
            "Family to which the report belongs",
            "it is of none that is known",
        ),
        must(
            "framework_candidates", "json", "Frameworks considered: framework, score, missing, lost"
        ),
        may("inspectorate", "string", "Who inspected", "none that is known is named"),
        may("title", "string", "Title as printed", "none was found"),
        may("body", "string", "The inspected trust, service or authority", "none was found"),
        may("published", "string", "ISO date of publication, as precise as printed", _UNSTATED),
        may("fieldwork_start", "string", "ISO date on which the fieldwork began", _UNSTATED),
        may("fieldwork_end", "string", "ISO date on which the fieldwork ended", _UNSTATED),
        may("sample_size", "integer", "Number of cases inspected, as stated", _UNSTATED),
        may("lead_inspector", "string", "Lead inspector", _UNSTATED),
        may("isbn", "string", "ISBN", _UNSTATED),
        may("urn", "string", "Unique reference number of the provider", _UNSTATED),
        must("percent_signs", "integer", "Percent signs and 'per cent' in the file's text"),
        must("percent_signs_accounted", "integer", "Those that are a finding or have a reason"),
        must("text_pages", "integer", "Number of pages that have words"),
        may("chief_inspector", "string", "Chief inspector", _UNSTATED),
        may("staff_interviewed", "integer", "Number of staff interviewed, as stated", _UNSTATED),
        must("team", "json", "Inspectors: role, name, affiliation"),
        must("warnings", "json", "What could not be read, in words"),
    ),
    primary_key=("report_id",),
)

SECTIONS = Table(
    "sections",
    "Printed headings, in reading order",
    (
        REPORT_ID,
        must("section_id", "string", "Id of the section"),
        may("parent_id", "string", "Section that it belongs to", "it is at the top"),
        must("level", "integer", "Depth in the outline, from 1"),
        may("number", "string", "Number as printed", "none is printed"),
        must("title", "string", "Heading as printed"),
        PAGE,
        PAGE_LABEL,
        PART,
        CRITERION,
        must("source", "string", "Kinds of evidence that agreed on the heading, joined by +"),
        BLOCK_ID,
        must("criterion_candidates", "json", "Criteria that the heading comes near to: id, score"),
    ),
    primary_key=("report_id", "section_id"),
    foreign_keys=(OF_REPORT, OF_BLOCK),
)

BLOCKS = Table(
    "blocks",
    "The text: headings, paragraphs, items, rows and the like, in reading order",
    (
        REPORT_ID,
        must("block_id", "string", "Id of the block"),
        SECTION_ID,
        must("kind", "string", words(BlockKind)),
        may("panel", "string", "Title of the box in which it is printed", "it stands in none"),
        may("number", "string", "Number or mark as printed", "it has none"),
        must("text", "string", "The text; the cells of a row are joined by a tab"),
        must("page", "integer", "Physical page on which it begins"),
        must("last_page", "integer", "Physical page on which it ends"),
        BOXES,
        PART,
        may(
            "paragraph",
            "string",
            "Number of the paragraph that it is or belongs to",
            "it belongs to no numbered paragraph",
        ),
        may(
            "lead_in",
            "string",
            "Text that introduces an item, or the item that it is part of",
            "nothing introduces it",
        ),
        may("lead_in_id", "string", "Block that holds that text", "nothing introduces it"),
        may(
            "depth",
            "integer",
            "Of an item: 1, and one more for each item that it is part of",
            "it is no item",
        ),
        may("table_id", "string", "Table of which it is a row", "it is no row of one"),
        may(
            "called_from",
            "string",
            "Block that calls a footnote",
            "it is no footnote, or its mark was not found",
        ),
        may(
            "called_at",
            "integer",
            "Offset of the footnote's mark in that block's text",
            "it is no footnote, or its mark was not found",
        ),
    ),
    primary_key=("report_id", "block_id"),
    foreign_keys=(OF_REPORT,),
)

TABLE_CELLS = Table(
    "table_cells",
    "Cells of printed tables, with the headings that say what they are about",
    (
        REPORT_ID,
        must("table_id", "string", "Table"),
        may("caption", "string", "Caption of the table", "none is printed"),
        PAGE,
        must("row", "integer", "Row"),
        must("column", "integer", "Column"),
        may("row_header", "string", "Heading of its row", "none was found"),
        may("column_header", "string", "Heading of its column", "none was found"),
        may("text", "string", "As printed", "the cell is empty"),
        may("value", "number", "The number in it", "it is none"),
    ),
    primary_key=("report_id", "table_id", "row", "column"),
    foreign_keys=(OF_REPORT,),
)

RECOMMENDATIONS = Table(
    "recommendations",
    "Recommendations, key strengths and key areas for improvement",
    (
        REPORT_ID,
        must("kind", "string", "recommendation, strength, area_for_improvement"),
        CRITERION,
        may("number", "string", "Number as printed", "none is printed"),
        must("text", "string", "As printed"),
        PAGE,
        LINK,
        BLOCK_ID,
        must("section_id", "string", "Section under whose heading it stands"),
    ),
    foreign_keys=(OF_REPORT, OF_BLOCK),
)

FAILURES = Table(
    "failures",
    "Files that could not be read",
    (
        must(
            "file",
            "string",
            "The file, or the pattern that names none; a later try by that name replaces the row",
        ),
        may("sha256", "string", "SHA-256 of the file", "not even that could be read"),
        must("code", "string", "What went wrong, machine readable"),
        must("message", "string", "What went wrong, in words"),
        must("pages_done", "integer", "Pages that had been read by then"),
    ),
)
