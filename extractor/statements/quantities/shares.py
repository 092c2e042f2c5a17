"""Fractions in words, ratios, complements and rates.

Their patterns stand in a file for each kind, and are read together: of those that overlap the
longest counts ("one in five", and not its "five").
"""

from __future__ import annotations

from extractor.language.expressions import Expressions
from extractor.language.word_forms import is_finite
from extractor.statements.arguments.noun_phrases import counted
from extractor.statements.quantities.changes import is_change
from extractor.statements.quantities.denominators import base_of, base_of_complement
from extractor.statements.quantities.intervals import of_fraction
from extractor.statements.quantities.modifiers import Modifiers
from extractor.statements.quantities.printed import Printed
from extractor.statements.quantities.quantity_patterns import (
    SHARE_FILES,
    Numbers,
    QuantityMatch,
    quantity_grammar,
)
from schemas.finding import Quantity

_FORMS = Expressions("ratios")
_JOINING = ("–", "-", "/", ".")  # behind one of these stands the end of a date or another number


def shares(text: str, modifiers: Modifiers) -> list[Quantity]:
    """Every fraction, ratio, complement and rate whose words stand together, in order.

    Args:
        text: one sentence, or a row of a table.
        modifiers: those of the text.
    """
    found = []
    for match in quantity_grammar(*SHARE_FILES).find(text):
        if match.pattern.kind != "none" and not text[: match.start].endswith(_JOINING):
            found.append(_share(text, match, modifiers))
    return [one for one in found if one is not None]


def _share(text: str, match: QuantityMatch, modifiers: Modifiers) -> Quantity | None:
    """A matched share; None where its numbers cannot be one: more than all, a year, a time."""
    modifier = modifiers.before(match.start)
    printed = Printed(text, match.start, match.end, match.pattern.id, modifier)
    numbers = Numbers(text, match)
    if match.pattern.kind == "fraction":
        return _fraction(printed, numbers)
    if match.pattern.kind == "rate":
        return _rate(printed, numbers)
    if _FORMS.of_time.match(text, match.end):
        return None  # a share of days or weeks is none of people or work
    if match.pattern.kind == "complement":
        return _complement(printed, numbers)
    if match.pattern.over_population and not _is_universal(printed, numbers):
        return None
    return printed.ratio(numbers.numerator, numbers.denominator)


def _fraction(printed: Printed, numbers: Numbers) -> Quantity | None:
    value = numbers.share
    if value is None:
        return None
    if is_change(printed.text, printed.start, printed.end):
        return printed.quantity("fraction", change=True)
    return printed.quantity(
        "fraction",
        value=value,
        interval=of_fraction(value, printed.bound),
        denominator=base_of(printed.text, printed.start, printed.end),
    )


def _rate(printed: Printed, numbers: Numbers) -> Quantity | None:
    """15 per 1,000 is 1.5 percent, with its numbers as printed where they are whole."""
    figure, base = numbers.figure("figure"), numbers.denominator
    if figure is None or not base:
        return None
    number = float(figure)
    return printed.quantity(
        "rate",
        value=100 * number / base,
        numerator=int(number) if number.is_integer() else None,
        denominator=base,
    )


def _complement(printed: Printed, numbers: Numbers) -> Quantity:
    """All but n of d is d - n of d; without d it has no value."""
    excepted, base = numbers.excepted, numbers.denominator
    if excepted is not None and base is None:
        base = base_of_complement(printed.text, printed.start, printed.end, excepted)
    if excepted is None or base is None or excepted >= base:
        return printed.quantity("complement")
    whole = printed.ratio(base - excepted, base, "complement")
    return whole or printed.quantity("complement")


def _is_universal(printed: Printed, numbers: Numbers) -> bool:
    """ "All five", "none of the nine": over what inspections count, or over what was named."""
    several = (numbers.denominator or 0) > 1
    return several and printed.bound in (None, "exact") and _counts(printed.text, printed.end)


def _counts(text: str, end: int) -> bool:
    """Whether the number that ends here counts people or work, named behind it or before."""
    of = _FORMS.of_the.match(text, end)
    if text[end : end + 1] not in ("", " ", ",", ".", ";", ")"):
        return False
    if (found := counted(text, of.end() if of else end + 1)) is not None:
        return found.plural
    following = _FORMS.next_word.match(text, end)
    verb = following[1].lower() if following else ""
    return bool(_FORMS.all_them.match(text, end)) or is_finite(verb)
