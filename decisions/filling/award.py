"""The tilskuddsbrev: amounts, use, participants, payment, conditions, reports."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from applications.models import BudgetLine
from criteria import instalments as plans
from criteria.budget import Source
from criteria.duties import OF_THE_WHOLE, reports_due
from decisions.deadlines import accept_on
from decisions.filling import frame, reasons, sentences
from decisions.letter import (
    Activity,
    AwardLetter,
    Condition,
    Instalment,
    Instead,
    Participant,
    ReportDuty,
    StartRate,
    YearAmount,
)
from decisions.models import DecisionKind
from decisions.queries.paperwork import DecisionPaper
from foundation.letterhead import Letterhead
from foundation.money import NOTHING, Ore
from foundation.wording import format_day
from grants.law import law_on
from grants.models import Call
from grants.queries import sender
from grants.rules import audit_terms, duty_terms, rates_of

_INSTEAD = {
    DecisionKind.SUPPLEMENT: Instead.MORE_MONEY,
    DecisionKind.REVERSAL: Instead.COMPLAINT,
}
OWN = (Source.OWN_FUNDING, Source.OWN_EFFORT)
"""What the collaboration itself puts in; other public money is nobody's own."""


def letter(paper: DecisionPaper, head: Letterhead, decided_on: date) -> AwardLetter:
    """Fill the letter. Raises LetterError when a part is missing."""
    language, call = head.language, paper.call
    audit = audit_terms(call)
    return AwardLetter(
        head=head,
        subject=frame.subject(paper, language),
        decided_on=decided_on,
        years=_years(paper),
        purpose=call.purpose.in_(language),
        activities=_activities(paper, language),
        exclusions=tuple(one.text.in_(language) for one in call.activities if not one.supported),
        participants=_participants(paper, language),
        criteria=reasons.criteria(paper, language),
        competition=reasons.competition(paper),
        reason=reasons.main_reason(paper, language),
        reductions=reasons.reductions(paper, language),
        rates=_rates(call),
        share=reasons.share_limit(paper),
        payment=sentences.PAYMENT.in_(language),
        instalments=_instalments(paper, language),
        conditions=_conditions(paper, language),
        standard_terms=sender().standard_terms.in_(language),
        accept_by=accept_on(call, head.dated),
        reports=_reports(paper, language),
        audit_from=audit.threshold,
        audit_reached=audit.reached,
        complaint=frame.complaint(call, language),
        law=law_on(call.regulation, decided_on),
        reasons_left_out=paper.decision.reasons_left_out,
        instead=_INSTEAD.get(paper.decision.kind),
    )


def _years(paper: DecisionPaper) -> tuple[YearAmount, ...]:
    asked = _sums((line.year, line) for line in paper.application.budget_lines if _asks(line))
    granted = {one.year: one.amount for one in paper.decision.years}
    return tuple(
        YearAmount(
            year=year,
            asked=Ore(asked.get(year, NOTHING)),
            granted=Ore(granted.get(year, NOTHING)),
        )
        for year in sorted(asked.keys() | granted.keys())
    )


def _rates(call: Call) -> tuple[StartRate, ...]:
    return tuple(
        StartRate(year=year, percent=percent) for year, percent in sorted(rates_of(call).items())
    )


def _activities(paper: DecisionPaper, language: str) -> tuple[Activity, ...]:
    chosen = {one.activity_id for one in paper.application.chosen_activities}
    return tuple(
        Activity(name=one.text.in_(language))
        for one in paper.call.activities
        if one.supported and one.id in chosen
    )


def _participants(paper: DecisionPaper, language: str) -> tuple[Participant, ...]:
    own = _sums(
        (line.partner_id, line) for line in paper.application.budget_lines if line.source in OWN
    )
    return tuple(
        Participant(
            name=partner.organisation.name,
            role=sentences.ROLES[partner.role].in_(language),
            organisation_number=partner.organisation.organisation_number,
            own_share=Ore(own.get(partner.id, NOTHING)),
        )
        for partner in paper.application.partners
        if partner.declined_at is None
    )


def _instalments(paper: DecisionPaper, language: str) -> tuple[Instalment, ...]:
    planned = plans.plan(
        {one.year: one.amount for one in paper.decision.years},
        [one.rule for one in paper.call.plan_steps],
    )
    return tuple(
        Instalment(
            name=sentences.INSTALMENT.in_(language).format(number=one.number, year=one.year),
            amount=one.amount,
            when=sentences.WHEN_DUE[one.trigger]
            .in_(language)
            .format(year=one.year, day=format_day(one.due_on) if one.due_on else ""),
        )
        for one in planned
    )


def _conditions(paper: DecisionPaper, language: str) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            reference=one.code,
            text=f"{one.title.in_(language)}. {one.text.in_(language)}",
            basis=one.source,
        )
        for one in paper.call.conditions
    )


def _reports(paper: DecisionPaper, language: str) -> tuple[ReportDuty, ...]:
    return tuple(
        ReportDuty(
            name=sentences.REPORTS[due.kind].in_(language),
            period=(
                sentences.WHOLE_PERIOD.in_(language)
                if due.kind in OF_THE_WHOLE
                else str(due.year)
            ),
            due_on=due.due_on,
        )
        for due in reports_due(
            (one.year for one in paper.decision.years), duty_terms(paper.call)
        )
    )


def _asks(line: BudgetLine) -> bool:
    return line.source is Source.GRANT


def _sums(lines: Iterable[tuple[int, BudgetLine]]) -> Counter[int]:
    sums: Counter[int] = Counter()
    for key, line in lines:
        sums[key] += line.amount
    return sums
