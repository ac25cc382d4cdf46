"""What others do while a controller runs five years: awards, reports, and a reclaim."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from accounts.models import Person
from accounts.queries import person
from applications import services as applying
from applications.models import Application
from applications.queries import any_application, led_by
from applications.services import BudgetCell
from criteria.duties import DutyKind
from followup import services as reporting
from followup.models import Duty, Report
from followup.queries import duty_of
from foundation import clock
from foundation.database import db
from foundation.money import Ore, kroner
from grants import queries as grants
from payments.reclaims import services as reclaiming
from payments.reclaims.queries import debtors_of, reclaim
from payments.reclaims.services import Verdict
from tests.builders import carryover
from tests.builders.accounts import an_administrator
from tests.builders.applications import (
    Collaboration,
    a_filled_draft,
    confirm_all,
    the_basics,
    the_cells,
)
from tests.builders.assessments import a_chosen_proposal, a_collaboration_of, officers
from tests.builders.batches import Desk, number_the_leads
from tests.builders.decisions import (
    AN_ACCOUNT,
    Round,
    a_decision_maker,
    declare_all,
    draft_all,
    make_documents,
)
from tests.builders.followup import again, whole_content
from tests.builders.grants import a_call, terms
from tests.builders.payments import Grant, accept, assess, signatory_of

YEARS = (2026, 2027, 2028)


def awards_of_three_years(controllers: Sequence[Person]) -> Desk:
    """Grant two applications money in three years each, and let their leads accept."""
    team, maker = officers(), a_decision_maker()
    call = a_call(an_administrator(), terms(frame=kroner(9_000_000)))
    cases = [assess(handed_in(a_collaboration_of(call, place)), team) for place in (1, 2)]
    a_chosen_proposal(call, team[0])
    made = Round(grants.call(call.id), team, maker, cases)
    draft_all(made)
    declare_all(made, maker)
    assert made.sign() == ()
    make_documents()
    made.publish()
    one, two = controllers
    desk = Desk(one, two)
    for case in cases:
        application = any_application(case.id)
        desk.grants.append(Grant(made, application, accept(application), one, two))
    number_the_leads(desk)
    return desk


def handed_in(together: Collaboration) -> Application:
    """Hand in an application that asks for money in three years."""
    draft = a_filled_draft(together)
    basics = replace(the_basics(), end_on=date(YEARS[-1], 12, 31))
    applying.change_basics(draft, basics, by=together.signatory, at=clock.now())
    cells = [
        BudgetCell(year, cell.partner_id, cell.activity_id, cell.source, Ore(cell.amount // part))
        for cell in the_cells(draft, draft.chosen_activities[0].activity_id)
        for part, year in enumerate(YEARS, start=1)
    ]
    applying.set_budget(draft, cells, by=together.signatory, at=clock.now())
    confirm_all(together, led_by(together.signatory, draft.id))
    applying.submit(draft.id, by=together.signatory, at=clock.now())
    return any_application(draft.id)


def report_and_approve(grant: Grant, year: int, unspent: Ore) -> None:
    """Send the report of a year, some of the money unspent, and let the officer approve it."""
    approve(grant, carryover.report_unspent(grant, unspent, year, clock.now()))


def approve(grant: Grant, report: Report) -> None:
    """Let the officer approve a report that is sent."""
    by = person(grant.round.drafter.id)
    reporting.review_report(report, approved=True, text="", by=by, at=clock.now())


def finish(grant: Grant) -> None:
    """Send the final report, and let the officer approve it: the case is done."""
    signatory = signatory_of(grant.application)
    number = db.session.scalars(
        select(Duty.id).where(
            Duty.application_id == grant.application.id, Duty.kind == DutyKind.FINAL
        )
    ).one()
    begun = reporting.begin_report(duty_of(signatory, number), by=signatory, at=clock.now())
    report = again(signatory, begun)
    content = replace(whole_content(grant, report), deviations="Noe ble ikke brukt.")
    reporting.save_report(report, content, by=signatory, at=clock.now())
    sent = again(signatory, report)
    reporting.submit_report(sent, by=signatory, at=clock.now())
    approve(grant, again(signatory, sent))


def notice(grant: Grant, amount: Ore, comment_by: date) -> int:
    """Let the officer give notice that money may be asked back; give the reclaim's id."""
    application = any_application(grant.application.id)
    (debtor,) = debtors_of(application, clock.today())
    return reclaiming.give_notice(
        application, debtor, amount, cause="Vilkåret om medfinansiering er brutt.",
        comment_by=comment_by, by=person(grant.round.drafter.id), at=clock.now(),
    ).id  # fmt: skip


def claim(grant: Grant, number: int, amount: Ore, pay_by: date) -> None:
    """Let the decision maker decide that it is asked back."""
    verdict = Verdict(amount, "Vilkåret er brutt.", pay_by, AN_ACCOUNT)
    reclaiming.decide(reclaim(number), verdict, by=person(grant.round.maker.id), at=clock.now())
