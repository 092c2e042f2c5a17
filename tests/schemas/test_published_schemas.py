from __future__ import annotations

from pathlib import Path

import pytest

from schemas.contract.publish import FOLDER, MODELS, publish, schema_text


@pytest.mark.parametrize("name", MODELS)
def test_a_published_schema_is_that_of_its_model(name: str) -> None:
    published = (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(MODELS[name]), "run make schemas"


def test_publishing_writes_every_schema_and_no_other_lies_there(tmp_path: Path) -> None:
    written = publish(tmp_path / "json")
    assert [path.read_text("utf-8") for path in written] == [*map(schema_text, MODELS.values())]
    assert {path.name for path in written} == {path.name for path in FOLDER.glob("*.json")}
