"""One installation with a case at every step, so that every page has something to show."""

from datetime import date, timedelta

from accounts.models import Person, Role
from accounts.queries import person, person_by_email
from applications.queries import any_application
from applications.rounds.services import extend_deadline
from assessments import services as assessing
from assessments.lists.services import save_view
from assessments.services import declare
from criteria.changes import Change
from criteria.conformity import Mode
from criteria.duties import DutyKind
from criteria.impartiality import View
from criteria.moving import Move, Place
from decisions.models import Decision
from decisions.services import leave_out_reasons
from figures.evidence.extent import Extent
from figures.evidence.scope import Scope
from figures.evidence.services import ask_for_pack
from figures.research.services import ask_for_snapshot
from figures.services import ask_for_inspection
from followup.assistance.services import note_given
from followup.deadlines import services as deadlines
from foundation import clock, outbox
from foundation.money import kroner
from grants import queries as grants
from payments import services as money
from payments.books import services as books
from payments.points.queries import any_point
from payments.queries import EntryFilter, entry_page
from payments.running.kinds import CostKind
from tests.builders import carryover as carrying
from tests.builders import changing, points
from tests.builders import followup as reports
from tests.builders.accountchange import a_colleague
from tests.builders.accountchange import ask as ask_for_account
from tests.builders.accounts import a_person
from tests.builders.assessments import (
    AFTER_THE_DEADLINE,
    Case,
    a_chosen_proposal,
    a_collaboration_of,
    a_proposal,
    an_assessed_case,
    an_officer,
)
from tests.builders.assistance import a_request, a_request_taken_on, some_help
from tests.builders.controls import a_sample, the_control
from tests.builders.correcting import propose_name
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
from tests.builders.evaluations import a_published_one
from tests.builders.experience import a_published_account
from tests.builders.grants import a_call, terms
from tests.builders.grants import a_draft as a_drafted_call
from tests.builders.hearings import a_hearing, finish, say
from tests.builders.localdecisions import decide_at_home
from tests.builders.payments import Grant, accept, an_accepted_grant
from tests.builders.reclaims import a_notice
from tests.builders.registers import claims
from tests.builders.rounds import BECAUSE, a_change, a_published_change
from tests.builders.running import a_cost
from tests.builders.succession import end
from tests.conftest import MOMENT
from tests.journeys.world_appeals import ask_the_office_why, complain
from tests.journeys.world_batches import pay_in_a_batch
from tests.journeys.world_benefits import follow_benefits
from tests.journeys.world_cases import work_on_cases
from tests.journeys.world_drafts import answer_as_partners, write_applications
from tests.journeys.world_openness import open_the_journal
from tests.journeys.worldmap import FRAME, OPEN_UNTIL, World, still_open, who_signed
from tests.scenes import scene


@scene
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
        complain(world, published)
        _ask_for_reasons(world, published, administrator)
        _draft_a_round(world, published, administrator)
        work_on_cases(world, published, a_call(administrator, still_open("apen-2026")))
        write_applications(world, administrator)
        answer_as_partners(world, administrator)
        _change_a_call(world, administrator)
        _leave_a_call_unpublished(world, administrator)
        _hear_drafts(world, administrator)
        view = save_view(
            name="Til vurdering", query="step=eligible", shared=True, by=handler, at=MOMENT
        )
    world.ids["saved_view"] = view.id
    world.ids["ended_kommune"] = _end_a_participant(published.applications[2].id, handler)
    open_the_journal(world, published.drafter)
    evaluated = a_published_one(grants.scheme().measures[0], published.drafter, published.maker)
    world.ids |= {"evaluation": evaluated.id, "proposed_change": evaluated.proposals[0].id}
    inspection = ask_for_inspection(by=published.maker, at=NOW)
    pack = ask_for_pack(Scope(Extent.YEAR, 2026), by=published.maker, at=NOW)
    world.ids["evidence"] = pack.id
    world.ids["edition"] = ask_for_snapshot(by=published.maker, at=NOW).id
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
        controller=grant.attester, lead=who_signed(grant.application),
        reporter=who_signed(application), awarded=who_signed(made.applications[2]),
    )  # fmt: skip
    world.knows(colleague=a_colleague(grant.application))
    world.ids |= {
        "account_change": ask_for_account(grant).id,
        "published_call": made.call.id,
        "kommune": application.partners[0].organisation_id,
        "accepted": grant.application.id,
        "reported": application.id,
        "unanswered": made.applications[2].id,
        "refused": made.applications[3].id,
        "published_decision": grant.decision.id,
        "entry": entry_page(EntryFilter()).rows[0].id,
        "report_draft": reports.a_filled_draft(grant, DutyKind.ANNUAL).id,
        "report_sent": carrying.report_unspent(other, kroner(1_000), at=NOW).id,
    }
    post = made.call.budget_post_id
    move = Move(Place(post, 2026), Place(post, 2027), kroner(1), "Prop. 1 S")
    world.ids["reclaim"] = a_notice(grant).id
    world.ids["correction"] = propose_name(grant.decision, made.drafter).id
    world.ids["running_cost"] = a_cost(
        CostKind.ADMINISTRATION, 2026, kroner(900_000), grant.attester
    ).id
    world.ids["movement"] = books.transfer(move, by=grant.attester, at=NOW).id
    world.ids |= pay_in_a_batch(other)
    _change_projects(world, grant, other)
    asked = carrying.ask(other, kroner(1_000))
    world.ids["carry_over"] = carrying.propose(other, asked, kroner(500)).id
    _ask_for_more_time(world, grant, other)
    decide_at_home(grant)
    _stop_at_points(world, grant)
    follow_benefits(world, grant)
    reports.ask_by_template(made.call.id, made.drafter)


def _stop_at_points(world: World, grant: Grant) -> None:
    """Leave points set, told at, stopped and passed, money waiting for one of them."""
    found = {name: points.a_point(grant).id for name in ("set", "told", "stopped", "passed")}
    world.ids |= {f"point_{name}": number for name, number in found.items()}
    points.let_wait(grant, any_point(found["told"]))
    for name in ("told", "stopped", "passed"):
        points.tell(grant, any_point(found[name]))
    points.decide(grant, any_point(found["stopped"]), points.STOP)
    points.decide(grant, any_point(found["passed"]), points.CONDITIONALLY)


def _end_a_participant(case: int, handler: Person) -> int:
    """Let a kommune that takes part in a case be split in two; nobody has passed its part on."""
    application = any_application(case)
    ended = application.partners[-1].organisation
    end(ended, "5501", "5502")
    declare(application, View.IMPARTIAL, by=handler, at=NOW)
    return ended.id


def _ask_for_more_time(world: World, grant: Grant, other: Grant) -> None:
    """Leave a request to report later unanswered."""
    late = reports.duty_of(other, DutyKind.FINAL)
    asked = deadlines.ask_for_extension(
        late,
        wanted_on=date(2027, 5, 15),
        reason="Revisor er syk.",
        by=who_signed(other.application),
        at=NOW,
    )
    world.ids |= {
        "owed_duty": reports.duty_of(grant).id,
        "formless_duty": reports.duty_of(other, DutyKind.EXPERIENCE).id,
        "experience_duty": reports.duty_of(grant, DutyKind.EXPERIENCE).id,
        "control_sample": (sample := a_sample(grant, size=2)).id,
        "control": the_control(sample, grant.application.id).id,
        "published_experience": a_published_account(grant).id,
        "extension": asked.id,
        "assistance": (helped := a_request_taken_on(grant)).id,
        "assistance_given": note_given(helped, some_help(), by=grant.round.drafter, at=NOW).id,
        "assistance_asked": a_request(grant).id,
    }


def _change_projects(world: World, grant: Grant, other: Grant) -> None:
    """Leave one change as a draft, and another waiting for those concerned and the office."""
    sent = changing.a_sent_change(other, Change(end_on=changing.LATER))
    leaver = changing.participants(other)[0]
    world.knows(project_partner=changing.signs_for(leaver))
    world.ids |= {
        "change_draft": changing.a_change(grant, Change(end_on=changing.LATER)).id,
        "change_sent": sent.id,
        "project_partner_place": leaver.id,
    }


def _sign_a_round(world: World, made: Round, administrator: Person) -> None:
    """Sign a decision whose letters are made but bear another date than today's."""
    signed = _round(made, administrator, "signert-2026", 11)
    assert signed.sign() == ()
    make_documents()
    world.ids |= {"signed_call": signed.call.id, "signed_decision": signed.first().id}


def _ask_for_reasons(world: World, made: Round, administrator: Person) -> None:
    """Publish an award whose letter gives no reasons, and let the lead ask for them."""
    silent = _round(made, administrator, "uten-grunn-2026", 14)
    leave_out_reasons(silent.first(), left_out=True, by=silent.drafter, at=NOW)
    assert silent.sign() == ()
    make_documents()
    silent.publish()
    world.ids["reasons_request"] = ask_the_office_why(silent).id


def _draft_a_round(world: World, made: Round, administrator: Person) -> None:
    """Draft a decision, and find another case of the call ineligible."""
    drafted = _round(made, administrator, "utkast-2026", 12)
    decision: Decision = drafted.first()
    assert decision.proposal_line is not None
    world.ids |= {
        "drafted_call": drafted.call.id,
        "drafted": decision.application_id,
        "drafted_decision": decision.id,
        "chosen_proposal": decision.proposal_line.proposal_id,
        "proposal": a_proposal(drafted.call, drafted.drafter).id,
        "proposed_case": decision.application_id,
        "search": assessing.ask_for_optimum(
            drafted.call, by=drafted.drafter, at=AFTER_THE_DEADLINE
        ).id,
        "ineligible": an_ineligible_case(drafted, 13).id,
    }


def _change_a_call(world: World, administrator: Person) -> None:
    """Publish a change of a call that somebody writes under, move its deadline, and begin on another."""
    together = a_collaboration_of(a_call(administrator, still_open("endret-2026")), 40)
    world.knows(follower=together.signatory)
    world.ids |= {"changed_call": together.call.id, "followed": together.begin().id}
    edition = a_published_change(together.call, administrator)
    later = OPEN_UNTIL + timedelta(days=1)
    extend_deadline(edition, later, reason=BECAUSE, by=administrator, at=NOW)
    world.ids["edition_draft"] = a_change(edition, administrator, "61").id


def _leave_a_call_unpublished(world: World, administrator: Person) -> None:
    call = grants.call(a_drafted_call(administrator, still_open("kladd-2026")).id)
    world.ids |= {
        "draft_call": call.id,
        "rule": call.rules[0].id,
        "a_sporsmal": call.questions[1].id,
        "waiting": next(one.id for one in call.questions if one.code == "PERS-04"),
        "a_kriterier": next(one.id for one in call.criteria if one.scored),
        "person": administrator.id,
    }


def _hear_drafts(world: World, administrator: Person) -> None:
    """Let one draft be open for comment, and another be heard and answered."""
    writer = person_by_email(world.persons["writer"].email)
    assert writer is not None
    speaker = person(writer.id)
    drafts = [
        grants.call(a_drafted_call(administrator, still_open(code)).id)
        for code in ("horing-2026", "hort-2026")
    ]
    going_on = a_hearing(drafts[0], administrator, closes_on=OPEN_UNTIL)
    over = a_hearing(drafts[1], administrator)
    for hearing in (going_on, over):
        say(hearing, speaker, point=hearing.points[0])
        say(hearing, speaker, "Godt utkast.")
    finish(over, administrator)
    world.ids |= {"hearing": going_on.id, "hearing_over": over.id}
    (declared,) = claims(administrator, mode=Mode.SAMPLES)
    world.ids |= {"claim": declared.id, "solution": declared.solution_id}


def _round(made: Round, administrator: Person, code: str, place: int) -> Round:
    call = a_call(administrator, terms(code=code, frame=FRAME))
    case: Case = an_assessed_case(made.team, call, place, 5)
    a_chosen_proposal(call, made.drafter)
    drafted = Round(grants.call(call.id), made.team, made.maker, [case.application])
    draft_all(drafted)
    declare_all(drafted, made.maker)
    return drafted
