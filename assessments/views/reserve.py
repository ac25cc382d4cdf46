"""The reserve list that follows from the chosen proposal, and an extra frame shared out over it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from assessments import proposing, queries, reserving, services
from assessments.forms import ExtraForm
from assessments.views.blueprint import pages
from assessments.views.proposals import ROOT
from criteria.allocation.reserve import Order
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from grants import queries as grants
from grants import rounds


@pages.route(f"{ROOT}/utlysning/<int:call_id>/reserveliste", methods=["GET", "POST"])
@requires(Permission.PROPOSAL_READ)
def reserve(call_id: int) -> ResponseReturnValue:
    """Show who is next in line for what; share out an extra frame as a proposal, to be seen first."""
    call = grants.call(rounds.first(call_id).id)
    form = ExtraForm(order=Order.BY_PLACE)
    form.offer()
    may_make = is_allowed(Permission.PROPOSAL_MAKE)
    if may_make and form.validate_on_submit():
        try:
            made = services.propose_extra(call, form.extra, by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(
                _("Tilleggsrammen er fordelt. Den gjelder ikke før innstillingen er valgt."),
                "success",
            )
            return redirect(url_for("assessments.proposal", proposal_id=made.id), 303)
    chosen, supplements = queries.chosen_proposal(call.id), queries.supplementary_lines(call)
    return render_template(
        "assessments/reserve.html",
        call=call,
        chosen=chosen,
        rows=reserving.rows(chosen, me()) if chosen else [],
        room=queries.room_for_extra(call, chosen) if chosen else None,
        supplements=supplements,
        hidden=proposing.hidden_from(me(), supplements),
        form=form if may_make and chosen else None,
    )
