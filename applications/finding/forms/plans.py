"""What a kommune says of its plan, and what a list of plans should show."""

from collections.abc import Iterable
from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import (
    EmailField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, Optional, Regexp

from accounts.models import Organisation
from applications.finding.contents import PlanTerms
from applications.finding.models import Plan, ServiceArea
from applications.finding.networks import networks
from applications.finding.queries.plans import PlanFilters
from applications.forms.basics import AN_ADDRESS
from applications.forms.parts import Room
from foundation.fields import CheckboxesField, OsloDateField
from foundation.forms import FilterForm, Form, choices_of
from foundation.locale import language
from grants.models import Measure, Need


class PlanForm(Form):
    """A plan. `seen` is the version that the writer saw."""

    seen = HiddenField()
    needs = CheckboxesField(_l("Hvilke behov skal planen dekke?"), coerce=int)
    services = CheckboxesField(_l("Hvilke tjenester gjelder planen?"))
    present_system = StringField(
        _l("Journalsystem i dag"),
        [Optional(), Room(100)],
        description=_l("Navnet på det systemet planen gjelder. Skriv det slik andre gjør."),
    )
    wanted_from = OsloDateField(_l("Når vil dere begynne?"), [Optional()])
    networks = CheckboxesField(
        _l("Samarbeid og nettverk dere er med i"),
        description=_l("Listen er ikke fullstendig. Det dere svarer, gjelder foran det vi vet."),
    )
    description = TextAreaField(
        _l("Hva planlegger dere?"),
        [Optional(), Length(max=3000)],
        description=_l("Alle som er logget inn, kan lese dette."),
    )
    public_summary = TextAreaField(
        _l("Kort omtale som alle kan lese"),
        [Optional(), Length(max=500)],
        description=_l(
            "Vises åpent, også for dem som ikke er logget inn. Tomt felt betyr at bare de som er "
            "logget inn, ser planen."
        ),
    )
    contact_name = StringField(_l("Navn"), [Optional(), Room(120)])
    contact_email = EmailField(
        _l("E-postadresse"),
        [
            Optional(),
            Room(200),
            Regexp(f"^{AN_ADDRESS}$", message=_l("Skriv en e-postadresse, som navn@kommune.no.")),
        ],
    )
    contact_phone = TelField(_l("Telefon"), [Optional(), Room(30)])

    @classmethod
    def of(cls, plan: Plan, **given: object) -> Self:
        """Show a plan as it stands, or as it was typed."""
        return cls(
            data={
                "seen": str(plan.version),
                "present_system": plan.present_system,
                "wanted_from": plan.wanted_from,
                "description": plan.description,
                "public_summary": plan.public_summary,
                "contact_name": plan.contact_name,
                "contact_email": plan.contact_email,
                "contact_phone": plan.contact_phone,
                "needs": [one.need_id for one in plan.needs],
                "services": [one.service.value for one in plan.services],
                "networks": [one.network for one in plan.networks],
            },
            **given,
        )

    def offer_parts(self, needs: Iterable[Need]) -> None:
        """Offer the needs of the catalogue, the services and the networks."""
        self.needs.choices = [
            (one.id, f"{one.code} {one.text.in_(language())}") for one in needs
        ]
        self.services.choices = choices_of(ServiceArea)
        self.networks.choices = [(one.code, one.name) for one in networks()]

    def terms(self) -> PlanTerms:
        """Give what was typed."""
        return PlanTerms(
            needs=frozenset(self.needs.data or []),
            services=frozenset(ServiceArea(one) for one in self.services.data or []),
            networks=frozenset(self.networks.data or []),
            present_system=self.present_system.data or "",
            wanted_from=self.wanted_from.data,
            description=self.description.data or "",
            public_summary=self.public_summary.data or "",
            contact_name=self.contact_name.data or "",
            contact_email=self.contact_email.data or "",
            contact_phone=self.contact_phone.data or "",
        )

    @property
    def version(self) -> int | None:
        """The version that the writer saw."""
        typed = self.seen.data or ""
        return int(typed) if typed.isdecimal() else None


class NewPlanForm(PlanForm):
    """A plan that is not published yet: also whose, and for which measure."""

    organisation = RadioField(
        _l("Hvilken kommune?"), [InputRequired(_l("Velg kommunen."))], coerce=int
    )
    measure = RadioField(
        _l("Hva gjelder planen?"), [InputRequired(_l("Velg hva planen gjelder."))], coerce=int
    )

    def offer(self, organisations: list[Organisation], measures: list[Measure]) -> None:
        """Offer the person's own kommuner and the measures that kommuner apply for."""
        self.organisation.choices = [(one.id, one.name) for one in organisations]
        if self.organisation.data is None and len(organisations) == 1:
            self.organisation.data = organisations[0].id
        self.measure.choices = [(one.id, one.name.in_(language())) for one in measures]


class PlanFilter(FilterForm):
    """Which plans a list should show."""

    text = StringField(_l("Søk i kommune og plan"), [Room(100)])
    county = SelectField(_l("Fylke"), [Optional()])
    measure = SelectField(_l("Tiltak"), [Optional()])
    need = SelectField(_l("Behov"), [Optional()])
    service = SelectField(_l("Tjeneste"), [Optional()])

    def offer(
        self, counties: Iterable[str], measures: Iterable[Measure], needs: Iterable[Need]
    ) -> None:
        """Offer what there is to choose among."""
        everything = ("", _l("Alle"))
        self.county.choices = [everything, *((one, one) for one in counties)]
        self.measure.choices = [
            everything, *((str(one.id), one.name.in_(language())) for one in measures)
        ]  # fmt: skip
        self.need.choices = [
            everything,
            *((str(one.id), f"{one.code} {one.text.in_(language())}") for one in needs),
        ]
        self.service.choices = [everything, *choices_of(ServiceArea)]

    def filters(self) -> PlanFilters:
        """Give what was chosen."""
        return PlanFilters(
            text=self.text.data or "",
            county=self.county.data or "",
            measure_id=int(self.measure.data) if self.measure.data else None,
            need_id=int(self.need.data) if self.need.data else None,
            service=ServiceArea(self.service.data) if self.service.data else None,
        )
