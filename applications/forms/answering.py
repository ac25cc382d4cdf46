"""What a partner's own people answer for their part, and what the lead answers to other figures."""

from collections.abc import Iterator
from typing import Any, NamedTuple, Self

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import EmailField, StringField, TelField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, Regexp

from accounts.models import Person
from applications.contactpersons import ContactPerson, ContactPersons, persons_of
from applications.contents import BudgetCell, cells_of
from applications.facts import project_years
from applications.factsheets.models import FactSheet
from applications.forms.basics import AN_ADDRESS
from applications.forms.budget import cell_name, offered_activities, sources_of
from applications.forms.parts import MayWait, Room, SectionForm
from applications.models import Application, Partner
from applications.offered import Figures
from criteria.budget import Source
from foundation import words
from foundation.fields import MoneyField, WholeNumberField
from foundation.forms import Form
from foundation.money import NOTHING
from foundation.showing import show_text
from grants.models import Activity

_AS_AN_ADDRESS = Regexp(
    f"^{AN_ADDRESS}$", message=_l("Skriv en e-postadresse, som navn@kommune.no.")
)


class PersonsForm(SectionForm):
    """Whom to reach, and whom when the first is away."""

    contact_name = StringField(
        _l("Navn"), [DataRequired(_l("Skriv navnet til kontaktpersonen.")), Room(120)]
    )
    contact_email = EmailField(
        _l("E-postadresse"),
        [DataRequired(_l("Skriv e-postadressen til kontaktpersonen.")), Room(200), _AS_AN_ADDRESS],
    )
    contact_phone = TelField(
        _l("Telefon"), [DataRequired(_l("Skriv telefonnummeret til kontaktpersonen.")), Room(30)]
    )
    backup_name = StringField(
        _l("Navn på stedfortreder"),
        [DataRequired(_l("Skriv navnet til stedfortrederen.")), Room(120)],
    )
    backup_email = EmailField(
        _l("E-postadresse til stedfortreder"),
        [DataRequired(_l("Skriv e-postadressen til stedfortrederen.")), Room(200), _AS_AN_ADDRESS],
    )
    backup_phone = TelField(_l("Telefon til stedfortreder"), [Optional(), Room(30)])

    @classmethod
    def of(
        cls, partner: Partner, person: Person, sheet: FactSheet | None = None, **given: object
    ) -> Self:
        """Show the persons that are named, or as they were typed; else those of a sheet, or who is asked."""
        known = persons_of(sheet if sheet and not partner.contact_email else partner)
        first = known.first if known.first.email else ContactPerson(person.name, person.email)
        return cls(
            data={
                "contact_name": first.name,
                "contact_email": first.email,
                "contact_phone": first.phone,
                "backup_name": known.backup.name,
                "backup_email": known.backup.email,
                "backup_phone": known.backup.phone,
            },
            **given,
        )

    def persons(self) -> ContactPersons:
        """Give what was typed."""
        return ContactPersons(
            ContactPerson(
                self.contact_name.data or "",
                self.contact_email.data or "",
                self.contact_phone.data or "",
            ),
            ContactPerson(
                self.backup_name.data or "",
                self.backup_email.data or "",
                self.backup_phone.data or "",
            ),
        )


class ConfirmForm(PersonsForm):
    """A partner's yes, whom to reach, and what the signatory's authority rests on.

    `seen` is the fingerprint of the part that the signatory read.
    """

    authority = TextAreaField(
        _l("Hvilken fullmakt handler du etter?"),
        [DataRequired(_l("Skriv hvilken fullmakt du handler etter.")), Room(300)],
        description=_l(
            "For eksempel vedtak i kommunestyret, delegert myndighet eller stilling, med saksnummer."
        ),
    )


class DeclineForm(Form):
    """A partner's no."""

    reason = TextAreaField(
        _l("Hvorfor takker dere nei?"),
        [Optional(), Length(max=500)],
        description=_l("Hovedsøkeren får lese det."),
    )


class RefuseOfferForm(Form):
    """Why the lead does not accept other figures."""

    reason = TextAreaField(
        _l("Hvorfor godtar dere ikke tallene?"),
        [DataRequired(_l("Skriv hvorfor dere ikke godtar forslaget.")), Length(max=1000)],
    )


class OfferRow(NamedTuple):
    """What one source pays for an activity: a field for each year."""

    source: Source
    fields: list[Any]


class OfferBlock(NamedTuple):
    """An activity with the sources that may pay for it."""

    activity: Activity
    rows: list[OfferRow]


class OfferForm(SectionForm):
    """Other figures for one's own part; `offer_form` adds a field for each amount.

    `seen` is the fingerprint of the part that the writer saw.
    """

    partner_id = 0
    years: tuple[int, ...] = ()
    activities: tuple[Activity, ...] = ()
    effort_hours = WholeNumberField(
        _l("Egeninnsats i hele prosjektet"),
        [MayWait()],
        description=_l("Timer som deres egne ansatte bruker."),
    )
    comment = TextAreaField(
        _l("Hvorfor foreslår dere andre tall?"),
        [DataRequired(_l("Skriv hvorfor dere foreslår andre tall.")), Length(max=1000)],
        description=_l("Hovedsøkeren leser det sammen med tallene."),
    )

    @property
    def blocks(self) -> list[OfferBlock]:
        """Give the amounts, activity by activity."""
        return [
            OfferBlock(
                one,
                [
                    OfferRow(source, [self[cell_name(year, one.id, source)] for year in self.years])
                    for source in sources_of(one)
                ],
            )
            for one in self.activities
        ]

    def figures(self) -> Figures:
        """Give what was typed; an empty amount is nothing."""
        return Figures(
            cells=tuple(
                BudgetCell(
                    year,
                    self.partner_id,
                    activity.id,
                    source,
                    self[cell_name(year, activity.id, source)].data or NOTHING,
                )
                for year, activity, source in _places(self.years, self.activities)
            ),
            effort_hours=self.effort_hours.data or 0,
        )


def offer_form(
    application: Application,
    partner: Partner,
    seen: str,
    formdata: MultiDict[str, str] | None = None,
) -> OfferForm:
    """Show a partner's part as it stands, to be changed into what it would rather promise.

    Only chosen activities, and what stands in the part already: the rest is the lead's to choose.
    """
    cells = cells_of(application, partner.id)
    held = {cell.activity_id for cell in cells}
    years = tuple(sorted({*project_years(application), *(cell.year for cell in cells)}))
    activities = tuple(
        one for one in offered_activities(application) if one.supported or one.id in held
    )
    fields: dict[str, object] = {
        "partner_id": partner.id, "years": years, "activities": activities,
    }  # fmt: skip
    for year, activity, source in _places(years, activities):
        label = f"{show_text(activity.text)} – {words.say(source)}, {year}"
        fields[cell_name(year, activity.id, source)] = MoneyField(label, [MayWait()])
    data: dict[str, object] = {
        cell_name(cell.year, cell.activity_id, cell.source): cell.amount for cell in cells
    }
    form_class = type("OwnFiguresForm", (OfferForm,), fields)
    form: OfferForm = form_class(
        data={**data, "effort_hours": partner.effort_hours, "seen": seen}, formdata=formdata
    )
    return form


def _places(
    years: tuple[int, ...], activities: tuple[Activity, ...]
) -> Iterator[tuple[int, Activity, Source]]:
    for activity in activities:
        for source in sources_of(activity):
            for year in years:
                yield year, activity, source
