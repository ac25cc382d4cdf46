"""The officers' pages as they meet them."""

import pytest
from flask import Flask

from accounts.models import Person, Role
from accounts.queries import person
from assessments import queries, services
from assessments.models import Task
from criteria.allocation.recomputing import Verdict, recompute
from criteria.impartiality import View
from criteria.procedure import Step
from foundation import clock
from tests.builders.accounts import a_person
from tests.builders.assessments import (
    Case,
    a_chosen_proposal,
    a_proposal,
    a_staffed_case,
    a_submitted_case,
    after_the_deadline,
    an_assessed_case,
    an_eligible_case,
    an_officer,
    finish,
    mark_all,
    officers,
    scored,
)
from tests.formfilling import Value
from tests.web import Page, Web


def text_of(page: Page) -> str:
    return " ".join(page.get_text().split())


def typed_in(page: Page) -> str:
    """Give what stands in the page's text area."""
    area = page.find("textarea")
    return area.get_text() if area else ""


def said(page: Page) -> str:
    """Give what the server says after an act."""
    return " ".join(" ".join(one.get_text().split()) for one in page.select(".flash"))


def test_an_officer_declares_and_the_case_opens(web: Web) -> None:
    application, officer = a_submitted_case(), an_officer()
    names = [partner.organisation.name for partner in application.partners]
    web.log_in(officer)

    cover = web.open(f"/saker/{application.id}")
    assert cover.url == f"/saker/{application.id}/habilitet"
    assert [name for name in names if name not in text_of(cover)] == []
    assert "forvaltningsloven §§ 6 til 8" in text_of(cover)
    assert "Kommunene har de samme behovene." not in text_of(cover)

    case = web.send(
        f"/saker/{application.id}/habilitet", press="Registrer svaret", view="impartial"
    )
    assert case.url == f"/saker/{application.id}"
    assert "Kommunene har de samme behovene." in text_of(case)


def test_a_partial_officer_is_told_why_the_case_is_closed(web: Web) -> None:
    application, officer = a_submitted_case(), an_officer()
    web.log_in(officer)
    page = web.send(
        f"/saker/{application.id}/habilitet", press="Registrer svaret",
        view="partial", reason="Broren min leder prosjektet.",
    )  # fmt: skip
    assert page.url == f"/saker/{application.id}/habilitet"
    assert "inhabil" in text_of(page)
    assert "§§ 6 til 8" in text_of(page)
    assert "en annen saksbehandler" in text_of(page)
    assert web.open(f"/saker/{application.id}").url == page.url


def test_doubt_without_a_reason_is_told_on_the_form(web: Web) -> None:
    application, officer = a_submitted_case(), an_officer()
    web.log_in(officer)
    page = web.send(f"/saker/{application.id}/habilitet", press="Registrer svaret",
                    view="doubt", reason="  ")  # fmt: skip
    assert "Skriv hvorfor du er inhabil eller i tvil." in text_of(page)
    assert queries.declaration_of(officer, application.id) is None


def test_the_case_page_shows_everything_about_the_case(web: Web) -> None:
    case = an_assessed_case()
    web.log_in(case.handler)
    page = web.open(f"/saker/{case.application.id}")
    shown = text_of(page)

    assert case.application.title in shown
    assert "1 800 000 kr" in shown.replace("\u00a0", " ")
    assert "3 600 000 kr" in shown.replace("\u00a0", " ")
    assert "Kommunene har de samme behovene." in shown
    assert "Nok kommuner i samarbeidet" in shown
    assert "Sigrid Saksbehandler ble saksbehandler" in shown
    assert "80,00" in shown
    files = [
        link
        for link in page.select(".files a")
        if f"/saker/{case.application.id}/vedlegg/" in str(link["href"])
    ]
    assert files


def test_the_control_is_walked_in_the_browser(web: Web) -> None:
    case = a_staffed_case()
    web.log_in(case.handler)
    root = f"/saker/{case.application.id}/kontroll"

    examined = web.send(root, press="Kjør kontrollen")
    assert "Den formelle kontrollen er kjørt." in said(examined)
    assert "Søknaden er fullstendig" in text_of(examined)
    done = web.send(root, press="Vilkårene er oppfylt: send til vurdering")
    assert "sendt til vurdering" in said(done)
    assert case.again().step is Step.ELIGIBLE


def test_the_applicant_is_asked_from_the_control_page(web: Web) -> None:
    case = a_staffed_case()
    web.log_in(case.handler)
    page = web.send(
        f"/saker/{case.application.id}/kontroll/mangler", press="Send til søkeren",
        text="Legg ved regnskapet.", due_on="20.03.2026",
    )  # fmt: skip
    assert "Legg ved regnskapet." in text_of(page)
    assert case.again().step is Step.INCOMPLETE


def test_a_due_date_in_the_past_keeps_what_was_typed(web: Web) -> None:
    case = a_staffed_case()
    web.log_in(case.handler)
    page = web.send(
        f"/saker/{case.application.id}/kontroll/mangler", press="Send til søkeren",
        text="Legg ved regnskapet.", due_on="02.03.2026",
    )  # fmt: skip
    assert "Fristen må være etter i dag." in text_of(page)
    assert "Legg ved regnskapet." in typed_in(page)


def test_ineligible_is_registered_with_its_reason(web: Web) -> None:
    case = a_staffed_case()
    web.log_in(case.handler)
    web.send(f"/saker/{case.application.id}/kontroll", press="Kjør kontrollen")
    page = web.send(
        f"/saker/{case.application.id}/kontroll/avvis",
        press="Registrer at vilkårene ikke er oppfylt", reason="Prosjektet er en pilot.",
    )  # fmt: skip
    assert "venter på vedtak om avvisning" in said(page)
    assert "Prosjektet er en pilot." in text_of(web.open(f"/saker/{case.application.id}"))


def test_marks_are_typed_saved_and_frozen(web: Web) -> None:
    case = an_eligible_case()
    web.log_in(case.assessors[0])
    address = f"/saker/{case.application.id}/vurdering"
    criteria = scored(case.application)
    anchor = criteria[0].anchors[0].text.nb

    page = web.open(address)
    assert anchor in text_of(page)
    assert "Kommunene har de samme behovene." in text_of(page)
    first = criteria[0].id
    saved = web.send(address, "Lagre utkast", {f"reason_{first}": "Må tenke."})
    assert "Utkastet er lagret" in said(saved)

    early = web.send(address, press="Ferdig: lås vurderingen")
    assert "mangler karakter" in text_of(early)
    assert "Må tenke." in text_of(early)

    fields: dict[str, Value] = {f"points_{one.id}": "3" for one in criteria}
    fields |= {f"reason_{one.id}": f"Grunn {one.code}" for one in criteria}
    done = web.send(address, "Ferdig: lås vurderingen", fields)
    assert "Vurderingen din er ferdig." in said(done)
    assert done.find("textarea") is None
    assert f"Grunn {criteria[0].code}" in text_of(done)


def test_points_without_words_are_told_beside_the_criterion(web: Web) -> None:
    case = an_eligible_case()
    web.log_in(case.assessors[0])
    first = scored(case.application)[0].id
    page = web.send(
        f"/saker/{case.application.id}/vurdering",
        "Lagre utkast",
        {f"points_{first}": "5", f"reason_{first}": " \n "},
    )
    error = page.find(id=f"reason_{first}-error")
    assert error is not None
    assert "Skriv en begrunnelse." in error.get_text()
    chosen = page.find("input", {"name": f"points_{first}", "checked": True})
    assert chosen is not None
    assert chosen["value"] == "5"


def test_no_page_shows_anothers_marks_before_both_have_finished(web: Web) -> None:
    case = an_eligible_case()
    first, second = case.assessors
    services.save_marks(
        case.application,
        {one.id: services.Marking(1, "HEMMELIG GRUNN") for one in scored(case.application)},
        by=first, at=clock.now(),
    )  # fmt: skip
    finish(case.application, first)

    for officer in (second, case.handler):
        web.log_in(officer)
        for address in (f"/saker/{case.application.id}", f"/saker/{case.application.id}/vurdering"):
            assert "HEMMELIG GRUNN" not in web.open(address).get_text()

    mark_all(case.application, second)
    finish(case.application, second)
    for address in (f"/saker/{case.application.id}", f"/saker/{case.application.id}/vurdering"):
        assert "HEMMELIG GRUNN" in web.open(address).get_text()


def test_the_formula_is_shown_with_its_numbers(web: Web) -> None:
    case = an_eligible_case()
    first, second = case.assessors
    mark_all(case.application, first, points=4)
    mark_all(case.application, second, points=5)
    finish(case.application, first)
    finish(case.application, second)
    web.log_in(first)
    page = web.open(f"/saker/{case.application.id}/vurdering")
    weight = scored(case.application)[0].weight
    assert f"(4 + 5) / 2 = 4,5; 4,5 / 5 × {weight} =" in text_of(page)
    assert "90,00" in text_of(page)


def test_an_officer_is_put_on_and_taken_off(web: Web) -> None:
    application, (handler, other, _) = a_submitted_case(), officers()
    web.log_in(handler)
    address = f"/saker/{application.id}/fordeling"
    page = web.send(address, press="Sett på saken", task="handle", person=str(other.id))
    assert "er satt på saken" in said(page)
    assert queries.is_put_on(other.id, application.id, Task.HANDLE)
    page = web.send(address, press=f"Ta av saken – {other.name}")
    assert "er tatt av saken" in said(page)
    assert not queries.is_put_on(other.id, application.id, Task.HANDLE)


def test_who_is_hindered_is_not_offered_and_the_page_says_why(web: Web) -> None:
    application, (handler, other, _) = a_submitted_case(), officers()
    services.declare(application, View.PARTIAL, reason="Fetter.", by=other, at=clock.now())
    web.log_in(handler)
    page = web.open(f"/saker/{application.id}/fordeling")
    assert page.find("option", {"value": str(other.id)}) is None
    assert f"{other.name}: Den som har meldt seg inhabil" in text_of(page)


def test_many_cases_are_staffed_evenly_from_the_list(web: Web) -> None:
    team = officers()
    case = a_staffed_case(team)
    others = [a_submitted_case(case.application.call, place) for place in (1, 2)]
    web.log_in(team[0])
    picked = "&".join(f"cases={one.id}" for one in others)
    page = web.send(f"/saker/fordel?{picked}", press="Lagre fordelingen")
    assert "6 oppgaver er fordelt." in said(page)
    for one in others:
        tasks = [found.task for found in queries.assignments_of(one.id)]
        assert tasks == [Task.HANDLE, Task.ASSESS, Task.ASSESS]
    loads = {load.person.id: load.cases for load in queries.loads()}
    assert max(loads.values()) - min(loads.values()) == 0


def test_staffing_without_ticking_is_told(web: Web) -> None:
    a_submitted_case()
    web.log_in(an_officer())
    page = web.open("/saker/fordel")
    assert "Kryss av for minst én sak." in said(page)


@pytest.fixture
def ranked(app: Flask) -> list[Case]:
    del app
    team = officers()
    first = an_assessed_case(team, points=5)
    return [first, an_assessed_case(team, first.application.call, place=1, points=3)]


def test_a_proposal_is_run_compared_and_chosen(web: Web, ranked: list[Case]) -> None:
    handler, call_id = ranked[0].handler, ranked[0].application.call_id
    with after_the_deadline():
        web.log_in(handler)
        page = web.send(f"/innstillinger/utlysning/{call_id}", press="Lag innstilling")
        assert str(ranked[0].application.case_number) in text_of(page)
        assert "Innstilt med beløpet som satsen for startåret gir." in text_of(page)
        smaller = web.send(
            f"/innstillinger/utlysning/{call_id}", press="Lag innstilling", frame="900 000"
        )
        first, second = (one.id for one in reversed(queries.proposals_of(call_id)))
        compared = web.open(f"/innstillinger/{second}/sammenlign?med={first}")
        assert "Ulik" in text_of(compared)
        chosen = web.send(
            f"/innstillinger/{first}/velg", press="Velg innstillingen", reason="Følger poengene."
        )
        assert "Innstillingen er valgt." in said(chosen)
        assert "Følger poengene." in text_of(chosen)
        assert smaller.url == f"/innstillinger/{second}"
    assert ranked[0].again().step is Step.PROPOSED


def test_before_the_deadline_the_page_says_that_it_is_too_early(
    web: Web, ranked: list[Case]
) -> None:
    web.log_in(ranked[0].handler)
    page = web.open(f"/innstillinger/utlysning/{ranked[0].application.call_id}")
    assert "Søknadsfristen er ikke ute." in text_of(page)
    assert page.find("input", {"name": "frame"}) is None


def test_cases_that_are_not_finished_are_listed_beside_the_proposal(
    web: Web, ranked: list[Case]
) -> None:
    waiting = a_submitted_case(ranked[0].application.call, place=5)
    with after_the_deadline():
        web.log_in(ranked[0].handler)
        page = web.open(f"/innstillinger/utlysning/{ranked[0].application.call_id}")
    assert "1 sak er ikke ferdig" in text_of(page)
    assert str(waiting.case_number) in text_of(page)


def test_a_refusal_of_the_choice_is_told_on_the_form(web: Web, ranked: list[Case]) -> None:
    handler, call = ranked[0].handler, ranked[0].application.call
    old = a_proposal(call, handler)
    an_assessed_case(officers_of(ranked), call, place=3)
    with after_the_deadline():
        web.log_in(handler)
        page = web.send(f"/innstillinger/{old.id}/velg", press="Velg innstillingen",
                        reason="Denne.")  # fmt: skip
    assert "Noe er endret siden innstillingen ble laget." in text_of(page)
    assert "Denne." in typed_in(page)


def officers_of(cases: list[Case]) -> list[Person]:
    return list(cases[0].officers)


def test_the_case_page_shows_its_line_in_the_chosen_proposal(web: Web, ranked: list[Case]) -> None:
    a_chosen_proposal(ranked[0].application.call, ranked[0].handler)
    web.log_in(ranked[0].handler)
    page = web.open(f"/saker/{ranked[0].application.id}")
    line = page.find(id="innstilling")
    assert line is not None
    assert "Innstilt med beløpet som satsen for startåret gir." in line.get_text()


def test_what_a_proposal_was_made_from_can_be_downloaded(web: Web, ranked: list[Case]) -> None:
    made = a_proposal(ranked[0].application.call, ranked[0].handler)
    web.log_in(ranked[0].handler)
    answer = web.get(f"/innstillinger/{made.id}/grunnlag.json")
    assert answer.json is not None
    assert answer.json["sha256"] == made.inputs_hash
    assert len(answer.json["allocation"]["ranking"]) == 2
    assert recompute(answer.json).verdict is Verdict.SAME


def test_an_auditor_reads_cases_and_proposals_and_can_do_nothing(
    web: Web, ranked: list[Case]
) -> None:
    made = a_proposal(ranked[0].application.call, ranked[0].handler)
    web.log_in(person(a_person(Role.AUDITOR, name="Randi Revisor").id))
    page = web.open(f"/saker/{ranked[0].application.id}")
    assert "Kommunene har de samme behovene." in text_of(page)
    assert page.select("main form") == []
    cover = web.open(f"/saker/{ranked[0].application.id}/habilitet")
    assert cover.url == f"/saker/{ranked[0].application.id}"
    assert "Velg denne innstillingen" not in text_of(web.open(f"/innstillinger/{made.id}"))
    web.open(f"/saker/{ranked[0].application.id}/fordeling", status=403)
    web.open(f"/innstillinger/{made.id}/velg", status=403)
