"""The act that passes a case on from a kommune that has ended to those that took it over."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from accounts.models import Organisation, Person, Role
from applications import journal
from applications.contacts.alarms import ENDED
from applications.facts import lead_of
from applications.models import Application, Partner, PartnerRole
from applications.queries import any_application
from applications.searching.keeping import keep_text
from applications.succession.models import Succession, SuccessorShare
from assessments.rights import require_unhindered
from criteria import succeeding
from criteria.succeeding import SuccessionRefusal
from decisions.accountchange.ending import end_with_payee
from decisions.localdecisions.owing import pass_on_owed
from decisions.rights import require_role, require_words
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore
from payments.consequences import hold_unpaid
from payments.models import Instalment
from payments.notes import CaseNote
from payments.plans.facts import facts_of
from payments.plans.kinds import PlanOrigin
from payments.plans.open import add_parts, open_parts, part_of, set_part, unattest
from payments.plans.versions import keep_version, last_number
from payments.reclaims.dividing import divide
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import reclaim
from payments.succession.notices import tell_passed
from payments.succession.queries import one_to_pass


def pass_on(
    application: Application,
    former_id: int,
    percents: Mapping[int, int],
    main_id: int,
    *,
    reason: str,
    by: Person,
    at: datetime,
) -> Succession:
    """Let those that took a kommune over carry its case on: its part, its unpaid money, open claims.

    `percents`: what each is to have of the money, by organisation; `main_id` carries the case on. Nothing is
    booked: what is paid afterwards names who got it. Nothing is paid before each has given an account of its
    own, and attestations fall.

    Raises RuleBrokenError: no case officer, hindered, no reason, the kommune has not ended, the case is over,
    some of the money is in a batch, shares that are not the whole. Raises NotFoundError when it is passed on
    already, or takes no part.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        locked(application)
        require_unhindered(by, application.id)
        words = require_words(reason)
        held = any_application(application.id)
        if held.step in ENDED:
            raise RuleBrokenError(SuccessionRefusal.OVER)
        found = one_to_pass(held.id, former_id, clock.in_oslo(at).date())
        refused = succeeding.problem(percents, main_id, {one.id for one in found.successors})
        if refused is not None:
            raise RuleBrokenError(refused)
        heirs = {one.id: one for one in found.successors if percents.get(one.id)}
        claims = [_held_claim(one.reclaim) for one in found.claims]
        mine = _parts_of(held, former_id) if found.is_paid else []
        amounts = succeeding.divided([one.amount for one in mine], percents, main_id)
        shares = {one: Ore(sum(part.get(one, NOTHING) for part in amounts)) for one in heirs}
        end_with_payee(held, former_id, f"Ført over til {heirs[main_id].name}", by=by, at=at)
        _divide(held, mine, amounts, main_id, leads=found.leads, at=at)
        made = Succession(
            application_id=held.id, former=found.former, main=heirs[main_id], led=found.is_paid,
            ended_on=found.ended_on, unpaid=Ore(sum(shares.values())), reason=words,
            passed_at=at, passed_by=by,
            shares=[
                SuccessorShare(organisation=heirs[one], percent=percents[one], amount=amount)
                for one, amount in sorted(shares.items())
            ],
        )  # fmt: skip
        db.session.add(made)
        _take_part(held, former_id, heirs, main_id, at)
        pass_on_owed(held.id, former_id, heirs, at=at)
        for claim in claims:
            _pass_claim(claim, made, percents, by=by, at=at)
        if mine and last_number(held.id):
            keep_version(held.id, PlanOrigin.PASSED_ON, by=by, at=at, reason=words)
        keep_text([held.id])
        journal.note(
            held, CaseNote.CASE_PASSED_ON.value, by=by, at=at, public=True,
            former=found.former.name, main=heirs[main_id].name, unpaid=made.unpaid,
        )  # fmt: skip
        tell_passed(held, made, at, claimed=bool(claims))
    return made


def _parts_of(held: Application, former: int) -> list[Instalment]:
    """Give what is not paid and was to be paid to the kommune, held. Refuses what is in a batch."""
    hold_unpaid(held.id)
    lead = lead_of(held).organisation_id
    found = [one for one in open_parts(held.id, hold=True) if one.payee(lead) == former]
    unpaid = db.session.scalars(
        select(Instalment).where(
            Instalment.application_id == held.id,
            Instalment.entry_id.is_(None),
            Instalment.amount > 0,
        )
    ).all()
    if sum(one.payee(lead) == former for one in unpaid) != len(found):
        raise RuleBrokenError(SuccessionRefusal.IN_A_BATCH)
    return found


def _divide(
    held: Application,
    mine: list[Instalment],
    amounts: list[dict[int, Ore]],
    main_id: int,
    *,
    leads: bool,
    at: datetime,
) -> None:
    """Let the main one keep each instalment with its share, and give the others instalments of their own."""
    facts = facts_of(held.id)
    for one, among in zip(mine, amounts, strict=True):
        whole = part_of(one)
        unattest(one, held, at)
        set_part(one, replace(whole, amount=among[main_id]), facts, held, at=at)
        if not leads:
            one.organisation_id = main_id
        for payee, amount in among.items():
            if payee != main_id:
                add_parts(held, [replace(whole, amount=amount)], facts, at=at, payee=payee)


def _held_claim(claim: Reclaim) -> Reclaim:
    """Read a claim anew, whole, and hold it: nobody pays, decides or agrees upon it meanwhile."""
    held = locked(db.session.get_one(Reclaim, claim.id))
    db.session.expire(held, ["parts"])
    return reclaim(held.id)


def _pass_claim(
    claim: Reclaim, made: Succession, percents: Mapping[int, int], *, by: Person, at: datetime
) -> None:
    """Let those that took over owe a claim, each its share; what is only noticed is divided once decided."""
    claim.organisation_id = made.main_id
    if len(made.shares) > 1 and claim.decided_at is None:
        claim.succession_id = claim.succession_id or made.id
    divide(claim, percents, made.id, by=by, at=at)


def _take_part(
    held: Application, former: int, heirs: Mapping[int, Organisation], main_id: int, at: datetime
) -> None:
    """Let the main one have the kommune's part of the case, or its lead where it takes part already."""
    there = {one.organisation_id: one for one in held.partners}
    own, main = there[former], there.get(main_id)
    if main is None:
        own.organisation = heirs[main_id]
    elif own.role is PartnerRole.LEAD:
        own.role = PartnerRole.PARTICIPANT
        db.session.flush()  # a case has one lead at any time
        main.role = PartnerRole.LEAD
    held.partners += [
        Partner(
            organisation=one, role=PartnerRole.PARTICIPANT, invited_at=at, confirmations=[], offers=[]
        )
        for number, one in heirs.items()
        if number != main_id and number not in there
    ]
    db.session.flush()
