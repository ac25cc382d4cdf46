"""What is missing in an application, and what its sections are called."""

from flask_babel import lazy_gettext as _l

from criteria.completeness import Lack, Section
from foundation import words

words.register({
    Section.BASICS: _l("Grunnopplysninger"),
    Section.PARTNERS: _l("Deltakere"),
    Section.ACTIVITIES: _l("Aktiviteter"),
    Section.BUDGET: _l("Budsjett"),
    Section.QUESTIONS: _l("Spørsmål"),
    Section.ATTACHMENTS: _l("Vedlegg"),
    Lack.TITLE_MISSING: _l("Prosjektet mangler tittel"),
    Lack.PERIOD_MISSING: _l("Prosjektperioden mangler %(subject)s"),
    Lack.CONTACT_MISSING: _l("Kontaktpersonen mangler %(subject)s"),
    Lack.PARTNER_MISSING: _l("Søknaden mangler hovedsøker"),
    Lack.PARTNER_UNCONFIRMED: _l("%(subject)s har ikke bekreftet"),
    Lack.ACTIVITY_MISSING: _l("Velg minst én aktivitet"),
    Lack.BUDGET_MISSING: _l("Budsjettet har ikke noe søkt tilskudd"),
    Lack.BUDGET_BREACH: _l("Budsjettet må rettes: %(subject)s"),
    Lack.COST_KEY: _l("Fordelingsnøkkelen må rettes: %(subject)s"),
    Lack.ANSWER_MISSING: _l("Ikke besvart: %(subject)s"),
    Lack.CELLS_MISSING: _l("Ikke fylt ut i «%(subject)s»: %(cells)s"),
    Lack.ANSWER_TOO_LONG: _l("For langt svar: %(subject)s"),
    Lack.DECLARATION_MISSING: _l("Mangler erklæring: %(subject)s"),
    Lack.ATTACHMENT_MISSING: _l("Mangler vedlegg: %(subject)s"),
})
