"""The first section, and the page that begins an application."""

from collections.abc import Iterable
from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, RadioField, SelectField, StringField, TelField
from wtforms.validators import DataRequired, Optional, Regexp

from accounts.models import Organisation
from applications.carrying import Bring
from applications.contents import Basics, basics_of, seal_basics
from applications.forms.parts import MayWait, Room, SectionForm
from applications.models import Application, LegalForm
from foundation.fields import CheckboxesField, OsloDateField
from foundation.forms import Form, choices_of
from foundation.showing import show_text

AN_ADDRESS = r"[^@\s]+@[^@\s]+\.[^@\s]+"
_TITLE_MISSING = _l("Skriv en tittel på prosjektet.")


class StartForm(Form):
    """Who applies, and what the project is called."""

    lead = RadioField(_l("Hvem skal være hovedsøker?"), coerce=int)
    title = StringField(
        _l("Hva heter prosjektet?"),
        [DataRequired(_TITLE_MISSING), Room(200)],
        description=_l("Kort og beskrivende. Tittelen kan endres fram til dere sender inn."),
    )

    earlier = RadioField(_l("Hva vil dere begynne med?"), [Optional()], default="")
    bring = CheckboxesField(_l("Hva skal være med?"), [Optional()])

    def offer_earlier(self, applications: Iterable[Application]) -> None:
        """Offer to build on what the organisations have led before. Calls must be loaded."""
        self.earlier.choices = [
            ("", _l("Fra bunnen av")),
            *(
                (str(one.id), f"«{one.title}», {show_text(one.call.title)}")
                for one in applications
            ),
        ]
        self.bring.choices = choices_of(Bring)
        if not self.is_submitted():
            self.bring.data = [one.value for one in Bring]

    @property
    def brings(self) -> frozenset[Bring]:
        """Give what was chosen to take along."""
        return frozenset(Bring(one) for one in self.bring.data or [])

    def offer(self, organisations: list[Organisation]) -> None:
        """Offer the organisations that the person acts for and that may lead."""
        self.lead.choices = [(one.id, one.name) for one in organisations]
        if self.lead.data is None and len(organisations) == 1:
            self.lead.data = organisations[0].id


class BasicsForm(SectionForm):
    """What, how, when and who to ask."""

    title = StringField(_l("Tittel på prosjektet"), [DataRequired(_TITLE_MISSING), Room(200)])
    collaboration_name = StringField(
        _l("Navn på samarbeidet"),
        [Optional(), Room(200)],
        description=_l("Det dere kaller samarbeidet, for eksempel Fjordkommunene."),
    )
    legal_form = SelectField(_l("Samarbeidsform"), [Optional()])
    start_on = OsloDateField(_l("Prosjektet starter"), [MayWait()])
    end_on = OsloDateField(_l("Prosjektet slutter"), [MayWait()])
    contact_name = StringField(_l("Navn"), [MayWait(), Room(120)])
    contact_email = EmailField(
        _l("E-postadresse"),
        [
            MayWait(),
            Room(200),
            Regexp(f"^{AN_ADDRESS}$", message=_l("Skriv en e-postadresse, som navn@kommune.no.")),
        ],
    )
    contact_phone = TelField(_l("Telefon"), [Optional(), Room(30)])

    @classmethod
    def of(cls, application: Application, **given: object) -> Self:
        """Show the section as it stands, or as it was typed."""
        basics = basics_of(application)
        form = cls(obj=basics, seen=seal_basics(basics), **given)
        form.legal_form.choices = [("", _l("Ikke valgt")), *choices_of(LegalForm)]
        if form.legal_form.data in (None, "None"):
            form.legal_form.data = ""
        return form

    def basics(self) -> Basics:
        """Give what was typed."""
        return Basics(
            title=self.title.data or "",
            collaboration_name=self.collaboration_name.data or "",
            legal_form=LegalForm(self.legal_form.data) if self.legal_form.data else None,
            start_on=self.start_on.data,
            end_on=self.end_on.data,
            contact_name=self.contact_name.data or "",
            contact_email=self.contact_email.data or "",
            contact_phone=self.contact_phone.data or "",
        )
