"""Every rule that a finding can name: patterns over tokens, distant ratios, cells of tables."""

from __future__ import annotations

from extractor.statements.quantities.distant_ratios import DistantRatioRule, distant_ratio_rules
from extractor.statements.quantities.quantity_patterns import (
    PATTERN_FILES,
    QuantityPattern,
    quantity_patterns,
)
from extractor.statements.quantities.table_cells import CellRule, cell_rules

FindingRule = QuantityPattern | DistantRatioRule | CellRule


def finding_rule(rule: str) -> FindingRule | None:
    """The rule of that id, with its examples; None where there is none."""
    patterns = (one for name in PATTERN_FILES for one in quantity_patterns(name))
    rules: list[FindingRule] = [*patterns, *distant_ratio_rules(), *cell_rules()]
    return next((one for one in rules if one.id == rule), None)
