"""Writes the models' JSON Schemas to ``schemas/json``: ``python -m schemas.contract.publish``."""

from __future__ import annotations

import json
from pathlib import Path

from schemas.document import Model
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.rating import Rating
from schemas.report import Report

FOLDER = Path(__file__).parent.parent / "json"
MODELS: dict[str, type[Model]] = {
    "report": Report,
    "finding": Finding,
    "rating": Rating,
    "problem": Problem,
    "framework": Framework,
}


def schema_text(model: type[Model]) -> str:
    """The JSON Schema of a model (draft 2020-12) as indented text."""
    return json.dumps(model.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


def publish(folder: Path = FOLDER) -> list[Path]:
    """Write every schema; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, model in MODELS.items():
        path = folder / f"{name}.schema.json"
        path.write_text(schema_text(model), encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    publish()
