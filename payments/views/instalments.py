"""The instalments: attested by one controller, authorised by another, several at once."""

from collections.abc import Callable, Collection

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.identity import me
from accounts.permissions import Permission, requires
from assessments.services import declare_impartial
from assessments.telling import tell_declared
from foundation import clock, words
from foundation.locale import own_address
from payments import queries, services
from payments.forms import ChosenForm, DeclareForm, InstalmentFilterForm
from payments.overview import rates_view
from payments.services import Batch, Refused
from payments.views.blueprint import pages

AT_ONCE = 50
"""How many cases a page asks about: no more than one can read."""


@pages.route("/okonomi/rater")
@requires(Permission.LEDGER_READ)
def instalments() -> ResponseReturnValue:
    """List the instalments in one state, fifty a page, with what the reader may do."""
    filters = InstalmentFilterForm()
    filters.offer(queries.years())
    chosen = filters.chosen()
    view = rates_view(
        chosen,
        me(),
        after=request.args.get("after", type=int),
        before=request.args.get("before", type=int),
    )
    form = ChosenForm(back=request.full_path)
    return render_template(
        "payments/instalments.html", filters=filters, chosen=chosen, view=view, form=form
    )


@pages.route("/okonomi/rater/attester", methods=["POST"])
@requires(Permission.PAYMENT_ATTEST)
def attest() -> ResponseReturnValue:
    """Attest the instalments that are ticked."""
    return _done(
        lambda chosen: services.attest_many(chosen, by=me(), at=clock.now()),
        lambda number: ngettext(
            "%(num)d rate er attestert.", "%(num)d rater er attestert.", number
        ),
    )


@pages.route("/okonomi/rater/anvis", methods=["POST"])
@requires(Permission.PAYMENT_AUTHORISE)
def authorise() -> ResponseReturnValue:
    """Authorise the instalments that are ticked: they are booked as paid."""
    return _done(
        lambda chosen: services.authorise_many(chosen, by=me(), at=clock.now()),
        lambda number: ngettext(
            "%(num)d rate er anvist og bokført som utbetalt.",
            "%(num)d rater er anvist og bokført som utbetalt.",
            number,
        ),
    )


@pages.route("/okonomi/habilitet", methods=["GET", "POST"])
@requires(Permission.PAYMENT_ATTEST)
def declare() -> ResponseReturnValue:
    """Declare impartiality in several cases with payments, against everyone who takes part in them."""
    cases = queries.cases_to_declare(me(), AT_ONCE)
    form = DeclareForm()
    form.offer(cases)
    if form.validate_on_submit():
        chosen = [one for one in cases if one.id in (form.cases.data or [])]
        number = declare_impartial(chosen, by=me(), at=clock.now())
        tell_declared(chosen, number)
        return redirect(url_for("payments.instalments"), 303)
    return render_template("payments/declare.html", form=form, cases=cases, at_once=AT_ONCE)


def _done(
    act: Callable[[Collection[int]], Batch], tell: Callable[[int], str]
) -> ResponseReturnValue:
    """Do an act with what is ticked, and tell what came of it and why some were left out."""
    form = ChosenForm()
    if form.validate_on_submit():
        batch = act(set(form.instalments.data or []))
        if batch.done:
            flash(tell(batch.done), "success")
        for one in batch.refused:
            flash(_line(one), "warning")
    else:
        for problem in (text for field in form for text in field.errors):
            flash(problem, "danger")
    return redirect(own_address(form.back.data or url_for("payments.instalments")), 303)


def _line(refused: Refused) -> str:
    return str(
        _(
            "Sak %(case)s, rate %(number)s: %(reason)s",
            case=refused.instalment.application.case_number,
            number=refused.instalment.number,
            reason=words.say(refused.because.reason, **refused.because.values),
        )
    )
