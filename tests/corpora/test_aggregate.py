from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from corpora.aggregate import aggregate, matrix_rows, summary_rows
from corpora.corpus import Corpus
from corpora.storage.report_files import write_report
from corpora.storage.store import Store
from corpora.thematic.headline_page import page_links, scores_page
from schemas.document import Metadata

SCORES = {"Ash": (60, 70), "Birch & <Co>": (80, 75), "Cedar": (73, None)}


@pytest.fixture
def shelf(tmp_path: Path, make_report, make_rating) -> Corpus:
    """Three areas with scores, one of them without the second; two bodies with grades."""
    store = Store(tmp_path / "c")

    def put(body: str, framework: str, results: list[dict[str, Any]]) -> None:
        ratings = [make_rating("x", **result) for result in results]
        write_report(
            store.root,
            make_report(
                body.partition(" ")[0].lower(),
                body.encode(),
                framework=framework,
                metadata=Metadata(body=body),
                ratings=ratings,
            ),
        )

    for body, (first, second) in SCORES.items():
        results = [{"criterion": "1", "score": float(first)}]
        if second is not None:
            results.append({"criterion": "10", "score": float(second)})
        put(body, "example-2013", results[::-1])
    put("Elm", "grades-2020", [{"criterion": "overall", "grade": "Good", "text": "Good"}])
    put("Fir", "grades-2020", [{"criterion": "overall", "grade": "Good", "text": "Good"}])
    store.finish()
    return Corpus.open(store.root)


def test_lowest_median_highest_by_hand(shelf: Corpus) -> None:
    assert summary_rows(aggregate(shelf)) == [
        ("example-2013", "1", "Outcome 1", 3, 60, 73, 80, None),
        ("example-2013", "10", "Outcome 10", 2, 70, 72.5, 75, None),
        ("grades-2020", "overall", "Outcome overall", 2, None, None, None, "Good: 2"),
    ]


def test_matrix_is_by_body_and_criterion(shelf: Corpus) -> None:
    rows = [(row[1], row[3], row[5], row[6]) for row in matrix_rows(aggregate(shelf))]
    assert rows == [
        ("Ash", "1", 60, None),
        ("Ash", "10", 70, None),
        ("Birch & <Co>", "1", 80, None),
        ("Birch & <Co>", "10", 75, None),
        ("Cedar", "1", 73, None),
        ("Elm", "overall", None, "Good"),
        ("Fir", "overall", None, "Good"),
    ]


def test_grades_and_outcomes_are_in_the_order_of_the_framework(
    tmp_path: Path, make_report, make_rating
) -> None:
    store, framework = Store(tmp_path / "c"), "hmip-adult-offending-2013"
    ratings = [make_rating("x", one, score=50.0) for one in ("5", "zz", "1")]
    write_report(store.root, make_report(framework=framework, ratings=ratings))
    store.finish()
    (table,) = aggregate(Corpus.open(store.root))
    assert [one.criterion for one in table.criteria] == ["1", "5", "zz"]


def test_a_family_without_results_is_named_and_has_no_rows(
    tmp_path: Path, make_report, make_rating
) -> None:
    store = Store(tmp_path / "c")
    for name in ("one", "two"):
        visit = "ofsted-focused-visit-2018"
        report = make_report(name, name.encode(), framework=visit, ratings=[])
        write_report(store.root, report)
    ratings = [make_rating("x", "1", score=50.0)]
    write_report(store.root, make_report(framework="hmip-adult-offending-2013", ratings=ratings))
    store.finish()
    scored, visits = aggregate(Corpus.open(store.root))
    assert scored.note is None
    assert visits.note == (
        "Focused visit to local authority children’s services: 2 reports of a family that gives "
        "no results"
    )
    assert {row[0] for row in summary_rows([scored, visits])} == {"hmip-adult-offending-2013"}
    assert len(matrix_rows([scored, visits])) == 1
    assert "2 reports of a family that gives no results." in scores_page(
        [visits], lambda cell: cell.link
    )


class Page(HTMLParser):
    """Collects what a reader's software would go by."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_page_is_well_formed_and_says_what_is_what(shelf: Corpus) -> None:
    text = scores_page(aggregate(shelf), lambda cell: cell.link)
    body = text[text.index("<body") : text.index("</html>")]
    ElementTree.fromstring(body)
    page = Page(text)
    assert page.all("html") == [{"lang": "en-GB"}]
    assert len(page.all("table")) == len(page.all("caption")) == 4
    assert all(head.get("scope") in {"col", "row"} for head in page.all("th"))
    assert not page.all("script") + page.all("link") + page.all("img")
    assert "Birch &amp; &lt;Co&gt;" in text


def test_cells_link_to_the_page_of_the_pdf(shelf: Corpus) -> None:
    page = Page(scores_page(aggregate(shelf), lambda cell: cell.link))
    assert {"href": "ash.pdf#page=2"} in page.all("a")


def test_links_are_relative_to_the_page(tmp_path: Path, shelf: Corpus) -> None:
    cell = aggregate(shelf)[0].lines[0].cells["1"]
    source = tmp_path / "my pdfs" / "a#1.pdf"
    href = page_links({cell.report_id: source}, tmp_path / "site" / "deep")
    assert href(cell) == "../../my%20pdfs/a%231.pdf#page=2"
    assert page_links({}, tmp_path)(cell) == "ash.pdf#page=2"


def test_a_corpus_without_scores_makes_a_page_too() -> None:
    assert "No headline scores" in scores_page([], lambda cell: cell.link)
