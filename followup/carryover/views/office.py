"""The office's pages of unused money: what awaits an answer, the proposal, and the signature."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from applications.queries import any_application
from assessments.queries import closed_to, pass_gate
from criteria.carryover import may_answer, split
from followup.carryover import queries, services, words
from followup.carryover.forms import ProposeForm, SignForm
from followup.carryover.models import CarryOver
from followup.carryover.money import last_day, years_money
from followup.views.blueprint import pages
from foundation import clock
from foundation import words as said
from foundation.errors import RuleBrokenError, StaleError
from foundation.forms import done
from foundation.money import NOTHING, Ore


@pages.route("/ubrukte-midler")
@requires(Permission.CASE_READ)
def carry_overs() -> ResponseReturnValue:
    """List the applications for unused money that await an answer, the oldest first."""
    found = queries.open_carry_overs()
    return render_template(
        "followup/carryover/open.html",
        rows=[(one, words.state_of(one)) for one in found],
        closed=closed_to(me(), {one.application_id for one in found}),
    )


@pages.route("/ubrukte-midler/<int:carry_over_id>", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def answer_carry_over(carry_over_id: int) -> ResponseReturnValue:
    """Show an application beside the books; an officer proposes the answer."""
    found = queries.carry_over(carry_over_id)
    pass_gate(me(), found.application_id)
    form = ProposeForm(
        granted=found.amount if found.granted is None else found.granted, answer=found.answer
    )
    may = is_allowed(Permission.REPORT_REVIEW) and found.is_open
    if may and form.validate_on_submit() and done(form, lambda: _propose(found, form)):
        flash(_("Svaret er foreslått. De som kan signere det, har fått beskjed."), "success")
        return redirect(url_for("followup.answer_carry_over", carry_over_id=carry_over_id), 303)
    return render_template(
        "followup/carryover/answer.html", one=found, state=words.state_of(found), form=form,
        application=any_application(found.application_id), may_propose=may,
        sign=SignForm(seen=str(found.version)),
        may_sign=is_allowed(Permission.DECISION_SIGN) and found.is_open and _is_proposed(found),
        may_notice=is_allowed(Permission.DECISION_DRAFT),
        may_see_books=is_allowed(Permission.LEDGER_READ),
        **_beside(found),
    )  # fmt: skip


@pages.route("/ubrukte-midler/<int:carry_over_id>/signer", methods=["POST"])
@requires(Permission.DECISION_SIGN)
def sign_carry_over(carry_over_id: int) -> ResponseReturnValue:
    """Sign the proposed answer: the money moves, and the letter is sent."""
    found = queries.carry_over(carry_over_id)
    pass_gate(me(), found.application_id)
    form = SignForm()
    typed = (form.seen.data or "") if form.validate_on_submit() else ""
    try:
        services.sign_answer(
            found, seen=int(typed) if typed.isdecimal() else 0, by=me(), at=clock.now()
        )
    except RuleBrokenError as error:
        flash(said.say(error.reason, **error.values), "warning")
    except StaleError:
        flash(_("Svaret er endret siden du leste det. Les det på nytt før du signerer."), "warning")
    else:
        flash(_("Svaret er signert, og brevene lages nå."), "success")
    return redirect(url_for("followup.answer_carry_over", carry_over_id=carry_over_id), 303)


def _propose(found: CarryOver, form: ProposeForm) -> None:
    services.propose_answer(
        found, form.granted.data or NOTHING, form.answer.data or "", by=me(), at=clock.now()
    )


def _is_proposed(found: CarryOver) -> bool:
    return found.proposed_at is not None and found.proposed_by_id != me().id


def _beside(found: CarryOver) -> dict[str, object]:
    """Give the books of the year, the day it was to be asked by, and what the proposal would do."""
    money = years_money(found.application_id).get(found.year)
    parts = None
    if found.is_open and money is not None and found.granted is not None:
        granted = Ore(found.granted)
        if may_answer(money, found.amount, granted) is None:
            parts = split(money, found.amount, granted)
    day = last_day(found.application_id, found.year)
    return {
        "money": money,
        "parts": parts,
        "last_day": day,
        "late": clock.in_oslo(found.asked_at).date() > day,
    }
