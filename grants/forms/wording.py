"""What is typed about the words of a question: what it asks, its limits, its choices and columns."""

import re
import unicodedata
from collections.abc import Iterator

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    Field,
    FieldList,
    FormField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from foundation.fields import WholeNumberField
from foundation.forms import PartForm, choices_of
from foundation.language import Bilingual
from foundation.money import kroner
from grants.catalogue import ChoiceSheet, QuestionSheet
from grants.forms.draft import (
    LONGEST_LINE,
    LONGEST_TEXT,
    VersionedForm,
    bokmal_line,
    nynorsk_line,
    optional_text,
)
from grants.models import QuestionKind
from grants.readiness import OFFERS_CHOICES
from grants.sizeguidance import SizeGuidance
from grants.tablecolumns import CellChoice, CellKind, TableColumn
from grants.wordings.values import NOWHERE

BLANK_CHOICES = 3
BLANK_COLUMNS = 2
LONGEST_VALUE = 40
LONGEST_ANSWER = 20_000
LARGEST_KOMMUNE = 1_000_000
_CHOICE_LINE = re.compile(r"(?:([a-z0-9_-]{1,40}):\s*)?([^|]+?)\s*(?:\|\s*(.*))?")


class ChoiceForm(PartForm):
    """One answer that a question offers. One without texts is left out."""

    value = StringField(_l("Verdi"), [Optional(), Length(max=LONGEST_VALUE)])
    label_nb = StringField(_l("Svar (bokmål)"), [Length(max=LONGEST_LINE)])
    label_nn = StringField(_l("Svar (nynorsk)"), [Length(max=LONGEST_LINE)])


class ColumnForm(PartForm):
    """A column of a table. One without texts is left out."""

    code = StringField(_l("Kode"), [Optional(), Length(max=LONGEST_VALUE)])
    label_nb = StringField(_l("Overskrift (bokmål)"), [Length(max=LONGEST_LINE)])
    label_nn = StringField(_l("Overskrift (nynorsk)"), [Length(max=LONGEST_LINE)])
    kind = SelectField(_l("Cellene inneholder"))
    choices = TextAreaField(_l("Svar å velge mellom"), [Length(max=LONGEST_TEXT)])
    required = BooleanField(_l("Må fylles ut i hver rad"))

    def validate_choices(self, field: Field) -> None:
        """Ask for the choices of a column that is chosen in."""
        named = self.label_nb.data or self.label_nn.data
        chosen_in = self.kind.data == CellKind.CHOICE
        if named and chosen_in and not list(choice_lines(field.data or "")):
            raise ValidationError(gettext("Skriv ett svar på hver linje: bokmål | nynorsk."))


class WordsForm(VersionedForm):
    """The words of a question, as the catalogue keeps them."""

    label_nb = bokmal_line(_l("Spørsmål (bokmål)"), _l("Skriv spørsmålet."))
    label_nn = nynorsk_line(_l("Spørsmål (nynorsk)"))
    help_nb = optional_text(_l("Hjelpetekst (bokmål)"))
    help_nn = optional_text(_l("Hjelpetekst (nynorsk)"))
    kind = SelectField(_l("Slik besvares det"), [InputRequired(_l("Velg en svartype."))])
    max_chars = WholeNumberField(
        _l("Høyeste antall tegn"),
        [Optional(), NumberRange(1, LONGEST_ANSWER, _l("Skriv et tall mellom 1 og 20 000."))],
    )
    lowest = WholeNumberField(_l("Laveste verdi"), [Optional()])
    highest = WholeNumberField(_l("Høyeste verdi"), [Optional()])
    unit_nb = StringField(_l("Enhet (bokmål)"), [Optional(), Length(max=40)])
    unit_nn = StringField(_l("Enhet (nynorsk)"), [Optional(), Length(max=40)])
    guidance_most = WholeNumberField(
        _l("Gjelder kommuner med høyst så mange innbyggere"),
        [Optional(), NumberRange(1, LARGEST_KOMMUNE, _l("Skriv et tall mellom 1 og 1 000 000."))],
    )
    guidance_nb = optional_text(_l("Veiledning for små kommuner (bokmål)"))
    guidance_nn = optional_text(_l("Veiledning for små kommuner (nynorsk)"))
    choices = FieldList(FormField(ChoiceForm, label=_l("Svaralternativ")))
    columns = FieldList(FormField(ColumnForm, label=_l("Kolonne")))

    def validate_highest(self, field: Field) -> None:
        """Refuse bounds that no answer lies between."""
        if None not in (field.data, self.lowest.data) and field.data < self.lowest.data:
            raise ValidationError(gettext("Høyeste verdi kan ikke være under laveste verdi."))

    def validate_guidance_nb(self, field: Field) -> None:
        """Ask for whom the guidance is."""
        if (field.data or self.guidance_nn.data) and not self.guidance_most.data:
            raise ValidationError(gettext("Skriv hvor små kommuner veiledningen gjelder."))

    def words(self, code: str) -> QuestionSheet:
        """Give the words as they were typed, under a code. Only after validation."""
        kind = QuestionKind(self.kind.data)
        is_number = kind is QuestionKind.NUMBER
        return QuestionSheet(
            code=code,
            version=1,
            section=NOWHERE,
            kind=kind,
            label=self.both("label"),
            help=self.both_or_none("help"),
            required=True,
            max_chars=self.max_chars.data if kind is QuestionKind.TEXT else None,
            choices=self._choices() if kind in OFFERS_CHOICES else (),
            unit=self.both_or_none("unit") if is_number else None,
            lowest=self._bound(kind, self.lowest.data),
            highest=self._bound(kind, self.highest.data),
            columns=self._columns() if kind is QuestionKind.TABLE else (),
            guidance=self._guidance(),
        )

    def _guidance(self) -> SizeGuidance | None:
        text, most = self.both_or_none("guidance"), self.guidance_most.data
        return SizeGuidance(most, text) if text is not None and most else None

    def offer_kinds(self) -> None:
        """Offer every kind of question and cell, and room for more choices and columns."""
        self.kind.choices = choices_of(QuestionKind)
        if not self.is_submitted():
            for _blank in range(BLANK_CHOICES):
                self.choices.append_entry()
            for _blank in range(BLANK_COLUMNS):
                self.columns.append_entry()
        for entry in self.columns:
            entry.form.kind.choices = choices_of(CellKind)

    @staticmethod
    def _bound(kind: QuestionKind, typed: int | None) -> int | None:
        """Give a bound as it is kept; people write amounts in whole kroner."""
        if typed is None or kind not in (QuestionKind.NUMBER, QuestionKind.MONEY):
            return None
        return kroner(typed) if kind is QuestionKind.MONEY else typed

    def _choices(self) -> tuple[ChoiceSheet, ...]:
        found: dict[str, ChoiceSheet] = {}
        for entry in self.choices:
            label = Bilingual(entry.form.label_nb.data or "", entry.form.label_nn.data or "")
            if label.nb or label.nn:
                value = unused(entry.form.value.data or slug(label.nb or label.nn), found)
                found[value] = ChoiceSheet(value, label)
        return tuple(found.values())

    def _columns(self) -> tuple[TableColumn, ...]:
        found: dict[str, TableColumn] = {}
        for entry in self.columns:
            form = entry.form
            label = Bilingual(form.label_nb.data or "", form.label_nn.data or "")
            if label.nb or label.nn:
                code = unused(form.code.data or slug(label.nb or label.nn), found)
                kind = CellKind(form.kind.data)
                choices = choice_lines(form.choices.data or "") if kind is CellKind.CHOICE else ()
                found[code] = TableColumn(
                    code, label, kind, tuple(choices), required=form.required.data
                )
        return tuple(found.values())


def filled_words(sheet: QuestionSheet) -> dict[str, object]:
    """Give what the form is filled with for a question that is there."""
    in_kroner = sheet.kind is QuestionKind.MONEY
    return {
        "label": sheet.label,
        "help": sheet.help,
        "kind": sheet.kind.value,
        "max_chars": sheet.max_chars,
        "lowest": _typed_bound(sheet.lowest, in_kroner=in_kroner),
        "highest": _typed_bound(sheet.highest, in_kroner=in_kroner),
        "unit": sheet.unit,
        "guidance": sheet.guidance.text if sheet.guidance else None,
        "guidance_most": sheet.guidance.most if sheet.guidance else None,
        "choices": [
            {"value": one.value, "label_nb": one.label.nb, "label_nn": one.label.nn}
            for one in sheet.choices
        ],
        "columns": [
            {
                "code": one.code, "label_nb": one.label.nb, "label_nn": one.label.nn,
                "kind": one.kind.value, "choices": _written(one), "required": one.required,
            }
            for one in sheet.columns
        ],
    }  # fmt: skip


def choice_lines(text: str) -> Iterator[CellChoice]:
    """Read the choices of a column: a line for each, `verdi: bokmål | nynorsk`; the value may be left out."""
    found: dict[str, CellChoice] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        match = _CHOICE_LINE.fullmatch(line)
        if match:
            value = unused(match[1] or slug(match[2]), found)
            found[value] = CellChoice(value, Bilingual(match[2], match[3] or ""))
    yield from found.values()


def slug(text: str) -> str:
    """Make a short value of a text: `Ja, alle` becomes `ja-alle`."""
    plain = text.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LONGEST_VALUE - 3].strip("-") or "svar"


def unused(
    value: str, taken: dict[str, ChoiceSheet] | dict[str, TableColumn] | dict[str, CellChoice]
) -> str:
    """Give a value that is not taken: the wanted one, or with a number behind it."""
    number, wanted = 2, value
    while value in taken:
        value = f"{wanted}-{number}"
        number += 1
    return value


def _typed_bound(bound: int | None, *, in_kroner: bool) -> int | None:
    return bound // kroner(1) if bound is not None and in_kroner else bound


def _written(column: TableColumn) -> str:
    return "\n".join(f"{one.value}: {one.label.nb} | {one.label.nn}" for one in column.choices)
