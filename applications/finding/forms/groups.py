"""What is typed about a group: what it is called, who is invited, and the application it becomes."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from accounts.models import Organisation
from applications.forms.parts import Room
from foundation.fields import CheckboxesField
from foundation.forms import Form

Names = list[tuple[int, str]]


class GroupForm(Form):
    """A new group."""

    name = StringField(
        _l("Hva skal gruppen hete?"), [DataRequired(_l("Skriv hva gruppen skal hete.")), Room(120)]
    )
    message = TextAreaField(
        _l("Hva vil dere gjøre sammen?"),
        [Optional(), Length(max=1000)],
        description=_l("De inviterte leser dette før de svarer."),
    )
    kommuner = CheckboxesField(_l("Kommuner som inviteres"), coerce=int)
    another = SelectField(_l("Inviter også"), [Optional()], coerce=int)

    def offer(self, chosen: list[Organisation], names: Names) -> None:
        """Offer those that were chosen among the suggestions, and every other kommune."""
        self.kommuner.choices = [(one.id, one.name) for one in chosen]
        self.another.choices = [(0, _l("Ingen flere")), *names]

    def invited(self) -> set[int]:
        """Give the ids of those to be invited."""
        return {*(self.kommuner.data or []), self.another.data or 0} - {0}


class InviteForm(Form):
    """One more kommune to a group."""

    kommune = SelectField(
        _l("Kommune"), [DataRequired(_l("Velg en kommune."))], coerce=int
    )

    def offer(self, names: Names) -> None:
        """Offer the kommuner that are not in the group."""
        self.kommune.choices = [(0, _l("Velg kommune")), *names]


class ApplyForm(Form):
    """The application that a group becomes."""

    lead = RadioField(
        _l("Hvem skal være hovedsøker?"), [InputRequired(_l("Velg hovedsøker."))], coerce=int
    )
    title = StringField(
        _l("Hva heter prosjektet?"),
        [DataRequired(_l("Skriv en tittel på prosjektet.")), Room(200)],
    )

    def offer(self, able: list[Organisation]) -> None:
        """Offer the person's own kommuner that are in the group and may lead."""
        self.lead.choices = [(one.id, one.name) for one in able]
        if self.lead.data is None and len(able) == 1:
            self.lead.data = able[0].id
