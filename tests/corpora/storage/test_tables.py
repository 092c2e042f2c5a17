from __future__ import annotations

import json

import pytest

from corpora.storage.arrow import arrow_schema
from schemas.contract.datapackage import datapackage, row_schema
from schemas.contract.tables import TABLES

# Written out from the contract, which others rely on.
CONTRACT = {
    "reports": "report_id file link sha256 pages framework framework_candidates inspectorate title "
    "body published fieldwork_start fieldwork_end sample_size lead_inspector isbn urn "
    "percent_signs percent_signs_accounted text_pages",
    "sections": "report_id section_id parent_id level number title page page_label part criterion "
    "source",
    "blocks": "report_id block_id section_id kind panel number text page last_page boxes",
    "findings": "report_id finding_id page sentence_page page_label link section_id section text "
    "sentence kind value low high low_closed high_closed change modifier numerator denominator "
    "population predicate population_context predicate_context polarity context compared_with "
    "compared_value part paragraph criterion same_as rule block_id start end boxes",
    "restatements": "report_id finding_id other_id score agrees differs",
    "ratings": "report_id criterion title score grade text page boxes restated",
    "recommendations": "report_id kind criterion number text page",
    "table_cells": "report_id table_id caption page row column row_header column_header text value",
    "problems": "report_id code severity verdict_changing message criterion pages finding_ids",
    "ledger": "report_id page text finding_id reason",
    "failures": "file sha256 code message pages_done",
}


def test_there_are_the_tables_of_the_contract() -> None:
    assert list(TABLES) == list(CONTRACT)


@pytest.mark.parametrize("name", CONTRACT)
def test_columns_begin_with_those_of_the_contract(name: str) -> None:
    promised = CONTRACT[name].split()
    assert list(TABLES[name].header[: len(promised)]) == promised
    assert len(set(TABLES[name].header)) == len(TABLES[name].header)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_keys_name_columns_that_are_never_null(table) -> None:
    required = {column.name for column in table.columns if column.required}
    assert set(table.primary_key) <= required
    for key in table.foreign_keys:
        assert set(key.columns) <= required
        assert set(key.refers_to) <= set(TABLES[key.table].header)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_one_description_makes_csv_parquet_and_json(table) -> None:
    resource = next(one for one in datapackage()["resources"] if one["name"] == table.name)
    fields = [one["name"] for one in resource["schema"]["fields"]]
    assert fields == list(table.header) == arrow_schema(table).names
    assert list(row_schema(table)["properties"]) == fields


def test_datapackage_is_json_and_its_keys_lead_somewhere() -> None:
    described = json.loads(json.dumps(datapackage()))
    resources = {one["name"]: one["schema"] for one in described["resources"]}
    for schema in resources.values():
        for key in schema.get("foreignKeys", []):
            target = resources[key["reference"]["resource"]]
            assert target["primaryKey"] == key["reference"]["fields"]
