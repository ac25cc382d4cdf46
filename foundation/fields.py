"""Form fields for what this house asks about: amounts, dates in Oslo, whole numbers, several choices."""

import re
import unicodedata
from datetime import date
from typing import Any

from flask_babel import gettext
from wtforms import DateField, Field, FieldList, FormField, RadioField, SelectMultipleField
from wtforms.form import BaseForm
from wtforms.validators import StopValidation
from wtforms.widgets import (
    CheckboxInput,
    FileInput,
    HiddenInput,
    ListWidget,
    Select,
    TextArea,
    TextInput,
)

from foundation.money import MoneyError, Ore, format_amount, kroner, parse_kroner

LARGEST_AMOUNT = kroner(1_000_000_000_000)
"""No call hands out more; larger amounts are slips of the finger and would not fit in the database."""

LARGEST_NUMBER = 2_147_483_647
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]")


def tidy(text: str | None) -> str | None:
    """Make typed text what its writer sees: one kind of line break, composed letters, no edges.

    Browsers send CRLF for each line break and PostgreSQL refuses NUL. What is counted against a limit
    is the tidied text, here and in `static/js/counter.js`.
    """
    if text is None:
        return None
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _NOT_TEXT.sub("", plain)).strip()


class _ReadField(Field):
    """A field whose text must be read: what cannot be is told once, not held against limits too."""

    def pre_validate(self, form: BaseForm) -> None:
        """Ask no more of what could not be read."""
        del form
        if self.process_errors:
            raise StopValidation


class MoneyField(_ReadField):
    """An amount in kroner as people write it; its data is `Ore` or None. What was typed stays."""

    widget = TextInput()
    data: Ore | None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else format_amount(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the amount; ValueError tells the writer what is wrong."""
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        try:
            amount = parse_kroner(valuelist[0])
        except MoneyError as error:
            raise ValueError(gettext("Skriv beløpet i kroner, for eksempel 1 250 000.")) from error
        if amount < 0:
            raise ValueError(gettext("Beløpet kan ikke være negativt."))
        if amount > LARGEST_AMOUNT:
            raise ValueError(gettext("Beløpet er for stort."))
        self.data = amount


class WholeNumberField(_ReadField):
    """A whole number, zero or more, spaces allowed. What was typed stays."""

    widget = TextInput()
    data: int | None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else str(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the number; ValueError tells the writer what is wrong."""
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        digits = re.sub(r"\s", "", valuelist[0])
        if not re.fullmatch(r"[0-9]+", digits):
            raise ValueError(gettext("Skriv et helt tall, for eksempel 12."))
        if len(digits) > len(str(LARGEST_NUMBER)) or int(digits) > LARGEST_NUMBER:
            raise ValueError(gettext("Tallet er for stort."))
        self.data = int(digits)


class OsloDateField(DateField):
    """A date in Oslo: `2026-01-15` from the browser's calendar, or `15.01.2026` as people type it."""

    data: date | None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take both ways of writing a date."""
        super().__init__(*args, **{"format": ["%Y-%m-%d", "%d.%m.%Y"], **kwargs})

    @property
    def shows_no_date(self) -> bool:
        """Tell whether what was typed is no date: a calendar control would throw it away."""
        return self.data is None and bool(self.raw_data and self.raw_data[0])

    def _value(self) -> str:
        if self.data is not None:
            return self.data.isoformat()
        return str(self.raw_data[0]) if self.raw_data else ""


class CheckboxesField(SelectMultipleField):
    """Any number of choices, as a group of checkboxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


def kind_of(field: Field) -> str:
    """Name the markup a field needs; `templates/components/form.html` has one macro for each."""
    if isinstance(field, MoneyField):
        return "money"
    if isinstance(field, WholeNumberField):
        return "number"
    if isinstance(field, RadioField | CheckboxesField):
        return "choices"
    if isinstance(field, FormField | FieldList):
        return "group"
    kinds: tuple[tuple[type, str], ...] = (
        (TextArea, "textarea"),
        (Select, "select"),
        (CheckboxInput, "checkbox"),
        (FileInput, "file"),
        (HiddenInput, "hidden"),
    )
    return next((kind for widget, kind in kinds if isinstance(field.widget, widget)), "input")
