"""The figures of the page of a budget year: what each counts, in which unit, and where a case is counted."""

from figures.catalogue.columns import money
from figures.catalogue.keyfigures import APPROPRIATED, AVAILABLE, COMMITTED, PAID, REMAINING
from foundation.language import Bilingual

OVERDUE = money(
    "overdue",
    Bilingual("Forfalt", "Forfalle"),
    Bilingual(
        "Rater i budsjettåret som har forfalt og ikke er utbetalt. De er en del av det som ikke er "
        "utbetalt.",
        "Ratar i budsjettåret som har forfalle og ikkje er utbetalte. Dei er ein del av det som ikkje "
        "er utbetalt.",
    ),
)
EXPECTED = money(
    "expected",
    Bilingual("Ventet ved årets slutt", "Venta ved utgangen av året"),
    Bilingual(
        "Utbetalt hittil og alle rater i budsjettåret som ikke er utbetalt. For et år som er over, er "
        "det det som er utbetalt.",
        "Utbetalt hittil og alle ratar i budsjettåret som ikkje er utbetalte. For eit år som er over, "
        "er det det som er utbetalt.",
    ),
)

YEAR_FIGURES = (APPROPRIATED, COMMITTED, PAID, REMAINING, OVERDUE, EXPECTED, AVAILABLE)
"""The figures in the order of their columns."""

__all__ = ["EXPECTED", "OVERDUE", "YEAR_FIGURES"]
