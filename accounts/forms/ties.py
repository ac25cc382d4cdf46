"""What is typed about leaders and about one's own ties."""

from collections.abc import Sequence
from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from accounts.models import Organisation, Person
from accounts.ties.models import LONGEST_NOTE
from criteria.impartiality import TieKind
from foundation.fields import OsloDateField
from foundation.forms import Form, choices_of

NOBODY = "nobody"


class LeaderForm(Form):
    """Who leads a person from a day on."""

    leader = SelectField(_l("Nærmeste leder"), [InputRequired(_l("Velg hvem som er leder."))])
    from_on = OsloDateField(_l("Fra og med"), [InputRequired(_l("Velg en dato."))])

    def offer(self, persons: Sequence[Person], but: Person) -> None:
        """Offer those who may lead, and nobody."""
        self.leader.choices = [
            ("", gettext("Velg leder")),
            (NOBODY, gettext("Ingen leder")),
            *((str(one.id), one.name) for one in persons if one.id != but.id),
        ]

    def chosen(self, persons: Sequence[Person]) -> Person | None:
        """Give the leader that a valid form names; None for nobody."""
        return next((one for one in persons if str(one.id) == self.leader.data), None)

    @property
    def day(self) -> date:
        """The day of a valid form."""
        if self.from_on.data is None:
            raise LookupError("the form is not valid")
        return self.from_on.data


class TieForm(Form):
    """A tie of one's own to an organisation."""

    kind = RadioField(_l("Hva slags tilknytning"), [InputRequired(_l("Velg hva slags tilknytning."))])
    organisation = SelectField(
        _l("Organisasjon"),
        [InputRequired(_l("Velg en organisasjon."))],
        description=_l("Skriv de første bokstavene for å finne organisasjonen i listen."),
    )
    note = StringField(
        _l("Merknad"),
        [Optional(), Length(max=LONGEST_NOTE)],
        description=_l("For eksempel stillingen eller vervet. Skriv ikke navnet på noen i familien."),
    )
    from_on = OsloDateField(_l("Fra"), [Optional()])
    to_on = OsloDateField(
        _l("Til"), [Optional()], description=_l("La feltet stå tomt så lenge det varer.")
    )

    def offer(self, organisations: Sequence[Organisation]) -> None:
        """Offer the kinds of ties and the organisations there are."""
        self.kind.choices = choices_of(TieKind)
        self.organisation.choices = [
            ("", gettext("Velg organisasjon")),
            *((str(one.id), f"{one.name} ({one.code.removeprefix('K-')})") for one in organisations),
        ]


class EndTieForm(Form):
    """The last day of a tie."""

    to_on = OsloDateField(_l("Siste dag"), [InputRequired(_l("Velg en dato."))])

    @property
    def day(self) -> date:
        """The day of a valid form."""
        if self.to_on.data is None:
            raise LookupError("the form is not valid")
        return self.to_on.data
