"""Pages about clerical errors in decisions: propose a correction, read it, sign it or withdraw it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from assessments.queries import closed_to, pass_gate
from criteria.correcting import CorrectionRefusal, CorrectionState
from decisions import queries as decisions
from decisions.correcting import queries, services, words
from decisions.correcting.content import fingerprint
from decisions.correcting.forms import ProposeForm, SignCorrectionForm
from decisions.correcting.models import DecisionCorrection
from decisions.correcting.reading import as_it_reads
from decisions.correcting.rights import why_not_sign
from decisions.correcting.services import TextRefusedError
from decisions.models import Decision
from decisions.views.blueprint import pages
from decisions.views.opening import opened_decision
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import done, refuse
from foundation.plaintext import plain

__all__ = ["words"]


@pages.route("/vedtak/rettinger")
@requires(Permission.DECISION_READ)
def corrections() -> ResponseReturnValue:
    """List the corrections that wait for a signature, in the cases that are open to the reader."""
    waiting = queries.waiting_corrections()
    closed = closed_to(me(), [one.decision.application_id for one in waiting])
    return render_template(
        "decisions/correcting/waiting.html",
        corrections=[one for one in waiting if one.decision.application_id not in closed],
    )


@pages.route("/vedtak/sak/<int:decision_id>/rett", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def propose_correction(decision_id: int) -> ResponseReturnValue:
    """Propose what shall stand instead of a clerical error in the decision in force."""
    decision = opened_decision(decision_id)
    letters = as_it_reads(decision_id) if _stands(decision) else {}
    if not letters:
        raise NotFoundError
    form = ProposeForm()
    form.offer(letters)
    if form.validate_on_submit():
        made = _proposed(decision, form)
        if made is not None:
            flash(_("Rettingen er foreslått. En med vedtaksmyndighet må signere den."), "success")
            return redirect(url_for("decisions.correction", correction_id=made.id), 303)
    return render_template(
        "decisions/correcting/propose.html", decision=decision, form=form,
        letters={language: plain(body) for language, body in letters.items()},
    )  # fmt: skip


@pages.route("/vedtak/retting/<int:correction_id>")
@requires(Permission.DECISION_READ)
def correction(correction_id: int) -> ResponseReturnValue:
    """Show a correction, and to who may sign it what keeps them from it."""
    found = _opened(correction_id)
    return render_template(
        "decisions/correcting/show.html", correction=found, hindrance=_hindrance(found)
    )


@pages.route("/vedtak/retting/<int:correction_id>/signer", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def sign_correction(correction_id: int) -> ResponseReturnValue:
    """Read a correction once more, sign it and send it."""
    found = _opened(correction_id)
    if found.state is not CorrectionState.PROPOSED:
        raise NotFoundError
    form = SignCorrectionForm(seen=fingerprint(found))
    if form.validate_on_submit() and done(
        form,
        lambda: services.sign_correction(
            found, seen=form.seen.data or "", by=me(), at=clock.now()
        ),
    ):
        flash(_("Rettingen er signert. Brevet om den lages og sendes nå."), "success")
        return redirect(url_for("decisions.correction", correction_id=found.id), 303)
    return render_template("decisions/correcting/sign.html", correction=found, form=form)


@pages.route("/vedtak/retting/<int:correction_id>/trekk", methods=["POST"])
@requires(Permission.DECISION_DRAFT)
def withdraw_correction(correction_id: int) -> ResponseReturnValue:
    """Withdraw a correction that is not signed."""
    found = _opened(correction_id)
    services.withdraw_correction(found, by=me(), at=clock.now())
    flash(_("Forslaget er trukket. Ingenting er rettet."), "success")
    return redirect(url_for("decisions.show", decision_id=found.decision_id), 303)


def _opened(correction_id: int) -> DecisionCorrection:
    """Find a correction whose case is open to the reader."""
    found = queries.correction(correction_id)
    pass_gate(me(), found.decision.application_id)
    return found


def _stands(decision: Decision) -> bool:
    standing = decisions.decision_in_force(decision.application_id)
    return standing is not None and standing.id == decision.id


def _proposed(decision: Decision, form: ProposeForm) -> DecisionCorrection | None:
    """Propose what was typed; None when a rule refused, which the form then tells."""
    try:
        return services.propose_correction(
            decision, form.error.data, form.texts(), why=form.why.data or "", by=me(), at=clock.now()
        )
    except TextRefusedError as error:
        form.tell(error.language, error.refusal)
    except RuleBrokenError as error:
        refuse(form, error)
    return None


def _hindrance(correction: DecisionCorrection) -> RuleBrokenError | None:
    """Tell what keeps a reader who may sign from signing this one."""
    waits = correction.state is CorrectionState.PROPOSED
    if not waits or not is_allowed(Permission.DECISION_SIGN):
        return None
    if correction.proposed_by_id == me().id:
        return RuleBrokenError(CorrectionRefusal.PROPOSED_IT)
    return why_not_sign(correction.decision, me(), clock.now())
