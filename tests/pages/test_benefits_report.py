"""The follow-up report: the same figures on the page, on paper and straight from the tables."""

from decimal import Decimal

from flask import Flask
from sqlalchemy import text

from applications.queries import any_application
from criteria.benefitwords import ValueKind
from followup.benefits import queries, services
from followup.benefits.report import document
from followup.benefits.report.filling import Paper, project_report, scheme_report
from followup.benefits.report.queries import each_once, followed_cases
from followup.benefits.services import NewRisk
from foundation import clock
from foundation.database import db
from grants import queries as grants
from grants.services import begin_edition
from tests.builders.accounts import an_administrator
from tests.builders.benefits import BEFORE, LATER, Followed, a_measured_benefit, given
from tests.builders.changing import participants, signs_for
from tests.builders.decisions import NOW
from tests.web import Page, Web

BOKMAL = Paper("nb", NOW, None)


def words(page: Page) -> str:
    return " ".join((page.main.get_text(" ") if page.main else "").split())


def measure_everywhere(followed: Followed) -> int:
    """Let every participant record a baseline of 60, a target of 20 and a measurement half way."""
    members = participants(followed.grant)
    for partner in members:
        for kind, value, on in (
            (ValueKind.BASELINE, "60", BEFORE),
            (ValueKind.TARGET, "20", LATER),
            (ValueKind.MEASURED, "40", NOW.date()),
        ):
            services.record_value(
                followed.indicator, partner.organisation_id, given(kind, value, on),
                by=signs_for(partner), at=NOW,
            )  # fmt: skip
    return len(members)


def test_the_reports_figures_are_the_tables_own(app: Flask) -> None:
    del app
    followed = a_measured_benefit()
    before = scheme_report(BOKMAL)
    line = next(one for one in before.benefits if one.code == "G2")
    assert (line.kommuner, line.measured, line.realised) == (1, 1, None), "one kommune is too few"
    number = measure_everywhere(followed)
    report = scheme_report(BOKMAL)
    line = next(one for one in report.benefits if one.code == "G2")
    assert (line.projects, line.kommuner, line.measured) == (1, number + 1, number + 1)
    assert line.realised == Decimal("0.5")
    assert report.realised_chart is not None
    granted, paid = db.session.execute(
        text("SELECT SUM(committed), SUM(paid) FROM case_balance")
    ).one()
    assert (report.granted, report.paid) == (granted, paid)
    assert sum(one.granted for one in report.groups) == granted
    carrying = db.session.scalar(
        text("SELECT count(DISTINCT p.organisation_id) FROM partner p JOIN municipality_version v"
             " ON v.organisation_id = p.organisation_id WHERE p.application_id = :id"
             " AND p.role IN ('lead', 'participant') AND p.declined_at IS NULL"),
        {"id": followed.grant.application.id},
    )  # fmt: skip
    assert sum(one.reached for one in report.reached) == carrying == number + 1
    assert report.kommuner == carrying
    assert [one.name for one in report.groups] == [followed.grant.application.call.title.nb]
    assert report.tiles is not None
    assert not project_report(followed.grant.application, BOKMAL).places
    assert sum(one.granted for one in report.counties) == granted
    with_baseline = db.session.execute(
        text(
            "SELECT COUNT(DISTINCT organisation_id) FROM benefit_measurement "
            "WHERE kind = 'nullpunkt'"
        )
    ).scalar_one()
    assert report.kommuner_with_baseline == with_baseline == number + 1
    assert len(queries.measurement_rows()) == number + 1
    call = grants.call(followed.grant.application.call_id)
    open_then = clock.start_of_day(call.closes_on)
    edition = begin_edition(call, by=an_administrator("Ada Administrator"), at=open_then)
    assert [one.application_id for one in followed_cases(call_id=edition.id)] == [
        followed.grant.application.id
    ], "all editions of a round are followed up together"


def test_a_kommune_in_several_projects_is_counted_once() -> None:
    assert each_once({(1, 7), (2, 7), (2, 8)}) == {7, 8}


def test_what_one_kommune_has_measured_stands_only_in_the_projects_own_report(app: Flask) -> None:
    del app
    followed = a_measured_benefit()
    services.add_risk(
        followed.benefit,
        NewRisk(text="Lite brukt", probability=50, share_lost=40, mitigation="Kurs", owner="Leder"),
        by=followed.lead,
        at=NOW,
    )
    project = project_report(any_application(followed.grant.application.id), BOKMAL)
    assert [one.measured.split()[0] for one in project.figures] == ["51"]
    assert [one.expected for one in project.risks] == [20]
    assert "Tid brukt på å hente inn" in document.text(project)
    scheme = scheme_report(Paper("nn", NOW, None))
    assert scheme.figures == ()
    told = document.text(scheme)
    assert "Gevinstar og oppfølging" in told
    assert "Lite brukt" in told


def test_the_page_and_its_paper(app: Flask, web: Web) -> None:
    del app
    followed = a_measured_benefit()
    case, call = followed.grant.application.id, followed.grant.application.call_id
    with clock.frozen(NOW):
        web.log_in(followed.grant.round.drafter)
        page = web.open("/oppfolging")
        assert "Kommuner med nullpunkt" in words(page)
        assert page.select("svg[aria-labelledby^=benefit-money]")
        assert page.select(f'a[href="/oppfolging/{call}"]')
        page = web.open(f"/oppfolging/{call}")
        assert str(followed.grant.application.case_number) in words(page)
        assert page.select(f'th a[href="/saker/{case}"]')
        for address in ("/oppfolging.pdf", f"/saker/{case}/gevinstrapport.pdf?malform=nn"):
            assert web.get(address).data.startswith(b"%PDF")
        web.get("/oppfolging.pdf?malform=se", status=404)
        web.log_in(followed.partners_signatory)
        web.get(f"/soknader/{case}/gevinstrapport.pdf", status=404)
        web.log_in(followed.lead)
        page = web.open(f"/soknader/{case}/gevinster")
        assert page.select(f'a[href="/soknader/{case}/gevinstrapport.pdf"]')
