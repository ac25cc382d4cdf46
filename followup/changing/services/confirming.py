"""Acts of a participant's own people on a change: say yes to their part of it, or open one to get out."""

from dataclasses import replace
from datetime import datetime

from accounts.models import Person, Role
from applications import journal
from applications.models import Application, Partner, PartnerRole
from applications.queries import any_application
from applications.queries.one import partner_of
from followup.changing import notices, queries
from followup.changing.content import read, written
from followup.changing.holding import hold_change, hold_project, new_change
from followup.changing.models import ChangeConfirmation, ChangeRequest
from followup.changing.notes import ChangeNote
from followup.changing.plans import plan_in_force
from followup.changing.project import Changing, changing, granted_now
from followup.changing.refusals import Refusal
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError, StaleError


def confirm_change(
    change: ChangeRequest,
    partner_id: int,
    *,
    authority: str,
    seen: str,
    by: Person,
    at: datetime,
) -> None:
    """Say yes to a participant's part of a change that is sent, bound to its fingerprint.

    `seen` is the fingerprint of what the signatory read. Raises RuleBrokenError: not the participant's
    signatory, nothing to confirm, no authority; StaleError when the part is another now.
    """
    with transaction():
        hold_project(change.application_id)
        held = hold_change(change)
        application = any_application(held.application_id)
        partner = partner_of(application, partner_id)
        _refuse_strangers(partner, by, authority)
        found = changing(held, application)
        if not held.awaits_answer or partner not in found.lacking:
            raise RuleBrokenError(Refusal.NOT_TO_CONFIRM)
        if found.fingerprint_of(partner) != seen:
            raise StaleError
        _confirm(found, partner, authority, by, at)


def leave_project(
    application: Application,
    partner_id: int,
    *,
    reason: str,
    authority: str,
    by: Person,
    at: datetime,
) -> ChangeRequest:
    """Ask to leave a project: opens a change for the lead to finish, or joins the lead's draft.

    The participant's yes is given with it. Raises RuleBrokenError: not the participant's signatory, the
    lead cannot leave, one awaits an answer, no reason or authority; NotFoundError when it has left already.
    """
    with transaction():
        held = hold_project(application.id)
        whole = any_application(held.id)
        partner = partner_of(whole, partner_id)
        _refuse_strangers(partner, by, authority)
        if partner.role is PartnerRole.LEAD:
            raise RuleBrokenError(Refusal.LEAD_CANNOT_LEAVE)
        if not reason.strip():
            raise RuleBrokenError(Refusal.REASON_MISSING)
        if partner.id not in plan_in_force(whole, granted_now(held.id)).participants:
            raise NotFoundError
        there = queries.open_change(held.id)
        if there is not None and there.submitted_at is not None:
            raise RuleBrokenError(Refusal.AWAITS_ANSWER)
        change = hold_change(there or new_change(held, by=by, at=at, opened_by=partner.id))
        _add_leaving(change, partner, reason)
        _confirm(changing(change, whole), partner, authority, by, at)
        journal.note_of_partner(
            whole, ChangeNote.OPENED_BY_PARTNER, partner.organisation, by=by, at=at
        )
        notices.tell_lead(whole, at)
    return change


def _add_leaving(change: ChangeRequest, partner: Partner, reason: str) -> None:
    before = read(change.wanted)
    change.wanted = written(replace(before, leaving=before.leaving | {partner.id}))
    said = f"{partner.organisation.name}: {reason.strip()}"
    change.reason = f"{change.reason}\n\n{said}" if change.reason else said


def _refuse_strangers(partner: Partner, by: Person, authority: str) -> None:
    if partner.organisation_id not in by.organisations_as(Role.SIGNATORY):
        raise RuleBrokenError(Refusal.NOT_PARTNERS_SIGNATORY)
    if not authority.strip():
        raise RuleBrokenError(Refusal.AUTHORITY_MISSING)


def _confirm(found: Changing, partner: Partner, authority: str, by: Person, at: datetime) -> None:
    if found.confirmation_of(partner) is not None:
        return
    request = found.request
    db.session.add(
        ChangeConfirmation(
            change_id=request.id,
            partner_id=partner.id,
            person_id=by.id,
            confirmed_at=at,
            authority=authority.strip(),
            fingerprint=found.fingerprint_of(partner),
            covered=found.part_of(partner),
        )
    )
    journal.note_of_partner(
        found.application, ChangeNote.CONFIRMED, partner.organisation, by=by, at=at
    )
