"""Acts on clerical errors in decisions: propose a correction, withdraw it, sign and send it."""

from collections.abc import Mapping
from datetime import datetime

from accounts import authority
from accounts.models import Person, Role
from applications import journal
from assessments.queries import known_hindrances
from criteria.correcting import (
    ClericalError,
    Corrected,
    CorrectionRefusal,
    CorrectionState,
    lacks_of_correction,
)
from decisions import queries as decisions
from decisions.correcting import queries
from decisions.correcting.content import fingerprint
from decisions.correcting.letters import send_correction
from decisions.correcting.models import DecisionCorrection
from decisions.correcting.reading import as_it_reads, stands
from decisions.correcting.rights import why_not_sign
from decisions.holding import hold_cases
from decisions.models import Decision
from decisions.notes import CaseNote
from decisions.rights import require_role
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.language import BOKMAL, NYNORSK
from foundation.saying import says_something

_NOTHING = Corrected()


class TextRefusedError(RuleBrokenError):
    """What is wrong with the text in one form of Norwegian."""

    def __init__(self, reason: CorrectionRefusal, language: str) -> None:
        """Keep which form it is."""
        super().__init__(reason)
        self.refusal, self.language = reason, language


def propose_correction(
    decision: Decision,
    error: ClericalError,
    texts: Mapping[str, Corrected],
    *,
    why: str,
    by: Person,
    at: datetime,
) -> DecisionCorrection:
    """Propose what shall stand instead of a clerical error in the decision in force.

    `texts`: what stood and what shall stand, by form of Norwegian; each must stand in the letter that was
    sent in that form. Needs the decision's case. Raises RuleBrokenError: not in force, another waits, what is
    called wrong is not in the letter, an amount or the outcome would change, no reason, a partial officer.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        hold_cases([decision.application])
        _refuse_hindered(by, decision.application_id)
        _refuse_replaced(decision)
        earlier = queries.corrections_of([decision.id])
        if any(one.state is CorrectionState.PROPOSED for one in earlier):
            raise RuleBrokenError(CorrectionRefusal.ALREADY_PROPOSED)
        lacking = lacks_of_correction(texts, stands(as_it_reads(decision.id), texts))
        if lacking is not None:
            raise TextRefusedError(lacking[1], lacking[0])
        if not says_something(why):
            raise RuleBrokenError(CorrectionRefusal.REASON_MISSING)
        nb, nn = texts.get(BOKMAL, _NOTHING), texts.get(NYNORSK, _NOTHING)
        made = DecisionCorrection(
            decision_id=decision.id, decision=decision, number=len(earlier) + 1, error=error,
            wrong_nb=nb.wrong, right_nb=nb.right, wrong_nn=nn.wrong, right_nn=nn.right,
            why=why.strip(), proposed_at=at, proposed_by_id=by.id,
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()  # the journal names it by its id
        _note(made, CaseNote.CORRECTION_PROPOSED, by, at, public=False)
    return made


def withdraw_correction(correction: DecisionCorrection, *, by: Person, at: datetime) -> None:
    """Withdraw a correction that is not signed. Needs it as `queries.correction` gives it.

    Raises RuleBrokenError.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        _hold(correction)
        correction.withdrawn_at, correction.withdrawn_by_id = at, by.id
        _note(correction, CaseNote.CORRECTION_WITHDRAWN, by, at, public=False)


def sign_correction(
    correction: DecisionCorrection, *, seen: str, by: Person, at: datetime
) -> None:
    """Sign a correction: the parties are written to at once, and the decision stands as it is.

    `seen` is the fingerprint of what the signer read. Needs it as `queries.correction` gives it. Raises
    RuleBrokenError: proposed by the same person, a hindrance as for the decision itself, an authority that
    does not cover the decision's amount, a decision that another has replaced.
    """
    with transaction():
        require_role(by, Role.DECISION_MAKER)
        _hold(correction)
        decision = correction.decision
        _refuse_replaced(decision)
        if correction.proposed_by_id == by.id:
            raise RuleBrokenError(CorrectionRefusal.PROPOSED_IT)
        authority.hold(by.id)
        unfit = why_not_sign(decision, by, at)
        if unfit is not None:
            raise unfit
        content = fingerprint(correction)
        if content != seen:
            raise RuleBrokenError(CorrectionRefusal.CHANGED_SINCE)
        correction.signed_at, correction.signed_by_id = at, by.id
        correction.content_hash = content
        send_correction(correction, by=by, at=at)
        _note(correction, CaseNote.CORRECTED, by, at, public=True)


def _hold(correction: DecisionCorrection) -> None:
    hold_cases([correction.decision.application])
    if locked(correction).state is not CorrectionState.PROPOSED:
        raise RuleBrokenError(CorrectionRefusal.NOT_WAITING)


def _refuse_replaced(decision: Decision) -> None:
    standing = decisions.decision_in_force(decision.application_id)
    if standing is None or standing.id != decision.id:
        raise RuleBrokenError(CorrectionRefusal.NOT_IN_FORCE)


def _refuse_hindered(person: Person, application_id: int) -> None:
    hindrance = known_hindrances([person.id], [application_id]).get((person.id, application_id))
    if hindrance is not None:
        raise RuleBrokenError(hindrance)


def _note(
    correction: DecisionCorrection, note: CaseNote, by: Person, at: datetime, *, public: bool
) -> None:
    journal.note(
        correction.decision.application, note, by=by, at=at, public=public,
        decision=correction.decision_id, correction=correction.id,
    )  # fmt: skip
