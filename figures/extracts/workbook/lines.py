"""A sheet written line by line from the top: labels, headings, values and formulas with their values."""

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from figures.catalogue import Kind
from figures.extracts.workbook.formats import Formats
from figures.extracts.workbook.sheets import write_cell
from figures.queries.rows import Cell


class Lines:
    """Where the pen is on a page. Each formula carries its value, for readers who never recalculate."""

    def __init__(self, page: Worksheet, formats: Formats) -> None:
        """Begin at the top of a page."""
        self._page, self._formats = page, formats
        self._row = 0

    def widths(self, *widths: int) -> None:
        """Set how wide the columns are, in characters."""
        for place, width in enumerate(widths):
            self._page.set_column(place, place, width)

    @property
    def number(self) -> int:
        """The number of the line at hand, as formulas count them."""
        return self._row + 1

    def end(self) -> None:
        """Go to the next line."""
        self._row += 1

    def title(self, text: str) -> None:
        """Write a large line, and leave one empty after it."""
        self._page.write_string(self._row, 0, text, self._formats.title)
        self._row += 2

    def pair(self, label: str, value: Cell, kind: Kind) -> None:
        """Write a name and its value as a whole line."""
        self._page.write_string(self._row, 0, label, self._formats.strong)
        self.value(1, value, kind)
        self.end()

    def headings(self, *texts: str) -> None:
        """Write the headings of a small table as a whole line."""
        for place, text in enumerate(texts):
            look = self._formats.heading if place == 0 else self._formats.number_heading
            self._page.write_string(self._row, place, text, look)
        self.end()

    def text(self, place: int, text: str) -> None:
        """Write a text in the line at hand."""
        self._page.write_string(self._row, place, text)

    def value(self, place: int, value: Cell, kind: Kind) -> None:
        """Write a value in the line at hand."""
        write_cell(self._page, (self._row, place), value, kind, self._formats)

    def formula(self, place: int, formula: str, value: float, kind: Kind = Kind.MONEY) -> None:
        """Write a formula and what it comes to, in kroner unless it is a whole number."""
        look = self._formats.money if kind is Kind.MONEY else self._formats.whole
        self._page.write_formula(self._row, place, f"={formula}", look, value)

    def total(self, label: str, first: int, sums: dict[int, tuple[float, Kind]]) -> None:
        """Add the columns of a small table up, from a line's number to the one above, as a whole line."""
        self._page.write_string(self._row, 0, label, self._formats.strong)
        for place, (value, kind) in sums.items():
            letters = xl_col_to_name(place)
            cells = f"{letters}{first}:{letters}{max(first, self._row)}"
            self.formula(place, f"ROUND(SUM({cells}),2)", value, kind)
        self.end()
