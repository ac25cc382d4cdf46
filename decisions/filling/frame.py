"""The frame that all letters of a case share: from whom, to whom, about what."""

from datetime import date

from accounts.models import Person
from applications.facts import lead_of
from applications.succession.queries import former_of
from decisions.filling.sentences import CASE_OFFICER, FORMERLY, REGULATION_PREFIX
from decisions.letter import Complaint, Subject
from decisions.queries.paperwork import CasePaper
from foundation import clock
from foundation.letterhead import Addressee, Letterhead, Official
from grants.letterhead import office_of
from grants.models import Call
from grants.queries import sender


def letterhead(
    paper: CasePaper,
    language: str,
    dated: date,
    *,
    case_officer: Person | None = None,
    responsible: Official | None = None,
    copies: tuple[str, ...] = (),
    notice: str | None = None,
) -> Letterhead:
    """Give a letter's head. The lead is written to."""
    office = office_of(sender(), paper.call.scheme.contact, language)
    lead = lead_of(paper.application).organisation
    former = former_of(paper.application.id, lead.id)
    officer = paper.handler or case_officer
    return Letterhead(
        language=language,
        office=office,
        addressee=Addressee(
            name=f"{lead.name} ({FORMERLY.in_(language)} {former})" if former else lead.name,
            organisation_number=lead.organisation_number,
            attention=paper.application.contact_name.strip() or None,
        ),
        case_number=paper.application.case_number or "",
        dated=dated,
        case_officer=Official(name=officer.name, title=CASE_OFFICER.in_(language))
        if officer
        else None,
        responsible=responsible,
        copies=copies,
        notice=notice,
    )


def others(paper: CasePaper) -> tuple[str, ...]:
    """Name the participants who get a copy."""
    lead = lead_of(paper.application)
    return tuple(
        partner.organisation.name
        for partner in paper.application.partners
        if partner is not lead and partner.declined_at is None
    )


def subject(paper: CasePaper, language: str) -> Subject:
    """Give what the decision is about."""
    call, application = paper.call, paper.application
    regulation = call.regulation
    return Subject(
        scheme=call.scheme.name.in_(language),
        call=call.title.in_(language),
        project=application.title,
        applicant=lead_of(application).organisation.name,
        submitted_on=submitted_on(paper),
        first_year=(application.start_on or call.closes_on).year,
        last_year=(application.end_on or call.closes_on).year,
        budget_line=budget_line(call),
        regulation=regulation.title.in_(language).removeprefix(REGULATION_PREFIX.in_(language)),
        regulation_from=regulation.valid_from,
    )


def submitted_on(paper: CasePaper) -> date:
    """Give the date in Oslo on which the application came."""
    at = paper.application.submitted_at
    return clock.in_oslo(at).date() if at else paper.call.closes_on


def budget_line(call: Call) -> str:
    """Write the line of the state budget that pays: `kap. 701 post 60`."""
    return f"kap. {call.budget_post.chapter} post {call.budget_post.post}"


def complaint(call: Call, language: str) -> Complaint:
    """Give the right to complain, as the call's setting has it."""
    if call.appeal_allowed:
        return Complaint(allowed=True, body=sender().complaint_body.in_(language))
    return Complaint(allowed=False, explanation=call.appeal_text.in_(language))
