"""The tables that a corpus consists of, as data: every column, its type, what it means.

The header of the CSV files, the schema of the Parquet files and the Frictionless data package
are all made from here, so that they cannot disagree.
"""

from __future__ import annotations

from schemas.contract.columns import Column, ColumnType, ForeignKey, Table


def _must(name: str, type_: ColumnType, description: str) -> Column:
    return Column(name, type_, description, required=True)


_REPORT_ID = _must("report_id", "string", "Report: slug of the file's stem and 8 hex of its sha256")
_OF_REPORT = ForeignKey(("report_id",), "reports", ("report_id",))
_OF_BLOCK = ForeignKey(("report_id", "block_id"), "blocks", ("report_id", "block_id"))
_BLOCK_ID = _must("block_id", "string", "Block in which it stands")
_PAGE = _must("page", "integer", "Physical page, counted from 1")
_PAGE_LABEL = Column("page_label", "string", "Page number as printed")
_LINK = _must("link", "string", "The file with the page as fragment: file#page=N")
_BOXES = _must("boxes", "json", "Where it is printed: [[page, x0, top, x1, bottom], ...] in points")
_CRITERION = Column("criterion", "string", "Criterion or outcome of the framework")
_PART = Column("part", "string", "Part of the report: foreword, summary, outcome1, appendix1, ...")
_SECTION_ID = Column("section_id", "string", "Section under whose heading it stands")

REPORTS = Table(
    "reports",
    "One row for each report that was read",
    (
        _REPORT_ID,
        _must("file", "string", "The PDF as it was named when it was converted"),
        _LINK,
        _must("sha256", "string", "SHA-256 of the file, hexadecimal"),
        _must("pages", "integer", "Number of physical pages"),
        Column("framework", "string", "Framework by which the report was identified"),
        _must(
            "framework_candidates", "json", "Frameworks considered: framework, score, missing, lost"
        ),
        Column("inspectorate", "string", "Who inspected"),
        Column("title", "string", "Title as printed"),
        Column("body", "string", "The inspected trust, service or authority"),
        Column("published", "string", "ISO date of publication, as precise as printed"),
        Column("fieldwork_start", "string", "ISO date on which the fieldwork began"),
        Column("fieldwork_end", "string", "ISO date on which the fieldwork ended"),
        Column("sample_size", "integer", "Number of cases inspected, as stated"),
        Column("lead_inspector", "string", "Lead inspector"),
        Column("isbn", "string", "ISBN"),
        Column("urn", "string", "Unique reference number of the provider"),
        _must("percent_signs", "integer", "Percent signs and 'per cent' in the file's text"),
        _must("percent_signs_accounted", "integer", "Those that are a finding or have a reason"),
        _must("text_pages", "integer", "Number of pages that have words"),
        Column("chief_inspector", "string", "Chief inspector"),
        Column("staff_interviewed", "integer", "Number of staff interviewed, as stated"),
        Column("team", "json", "Inspectors: role, name, affiliation"),
        _must("warnings", "json", "What the reading could not do, in words"),
    ),
    primary_key=("report_id",),
)

SECTIONS = Table(
    "sections",
    "Printed headings, in reading order",
    (
        _REPORT_ID,
        _must("section_id", "string", "Id of the section"),
        Column("parent_id", "string", "Section that it belongs to; null at the top"),
        _must("level", "integer", "Depth in the outline, from 1"),
        Column("number", "string", "Number as printed"),
        _must("title", "string", "Heading as printed"),
        _PAGE,
        _PAGE_LABEL,
        _PART,
        _CRITERION,
        _must("source", "string", "Kinds of evidence that agreed on the heading, joined by +"),
        _BLOCK_ID,
        _must("criterion_candidates", "json", "Criteria that the heading comes near to: id, score"),
    ),
    primary_key=("report_id", "section_id"),
    foreign_keys=(_OF_REPORT, _OF_BLOCK),
)

BLOCKS = Table(
    "blocks",
    "The text: headings, paragraphs, items, rows and the like, in reading order",
    (
        _REPORT_ID,
        _must("block_id", "string", "Id of the block"),
        _SECTION_ID,
        _must("kind", "string", "heading, paragraph, item, quote, footnote, caption, row, ..."),
        Column("panel", "string", "Title of the box in which it is printed"),
        Column("number", "string", "Number or mark as printed"),
        _must("text", "string", "The text; the cells of a row are joined by a tab"),
        _must("page", "integer", "Physical page on which it begins"),
        _must("last_page", "integer", "Physical page on which it ends"),
        _BOXES,
        _PART,
        Column("paragraph", "string", "Number of the paragraph that it is or belongs to"),
        Column("lead_in", "string", "Text that introduces an item, or the item that it is part of"),
        Column("lead_in_id", "string", "Block that holds that text"),
        Column("depth", "integer", "Of an item: 1, and one more for each item that it is part of"),
        Column("table_id", "string", "Table of which it is a row"),
        Column("called_from", "string", "Block that calls a footnote"),
        Column("called_at", "integer", "Offset of the footnote's mark in that block's text"),
    ),
    primary_key=("report_id", "block_id"),
    foreign_keys=(_OF_REPORT,),
)

FINDINGS = Table(
    "findings",
    "Quantified statements, one row for each; shares in percent",
    (
        _REPORT_ID,
        _must("finding_id", "string", "Id that survives a change of rules"),
        _must("page", "integer", "Physical page on which the quantity stands"),
        _must("sentence_page", "integer", "Physical page on which its sentence begins"),
        _PAGE_LABEL,
        _LINK,
        _SECTION_ID,
        Column("section", "string", "Heading of that section"),
        _must("text", "string", "The quantity as printed, with its modifier"),
        _must("sentence", "string", "The whole sentence, item or row as printed"),
        _must("kind", "string", "percentage, fraction, ratio, complement, rate, count, vague"),
        Column("value", "number", "Share in percent; null for counts and words without a number"),
        Column("low", "number", "Least that the printed words allow, in percent"),
        Column("high", "number", "Most that the printed words allow, in percent"),
        Column("low_closed", "boolean", "Whether low itself is allowed"),
        Column("high_closed", "boolean", "Whether high itself is allowed"),
        _must("change", "boolean", "Whether it is a rise, fall or gap and no share"),
        Column("modifier", "string", "more than, nearly, only, ... as printed"),
        Column("numerator", "integer", "Number counted, where stated"),
        Column("denominator", "integer", "Number of which, where stated"),
        Column("population", "string", "Who or what is counted, verbatim"),
        Column("predicate", "string", "What is said of that share, verbatim"),
        Column("population_context", "string", "The population, from the lead-in or before"),
        Column("predicate_context", "string", "The predicate, from the lead-in or before"),
        Column("polarity", "string", "+ more is better practice, - worse, 0 neutral"),
        Column("context", "string", "score, finding, staff_survey, target, comparison, ..."),
        Column("compared_with", "string", "What it is compared with, as printed"),
        Column("compared_value", "number", "The other value, in percent"),
        _PART,
        Column("paragraph", "string", "The report's own number of the paragraph"),
        _CRITERION,
        Column(
            "same_as", "string", "First telling of the same fact here; null for the first itself"
        ),
        _must("rule", "string", "Pattern that found it"),
        _BLOCK_ID,
        _must("start", "integer", "Offset of the quantity in the block's text"),
        _must("end", "integer", "Offset of its end, exclusive"),
        _BOXES,
        _must("sentence_start", "integer", "Offset of the sentence in the block's text"),
        _must("sentence_end", "integer", "Offset of its end, exclusive"),
        Column("population_start", "integer", "Offset of population or its context in its block"),
        Column("population_end", "integer", "Offset of its end, exclusive"),
        Column("population_block", "string", "That block, where it is not the quantity's"),
        Column("predicate_start", "integer", "Offset of predicate or its context in its block"),
        Column("predicate_end", "integer", "Offset of its end, exclusive"),
        Column("predicate_block", "string", "That block, where it is not the quantity's"),
    ),
    primary_key=("report_id", "finding_id"),
    foreign_keys=(_OF_REPORT, _OF_BLOCK),
)

RESTATEMENTS = Table(
    "restatements",
    "Pairs of findings that tell the same fact, agreeing or not; the earlier first",
    (
        _REPORT_ID,
        _must("finding_id", "string", "The finding that tells it earlier"),
        _must("other_id", "string", "The finding that tells it again"),
        _must("score", "number", "How sure it is that both tell the same fact, 0 to 1"),
        _must("agrees", "json", "What is the same: value, interval, complement, base, population"),
        _must("differs", "json", "What both say and say differently: number, base, population"),
    ),
    primary_key=("report_id", "finding_id", "other_id"),
    foreign_keys=(
        _OF_REPORT,
        ForeignKey(("report_id", "finding_id"), "findings", ("report_id", "finding_id")),
        ForeignKey(("report_id", "other_id"), "findings", ("report_id", "finding_id")),
    ),
)

RATINGS = Table(
    "ratings",
    "Headline score or grade of each outcome",
    (
        _REPORT_ID,
        _must("criterion", "string", "The framework's id: 1 ... 5; overall, 2.1, ..."),
        _must("title", "string", "Title of the outcome"),
        Column("score", "number", "Score in percent"),
        Column("grade", "string", "Grade of the framework's scale"),
        _must("text", "string", "As printed"),
        _PAGE,
        _BOXES,
        _must("restated", "json", "Other places that state it: page, text, score, grade, boxes"),
        _must("contradicted", "boolean", "Whether one of them gives another score or grade"),
        _PAGE_LABEL,
        _LINK,
        _BLOCK_ID,
        _must("start", "integer", "Offset in the block's text"),
        _must("end", "integer", "Offset of its end, exclusive"),
    ),
    primary_key=("report_id", "criterion"),
    foreign_keys=(_OF_REPORT, _OF_BLOCK),
)

RECOMMENDATIONS = Table(
    "recommendations",
    "Recommendations, key strengths and key areas for improvement",
    (
        _REPORT_ID,
        _must("kind", "string", "recommendation, strength, area_for_improvement"),
        _CRITERION,
        Column("number", "string", "Number as printed"),
        _must("text", "string", "As printed"),
        _PAGE,
        _LINK,
        _BLOCK_ID,
        _SECTION_ID,
    ),
    foreign_keys=(_OF_REPORT, _OF_BLOCK),
)

TABLE_CELLS = Table(
    "table_cells",
    "Cells of printed tables, with the headings that say what they are about",
    (
        _REPORT_ID,
        _must("table_id", "string", "Table"),
        Column("caption", "string", "Caption of the table"),
        _PAGE,
        _must("row", "integer", "Row"),
        _must("column", "integer", "Column"),
        Column("row_header", "string", "Heading of its row"),
        Column("column_header", "string", "Heading of its column"),
        Column("text", "string", "As printed; null where the cell is empty"),
        Column("value", "number", "The number in it, if it is one"),
    ),
    primary_key=("report_id", "table_id", "row", "column"),
    foreign_keys=(_OF_REPORT,),
)

PROBLEMS = Table(
    "problems",
    "What the checks say of each report",
    (
        _REPORT_ID,
        _must("code", "string", "Check that speaks"),
        _must("severity", "string", "error, warning, note"),
        _must("verdict_changing", "boolean", "Whether a verdict hangs on it"),
        _must("message", "string", "One plain sentence with the arithmetic"),
        _CRITERION,
        _must("pages", "json", "Physical pages that it speaks of"),
        _must("finding_ids", "json", "Findings that it speaks of"),
        _must("quotes", "json", "What is printed at the places that it speaks of"),
    ),
    foreign_keys=(_OF_REPORT,),
)

LEDGER = Table(
    "ledger",
    "Every figure seen on any page, and what became of it",
    (
        _REPORT_ID,
        _PAGE,
        _must("text", "string", "As printed"),
        Column("finding_id", "string", "Finding that it became"),
        Column("reason", "string", "Why it became none; unknown is not accounted for"),
        _must("kind", "string", "percent, fraction, ratio"),
    ),
    foreign_keys=(_OF_REPORT,),
)

FAILURES = Table(
    "failures",
    "Files that could not be read",
    (
        _must("file", "string", "The file as it was named"),
        Column("sha256", "string", "SHA-256 of the file; null where not even that could be read"),
        _must("code", "string", "What went wrong, machine readable"),
        _must("message", "string", "What went wrong, in words"),
        _must("pages_done", "integer", "Pages that had been read by then"),
    ),
    primary_key=("file",),
)

_ALL = (
    *(REPORTS, SECTIONS, BLOCKS, FINDINGS, RESTATEMENTS, RATINGS, RECOMMENDATIONS),
    *(TABLE_CELLS, PROBLEMS, LEDGER, FAILURES),
)
TABLES: dict[str, Table] = {table.name: table for table in _ALL}
