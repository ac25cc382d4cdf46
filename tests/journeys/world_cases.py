"""Cases at each step of the office's work before the proposal."""

from accounts.leading import services as leading
from accounts.notices.services import mark_dead
from accounts.queries import person
from accounts.ties import services as ties
from applications import services as applying
from applications.facts import lead_of
from applications.messages.services import ask_office
from applications.models import Application
from applications.queries import any_application
from assessments.impartiality.services import record_objection, rule
from assessments.queries import examination_of
from assessments.services import ask_for_more, declare, examine
from assessments.talking.services import answer_applicant, write_note
from criteria.completeness import Section
from criteria.impartiality import Outcome, TieKind, View
from grants.models import Call, QuestionKind
from tests.builders.assessments import (
    a_staffed_case,
    a_submitted_case,
    an_eligible_case,
    an_officer,
)
from tests.builders.decisions import NOW, Round
from tests.journeys.worldmap import OPEN_UNTIL, World, who_signed


def work_on_cases(world: World, made: Round, call: Call) -> None:
    """Leave a case at each step of the office's work before the proposal."""
    handler = person(made.team[0].id)
    untouched = a_submitted_case(call, 20)
    stopped = a_staffed_case(made.team, call, 21)
    examine(stopped.application, by=handler, at=NOW)
    asked = a_staffed_case(made.team, call, 22)
    deficiency = ask_for_more(
        asked.application, text="Send avtalen.", due_on=OPEN_UNTIL, sections=[Section.QUESTIONS],
        by=handler, at=NOW,
    )  # fmt: skip
    marked = an_eligible_case(made.team, call, 23)
    examination = examination_of(stopped.application.id)
    assert examination is not None
    world.knows(asked=who_signed(asked.application))
    ask_office(
        any_application(asked.application.id), body="Hvilken avtale mener dere?",
        by=who_signed(asked.application), at=NOW,
    )  # fmt: skip
    answer_applicant(
        any_application(asked.application.id),
        body="Samarbeidsavtalen.",
        by=person(handler.id),
        at=NOW,
    )
    note = write_note(
        any_application(asked.application.id),
        body="Ring dem om det.",
        by=person(handler.id),
        at=NOW,
    )
    mark_dead("gammel@example.org", reason="Kom i retur.", by=handler, at=NOW)
    world.ids |= {
        "open_call": call.id,
        "untouched": untouched.id,
        "controlled": stopped.application.id,
        "finding": examination.findings[0].id,
        "asked": asked.application.id,
        "note": note.id,
        "deficiency": deficiency.id,
        "marked": marked.application.id,
        "attachment": marked.application.attachments[0].id,
    }
    _correct_a_case(world, made, call)
    _doubt_a_case(world, made, untouched)


def _doubt_a_case(world: World, made: Round, application: Application) -> None:
    """Leave a doubt that waits for the leader, an objection ruled on, and a tie that is a hint."""
    doubter, cleared = an_officer("Tora Tvil"), an_officer("Klara Klar")
    maker = person(made.maker.id)
    for one in (doubter, cleared):
        leading.set_leader(one, maker, from_on=NOW.date(), by=maker, at=NOW)
    lead = lead_of(application).organisation
    tie = ties.register_tie(
        ties.NewTie(kind=TieKind.EMPLOYER, organisation=lead, note="Rådgiver"), by=doubter, at=NOW
    )
    declare(application, View.DOUBT, reason="Jeg har arbeidet der.", by=doubter, at=NOW)
    record_objection(application, cleared, lead, text="Hun bor her.", by=doubter, at=NOW)
    rule(application, cleared, Outcome.IMPARTIAL, reason="Bosted er ikke nok.", by=maker, at=NOW)
    world.knows(doubter=doubter)
    world.ids |= {
        "tie": tie.id, "doubter_id": doubter.id, "cleared_id": cleared.id, "maker_id": maker.id,
    }


def _correct_a_case(world: World, made: Round, call: Call) -> None:
    """Leave a case with an answer, and with two versions of what was opened."""
    handler = person(made.team[0].id)
    case = a_staffed_case(made.team, call, 24).application
    deficiency = ask_for_more(
        case, text="Skriv tydeligere.", due_on=OPEN_UNTIL, sections=[Section.QUESTIONS],
        by=handler, at=NOW,
    )  # fmt: skip
    case, by = any_application(case.id), who_signed(case)
    first = next(one for one in case.call.questions if one.kind is QuestionKind.TEXT)
    applying.answer_questions(case, {first.id: "Nå er det tydelig."}, by=by, at=NOW)
    applying.supplement(any_application(case.id), deficiency, answer="Rettet.", by=by, at=NOW)
    world.knows(corrector=by)
    world.ids |= {"corrected": case.id, "answered_deficiency": deficiency.id}
