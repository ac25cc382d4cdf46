"""What is typed into a fact sheet."""

from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    EmailField,
    FieldList,
    FormField,
    HiddenField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length, Optional, Regexp

from accounts.models import Person
from applications.factsheets import words
from applications.factsheets.models import FactSheet
from applications.factsheets.services import MOST_SYSTEMS, Facts, System
from applications.forms.answering import PersonsForm
from applications.forms.basics import AN_ADDRESS
from applications.forms.parts import Room
from criteria.reaching import WithoutGrant
from foundation.fields import WholeNumberField
from foundation.forms import PartForm, choices_of

__all__ = ["FactsForm", "words"]
EMPTY_ROWS = 3
"""How many systems there is room for beyond those that stand there: more come when these are saved."""


class SystemForm(PartForm):
    """A journal system and what it is used for."""

    name = StringField(_l("Journalsystem"), [Optional(), Room(100)])
    used_for = StringField(_l("Brukes til"), [Optional(), Room(200)])


class FactsForm(PersonsForm):
    """An organisation's own facts. `sheet` is the one that its writer saw."""

    sheet = HiddenField()
    post_email = EmailField(
        _l("Postmottak"),
        [
            DataRequired(_l("Skriv e-postadressen til postmottaket.")),
            Room(200),
            Regexp(f"^{AN_ADDRESS}$", message=_l("Skriv en e-postadresse, som navn@kommune.no.")),
        ],
    )
    systems = FieldList(FormField(SystemForm), _l("Journalsystemer i bruk"), max_entries=MOST_SYSTEMS)
    networks = TextAreaField(
        _l("Nettverk og innkjøpssamarbeid"),
        [Optional(), Length(max=500)],
        description=_l("Ett på hver linje."),
    )
    hours_a_year = WholeNumberField(
        _l("Timer dere kan bruke på prosjekter i året"),
        [Optional()],
        description=_l(
            "Egne ansattes timer til sammen. Vi sier fra hvis dere lover mer enn dette i søknadene."
        ),
    )

    without_grant = RadioField(
        _l("Hva hadde dere gjort med journalsystemene uten tilskudd?"),
        [Optional()],
        description=_l("Svaret brukes bare i statistikk over hvem ordningen når."),
    )

    @classmethod
    def of_sheet(cls, sheet: FactSheet | None, person: Person, **given: object) -> Self:
        """Show what was confirmed last, to be confirmed again; else suggest who is asked."""
        if sheet is None:
            form = cls(data={"contact_name": person.name, "contact_email": person.email}, **given)
        else:
            form = cls(
                obj=sheet,
                data={
                    "systems": [
                        {"name": one.name, "used_for": one.used_for} for one in sheet.systems
                    ]
                },
                sheet=str(sheet.id),
                **given,
            )
        form.without_grant.choices = [*choices_of(WithoutGrant), ("", _("Vet ikke"))]
        if not form.is_submitted():
            form.without_grant.data = form.without_grant.data or ""
            room = MOST_SYSTEMS - len(form.systems.entries)
            for _row in range(min(EMPTY_ROWS, room)):
                form.systems.append_entry()
        return form

    @property
    def seen_sheet(self) -> int | None:
        """Give the sheet that the writer saw."""
        typed = str(self.sheet.data or "")
        return int(typed) if typed.isascii() and typed.isdigit() else None

    def facts(self) -> Facts:
        """Give what was typed; a row with nothing in it is none."""
        said = self.without_grant.data
        rows = [(one.form.name.data or "", one.form.used_for.data or "") for one in self.systems]
        return Facts(
            persons=self.persons(),
            post_email=self.post_email.data or "",
            networks=self.networks.data or "",
            hours_a_year=self.hours_a_year.data,
            without_grant=WithoutGrant(said) if said else None,
            systems=tuple(System(name, used_for) for name, used_for in rows if name or used_for),
        )
