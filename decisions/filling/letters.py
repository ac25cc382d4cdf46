"""The letters of decisions: award, refusal, rejection."""

from datetime import date

from decisions.filling import award, frame, reasons, sentences
from decisions.grounds import AWARDS
from decisions.letter import DecisionLetter, RefusalLetter, RejectionLetter
from decisions.models import Outcome
from decisions.queries.paperwork import DecisionPaper
from foundation import clock
from foundation.letterhead import Letterhead, Official
from grants.law import law_on


def letter_of(
    paper: DecisionPaper, language: str, dated: date, *, notice: str | None = None
) -> DecisionLetter:
    """Fill the letter of a decision, in one form of Norwegian. Raises LetterError when a part is missing.

    The letter is the same for all who get it: it speaks to the lead and names the copies. An unsigned
    decision gives a draft, decided on the letter's date.
    """
    head = _head(paper, language, dated, notice)
    if paper.decision.outcome in AWARDS:
        return award.letter(paper, head, decided_on(paper, dated))
    if paper.decision.outcome is Outcome.REFUSAL:
        return _refusal(paper, head)
    return _rejection(paper, head)


def decided_on(paper: DecisionPaper, otherwise: date) -> date:
    """Give the date in Oslo on which the decision was signed."""
    at = paper.decision.signed_at
    return clock.in_oslo(at).date() if at else otherwise


def _head(paper: DecisionPaper, language: str, dated: date, notice: str | None) -> Letterhead:
    signer = paper.decision.signed_by
    title = sentences.DECISION_MAKER.in_(language)
    return frame.letterhead(
        paper,
        language,
        dated,
        case_officer=paper.decision.drafted_by,
        responsible=Official(name=signer.name, title=title) if signer else None,
        copies=frame.others(paper),
        notice=notice,
    )


def _refusal(paper: DecisionPaper, head: Letterhead) -> RefusalLetter:
    language, decided = head.language, decided_on(paper, head.dated)
    return RefusalLetter(
        head=head,
        subject=frame.subject(paper, language),
        decided_on=decided,
        asked=paper.application.asked,
        criteria=reasons.criteria(paper, language),
        competition=reasons.competition(paper),
        reason=reasons.main_reason(paper, language),
        complaint=frame.complaint(paper.call, language),
        law=law_on(paper.call.regulation, decided),
    )


def _rejection(paper: DecisionPaper, head: Letterhead) -> RejectionLetter:
    language, decided = head.language, decided_on(paper, head.dated)
    deficiencies = paper.application.deficiencies
    last = deficiencies[-1] if deficiencies else None
    return RejectionLetter(
        head=head,
        subject=frame.subject(paper, language),
        decided_on=decided,
        asked=paper.application.asked,
        deadline=paper.call.closes_on,
        faults=reasons.faults(paper, language),
        complaint=frame.complaint(paper.call, language),
        law=law_on(paper.call.regulation, decided),
        asked_to_mend_on=clock.in_oslo(last.asked_at).date() if last else None,
        mend_by=last.due_on if last else None,
    )
