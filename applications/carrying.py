"""What of an earlier application can come along to a new one in another call. Changes nothing itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flask_babel import lazy_gettext as _l

from applications.answering import fits
from applications.contents import Basics
from applications.foreknown import is_foreknown
from applications.models import Answer, Application, BudgetLine, Partner, PartnerRole
from criteria.budget import Source
from criteria.deadlines import years_after
from foundation import words
from grants.models import Activity, Call, Question, QuestionKind


class Bring(StrEnum):
    """What an applicant can choose to take along."""

    PARTNERS = "partners"
    ACTIVITIES = "activities"
    ANSWERS = "answers"
    BUDGET = "budget"


words.register(
    {
        Bring.PARTNERS: _l("Deltakerne, som inviteres på nytt og må bekrefte"),
        Bring.ACTIVITIES: _l("Aktivitetene med beskrivelser"),
        Bring.ANSWERS: _l("Svarene på spørsmål som stilles likt"),
        Bring.BUDGET: _l("Budsjettet, flyttet til årene i den nye utlysningen"),
    }
)


@dataclass(frozen=True, slots=True)
class Carried:
    """What comes along. Partners are the earlier ones; activities and questions the new call's.

    `left_*` count what was there and cannot come: a partner of a kind that may not take part or that is
    no more, a question that is asked otherwise, an amount without its year, partner or activity.
    """

    partners: tuple[Partner, ...]
    descriptions: dict[int, str]
    answers: tuple[tuple[Question, Answer], ...]
    lines: tuple[tuple[BudgetLine, int, int], ...]
    """Each line with its new year and its new activity."""
    left_partners: int
    left_answers: int
    left_lines: int

    @property
    def left(self) -> int:
        """Count all that does not come along."""
        return self.left_partners + self.left_answers + self.left_lines


def carry(earlier: Application, call: Call, bring: frozenset[Bring], on: date) -> Carried:
    """Find what comes along to a call. Both must be whole; what is not wished for is not left over."""
    lead = next(one for one in earlier.partners if one.role is PartnerRole.LEAD)
    others = [one for one in earlier.partners if one is not lead] if Bring.PARTNERS in bring else []
    partners = tuple(one for one in others if _may_come(one, call, on))
    activities = _activities(earlier, call) if Bring.ACTIVITIES in bring else {}
    known_anew = {one.id for one in earlier.call.questions if is_foreknown(one)}
    answers = (
        [one for one in earlier.answers if one.question_id not in known_anew]
        if Bring.ANSWERS in bring
        else []
    )
    carried = tuple(_answers(earlier, call, answers))
    lines = list(earlier.budget_lines) if Bring.BUDGET in bring else []
    known = {lead.id, *(one.id for one in partners)}
    moved = tuple(_lines(earlier, call, [one for one in lines if one.partner_id in known], activities))
    chosen = {one.activity_id: one.description for one in earlier.chosen_activities}
    return Carried(
        partners=partners,
        descriptions={
            new.id: chosen[old] for old, new in activities.items() if old in chosen and new.supported
        },
        answers=carried,
        lines=moved,
        left_partners=len(others) - len(partners),
        left_answers=len(answers) - len(carried),
        left_lines=len(lines) - len(moved),
    )


def carried_basics(earlier: Application, call: Call, title: str) -> Basics:
    """Give the first section of the new application: the period moves as the calls' years do."""
    years = call.first_year - earlier.call.first_year
    start, end = earlier.start_on, earlier.end_on
    return Basics(
        title=title,
        collaboration_name=earlier.collaboration_name,
        legal_form=earlier.legal_form,
        start_on=years_after(start, years) if start else None,
        end_on=years_after(end, years) if end else None,
        contact_name=earlier.contact_name,
        contact_email=earlier.contact_email,
        contact_phone=earlier.contact_phone,
    )


def _may_come(partner: Partner, call: Call, on: date) -> bool:
    organisation = partner.organisation
    exists = organisation.valid_to is None or organisation.valid_to >= on
    return exists and organisation.kind in {one.kind for one in call.kinds}


def _activities(earlier: Application, call: Call) -> dict[int, Activity]:
    """Know activities again by their codes; one that gets no support any more is another thing."""
    new = {one.code: one for one in call.activities}
    return {
        one.id: new[one.code]
        for one in earlier.call.activities
        if one.code in new and new[one.code].supported == one.supported
    }


def _answers(
    earlier: Application, call: Call, answers: list[Answer]
) -> Iterator[tuple[Question, Answer]]:
    """Take along what answers the very same wording. Documents belong to the application they came in."""
    old = {one.id: one for one in earlier.call.questions}
    new = {(one.code, one.code_version, one.kind): one for one in call.questions}
    for answer in answers:
        asked = old[answer.question_id]
        question = new.get((asked.code, asked.code_version, asked.kind))
        if question is not None and _still_fits(question, answer):
            yield question, answer


def _still_fits(question: Question, answer: Answer) -> bool:
    if question.kind is QuestionKind.FILE:
        return False
    if answer.irrelevant_because is not None and not question.may_be_irrelevant:
        return False
    return not answer.value or fits(question, answer.value)


def _lines(
    earlier: Application, call: Call, lines: list[BudgetLine], activities: dict[int, Activity]
) -> Iterator[tuple[BudgetLine, int, int]]:
    """Move amounts as many years as the calls are apart; what falls outside the call's years stays."""
    years = call.first_year - earlier.call.first_year
    chosen = {one.activity_id for one in earlier.chosen_activities}
    for line in lines:
        activity = activities.get(line.activity_id)
        year = line.year + years
        if activity is None or not call.first_year <= year <= call.last_year:
            continue
        if activity.supported and line.activity_id not in chosen:
            continue
        if line.source is Source.GRANT and not activity.supported:
            continue
        yield line, year, activity.id
