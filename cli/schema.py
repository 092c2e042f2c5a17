"""``findings schema``: the shape of a report or of a table."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.options import DebugOption
from cli.terminal import errors_in_one_line, print_json


def schema(
    name: Annotated[
        str, typer.Argument(help="report, framework, or a table: findings, ratings, sections, ...")
    ] = "report",
    debug: DebugOption = False,
) -> None:
    """Print the JSON Schema of a report, of a framework's file, or of one row of a table."""
    with errors_in_one_line(debug):
        from schemas.contract.datapackage import row_schema
        from schemas.contract.tables import TABLES
        from schemas.errors import FindingsError
        from schemas.framework import Framework
        from schemas.report import Report

        if name.lower() == "report":
            print_json(Report.model_json_schema())
        elif name.lower() == "framework":
            print_json(Framework.model_json_schema())
        elif name in TABLES:
            print_json(row_schema(TABLES[name]))
        else:
            raise FindingsError(
                f"no schema is called {name!r}; there are report, framework, {', '.join(TABLES)}"
            )
