"""The follow-up report on a page, and as PDF in either form of Norwegian."""

from collections.abc import Callable
from io import BytesIO

from flask import render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from applications.facts import lead_of
from applications.models import Application
from applications.queries import any_application, application_of
from assessments.queries import pass_gate
from decisions.making import PDF, made_up_notice
from followup.benefits.queries import FOLLOWED
from followup.benefits.report import document
from followup.benefits.report.document import BenefitReport
from followup.benefits.report.filling import Paper, call_report, project_report, scheme_report
from followup.views.blueprint import pages
from foundation import clock, locale
from foundation.errors import NotFoundError
from foundation.language import BOKMAL, LANGUAGES
from foundation.pages import NavItem, register_navigation
from grants import queries as grants

register_navigation(
    NavItem("followup.follow_up", _l("Oppfølging"), Permission.CASE_READ, order=48, seldom=True)
)


@pages.route("/oppfolging")
@requires(Permission.CASE_READ)
def follow_up() -> ResponseReturnValue:
    """Show how the scheme stands: money, benefits, risks and what is late."""
    return _shown(scheme_report, url_for("followup.follow_up_paper"))


@pages.route("/oppfolging.pdf")
@requires(Permission.CASE_READ)
def follow_up_paper() -> ResponseReturnValue:
    """Print how the scheme stands."""
    return _printed(scheme_report, "oppfolging")


@pages.route("/oppfolging/<int:call_id>")
@requires(Permission.CASE_READ)
def follow_up_call(call_id: int) -> ResponseReturnValue:
    """Show how the projects of a call stand."""
    call = grants.published_call(call_id)
    return _shown(
        lambda paper: call_report(call, paper),
        url_for("followup.follow_up_call_paper", call_id=call_id),
    )


@pages.route("/oppfolging/<int:call_id>.pdf")
@requires(Permission.CASE_READ)
def follow_up_call_paper(call_id: int) -> ResponseReturnValue:
    """Print how the projects of a call stand."""
    call = grants.published_call(call_id)
    return _printed(lambda paper: call_report(call, paper), f"oppfolging-{call.code}")


@pages.route("/saker/<int:application_id>/gevinstrapport.pdf")
@requires(Permission.CASE_READ)
def case_benefit_paper(application_id: int) -> ResponseReturnValue:
    """Print how a project stands, for the office."""
    pass_gate(me(), application_id)
    return _of_project(any_application(application_id))


@pages.route("/soknader/<int:application_id>/gevinstrapport.pdf")
@requires(Permission.REPORT_WRITE)
def own_benefit_paper(application_id: int) -> ResponseReturnValue:
    """Print how a project stands, for its lead: the figures of all its kommuner are in it."""
    application = application_of(me(), application_id)
    own = me().organisations_as(Role.EDITOR, Role.SIGNATORY)
    if lead_of(application).organisation_id not in own:
        raise NotFoundError
    return _of_project(application)


def _of_project(application: Application) -> ResponseReturnValue:
    if application.step not in FOLLOWED:
        raise NotFoundError
    case = (application.case_number or "").replace("/", "-")
    return _printed(lambda paper: project_report(application, paper), f"gevinster-{case}")


def _shown(fill: Callable[[Paper], BenefitReport], paper: str) -> ResponseReturnValue:
    report = fill(Paper(locale.language(), clock.now(), None, reader=me()))
    calls = [one for one in grants.calls() if one.published_at is not None]
    return render_template(
        "followup/benefits/report.html", report=report, paper=paper, calls=calls, forms=LANGUAGES
    )


def _printed(fill: Callable[[Paper], BenefitReport], name: str) -> ResponseReturnValue:
    language = request.args.get("malform", BOKMAL)
    if language not in LANGUAGES:
        raise NotFoundError
    report = fill(Paper(language, clock.now(), made_up_notice(language), reader=me()))
    return send_file(
        BytesIO(document.render(report)),
        mimetype=PDF,
        as_attachment=True,
        download_name=f"{name}-{language}.pdf",
    )
