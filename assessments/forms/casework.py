"""Forms of the declaration and the formal control."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from applications.corrections.sections import CORRECTABLE
from applications.models import Application
from criteria.completeness import Section
from criteria.impartiality import View
from foundation.fields import CheckboxesField, OsloDateField
from foundation.forms import Form, choices_of

LONGEST_REASON = 4000


class DeclareForm(Form):
    """Declaring the own impartiality in a case."""

    view = RadioField(
        _l("Er du habil i saken?"), [InputRequired(_l("Velg hvordan du ser på din habilitet."))]
    )
    reason = TextAreaField(
        _l("Begrunnelse"),
        [Length(max=LONGEST_REASON)],
        description=_l("Må fylles ut når du er i tvil eller inhabil."),
    )

    def offer(self) -> None:
        """Offer the views, in the reader's language."""
        self.view.choices = choices_of(View)

    def validate_reason(self, field: TextAreaField) -> None:
        """Ask for a reason from who is not impartial."""
        if self.view.data in (View.DOUBT, View.PARTIAL) and not field.data:
            raise ValidationError(gettext("Skriv hvorfor du er inhabil eller i tvil."))


class DeclareManyForm(Form):
    """Declaring to be impartial in the cases that are ticked."""

    cases = CheckboxesField(
        _l("Saker du er habil i"), [InputRequired(_l("Kryss av for minst én sak."))], coerce=int
    )

    def offer(self, cases: Iterable[Application]) -> None:
        """Offer the cases, by number and title."""
        self.cases.choices = [(one.id, f"{one.case_number} {one.title}") for one in cases]


class AskForm(Form):
    """Asking the applicant for what is missing."""

    text = TextAreaField(
        _l("Hva søkeren må rette eller sende"),
        [InputRequired(_l("Skriv hva søkeren må gjøre.")), Length(max=LONGEST_REASON)],
    )
    sections = CheckboxesField(
        _l("Deler som åpnes for retting"),
        description=_l("Budsjettet og deltakerne kan ikke åpnes: det har deltakerne bekreftet."),
    )
    due_on = OsloDateField(_l("Frist"), [InputRequired(_l("Velg en frist."))])

    def offer(self) -> None:
        """Offer the sections that may be opened, in the reader's language."""
        self.sections.choices = choices_of(CORRECTABLE)

    @property
    def opened(self) -> list[Section]:
        """The sections that were ticked."""
        return [Section(one) for one in self.sections.data or ()]

    @property
    def day(self) -> date:
        """The date of a valid form."""
        if self.due_on.data is None:
            raise LookupError("the form is not valid")
        return self.due_on.data


class ReasonForm(Form):
    """An act that takes nothing but a reason."""

    reason = TextAreaField(
        _l("Begrunnelse"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_REASON)],
    )
