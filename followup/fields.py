"""The field for what is measured: a number with decimals, as people write it."""

import re
from decimal import Decimal
from typing import Any

from flask_babel import gettext
from wtforms import Field
from wtforms.widgets import TextInput

from foundation.wording import format_number

LARGEST = Decimal(999_999_999_999)
"""More does not fit in the database; larger numbers are slips of the finger."""
_NUMBER = re.compile(r"[-\u2212]?[0-9]+(?:[.,][0-9]{1,2})?")


class MeasureField(Field):
    """A number with at most two decimals, comma or point; spaces allowed. What was typed stays."""

    widget = TextInput()
    data: Decimal | None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else format_number(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the number; ValueError tells the writer what is wrong."""
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        typed = re.sub(r"\s", "", valuelist[0])
        if not _NUMBER.fullmatch(typed):
            raise ValueError(gettext("Skriv et tall, for eksempel 12 eller 12,5."))
        number = Decimal(typed.replace("\u2212", "-").replace(",", "."))
        if abs(number) > LARGEST:
            raise ValueError(gettext("Tallet er for stort."))
        self.data = number
