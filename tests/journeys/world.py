"""One installation with a case at every step, so that every page has something to show."""

from dataclasses import dataclass, field
from datetime import timedelta

from accounts.models import Person, Role
from accounts.notices.services import mark_dead
from accounts.queries import person, person_by_email
from applications.messages.services import ask_office
from applications.models import Application
from applications.queries import any_application
from applications.rounds.services import extend_deadline
from assessments.queries import examination_of
from assessments.services import ask_for_more, examine
from assessments.talking.services import answer_applicant, write_note
from criteria.duties import DutyKind
from decisions.models import Decision
from figures.services import ask_for_inspection
from foundation import clock, outbox
from foundation.money import kroner
from grants import queries as grants
from grants.models import Call
from grants.services import CallTerms
from payments import services as money
from payments.queries import EntryFilter, entry_page
from tests.builders import followup as reports
from tests.builders.accounts import a_person
from tests.builders.applications import a_filled_draft, participants
from tests.builders.assessments import (
    Case,
    a_chosen_proposal,
    a_collaboration_of,
    a_proposal,
    a_staffed_case,
    a_submitted_case,
    an_assessed_case,
    an_eligible_case,
    an_officer,
)
from tests.builders.decisions import (
    NOW,
    Round,
    a_decision_maker,
    a_published_round,
    an_ineligible_case,
    declare_all,
    draft_all,
    make_documents,
)
from tests.builders.finding import Neighbours, a_group, a_plan, plan_terms
from tests.builders.grants import a_call, terms
from tests.builders.grants import a_draft as a_drafted_call
from tests.builders.partners import a_fact_sheet, an_interest, an_offer
from tests.builders.payments import Grant, accept, an_accepted_grant
from tests.builders.rounds import BECAUSE, a_change, a_published_change
from tests.conftest import MOMENT
from tests.journeys.people import Somebody

OPEN_UNTIL = NOW.date().replace(month=6)
FRAME = kroner(4_000_000)


@dataclass
class World:
    """Who may be visited as, and the ids that pages are opened with."""

    persons: dict[str, Somebody] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)

    def knows(self, **persons: Person) -> None:
        """Name persons by what they do here."""
        for name, one in persons.items():
            self.persons[name] = Somebody(one.name, one.email)


def furnish() -> World:
    """Make it all: built when the calls are open, visited when the first of them has closed."""
    world = World()
    with clock.frozen(MOMENT):
        published = a_published_round((5, 4, 4, 1))
        administrator = person_by_email("anne.administrator@example.org")
        assert administrator is not None
        handler, first, _second = published.team
        world.knows(
            administrator=administrator, handler=handler, assessor=first, maker=published.maker,
            newcomer=an_officer("Oda Onsrud"), new_maker=a_decision_maker("Dina Direktør"),
            auditor=a_person(Role.AUDITOR, name="Rita Revisor"),
            researcher=a_person(Role.RESEARCHER, name="Frida Forsker"),
            editor=a_person(Role.EDITOR, name="Endre Editor"),
        )  # fmt: skip
        _follow_the_awards(world, published)
        _sign_a_round(world, published, administrator)
        _draft_a_round(world, published, administrator)
        _work_on_cases(world, published, a_call(administrator, _open("apen-2026")))
        _write_applications(world, administrator)
        _change_a_call(world, administrator)
        _leave_a_call_unpublished(world, administrator)
    inspection = ask_for_inspection(by=published.maker, at=NOW)
    outbox.work_until_empty(NOW)
    world.ids["inspection"] = inspection.id
    return world


def _follow_the_awards(world: World, made: Round) -> None:
    """Pay and report on two awards; leave the third unanswered."""
    grant = an_accepted_grant(made)
    money.attest(grant.first(), by=grant.attester, at=NOW)
    money.authorise(grant.first(), by=grant.authoriser, at=NOW)
    application = any_application(made.applications[1].id)
    other = Grant(made, application, accept(application), grant.attester, grant.authoriser)
    world.knows(
        controller=grant.attester, lead=_who_signed(grant.application),
        reporter=_who_signed(application), awarded=_who_signed(made.applications[2]),
    )  # fmt: skip
    world.ids |= {
        "published_call": made.call.id,
        "kommune": application.partners[0].organisation_id,
        "accepted": grant.application.id,
        "reported": application.id,
        "unanswered": made.applications[2].id,
        "refused": made.applications[3].id,
        "published_decision": grant.decision.id,
        "entry": entry_page(EntryFilter()).rows[0].id,
        "report_draft": reports.a_filled_draft(grant, DutyKind.ANNUAL).id,
        "report_sent": reports.a_sent_report(other).id,
    }


def _sign_a_round(world: World, made: Round, administrator: Person) -> None:
    """Sign a decision whose letters are made but bear another date than today's."""
    signed = _round(made, administrator, "signert-2026", 11)
    assert signed.sign() == ()
    make_documents()
    world.ids |= {"signed_call": signed.call.id, "signed_decision": signed.first().id}


def _draft_a_round(world: World, made: Round, administrator: Person) -> None:
    """Draft a decision, and find another case of the call ineligible."""
    drafted = _round(made, administrator, "utkast-2026", 12)
    decision: Decision = drafted.first()
    assert decision.proposal_line is not None
    world.ids |= {
        "drafted_call": drafted.call.id,
        "drafted_decision": decision.id,
        "chosen_proposal": decision.proposal_line.proposal_id,
        "proposal": a_proposal(drafted.call, drafted.drafter).id,
        "ineligible": an_ineligible_case(drafted, 13).id,
    }


def _work_on_cases(world: World, made: Round, call: Call) -> None:
    """Leave a case at each step of the office's work before the proposal."""
    handler = person(made.team[0].id)
    untouched = a_submitted_case(call, 20)
    stopped = a_staffed_case(made.team, call, 21)
    examine(stopped.application, by=handler, at=NOW)
    asked = a_staffed_case(made.team, call, 22)
    deficiency = ask_for_more(
        asked.application, text="Send avtalen.", due_on=OPEN_UNTIL, by=handler, at=NOW
    )
    marked = an_eligible_case(made.team, call, 23)
    examination = examination_of(stopped.application.id)
    assert examination is not None
    world.knows(asked=_who_signed(asked.application))
    ask_office(
        any_application(asked.application.id), body="Hvilken avtale mener dere?",
        by=_who_signed(asked.application), at=NOW,
    )  # fmt: skip
    answer_applicant(
        any_application(asked.application.id), body="Samarbeidsavtalen.", by=person(handler.id), at=NOW
    )
    write_note(any_application(asked.application.id), body="Ring dem om det.", by=person(handler.id), at=NOW)
    mark_dead("gammel@example.org", reason="Kom i retur.", by=handler, at=NOW)
    world.ids |= {
        "open_call": call.id,
        "untouched": untouched.id,
        "controlled": stopped.application.id,
        "finding": examination.findings[0].id,
        "asked": asked.application.id,
        "deficiency": deficiency.id,
        "marked": marked.application.id,
        "attachment": marked.application.attachments[0].id,
    }


def _write_applications(world: World, administrator: Person) -> None:
    """Leave a whole draft that waits for its partners."""
    together = a_collaboration_of(a_call(administrator, _open("skriv-2026")), 30)
    draft = a_filled_draft(together)
    ask_office(draft, body="Kan vi søke for tre år?", by=together.signatory, at=NOW)
    near = Neighbours.of(together)
    plans = [
        a_plan(place, signatory, plan_terms(public_summary="Vi vil kjøpe inn sammen med andre."))
        for place, signatory in zip(near.kommuner, near.people, strict=True)
    ]
    world.ids |= {"plan": plans[0].id, "group": a_group(near, *range(2, len(plans))).id}
    world.ids |= {"writers_kommune": near.kommuner[0].id, "measure": plans[0].measure_id}
    world.knows(writer=together.signatory, partner=together.others_signatories[0])
    proposer = participants(draft)[1]
    an_offer(draft, proposer, together.others_signatories[1])
    a_fact_sheet(together.others[0], together.others_signatories[0])
    an_interest(together.lead, draft.call.measure, together.signatory)
    world.ids |= {"proposer": proposer.id, "partner_place": together.others[0].id}
    world.ids |= {
        "writing_call": draft.call_id,
        "draft": draft.id,
        "participant": participants(draft)[0].id,
    }


def _change_a_call(world: World, administrator: Person) -> None:
    """Publish a change of a call that somebody writes under, move its deadline, and begin on another."""
    together = a_collaboration_of(a_call(administrator, _open("endret-2026")), 40)
    world.knows(follower=together.signatory)
    world.ids |= {"changed_call": together.call.id, "followed": together.begin().id}
    edition = a_published_change(together.call, administrator)
    later = OPEN_UNTIL + timedelta(days=1)
    extend_deadline(edition, later, reason=BECAUSE, by=administrator, at=NOW)
    world.ids["edition_draft"] = a_change(edition, administrator, "61").id


def _leave_a_call_unpublished(world: World, administrator: Person) -> None:
    call = grants.call(a_drafted_call(administrator, _open("kladd-2026")).id)
    world.ids |= {
        "draft_call": call.id,
        "rule": call.rules[0].id,
        "a_sporsmal": call.questions[1].id,
        "waiting": next(one.id for one in call.questions if one.code == "PERS-04"),
        "a_kriterier": next(one.id for one in call.criteria if one.scored),
        "person": administrator.id,
    }


def _round(made: Round, administrator: Person, code: str, place: int) -> Round:
    call = a_call(administrator, terms(code=code, frame=FRAME))
    case: Case = an_assessed_case(made.team, call, place, 5)
    a_chosen_proposal(call, made.drafter)
    drafted = Round(grants.call(call.id), made.team, made.maker, [case.application])
    draft_all(drafted)
    declare_all(drafted, made.maker)
    return drafted


def _open(code: str) -> CallTerms:
    return terms(code=code, closes_on=OPEN_UNTIL, frame=FRAME)


def _who_signed(application: Application) -> Person:
    assert application.submitted_by_id is not None
    return person(application.submitted_by_id)
