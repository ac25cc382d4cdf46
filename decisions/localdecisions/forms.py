"""What is typed about a kommune's own decision."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from decisions.localdecisions.models import DecidingBody, OwedDecision
from decisions.localdecisions.services import Decided
from foundation import clock
from foundation.fields import MoneyField, OsloDateField
from foundation.forms import Form, choices_of
from foundation.money import NOTHING

ROOM_FOR_WORDS = 2000


class LocalDecisionForm(Form):
    """What a kommune decided."""

    organisation = SelectField(_l("Kommune"), [InputRequired()], coerce=int)
    body = RadioField(_l("Hvem gjorde vedtaket?"), [InputRequired(_l("Velg hvem som gjorde vedtaket."))])
    decided_on = OsloDateField(_l("Dato for vedtaket"), [InputRequired(_l("Skriv datoen."))])
    reference = StringField(
        _l("Kommunens saksnummer"),
        [DataRequired(_l("Skriv kommunens eget saksnummer.")), Length(max=100)],
        description=_l("For eksempel PS 45/26."),
    )
    cost = MoneyField(
        _l("Hva prosjektet koster kommunen selv"),
        [InputRequired(_l("Skriv beløpet. Skriv 0 hvis det ikke koster noe."))],
        description=_l("Det kommunen selv betaler i hele perioden, utenom tilskuddet. Uten merverdiavgift."),
    )
    consequences = TextAreaField(
        _l("Hva betyr det for kommunens økonomi?"),
        [
            DataRequired(_l("Skriv hva det betyr for økonomien.")),
            Length(max=ROOM_FOR_WORDS),
        ],
        description=_l("Skriv kort hvor pengene tas fra, og hva dere må la være."),
    )
    document = FileField(_l("Vedtaket"), [FileRequired(_l("Legg ved vedtaket."))])

    def offer(self, owed: Iterable[OwedDecision]) -> None:
        """Offer the person's own kommuner that owe a decision."""
        self.organisation.choices = [(one.organisation_id, one.organisation.name) for one in owed]
        self.body.choices = choices_of(DecidingBody)

    def decided(self) -> Decided:
        """Give what is written in a valid form."""
        return Decided(
            body=DecidingBody(self.body.data),
            on=self.decided_on.data or clock.today(),
            reference=self.reference.data or "",
            cost=self.cost.data or NOTHING,
            consequences=self.consequences.data or "",
        )
