"""What is typed about help with standards: by a kommune, and by the office."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from accounts.models import Organisation
from followup.assistance.models import AssistanceKind, Usefulness
from followup.assistance.services import Given, Need
from foundation import clock
from foundation.fields import OsloDateField, WholeNumberField
from foundation.forms import Form, choices_of
from foundation.showing import show_text
from grants.registers.models import Standard

ROOM_FOR_NEED = 4000
ROOM_FOR_ANSWER = 2000


class AskForm(Form):
    """What a kommune wants help with."""

    organisation = SelectField(_l("Hvem ber om bistand?"), [InputRequired()], coerce=int)
    kind = RadioField(
        _l("Hva slags bistand?"), [InputRequired(_l("Velg hva slags bistand dere vil ha."))]
    )
    standard = SelectField(_l("Hvilken standard gjelder det?"), [Optional()])
    need = TextAreaField(
        _l("Hva trenger dere hjelp til?"),
        [DataRequired(_l("Skriv hva dere trenger hjelp til.")), Length(max=ROOM_FOR_NEED)],
        description=_l("Skriv hva dere holder på med og hva som stopper dere. Ingen personopplysninger."),
    )
    wanted_by = OsloDateField(
        _l("Når trenger dere hjelpen?"),
        [Optional()],
        description=_l("Den siste dagen hjelpen er til nytte, hvis det er en slik dag."),
    )

    def offer(self, organisations: Iterable[Organisation], standards: Iterable[Standard]) -> None:
        """Offer the person's own kommuner in the project, and the standards that are in force."""
        today = clock.today()
        self.organisation.choices = [(one.id, one.name) for one in organisations]
        self.kind.choices = choices_of(AssistanceKind)
        self.standard.choices = [("", _l("Ingen bestemt standard"))] + [
            (one.code, show_text(one.newest.title)) for one in standards if one.newest.holds(today)
        ]

    def need_typed(self) -> Need:
        """Give what is written in a valid form."""
        return Need(
            organisation_id=self.organisation.data,
            kind=AssistanceKind(self.kind.data),
            words=self.need.data or "",
            standard=self.standard.data or "",
            wanted_by=self.wanted_by.data,
        )


class AnswerForm(Form):
    """The office's answer. The button that is pressed tells which."""

    words = TextAreaField(
        _l("Svar til kommunen"),
        [DataRequired(_l("Skriv et svar.")), Length(max=ROOM_FOR_ANSWER)],
        description=_l("Skriv hvem som hjelper og når, eller hvorfor dere ikke kan."),
    )


class GivenForm(Form):
    """Help that was given."""

    on = OsloDateField(_l("Dato"), [InputRequired(_l("Skriv datoen hjelpen ble gitt."))])
    by_whom = StringField(
        _l("Hvem hjalp?"),
        [DataRequired(_l("Skriv hvem som hjalp.")), Length(max=200)],
        description=_l("En virksomhet eller en rolle, for eksempel en faggruppe."),
    )
    hours = WholeNumberField(
        _l("Timer til sammen"),
        [
            InputRequired(_l("Skriv hvor mange timer det tok.")),
            NumberRange(min=1, message=_l("Skriv minst 1 time.")),
        ],
        description=_l("Hele timer for alle som hjalp. Rund opp."),
    )
    done = TextAreaField(
        _l("Hva ble gjort?"),
        [DataRequired(_l("Skriv hva som ble gjort.")), Length(max=ROOM_FOR_ANSWER)],
        description=_l("Kommunen ser det du skriver."),
    )

    def given(self) -> Given:
        """Give what is written in a valid form."""
        return Given(
            on=self.on.data or clock.today(),
            by_whom=self.by_whom.data or "",
            hours=self.hours.data or 0,
            done=self.done.data or "",
        )


class TakeBackForm(Form):
    """Why a line is taken back."""

    why = TextAreaField(
        _l("Hvorfor er linjen feil?"),
        [DataRequired(_l("Skriv hvorfor linjen er feil.")), Length(max=ROOM_FOR_ANSWER)],
    )


class CloseForm(Form):
    """Whether the help was of use."""

    usefulness = RadioField(_l("Hjalp det?"), [InputRequired(_l("Velg om det hjalp."))])
    words = TextAreaField(
        _l("Hva kan bli bedre?"),
        [Optional(), Length(max=ROOM_FOR_ANSWER)],
        description=_l("Må fylles ut hvis bistanden ikke hjalp, eller bare hjalp delvis."),
    )


def close_form() -> CloseForm:
    """Make the form with its choices."""
    form = CloseForm()
    form.usefulness.choices = choices_of(Usefulness)
    return form
