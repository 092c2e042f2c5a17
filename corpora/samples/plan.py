"""From a source to what its template draws, with a mark on every text whose page the truth needs.

One walk makes both: the data for the template, in which texts are cut into runs with marks between
them, and the records that the truth is made from. A mark has an id; the template reports the page
on which each mark came to stand.
"""

from dataclasses import replace
from itertools import groupby

from corpora.samples.prose import (
    Prose,
    Span,
    first_word_end,
    parse_prose,
    percentages,
    sentences,
)
from corpora.samples.records import (
    ChartRecord,
    Drawn,
    Head,
    Leaf,
    Place,
    Plan,
    TableRecord,
)
from corpora.samples.source import (
    Chart,
    ChartBody,
    Heading,
    Items,
    Panel,
    Paragraph,
    Part,
    Plain,
    Quote,
    Report,
    Signature,
    Table,
    TableBody,
)
from corpora.samples.text_in_columns import column_weight, column_widths

LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
PANEL_LEVEL = 4
CRITERION_LEVEL = 3  # a heading of this level or higher ends the criterion before it
CONTENTS = "Contents"
ADDRESS = (
    "HM Inspectorate of Probation (a fictional office)",
    "9th Floor, Larkspur House",
    "Tannery Lane",
    "Marlow Cross",
    "WX1 0ZZ",
)

Runs = list[str | Drawn]


class Planner:
    """Walks one report from the first block to the last."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.designed = report.layout == "designed"
        self.plan = Plan()
        self.place = Place("", "")
        self._count = 0

    def run(self) -> Plan:
        """Plan the whole report; the contents page comes before the first outcome."""
        parts = [self._part(part) for part in self.report.parts]
        self.place = Place("contents", CONTENTS)
        contents = self._head(1, None, CONTENTS, CONTENTS)
        front = self.report.model_dump(include={"id", "title", "subtitle", "isbn"})
        front |= {"address": ADDRESS, "contents": contents["id"], "parts": parts}
        self.plan.drawn = front
        return self.plan

    def _part(self, part: Part) -> Drawn:
        self.place = Place(part.part, part.heading)
        head = self._head(1, None, part.heading, part.title)
        drawn = [self._block(block) for block in part.blocks]
        columns = part.columns if self.designed else 1
        return {
            "part": part.part,
            "heading": head,
            "divider": part.divider,
            "digit": part.part[-1] if part.part.startswith("outcome") else "",
            "tab": _short_name(part),
            "segments": [
                {"columns": width, "blocks": [block for _, block in group]}
                for width, group in groupby(
                    zip(column_widths(part.blocks, columns), drawn, strict=True),
                    key=lambda pair: pair[0],
                )
            ],
        }

    def _block(self, block: Plain | Panel) -> Drawn:
        """Draw one block and remember which numbered paragraph a list would belong to."""
        before = self.place
        drawn = self._panel(block) if isinstance(block, Panel) else self._plain(block)
        if isinstance(block, Heading):
            return drawn
        number = block.n if isinstance(block, Paragraph) else None
        self.place = replace(before, number=number)
        return drawn

    def _plain(self, block: Plain) -> Drawn:
        match block:
            case Heading():
                drawn = self._heading(block)
            case Paragraph():
                drawn = self._paragraph(block)
            case Items():
                drawn = self._items(block)
            case Quote():
                drawn = self._quote(block)
            case Table():
                drawn = self._table(block.table)
            case Chart():
                drawn = self._chart(block.chart)
            case Signature():
                drawn = self._signature(block)
        return drawn

    def _heading(self, block: Heading) -> Drawn:
        kept = block.criterion if block.h <= CRITERION_LEVEL else self.place.criterion
        self.place = Place(self.place.part, block.text, kept, self.place.panel)
        return self._head(block.h, block.number, block.text, block.text)

    def _head(self, level: int, number: str | None, title: str, printed: str) -> Drawn:
        head = Head(self._next("h"), level, number, title, self.place)
        self.plan.heads.append(head)
        return {
            "kind": "heading",
            "id": head.id,
            "level": level,
            "number": number,
            "over": title.removesuffix(printed).strip() or None,
            "text": self._glyphs(printed),
        }

    def _panel(self, block: Panel) -> Drawn:
        outside = self.place
        self.place = Place(outside.part, block.panel, outside.criterion, block.panel)
        title = self._head(PANEL_LEVEL, None, block.panel, block.panel)
        drawn = [self._block(inner) for inner in block.blocks]
        self.place = outside
        return {"kind": "panel", "title": title, "blocks": drawn}

    def _paragraph(self, block: Paragraph) -> Drawn:
        runs = self._leaf("paragraph", block.p, block.n)
        return {"kind": "paragraph", "number": block.n, "runs": runs}

    def _items(self, block: Items) -> Drawn:
        lead = self._leaf("paragraph", block.lead) if block.lead else None
        if block.lead:  # its own paragraph, so the list no longer belongs to the one before
            self.place = replace(self.place, number=None)
        numbered = block.style == "number"
        items = [
            self._leaf("item", item, f"{place}." if numbered else None)
            for place, item in enumerate(block.items, 1)
        ]
        return {"kind": "items", "style": block.style, "lead": lead, "items": items}

    def _quote(self, block: Quote) -> Drawn:
        words = block.quote if block.quote[0] in "‘“'\"" else f"‘{block.quote}’"
        quoted = f"{words} – {block.by}" if block.by else words
        return {"kind": "quote", "runs": self._leaf("quote", quoted)}

    def _signature(self, block: Signature) -> Drawn:
        return {
            "kind": "signature",
            "lines": [self._leaf("signature", line) for line in block.signature],
        }

    def _table(self, table: TableBody) -> Drawn:
        caption = self._leaf("caption", table.caption) if table.caption else None
        rows: list[list[Runs]] = []
        first = f"t{self._count + 1}"
        for row in (table.columns, *table.rows):
            rows.append(self._row(row))
        plain = [[parse_prose(cell).text for cell in row] for row in (table.columns, *table.rows)]
        text = parse_prose(table.caption).text if table.caption else None
        self.plan.tables.append(TableRecord(first, text, plain[0], plain[1:], self.place))
        return {
            "kind": "table",
            "caption": caption,
            "weights": [column_weight(cells) for cells in zip(*plain, strict=True)],
            "columns": rows[0],
            "rows": rows[1:],
        }

    def _chart(self, chart: ChartBody) -> Drawn:
        first = f"t{self._count + 1}"
        title = self._leaf("caption", chart.title)
        self.plan.charts.append(ChartRecord(first, chart, self.place))
        return {"kind": "chart", "title": title, "chart": chart.model_dump()}

    def _leaf(self, kind: str, raw: str, number: str | None = None) -> Runs:
        """Record one text and cut it into runs; its footnotes are recorded after it."""
        prose = parse_prose(raw)
        spans, shares = sentences(prose.text), percentages(prose.text)
        leaf = self._record(kind, prose.text, number, spans, shares)
        marks = [
            (first_word_end(prose.text, span.start), f"{leaf.id}.s{i}")
            for i, span in enumerate(spans)
        ]
        marks += [(span.end, f"{leaf.id}.p{i}") for i, span in enumerate(shares)]
        marks.append((len(prose.text.rstrip()), f"{leaf.id}.end"))
        return self._runs(prose, marks)

    def _row(self, cells: list[str]) -> list[Runs]:
        """Record a table row as one text, its cells joined by tabs."""
        proses = [parse_prose(cell) for cell in cells]
        text = "\t".join(prose.text for prose in proses)
        leaf = self._record("row", text, None, [Span(0, len(text))], percentages(text))
        runs: list[Runs] = []
        start = 0
        for i, prose in enumerate(proses):
            end = start + len(prose.text)
            marks = [(0, f"{leaf.id}.s0")] if i == 0 else []
            marks += [
                (span.end - start, f"{leaf.id}.p{k}")
                for k, span in enumerate(leaf.percentages)
                if start <= span.start < end
            ]
            if i == len(proses) - 1:
                marks.append((len(prose.text), f"{leaf.id}.end"))
            runs.append(self._runs(prose, marks))
            start = end + 1
        return runs

    def _record(
        self, kind: str, text: str, number: str | None, spans: list[Span], shares: list[Span]
    ) -> Leaf:
        leaf = Leaf(self._next("t"), kind, text, self.place, number, spans, shares)
        self.plan.leaves.append(leaf)
        return leaf

    def _runs(self, prose: Prose, marks: list[tuple[int, str]]) -> Runs:
        """Cut a text at its marks and footnotes."""
        cuts: list[tuple[int, Drawn]] = [(offset, {"mark": id_}) for offset, id_ in marks]
        cuts += [(note.offset, {"note": self._leaf("footnote", note.text)}) for note in prose.notes]
        runs: Runs = []
        done = 0
        for offset, thing in sorted(cuts, key=lambda cut: cut[0]):
            runs += [self._glyphs(prose.text[done:offset]), thing]
            done = offset
        return [run for run in (*runs, self._glyphs(prose.text[done:])) if run]

    def _glyphs(self, text: str) -> str:
        """Set ligatures as characters of their own, as much design software leaves them."""
        if self.designed:
            for letters, ligature in LIGATURES:
                text = text.replace(letters, ligature)
        return text

    def _next(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}{self._count}"


def _short_name(part: Part) -> str:
    """Name a part as its side tab does: "Outcome 1", "Appendix 3", "Foreword"."""
    if part.part.startswith("appendix"):
        return f"Appendix {part.part[-1]}"
    return part.title.split(":")[0]
