"""Every sample report as it is read, against what is true of it.

The truth is made by the typesetting and knows nothing of the extractor.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Any

from schemas.finding import Finding
from schemas.report import Report
from tests.readings import Sample

MARKS = re.compile("[⁰¹²³⁴-⁹]+")
FIGURE = re.compile(r"\d[\d,.]*(?:%| ?per cent)$")
POINTS = re.compile(r"\d[\d.]* percentage points?")
TEXT_KINDS = {"paragraph", "item", "quote", "footnote", "caption", "row", "signature"}
# The truth gives the figure as printed; these are changes, or ranges that have no one value.
WITHOUT_VALUE = {
    "fallen by 46%",
    "between 70 and 80 per cent",
    "between 60 and 70 per cent",
    "between 80 and 90 per cent",
    "between 75 and 85 per cent",
    "between 10 and 15 per cent",
}

Key = tuple[Any, ...]


def plain(text: str) -> str:
    """Without footnote marks, with single spaces."""
    return re.sub(" +", " ", MARKS.sub("", text)).strip()


def share(found: Counter[Key], of: Counter[Key]) -> float:
    return (found & of).total() / of.total()


def worst(one: Counter[Key], other: Counter[Key]) -> list[Key]:
    return list((one - other).elements())[:8]


def of_percentage(true: dict[str, Any]) -> Key:
    sentence = true["sentence"]
    valueless = any(f in sentence and f.endswith(true["text"]) for f in WITHOUT_VALUE)
    value = None if valueless else true["value"]
    paragraph = true["paragraph"] if true["kind"] != "row" else None
    place = (true["page"], true["sentence_page"], true["part"], paragraph)
    return true["text"], value, plain(sentence), *place, true["criterion"]


def of_finding(finding: Finding) -> Key:
    figure = FIGURE.search(finding.text)
    paragraph = finding.paragraph if "\t" not in finding.sentence else None  # not said of rows
    place = (finding.page, finding.sentence_page, finding.part, paragraph)
    text = figure.group() if figure else finding.text
    return text, finding.value, plain(finding.sentence), *place, finding.criterion


def percentages(report: Report) -> list[Finding]:
    """Shares printed in digits; points and numbers in words are not in the truth."""
    return [f for f in report.findings if f.kind == "percentage" and FIGURE.search(f.text)]


def test_every_percentage_is_found_where_it_stands_and_nothing_else(each_sample: Sample) -> None:
    true = Counter(map(of_percentage, each_sample.truth["percentages"]))
    found = Counter(map(of_finding, percentages(each_sample.report)))
    assert worst(true, found) == []
    assert worst(found, true) == []


def test_percentage_points_are_changes_without_a_value(each_sample: Sample) -> None:
    texts = [block["text"] for block in each_sample.truth["blocks"]]
    printed = Counter(points for text in texts for points in POINTS.findall(text))
    findings = [f for f in each_sample.report.findings if "percentage point" in f.text]
    found = Counter(f.text for f in findings if f.text[0].isdigit())
    assert found == printed
    assert [f.text for f in findings if not f.change or f.value is not None] == []


def test_a_range_has_bounds_and_no_value(each_sample: Sample) -> None:
    ranges = {text for text in WITHOUT_VALUE if text.startswith("between")}
    printed = [
        text
        for true in each_sample.truth["percentages"]
        for text in ranges
        if text in true["sentence"] and text.endswith(true["text"])
    ]
    found = [f for f in each_sample.report.findings if f.text in ranges]
    assert [f.text for f in found] == printed
    for finding in found:
        low, high = map(int, re.findall(r"\d+", finding.text))
        assert (finding.low, finding.high) == (low - 0.5, high + 0.5)


def test_charts_give_labels_and_no_findings(each_sample: Sample) -> None:
    report, true = each_sample.report, each_sample.truth["chart_percentages"]
    assert true
    charts = [block for block in report.blocks if block.kind == "chart"]
    drawn: Counter[Key] = Counter()
    for chart in charts:
        drawn.update((chart.page, label) for label in re.findall(r"\d+%", chart.text))
    assert worst(Counter((one["page"], one["text"]) for one in true), drawn) == []
    accounted = Counter(e.page for e in report.ledger if e.reason == "chart label")
    signs = Counter(page for page, _ in drawn.elements())
    assert {page: accounted[page] for page in signs} == dict(signs)
    ids = {chart.block_id for chart in charts}
    assert [f.text for f in report.findings if f.block_id in ids] == []


def test_every_percent_sign_is_accounted_for(each_sample: Sample) -> None:
    ledger = [entry for entry in each_sample.report.ledger if entry.kind == "percent"]
    assert len(ledger) == each_sample.report.percent_signs
    assert [entry.text for entry in ledger if not entry.finding_id and not entry.reason] == []
    assert [entry.text for entry in ledger if entry.reason == "unknown"] == []


def test_metadata(each_sample: Sample) -> None:
    true, report = each_sample.truth["metadata"], each_sample.report
    assert report.framework == true["framework"]
    fields = ["title", "body", "published", "isbn", "sample_size"]
    fields += ["lead_inspector", "chief_inspector"]
    found = {name: getattr(report.metadata, name) for name in fields}
    assert found == {name: true[name] for name in fields}
    assert report.metadata.inspectorate == "HM Inspectorate of Probation"


def test_scores_in_order_with_their_places(each_sample: Sample) -> None:
    true = [(one["criterion"], float(one["score"])) for one in each_sample.truth["scores"]]
    ratings = each_sample.report.ratings
    assert [(one.criterion, one.score) for one in ratings] == true
    for rating in ratings:
        block = each_sample.report.block(rating.block_id)
        assert block.text[rating.start : rating.end] == rating.text
        assert rating.boxes == block.boxes(rating.start, rating.end)
        assert rating.restated, f"{rating.title} is stated once only"


def test_sections(each_sample: Sample) -> None:
    fields = ("number", "title", "part", "criterion", "page")
    true = Counter(tuple(one[f] for f in fields) for one in each_sample.truth["sections"])
    sections = each_sample.report.sections
    found = Counter(tuple(getattr(one, f) for f in fields) for one in sections)
    assert share(found, true) >= 0.98, worst(true, found)
    assert share(true, found) >= 0.98, worst(found, true)


def steps(levels: list[tuple[Key, int]]) -> dict[Key, int]:
    """Whether each heading is deeper than the one before (1), as deep (0) or higher (-1)."""
    return {
        (first, second): (one < two) - (one > two)
        for (first, one), (second, two) in pairwise(levels)
    }


def test_levels_of_neighbouring_headings(each_sample: Sample) -> None:
    true = steps([((s["title"], s["page"]), s["level"]) for s in each_sample.truth["sections"]])
    sections = each_sample.report.sections
    found = steps([((s.title, s.page), s.level) for s in sections])
    wrong = [pair for pair, step in true.items() if found.get(pair) != step]
    assert len(wrong) <= 0.02 * len(true), wrong[:5]


def test_parents_are_one_of_the_headings_above(each_sample: Sample) -> None:
    seen: dict[str, int] = {}
    for section in each_sample.report.sections:
        if section.parent_id is None:
            assert section.level == 1
        else:
            assert seen[section.parent_id] < section.level
        seen[section.section_id] = section.level


def test_blocks(each_sample: Sample) -> None:
    true = Counter(
        (one["kind"], plain(one["text"]), one["page"]) for one in each_sample.truth["blocks"]
    )
    pages = {page for _, _, page in true}
    blocks = [block for block in each_sample.report.blocks if block.page in pages]
    found: Counter[Key] = Counter(
        (block.kind, plain(block.text), block.page) for block in blocks if block.kind in TEXT_KINDS
    )
    assert share(found, true) >= 0.97, worst(true, found)
    assert share(true, found) >= 0.97, worst(found, true)


def test_last_pages_panels_and_numbers_of_blocks(each_sample: Sample) -> None:
    texts = Counter(plain(one["text"]) for one in each_sample.truth["blocks"])
    true = {
        plain(one["text"]): (one["last_page"], one["panel"], (one["number"] or "").strip("."))
        for one in each_sample.truth["blocks"]
        if texts[plain(one["text"])] == 1 and one["kind"] in ("paragraph", "item")
    }
    wrong = []
    for block in each_sample.report.blocks:
        expected = true.get(plain(block.text))
        if expected and block.kind in ("paragraph", "item"):
            number = (block.number or "").strip(".•–")
            found = (block.last_page, block.panel, number)
            if found != expected:
                wrong.append((expected, found, block.text[:40]))
    assert len(true) > 100
    assert len(wrong) <= 0.02 * len(true), wrong[:5]


def test_printed_page_numbers(each_sample: Sample) -> None:
    printed = each_sample.truth["printed_numbers"]
    labels = {page.page: page.label for page in each_sample.report.pages}
    assert len(labels) == each_sample.truth["pages"]
    true = {page: label for page, label in enumerate(printed, 1) if label}
    assert {page: labels[page] for page in true} == true


def test_table_cells(each_sample: Sample) -> None:
    true = [
        (one["page"], [[plain(cell) for cell in row] for row in (one["columns"], *one["rows"])])
        for one in each_sample.truth["tables"]
    ]
    tables: dict[str, dict[int, dict[int, str]]] = {}
    pages: dict[str, int] = {}
    for cell in each_sample.report.table_cells:
        tables.setdefault(cell.table_id, {}).setdefault(cell.row, {})[cell.column] = cell.text
        pages.setdefault(cell.table_id, cell.page)
    found = [
        (pages[name], [[plain(row[at]) for at in sorted(row)] for _, row in sorted(rows.items())])
        for name, rows in tables.items()
    ]
    assert [table for table in true if table not in found] == []


def test_cells_know_their_headings_and_numbers(each_sample: Sample) -> None:
    wanted = {
        (plain(row[0]), plain(heading)): plain(cell)
        for table in each_sample.truth["tables"]
        for row in table["rows"]
        for heading, cell in list(zip(table["columns"], row, strict=True))[1:]
        if heading
    }
    found = {
        (plain(cell.row_header or ""), plain(cell.column_header or "")): cell
        for cell in each_sample.report.table_cells
    }
    texts = {key: plain(cell.text) for key, cell in found.items()}
    assert [key for key, text in wanted.items() if texts.get(key) != text] == []
    for key, text in wanted.items():
        if re.fullmatch(r"\d[\d,.]*%?", text):
            assert found[key].value == float(text.rstrip("%").replace(",", ""))
