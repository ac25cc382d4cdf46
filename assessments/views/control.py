"""The formal control: run it, overrule, ask for more, and let the case on or not."""

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.ended import done_here, typed_here
from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.corrections.shown import shown_corrections
from applications.models import Application
from applications.reading import read_over
from applications.words import explained
from assessments import findings, queries, services
from assessments.forms import AskForm, ReasonForm
from assessments.models import Examination, Task
from assessments.views.blueprint import pages
from criteria.procedure import Step
from foundation import clock, words
from foundation.errors import RuleBrokenError
from foundation.forms import refuse

ROOT = "/saker/<int:application_id>/kontroll"


@pages.route(ROOT)
@requires(Permission.APPLICATION_CONTROL)
def control(application_id: int) -> ResponseReturnValue:
    """Show what the rules say of the application, and what can be done about it."""
    application = queries.opened(me(), application_id)
    examination = queries.examination_of(application_id)
    return render_template(
        "assessments/control.html",
        application=application,
        whole=read_over(application),
        shown=findings.shown(application, examination),
        corrections=shown_corrections(application),
        handles=queries.is_put_on(me().id, application_id, Task.HANDLE),
        may_confirm=_waits_for_confirmation(application, examination),
    )


@pages.route(f"{ROOT}/kjor", methods=["POST"])
@requires(Permission.APPLICATION_CONTROL)
def examine(application_id: int) -> ResponseReturnValue:
    """Ask every rule about the application."""
    application = queries.opened(me(), application_id)
    return _tried(
        application,
        lambda: services.examine(application, by=me(), at=clock.now()),
        _("Den formelle kontrollen er kjørt."),
    )


@pages.route(f"{ROOT}/bekreft", methods=["POST"])
@requires(Permission.APPLICATION_CONTROL)
def confirm_control(application_id: int) -> ResponseReturnValue:
    """Stand by a control that was run again after the case went on."""
    application = queries.opened(me(), application_id)
    return _tried(
        application,
        lambda: services.confirm_control(application, by=me(), at=clock.now()),
        _("Den formelle kontrollen er bekreftet."),
    )


@pages.route(f"{ROOT}/godkjenn", methods=["POST"])
@requires(Permission.APPLICATION_CONTROL)
def find_eligible(application_id: int) -> ResponseReturnValue:
    """Let the case go on to assessment."""
    application = queries.opened(me(), application_id)
    return _tried(
        application,
        lambda: services.find_eligible(application, by=me(), at=clock.now()),
        _("Vilkårene er oppfylt. Saken er sendt til vurdering."),
    )


@pages.route(f"{ROOT}/funn/<int:finding_id>", methods=["GET", "POST"])
@requires(Permission.APPLICATION_CONTROL)
def overrule(application_id: int, finding_id: int) -> ResponseReturnValue:
    """Overrule a finding that stops the case, with a reason."""
    application = queries.opened(me(), application_id)
    finding = queries.finding(application_id, finding_id)
    form = ReasonForm(formdata=typed_here())
    if _acted(
        form,
        lambda: services.overrule(finding, reason=form.reason.data or "", by=me(), at=clock.now()),
    ):
        flash(_("Kravet er overprøvd. Begrunnelsen står i saken."), "success")
        return _back_to(application)
    told = explained(findings.as_found(finding))
    return render_template(
        "assessments/overrule.html", application=application, told=told, form=form
    )


@pages.route(f"{ROOT}/mangler", methods=["GET", "POST"])
@requires(Permission.APPLICATION_CONTROL)
def ask_for_more(application_id: int) -> ResponseReturnValue:
    """Ask the applicant for what is missing."""
    application = queries.opened(me(), application_id)
    form = AskForm(formdata=typed_here())
    form.offer()
    if _acted(
        form,
        lambda: services.ask_for_more(
            application,
            text=form.text.data or "",
            due_on=form.day,
            sections=form.opened,
            by=me(),
            at=clock.now(),
        ),
    ):
        flash(_("Søkeren er spurt, og har fått varsel på e-post."), "success")
        return _back_to(application)
    shown = findings.shown(application, queries.examination_of(application_id))
    return render_template("assessments/ask.html", application=application, form=form, shown=shown)


@pages.route(f"{ROOT}/avvis", methods=["GET", "POST"])
@requires(Permission.APPLICATION_CONTROL)
def find_ineligible(application_id: int) -> ResponseReturnValue:
    """Find that the case cannot be assessed; it waits for a decision of rejection."""
    application = queries.opened(me(), application_id)
    form = ReasonForm(formdata=typed_here())
    if _acted(
        form,
        lambda: services.find_ineligible(
            application, reason=form.reason.data or "", by=me(), at=clock.now()
        ),
    ):
        flash(_("Saken oppfyller ikke vilkårene, og venter på vedtak om avvisning."), "success")
        return _back_to(application)
    shown = findings.shown(application, queries.examination_of(application_id))
    return render_template(
        "assessments/ineligible.html", application=application, form=form, shown=shown
    )


def _waits_for_confirmation(application: Application, examination: Examination | None) -> bool:
    return (
        examination is not None
        and examination.confirmed_at is None
        and application.step in (Step.ELIGIBLE, Step.ASSESSED, Step.PROPOSED)
    )


def _acted(form: AskForm | ReasonForm, act: Callable[[], object]) -> bool:
    """Do an act with what a valid form says; a rule that refuses is told on the form."""
    if not form.validate_on_submit():
        return False
    try:
        act()
    except RuleBrokenError as error:
        refuse(form, error)
        return False
    done_here()
    return True


def _tried(application: Application, act: Callable[[], object], done: str) -> ResponseReturnValue:
    """Do an act that takes nothing typed, and tell how it went on the page of the control."""
    try:
        act()
    except RuleBrokenError as error:
        flash(words.say(error.reason, **error.values), "danger")
    else:
        flash(done, "success")
    return _back_to(application)


def _back_to(application: Application) -> ResponseReturnValue:
    return redirect(url_for("assessments.control", application_id=application.id), 303)
