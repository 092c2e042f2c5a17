from __future__ import annotations

import json

from schemas.contract.tables import TABLES


def test_report(findings) -> None:
    assert json.loads(findings("schema").stdout)["title"] == "Report"


def test_framework(findings) -> None:
    schema = json.loads(findings("schema", "framework").stdout)
    assert {"identify", "scale"} <= set(schema["required"])
    assert "outcomes" in schema["properties"]  # a family without results has none


def test_every_table(findings) -> None:
    for name, table in TABLES.items():
        schema = json.loads(findings("schema", name).stdout)
        assert list(schema["properties"]) == list(table.header)


def test_unknown(findings) -> None:
    assert "there are report, framework, reports" in findings("schema", "nothing", code=2).stderr
