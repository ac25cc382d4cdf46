"""The office's side: the list of claims, one reclaim, its notice and its decision."""

from datetime import timedelta

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, allows, requires
from applications.queries import any_application
from assessments.queries import closed_to, pass_gate
from criteria.reclaiming import ReclaimKind
from decisions.account import read_account
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from foundation.money import NOTHING
from payments.interest.charges import charges_of
from payments.interest.queries import late_interest
from payments.plans.open import unpaid_of
from payments.reclaims import queries, services
from payments.reclaims.forms import NoticeForm, VerdictForm
from payments.reclaims.queries import ReclaimView
from payments.reclaims.services import Verdict
from payments.views.blueprint import pages

TIME_TO_COMMENT = timedelta(days=21)
TIME_TO_PAY = timedelta(days=30)


@pages.route("/okonomi/krav")
@requires(Permission.LEDGER_READ)
def claims() -> ResponseReturnValue:
    """List the reclaims, the last first, with what is outstanding and overdue."""
    found = queries.all_reclaims()
    return render_template(
        "payments/reclaims/list.html",
        rows=found,
        closed=closed_to(me(), {one.reclaim.application_id for one in found}),
    )


@pages.route("/tilbakekreving/<int:reclaim_id>")
@requires(Permission.CASE_READ)
def reclaim(reclaim_id: int) -> ResponseReturnValue:
    """Show a reclaim from notice to settlement, and what the reader may do."""
    person, view = me(), opened(reclaim_id)
    origin, shares = queries.shared_with(view.reclaim)
    return render_template(
        "payments/reclaims/show.html",
        view=view,
        late=late_interest(view),
        charges=charges_of(reclaim_id),
        origin=origin,
        shares=shares,
        link=_address,
        may={one.name.lower(): allows(person, one) for one in _STEPS},
    )


_STEPS = (
    Permission.DECISION_DRAFT,
    Permission.DECISION_SIGN,
    Permission.LEDGER_POST,
    Permission.LEDGER_READ,
)


def _address(reclaim_id: int) -> str:
    return url_for("payments.reclaim", reclaim_id=reclaim_id)


def opened(reclaim_id: int) -> ReclaimView:
    """Find a reclaim of a case that is open to the reader."""
    found = queries.reclaim(reclaim_id)
    pass_gate(me(), found.application_id)
    return queries.view_of(found)


@pages.route("/tilbakekreving/sak/<int:application_id>/varsle", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def notice(application_id: int) -> ResponseReturnValue:
    """Give the recipient advance notice that money may be asked back."""
    pass_gate(me(), application_id)
    application = any_application(application_id)
    debtors = queries.debtors_of(application, clock.today())
    kind = ReclaimKind.REDUCE if "avkort" in request.args else ReclaimKind.CLAIM_BACK
    form = NoticeForm(comment_by=clock.today() + TIME_TO_COMMENT, kind=kind.value)
    form.offer(debtors)
    if form.validate_on_submit():
        try:
            made = services.give_notice(
                application,
                next(one for one in debtors if one.id == form.debtor.data),
                form.amount.data or NOTHING,
                cause=form.cause.data or "",
                comment_by=form.comment_by.data or clock.today(),
                by=me(),
                at=clock.now(),
                kind=ReclaimKind(form.kind.data),
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Varselet er sendt."), "success")
            return redirect(url_for("payments.reclaim", reclaim_id=made.id), 303)
    return render_template("payments/reclaims/notice.html", application=application, form=form)


@pages.route("/tilbakekreving/<int:reclaim_id>/avgjor", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def decide_reclaim(reclaim_id: int) -> ResponseReturnValue:
    """Decide what is claimed; it is booked, and the recipient gets the decision."""
    view = opened(reclaim_id)
    form = VerdictForm(amount=view.reclaim.amount, pay_by=clock.today() + TIME_TO_PAY)
    if view.reclaim.kind is ReclaimKind.REDUCE:
        form.unpaid = unpaid_of(view.reclaim.application_id)
    if form.validate_on_submit():
        try:
            services.decide(view.reclaim, _verdict(form), by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Saken om tilbakebetaling er avgjort."), "success")
            return redirect(url_for("payments.reclaim", reclaim_id=reclaim_id), 303)
    return render_template(
        "payments/reclaims/decide.html", view=view, form=form, unpaid=form.unpaid
    )


def _verdict(form: VerdictForm) -> Verdict:
    return Verdict(
        form.amount.data or NOTHING,
        form.reason.data or "",
        form.pay_by.data,
        read_account(form.pay_to.data or ""),
    )
