"""Deciding the world's cases and what follows, with something hidden in every reason."""

from dataclasses import replace
from datetime import timedelta

from applications.documents import Upload
from applications.models import Application
from applications.queries import any_application
from assessments import queries as assessed
from assessments import services as assessing
from criteria.changes import Change
from criteria.duties import DutyKind
from criteria.stagegates import Outlook, PointKind, PointOutcome, PointPlan, Told
from decisions import queries, services
from decisions.accountchange import services as accounts
from decisions.appeals import queries as appeals
from decisions.appeals import services as appealing
from decisions.appeals.content import ComplaintContent
from decisions.localdecisions import services as at_home
from decisions.localdecisions.owing import owe
from decisions.models import Decision
from followup.assistance import services as assistance
from followup.assistance.models import AssistanceKind
from followup.assistance.services import Given, Need
from followup.changing.services import submit_change
from followup.deadlines.services import ask_for_extension
from foundation import clock
from foundation.database import transaction
from foundation.money import Ore, format_kroner, kroner
from grants import queries as grants
from payments import services as money
from payments.points import services as points
from payments.points.queries import any_point
from payments.points.services import Verdict
from tests.builders import followup as reports
from tests.builders.accountchange import ANOTHER_ACCOUNT
from tests.builders.applications import A_PDF, a_stored_pdf
from tests.builders.changing import LATER, a_change
from tests.builders.correcting import propose_name
from tests.builders.decisions import AN_ACCOUNT, Round, make_documents
from tests.builders.localdecisions import decided
from tests.builders.payments import Grant
from tests.visibility.applying import PUBLISHED
from tests.visibility.assessing import assess, control, examine, propose
from tests.visibility.viewers import ADMITTED, LEAD, OFFICE, PARTNERS, Viewer
from tests.visibility.world import World

TOLD = OFFICE | LEAD | PARTNERS
"""Who reads a decision when it has been published."""
CHANGE = "a change of the project"
ACCOUNT = "a change of the account"
TOLD_AT = "a stage gate that is told at"
NOWHERE = "nowhere"
NOT_THERE = 999_999
"""The number of what the world has none of: batches, reclaims, packs of evidence. Only guards are asked."""
SPARSE = "awarded"
"""The place whose letter gives no reasons: a party has asked for them, and waits."""


def draft(world: World, case: Application, place: str, seen_by: frozenset[Viewer]) -> None:
    """Draft the decision of the chosen proposal, with a reason."""
    at, handler = clock.now(), world.who(Viewer.HANDLER)
    proposal = assessed.chosen_proposal(case.call_id)
    assert proposal is not None
    services.draft_decisions(proposal, by=handler, at=at)
    give_reason(world, place, seen_by)


def give_reason(world: World, place: str, seen_by: frozenset[Viewer]) -> None:
    """Say more of why in the one decision of a call, and hide what it gives."""
    words = world.secrets.plant("decision", place, seen_by)
    made = services.write_reason(
        _decision(world, place), reason=words, by=world.who(Viewer.HANDLER), at=clock.now()
    )
    world.places[place]["decision_id"] = made.id
    if made.amount and place not in PUBLISHED:
        world.secrets.note("amount", place, format_kroner(Ore(made.amount)), seen_by)


def decide(world: World, case: Application, place: str, seen_by: frozenset[Viewer]) -> None:
    """Bring a case from the control to a signed decision."""
    control(world, case, place)
    assess(world, case, place, seen_by)
    propose(world, place, choose=True)
    draft(world, case, place, seen_by)
    if place == SPARSE:
        made = services.leave_out_reasons(
            _decision(world, place), left_out=True, by=world.who(Viewer.HANDLER), at=clock.now()
        )
        world.places[place]["decision_id"] = made.id
    sign(world, place)


def reject(world: World, case: Application, place: str, seen_by: frozenset[Viewer]) -> None:
    """Find a case ineligible, and draft its rejection."""
    at, handler, hide = clock.now(), world.who(Viewer.HANDLER), world.secrets.plant
    examine(world, case, place)
    assessing.find_ineligible(
        any_application(case.id), reason=hide("why ineligible", place, ADMITTED), by=handler, at=at
    )
    rejection = hide("rejection", place, seen_by)
    made = services.draft_rejection(any_application(case.id), reason=rejection, by=handler, at=at)
    world.places[place]["decision_id"] = made.id


def sign(world: World, place: str) -> None:
    """Let the decision maker sign, and the letters be made."""
    by = world.who(Viewer.MAKER)
    decisions = queries.round_now(world.calls[place].id)
    assert services.sign_round(world.calls[place], decisions, by=by, at=clock.now()) == ()
    make_documents()
    case = world.places[place]["application_id"]
    letters = queries.letters_in_case(int(case))
    lead = world.kommuner.lead.id
    world.places[place]["letter_id"] = next(
        one.id for one in letters if one.decision_id and one.organisation_id == lead
    )


def publish(world: World, place: str) -> None:
    """Let the decision maker publish."""
    call = grants.call(world.calls[place].id)
    services.publish_round(call, by=world.who(Viewer.MAKER), at=clock.now())


def follow_up(world: World, case: Application, place: str) -> None:
    """Accept an award, pay its first instalment, and send one report of two."""
    at, signatory = clock.now(), world.who(Viewer.LEAD_SIGNATORY)
    decision = queries.published_decision(signatory, case.id)
    services.answer_award(decision, accepted=True, account_number=AN_ACCOUNT, by=signatory, at=at)
    controller = world.who(Viewer.CONTROLLER)
    handler, maker = world.who(Viewer.HANDLER), world.who(Viewer.MAKER)
    made = Round(world.calls[place], [handler], maker, [case])
    grant = Grant(made, case, decision, controller, controller)
    money.attest(grant.first(), by=controller, at=at)
    sent = reports.a_sent_report(grant)
    world.places[place] |= {
        "instalment_id": grant.first().id,
        "report_id": sent.id,
        "duty_id": reports.duty_of(grant, DutyKind.ANNUAL).id,
    }
    world.places[place]["file_id"] = reports.an_answering_file(
        sent, world.calls[place].id, handler
    ).id
    _ask_for_a_change(world, grant, place)
    _ask_for_a_later_day(world, grant, place)
    _ask_for_another_account(world, case, place)
    _ask_for_help(world, case, place)
    _decide_at_home(world, case, place)
    _stop_at_a_point(world, case, place)
    world.places[place]["correction_id"] = propose_name(decision, handler).id


def _ask_for_a_change(world: World, grant: Grant, place: str) -> None:
    """Let the lead ask for more time, before all have said yes."""
    why = world.secrets.plant("why a change", place, LEAD | PARTNERS | ADMITTED)
    asked = a_change(grant, Change(end_on=LATER), reason=why)
    submit_change(asked, by=world.who(Viewer.LEAD_SIGNATORY), at=clock.now())
    there = world.places[place]
    world.places[CHANGE] = {
        "change_id": asked.id,
        "application_id": there["application_id"],
        "partner_id": there["partner_id"],
    }


def _ask_for_a_later_day(world: World, grant: Grant, place: str) -> None:
    """Let the lead ask to report later."""
    duty = reports.duty_of(grant, DutyKind.FINAL)
    asked = ask_for_extension(
        duty, wanted_on=duty.due_on + timedelta(days=10),
        reason=world.secrets.plant("why a later day", place, LEAD | ADMITTED),
        by=world.who(Viewer.LEAD_SIGNATORY), at=clock.now(),
    )  # fmt: skip
    world.places["a report that will be late"] = {"duty_id": duty.id, "extension_id": asked.id}


def _ask_for_help(world: World, case: Application, place: str) -> None:
    """Let the lead ask for help with standards, and get some."""
    seen_by, handler = LEAD | PARTNERS | ADMITTED, world.who(Viewer.HANDLER)
    words = world.secrets.plant("need", place, seen_by)
    need = Need(world.kommuner.lead.id, AssistanceKind.COMPETENCE, words)
    made = assistance.ask_for_assistance(
        any_application(case.id), need, by=world.who(Viewer.LEAD_SIGNATORY), at=clock.now()
    )
    words = world.secrets.plant("help promised", place, seen_by)
    assistance.answer_assistance(made, take_on=True, words=words, by=handler, at=clock.now())
    done = world.secrets.plant("help given", place, seen_by)
    given = assistance.note_given(
        made, Given(clock.today(), "Faggruppe", 3, done), by=handler, at=clock.now()
    )
    world.places[place] |= {"assistance_id": made.id, "given_id": given.id}


def _stop_at_a_point(world: World, case: Application, place: str) -> None:
    """Set two points; let the lead tell at the first, be stopped there, and tell anew."""
    seen_by, handler = LEAD | PARTNERS | ADMITTED, world.who(Viewer.HANDLER)
    said = {
        name: world.secrets.plant(name, place, seen_by)
        for name in ("what to show", "delivered", "outlook", "why stopped")
    }
    wanted = PointPlan(PointKind.PHASE, "Innføring", said["what to show"], clock.today())
    made, untold = (
        points.set_point(any_application(case.id), one, by=handler, at=clock.now())
        for one in (wanted, replace(wanted, name="Drift"))
    )
    told = Told(said["delivered"], kroner(1), kroner(2), Outlook.LESS, said["outlook"])
    stop = Verdict(PointOutcome.STOP, said["why stopped"])
    lead = world.who(Viewer.LEAD_SIGNATORY)
    points.tell_at_point(any_point(made.id), told, by=lead, at=clock.now())
    points.decide_at_point(any_point(made.id), stop, seen=1, by=handler, at=clock.now())
    points.tell_at_point(any_point(made.id), told, by=lead, at=clock.now())
    world.places[place] |= {"point_id": untold.id}
    world.places[TOLD_AT] = {"point_id": made.id}


def _decide_at_home(world: World, case: Application, place: str) -> None:
    """Let the kommuner owe decisions of their own, and the lead register its."""
    lead, by = world.kommuner.lead, world.who(Viewer.LEAD_SIGNATORY)
    with transaction():
        owe(case.id, [one.organisation_id for one in case.partners], at=clock.now())
    words = world.secrets.plant("own decision", place, LEAD | PARTNERS | ADMITTED)
    made = at_home.register_local_decision(
        any_application(case.id), lead.id, decided(words),
        Upload(a_stored_pdf(A_PDF + words.encode()), "vedtak.pdf"), by=by, at=clock.now(),
    )  # fmt: skip
    world.places[place]["local_decision_id"] = made.id


def _ask_for_another_account(world: World, case: Application, place: str) -> None:
    """Let the lead ask to be paid elsewhere; nobody has confirmed it."""
    by = world.who(Viewer.LEAD_SIGNATORY)
    asked = accounts.ask(any_application(case.id), ANOTHER_ACCOUNT, by=by, at=clock.now())
    world.secrets.note("another account", place, ANOTHER_ACCOUNT, LEAD | ADMITTED)
    world.places[ACCOUNT] = {"change_id": asked.id, "application_id": case.id, "kind": "receipt"}
    world.places[NOWHERE] = {
        "application_id": case.id, "batch_id": NOT_THERE, "pack_id": NOT_THERE, "log_id": NOT_THERE,
        "reclaim_id": NOT_THERE, "carry_over_id": NOT_THERE, "former_id": NOT_THERE,
        "duty_id": NOT_THERE, "experience_id": NOT_THERE, "document_id": NOT_THERE,
        "number": NOT_THERE, "file_name": "applications.csv",
        "sample_id": NOT_THERE, "control_id": NOT_THERE,
    }  # fmt: skip


def complain(world: World, case: Application, place: str) -> None:
    """Let the lead complain of what was decided, with a document."""
    at, hide = clock.now(), world.secrets.plant
    both = LEAD | ADMITTED
    by = world.who(Viewer.LEAD_SIGNATORY)
    decision = queries.published_decision(by, case.id)
    made = appealing.begin_complaint(decision, world.kommuner.lead.id, by=by, at=at)
    said = ComplaintContent(hide("wish", place, both), hide("grounds", place, both), "")
    appealing.save_complaint(appeals.complaint_of(by, made.id), said, by=by, at=at)
    content = A_PDF + f"% {hide('complaint file', place, both)}\n".encode()
    upload = Upload(a_stored_pdf(content), "klage.pdf")
    file = appealing.attach_to_complaint(appeals.complaint_of(by, made.id), upload, by=by, at=at)
    appealing.submit_complaint(appeals.complaint_of(by, made.id), by=by, at=at)
    world.places[place] |= {"complaint_id": made.id, "file_id": file.id}


def ask_why(world: World, case: Application, place: str) -> None:
    """Let the lead ask for the reasons that its letter does not give."""
    by = world.who(Viewer.LEAD_SIGNATORY)
    decision = queries.published_decision(by, case.id)
    asked = appealing.ask_for_reasons(decision, world.kommuner.lead.id, by=by, at=clock.now())
    world.places[place]["request_id"] = asked.id


def _decision(world: World, place: str) -> Decision:
    case = world.places[place]["application_id"]
    decisions = queries.round_now(world.calls[place].id)
    return next(one for one in decisions if one.application_id == case)
