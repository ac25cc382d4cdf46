"""What a person chooses about notices, and what is typed about an address that is dead."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, RadioField, StringField
from wtforms.validators import InputRequired, Length

from accounts.models import Person
from accounts.notices.models import Frequency, Topic
from accounts.permissions import Permission, allows
from foundation.forms import Form, choices_of

WHO_IS_TOLD: dict[Topic, tuple[Permission, ...]] = {
    Topic.MESSAGES: (Permission.APPLICATION_READ, Permission.APPLICATION_CONTROL),
    Topic.PARTNERS: (Permission.APPLICATION_EDIT,),
    Topic.REPORTS: (Permission.REPORT_WRITE,),
    Topic.RULINGS: (Permission.IMPARTIALITY_RULE,),
    Topic.HEARINGS: (Permission.APPLICATION_EDIT,),
}
"""Who is ever told about a topic that may be chosen."""


class NoticesForm(Form):
    """How often one wants to be told about what one may be told about."""

    messages = RadioField(_l("Nye meldinger i saker"))
    partners = RadioField(_l("Invitasjoner, bekreftelser og svar mellom deltakere i en søknad"))
    reports = RadioField(_l("Svar på rapporter"))
    rulings = RadioField(_l("Habilitet som venter på din avgjørelse"))
    hearings = RadioField(_l("Høringer om utkast til utlysninger"))

    def offer(self, person: Person, chosen: Mapping[Topic, Frequency]) -> None:
        """Offer the topics that a person is told about, as they now stand."""
        for topic, permissions in WHO_IS_TOLD.items():
            if not any(allows(person, one) for one in permissions):
                del self[topic.value]
                continue
            field = self[topic.value]
            field.choices = choices_of(Frequency)
            if not self.is_submitted():
                field.data = chosen[topic].value

    def chosen(self) -> dict[Topic, Frequency]:
        """Give what was chosen."""
        return {
            topic: Frequency(self[topic.value].data) for topic in WHO_IS_TOLD if topic.value in self
        }


class DeadAddressForm(Form):
    """An address that e-mail does not reach, and how one knows."""

    email = EmailField(
        _l("E-postadresse"), [InputRequired(_l("Skriv e-postadressen.")), Length(max=200)]
    )
    reason = StringField(
        _l("Hvordan vet du det?"),
        [InputRequired(_l("Skriv hvordan du vet at adressen ikke virker.")), Length(max=500)],
    )
