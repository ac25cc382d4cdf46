"""Third readings, moderation, cases sent back and approved budgets, as officers and leaders meet them."""

from accounts.models import Person, Role
from accounts.queries import person
from assessments import queries, services
from criteria.impartiality import View
from criteria.procedure import Step
from foundation import clock
from tests.builders.accounts import a_person
from tests.builders.assessments import (
    a_chosen_proposal,
    an_assessed_case,
    an_eligible_case,
    finish,
    mark_all,
    officers,
    scored,
)
from tests.builders.readings import a_strict_call, a_third_reader
from tests.formfilling import Value
from tests.pages.test_assessments_pages import said, text_of
from tests.web import Web


def a_leader(application_id: int) -> Person:
    leader = person(a_person(Role.DECISION_MAKER, name="Liv Leder").id)
    services.declare(queries.cover(application_id), View.IMPARTIAL, by=leader, at=clock.now())
    return person(leader.id)


def test_a_third_reads_blind_in_the_browser(web: Web) -> None:
    case = an_eligible_case(officers(), a_strict_call(mark_gap="1", settling="median"))
    for officer, points in zip(case.assessors, (1, 5), strict=True):
        mark_all(case.application, officer, points)
        finish(case.application, officer)
    third = a_third_reader(case)
    address = f"/saker/{case.application.id}/vurdering"

    web.log_in(case.assessors[0])
    waiting = text_of(web.open(address))
    assert "En tredje leser søknaden" in waiting
    assert "lenger fra hverandre enn utlysningen tillater" in waiting
    web.log_in(third)
    page = web.open(address)
    assert "Behovene er de samme, og de er beskrevet sammen." not in text_of(page)
    fields: dict[str, Value] = {}
    for one in scored(case.application):
        fields |= {f"points_{one.id}": "4", f"reason_{one.id}": "Tredje grunn"}
    done = web.send(address, "Ferdig: lås vurderingen", fields)
    assert "Saken har fått sine poeng." in said(done)
    assert "den midterste av 4, 1, 5 = 4; 4 / 5 × " in text_of(done)
    assert "Den midterste karakteren teller." in text_of(done)


def test_the_next_application_in_the_own_order_is_a_press_away(web: Web) -> None:
    team = officers()
    first = an_eligible_case(team)
    second = an_eligible_case(team, first.application.call, 1)
    reader = team[1]
    order = queries.reading_list(reader, first.again()).order
    web.log_in(reader)
    page = web.open(f"/saker/{order[0]}/vurdering")
    assert "Søknad 1 av 2 i din leserekkefølge." in text_of(page)
    link = page.find("a", string="Neste søknad")
    assert link is not None
    assert link["href"] == f"/saker/{order[1]}/vurdering"
    assert second.application.id in order


def test_marks_are_moderated_beside_those_who_gave_them(web: Web) -> None:
    case = an_assessed_case()
    first = scored(case.application)[0]
    address = f"/saker/{case.application.id}/moderering"
    web.log_in(case.assessors[0])
    assert web.open(address, 404).status == 404
    web.log_in(case.handler)
    refused = web.send(address, "Lagre modererte karakterer", {f"points_{first.id}": "2"})
    assert "Skriv en begrunnelse." in text_of(refused)
    done = web.send(
        address, "Lagre modererte karakterer",
        {f"points_{first.id}": "2", f"reason_{first.id}": "Enige om at planen mangler."},
    )  # fmt: skip
    assert "Karakterene er moderert." in said(done)
    shown = text_of(web.open(f"/saker/{case.application.id}"))
    assert "Enige om at planen mangler." in shown
    assert "moderert til 2; 2 / 5 × " in shown
    assert "Behovene er de samme, og de er beskrevet sammen." in shown


def test_a_leader_sends_a_case_back_and_the_marks_are_hidden(web: Web) -> None:
    case = an_assessed_case()
    a_chosen_proposal(case.application.call, case.handler)
    leader = a_leader(case.application.id)
    web.log_in(leader)
    page = web.open(f"/saker/{case.application.id}")
    assert page.find("a", href=f"/saker/{case.application.id}/tilbake") is not None
    done = web.send(
        f"/saker/{case.application.id}/tilbake", "Send tilbake til vurdering",
        {"how": "third", "reason": "Poengene er for nær streken."},
    )  # fmt: skip
    assert "sendt tilbake til vurdering" in said(done)
    assert "Poengene er for nær streken." in text_of(done)
    assert "Behovene er de samme, og de er beskrevet sammen." not in text_of(done)
    assert case.again().step is Step.ELIGIBLE


def test_cases_near_the_line_are_chosen_from_the_proposal(web: Web) -> None:
    call = a_strict_call(near_line="5")
    team = officers()
    case = an_assessed_case(team, call, points=4)
    other = an_assessed_case(team, call, 1, 1)
    proposal = a_chosen_proposal(call, case.handler)
    leader = a_leader(case.application.id)
    services.declare(other.application, View.IMPARTIAL, by=leader, at=clock.now())
    web.log_in(person(leader.id))
    address = f"/innstillinger/{proposal.id}/ny-lesning"
    page = web.open(f"/innstillinger/{proposal.id}")
    assert page.find("a", href=address) is not None
    near = web.open(address)
    assert str(case.application.case_number) in text_of(near)
    assert str(other.application.case_number) not in text_of(near)
    empty = web.send(address, "Be om en tredje lesning", {"reason": "Nær."})
    assert "Kryss av for minst én sak." in text_of(empty)
    done = web.send(
        address, "Be om en tredje lesning",
        {"cases": [str(case.application.id)], "reason": "Nær streken."},
    )  # fmt: skip
    assert "1 sak er sendt til en tredje lesning." in said(done)
    assert case.again().step is Step.ELIGIBLE
    assert other.again().step is Step.PROPOSED


def test_the_budget_is_gone_through_activity_by_activity(web: Web) -> None:
    case = an_eligible_case()
    web.log_in(case.handler)
    address = f"/saker/{case.application.id}/budsjett"
    page = web.open(address)
    amount = page.select_one("input[name^=amount_]")
    assert amount is not None
    name = str(amount["name"])
    number = name.removeprefix("amount_")
    lower = web.send(address, "Lagre godkjent budsjett", {name: "1 000"})
    assert "Skriv hvorfor beløpet er lavere." in text_of(lower)
    more = web.send(address, "Lagre godkjent budsjett", {name: "999 000 000"})
    assert "Det er søkt om" in text_of(more)
    done = web.send(
        address,
        "Lagre godkjent budsjett",
        {name: "1 000", f"reason_{number}": "Reise dekkes ikke."},
    )
    assert "Budsjettet er gått gjennom." in said(done)
    assert "Reise dekkes ikke." in text_of(done)
    [approved] = queries.approved_of([case.application.id])[case.application.id]
    assert approved.approved == 100_000
    assert approved.trimmed == approved.asked - 100_000
    web.log_in(case.assessors[0])
    read = web.open(address)
    assert read.find("textarea") is None
    assert "Reise dekkes ikke." in text_of(read)
