"""Confirmations that fall: noticed in the act that changes what they cover, told when things have settled.

Whether a confirmation holds is decided by its fingerprint alone. `fell_at` follows it, so that lists can
count; the journal says so at once. The mail waits a little: somebody who types amounts is not done yet, and
a part that is as it was confirmed again has not changed.
"""

from datetime import datetime, timedelta

from accounts.models import Person
from applications import journal, partnermail
from applications.facts import covers
from applications.models import Application, Confirmation, Partner
from foundation import outbox

TELL_AFTER = timedelta(minutes=10)
"""How long the mail waits, so that one who is still typing does not send one for each figure."""


def settle(application: Application, by: Person, at: datetime) -> None:
    """Compare every partner's last confirmation with its part, at the end of an act on a draft.

    After `ready.settle`, which has read again what the act wrote.
    """
    for partner in application.partners:
        if not partner.confirmations:
            continue
        last = partner.confirmations[-1]
        holds = covers(application, partner, last)
        if holds and last.fell_at is not None:
            _stand_again(application, partner, last, by, at)
        elif not holds and last.fell_at is None:
            last.fell_at = at
            journal.note_of_partner(
                application, "partner_fell", partner.organisation, by=by, at=at
            )
            outbox.put(
                "tell_fallen", subject=f"partner:{partner.id}", at=at, wait=TELL_AFTER,
                partner=partner.id,
            )  # fmt: skip


def _stand_again(
    application: Application, partner: Partner, last: Confirmation, by: Person, at: datetime
) -> None:
    last.fell_at = None
    journal.note_of_partner(
        application, "partner_stands_again", partner.organisation, by=by, at=at
    )
    if last.told_at is not None:
        last.told_at = None
        partnermail.tell_stands_again(partner, at)

