"""Who may complain, and what may be complained of.

A party is whoever the decision is directed at or directly concerns (fvl. 1967 §§ 2 and 28; 2025 §§ 7 and
62): the lead, which it is addressed to, and every participant with a part of its own in the project.
An observer has no part, and who declined to take part is no longer one. Whether decisions of a call can be
complained of at all is the call's own setting. What the appeal body decides is final (1967 § 28).
"""

from collections.abc import Sequence

from sqlalchemy import select

from accounts.models import Person, Role
from applications.models import Application, Partner, PartnerRole
from criteria.appeal import Result
from decisions.appeals.models import ComplaintForwarding
from decisions.appeals.refusals import Refusal
from decisions.models import Decision
from foundation.database import db
from foundation.errors import RuleBrokenError


def parties_of(application: Application) -> list[Partner]:
    """Give who may complain in a case, the lead first. Needs the partners."""
    members = [
        one
        for one in application.partners
        if one.role is not PartnerRole.OBSERVER and one.declined_at is None
    ]
    return sorted(members, key=lambda one: (one.role is not PartnerRole.LEAD, one.id))


def acts_for(person: Person, application: Application, *roles: Role) -> list[Partner]:
    """Give the parties of a case that a person acts for in one of the roles, the lead first."""
    own = person.organisations_as(*roles)
    return [one for one in parties_of(application) if one.organisation_id in own]


def refuse_strangers(person: Person, application: Application, organisation_id: int) -> None:
    """Refuse who acts for no party of that name. Needs the partners and the memberships."""
    own = acts_for(person, application, Role.EDITOR, Role.SIGNATORY)
    if organisation_id not in {one.organisation_id for one in own}:
        raise RuleBrokenError(Refusal.NOT_A_PARTY)


def refuse_unsigned(person: Person, application: Application, organisation_id: int) -> None:
    """Refuse who cannot bind the party. Needs the partners and the memberships."""
    own = acts_for(person, application, Role.SIGNATORY)
    if organisation_id not in {one.organisation_id for one in own}:
        raise RuleBrokenError(Refusal.NOT_SIGNATORY)


def why_not_appealable(decision: Decision, versions: Sequence[int]) -> Refusal | None:
    """Tell why a decision cannot be complained of, or None. Needs its case with the call.

    `versions`: the ids of the decision and of the drafts that became it.
    """
    if not decision.application.call.appeal_allowed:
        return Refusal.NOT_ALLOWED_HERE
    made_above = db.session.scalars(
        select(ComplaintForwarding.complaint_id).where(
            ComplaintForwarding.decision_id.in_(versions),
            ComplaintForwarding.result == Result.REVERSED,
        )
    ).first()
    return Refusal.MADE_BY_APPEAL_BODY if made_above is not None else None
