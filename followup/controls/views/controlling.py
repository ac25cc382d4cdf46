"""One control: its checklist, findings and conclusion."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from assessments.queries import pass_gate
from followup.controls import queries, services
from followup.controls.forms import (
    ChecksForm,
    ConclusionForm,
    FindingForm,
    SettleForm,
    checks_form,
)
from followup.controls.models import Control
from followup.views.blueprint import pages
from foundation import clock
from foundation.forms import done


@pages.route("/kontroll/sak/<int:control_id>", methods=["GET", "POST"])
@requires(Permission.CONTROL_READ)
def control(control_id: int) -> ResponseReturnValue:
    """Show a control; a controller answers its checklist."""
    found = _opened(control_id)
    form = checks_form(found.points, found.checks)

    def act() -> None:
        services.answer_checks(found, form.answers(), by=me(), at=clock.now())

    may = is_allowed(Permission.CONTROL_KEEP)
    if may and form.validate_on_submit() and done(form, act):
        flash(_("Sjekklisten er lagret."), "success")
        return _back(control_id)
    return _page(control_id, checks=form)


@pages.route("/kontroll/sak/<int:control_id>/funn", methods=["POST"])
@requires(Permission.CONTROL_KEEP)
def add_finding(control_id: int) -> ResponseReturnValue:
    """Write down a finding and what follows from it."""
    found, form = _opened(control_id), FindingForm()
    form.offer()

    def act() -> None:
        services.add_finding(found, form.found(), by=me(), at=clock.now())

    if form.validate_on_submit() and done(form, act):
        flash(_("Funnet er lagret."), "success")
        return _back(control_id)
    return _page(control_id, finding=form)


@pages.route("/kontroll/sak/<int:control_id>/lukk", methods=["POST"])
@requires(Permission.CONTROL_KEEP)
def settle_finding(control_id: int) -> ResponseReturnValue:
    """Note what was done about a finding."""
    found, form = _opened(control_id), SettleForm()
    form.offer(found.findings)

    def act() -> None:
        finding = next(one for one in found.findings if str(one.id) == form.settled.data)
        services.settle_finding(finding, how=form.how.data or "", by=me(), at=clock.now())

    if form.validate_on_submit() and done(form, act):
        flash(_("Funnet er lukket."), "success")
        return _back(control_id)
    return _page(control_id, settling=form)


@pages.route("/kontroll/sak/<int:control_id>/avslutt", methods=["POST"])
@requires(Permission.CONTROL_KEEP)
def conclude_control(control_id: int) -> ResponseReturnValue:
    """Conclude a control whose every point is answered."""
    found, form = _opened(control_id), ConclusionForm()

    def act() -> None:
        services.conclude(found, text=form.conclusion.data or "", by=me(), at=clock.now())

    if form.validate_on_submit() and done(form, act):
        flash(_("Kontrollen er avsluttet."), "success")
        return _back(control_id)
    return _page(control_id, conclusion=form)


def _opened(control_id: int) -> Control:
    found = queries.control(control_id)
    pass_gate(me(), found.application_id)
    return found


def _back(control_id: int) -> ResponseReturnValue:
    return redirect(url_for("followup.control", control_id=control_id), 303)


def _page(
    control_id: int,
    *,
    checks: ChecksForm | None = None,
    finding: FindingForm | None = None,
    settling: SettleForm | None = None,
    conclusion: ConclusionForm | None = None,
) -> str:
    found = queries.control(control_id)
    empty = FindingForm(formdata=None)
    empty.offer()
    closing = SettleForm(formdata=None)
    closing.offer(found.findings)
    may = is_allowed(Permission.CONTROL_KEEP)
    return render_template(
        "followup/controls/control.html",
        control=found,
        answered={one.item: one for one in found.checks},
        checks=checks or checks_form(found.points, found.checks),
        finding=finding or empty,
        settling=settling or closing,
        conclusion=conclusion or ConclusionForm(formdata=None),
        may_keep=may and found.concluded_at is None,
        may_settle=may and any(one.settled_at is None for one in found.findings),
        may_notice=is_allowed(Permission.DECISION_DRAFT),
    )
