"""Finding partners in the register, what they bring, and their own yes."""

from collections.abc import Iterable
from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from accounts.models import Organisation, OrganisationKind
from applications.contents import PartnerTerms, seal_terms, terms_of
from applications.forms.parts import MayWait, Room, SectionForm
from applications.models import Partner, PartnerRole
from foundation.fields import CheckboxesField, WholeNumberField
from foundation.forms import FilterForm, Form, choices_of

ROLES = (PartnerRole.PARTICIPANT, PartnerRole.OBSERVER)


class SearchForm(FilterForm):
    """What to look for in the register."""

    text = StringField(_l("Navn eller nummer"), [Room(100)])
    county = SelectField(_l("Fylke"), [Optional()])
    kind = SelectField(_l("Type"), [Optional()])

    def offer(self, counties: Iterable[str], kinds: Iterable[OrganisationKind]) -> None:
        """Offer the fylker, and the kinds that the call lets take part."""
        self.county.choices = [("", _l("Alle")), *((name, name) for name in counties)]
        self.kind.choices = [("", _l("Alle")), *choices_of(kinds)]

    def kinds(self, allowed: Iterable[OrganisationKind]) -> list[OrganisationKind]:
        """Give the kinds to look among: the one asked for, or all that the call lets take part."""
        return [kind for kind in allowed if self.kind.data in ("", None, kind.value)]

    @property
    def is_asked(self) -> bool:
        """Tell whether there is anything to look for."""
        return bool(self.text.data or self.county.data or self.kind.data)


class PickForm(Form):
    """Which of the found organisations to take in, and as what."""

    organisations = CheckboxesField(
        _l("Organisasjoner"),
        [DataRequired(_l("Velg minst én organisasjon."))],
        coerce=int,
    )
    role = RadioField(_l("Rolle"), default=PartnerRole.PARTICIPANT.value)
    message = TextAreaField(
        _l("Melding til dem dere inviterer"),
        [Optional(), Length(max=1000)],
        description=_l("De leser den når de logger inn og ser sin del."),
    )

    def offer(self, organisations: Iterable[Organisation]) -> None:
        """Offer what was found."""
        self.organisations.choices = [(one.id, one.name) for one in organisations]
        self.role.choices = choices_of(ROLES)


class PartnerForm(SectionForm):
    """A partner's role and what it brings."""

    role = RadioField(_l("Rolle"))
    effort_hours = WholeNumberField(
        _l("Egeninnsats i hele prosjektet"),
        [MayWait()],
        description=_l("Timer som deltakerens egne ansatte bruker."),
    )
    systems_before = WholeNumberField(
        _l("Journalsystemer i dag"),
        [MayWait()],
        description=_l("Hvor mange ulike journalsystemer deltakeren bruker i dag."),
    )

    @classmethod
    def of(cls, partner: Partner, **given: object) -> Self:
        """Show a partner as it stands, or as it was typed. The lead stays the lead."""
        terms = terms_of(partner)
        form = cls(
            data={
                "role": terms.role.value,
                "effort_hours": terms.effort_hours,
                "systems_before": terms.systems_before,
                "seen": seal_terms(terms),
            },
            **given,
        )
        lead = partner.role is PartnerRole.LEAD
        form.role.choices = choices_of([PartnerRole.LEAD] if lead else ROLES)
        return form

    def terms(self) -> PartnerTerms:
        """Give what was typed; nothing is 0."""
        return PartnerTerms(
            role=PartnerRole(self.role.data),
            effort_hours=self.effort_hours.data or 0,
            systems_before=self.systems_before.data or 0,
        )
