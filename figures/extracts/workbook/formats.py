"""How the cells of a workbook look, by what they hold."""

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from figures.catalogue import Kind

WIDTHS = {
    Kind.TEXT: 24,
    Kind.CODE: 22,
    Kind.WHOLE: 12,
    Kind.MONEY: 18,
    Kind.SHARE: 12,
    Kind.DATE: 12,
    Kind.MOMENT: 17,
    Kind.YES_NO: 11,
}
_HEADING = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats that a workbook uses."""

    title: Format
    heading: Format
    number_heading: Format
    strong: Format
    wrapped: Format
    money: Format
    whole: Format
    day: Format
    moment: Format

    @classmethod
    def of(cls, book: Workbook) -> "Formats":
        """Make the formats of a workbook."""
        return cls(
            title=book.add_format({"bold": True, "font_size": 16}),
            heading=book.add_format(_HEADING),
            number_heading=book.add_format({**_HEADING, "align": "right"}),
            strong=book.add_format({"bold": True}),
            wrapped=book.add_format({"text_wrap": True, "valign": "top"}),
            money=book.add_format({"num_format": "#,##0.00;[Red]-#,##0.00"}),
            whole=book.add_format({"num_format": "0"}),
            day=book.add_format({"num_format": "dd.mm.yyyy"}),
            moment=book.add_format({"num_format": "dd.mm.yyyy hh:mm"}),
        )
