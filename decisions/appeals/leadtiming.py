"""The leads' time to complain of many decisions at once, for the calendar."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import select

from accounts.models import Membership, Person, Role
from accounts.notices.models import DeadAddress
from applications.contacts.current import contact_email
from applications.facts import lead_of
from applications.models import Application
from criteria.appeal import Deadline, Law, Notice, ReasonsAsked, complaint_deadline
from decisions.appeals.models import ReasonsRequest
from decisions.appeals.timing import BOUNCES_WITHIN, published_moment, published_on
from decisions.models import Decision
from decisions.queries.readiness import living
from foundation.database import db
from foundation.law import ACT_OF_2025
from grants import queries as grants
from grants.law import law_on


def lead_deadlines(decisions: Sequence[Decision]) -> dict[int, Deadline]:
    """Compute the lead's time to complain of many published decisions, by their ids.

    A fixed number of queries for each call. Needs the cases with partners and call, and the letters.
    """
    found: dict[int, Deadline] = {}
    asked = _all_requests([one.id for one in decisions])
    addresses = _lead_addresses(decisions)
    calls = {one.application.call_id for one in decisions}
    regulations = {one: grants.call(one).regulation for one in sorted(calls)}
    dead = _marks({one for several in addresses.values() for one in several})
    for one in decisions:
        published = published_moment(one)
        lead = lead_of(one.application).organisation_id
        alive = [each for each in addresses[one.id] if not _was_dead(dead.get(each), published)]
        opened = [
            each.opened_at
            for each in living(one)
            if each.organisation_id == lead and each.opened_at is not None
        ]
        refs = law_on(regulations[one.application.call_id], published_on(one))
        found[one.id] = complaint_deadline(
            Law.OF_2025 if refs is ACT_OF_2025 else Law.OF_1967,
            Notice(published, published if alive else None, min(opened, default=None)),
            asked[one.id, lead],
        )
    return found


def _lead_addresses(decisions: Sequence[Decision]) -> defaultdict[int, frozenset[str]]:
    """Give the addresses that the notice of each decision goes to at its lead. Two queries."""
    leads = {one.id: lead_of(one.application).organisation_id for one in decisions}
    rows = db.session.execute(
        select(Membership.organisation_id, Person.email)
        .join(Membership.person)
        .where(
            Membership.organisation_id.in_(set(leads.values())),
            Membership.role == Role.SIGNATORY,
            Membership.ended_at.is_(None),
            Person.deactivated_at.is_(None),
        )
    )
    signatories: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for organisation, email in rows:
        signatories[organisation] |= {email.strip().lower()}
    contacts = db.session.execute(
        select(Application.id, contact_email()).where(
            Application.id.in_([one.application_id for one in decisions])
        )
    )
    by_case = dict(contacts.all())
    found: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for one in decisions:
        contact = by_case.get(one.application_id)
        found[one.id] = signatories[leads[one.id]] | ({contact} if contact else frozenset())
    return found


def _marks(addresses: Iterable[str]) -> dict[str, DeadAddress]:
    rows = db.session.scalars(
        select(DeadAddress)
        .where(DeadAddress.email.in_(sorted(addresses)))
        .order_by(DeadAddress.reported_at)
    )
    return {one.email: one for one in rows}


def _was_dead(mark: DeadAddress | None, published: datetime) -> bool:
    return (
        mark is not None
        and mark.reported_at < published + BOUNCES_WITHIN
        and (mark.cleared_at is None or mark.cleared_at > published)
    )


def _all_requests(
    decisions: Collection[int],
) -> defaultdict[tuple[int, int], list[ReasonsAsked]]:
    rows = db.session.scalars(
        select(ReasonsRequest).where(ReasonsRequest.decision_id.in_(decisions))
    )
    found: defaultdict[tuple[int, int], list[ReasonsAsked]] = defaultdict(list)
    for one in rows:
        found[one.decision_id, one.organisation_id].append(
            ReasonsAsked(one.asked_at, one.answered_at)
        )
    return found
