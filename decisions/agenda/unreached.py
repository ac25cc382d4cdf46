"""The dead man's list: cases in which nothing happens any more unless somebody sees to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from accounts.models import Membership, Role
from accounts.queries import persons_as
from applications.contacts.alarms import OutOfReach, out_of_reach
from applications.models import Application, Partner, PartnerRole
from assessments.models import Declaration
from assessments.queries import known_hindrances
from criteria.impartiality import View
from decisions.grounds import GIVEN_BACK
from decisions.models import Decision, Letter, LetterKind
from decisions.queries.decisions import in_force_among
from decisions.queries.interim import UNANSWERED
from foundation.database import db

SIGNED_FOR = timedelta(days=7)
"""How long a signed decision may wait to be published before it is listed: the office's own choice."""
UNOPENED_FOR = timedelta(days=14)
"""How long a letter may lie unopened before it is listed: the office's own choice."""
MUST_BE_READ = (
    LetterKind.RECLAIM_NOTICE,
    LetterKind.RECLAIM,
    LetterKind.INTEREST,
    LetterKind.FORWARDING,
    LetterKind.COMPLAINT_DECISION,
    LetterKind.CORRECTION,
)
"""The letters about no decision of their own that a party has something to answer, pay or know by."""
A_YEAR = timedelta(days=365)
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Unreached:
    """Decided and not told, told and not read, nobody to tell, nobody to decide."""

    unpublished: Sequence[Decision]
    unopened: Sequence[Letter]
    out_of_reach: Sequence[OutOfReach]
    without_officer: Sequence[Application]
    without_maker: Sequence[Application]

    @property
    def is_empty(self) -> bool:
        """Tell whether all is well."""
        return not (
            self.unpublished
            or self.unopened
            or self.out_of_reach
            or self.without_officer
            or self.without_maker
        )


def unreached(at: datetime) -> Unreached:
    """Gather the list. A fixed number of queries, however many cases there are."""
    doubtful = _doubtful()
    return Unreached(
        unpublished=_unpublished(at),
        unopened=_unopened(at),
        out_of_reach=out_of_reach(),
        without_officer=_without(Role.CASE_OFFICER, doubtful),
        without_maker=_without(Role.DECISION_MAKER, doubtful),
    )


def _unpublished(at: datetime) -> list[Decision]:
    return list(
        db.session.scalars(
            select(Decision)
            .join(Decision.application)
            .where(
                Decision.signed_at < at - SIGNED_FOR,
                Decision.published_at.is_(None),
                Application.step.not_in(GIVEN_BACK),
            )
            .options(joinedload(Decision.application), joinedload(Decision.signed_by))
            .order_by(Decision.signed_at, Decision.id)
            .limit(MOST_SHOWN)
        )
    )


def unopened_letters(at: datetime) -> Select[Letter]:
    """Select the leads' letters that nobody has opened in time, and that something hangs on.

    A decision in force that is not answered, and what a party may answer or must pay. After a year nothing
    hangs on a decision any more: it can no longer be complained of.
    """
    standing = in_force_among().with_only_columns(Decision.id)
    sent_at = func.coalesce(Decision.published_at, Letter.made_at)
    return (
        select(Letter)
        .outerjoin(Letter.decision)
        .join(
            Partner,
            (Partner.application_id == Letter.application_id)
            & (Partner.organisation_id == Letter.organisation_id),
        )
        .where(
            Partner.role == PartnerRole.LEAD,
            Letter.opened_at.is_(None),
            Letter.superseded_at.is_(None),
            sent_at < at - UNOPENED_FOR,
            sent_at > at - A_YEAR,
            or_(
                Decision.id.in_(standing) & ~Decision.acceptance.has(),
                Letter.decision_id.is_(None) & Letter.kind.in_(MUST_BE_READ),
            ),
        )
        .order_by(sent_at, Letter.id)
    )


def _unopened(at: datetime) -> list[Letter]:
    return list(
        db.session.scalars(
            unopened_letters(at)
            .options(
                joinedload(Letter.application),
                joinedload(Letter.organisation),
                joinedload(Letter.decision),
            )
            .limit(MOST_SHOWN)
        )
    )


def _doubtful() -> list[Application]:
    """Find the cases without an answer in which something is known to keep somebody of the office out."""
    stands_out = (
        select(Declaration.id)
        .where(Declaration.application_id == Application.id, Declaration.view != View.IMPARTIAL)
        .exists()
    )
    office = select(Membership.person_id).where(
        Membership.role.in_((Role.CASE_OFFICER, Role.DECISION_MAKER)),
        Membership.ended_at.is_(None),
    )
    belongs = (
        select(Partner.id)
        .join(Membership, Membership.organisation_id == Partner.organisation_id)
        .where(
            Partner.application_id == Application.id,
            Partner.declined_at.is_(None),
            Membership.ended_at.is_(None),
            Membership.person_id.in_(office),
        )
        .exists()
    )
    return list(
        db.session.scalars(
            select(Application)
            .where(Application.step.in_(UNANSWERED), or_(stands_out, belongs))
            .order_by(Application.submitted_at, Application.id)
            .limit(MOST_SHOWN)
        )
    )


def _without(role: Role, doubtful: Sequence[Application]) -> list[Application]:
    """Give those cases that nobody who holds a role may handle."""
    holders = [one.id for one in persons_as(role)]
    hindered = known_hindrances(holders, [one.id for one in doubtful])
    return [
        one for one in doubtful if all((holder, one.id) in hindered for holder in holders)
    ]
