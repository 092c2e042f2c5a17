"""The headlines of a corpus as one web page that needs nothing else."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from html import escape
from pathlib import Path
from urllib.parse import quote

from corpora.aggregate import Cell, CriterionSummary, FrameworkScores, Line
from corpora.exports.csv_text import number_text

Href = Callable[[Cell], str]

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; color: #111; background: #fff; margin: 2rem auto;
  max-width: 70rem; padding: 0 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0 2rem; }
caption { text-align: left; font-weight: bold; padding: .5rem 0; }
th, td { border: 1px solid #767676; padding: .35rem .6rem; text-align: left;
  vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
thead th { background: #f0f0f0; }
a { color: #0b3d91; }
@media print {
  body { margin: 0; max-width: none; font-size: 10pt; }
  .scroll { overflow: visible; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; }
}
"""


def scores_page(scores: list[FrameworkScores], href: Href) -> str:
    """The page as HTML."""
    title = "Headline scores and grades by body"
    parts = "".join(_framework(table, href) for table in scores)
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n"
        "<p>Each score or grade links to the page of the report that states it.</p>\n"
        f"{parts or '<p>No headline scores or grades were found.</p>'}</main>\n</body>\n</html>\n"
    )


def page_links(pdfs: dict[str, Path], folder: Path) -> Href:
    """Links from a page in ``folder`` to the PDFs: relative where the file system allows it.

    ``pdfs`` has where the PDF of each report lies. To a report that it lacks the link is as in the
    tables.
    """

    def href(cell: Cell) -> str:
        return f"{_address(pdfs.get(cell.report_id), cell.file, folder)}#page={cell.page}"

    return href


def _address(pdf: Path | None, file: str, folder: Path) -> str:
    if pdf is None:
        return quote(file)
    try:
        return quote(Path(os.path.relpath(pdf, folder.resolve())).as_posix())
    except ValueError:  # another drive
        return pdf.as_uri()


def _framework(table: FrameworkScores, href: Href) -> str:
    results = f"{_matrix(table, href)}{_summary(table)}"
    content = f"<p>{escape(table.note)}.</p>\n" if table.note else results
    return f"<section>\n<h2>{escape(table.title)}</h2>\n{content}</section>\n"


def _matrix(table: FrameworkScores, href: Href) -> str:
    heads = "".join(f'<th scope="col">{_named(one)}</th>' for one in table.criteria)
    bodies = Counter(line.body for line in table.lines)
    rows = "".join(_row(line, table, href, bodies[line.body] > 1) for line in table.lines)
    return _table("Results by body", f'<th scope="col">Body</th>{heads}', rows)


def _row(line: Line, table: FrameworkScores, href: Href, dated: bool) -> str:
    """A body's line; with the date where the body was inspected more than once."""
    name = f"{line.body} ({line.published})" if dated and line.published else line.body
    cells = "".join(_cell(line.cells.get(one.criterion), href) for one in table.criteria)
    return f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>\n'


def _cell(cell: Cell | None, href: Href) -> str:
    if cell is None:
        return "<td>not stated</td>"
    kind = "" if cell.score is None else ' class="number"'
    return f'<td{kind}><a href="{escape(href(cell))}">{escape(cell.text)}</a></td>'


def _summary(table: FrameworkScores) -> str:
    graded = any(one.grades for one in table.criteria)
    scored = any(one.lowest is not None for one in table.criteria)
    names = ["Outcome", "Bodies", *(["Lowest", "Median", "Highest"] if scored else [])]
    heads = "".join(f'<th scope="col">{name}</th>' for name in names + ["Grades"] * graded)
    rows = "".join(_summary_row(one, scored, graded) for one in table.criteria)
    return _table("Summary by outcome", heads, rows)


def _summary_row(one: CriterionSummary, scored: bool, graded: bool) -> str:
    cells = [f'<td class="number">{one.bodies}</td>']
    if scored:
        cells += [_number(value) for value in (one.lowest, one.median, one.highest)]
    if graded:
        cells.append(f"<td>{escape(one.grades_text or '')}</td>")
    head = f'<th scope="row">{_named(one)}</th>'
    return f"<tr>{head}{''.join(cells)}</tr>\n"


def _named(one: CriterionSummary) -> str:
    """The title, after its number where it has one: "2.1. Adoption", but "Overall"."""
    numbered = one.criterion[:1].isdigit()
    return escape(f"{one.criterion}. {one.title}" if numbered else one.title)


def _number(value: float | None) -> str:
    return f'<td class="number">{"" if value is None else number_text(value) + "%"}</td>'


def _table(caption: str, heads: str, rows: str) -> str:
    # A region that scrolls must be reachable by keyboard and say what it is.
    return (
        f'<div class="scroll" role="region" aria-label="{escape(caption)}" tabindex="0">\n'
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead>\n<tr>{heads}</tr>\n</thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )
