"""What is typed when a call begins, and about its purpose, dates, money and applicants.

Fields stand in the order of the page: so does the list of what is wrong.
"""

from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional, Regexp

from accounts.models import Organisation, OrganisationKind, Role
from accounts.services import FITTING_KINDS
from criteria.allocation import Method
from criteria.eligibility import NEVER_LEADS
from foundation import words
from foundation.fields import CheckboxesField, MoneyField, OsloDateField, WholeNumberField
from foundation.forms import choices_of
from foundation.money import NOTHING
from grants.forms.draft import (
    LONGEST_LINE,
    VersionedForm,
    bokmal_line,
    bokmal_text,
    nynorsk_line,
    nynorsk_text,
    present,
)
from grants.services import Basics, CallTerms

_APPLICANTS = [kind for kind in OrganisationKind if kind in FITTING_KINDS[Role.EDITOR]]
LEADING_KINDS = [kind for kind in _APPLICANTS if kind not in NEVER_LEADS]
"""The kinds that can be offered as lead; helseforetak only take part (inv. 70)."""
NAMED_FIRST = (OrganisationKind.INTEREST_ORGANISATION,)
"""The kind that a call names most often stands first in the list; the others follow by name."""
CODE = r"[a-z0-9]+(-[a-z0-9]+)*"


def _opens_on() -> OsloDateField:
    return OsloDateField(_l("Åpner"), [InputRequired(_l("Skriv datoen utlysningen åpner."))])


def _closes_on() -> OsloDateField:
    return OsloDateField(_l("Søknadsfrist"), [InputRequired(_l("Skriv søknadsfristen."))])


def _frame() -> MoneyField:
    return MoneyField(_l("Ramme"), [InputRequired(_l("Skriv rammen."))])


def _first_year() -> WholeNumberField:
    return WholeNumberField(
        _l("Første år med tilskudd"), [InputRequired(_l("Skriv det første året."))]
    )


def _last_year() -> WholeNumberField:
    return WholeNumberField(
        _l("Siste år med tilskudd"), [InputRequired(_l("Skriv det siste året."))]
    )


class NewCallForm(VersionedForm):
    """A new call: the sheet it begins from, and what is its own."""

    sheet = SelectField(_l("Bygg på"), [InputRequired(_l("Velg hva utlysningen skal bygge på."))])
    code = StringField(
        _l("Kode"),
        [
            InputRequired(_l("Skriv en kode.")),
            Length(max=40),
            Regexp(f"^{CODE}$", message=_l("Bruk små bokstaver a–z, tall og bindestrek.")),
        ],
    )
    title_nb = StringField(_l("Tittel (bokmål)"), [Optional(), Length(max=LONGEST_LINE)])
    title_nn = nynorsk_line(_l("Tittel (nynorsk)"))
    opens_on = _opens_on()
    closes_on = _closes_on()
    frame = _frame()
    first_year = _first_year()
    last_year = _last_year()

    @property
    def terms(self) -> CallTerms:
        """What was typed; without a title the sheet's stands. Only after validation."""
        return CallTerms(
            code=self.code.data or "",
            title=self.both_or_none("title"),
            opens_on=present(self.opens_on.data),
            closes_on=present(self.closes_on.data),
            frame=self.frame.data or NOTHING,
            first_year=present(self.first_year.data),
            last_year=present(self.last_year.data),
        )


class BasicsForm(VersionedForm):
    """A draft's own texts, dates, money and years."""

    title_nb = bokmal_line(_l("Tittel (bokmål)"), _l("Skriv en tittel."))
    title_nn = nynorsk_line(_l("Tittel (nynorsk)"))
    purpose_nb = bokmal_text(_l("Formål (bokmål)"), _l("Skriv formålet."))
    purpose_nn = nynorsk_text(_l("Formål (nynorsk)"))
    opens_on = _opens_on()
    closes_on = _closes_on()
    frame = _frame()
    first_year = _first_year()
    last_year = _last_year()
    method = RadioField(_l("Slik fordeles rammen"), [InputRequired(_l("Velg en måte."))])
    appeal_allowed = BooleanField(_l("Vedtak i utlysningen kan påklages"))
    appeal_text_nb = bokmal_text(_l("Om klage (bokmål)"), _l("Skriv hvordan man klager."))
    appeal_text_nn = nynorsk_text(_l("Om klage (nynorsk)"))

    def offer_methods(self) -> None:
        """Offer every way of sharing out the frame."""
        self.method.choices = choices_of(Method)

    @property
    def basics(self) -> Basics:
        """What was typed. Only after validation."""
        return Basics(
            title=self.both("title"),
            purpose=self.both("purpose"),
            opens_on=present(self.opens_on.data),
            closes_on=present(self.closes_on.data),
            frame=self.frame.data or NOTHING,
            first_year=present(self.first_year.data),
            last_year=present(self.last_year.data),
            method=Method(self.method.data),
            appeal_allowed=self.appeal_allowed.data,
            appeal_text=self.both("appeal_text"),
        )


class ApplicantsForm(VersionedForm):
    """Who may lead and who may take part, in words and as kinds."""

    applicants_nb = bokmal_text(_l("Hvem som kan søke (bokmål)"), _l("Skriv hvem som kan søke."))
    applicants_nn = nynorsk_text(_l("Hvem som kan søke (nynorsk)"))
    only_lead = SelectField(_l("Bare for én organisasjon"), [Optional()])
    leads = CheckboxesField(_l("Kan være hovedsøker"), [Optional()])
    partners = CheckboxesField(_l("Kan delta"), [Optional()])

    def offer(self, organisations: Iterable[Organisation]) -> None:
        """Offer the kinds of organisation that can apply at all, and those that can be named alone."""
        self.leads.choices = choices_of(LEADING_KINDS)
        self.partners.choices = choices_of(_APPLICANTS)
        by_kind: dict[OrganisationKind, list[tuple[str, str]]] = {kind: [] for kind in NAMED_FIRST}
        for one in organisations:
            by_kind.setdefault(one.kind, []).append((str(one.id), one.name))
        self.only_lead.choices = {
            gettext("Ingen"): [("", gettext("Alle av typene under kan søke"))],
            **{words.say(kind): listed for kind, listed in by_kind.items() if listed},
        }
