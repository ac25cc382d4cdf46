"""The forms of an evaluation: its texts, its proposals, and what becomes of them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import me
from accounts.permissions import Permission, requires
from figures.evaluations import queries, services
from figures.evaluations.models import Evaluation, ProposedChange, Standing
from figures.evaluations.sealing import texts_of
from figures.forms.evaluations import ChangeForm, SettleForm, TakeInForm, WriteForm
from figures.views.blueprint import pages
from foundation import clock
from foundation.forms import Form, done
from foundation.locale import language


@pages.route("/evaluering/<int:evaluation_id>/skriv", methods=["GET", "POST"])
@requires(Permission.REPORT_REVIEW)
def write_evaluation(evaluation_id: int) -> ResponseReturnValue:
    """Write what the year taught, and the assessment."""
    found = queries.evaluation(evaluation_id)
    form = WriteForm(
        data={
            "learnt_nb": found.learnt.nb, "learnt_nn": found.learnt.nn,
            "assessment_nb": found.assessment.nb, "assessment_nn": found.assessment.nn,
            "seen": texts_of(found),
        }
    )  # fmt: skip
    if form.validate_on_submit() and done(
        form,
        lambda: services.write(
            found, learnt=form.learnt, assessment=form.assessment, seen=form.seen.data or "", by=me(),
            at=clock.now(),
        ),
    ):  # fmt: skip
        return _saved(found, _("Teksten er lagret."))
    return _form(_l("Skriv evalueringen"), found, form)


@pages.route("/evaluering/<int:evaluation_id>/forslag", methods=["GET", "POST"])
@requires(Permission.REPORT_REVIEW)
def propose_change(evaluation_id: int) -> ResponseReturnValue:
    """Propose a change to the measure or its calls."""
    found, form = queries.evaluation(evaluation_id), ChangeForm()
    if form.validate_on_submit() and done(
        form,
        lambda: services.propose(
            found, change=form.change, reason=form.reason, by=me(), at=clock.now()
        ),
    ):
        return _saved(found, _("Forslaget er lagt til."))
    return _form(_l("Foreslå en endring"), found, form)


@pages.route("/evaluering/forslag/<int:change_id>/avgjor", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def settle_proposed(change_id: int) -> ResponseReturnValue:
    """Adopt or reject a proposed change."""
    found, form = queries.change(change_id), SettleForm()
    form.offer()
    if form.validate_on_submit() and done(
        form,
        lambda: services.settle_change(
            found, adopt=form.standing.data == Standing.ADOPTED.value, why=form.why.data or "",
            by=me(), at=clock.now(),
        ),
    ):  # fmt: skip
        return _saved(found.evaluation, _("Forslaget er avgjort."))
    return _form(_l("Avgjør forslaget"), found.evaluation, form, found)


@pages.route("/evaluering/forslag/<int:change_id>/utlysning", methods=["GET", "POST"])
@requires(Permission.REPORT_REVIEW)
def take_in_change(change_id: int) -> ResponseReturnValue:
    """Note which call took an adopted change in."""
    found, form = queries.change(change_id), TakeInForm()
    form.offer(
        (one.id, f"{one.title.in_(language())} ({one.code})")
        for one in queries.calls_of(found.evaluation.measure_id)
    )
    if form.validate_on_submit() and done(
        form, lambda: services.take_in(found, form.call.data, by=me(), at=clock.now())
    ):
        return _saved(found.evaluation, _("Det er registrert hvor forslaget er tatt inn."))
    return _form(_l("Registrer hvor forslaget er tatt inn"), found.evaluation, form, found)


def _saved(found: Evaluation, told: str) -> ResponseReturnValue:
    flash(told, "success")
    return redirect(url_for("figures.evaluation", evaluation_id=found.id), 303)


def _form(
    title: LazyString, found: Evaluation, form: Form, change: ProposedChange | None = None
) -> ResponseReturnValue:
    return render_template(
        "figures/evaluations/form.html", title=title, one=found, form=form, change=change
    )
