"""Telling a partner that its confirmation has fallen, a little after it did."""

from datetime import datetime

from applications import partnermail
from applications.facts import changed_since
from applications.holding import hold
from applications.models import Partner
from criteria.steps import Step
from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import db, transaction


@outbox.handles("tell_fallen")
def tell_fallen(detail: JsonValue, at: datetime) -> None:
    """Tell a partner that its confirmation has fallen and why, if it still has; once for each fall."""
    with transaction():
        found = db.session.get(Partner, int(detail["partner"]))
        if found is None:
            return  # it was taken out meanwhile, and told of that
        application = hold(found.application_id)
        partner = next((one for one in application.partners if one.id == found.id), None)
        if partner is None or application.step is not Step.DRAFT or not partner.confirmations:
            return
        last = partner.confirmations[-1]
        if last.fell_at is None or last.told_at is not None or partner.declined_at is not None:
            return
        last.told_at = at
        changed = changed_since(application, partner, last)
        partnermail.tell_fallen(partner, changed, application.call.activities, at)
