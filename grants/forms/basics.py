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
from foundation.money import NOTHING, Ore
from grants.forms.draft import (
    LONGEST_LINE,
    VersionedForm,
    bokmal_line,
    bokmal_text,
    nynorsk_line,
    nynorsk_text,
    present,
)
from grants.models import Call
from grants.services import Basics, CallTerms

_APPLICANTS = [kind for kind in OrganisationKind if kind in FITTING_KINDS[Role.EDITOR]]
LEADING_KINDS = [kind for kind in _APPLICANTS if kind not in NEVER_LEADS]
"""The kinds that can be offered as lead; helseforetak only take part (inv. 70)."""
NAMED_FIRST = (OrganisationKind.INTEREST_ORGANISATION,)
"""The kind that a call names most often stands first in the list; the others follow by name."""
CODE = r"[a-z0-9]+(-[a-z0-9]+)*"


_SHEET = SelectField(_l("Bygg på"), [InputRequired(_l("Velg hva utlysningen skal bygge på."))])

# Fields stand in the order they are made here, which is that of the pages: so do their errors.


class _Name(VersionedForm):
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


class _Words(VersionedForm):
    title_nb = bokmal_line(_l("Tittel (bokmål)"), _l("Skriv en tittel."))
    title_nn = nynorsk_line(_l("Tittel (nynorsk)"))
    purpose_nb = bokmal_text(_l("Formål (bokmål)"), _l("Skriv formålet."))
    purpose_nn = nynorsk_text(_l("Formål (nynorsk)"))


class _Round(VersionedForm):
    opens_on = OsloDateField(_l("Åpner"), [InputRequired(_l("Skriv datoen utlysningen åpner."))])
    closes_on = OsloDateField(_l("Søknadsfrist"), [InputRequired(_l("Skriv søknadsfristen."))])
    frame = MoneyField(_l("Ramme"), [InputRequired(_l("Skriv rammen."))])
    first_year = WholeNumberField(
        _l("Første år med tilskudd"), [InputRequired(_l("Skriv det første året."))]
    )


class _LastYear(VersionedForm):
    last_year = WholeNumberField(
        _l("Siste år med tilskudd"), [InputRequired(_l("Skriv det siste året."))]
    )


class _Sharing(VersionedForm):
    method = RadioField(_l("Slik fordeles rammen"), [InputRequired(_l("Velg en måte."))])


class _Appeal(VersionedForm):
    appeal_allowed = BooleanField(_l("Vedtak i utlysningen kan påklages"))
    appeal_text_nb = bokmal_text(_l("Om klage (bokmål)"), _l("Skriv hvordan man klager."))
    appeal_text_nn = nynorsk_text(_l("Om klage (nynorsk)"))


class CopyForm(_Name, _Round, _LastYear):
    """A call that begins from another: what is its own."""

    @property
    def terms(self) -> CallTerms:
        """What was typed; without a title the other's stands. Only after validation."""
        return CallTerms(
            code=self.code.data or "",
            title=self.both_or_none("title"),
            opens_on=present(self.opens_on.data),
            closes_on=present(self.closes_on.data),
            frame=self.frame.data or NOTHING,
            first_year=present(self.first_year.data),
            last_year=present(self.last_year.data),
        )


class NewCallForm(CopyForm):
    """A new call: the sheet it begins from, and what is its own."""

    sheet = _SHEET


class EditionForm(_Words, _LastYear, _Appeal):
    """What a later edition says anew of itself; the rest of its basics is the round's."""

    def basics_of(self, call: Call) -> Basics:
        """Give what was typed beside what is the round's. Only after validation."""
        return Basics(
            title=self.both("title"),
            purpose=self.both("purpose"),
            opens_on=call.opens_on,
            closes_on=call.closes_on,
            frame=Ore(call.frame),
            first_year=call.first_year,
            last_year=present(self.last_year.data),
            method=call.method,
            appeal_allowed=self.appeal_allowed.data,
            appeal_text=self.both("appeal_text"),
        )


class BasicsForm(_Words, _Round, _LastYear, _Sharing, _Appeal):
    """A draft's own texts, dates, money and years."""

    def offer_methods(self) -> None:
        """Offer every way of sharing out the frame."""
        self.method.choices = choices_of(Method)

    def basics_of(self, _call: Call) -> Basics:
        """Give what was typed. Only after validation."""
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
