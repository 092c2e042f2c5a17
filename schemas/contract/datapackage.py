"""The tables described for others: as a Frictionless data package, and as JSON Schema."""

from __future__ import annotations

from typing import Any, Final

from schemas.contract.columns import Column, ForeignKey, Table
from schemas.contract.tables import TABLES

FORMAT: Final = 2
"""Version of the corpus's layout; raised when an older corpus can no longer be added to."""

_PUBLIC_TYPES: Final = {"json": "array"}


def datapackage() -> dict[str, Any]:
    """The descriptor of a whole corpus, as it lies beside its tables."""
    return {
        "profile": "tabular-data-package",
        "name": "findings-corpus",
        "title": "Findings of inspection reports",
        "description": "Figures, scores and structure read from published inspection reports.",
        "findings_format": FORMAT,
        "resources": [_resource(table) for table in TABLES.values()],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.description,
        "path": f"tables/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    if table.foreign_keys:
        schema["foreignKeys"] = [_foreign_key(key) for key in table.foreign_keys]
    return schema


def _field(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "type": _PUBLIC_TYPES.get(column.type, column.type),
        "description": column.meaning,
    }
    if column.required:
        described["constraints"] = {"required": True}
    return described


def _foreign_key(key: ForeignKey) -> dict[str, Any]:
    return {
        "fields": list(key.columns),
        "reference": {"resource": key.table, "fields": list(key.refers_to)},
    }


def row_schema(table: Table) -> dict[str, Any]:
    """JSON Schema of one row of a table."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.name,
        "description": table.description,
        "type": "object",
        "properties": {column.name: _property(column) for column in table.columns},
        "required": [column.name for column in table.columns if column.required],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    kind = _PUBLIC_TYPES.get(column.type, column.type)
    return {
        "description": column.meaning,
        "type": kind if column.required else [kind, "null"],
    }
