"""The facts that a party's time to complain is counted from, read for all of a case's parties at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import select

from accounts.models import Membership, Person, Role
from accounts.notices.models import DeadAddress
from applications.contacts.current import contact_of
from applications.facts import lead_of
from criteria.appeal import Deadline, Law, Notice, ReasonsAsked, complaint_deadline
from decisions.appeals.models import ReasonsRequest
from decisions.models import Decision
from decisions.queries.readiness import living
from foundation import clock
from foundation.database import db
from foundation.law import ACT_OF_2025, References
from grants import queries as grants
from grants.law import law_on

BOUNCES_WITHIN = timedelta(days=14)
"""An address that is found dead so soon after a notice did not get it."""


def published_moment(decision: Decision) -> datetime:
    """Give when a published decision was laid out for its parties."""
    if decision.published_at is None:
        raise ValueError(f"decision {decision.id} is not published")
    return decision.published_at


def published_on(decision: Decision) -> date:
    """Give the date in Oslo of a decision's publication."""
    return clock.in_oslo(published_moment(decision)).date()


def references_of(decision: Decision) -> References:
    """Give the paragraphs that a published decision is complained of by. Needs its case."""
    return law_on(grants.call(decision.application.call_id).regulation, published_on(decision))


def deadline_of(decision: Decision, organisation_id: int) -> Deadline:
    """Compute a party's time to complain of a published decision. Needs its case and its letters."""
    return deadlines_of(decision, [organisation_id])[organisation_id]


def deadlines_of(decision: Decision, organisations: Collection[int]) -> dict[int, Deadline]:
    """Compute the time to complain for each of some parties. Needs the case and the letters."""
    law = Law.OF_2025 if references_of(decision) is ACT_OF_2025 else Law.OF_1967
    asked = _requests(decision.id, organisations)
    notices = _notices(decision, organisations)
    return {one: complaint_deadline(law, notices[one], asked[one]) for one in organisations}


def _notices(decision: Decision, organisations: Collection[int]) -> dict[int, Notice]:
    """Tell how each party was told: warned with the publication, unless every address was dead."""
    published = published_moment(decision)
    addresses = _addresses(decision, organisations, published)
    dead = _dead({one for several in addresses.values() for one in several}, published)
    opened: dict[int, datetime] = {}
    for letter in living(decision):
        if letter.opened_at is not None:
            opened[letter.organisation_id] = letter.opened_at
    return {
        one: Notice(
            available_at=published,
            warned_at=published if addresses[one] - dead else None,
            opened_at=opened.get(one),
        )
        for one in organisations
    }


def _addresses(
    decision: Decision, organisations: Collection[int], published: datetime
) -> defaultdict[int, frozenset[str]]:
    """Give the addresses that the notice of a decision goes to, as `decisions.notices` sends them."""
    rows = db.session.execute(
        select(Membership.organisation_id, Person.email)
        .join(Membership.person)
        .where(
            Membership.organisation_id.in_(organisations),
            Membership.role == Role.SIGNATORY,
            Membership.ended_at.is_(None) | (Membership.ended_at > published),
            Person.deactivated_at.is_(None) | (Person.deactivated_at > published),
        )
    )
    found: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for organisation, email in rows:
        found[organisation] |= {email.strip().lower()}
    contact = contact_of(decision.application).email.strip().lower()
    if contact:
        found[lead_of(decision.application).organisation_id] |= {contact}
    return found


def _dead(addresses: Iterable[str], published: datetime) -> frozenset[str]:
    return frozenset(
        db.session.scalars(
            select(DeadAddress.email).where(
                DeadAddress.email.in_(sorted(addresses)),
                DeadAddress.reported_at < published + BOUNCES_WITHIN,
                DeadAddress.cleared_at.is_(None) | (DeadAddress.cleared_at > published),
            )
        )
    )


def _requests(
    decision_id: int, organisations: Collection[int]
) -> defaultdict[int, list[ReasonsAsked]]:
    rows = db.session.scalars(
        select(ReasonsRequest).where(
            ReasonsRequest.decision_id == decision_id,
            ReasonsRequest.organisation_id.in_(organisations),
        )
    )
    found: defaultdict[int, list[ReasonsAsked]] = defaultdict(list)
    for one in rows:
        found[one.organisation_id].append(ReasonsAsked(one.asked_at, one.answered_at))
    return found
