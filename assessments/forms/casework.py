"""Forms of the work list, the declaration, the assignment and the formal control."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from criteria.impartiality import View
from foundation.fields import CheckboxesField, OsloDateField
from foundation.forms import FilterForm, Form

LONGEST_REASON = 4000


class ListFilter(FilterForm):
    """What the work list shows."""

    text = StringField(_l("Søk i tittel, saksnummer og hovedsøker"), [Optional()])
    call = SelectField(_l("Utlysning"), [Optional()])
    step = SelectField(_l("Status"), [Optional()])
    whose = SelectField(_l("Hvem"), [Optional()])


class BulkForm(Form):
    """Putting officers on the cases that are ticked."""

    cases = CheckboxesField(
        _l("Saker"),
        [InputRequired(_l("Kryss av for minst én sak."))],
        coerce=int,
        validate_choice=False,
    )
    task = SelectField(_l("Oppgave"), [InputRequired()])
    person = SelectField(_l("Medarbeider"), [InputRequired()])
    back = HiddenField()


class AssignForm(Form):
    """Putting one officer on one case."""

    task = RadioField(_l("Oppgave"), [InputRequired(_l("Velg en oppgave."))])
    person = SelectField(_l("Medarbeider"), [InputRequired(_l("Velg en medarbeider."))], coerce=int)


class DeclareForm(Form):
    """Declaring the own impartiality in a case."""

    view = RadioField(
        _l("Er du habil i saken?"), [InputRequired(_l("Velg hvordan du ser på din habilitet."))]
    )
    reason = TextAreaField(_l("Begrunnelse"), [Length(max=LONGEST_REASON)])

    def validate_reason(self, field: TextAreaField) -> None:
        """Ask for a reason from who is not impartial."""
        if self.view.data in (View.DOUBT, View.PARTIAL) and not field.data:
            raise ValidationError(gettext("Skriv hvorfor du er inhabil eller i tvil."))


class AskForm(Form):
    """Asking the applicant for what is missing."""

    text = TextAreaField(
        _l("Hva søkeren må rette eller sende"),
        [InputRequired(_l("Skriv hva søkeren må gjøre.")), Length(max=LONGEST_REASON)],
    )
    due_on = OsloDateField(_l("Frist"), [InputRequired(_l("Velg en frist."))])


class ReasonForm(Form):
    """An act that takes nothing but a reason."""

    reason = TextAreaField(
        _l("Begrunnelse"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_REASON)],
    )
