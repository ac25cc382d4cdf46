"""What is sent before any decision: the receipt, and the request to mend what is missing."""

from collections import Counter
from collections.abc import Iterable

from accounts.models import Person
from applications import contents, facts
from applications.costshares import cost_shares
from applications.deficiency_letter import Deficiency, DeficiencyLetter
from applications.models import Deficiency as AskedFor
from applications.models import Partner
from applications.receipt import (
    AgreedShare,
    ConfirmedPartner,
    NotRelevant,
    Receipt,
    ReceivedFile,
    YearAsked,
)
from applications.record import handed_in_fingerprint
from criteria.budget import Source
from criteria.completeness import Section
from decisions.filling import frame, sentences
from decisions.filling.award import OWN
from decisions.queries.paperwork import CasePaper
from foundation import clock
from foundation.letterhead import LetterError, Official
from foundation.money import Ore
from grants.law import law_on
from grants.rows import in_order


def receipt_of(paper: CasePaper, language: str, *, notice: str | None = None) -> Receipt:
    """Fill the receipt of a case, as it was handed in. Raises LetterError when a part is missing."""
    application, call = paper.application, paper.call
    if application.submitted_at is None or paper.submitted_by is None:
        raise LetterError("Receipt.submitted_at")
    dated = frame.submitted_on(paper)
    return Receipt(
        head=frame.letterhead(paper, language, dated, notice=notice),
        scheme=call.scheme.name.in_(language),
        call=call.title.in_(language),
        project=application.title,
        submitted_at=application.submitted_at,
        submitted_by=_signatory(paper.submitted_by, language),
        deadline=call.closes_on,
        years=_years(paper),
        partners=tuple(_partner(one, language) for one in application.partners),
        checksum=handed_in_fingerprint(application),
        law=law_on(call.regulation, dated),
        files=_files(paper, language),
        irrelevant=_irrelevant(paper, language),
        cost_key=_cost_key(paper, language),
        shares=_shares(paper),
    )


def deficiency_letter_of(
    paper: CasePaper,
    deficiency: AskedFor,
    language: str,
    *,
    opened: Iterable[Section],
    notice: str | None = None,
) -> DeficiencyLetter:
    """Fill the letter that asks for what is missing, and tells what is `opened` for correction.

    Raises LetterError when a part is missing.
    """
    dated = clock.in_oslo(deficiency.asked_at).date()
    return DeficiencyLetter(
        head=frame.letterhead(paper, language, dated, notice=notice),
        scheme=paper.call.scheme.name.in_(language),
        call=paper.call.title.in_(language),
        project=paper.application.title,
        submitted_on=frame.submitted_on(paper),
        deficiencies=(
            Deficiency(subject=sentences.WHAT_IS_MISSING.in_(language), wanted=deficiency.asked),
        ),
        due_on=deficiency.due_on,
        law=law_on(paper.call.regulation, dated),
        opened=tuple(sentences.SECTIONS[one].in_(language) for one in opened),
    )


def _signatory(person: Person, language: str) -> Official:
    return Official(name=person.name, title=sentences.FOR_THE_LEAD.in_(language))


def _years(paper: CasePaper) -> tuple[YearAsked, ...]:
    asked: Counter[int] = Counter()
    own: Counter[int] = Counter()
    for line in paper.application.budget_lines:
        if line.source is Source.GRANT:
            asked[line.year] += line.amount
        elif line.source in OWN:
            own[line.year] += line.amount
    return tuple(
        YearAsked(year=year, asked=Ore(asked[year]), own_share=Ore(own[year]))
        for year in sorted(asked.keys() | own.keys())
    )


def _cost_key(paper: CasePaper, language: str) -> str:
    key = paper.application.cost_key
    return sentences.COST_KEYS[key].in_(language) if key else ""


def _shares(paper: CasePaper) -> tuple[AgreedShare, ...]:
    found = cost_shares(paper.application)
    return tuple(
        AgreedShare(
            name=one.partner.organisation.name,
            percent=one.percent,
            agreed=one.agreed,
            budgeted=one.budgeted,
        )
        for one in (found.rows if found else ())
    )


def _partner(partner: Partner, language: str) -> ConfirmedPartner:
    last = partner.confirmations[-1] if partner.confirmations else None
    return ConfirmedPartner(
        name=partner.organisation.name,
        role=sentences.ROLES[partner.role].in_(language),
        confirmed_on=clock.in_oslo(last.confirmed_at).date() if last else None,
        organisation_number=partner.organisation.organisation_number,
    )


def _files(paper: CasePaper, language: str) -> tuple[ReceivedFile, ...]:
    """List the documents that were handed in, not those that answered a request later."""
    labels = {one.code: one.label.in_(language) for one in paper.call.required_attachments}
    questions = {one.id: one.label.in_(language) for one in paper.call.questions}
    other = sentences.OTHER_DOCUMENT.in_(language)
    return tuple(
        ReceivedFile(
            name=one.filename,
            kind=questions.get(one.question_id or 0) or labels.get(one.kind, other),
            size=one.size,
            checksum=one.sha256,
        )
        for one in paper.application.attachments
        if one.removed_at is None and one.deficiency_id is None
    )


def _irrelevant(paper: CasePaper, language: str) -> tuple[NotRelevant, ...]:
    """List the questions that were asked and answered with «ikke relevant», in the order of the form."""
    asked = facts.asked_codes(paper.application)
    ids = [one.id for one in paper.call.questions]
    reasons = contents.reasons_of(paper.application, ids)
    return tuple(
        NotRelevant(question=one.label.in_(language), because=reasons[one.id])
        for one in in_order(paper.call.questions)
        if one.id in reasons and one.code in asked
    )
