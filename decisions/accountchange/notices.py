"""Telling everybody who is or has been known in a case that its account is being changed.

The one who was contact before is told too: whoever has taken over a mailbox changes the contact first. No
account number stands in an e-mail.
"""

from datetime import datetime

from flask_babel import LazyString, force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from accounts.models import Organisation
from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.contacts.models import CaseContact
from applications.facts import language_of, lead_of
from applications.models import Application
from applications.succession.queries import heirs_among
from decisions.accountchange.models import AccountChange
from decisions.accountchange.payees import payee_of
from decisions.notes import CaseNote
from decisions.notices import signatories_of
from foundation.database import db

_WHAT: dict[CaseNote, LazyString] = {
    CaseNote.ACCOUNT_ASKED: _l(
        "Det er bedt om at tilskuddet til %(payee)s i sak %(number)s skal betales til en annen konto. En "
        "annen hos %(payee)s må bekrefte det. Ingenting betales dit i saken før det er avgjort."
    ),
    CaseNote.ACCOUNT_CONFIRMED: _l(
        "Det er bekreftet at tilskuddet til %(payee)s i sak %(number)s skal betales til en annen konto. Den "
        "gjelder først etter en ventetid. Ingenting betales dit i saken før den er over."
    ),
    CaseNote.ACCOUNT_CHANGED: _l(
        "Tilskuddet til %(payee)s i sak %(number)s betales fra nå av til en annen konto."
    ),
    CaseNote.ACCOUNT_WITHDRAWN: _l(
        "Endringen av kontoen til %(payee)s i sak %(number)s er stanset. Kontoen er den samme som før."
    ),
}


def tell_everybody(change: AccountChange, kind: CaseNote, at: datetime) -> None:
    """Tell the lead's signatories and every contact the case has had. Inside the act."""
    application = change.application
    with force_locale(language_of(application)):
        number = application.case_number
        payee = db.session.get_one(Organisation, payee_of(change)).name
        what = str(_WHAT[kind]) % {"number": number, "payee": payee}
        body = _(
            "%(what)s Kjenner dere ikke til dette, må dere ta kontakt med oss med en gang.", what=what
        )
        for address in addresses_of(application):
            tell(
                address, Topic.DECISIONS, subject=_("Sak %(number)s: kontonummeret", number=number),
                body=body, at=at,
            )  # fmt: skip


def addresses_of(application: Application) -> list[str]:
    """List whom a case is known to: the lead's signatories, and its contacts now and before."""
    lead = lead_of(application).organisation_id
    contacts = db.session.scalars(
        select(CaseContact.email)
        .where(CaseContact.application_id == application.id)
        .order_by(CaseContact.id)
    )
    payees = [lead, *heirs_among([application.id]).get(application.id, ())]
    signatories = signatories_of(payees)
    known = [
        *(one for payee in dict.fromkeys(payees) for one in signatories.get(payee, ())),
        application.contact_email,
        *contacts,
    ]
    return list(dict.fromkeys(one.strip().lower() for one in known if one.strip()))
