"""What the world has beside its cases: plans, keys, addresses, the ledger, and a call being written."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from accounts.models import Token
from accounts.notices.models import DeadAddress
from accounts.notices.services import mark_dead
from accounts.services import issue_token
from accounts.ties.services import NewTie, register_tie
from applications import queries
from applications import services as applying
from applications.finding.services import form_group, publish_plan
from applications.interests.services import Wish, register_interest
from assessments.lists.models import SavedView
from assessments.lists.services import save_view
from criteria.conformity import Mode
from criteria.impartiality import TieKind
from criteria.moving import Move, Place
from figures.catalogue import RESEARCH
from figures.evaluations import services as evaluating
from figures.evaluations.sealing import texts_of
from figures.research.services import accept_terms
from figures.services import ask_for_inspection
from foundation import clock, outbox
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import kroner
from grants import queries as grants
from payments.books.recording import Document
from payments.books.services import carry_over
from payments.models import Entry
from payments.queries import EntryFilter, entry_page
from payments.running.kinds import CostKind
from tests.builders.applications import A_PDF, a_stored_pdf
from tests.builders.finding import plan_terms, the_measure
from tests.builders.grants import a_draft as a_drafted_call
from tests.builders.grants import terms
from tests.builders.hearings import a_hearing, finish, say
from tests.builders.partners import a_fact_sheet, less
from tests.builders.registers import claims
from tests.builders.running import a_cost
from tests.conftest import MOMENT
from tests.visibility.applying import DRAFT
from tests.visibility.viewers import (
    ADDRESS_MANAGERS,
    APPLICANTS,
    CONTROLLERS,
    LEAD,
    OFFICE,
    Viewer,
)
from tests.visibility.world import World

HOUSE = "the house"
OFFER = "the offer"
AUTHORITY = "the controller's authority"
GOING_ON = "a hearing that goes on"
OVER = "a hearing that is over"
EVALUATION = "an evaluation being written"
LEDGER_READERS = CONTROLLERS | {Viewer.AUDITOR}
KEY_READERS = frozenset({Viewer.ADMINISTRATOR, Viewer.AUDITOR, Viewer.RESEARCHER})
TIED = frozenset({Viewer.HANDLER, Viewer.MAKER, Viewer.AUDITOR})
"""Who sees the handler's ties: the person, the leader and the auditor."""


def furnish(world: World) -> None:
    """Make one of everything."""
    world.places[HOUSE] = {}
    _plan(world)
    _offer(world)
    _office(world)
    _tie(world)
    _view(world)
    _write_a_call(world)
    _hear(world)
    _evaluate(world)
    _declare(world)
    _move_money(world)
    for table in RESEARCH:
        for file_format in ("csv", "json"):
            world.places[f"{table.code}.{file_format}"] = {
                "table": table.code, "file_format": file_format,
            }  # fmt: skip


def _plan(world: World) -> None:
    at, lead, hide = clock.now(), world.who(Viewer.LEAD_SIGNATORY), world.secrets.plant
    measure = the_measure()
    plan = publish_plan(world.kommuner.lead, measure, plan_terms(), by=lead, at=at)
    members = LEAD | {Viewer.PARTNER, Viewer.PARTNER_EDITOR, Viewer.INSIDER}
    group = form_group(
        world.kommuner.lead, measure, [world.kommuner.partner],
        name=hide("group", HOUSE, members), message=hide("word to the group", HOUSE, members),
        by=world.who(Viewer.LEAD_SIGNATORY), at=at,
    )  # fmt: skip
    wish = Wish(
        contact_name=hide("interested", HOUSE, LEAD | {Viewer.ADMINISTRATOR}),
        contact_email="interessert@example.org",
        note=hide("interest", HOUSE, frozenset({Viewer.ADMINISTRATOR})),
    )
    other = grants.scheme().measures[-1]
    interest = register_interest(
        world.kommuner.lead, other, wish, by=world.who(Viewer.LEAD_SIGNATORY), at=at
    )
    a_fact_sheet(world.kommuner.partner, world.who(Viewer.PARTNER))
    world.places[HOUSE] |= {
        "plan_id": plan.id, "group_id": group.id, "interest_id": interest.id,
        "organisation_id": world.kommuner.partner.id,
    }  # fmt: skip
    world.places["the group's application"] = {
        "group_id": group.id, "call_id": world.calls["submitted"].id,
    }  # fmt: skip


def _offer(world: World) -> None:
    """Let the one that is only invited propose other figures for its part."""
    draft = queries.led_by(
        world.who(Viewer.LEAD_SIGNATORY), int(world.places[DRAFT]["application_id"])
    )
    own = next(one for one in draft.partners if one.organisation_id == world.kommuner.invited.id)
    words = world.secrets.plant("offer", DRAFT, LEAD | {Viewer.INVITED})
    offer = applying.offer_figures(
        own, less(draft, own), comment=words, by=world.who(Viewer.INVITED), at=clock.now()
    )
    world.places[OFFER] = {
        "application_id": draft.id, "partner_id": own.id, "offer_id": offer.id,
    }  # fmt: skip


def _office(world: World) -> None:
    at, administrator, hide = clock.now(), world.administrator, world.secrets.plant
    dead = hide("dead address", HOUSE, ADDRESS_MANAGERS)
    mark_dead("borte@example.org", reason=dead, by=world.who(Viewer.HANDLER), at=at)
    purpose = hide("purpose of the key", HOUSE, KEY_READERS)
    issue_token(
        world.who(Viewer.RESEARCHER), purpose=purpose, expires_on=date(2026, 12, 1),
        by=administrator, at=at,
    )  # fmt: skip
    accept_terms(by=world.who(Viewer.RESEARCHER), at=at)
    inspection = ask_for_inspection(by=world.who(Viewer.AUDITOR), at=at)
    outbox.work_until_empty(at)
    entry: Entry = entry_page(EntryFilter()).rows[0]
    world.places[HOUSE] |= {
        "person_id": world.people[Viewer.HANDLER],
        "membership_id": world.who(Viewer.HANDLER).memberships[0].id,
        "token_id": _newest(Token.id),
        "mark_id": _newest(DeadAddress.id),
        "inspection_id": inspection.id,
        "entry_id": entry.id,
        "appropriation_id": grants.scheme().posts[0].appropriations[0].id,
        "code": "BEHOV-01",
        "name": "award",
        "number": 0,
        "year": 2026,
        "decision_id": world.places["awarded"]["decision_id"],
    }


def _tie(world: World) -> None:
    """Let an officer register a tie to a kommune that is in none of the cases."""
    by = world.who(Viewer.HANDLER)
    note = world.secrets.plant("tie", HOUSE, TIED)
    new = NewTie(kind=TieKind.HOME, organisation=world.kommuner.neighbour, note=note)
    tie = register_tie(new, by=by, at=clock.now())
    world.places["a tie of the handler"] = {"tie_id": tie.id}


def _view(world: World) -> None:
    """Let an officer keep a choice of cases."""
    by, name = world.who(Viewer.HANDLER), "saved view"
    words = world.secrets.plant(name, HOUSE, frozenset({Viewer.HANDLER}))
    save_view(name=words, query="whose=all", shared=False, by=by, at=clock.now())
    world.places["a choice of the handler's"] = {"view_id": _newest(SavedView.id)}


def _write_a_call(world: World) -> None:
    call = grants.call(a_drafted_call(world.administrator, terms(code="kladd-2026")).id)
    world.places["a call being written"] = {
        "call_id": call.id, "row_id": call.questions[1].id, "rule_id": call.rules[0].id,
        "slug": "sporsmal", "number": 1, "act": "opp", "paper": "regelark", "language": "nb",
        "example_name": "panel.py",
    }  # fmt: skip


def _hear(world: World) -> None:
    """Let one draft be open for comment, and another be heard and answered, but not published."""
    lead, hide = world.who(Viewer.LEAD_SIGNATORY), world.secrets.plant
    readers = APPLICANTS | {Viewer.ADMINISTRATOR}
    draft = a_drafted_call(world.administrator, terms(code="horing-2026"))
    asked = hide("what is asked", GOING_ON, readers)
    going_on = a_hearing(draft, world.administrator, Bilingual(asked, asked), date(2026, 7, 1))
    given = say(going_on, lead, hide("comment", GOING_ON, LEAD | {Viewer.ADMINISTRATOR}))
    world.places[GOING_ON] = {
        "hearing_id": going_on.id, "position": 0, "comment_id": given.id,
    }  # fmt: skip
    done = hide("answer", OVER, frozenset({Viewer.ADMINISTRATOR}))
    with clock.frozen(MOMENT):
        other = a_drafted_call(world.administrator, terms(code="hort-2026"))
        over = a_hearing(other, world.administrator)
        said = say(over, lead)
    finish(over, world.administrator, Bilingual(done, done))
    world.places[OVER] = {"hearing_id": over.id, "position": 1, "comment_id": said.id}


def _evaluate(world: World) -> None:
    """Let an officer write the evaluation of a measure; nobody has signed it."""
    at, by = clock.now(), world.who(Viewer.HANDLER)
    begun = evaluating.begin(grants.scheme().measures[0], at.year, by=by, at=at)
    learnt = Bilingual(*2 * (world.secrets.plant("what was learnt", EVALUATION, OFFICE),))
    evaluating.write(
        begun, learnt=learnt, assessment=learnt, seen=texts_of(begun), by=by, at=at
    )
    change = evaluating.propose(begun, change=learnt, reason=learnt, by=by, at=at)
    world.places[EVALUATION] = {
        "evaluation_id": begun.id, "change_id": change.id, "figure": "prosjekter",
    }  # fmt: skip


def _declare(world: World) -> None:
    """Let a solution be declared to follow a standard."""
    (declared,) = claims(world.administrator, mode=Mode.SAMPLES)
    world.places["a declared solution"] = {
        "claim_id": declared.id, "solution_id": declared.solution_id,
    }  # fmt: skip


def _move_money(world: World) -> None:
    """Take money along to the next year, with the letter that allows it."""
    post = world.calls["awarded"].budget_post_id
    move = Move(Place(post, 2026), Place(post, 2027), kroner(1), "Prop. 1 S")
    content = A_PDF + f"% {world.secrets.plant('carry-over', HOUSE, LEDGER_READERS)}\n".encode()
    letter = Document(a_stored_pdf(content), "brev.pdf")
    made = carry_over(move, letter, by=world.who(Viewer.CONTROLLER), at=clock.now())
    world.places["money on the move"] = {"movement_id": made.id}
    cost = a_cost(CostKind.GUIDANCE, 2026, kroner(1), world.who(Viewer.CONTROLLER))
    world.places["a cost of the scheme"] = {"cost_id": cost.id}
    world.places[AUTHORITY] = {"person_id": world.people[Viewer.CONTROLLER], "kind": "attest"}


def _newest(column: InstrumentedAttribute[int]) -> int:
    return db.session.scalars(select(func.max(column))).one()
