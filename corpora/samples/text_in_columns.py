"""How wide things are set: blocks in one column or two, the columns of a table."""

from collections.abc import Sequence

from corpora.samples.source import Heading, Panel, Plain, Table

WIDE = 4
OPENING = "Explanation of findings"
NARROWEST, WIDEST = 10, 45  # weights of a table's columns
WORD_WEIGHT = 1.4  # for each character of a word, which must fit unbroken and bold


def column_widths(blocks: Sequence[Plain | Panel], columns: int) -> list[int]:
    """Give every block its number of columns.

    Two columns begin at "Explanation of findings" where a part has it, else at its first heading;
    a wide table interrupts them.
    """
    start = _first_in_columns(blocks)
    return [
        1 if place < start or _too_wide(block) else columns for place, block in enumerate(blocks)
    ]


def _first_in_columns(blocks: Sequence[Plain | Panel]) -> int:
    headings = [i for i, block in enumerate(blocks) if isinstance(block, Heading)]
    opening = [i for i in headings if getattr(blocks[i], "text", None) == OPENING]
    return next(iter(opening or headings), 0)


def _too_wide(block: Plain | Panel) -> bool:
    return isinstance(block, Table) and len(block.table.columns) >= WIDE


def column_weight(cells: Sequence[str]) -> int:
    """How wide a table's column is against the others: by its longest text, no word too long."""
    longest = max(map(len, cells))
    word = max((len(word) for cell in cells for word in cell.split()), default=0)
    return max(NARROWEST, min(WIDEST, longest), round(WORD_WEIGHT * word))
