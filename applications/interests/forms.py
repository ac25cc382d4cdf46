"""What is typed to be told of a later call."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, Regexp

from accounts.models import Organisation
from applications.forms.basics import AN_ADDRESS
from applications.forms.parts import Room
from applications.interests.services import Wish
from foundation.forms import Form
from foundation.showing import show_text
from grants.models import Measure


class InterestForm(Form):
    """Which organisation waits for a call of which measure, and whom to tell."""

    organisation = RadioField(_l("Hvem melder interesse?"), coerce=int)
    measure = RadioField(_l("Hva vil dere søke om?"), coerce=int)
    contact_name = StringField(
        _l("Hvem skal få beskjed?"),
        [DataRequired(_l("Skriv navnet til den som skal få beskjed.")), Room(120)],
    )
    contact_email = EmailField(
        _l("E-postadresse"),
        [
            DataRequired(_l("Skriv e-postadressen til den som skal få beskjed.")),
            Room(200),
            Regexp(f"^{AN_ADDRESS}$", message=_l("Skriv en e-postadresse, som navn@kommune.no.")),
        ],
    )
    note = TextAreaField(
        _l("Hva planlegger dere?"),
        [Optional(), Length(max=1000)],
        description=_l("Helsedirektoratet leser det når neste utlysning lages."),
    )

    def offer(self, organisations: Iterable[Organisation], measures: Iterable[Measure]) -> None:
        """Offer the person's organisations, and the measures that grants are given for."""
        own, offered = list(organisations), list(measures)
        self.organisation.choices = [(one.id, one.name) for one in own]
        self.measure.choices = [(one.id, show_text(one.name)) for one in offered]
        if self.organisation.data is None and len(own) == 1:
            self.organisation.data = own[0].id

    def wish(self) -> Wish:
        """Give what was typed."""
        return Wish(
            contact_name=self.contact_name.data or "",
            contact_email=self.contact_email.data or "",
            note=self.note.data or "",
        )
