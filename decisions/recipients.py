"""Who gets a decision's letter, and in which form of Norwegian.

Språklova § 15: a kommune that has chosen a form of Norwegian (språkvedtak) is written to in it, as it
stands on the letter's date. A lead that is neutral is written to in the form that the scheme has chosen for
such. Chosen here: a participant that is neutral, or is no kommune, gets the lead's letter, so that there are
no more documents than the law asks for. An observer gets a copy as the others do; an organisation that
declined to take part gets none.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import LanguageForm, Organisation
from accounts.queries import version_on
from applications.models import Partner, PartnerRole
from foundation.database import db
from foundation.language import BOKMAL, NYNORSK

_CHOSEN = {LanguageForm.BOKMAL: BOKMAL, LanguageForm.NYNORSK: NYNORSK}


class Recipient(NamedTuple):
    """An organisation that gets a letter, and the language it is written to in."""

    organisation: Organisation
    language: str
    by_choice: bool
    """Whether the form was the sender's to choose."""


def recipients_of(partners: Sequence[Partner], on: date, neutral: str) -> list[Recipient]:
    """Give the lead and then the others who take part. Needs organisations with their versions.

    `neutral` is the form for a lead that has chosen none.
    """
    members = [one for one in partners if one.declined_at is None]
    lead = next(one for one in members if one.role is PartnerRole.LEAD)
    leads_language = chosen_language(lead.organisation, on) or neutral
    others = [one for one in members if one is not lead]
    return [_recipient(one.organisation, on, leads_language) for one in (lead, *others)]


def written_to(lead: Organisation, on: date, neutral: str) -> Recipient:
    """Give the lead as the one recipient. Needs its versions."""
    return _recipient(lead, on, neutral)


def chosen_language(organisation: Organisation, on: date) -> str | None:
    """Give the language that a kommune has chosen; None where it has not, or is no kommune."""
    version = version_on(organisation, on)
    form = version.language_form if version else None
    return _CHOSEN.get(form) if form else None


def _recipient(organisation: Organisation, on: date, otherwise: str) -> Recipient:
    chosen = chosen_language(organisation, on)
    return Recipient(organisation, chosen or otherwise, by_choice=chosen is None)


def partners_with_versions(applications: Sequence[int]) -> dict[int, list[Partner]]:
    """Read the partners of several cases with all that the language of their letters hangs on."""
    found: dict[int, list[Partner]] = {one: [] for one in applications}
    for partner in db.session.scalars(
        select(Partner)
        .where(Partner.application_id.in_(applications))
        .options(joinedload(Partner.organisation).selectinload(Organisation.versions))
        .order_by(Partner.id)
    ):
        found[partner.application_id].append(partner)
    return found
