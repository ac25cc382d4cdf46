"""What is typed about a question: its section, its words, its choices."""

import re
import unicodedata
from collections.abc import Sequence

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, FieldList, FormField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from foundation.fields import WholeNumberField
from foundation.forms import PartForm, choices_of
from foundation.language import Bilingual
from grants import rows
from grants.catalogue import ChoiceSheet, QuestionSheet
from grants.forms.draft import (
    LONGEST_LINE,
    VersionedForm,
    bokmal_line,
    nynorsk_line,
    optional_text,
    versioned,
)
from grants.forms.rows import code_field
from grants.models import Call, Question, QuestionKind
from grants.readiness import OFFERS_CHOICES

NEW_SECTION = "new"
BLANK_CHOICES = 3
LONGEST_VALUE = 40
LONGEST_ANSWER = 20_000


class ChoiceForm(PartForm):
    """One answer that a question offers. One without texts is left out."""

    value = StringField(_l("Verdi"), [Optional(), Length(max=LONGEST_VALUE)])
    label_nb = StringField(_l("Svar (bokmål)"), [Length(max=LONGEST_LINE)])
    label_nn = StringField(_l("Svar (nynorsk)"), [Length(max=LONGEST_LINE)])


class QuestionForm(VersionedForm):
    """A question. Its section is one of the call's or a new one."""

    code = code_field()
    section = SelectField(_l("Del av skjemaet"), [InputRequired(_l("Velg en del."))])
    section_nb = StringField(_l("Ny del (bokmål)"), [Length(max=LONGEST_LINE)])
    section_nn = StringField(_l("Ny del (nynorsk)"), [Length(max=LONGEST_LINE)])
    label_nb = bokmal_line(_l("Spørsmål (bokmål)"), _l("Skriv spørsmålet."))
    label_nn = nynorsk_line(_l("Spørsmål (nynorsk)"))
    help_nb = optional_text(_l("Hjelpetekst (bokmål)"))
    help_nn = optional_text(_l("Hjelpetekst (nynorsk)"))
    kind = SelectField(_l("Slik besvares det"), [InputRequired(_l("Velg en svartype."))])
    required = BooleanField(_l("Spørsmålet må besvares"))
    max_chars = WholeNumberField(
        _l("Høyeste antall tegn"),
        [Optional(), NumberRange(1, LONGEST_ANSWER, _l("Skriv et tall mellom 1 og 20 000."))],
    )
    choices = FieldList(FormField(ChoiceForm, label=_l("Svaralternativ")))

    def validate_section_nb(self, field: Field) -> None:
        """Ask for the title of a new section."""
        if self.section.data == NEW_SECTION and not field.data:
            raise ValidationError(gettext("Skriv tittelen på den nye delen."))

    def sheet(self, call: Call) -> QuestionSheet:
        """Give the question as it was typed. Only after validation; its version is the act's to set."""
        kind = QuestionKind(self.kind.data)
        return QuestionSheet(
            code=self.code.data or "",
            version=1,
            section=self._section(call),
            kind=kind,
            label=self.both("label"),
            help=self.both_or_none("help"),
            required=self.required.data,
            max_chars=self.max_chars.data if kind is QuestionKind.TEXT else None,
            choices=self._choices() if kind in OFFERS_CHOICES else (),
        )

    def _section(self, call: Call) -> Bilingual:
        if self.section.data == NEW_SECTION:
            return self.both("section")
        title, _questions = rows.sections(call.questions)[int(self.section.data)]
        return title

    def _choices(self) -> tuple[ChoiceSheet, ...]:
        found: dict[str, ChoiceSheet] = {}
        for entry in self.choices:
            label = Bilingual(entry.form.label_nb.data or "", entry.form.label_nn.data or "")
            if label.nb or label.nn:
                value = _unused(entry.form.value.data or slug(label.nb or label.nn), found)
                found[value] = ChoiceSheet(value, label)
        return tuple(found.values())


class SectionForm(VersionedForm):
    """The title of a section of questions."""

    title_nb = bokmal_line(_l("Tittel (bokmål)"), _l("Skriv en tittel."))
    title_nn = nynorsk_line(_l("Tittel (nynorsk)"))


def question_form(call: Call, row: Question | None) -> QuestionForm:
    """Make the form of a question, with room for more choices; empty for a new one."""
    sections = [title for title, _questions in rows.sections(call.questions)]
    form = QuestionForm(**versioned(call, **_filled(sections, row)))
    form.section.choices = [
        *((str(number), title.nb) for number, title in enumerate(sections)),
        (NEW_SECTION, gettext("Ny del")),
    ]
    form.kind.choices = choices_of(QuestionKind)
    if not form.is_submitted():
        for _blank in range(BLANK_CHOICES):
            form.choices.append_entry()
    return form


def slug(text: str) -> str:
    """Make a short value of a text: `Ja, alle` becomes `ja-alle`."""
    plain = text.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LONGEST_VALUE - 3].strip("-") or "svar"


def _filled(sections: Sequence[Bilingual], row: Question | None) -> dict[str, object]:
    if row is None:
        return {
            "required": True,
            "kind": QuestionKind.TEXT.value,
            "section": "0" if sections else NEW_SECTION,
        }
    return {
        "code": row.code,
        "section": str(sections.index(row.section)),
        "label": row.label,
        "help": row.help,
        "kind": row.kind.value,
        "required": row.required,
        "max_chars": row.max_chars,
        "choices": [
            {"value": one.value, "label_nb": one.label.nb, "label_nn": one.label.nn}
            for one in row.choices
        ],
    }


def _unused(value: str, taken: dict[str, ChoiceSheet]) -> str:
    number, wanted = 2, value
    while value in taken:
        value = f"{wanted}-{number}"
        number += 1
    return value
