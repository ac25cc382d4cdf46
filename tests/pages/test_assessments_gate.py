"""No page of a case opens before the person has declared, and none to who is hindered."""

import pytest
from flask import Flask

from accounts.models import Person, Role
from accounts.permissions import ROLE_PERMISSIONS
from applications.documents import Upload
from applications.messages.queries import thread_of
from assessments import queries, services
from assessments.talking import services as talking
from assessments.talking.queries import notes_of
from criteria.impartiality import View
from foundation import clock
from tests.builders.applications import a_stored_pdf
from tests.builders.assessments import Case, an_eligible_case, an_officer
from tests.formfilling import Filled
from tests.web import Web

SHOW_ONLY_THE_COVER = {
    "assessments.declare", "assessments.object_to", "assessments.rule", "assessments.staff",
    "assessments.take_off",
}  # fmt: skip
IN_A_PROPOSAL = {"assessments.line"}
"""Pages of a case in a list, which have a test of their own beside the list's."""
CONTENT = "Kommunene har de samme behovene."


@pytest.fixture
def case(app: Flask) -> Case:
    """Give a case in which there is one of everything that may be fetched."""
    del app
    made = an_eligible_case()
    talking.answer_applicant(
        made.application, body=CONTENT, upload=Upload(a_stored_pdf(), "svar.pdf"),
        by=made.handler, at=clock.now(),
    )  # fmt: skip
    talking.write_note(made.application, body=CONTENT, by=made.handler, at=clock.now())
    return made


def pages_of(app: Flask, case: Case, but: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Give method and address of every page of a case that shows an officer more than its cover."""
    examination = queries.examination_of(case.application.id)
    assert examination is not None
    values = {
        "application_id": case.application.id,
        "attachment_id": case.application.attachments[0].id,
        "finding_id": examination.findings[0].id,
        "message_id": thread_of(case.application.id)[0].id,
        "note_id": notes_of(case.application.id)[0].note.id,
    }
    found = []
    for rule in app.url_map.iter_rules():
        of_a_case = rule.endpoint.startswith("assessments.") and "application_id" in rule.arguments
        if (
            of_a_case
            and rule.endpoint not in SHOW_ONLY_THE_COVER | IN_A_PROPOSAL | but
            and guard_of(app, rule.endpoint) in ROLE_PERMISSIONS[Role.CASE_OFFICER]
        ):
            address = app.url_map.bind("").build(rule.endpoint, values)
            methods = (rule.methods or set()) & {"GET", "POST"}
            found += [(method, address) for method in sorted(methods)]
    return found


def guard_of(app: Flask, endpoint: str) -> object:
    """Give what a page needs."""
    return app.view_functions[endpoint].__dict__["guard"]


def hindered(case: Case, view: View | None) -> Person:
    officer = an_officer("Ulrik Utenfor")
    if view is not None:
        services.declare(case.application, view, reason="Jobbet der.", by=officer, at=clock.now())
    return officer


@pytest.mark.parametrize("view", [None, View.DOUBT, View.PARTIAL])
def test_every_page_of_a_case_leads_to_its_cover(
    app: Flask, web: Web, case: Case, view: View | None
) -> None:
    officer = hindered(case, view)
    addresses = pages_of(app, case)
    assert len(addresses) > 8
    web.log_in(officer)
    cover = f"/saker/{case.application.id}/habilitet"
    token = web.open(cover).find("input", {"name": "csrf_token"})
    assert token is not None
    for method, address in addresses:
        if method == "GET":
            page = web.open(address)
        else:
            page = web.post(Filled(address, {"csrf_token": [str(token["value"])]}))
        assert page.url == cover, f"{method} {address} is open"
        assert CONTENT not in page.get_text()


def test_an_impartial_officer_opens_them(app: Flask, web: Web, case: Case) -> None:
    web.log_in(case.handler)
    for method, address in pages_of(app, case, but=frozenset({"assessments.moderate"})):
        if method == "GET":  # what is moderated has its score, and this case has none yet
            assert web.get(address).status_code == 200


def test_the_staffing_page_shows_nothing_but_the_cover(web: Web, case: Case) -> None:
    web.log_in(hindered(case, View.PARTIAL))
    page = web.open(f"/saker/{case.application.id}/fordeling")
    assert CONTENT not in page.get_text()


def test_a_draft_is_no_case(web: Web, case: Case) -> None:
    web.log_in(case.handler)
    for page in ("", "/habilitet", "/fordeling", "/kontroll", "/vurdering"):
        web.open(f"/saker/{case.application.id + 1000}{page}", status=404)


def test_an_attachment_of_another_case_is_not_found(web: Web, case: Case) -> None:
    web.log_in(case.handler)
    attachment = case.application.attachments[0].id
    web.get(f"/saker/{case.application.id}/vedlegg/{attachment + 1000}", status=404)


def test_several_cases_are_declared_at_once(web: Web, case: Case) -> None:
    officer = an_officer("Ulrik Utenfor")
    application_id, title = case.application.id, case.application.title
    web.log_in(officer)
    assert "Du har svart for alle sakene." in web.open("/saker/habilitet").get_text()
    page = web.open("/saker/habilitet?hvem=alle")
    assert title in page.get_text()
    assert CONTENT not in page.get_text()
    done = web.send("/saker/habilitet?hvem=alle", "Jeg er habil i sakene som er valgt",
                    cases=[str(application_id)])  # fmt: skip
    assert "Du er registrert som habil i 1 sak." in done.get_text()
    assert queries.declared_view(officer.id, application_id) is View.IMPARTIAL
