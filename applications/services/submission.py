"""Acts that hand an application in, take it back, and answer what the office asks for."""

from collections.abc import Sequence
from datetime import datetime

from accounts.models import Person, Role
from applications import facts, journal, partnermail
from applications.corrections.content import content_of
from applications.corrections.opening import corrections_of
from applications.documents import OTHER, Upload, new_attachment
from applications.holding import hold, refuse_unless_acts_for, refuse_unless_for_lead
from applications.models import Application, Deficiency
from applications.numbering import next_case_number, number_if_alone
from applications.queries.handing_in import Held, held_to_hand_in, show_again
from applications.queries.one import deficiency_of
from applications.queries.parts import read_again
from applications.record import fingerprint_of
from applications.refusals import Refusal
from applications.searching.keeping import keep_text
from applications.taking_in import let_examine, let_take_in
from criteria import completeness, eligibility
from criteria.completeness import Lack
from criteria.deadlines import is_open
from criteria.eligibility import Rule
from criteria.procedure import Act, acts_from
from criteria.steps import Step
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.wording import format_day
from grants.rules import rules_of


def submit(application_id: int, *, by: Person, at: datetime) -> str:
    """Hand an application in, by its number, and give it the year's next case number.

    What has been handed in already stays as it is: a second click gets the same case. `at` is the
    moment when the request reached the server. Raises RuleBrokenError when the call is closed, the
    person is not the lead's signatory, something is missing, a partner has not confirmed, or a rule
    of the call stands in the way.
    """
    with transaction(refuses_first=True):
        held = held_to_hand_in(application_id, by)
        refuse_unless_acts_for(held.lead, by, Role.SIGNATORY)
        if held.case_number is not None:
            return held.case_number
        number = _hand_in(held, by, at)
        show_again(held.id)
    return number


def withdraw(application: Application, *, reason: str, by: Person, at: datetime) -> None:
    """Take an application back, as long as it is in no proposal.

    A draft can be taken back by anyone who acts for the lead, a case by the lead's signatory with a
    reason. Raises RuleBrokenError.
    """
    with transaction():
        held = hold(application.id)
        if held.step is Step.DRAFT:
            refuse_unless_for_lead(held, by, Role.EDITOR, Role.SIGNATORY)
        else:
            refuse_unless_for_lead(held, by, Role.SIGNATORY)
        if Act.WITHDRAW not in acts_from(held.step):
            raise RuleBrokenError(Refusal.TOO_LATE_TO_WITHDRAW)
        if held.submitted_at is not None and not reason.strip():
            raise RuleBrokenError(Refusal.REASON_MISSING)
        journal.move(held, Act.WITHDRAW, by=by, at=at, reason=reason.strip())
        partnermail.tell_withdrawn(held, at)


def supplement(
    application: Application,
    deficiency: Deficiency,
    *,
    answer: str,
    uploads: Sequence[Upload] = (),
    by: Person,
    at: datetime,
) -> None:
    """Answer what the office has asked for, in words and with documents.

    What was handed in stays; the documents come beside it, bound to what they answer. Raises
    RuleBrokenError when nothing is asked for any more, or the answer is empty.
    """
    with transaction():
        held = hold(application.id)
        refuse_unless_for_lead(held, by, Role.EDITOR, Role.SIGNATORY)
        own = deficiency_of(held, deficiency.id)
        if held.step is not Step.INCOMPLETE or own.answered_at is not None:
            raise RuleBrokenError(Refusal.NOTHING_ASKED_FOR)
        if not answer.strip():
            raise RuleBrokenError(Refusal.ANSWER_MISSING)
        own.answer, own.answered_at, own.answered_by_id = answer.strip(), at, by.id
        for stored, filename in uploads:
            new_attachment(
                held, stored, kind=OTHER, filename=filename, by=by, at=at, deficiency_id=own.id
            )
        for correction in corrections_of(held.id):
            if correction.deficiency_id == own.id:
                correction.after = content_of(held, correction.section)
        journal.move(
            held, Act.SUPPLEMENT, by=by, at=at, deficiency=own.id, attachments=len(uploads)
        )
        db.session.flush()
        keep_text([held.id])
        let_examine(held.id, "supplemented", since=at, at=at)


def _hand_in(held: Held, by: Person, at: datetime) -> str:
    if held.step is not Step.DRAFT:
        raise RuleBrokenError(Refusal.NOT_A_DRAFT)
    if not is_open(held.opens_on, held.closes_on, at):
        raise RuleBrokenError(Refusal.CALL_CLOSED, closed_on=format_day(held.closes_on))
    let_take_in(held.id, at)  # first: the year's counter is held from when a number is drawn
    fingerprint, number = _found_ready(held, at) or (_looked_over(held), next_case_number(at))
    journal.hand_in(
        held.id, held.step, held.version, case_number=number, fingerprint=fingerprint, by=by, at=at
    )
    return number


def _found_ready(held: Held, at: datetime) -> tuple[str, str] | None:
    """Give the fingerprint that the last act on a draft found ready, and the case number it now gets.

    None: it is not as it was found, or what others have handed in since may stand in its way.
    """
    if held.found_ready is None:
        return None
    number = number_if_alone(held.id, held.call_id, held.lead, at=at)
    return None if number is None else (held.found_ready, number)


def _looked_over(held: Held) -> str:
    """Look an application over and give its fingerprint, or refuse it and say why."""
    whole = locked(db.session.get_one(Application, held.id))
    read_again(whole)
    _refuse_incomplete(whole)
    _refuse_ineligible(whole)
    return fingerprint_of(whole)


def _refuse_incomplete(application: Application) -> None:
    """Refuse what is not complete; a partner that has not confirmed is told as just that."""
    missing = completeness.missing(facts.draft_facts(application))
    others = [one for one in missing if one.lack is not Lack.PARTNER_UNCONFIRMED]
    if others:
        raise RuleBrokenError(Refusal.INCOMPLETE, count=len(others))
    if missing:
        names = {str(one.organisation_id): one.organisation.name for one in application.partners}
        raise RuleBrokenError(
            Refusal.PARTNER_UNCONFIRMED, names=", ".join(names[one.subject] for one in missing)
        )


def _refuse_ineligible(application: Application) -> None:
    findings = eligibility.examine(facts.eligibility_facts(application), rules_of(application.call))
    broken = [
        finding.rule
        for finding in eligibility.hindrances(findings)
        if finding.rule is not Rule.WITHIN_DEADLINE
    ]
    if broken:
        raise RuleBrokenError(Refusal.NOT_ELIGIBLE, count=len(broken))
