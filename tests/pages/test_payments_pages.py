"""The controllers' pages: booking, the ledger, and paying by two."""

import re

from bs4 import Tag
from flask import Flask

from accounts.models import Person, Role
from accounts.queries import person
from applications.queries import any_application
from foundation import clock
from foundation.money import format_kroner, kroner
from payments import queries, services
from payments.queries import EntryFilter
from tests.builders.accounts import a_person
from tests.builders.decisions import NOW, a_controller, a_published_round
from tests.builders.payments import (
    a_second_controller,
    accept,
    an_accepted_grant,
    an_appropriation,
    signatory_of,
)
from tests.databases import ON_BOTH
from tests.formfilling import Filled
from tests.querycount import asked
from tests.web import Page, Web


def an_auditor() -> Person:
    return person(a_person(Role.AUDITOR, name="Rita Revisor").id)


def words(page: Page) -> str:
    return plain(page.main.get_text(" ") if page.main else "")


def plain(text: str) -> str:
    return " ".join(text.split())


def pressed(form: Tag) -> Filled:
    """Fill in a form that is nothing but its button."""
    token = form.find("input", attrs={"name": "csrf_token"})
    assert isinstance(token, Tag)
    return Filled(str(form["action"]), {"csrf_token": [str(token["value"])]})


@ON_BOTH
def test_a_controller_books_what_is_granted_and_every_figure_opens_its_entries(
    app: Flask, web: Web
) -> None:
    del app
    granted = an_appropriation(2026, kroner(60_000_000))
    web.log_in(a_controller())
    page = web.open("/okonomi")
    form = page.find("form", action=re.compile(f"/{granted.id}/bokfor$"))
    assert form is not None
    page = web.post(pressed(form))
    assert "Bevilgningen er bokført." in words(page)
    assert "allerede bokført" in words(web.post(pressed(form)))
    (entry,) = queries.entry_page(EntryFilter()).rows
    assert (entry.amount, entry.year) == (kroner(60_000_000), 2026)

    figures = page.select("a.figure-link")
    assert len(figures) == (5 + 1) * 5 * 3
    shown = {plain(link.get_text()) for link in figures}
    assert shown == {plain(format_kroner(amount)) for amount in (kroner(0), kroner(60_000_000))}
    for link in figures[10:15]:
        listed = web.open(str(link["href"]))
        assert plain(link.get_text()) in words(listed)


def test_an_entry_is_corrected_with_a_reason_and_never_twice(app: Flask, web: Web) -> None:
    del app
    by = a_controller()
    entry = services.book_appropriation(an_appropriation(2026, kroner(7)), by=by, at=NOW)
    web.log_in(by)
    address = f"/okonomi/hovedbok/{entry.id}"
    assert "Rett med motpostering" in words(web.open(address))
    page = web.send(f"{address}/motposter", reason=" ")
    assert "Skriv en begrunnelse." in words(page)
    page = web.send(f"{address}/motposter", reason="Ført på feil år.")
    assert "Motpostering: Ført på feil år." in words(page)
    page = web.open(address)
    assert "Posteringen er rettet med" in words(page)
    assert "Rett med motpostering" not in words(page)
    web.open("/okonomi/hovedbok/987654", status=404)


def test_one_controller_attests_and_another_authorises_in_the_browser(app: Flask, web: Web) -> None:
    del app
    made = a_published_round((5, 4))
    first = any_application(made.applications[0].id)
    for application in (first, made.applications[1]):
        accept(application)
    participants = {partner.organisation.name for partner in first.partners}
    one, two = a_second_controller("Atle Attest"), a_second_controller("Anne Anviser")

    web.log_in(one)
    page = web.open("/okonomi/rater")
    assert "Til attestering (2)" in words(page)
    assert page.find("input", attrs={"name": "instalments"}) is None
    assert "Du har ikke svart på om du er habil" in words(page)
    page = web.open("/okonomi/habilitet")
    assert all(name in words(page) for name in participants)
    cases = [str(box["value"]) for box in page.select("input[name=cases]")]
    page = web.send("/okonomi/habilitet", cases=cases)
    assert "Du er registrert som habil i 2 saker." in words(page)
    rates = [str(box["value"]) for box in page.select("input[name=instalments]")]
    page = web.send("/okonomi/rater", instalments=rates)
    assert "2 rater er attestert." in words(page)

    page = web.open("/okonomi/rater?state=attested")
    assert page.find("input", attrs={"name": "instalments"}) is None
    assert "Den som har attestert, kan ikke anvise samme utbetaling." in words(page)

    web.log_in(two)
    page = web.open("/okonomi/rater?state=attested")
    assert "Du har ikke svart på om du er habil" in words(page)
    web.send("/okonomi/habilitet", cases=[str(first.id)])
    page = web.open("/okonomi/rater?state=attested")
    (rate,) = [str(box["value"]) for box in page.select("input[name=instalments]")]
    page = web.send("/okonomi/rater?state=attested", instalments=[rate])
    assert "1 rate er anvist og bokført som utbetalt." in words(page)
    paid = queries.instalment(int(rate))
    total = queries.total_of(queries.year_rows())
    assert total.paid == paid.amount
    page = web.open("/okonomi/rater?state=paid")
    assert f"Postering {paid.entry_id}" in words(page)
    assert plain(format_kroner(paid.amount)) in words(web.open("/okonomi"))


def test_pressing_twice_pays_once_and_says_so(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    web.log_in(grant.attester)
    page = web.open("/okonomi/rater")
    form = page.select_one("form[action$=attester]")
    assert form is not None
    sent = pressed(form)
    sent.data["instalments"] = [str(grant.first().id)]
    assert "1 rate er attestert." in words(web.post(sent))
    assert "Raten er allerede attestert." in words(web.post(sent))
    web.log_in(grant.authoriser)
    form = web.open("/okonomi/rater?state=attested").select_one("form[action$=anvis]")
    assert form is not None
    sent = pressed(form)
    sent.data["instalments"] = [str(grant.first().id)]
    assert "bokført som utbetalt" in words(web.post(sent))
    assert "Raten er allerede anvist. Den er betalt én gang." in words(web.post(sent))
    assert queries.case_balance(grant.application.id).paid == grant.first().amount
    sent.data.pop("instalments")
    assert "Kryss av for minst én rate." in words(web.post(sent))


def test_an_auditor_sees_it_all_and_changes_nothing(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    web.log_in(an_auditor())
    assert "Bokfør" not in words(web.open("/okonomi"))
    page = web.open("/okonomi/rater")
    assert "Bare økonomimedarbeidere kan attestere og anvise." in words(page)
    assert page.find("input", attrs={"name": "instalments"}) is None
    entry = queries.entry_page(EntryFilter()).rows[-1]
    assert "Rett med motpostering" not in words(web.open(f"/okonomi/hovedbok/{entry.id}"))
    web.open(f"/okonomi/hovedbok/{entry.id}/motposter", status=403)
    web.open("/okonomi/habilitet", status=403)
    page = web.open(f"/saker/{grant.application.id}")
    assert plain(format_kroner(grant.decision.amount)) in words(page)
    for outsider in (grant.round.drafter, signatory_of(grant.application)):
        web.log_in(outsider)
        web.open("/okonomi", status=403)
        web.open("/okonomi/hovedbok", status=403)


def test_the_project_sees_its_own_instalments(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    services.attest(grant.first(), by=grant.attester, at=NOW)
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        page = words(web.open(f"/soknader/{grant.application.id}"))
    for one in grant.instalments():
        assert plain(format_kroner(one.amount)) in page
    assert "når sluttrapporten er godkjent" in page
    assert "Utbetalt: 0 kr av" in page


@ON_BOTH
def test_a_filter_that_cannot_be_is_told_and_limits_nothing(app: Flask, web: Web) -> None:
    del app
    services.book_appropriation(an_appropriation(2026, kroner(7)), by=a_controller(), at=NOW)
    web.log_in(an_auditor())
    page = web.open("/okonomi/hovedbok?case=hei&year=2026")
    assert "Skriv hele saksnummeret" in words(page)
    assert "Innst. 11 S" in words(page)
    assert "Ingen posteringer passer" in words(web.open("/okonomi/hovedbok?case=2026/00009"))
    assert "Ingen posteringer passer" in words(web.open("/okonomi/hovedbok?what=kind:claim"))
    web.open("/okonomi/hovedbok?what=nonsense")
    web.open("/okonomi/rater?state=nonsense&case=hei")


def test_the_lists_ask_no_more_for_many_rows_than_for_few(app: Flask, web: Web) -> None:
    del app
    made = a_published_round((5, 4, 4))
    controller = a_second_controller()
    numbers = []
    for place in (0, 1, 2):
        accept(any_application(made.applications[place].id))
        web.log_in(controller)
        counts = []
        for address in ("/okonomi", "/okonomi/hovedbok", "/okonomi/rater", "/okonomi/habilitet"):
            with asked() as heard:
                web.open(address)
            counts.append(heard.number)
        numbers.append(counts)
    assert numbers[0] == numbers[1] == numbers[2]
    assert max(numbers[0]) <= 27
